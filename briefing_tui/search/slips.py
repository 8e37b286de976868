"""Which words of a lexicon a mistyped word can mean (optimal string alignment: missing, additional, wrong, swapped letters).

Only words of about the same letters are compared; those that only begin so, or hold it, must have a part of it unharmed.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from .lexicon import signature
from .likeness import INSIDE, SAME_START, SLIP, SLIP_AT_START, SLIP_INSIDE, pieces, slips

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .lexicon import Lexicon

    Numbers = NDArray[np.uint32]

_PART_FROM = 7
_START_FROM = 4
_TWO_SLIPS_FROM = 11
_MOST = 900
"""How many longer words that hold a part of a word are compared with it at most: those that are little longer."""

Likeness = tuple["Numbers", "NDArray[np.float64]"]
"""Words by number and how surely each is meant."""


def load() -> None:
    """Load what compares words, before a mistyped one waits for it."""
    import rapidfuzz.distance
    import rapidfuzz.process  # noqa: F401


def alike(lexicon: "Lexicon", text: str) -> Likeness:
    """The words of about this length that `text` can be a slip of."""
    most = max(1, slips(text))
    numbers = _candidates(lexicon, text, most, shorter=bool(slips(text)))
    words = lexicon.words(numbers)
    found = _distances(text, words, most)
    near = np.flatnonzero((found > 0) & (found <= most))
    same = np.array([words[place][0] == text[0] for place in near.tolist()], float)
    return numbers[near], np.array(SLIP)[found[near]] + SAME_START * same


def held(lexicon: "Lexicon", text: str, *, typed: bool) -> Likeness:
    """The longer words that begin with a mistyped `text`, or hold it if it is long enough."""
    inside = len(text) >= _PART_FROM
    if not inside and not (typed and len(text) >= _START_FROM):
        return np.zeros(0, np.uint32), np.zeros(0)
    most = 2 if len(text) >= _TWO_SLIPS_FROM else 1
    numbers, starts = _places(lexicon, text, most, inside=inside)
    best = _distances(text, _parts(lexicon, text, len(text), numbers, starts), most + 1)
    near = np.flatnonzero(best <= most + 1)
    numbers, starts, best = numbers.take(near), starts.take(near), best.take(near)
    for length in (len(text) - 1, len(text) + 1):
        best = np.minimum(best, _distances(text, _parts(lexicon, text, length, numbers, starts), most))
    near = np.flatnonzero(best <= most)
    likeness = np.where(starts[near] == 0, np.array(SLIP_AT_START)[best[near]], np.array(SLIP_INSIDE)[best[near]])
    return numbers[near], np.where(best[near] == 0, INSIDE, likeness)


def _parts(
    lexicon: "Lexicon", text: str, length: int, numbers: "Numbers", starts: "NDArray[np.int64]"
) -> Sequence[str | bytes]:
    """So many letters of each word from its place on, to compare `text` with. A letter more or less is one slip more or less.

    A text of ASCII has a byte a letter, and parts in bytes are quicker by half.
    """
    if text.isascii():
        return lexicon.parts(numbers, starts, length)
    return [word[start : start + length] for word, start in zip(lexicon.words(numbers), starts.tolist(), strict=True)]


def nearest(lexicon: "Lexicon", text: str, most: int) -> list[str]:
    """The words that look most like `text`, however many letters it takes; few and the nearest first, none of them short."""
    from rapidfuzz import fuzz, process

    words = [word for word in lexicon.words(_candidates(lexicon, text, 2 + len(text) // 5)) if len(word.encode()) >= _TELLING]
    return [near for near, _, _ in process.extract(text, words, scorer=fuzz.ratio, limit=most, score_cutoff=_SCORE)]


_SCORE = 70
_TELLING = 4
"""Bytes from which a word is told from most others; `ein`, `are` and `too` look like much that is typed."""


def _candidates(lexicon: "Lexicon", text: str, most: int, *, shorter: bool = True) -> "Numbers":
    """The words of about this length with about the same letters."""
    wide = most * _letter(text)
    length = len(text.encode(errors="replace"))
    near, signatures = lexicon.of_lengths(length - wide if shorter else length + 1, length + wide)
    alike: NDArray[np.bool_] = np.bitwise_count(signatures ^ np.uint64(signature(text))) <= 2 * wide
    return near.compress(alike)


def _places(lexicon: "Lexicon", text: str, most: int, *, inside: bool) -> "tuple[Numbers, NDArray[np.int64]]":
    """The longer words that hold a part of `text`, and where in them, in letters, all of it would begin."""
    length, wide = len(text.encode()), most * _letter(text)
    typed = np.uint64(signature(text))
    found = []
    for place, piece in pieces(text, most):
        numbers, places = lexicon.containing(piece)
        before = len(text[:place].encode())
        if before > wide or not inside:
            fitting = places >= max(before - wide, 0)
            if not inside:
                fitting &= places <= before + wide
            numbers, places = numbers.compress(fitting), places.compress(fitting)
        alike = np.bitwise_count(typed & ~lexicon.signatures.take(numbers)) <= wide
        numbers, places = numbers.compress(alike), places.compress(alike)
        lengths = lexicon.every_length.take(numbers)
        longer = np.flatnonzero(lengths > length)
        if len(longer) > _MOST:
            longer = longer[np.argpartition(lengths[longer], _MOST)[:_MOST]]
        starts = places[longer].astype(np.int64) - before
        found.append((numbers[longer], np.where(starts <= wide, 0, starts)))
    numbers = np.concatenate([each for each, _ in found])
    starts = np.concatenate([each for _, each in found])
    return numbers, _letters(lexicon, numbers, starts) if not text.isascii() else starts


def _letters(lexicon: "Lexicon", numbers: "Numbers", starts: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """Places in bytes as places in letters."""
    words = (word.encode() for word in lexicon.words(numbers))
    counted = (len(word[:start].decode(errors="replace")) for word, start in zip(words, starts.tolist(), strict=True))
    return np.fromiter(counted, np.int64, len(numbers))


def _letter(text: str) -> int:
    """How many bytes a letter of `text` takes at most."""
    return 1 if text.isascii() else max(len(letter.encode(errors="replace")) for letter in text)


def _distances(text: str, words: Sequence[str | bytes], most: int) -> "NDArray[Any]":
    """How many slips away each word is; more than `most` is `most + 1`."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if not words:
        return np.zeros(0, np.int64)
    found: NDArray[Any] = process.cdist([text], words, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)[0]
    return found.astype(np.int64)
