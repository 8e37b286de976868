"""Asking whether the notes that were made under a former path of a file are taken over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widget import Widget

from ..cards.notes import when
from .below import Below, Words

if TYPE_CHECKING:
    from ...notes import Kept


def question(kept: Kept) -> str:
    """What there is, and where it comes from."""
    notes, ticks, about = len(kept.state.notes), len(kept.state.set_ticks), kept.state.about
    counts = [f"{count} {word}{'s' * (count != 1)}" for count, word in ((notes, "note"), (ticks, "tick")) if count]
    last = f", the last of {when(kept.state.last)}," if kept.state.last else ""
    where = f", for “{about.title}” in {about.path}, which is no more" if about else ""
    made = f"{' and '.join(counts)}{last} were made on a briefing of this id{where}"
    return f"{made}. Are they this briefing's? y takes them over."


class Former(Below[bool]):
    """The result is True for `y`, False for `n`, and None for `esc`: then it is asked again."""

    BINDINGS = [  # noqa: RUF012 - Textual declares it so
        Binding("y", "answer(True)", show=False),
        Binding("n", "answer(False)", show=False),
        Binding("escape", "dismiss(None)", show=False),
    ]

    def __init__(self, kept: Kept) -> None:
        super().__init__("notes under a former path")
        self.question = Words(question(kept))

    def body(self) -> Iterable[Widget]:
        """The question."""
        return (self.title_rule, self.question)

    def rows(self, columns: int, most: int) -> list[tuple[Widget, int]]:
        """The question."""
        return [(self.question, min(most, len(self.question.rows(columns))))]

    def offers(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        return [("y", "take over"), ("n", "leave"), ("esc", "later")]

    def action_answer(self, yes: bool) -> None:
        """Answer."""
        self.dismiss(yes)
