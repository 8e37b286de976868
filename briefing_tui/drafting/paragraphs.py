"""A document's text in numbered paragraphs, so that everything taken from it can say where it stands."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from ..i18n import _

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its number, from 1, and where it stands in the text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """All paragraphs of a text, in order."""

    text: str
    items: tuple[Paragraph, ...]
    _starts: tuple[int, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, text: str) -> "Paragraphs":
        """A paragraph is a line, or where lines are broken by hand, all lines up to a blank one."""
        spans = [span for span in _spans(text) if text[slice(*span)].strip()]
        items = tuple(Paragraph(number, *span) for number, span in enumerate(spans, 1))
        return cls(text, items, tuple(item.start for item in items))

    def at(self, place: int) -> Paragraph | None:
        """The paragraph that a place in the text belongs to; the one before it if it stands between two."""
        index = bisect_right(self._starts, place) - 1
        return self.items[max(index, 0)] if self.items else None

    def locator(self, start: int, end: int) -> str:
        """Where a stretch of text stands, for the `locator` of a briefing: `para. 4, characters 120-180`, as it is said.

        Characters are counted in the whole text, from 0, and the last is not included.
        """
        paragraph = self.at(start)
        number = paragraph.number if paragraph else 0
        return _("para. {number}, characters {start}-{end}", number=number, start=start, end=end)


def _spans(text: str) -> list[tuple[int, int]]:
    blocks, last = [], 0
    for match in _BLANK.finditer(text):
        blocks.append((last, match.start()))
        last = match.end()
    blocks.append((last, len(text)))
    return [span for block in blocks for span in _of_block(text, *block)]


_WIDE = 100
"""The longest line that a person or a mail program breaks by hand."""


def _of_block(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The paragraphs between two blank lines: one, if all lines but the last are about as long and not long, else each line."""
    lines = [match.span() for match in _LINE.finditer(text, start, end)]
    widths = [right - left for left, right in lines[:-1]]
    if widths and max(widths) <= _WIDE and min(widths) >= max(widths) * 0.6 and max(widths) >= 50:
        return [(lines[0][0], lines[-1][1])]
    return lines
