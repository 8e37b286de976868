"""What a search answers with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ..model.marking import Tlp
from ..model.passage import Passage, Sort

Spans = tuple[tuple[int, int], ...]
"""Places in an original text, start and end, in order and apart from each other."""


class Marks(NamedTuple):
    """Where a hit matched: in its text, in each translation; and `why`, where no letters in the text show it."""

    spans: Spans = ()
    translation_spans: tuple[Spans, ...] = ()
    why: str = ""


class Hit:
    """A passage that was found. What it says and where it matched is worked out when it is looked at."""

    def __init__(self, score: float, passage: Callable[[], Passage], marks: Callable[[Passage], Marks]) -> None:
        self.score = score
        self._passage = passage
        self._marks = marks

    @cached_property
    def passage(self) -> Passage:
        """The passage."""
        return self._passage()

    @cached_property
    def marks(self) -> Marks:
        """Where it matched."""
        return self._marks(self.passage)

    @property
    def spans(self) -> Spans:
        """The places in its text that matched."""
        return self.marks.spans

    @property
    def translation_spans(self) -> tuple[Spans, ...]:
        """The places in each translation that matched."""
        return self.marks.translation_spans

    @property
    def why(self) -> str:
        """Why it was found, where no letters in the text show it."""
        return self.marks.why


@dataclass(frozen=True, slots=True)
class Results:
    """The best hits of a query, those of a sort together, quotes first.

    `counts` says how many there are in all of each sort, `more` that there are even more than was counted, `tlp` how strict
    the strictest of these hits is. `suggestions` are queries to try if there are none, `remarks` what of the query was not
    understood, `elapsed` the milliseconds it took.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    counts: Mapping[Sort, int] = field(default_factory=dict)
    more: bool = False
    tlp: Tlp | None = None
    suggestions: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    elapsed: float = 0.0
