"""The screen every screen derives from: the marking in its first and last row, before any content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar, cast

from textual.app import ComposeResult
from textual.events import ScreenResume
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from ...model.marking import Tlp, strictest
from ..runs import Line
from ..widgets.bars import Bar, TooSmall

if TYPE_CHECKING:
    from ..app import BriefingApp

Result = TypeVar("Result")

LEAST_COLUMNS, LEAST_ROWS = 20, 5
"""Below these, not even a marking and a line have room."""
NARROW = 60
"""Below this many columns, hints are short."""


class _Framed(Layout):
    """Puts each widget where its screen says; a widget without a place is not shown."""

    name = "framed"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """The placements of `children`."""
        places = cast("MarkedScreen[object]", parent).arrangement(size)
        return [
            WidgetPlacement(places[child], NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if places.get(child, Region()).area
        ]


_FRAMED = _Framed()


class MarkedScreen(Screen[Result], inherit_bindings=False):
    """A header row, a body, a row of hints; both rows carry the strictest marking of all that is shown."""

    AUTO_FOCUS = None
    virtual_size = Reactive(Size(0, 0), repaint=False)
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Widgets show the focus themselves; Textual would draw the whole screen again, as it would at each size it says."""

    def __init__(self) -> None:
        super().__init__()
        self.ready = True
        """Whether keys reach what they are for."""
        self._laid_out: Size | None = None
        self.header = Bar()
        self.hints = self.briefing_app.manner.make_hints()
        self.too_small = TooSmall()

    def compose(self) -> ComposeResult:
        """The bars and the body."""
        yield self.header
        yield from self.body()
        yield self.hints
        yield self.too_small

    # --- what subclasses say

    def body(self) -> Iterable[Widget]:
        """The widgets between the bars."""
        raise NotImplementedError

    def places(self, columns: int, rows: int) -> dict[Widget, Region]:
        """Where they stand in the area between the bars."""
        raise NotImplementedError

    def heading(self) -> Line:
        """What the first row says."""
        return self.briefing_app.reader.heading()

    def news(self) -> Line:
        """What comes next in the meeting, if that is soon, else what goes on."""
        return self.briefing_app.pulse.news

    def markings(self) -> Iterable[Tlp | None]:
        """The markings of all that is shown."""
        return self.briefing_app.reader.markings()

    def offers(self) -> list[tuple[str, str]]:
        """The key hints, most useful first."""
        return []

    # --- the frame

    @property
    def briefing_app(self) -> BriefingApp:
        """The app, as what it is."""
        return cast("BriefingApp", self.app)

    @property
    def narrow(self) -> bool:
        """Whether hints are short."""
        return (self._laid_out or self.briefing_app.size).width < NARROW

    @property
    def layout(self) -> Layout:
        """The frame."""
        return _FRAMED

    def arrangement(self, size: Size) -> dict[Widget, Region]:
        """Where everything stands on a screen of this size."""
        columns, rows = size
        if columns < LEAST_COLUMNS or rows < LEAST_ROWS:
            return {self.too_small: Region(0, 0, columns, rows)}
        last = self.briefing_app.manner.bar_rows(columns, rows)
        places = {self.header: Region(0, 0, columns, 1), self.hints: Region(0, rows - last, columns, last)}
        body = self.places(columns, max(0, rows - 1 - last))
        return places | {widget: region.translate((0, 1)) for widget, region in body.items()}

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Draw a new screen once: what was just laid out is drawn, and Textual would draw all of it again."""
        new = self._laid_out is None
        event.prevent_default()
        super()._on_screen_resume(event)
        if new and self._laid_out:
            self._repaint_required = False

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Lay out and draw; what got another size is drawn with that, and need not be at the next key."""
        if size and size != self._laid_out:
            self._laid_out = size
            self.hints.offer(self.offers())
        before = {widget: widget.size for widget in self.children}
        super()._refresh_layout(size, scroll)
        if self.is_current:
            for widget, old in before.items():
                if widget.size != old:
                    widget._exchange_repaint_regions()

    def _screen_resized(self, size: Size) -> None:
        """Lay out what has another size only: Textual says one size up to three times when a screen opens.

        Textual keeps the arrangements of earlier sizes; `places` also says what the widgets look like, and is asked anew.
        """
        if size != self._laid_out:
            self._clear_arrangement_cache()
            super()._screen_resized(size)

    def rearrange(self) -> None:
        """Ask `places` anew; a child asks, because Textual forgets an arrangement only when a child does."""
        self.header.refresh(layout=True)

    def remark(self) -> None:
        """Bring header, marking and hints up to date with what is shown."""
        tlp = strictest(self.markings())
        for bar in (self.header, self.hints):
            bar.mark(tlp, self.briefing_app.reader.classification())
        self.header.show(self.heading())
        news = self.news()
        self.header.tell(news, self.briefing_app.pulse.brief if news else ())
        self.hints.offer(self.offers())

    def take(self, letter: str) -> bool:
        """Take a letter that came before the screen was ready for it; whether it is wanted here."""
        return False

    def on_mount(self) -> None:
        """Mark the screen before its first frame."""
        self.remark()
