"""What a search answers with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model.passage import Passage, Sort

Spans = tuple[tuple[int, int], ...]
"""Places in an original text, start and end, in order and apart from each other."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found: `spans` in its text and in each translation; `why` where no letters in the text show it."""

    passage: Passage
    score: float
    spans: Spans = ()
    translation_spans: tuple[Spans, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """The best hits of a query, those of a sort together, quotes first.

    `counts` says how many there are in all of each sort; `more` that there are even more than was counted. `suggestions` are
    queries to try if there are none, `remarks` what of the query was not understood, `elapsed` the milliseconds it took.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    counts: Mapping[Sort, int] = field(default_factory=dict)
    more: bool = False
    suggestions: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    elapsed: float = 0.0
