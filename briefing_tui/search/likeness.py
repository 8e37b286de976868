"""How surely a typed word means a word of the text, from 1 (the same) down: beginning, part of a compound, slip of the pen."""

import re
from collections.abc import Sequence

EXACT = 1.0
START = 0.8
INSIDE = 0.6
LITERAL = INSIDE
"""From here up all typed letters stand in the word in a row."""

_ANOTHER_SPELLING = 0.02
_SLIP = (0.0, 0.5, 0.42)
_SLIP_AT_START = (0.0, 0.4, 0.34)
_SLIP_INSIDE = (0.0, 0.28, 0.22)
_UNSPACED = re.compile("[\u0e00-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Scripts that put no spaces between words, or write them with one or two signs: Thai to Burmese, Khmer, Hangul, kana, Han."""


def unspaced(word: str) -> bool:
    """Whether a word is of a script where one or two letters say something, inside a longer run too."""
    return bool(_UNSPACED.match(word))


def literal(typed: str, word: str) -> float:
    """How surely `typed`, which stands in `word`, means it; a longer rest says less."""
    if typed == word:
        return EXACT
    share = len(typed) / len(word)
    if word.startswith(typed):
        return START + 0.15 * share
    return INSIDE + 0.1 * share + (0.03 if word.endswith(typed) else 0)


def other_spelling(likeness: float) -> float:
    """The likeness of a word found by another spelling than the one typed."""
    return likeness - _ANOTHER_SPELLING


def slips(typed: str) -> int:
    """How many wrong, missing, additional or swapped letters a word of this length may have."""
    return 0 if len(typed) < 4 else 1 if len(typed) < 8 else 2


def near(typed: str, words: list[str], most: int) -> dict[str, float]:
    """The words at most so many slips away (optimal string alignment), the whole word compared."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(typed, words, scorer=OSA.distance, score_cutoff=most, limit=None)
    return {word: _SLIP[int(distance)] + 0.05 * (word[0] == typed[0]) for word, distance, _ in found if distance}


def pieces(typed: str, most: int) -> list[tuple[int, str]]:
    """Parts of a word, with their places, of which one stands unharmed after so many slips.

    There is one more part than slips, and a letter between them, which a swap across their border would harm; not in a word
    so short that parts of one letter would be left.
    """
    parts = most + 1
    gap = int(len(typed) - most >= 2 * parts)
    size = (len(typed) - most * gap) // parts
    return [(place * (size + gap), typed[place * (size + gap) :][:size]) for place in range(parts)]


def near_parts(typed: str, words: Sequence[str], starts: Sequence[int], most: int) -> dict[int, float]:
    """Which of these words, by their place here, hold `typed` with slips at the start given for each, and how surely."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    best: dict[int, float] = {}
    for length in range(len(typed) - most, len(typed) + most + 1):
        parts = [word[start : start + length] for word, start in zip(words, starts, strict=True)]
        for _, distance, place in process.extract(typed, parts, scorer=OSA.distance, score_cutoff=most, limit=None):
            scale = _SLIP_INSIDE if starts[place] else _SLIP_AT_START
            best[place] = max(best.get(place, 0), scale[int(distance)] or INSIDE)
    return best
