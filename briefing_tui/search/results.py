"""What a search answers with."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import NamedTuple, Protocol

from ..model.marking import Tlp
from ..model.passage import Passage, Sort
from ..model.records import record

Spans = tuple[tuple[int, int], ...]
"""Places in an original text, start and end, in order and apart from each other."""


class Marks(NamedTuple):
    """Where a hit matched: in its text, in each translation; and `why`, where no letters in the text show it."""

    spans: Spans = ()
    translation_spans: tuple[Spans, ...] = ()
    why: str = ""


class Matched(NamedTuple):
    """A text of a hit in a language, empty for the original, and the places that matched."""

    lang: str
    text: str
    spans: Spans


class Origin(Protocol):
    """What a hit comes from: it knows the passage of a document, and where it matched."""

    def passage(self, document: int) -> Passage:
        """The passage."""

    def marks(self, document: int, passage: Passage) -> Marks:
        """Where it matched."""


class Known(NamedTuple):
    """An origin that has looked already."""

    seen: Passage
    found: Marks

    def passage(self, document: int) -> Passage:
        """The passage."""
        return self.seen

    def marks(self, document: int, passage: Passage) -> Marks:
        """Where it matched."""
        return self.found


class Hit:
    """A passage that was found. What it says and where it matched is worked out when it is looked at."""

    __slots__ = ("_document", "_marks", "_origin", "_passage", "score")

    def __init__(self, score: float, document: int, origin: Origin) -> None:
        self.score = score
        self._document = document
        self._origin = origin
        self._passage: Passage | None = None
        self._marks: Marks | None = None

    @property
    def passage(self) -> Passage:
        """The passage."""
        if self._passage is None:
            self._passage = self._origin.passage(self._document)
        return self._passage

    @property
    def marks(self) -> Marks:
        """Where it matched."""
        if self._marks is None:
            self._marks = self._origin.marks(self._document, self.passage)
        return self._marks

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

    def wordings(self, lang: str) -> list[Matched]:
        """Its texts, first the one to show: one that matched; else, or of several, that in `lang`, or a quote's original."""
        passage = self.passage
        found = self.translation_spans or ((),) * len(passage.translations)
        texts = [Matched("", passage.text, self.spans)]
        texts += [Matched(lang, text, spans) for (lang, text), spans in zip(passage.translations, found, strict=False)]
        wanted = "" if passage.sort is Sort.QUOTE else in_language(texts, lang).lang
        return sorted(texts, key=lambda text: (not text.spans, text.lang != wanted))


def in_language(texts: Sequence[Matched], lang: str) -> Matched:
    """Of the texts of a hit that in `lang`, or the original: what it is called by, wherever it matched."""
    return next((text for text in texts if text.lang == lang), next(text for text in texts if not text.lang))


@record()
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

    def kept(self) -> "Results":
        """The same with all hits looked at, so that they no longer need what they come from: they can be sent elsewhere."""
        return replace(self, hits=tuple(Hit(hit.score, 0, Known(hit.passage, hit.marks)) for hit in self.hits))
