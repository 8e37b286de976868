"""What a search answers with."""

from dataclasses import dataclass

from ..model.passage import Passage

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
    """The best hits of a query, how many there are in all, what to try if there are none, and the milliseconds it took."""

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    suggestions: tuple[str, ...] = ()
    elapsed: float = 0.0
