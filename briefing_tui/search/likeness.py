"""How surely a typed word means a word of the text, from 1 (the same) down: beginning, part of a compound, slip of the pen."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EXACT = 1.0
START = 0.8
INSIDE = 0.6
LITERAL = INSIDE
"""From here up all typed letters stand in the word in a row."""

SLIP = (0.0, 0.5, 0.42)
SLIP_AT_START = (0.0, 0.4, 0.34)
SLIP_INSIDE = (0.0, 0.28, 0.22)
"""The likeness of a word with so many slips: of the whole word, of its beginning, of a part."""
SAME_START = 0.05
"""How much more likely it is if the first letter is right."""

_SHARE_AT_START, _SHARE_INSIDE, _AT_END = 0.15, 0.1, 0.03
_ANOTHER_SPELLING = 0.02
_UNSPACED = ("\u0e00\u109f", "\u1100\u11ff", "\u1780\u17ff", "\u2e80\ud7ff", "\uf900\ufaff", "\U00020000\U0003ffff")
"""Scripts that put no spaces between words, or write them with one or two signs: Thai to Burmese, Khmer, Hangul, kana, Han."""


def unspaced(word: str) -> bool:
    """Whether a word is of a script where one or two letters say something, inside a longer run too."""
    return any(span[0] <= word[:1] <= span[1] for span in _UNSPACED)


def literal(length: int, places: "NDArray[Any]", lengths: "NDArray[Any]") -> "NDArray[np.float64]":
    """How surely a typed word of some length means the words it stands in, at some places; a longer rest says less."""
    import numpy as np

    share = length / lengths
    inside = INSIDE + _SHARE_INSIDE * share + _AT_END * (places + length == lengths)
    at_start = np.where(lengths == length, EXACT, START + _SHARE_AT_START * share)
    return np.where(places == 0, at_start, inside)


def other_spelling(likeness: float) -> float:
    """The likeness of a word found by another spelling than the one typed."""
    return likeness - _ANOTHER_SPELLING


def slips(typed: str) -> int:
    """How many wrong, missing, additional or swapped letters a word of this length may have."""
    return 0 if len(typed) < 4 else 1 if len(typed) < 8 else 2


def pieces(typed: str, most: int) -> list[tuple[int, str]]:
    """Parts of a word, with their places, of which one stands unharmed after so many slips.

    There is one more part than slips, and a letter between them, which a swap across their border would harm; not in a word
    so short that parts of one letter would be left.
    """
    parts = most + 1
    gap = int(len(typed) - most >= 2 * parts)
    size = (len(typed) - most * gap) // parts
    return [(place * (size + gap), typed[place * (size + gap) :][:size]) for place in range(parts)]
