"""The application: one library, one briefing shown, screens over it."""

from __future__ import annotations

import gc
import os
import signal
import time
import traceback
from contextlib import suppress
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.binding import Binding
from textual.events import Event, Key, MouseDown
from textual.screen import Screen

from ..i18n import _
from ..model.errors import BriefingError
from . import themes
from .background import Answered, Background, Done, Grew, NotesFound
from .cards import Subject
from .cycles import Cycles
from .desk import Desk
from .drawn import DrawnApp
from .driver import TerminalDriver
from .exits import Exits
from .finding import Finding
from .inks import Inks
from .leaving import Leaving
from .manner import DRAWN, Manner
from .pulse import Pulse
from .runs import plain
from .screens.blank import Blank
from .screens.marked import MarkedScreen
from .screens.reader import ReaderScreen
from .session import Keeper
from .shown import other_language
from .timers import once
from .turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from ..library import Entry
    from ..search.results import Hit
    from ..session import Session
    from .notebook import Notebook
    from .takeaway import TakeAway
    from .targets import There
    from .widgets.pane import Pane

POLL_SECONDS = 0.5
NOTES_AFTER_SECONDS = 0.25
"""How long search has the processor before notes are loaded."""
NOTES_SECONDS = 1.0
"""How often it is asked whether another program wrote notes."""


