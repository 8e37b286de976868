"""An overlay to find something in: an input, a list under it, perhaps a preview."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Iterable, Sequence
from typing import TypeVar

from textual import on
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input

from ...i18n import _, later
from ..rows import Row
from ..runs import Line, Run, plain, spread
from ..widgets.line import LineWidget
from ..widgets.pane import Pane
from .marked import MarkedScreen

Choice = TypeVar("Choice")
LETTERS = 400
"""How many letters a query may have."""
_TURNS = 2
"""How often the loop goes round until all widgets that changed have told the screen, so that one frame draws them."""


class Prompt(LineWidget):
    """What stands left of the input, or right of it."""

    def __init__(self, text: str = "", ink: str = "key") -> None:
        super().__init__()
        self.text = text
        self.ink = ink

    def say(self, text: str) -> None:
        """Say this."""
        if text != self.text:
            self.text = text
            self.refresh()

    def line(self, y: int) -> Line:
        """The words, at the right end if they are a count."""
        words = (Run(self.text, self.ink),)
        return words if self.ink == "key" else spread((), (*words, Run(" ")), self.size.width)


class Query(Input):
    """An input that holds nothing a terminal could obey, whatever is pasted; what is too long for it is cut."""

    virtual_size = Reactive(Size(0, 0))
    """Textual's own lays the whole screen out anew at every letter, because this grows."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Take the letters that have room."""
        room = LETTERS - len(self.value) + abs(end - start)
        super().replace(plain(text[: max(0, room)]), start, end)


class Ruler(LineWidget):
    """A thin rule; `title` names what is below it."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.title = title

    def line(self, y: int) -> Line:
        """The rule."""
        return self.manner.ruler(self.size.width, self.title)


class Found(Pane):
    """The list of an overlay: it looks focused although letters go to the input."""

    def __init__(self) -> None:
        super().__init__("", "", ruled=False)
        self.nothing = later("nothing matches")

    lit = True


class Finder(MarkedScreen[Choice]):
    """Letters type; `ctrl+n`, `ctrl+p`, arrows and page keys move, `enter` chooses, `esc` closes."""

    BINDINGS = [  # noqa: RUF012 - Textual declares it so
        Binding("escape", "close", show=False),
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up,ctrl+p", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("ctrl+home", "move(-1000000)", show=False),
        Binding("ctrl+end", "move(1000000)", show=False),
        Binding("tab,shift+tab", "ignore", show=False),
    ]
    CSS_PATH = "../styles/finder.tcss"
    PROMPT = "/"
    PLACEHOLDER = later("type to search")
    VERB = later("open")
    TAIL = 26
    """How many cells the count may take."""

    def __init__(self, query: str = "") -> None:
        super().__init__()
        manner = self.briefing_app.manner
        self.prompt = Prompt(manner.prompt(_(self.PROMPT)))
        self.input = Query(
            query, placeholder=manner.hint(_(self.PLACEHOLDER)), max_length=LETTERS, select_on_focus=True, compact=True
        )
        self.input.cursor_blink = False
        self.count = Prompt("", "muted")
        self.ruler: LineWidget = Ruler()
        self.found: Pane = Found()
        self.ready = False
        self._early = False
        self._looked = query
        self.listing = False
        """Whether the list was moved in since something was typed."""

    # --- what subclasses say

    def look(self, query: str) -> None:
        """Show what the query finds."""
        raise NotImplementedError

    def choose(self) -> None:
        """Take the row under the cursor."""
        raise NotImplementedError

    def moved(self) -> None:
        """The cursor stands on another row."""

    # --- the frame

    def body(self) -> Iterable[Widget]:
        """The input row, the list."""
        return (self.prompt, self.input, self.count, self.ruler, self.found)

    def places(self, columns: int, rows: int) -> dict[Widget, Region]:
        """The input on top, the list in the rest."""
        lead = len(self.prompt.text)
        tail = 0 if self.briefing_app.manner.linear else min(self.TAIL, columns * 2 // 5, max(0, columns - 30))
        top = 1 if rows < 12 else 2
        return {
            self.prompt: Region(0, 0, lead, 1),
            self.input: Region(lead, 0, max(1, columns - lead - tail), 1),
            self.count: Region(columns - tail, 0, tail, 1),
            self.ruler: Region(0, 1, columns, top - 1),
            self.found: Region(0, top, columns, max(0, rows - top)),
        }

    def offers(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        return [self.enter_hint(), ("↑↓", _("choose")), ("esc", _("close"))]

    def enter_hint(self) -> tuple[str, str]:
        """What `enter` does, shorter where there is no room."""
        return ("↵", _(self.VERB).partition(" ")[0]) if self.narrow else ("enter", _(self.VERB))

    def on_mount(self) -> None:
        """Begin with what the query finds."""
        self.input.focus()
        self._look(self.input.value)
        super().on_mount()

    def show(self, rows: Sequence[Row], count: str) -> None:
        """Show these rows."""
        self.found.show(rows)
        self.count.say(count)
        self.moved()

    # --- keys

    def on_descendant_focus(self) -> None:
        """The input has the focus now."""
        self.ready = True

    def take(self, letter: str) -> bool:
        """Letters that come before the input is ready begin a new query; one that it missed is typed after all."""
        self.listing = False
        if self.input.has_focus:
            self.input.replace(letter, *sorted(self.input.selection))
            return True
        before = self.input.value if self._early else ""
        self._early = True
        self.input.select_on_focus = False
        self.input.value = before + letter
        self.input.cursor_position = len(self.input.value)
        return True

    def action_close(self) -> None:
        """Close without choosing."""
        self.dismiss(None)

    def action_move(self, steps: int) -> None:
        """Move the cursor."""
        self.listing = True
        self.found.move(steps)

    def action_page(self, pages: int) -> None:
        """Move by a page."""
        self.listing = True
        self.found.move(pages * max(1, self.found.page - 1))

    def action_ignore(self) -> None:
        """Keep the focus in the input."""

    @on(Input.Changed)
    async def _changed(self, event: Input.Changed) -> None:
        if event.value != self.input.value:
            return  # more letters have come since, in one burst
        self.listing = False
        self._look(event.value)
        for _turn in range(_TURNS):
            await sleep(0)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if event.value != self._looked:
            self._look(event.value)  # the letters came in one burst with this key
        self.choose()

    def _look(self, query: str) -> None:
        self._looked = query
        self.look(query)

    @on(Pane.Moved)
    def _moved(self) -> None:
        self.moved()

    @on(Pane.Chosen)
    def _chosen(self) -> None:
        self.choose()
