"""The passage of a source that is nearest to a part of a quote, and the words in which the two differ.

It is shown and decides nothing: what is not there letter for letter is not verbatim, however near it comes. rapidfuzz is
loaded when the first passage is looked for: most quotes are found as they stand.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model.words import InText, Piece, joined, tokens
from .find import Span
from .source import SourceText
from .words import WORD

_MOST_WORDS = 400
"""How many words of a part are looked up; what is behind them is near them."""
_MOST_PLACES = 200
"""A word that stands in more places says little about where the passage is."""
_MOST_GUESSES = 6
_LIKE = 75
"""How like, of 100, a word of the source is that is taken for one which is not in it."""
_ALIKE = 60
"""How like, of 100, a passage is to a part that it is shown for."""
_STRAY = 3
"""So few words that agree do so by chance, if they are far from all others."""
_FAR = 24
_LONG_WORD = 60
"""A text without blanks is cut after so many characters."""
_LONGEST = 6000
"""The most characters of a part that are compared word by word."""


@dataclass(frozen=True, slots=True)
class Near:
    """A passage in the text of a source, and the way from it to the quote: removed is what the source alone has."""

    span: Span
    pieces: tuple[Piece, ...]


def nearest(source: SourceText, part: str) -> Near | None:
    """The passage nearest to a part of a quote; None if nothing is like it."""
    part = part[:_LONGEST]
    begin = _begin(source, part)
    if begin is None:
        return None
    text = source.readings[0].text
    first, last = _widened(text, begin - len(part), begin + 2 * len(part))
    first, last, pieces = _trimmed(text, first, last, part)
    if first >= last or not _is_like(text[first:last], part, pieces):
        return None
    return Near(source.readings[0].span(first, last), pieces)


def _begin(source: SourceText, part: str) -> int | None:
    """Where the passage should begin, as most of its words say, the rare ones louder."""
    said = [(match[0].casefold(), match.start()) for match in WORD.finditer(part)][:_MOST_WORDS]
    places = [(found, at) for word, at in said if (found := source.places.get(word))]
    places += _guessed(source, [each for each in said if each[0] not in source.places])
    rare = [each for each in places if len(each[0]) <= _MOST_PLACES]
    cell = max(len(part) // 2, 24)
    votes: Counter[int] = Counter()
    begins: dict[int, list[int]] = {}
    for found, at in rare or places[:3]:
        for place in found[:_MOST_PLACES]:
            index = (place - at) // cell
            begins.setdefault(index, []).append(place - at)
            votes[index] += 1_000 // len(found) + 1
            votes[index + 1] += 1_000 // len(found) + 1
    if not votes:
        return None
    best = max(votes, key=lambda index: (votes[index], -index))
    near: list[int] = sorted([*begins.get(best - 1, ()), *begins.get(best, ())])
    return near[len(near) // 2]


def _guessed(source: SourceText, unknown: Sequence[tuple[str, int]]) -> Iterable[tuple[list[int], int]]:
    """Places of words like those that the source does not have: the longest, as they say most."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    for word, at in sorted(unknown, key=lambda each: -len(each[0]))[:_MOST_GUESSES]:
        found = extractOne(word, source.places.keys(), scorer=ratio, score_cutoff=_LIKE) if len(word) > 3 else None
        if found:
            yield source.places[found[0]], at


def _widened(text: str, first: int, last: int) -> Span:
    """A stretch within the text that begins and ends where words do."""
    first, last = max(first, 0), min(last, len(text))
    first = max(text.rfind(" ", max(first - _LONG_WORD, 0), first + 1) + 1, first - _LONG_WORD, 0)
    end = text.find(" ", last, last + _LONG_WORD)
    return first, end if end >= 0 else min(last + _LONG_WORD, len(text))


def _trimmed(text: str, first: int, last: int, part: str) -> tuple[int, int, tuple[Piece, ...]]:
    """The stretch without what only it has at its ends, and without words there that agree by chance."""
    for _ in range(8):
        pieces = _compared(text[first:last], part)
        left, right = _excess(pieces, 1), _excess(pieces[::-1], -1)
        if not left and not right:
            break
        first, last = first + left, last - right
        while first < last and text[first] == " ":
            first += 1
        while first < last and text[last - 1] == " ":
            last -= 1
    last += last < len(text) and text[last] == part[-1] and not part[-1].isalnum()
    return first, last, _compared(text[first:last], part)


def _excess(pieces: Sequence[Piece], way: int) -> int:
    """How many characters at one end of the source belong to no passage that is like the part; `way` is 1 from the left.

    `pieces` come from that end on. Of what stands for other words of the part, as many words are kept.
    """
    old = [piece for piece in pieces if piece.how is not InText.ADDED]
    if old and old[0].how is InText.REMOVED:
        other = next((piece.text for piece in pieces[:2] if piece.how is InText.ADDED), "")
        return _beyond(old[0].text, len(WORD.findall(other)), way)
    if len(old) > 2 and len(WORD.findall(old[0].text)) < _STRAY and len(old[1].text) > _FAR:
        body = sum(len(piece.text) for piece in old[2:] if piece.how is InText.SAME)
        return len(old[0].text) + len(old[1].text) if body > 2 * len(old[0].text) else 0
    return 0


def _beyond(text: str, words: int, way: int) -> int:
    """How many characters of a text stand before its last words, or, seen from the right, behind its first."""
    found = list(WORD.finditer(text))
    if not words or len(found) <= words:
        return 0 if words else len(text)
    return found[-words].start() if way > 0 else len(text) - found[words - 1].end()


def _compared(old: str, new: str) -> tuple[Piece, ...]:
    """What of the source is not in the quote and the other way round, word by word."""
    from rapidfuzz.distance import LCSseq

    before, after = tokens(old), tokens(new)
    steps: list[tuple[InText, str]] = []
    for step in LCSseq.opcodes(before, after):
        if step.tag == "equal":
            steps += [(InText.SAME, word) for word in before[step.src_start : step.src_end]]
        else:
            steps += [(InText.REMOVED, word) for word in before[step.src_start : step.src_end]]
            steps += [(InText.ADDED, word) for word in after[step.dest_start : step.dest_end]]
    return joined(steps)


def _is_like(passage: str, part: str, pieces: Iterable[Piece]) -> bool:
    from rapidfuzz.fuzz import ratio

    same = sum(len(piece.text) for piece in pieces if piece.how is InText.SAME and WORD.search(piece.text))
    return same * 2 >= len(part) or ratio(passage, part) >= _ALIKE