class BriefingApp(DrawnApp, inherit_bindings=False):
    """Holds what outlives a screen: the desk with its briefings, the hits of the last search, the theme."""

    CSS_PATH = "styles/app.tcss"
    TITLE = "briefing"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None
    manner: Manner = DRAWN
    BINDINGS = [  # noqa: RUF012 - Textual declares it so
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        Binding("ctrl+z", "suspend", show=False),
    ]

    def __init__(self, desk: Desk, theme: str = themes.DEFAULT, session: Session | None = None) -> None:
        colourless = "NO_COLOR" in os.environ
        self.exits = Exits(self)
        super().__init__(TerminalDriver, ansi_color=True if colourless else None)
        for each in themes.THEMES:
            self.register_theme(each)
        self.theme = themes.TERMINAL if colourless else theme
        self.desk = desk
        self.keymap = desk.keymap
        self.greet: Callable[[], None] = lambda: None
        self.background = Background(self, lambda: desk.index, patient=desk.stand_in is not None)
        self._inks: Inks | None = None
        self.finding = Finding(self)
        self.turns = Turns(self)
        self.cycles = Cycles()
        self.pulse = Pulse(self)
        self.keeper = Keeper(self, session)
        self._settled = False
        self._began = time.time()
        self.leaving = Leaving(self)

    # --- screens

    @cached_property
    def reader(self) -> ReaderScreen:
        """The main screen."""
        return ReaderScreen(self.desk.shown)

    def get_default_screen(self) -> Screen[None]:
        """The reader, at once."""
        return self.reader

    @property
    def inks(self) -> Inks:
        """The inks of the theme."""
        if self._inks is None:
            self._inks = Inks(self.theme_variables, ansi=self.native_ansi_color, colourless=self.no_color)
        return self._inks

    def on_mount(self) -> None:
        """Once the first frame is out, read the rest, watch the file."""
        self.theme_changed_signal.subscribe(self, self._theme_changed)
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        self.set_interval(POLL_SECONDS, self.cycles.beat)
        self.set_interval(POLL_SECONDS, self.reload)
        self.read_library()
        self.desk.around.start = self.background.ask
        self._bring_up(self.reader.redraw, self.pulse.beat, self.keeper.begin, self.greet, self._begin_notes, self.finding.load)

    def _bring_up(self, first: Callable[[], object], *rest: Callable[[], object]) -> None:
        """Do one thing after the other, and keys that have come before the next."""
        first()
        if rest:
            self.call_later(self._bring_up, *rest)

    def _begin_notes(self) -> None:
        for work in (self._load_notes, self._clear_left):
            once(self, NOTES_AFTER_SECONDS, partial(self.run_worker, work, group=work.__name__, thread=True))

    def _theme_changed(self, _theme: object) -> None:
        self._inks = None
        for screen in self.screen_stack:
            screen.refresh()
            for widget in screen.walk_children():
                widget.refresh()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End, within some seconds, whatever happens."""
        self.exits.asked(return_code)
        super().exit(result, return_code, message)

    async def on_event(self, event: Event) -> None:
        """A message on the last row goes at the next key, before that key is answered."""
        typed = not event.is_forwarded
        if typed and self.turns.holds(event):
            return
        top = self.screen if self.screen_stack else None
        if isinstance(event, Key | MouseDown) and typed and isinstance(top, MarkedScreen):
            top.hints.hush()
            self.leaving.key()
            self.cycles.key()
        focused = self.focused if top and typed else None
        await super().on_event(event)
        self.turns.begin(event, focused)

    def on_key(self, event: Key) -> None:
        """What nobody took, as keys are that come in one burst with that of an overlay, is for the overlay.

        It takes letters at once, other keys and all behind them when it is ready for them.
        """
        screen = self.screen
        if not isinstance(screen, MarkedScreen):
            return
        if self.turns.waiting:
            self.turns.holds(Key(event.key, event.character))
        elif event.is_printable and event.character and screen.take(event.character):
            pass
        elif not screen.ready:
            self.turns.hold(lambda: screen.ready or screen is not self.screen, Key(event.key, event.character))
        else:
            return
        event.stop()
        event.prevent_default()

    def action_interrupt(self) -> None:
        """Close what is open; with nothing open, leave as if interrupted. A blank screen stays blank."""
        if len(self.screen_stack) == 1:
            self.leaving.leave(128 + signal.SIGINT)
        elif not isinstance(self.screen, Blank):
            self.screen.dismiss(None)

    def action_suspend(self) -> None:
        """Leave the terminal to the shell until it continues the program."""
        self.exits.suspend()

    def _fatal_error(self) -> None:
        """Leave with a plain traceback: Textual's own shows the values of variables, and those are the briefing."""
        self.exits.asked(1)
        self.keep_typed()
        self._exit_renderables.append(Text("\n".join(map(plain, traceback.format_exc().splitlines()))))
        self._close_messages_no_wait()

    # --- the library

    def read_library(self) -> None:
        """Bring the index up to date, and keep it so; what fails here costs only search."""
        self.background.update()

    def on_unmount(self) -> None:
        """Let another program keep the index, and leave nothing on the clipboard that may not stay there."""
        self.keep_typed()
        if "take_away" in self.__dict__:
            self.take_away.leave()
        self.keeper.leave()
        self.desk.leave()
        self.reader.leave_changes()
        self.background.leave()

    @on(Done)
    def _library_read(self, event: Done) -> None:
        self.background.done(event)
        if not self._settled:
            gc.freeze()  # what is held now is for good: looking through it again costs a key 30 ms now and then
            self._settled = True
            self.desk.relieve()
            self.background.find_notes()
        if event.trouble:
            self.say(_("not everything can be searched: {reason}", reason=event.trouble))
        self._library_grew()

    @on(Grew)
    def _library_grew(self) -> None:
        self._look_again()
        if not self.desk.loading:
            self.reader.show(self.desk.refreshed())

    @on(NotesFound)
    def _notes_found(self, event: NotesFound) -> None:
        self.background.done(event)
        if event.trouble:
            self.say(_("notes cannot be searched: {reason}", reason=event.trouble))
        if event.news:
            self._look_again()

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        self.background.done(event)
        if event.trouble:
            self.say(_("not everything is known: {reason}", reason=event.trouble))
        self.reader.answered()

    def _look_again(self) -> None:
        """Let an overlay that lists what the library holds know that it holds something else."""
        again = getattr(self.screen, "again", None) if self.screen_stack else None
        if again:
            again()

    def reload(self, force: bool = False) -> None:
        """Show the file as it is now, if it changed; a broken save keeps the last good version under a banner."""
        if self.desk.reload(force=force):
            self.reader.show(self.desk.shown)
            self.background.changed(self.desk.place)
            self._look_again()
            if force:
                self.reader.say(_("read again"))

    def show_entry(self, entry: Entry) -> bool:
        """Show a briefing of the library; one that cannot be read says why and changes nothing."""
        try:
            self.desk.open(entry)
        except BriefingError as error:
            self.reader.say(error.message)
            return False
        self.reader.show(self.desk.shown)
        self.notebook.look()
        return True

    def show_briefing(self, key: str) -> bool:
        """Show the briefing with a key; one that cannot be shown says why and changes nothing."""
        entry = self.desk.entry(key)
        if entry is None:
            self.reader.say(_("no longer in this library: {briefing}", briefing=key))
        return entry is not None and self.show_entry(entry)

    def pick_briefing(self) -> None:
        """Let the user pick a briefing, files that came meanwhile among them."""
        from .screens.pick import Picker

        if self.desk.rescan():
            self.read_library()
        self.push_screen(Picker(_("briefings"), self.desk.items, _("open"), self.desk.shown.key), self._picked)

    def _picked(self, key: str | None) -> None:
        left = self.reader.here()
        if key is not None and key != self.desk.shown.key and self.show_briefing(key):
            self.reader.history.leave(left)

    # --- overlays

    def open_filter(self, pane: Pane) -> None:
        """Filter a pane."""
        from .screens.pick import Filter

        self.push_screen(Filter(pane))

    def open_help(self) -> None:
        """Show all keys, and let the user pick one."""
        from .screens.help import Help

        self.push_screen(Help(), self._run)

    def open_palette(self) -> None:
        """Let the user pick a command."""
        from .screens.pick import Picker, command_items

        self.push_screen(Picker(":", lambda: command_items(self.keymap, self.manner), "run"), self._run)

    def _run(self, id: str | None) -> None:
        if id:
            self.reader.action_do(id)

    def blank(self) -> None:
        """Show nothing until `esc`."""
        self.push_screen(Blank())

    # --- looking

    def swap_language(self) -> None:
        """Show the screen in the other language."""
        briefing = self.desk.shown.briefing
        other = self.desk.lang if self.desk.shown.view.lang != self.desk.lang else other_language(briefing, self.desk.lang)
        if other == self.desk.shown.view.lang:
            self.reader.say(_("no other language here"))
            return
        self.desk.shown = self.desk.shown.in_language(other)
        self.reader.show(self.desk.shown)
        self.reader.say(_("texts in {language}", language=other))

    # --- notes

    @cached_property
    def notebook(self) -> Notebook:
        """The user's notes, loaded behind the first frame."""
        from .notebook import Notebook

        return Notebook(self)

    def _load_notes(self) -> None:
        """Load, in a thread, what reads and writes notes; then follow them."""
        for module in (".notebook", ".screens.note"):
            import_module(module, __package__)
        self.call_later(self._follow_notes)

    def _follow_notes(self) -> None:
        self.notebook.look()
        self.set_interval(NOTES_SECONDS, self.notebook.look)

    def keep_typed(self) -> None:
        """Keep what is being typed: the program ends, whatever else goes wrong."""
        if "notebook" in self.__dict__:
            with suppress(Exception):
                self.notebook.keep_now()

    def notes_changed(self, key: str) -> None:
        """The notes or ticks of a briefing are others than they were: show them, and let search find them."""
        if key == self.desk.shown.key:
            self.reader.renew(self.desk.shown)
        if self._settled:
            self.background.find_notes()

    # --- taking away

    @cached_property
    def take_away(self) -> TakeAway:
        """What copies, loaded when something is."""
        from .takeaway import TakeAway

        return TakeAway(self)

    def copy(self, subject: Subject | There) -> None:
        """Copy a thing or a section, and say truthfully what was done."""
        self.take_away.copy(subject)

    def copy_as(self, subject: Subject | There) -> None:
        """Copy it in a form that the user picks."""
        self.take_away.copy_as(subject)

    def copy_hit(self, hit: Hit) -> None:
        """Copy what was found, in whatever briefing."""
        self.take_away.copy_hit(hit)

    def _clear_left(self) -> None:
        from .takeaway import clear_left

        clear_left(self, self._began)

    def say(self, message: str) -> None:
        """Say something on the last row of the screen on top; nothing on a blank one."""
        top = self.screen if self.screen_stack else None
        if isinstance(top, MarkedScreen) and not isinstance(top, Blank):
            top.hints.say(message)

    def edit(self, subject: Subject | There | None) -> None:
        """Open the file in the user's editor at the line of a thing."""
        from .editing import edit

        edit(self, subject)
