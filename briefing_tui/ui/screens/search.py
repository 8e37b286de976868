"""The search screen: hits of every kind while typing, a preview, `enter` goes to where a hit stands."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from ...i18n import _, later
from ...model.marking import Tlp
from ...model.passage import Sort
from ...search.results import Hit, Results
from ..advice import advice, counted
from ..asker import Asker
from ..cards.grid import Block, Card
from ..cards.preview import preview
from ..groups import LIMIT
from ..sorts import called
from ..trail import Recall, Trail
from ..widgets.card import Card as CardView
from ..widgets.hits import Hits
from ..widgets.kinds import Kinds
from .finder import Finder, Ruler

if TYPE_CHECKING:
    from ...model.passage import Passage
    from ..cards.view import View

PREVIEW_ROWS = 8
AT_ONCE = 16.0
"""Milliseconds: where answers lately took no longer, the next is waited for."""
_NO_PREVIEW = Card("", (Block(()),))


class Question(NamedTuple):
    """What is asked: the query, the one sort that is wanted, the briefing whose hits come first."""

    order: int
    query: str
    only: Sort | None
    prefer: str


class Search(Finder[Hit]):
    """Searches all briefings while one types; what is shown stays until there is an answer.

    Where answers come at once they are waited for: a thread would have to share the processor with this one. Where the last
    ones took longer, and for the first of an index, they are worked out in a thread, so that typing does not wait for them.
    """

    BINDINGS = [  # noqa: RUF012 - Textual declares it so
        Binding("ctrl+y", "copy", show=False),
        Binding("tab", "kind(1)", show=False),
        Binding("shift+tab", "kind(-1)", show=False),
        Binding("up", "up", show=False),
        Binding("down", "down", show=False),
    ]
    PROMPT, PLACEHOLDER, VERB, TAIL = "/", later("words, @speaker, #topic"), later("go to"), 48

    class Answered(Message):
        """Results for a question have come."""

        def __init__(self, question: Question, results: Results) -> None:
            super().__init__()
            self.question = question
            self.results = results

    def __init__(self, trail: Trail) -> None:
        super().__init__(trail.query)
        self.trail = trail
        self.list = Hits()
        self.found = self.list
        self.kinds = Kinds()
        self.ruler = self.kinds
        self.divider = Ruler(later("Preview"))
        self.preview = CardView(ruled=False, wide=46)
        self.only: Sort | None = None
        self.asked = Question(0, "", None, "")
        self.answered = self.asked
        self.elapsed = self.searched = ""
        self._passage: Passage | None = trail.passage
        self._recall: Recall | None = None
        self._chosen_early = False
        self._views: dict[str, View | None] = {}
        self._asker: Asker[Question] | None = None
        self._took = math.inf

    # --- the frame

    def body(self) -> Iterable[Widget]:
        """The input, the list, the preview."""
        return (*super().body(), self.divider, self.preview)

    def places(self, columns: int, rows: int) -> dict[Widget, Region]:
        """The preview at the right from 100 columns, below from 80 columns and 16 rows."""
        places = super().places(columns, rows)
        area = places[self.found]
        if columns >= 100 and not self.briefing_app.manner.linear:
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
        moves = ("↑↓", _("earlier queries")) if self._recall else ("↑↓", _("choose"))
        if not self.list.hit:
            return [("tab", _("kind")), moves, ("esc", _("close"))] if self.only or self._recall else [("esc", _("close"))]
        return [self.enter_hint(), ("tab", _("kind")), moves, ("ctrl+y", _("copy")), ("esc", _("close"))]

    def enter_hint(self) -> tuple[str, str]:
        """Where `enter` goes."""
        key, verb = super().enter_hint()
        group = self.list.group
        return (key, _("go to {thing}", thing=called(group.sort).one)) if key == "enter" and group else (key, verb)

    def markings(self) -> Iterable[Tlp | None]:
        """The strictest of the hits listed, and of the briefing named above."""
        yield self.briefing_app.reader.view.links.briefing.tlp
        if self.list.results.tlp:
            yield self.list.results.tlp
        else:
            yield from (hit.passage.tlp for hit in self.list.in_sight())

    def on_resize(self) -> None:
        """Other hits are in sight, and perhaps another preview."""
        self.moved()

    def on_unmount(self) -> None:
        """No more questions."""
        if self._asker:
            self._asker.close()

    # --- searching

    @property
    def waiting(self) -> bool:
        """Whether the newest question is not answered yet."""
        return self.answered.order < self.asked.order

    def look(self, query: str) -> None:
        """Ask for the results of a query."""
        if query != self.asked.query:
            self._chosen_early = False
            self._passage = None if self.asked.order else self._passage
        self._ask(query)

    def again(self) -> None:
        """More briefings have been read, or other ones: ask again, if anything was asked yet, and look at them anew."""
        self._views.clear()
        if self.asked.order:
            self._ask(self.asked.query)

    def _ask(self, query: str) -> None:
        self.asked = Question(self.asked.order + 1, query, self.only, self.briefing_app.reader.shown.key)
        self.list.lang = self.briefing_app.reader.view.lang
        if self._took <= AT_ONCE:
            self._show(self.asked, self._results(self.asked))
            return
        if self._asker is None:
            self._asker = Asker(self._search)
        self._asker.ask(self.asked)

    def _search(self, question: Question) -> None:
        """Answer a question, in the thread of the asker."""
        self.post_message(self.Answered(question, self._results(question)))

    def _results(self, question: Question) -> Results:
        try:
            return self.briefing_app.desk.search(question.query, limit=LIMIT, prefer=question.prefer, only=question.only)
        except Exception as error:
            return Results(question.query, remarks=(_("search failed: {error}", error=f"{type(error).__name__}: {error}"),))

    def on_search_answered(self, event: Answered) -> None:
        """Show the results, unless newer ones are shown already."""
        if event.question.order >= self.answered.order:
            self._show(event.question, event.results)

    def _show(self, question: Question, results: Results) -> None:
        """Show results: of a new question from the first on, of the same one with the cursor on what it stood on."""
        before = self._took / 2 if self._took < math.inf else 0.0
        self._took = max(results.elapsed, before) if results.elapsed else math.inf
        same = question[1:3] == self.answered[1:3]
        stay = self.list.hit.passage if same and self.list.hit else self._passage
        self.answered, self._passage = question, None
        if not (same and self.elapsed):
            self.elapsed = _milliseconds(results.elapsed)
        if same or not self.searched:
            self.searched = self.briefing_app.desk.counted
        self.list.answer(results, question.only, advice(results, question.only, self.briefing_app.desk.loading), stay)
        self.kinds.show(results, question.only)
        self.moved()
        if self._chosen_early and not self.waiting:
            self.choose()

    def moved(self) -> None:
        """Show the preview of the hit one stands on, and where it is in the list."""
        hit, results, only = self.list.hit, self.list.results, self.answered.only
        total = results.counts.get(only, 0) if only else results.total
        loading = self.briefing_app.desk.loading
        facts = (loading,) if loading else (self.elapsed, self.searched)
        place = self.list.cursor + 1 if hit else 0
        self.count.say(counted(place, total, results.more, filter(None, facts), self.count.size.width - 2))
        if self.preview.size.area:
            self.preview.show(self._preview(hit) if hit else _NO_PREVIEW)
        self.remark()

    def _preview(self, hit: Hit) -> Card:
        key = hit.passage.briefing
        if key not in self._views:
            self._views[key] = self.briefing_app.desk.view_of(key)
        return preview(self._views[key], hit, brief=self.size.width < 100)

    # --- keys

    def action_kind(self, steps: int) -> None:
        """List one kind of hits alone, the next or previous that has any; all of them behind the last."""
        counts = self.list.results.counts
        sorts = [None, *(sort for sort in Sort if counts.get(sort) or sort is self.only)]
        self.only = sorts[(sorts.index(self.only) + steps) % len(sorts)]
        self._ask(self.asked.query)

    def action_up(self) -> None:
        """Up; on an empty line, the query before."""
        if self._recall or not (self.input.value or self.list.cursor):
            self._recalled(-1)
        else:
            self.action_move(-1)

    def action_down(self) -> None:
        """Down; from an earlier query, the next."""
        if self._recall:
            self._recalled(1)
        else:
            self.action_move(1)

    def _recalled(self, steps: int) -> None:
        recall = self._recall or Recall(self.trail.queries)
        self.input.value = recall.step(steps)
        self.input.cursor_position = len(self.input.value)
        self._recall = recall if self.input.value else None

    def action_move(self, steps: int) -> None:
        """Move the cursor; what was recalled is the query now."""
        self._recall = None
        super().action_move(steps)

    def action_page(self, pages: int) -> None:
        """Move by a page."""
        self._recall = None
        super().action_page(pages)

    def action_close(self) -> None:
        """Close; what was typed is remembered."""
        self.trail.remember(self.input.value)
        super().action_close()

    def choose(self) -> None:
        """Go to the hit, once the newest question is answered and read; keys typed behind are for where it stands."""
        self._chosen_early = self.waiting or (not self.list.hit and bool(self.briefing_app.desk.loading))
        if self._chosen_early:
            self.briefing_app.turns.hold(lambda: not self._chosen_early)
        if self.list.hit and not self.waiting:
            self.trail.follow(self.answered.query, self.list.results.hits, self.list.cursor)
            self.dismiss(self.list.hit)

    def action_copy(self) -> None:
        """Copy the hit one stands on."""
        if self.list.hit:
            self.briefing_app.copy_hit(self.list.hit)


def _milliseconds(elapsed: float) -> str:
    return f"{elapsed:.0f} ms" if elapsed >= 1 else "<1 ms"
