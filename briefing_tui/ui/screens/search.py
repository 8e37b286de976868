"""The search screen: results while typing, a preview, `enter` jumps to the quote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from ...model.briefing import Quote
from ...model.marking import Tlp
from ..cards.grid import Block, Card
from ..cards.preview import preview_card
from ..rows import Row
from ..runs import Line, Run, cut_text, marked, spread, width
from ..widgets.card import Card as CardView
from ..widgets.pane import Pane
from .finder import Finder, Ruler

if TYPE_CHECKING:
    from ...search.index import Hit, Results

LIMIT = 200
PREVIEW_ROWS = 8
_NAME, _SHORT_NAME = 18, 10


class Hits(Pane):
    """The hits, one a row: code, speaker, the words near the match, date. The row above says what they are."""

    lit = True

    def __init__(self) -> None:
        super().__init__("", "", ruled=True)
        self.hits: tuple[Hit, ...] = ()
        self.total = 0
        self.advice: tuple[str, ...] = ()

    def line(self, y: int) -> Line:
        """`QUOTES n`, then the hits in sight; if there are none, what to try."""
        if not y:
            return (Run(" QUOTES", "label"), Run(f" {self.total}", "muted"))
        index = y - 1 + self.top
        if index < len(self.hits):
            lead = Run("▌", "accent") if index == self.cursor else Run(" ")
            return (lead, *self._hit(self.hits[index], self.size.width - 2))
        if not self.hits and y - 1 < len(self.advice):
            return (Run(f" {self.advice[y - 1]}", "muted"),)
        return ()

    def _hit(self, hit: Hit, cells: int) -> Line:
        passage = hit.passage
        name_cells = _NAME if cells > 60 else _SHORT_NAME
        date = passage.date.start.shown(clock=False) if cells > 50 else ""
        lead = (*_column(passage.code, 4, "muted"), *_column(passage.speaker, name_cells + 2))
        room = cells - width(lead) - (len(date) + 2 if date else 0)
        return spread((*lead, *_excerpt(hit, max(8, room))), (Run(date, "muted"),) if date else (), cells)


def _column(text: str, cells: int, ink: str = "text") -> Line:
    """A text cut or filled to `cells` cells, the last of them blank."""
    kept = cut_text(text, cells - 1)
    return (Run(kept, ink), Run(" " * (cells - cell_len(kept))))


def _excerpt(hit: Hit, cells: int) -> Line:
    """The words near the match, in the language that matched."""
    from ...search.snippet import snippet

    text, spans = hit.passage.text, hit.spans
    if not spans:
        for wording, found in zip(hit.passage.translations, hit.translation_spans, strict=False):
            if found:
                text, spans = wording.text, found
                break
    line, marks = snippet(text, spans, cells, cell_len)
    return marked(line, marks)


class Search(Finder["Hit"]):
    """Searches the quotes of all briefings, in a thread: typing never waits."""

    BINDINGS = [Binding("ctrl+y", "copy", show=False)]  # noqa: RUF012 - Textual declares it so
    PROMPT, PLACEHOLDER, VERB = "/", "words of a quote, or @speaker", "go to quote"

    class Answered(Message):
        """Results for a query have come."""

        def __init__(self, order: int, results: Results) -> None:
            super().__init__()
            self.order = order
            self.results = results

    def __init__(self, query: str) -> None:
        super().__init__(query)
        self.list = Hits()
        self.found = self.list
        self.divider = Ruler()
        self.preview = CardView(ruled=False, wide=46)
        self.order = 0
        self.asked = 0

    # --- the frame

    def body(self) -> Iterable[Widget]:
        """The input, the list, the preview."""
        return (*super().body(), self.divider, self.preview)

    def places(self, columns: int, rows: int) -> dict[Widget, Region]:
        """The preview at the right from 100 columns, below from 80 columns and 16 rows."""
        places = super().places(columns, rows)
        area = places[self.found]
        if columns >= 100:
            right = columns * 42 // 100
            places[self.found] = Region(0, area.y, columns - right, area.height)
            places[self.preview] = Region(columns - right, area.y, right, area.height)
        elif columns >= 80 and rows >= 16:
            places[self.found] = Region(0, area.y, columns, area.height - PREVIEW_ROWS - 1)
            places[self.divider] = Region(0, area.bottom - PREVIEW_ROWS - 1, columns, 1)
            places[self.preview] = Region(0, area.bottom - PREVIEW_ROWS, columns, PREVIEW_ROWS)
        return places

    def offers(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        return [self.enter_hint(), ("↑↓", "choose"), ("ctrl+y", "copy"), ("esc", "close")]

    def markings(self) -> Iterable[Tlp | None]:
        """The strictest of the hits listed, and of the briefing named above."""
        yield self.briefing_app.reader.view.links.briefing.tlp
        yield from (hit.passage.tlp for hit in self.list.hits)

    # --- searching

    def look(self, query: str) -> None:
        """Ask for the results of a query; only the newest answer counts."""
        self.asked += 1
        self.run_worker(lambda order=self.asked: self._search(query, order), thread=True, exclusive=True, group="search")

    def again(self) -> None:
        """More briefings have been read: ask again."""
        self.look(self.input.value)

    def _search(self, query: str, order: int) -> None:
        if order == self.asked:
            results = self.briefing_app.desk.index.search(query, limit=LIMIT, prefer=self.briefing_app.reader.shown.key)
            self.post_message(self.Answered(order, results))

    def on_search_answered(self, event: Answered) -> None:
        """Show the results, unless newer ones are shown already."""
        if event.order < self.order:
            return
        self.order = event.order
        results = event.results
        self.list.hits, self.list.total = results.hits, results.total
        self.list.advice = _advice(results, self.briefing_app.desk.loading)
        self.found.cursor = self.found.top = 0 if results.query != self.briefing_app.query_text else self.found.cursor
        self.briefing_app.query_text = results.query
        rows = [Row(hit.passage.ref, ()) for hit in results.hits]
        self.found.rows = self.found.everything = rows
        self.found.cursor = min(self.found.cursor, max(0, len(rows) - 1))
        self.found.refresh()
        self.moved()

    def moved(self) -> None:
        """Show the preview of the hit one stands on, and where it is in the list."""
        hits = self.list.hits
        reading = self.briefing_app.desk.loading
        place = f"{self.found.cursor + 1}/{self.list.total}" if hits else "0"
        self.count.say(f"{place} · {reading or self.briefing_app.desk.counted}")
        self.preview.show(self._preview(hits[self.found.cursor]) if hits else Card("", (Block(()),)))
        self.remark()

    def _preview(self, hit: Hit) -> Card:
        view = self.briefing_app.view_of(hit.passage.briefing)
        quote = view.links.record(hit.passage.ref) if view else None
        if view is None or not isinstance(quote, Quote):
            return Card("", (Block((Run("this quote is no longer in its briefing", "muted"),)),))
        return preview_card(view, quote, hit.spans, hit.translation_spans, hit.why, brief=self.size.width < 100)

    # --- choosing

    @property
    def hit(self) -> Hit | None:
        """The hit one stands on."""
        return self.list.hits[self.found.cursor] if self.list.hits else None

    def choose(self) -> None:
        """Go to the quote."""
        if self.hit and self.order == self.asked:
            self.briefing_app.hits, self.briefing_app.hit = self.list.hits, self.found.cursor
            self.dismiss(self.hit)
        elif self.order < self.asked:
            self.set_timer(0.02, self.choose)

    def action_copy(self) -> None:
        """Copy the quote one stands on, with its citation."""
        if self.hit:
            self.briefing_app.copy_quote(self.hit.passage.briefing, self.hit.passage.ref)


def _advice(results: Results, loading: str) -> tuple[str, ...]:
    """What to try when nothing is found."""
    if results.total or not results.query.strip():
        return () if results.total else ("no quotes in these briefings",)
    tries = tuple(f"try: {suggestion}" for suggestion in results.suggestions[:6])
    return (
        f"no quote matches “{results.query.strip()}”",
        *tries,
        "try fewer words; @name limits to a speaker",
        "only quotes are searched: people, talks and threats are under 1, 2 and 3, terms under 8",
        *([loading] if loading else []),
    )
