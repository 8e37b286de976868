"""A source text made ready for the quotes that are to be found in it."""

from bisect import bisect_right
from collections import defaultdict
from functools import cached_property

from ..paragraphs import Paragraphs
from .plain import PlainText, readings
from .spoken import stretches
from .words import WORD


class SourceText:
    """The text of a source; `name` is what its file is called. What comparing needs is made when it is first asked for."""

    def __init__(self, text: str, name: str = "") -> None:
        self.text = text
        self.name = name

    @cached_property
    def readings(self) -> tuple[PlainText, ...]:
        """The text to compare, in each way that its line ends can be read."""
        return tuple(readings(self.text))

    @cached_property
    def paragraphs(self) -> Paragraphs:
        """Its numbered paragraphs."""
        return Paragraphs.of(self.text)

    @cached_property
    def _stretches(self) -> list[tuple[int, int]]:
        return stretches(self.text, self.paragraphs)

    def in_marks(self, start: int, end: int) -> bool:
        """Whether all of a stretch stands between quotation marks, those of one quote."""
        index = bisect_right(self._stretches, (start, len(self.text))) - 1
        return index >= 0 and end <= self._stretches[index][1]

    def next_marks(self, place: int) -> int:
        """Where the first quotation mark behind a place opens; -1 if none does."""
        index = bisect_right(self._stretches, (place, len(self.text)))
        return self._stretches[index][0] if index < len(self._stretches) else -1

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word, in small letters, begins in the first reading."""
        found: dict[str, list[int]] = defaultdict(list)
        for match in WORD.finditer(self.readings[0].text):
            found[match[0].casefold()].append(match.start())
        return dict(found)

    def has_words(self, text: str) -> bool:
        """Whether every word of a text is somewhere in the first reading."""
        return all(match[0].casefold() in self.places for match in WORD.finditer(text))
