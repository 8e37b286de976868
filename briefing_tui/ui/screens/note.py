"""Typing a note: an input above the hints, the reader in sight above it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import TextArea

from ...i18n import _, number, pgettext
from ...model.marking import Tlp
from ...model.note import ITSELF
from ..cards.notes import titled
from ..widgets.writing import LETTERS, ROWS, Writing
from .below import Below, Words

if TYPE_CHECKING:
    from ..jotting import Jotting
    from ..notebook import Notebook

TROUBLE_ROWS = 3


class NoteScreen(Below[None]):
    """`enter` saves, and the screen goes only once it is saved; `esc` keeps the text as a draft."""

    BINDINGS = [  # noqa: RUF012 - Textual declares it so
        Binding("enter", "save", show=False),
        Binding("ctrl+o,shift+enter", "break", show=False),
        Binding("escape", "close", show=False),
        Binding("ctrl+x", "drop", show=False),
        Binding("tab,shift+tab", "ignore", show=False),
    ]

    def __init__(self, notebook: Notebook, jotting: Jotting, why: str = "") -> None:
        self.notebook = notebook
        self.jotting = jotting
        self.why = why
        super().__init__("note")
        self.trouble = Words("", "error")
        self.writing = Writing(jotting.text)
        self._saving = False
        self._dropping = False
        self._height = 0
        self._note = ""

    # --- the frame

    def body(self) -> Iterable[Widget]:
        """The rule, what went wrong, the input."""
        return (self.title_rule, self.trouble, self.writing)

    def rows(self, columns: int, most: int) -> list[tuple[Widget, int]]:
        """What went wrong has up to three rows, the input as many as its text takes, up to five."""
        trouble = min(TROUBLE_ROWS, len(self.trouble.rows(columns)), max(0, most - 1))
        self._height = max(1, min(self.writing.rows, ROWS, most - trouble))
        return [*([(self.trouble, trouble)] if trouble else []), (self.writing, self._height)]

    def on_mount(self) -> None:
        """Begin typing."""
        verb = _("change the note on {what}") if self.jotting.edits else _("note on {what}")
        view = self.briefing_app.reader.view
        ref = self.jotting.item.ref
        known = pgettext("note on", "this briefing") if ref == ITSELF else titled(view, ref) or self.jotting.item.title
        self.title_rule.title = verb.format(what=known)
        self._note = _("note on {what}").format(what=known)
        self.title_rule.say(self.why)
        self.set_focus(self.writing)
        super().on_mount()

    def markings(self) -> Iterable[Tlp | None]:
        """The reader's, and that of what the note hangs on."""
        yield from super().markings()
        yield self.jotting.item.tlp

    def offers(self) -> list[tuple[str, str]]:
        """What the keys do here; where there is no room for more, how to save."""
        if self.narrow:
            return [("esc", _("later")), ("^o", _("line")), ("↵", _("save"))]
        return [("esc", _("keep for later")), ("ctrl+o", _("new line")), ("ctrl+x", _("discard")), ("enter", _("save"))]

    # --- keys

    def take(self, letter: str) -> bool:
        """A letter that came before the input was ready for it."""
        if not self._saving:
            self.writing.insert(letter)
        return True

    def action_break(self) -> None:
        """Break the line."""
        if not self._saving:
            self.writing.replace("\n", *self.writing.selection)

    def action_save(self) -> None:
        """Save; with nothing to save, close."""
        if self._saving:
            return
        self.jotting.text = self.writing.text
        if not self.jotting.wanted:
            self._close_unchanged()
            return
        self._saving = self.writing.read_only = True
        self.notebook.save(self.jotting, self._saved)

    def _close_unchanged(self) -> None:
        if self.jotting.edits and not self.jotting.text.strip():
            self.hints.say(_("cannot be empty; {key} removes it", key=self.briefing_app.keymap.way("note-remove")))
            return
        self.notebook.drop()
        self.dismiss(None)
        self.briefing_app.call_later(self.briefing_app.say, _("nothing to save"))

    def _saved(self, trouble: str) -> None:
        """Say so; what could not be saved stays in the input, if that is still there."""
        self._saving = self.writing.read_only = False
        if self not in self.briefing_app.screen_stack:
            self.notebook.say_saved(self._note, self.jotting, trouble)
            return
        if trouble:
            self.complain(trouble)
            self.title_rule.say(_("not saved"))
            return
        self.notebook.end()
        self.dismiss(None)
        self.briefing_app.call_later(self.briefing_app.say, _("saved: {what}", what=self._note))

    def complain(self, trouble: str) -> None:
        """Say above the input what went wrong, until it goes right."""
        self.trouble.text = trouble
        self.trouble.refresh()
        self.rearrange()

    def action_close(self) -> None:
        """Keep the text for later."""
        self.dismiss(None)

    def action_drop(self) -> None:
        """Discard the text, after a second press; what is being saved cannot be."""
        if self._saving:
            return
        if self._dropping or not self.writing.text.strip():
            self.notebook.drop()
            self.dismiss(None)
            self.briefing_app.call_later(self.briefing_app.say, _("discarded"))
        else:
            self._dropping = True
            self.hints.say(_("ctrl+x again discards it"))

    def action_ignore(self) -> None:
        """Keep the focus in the input."""

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self._dropping = False
        if self.notebook.keeping:
            self.notebook.keeping.typed(self.writing.text)
        if self.writing.cut:
            self.hints.say(_("cut: a note has room for {count} letters", count=number(LETTERS)))
        if max(1, min(self.writing.rows, ROWS)) != self._height:
            self.rearrange()
