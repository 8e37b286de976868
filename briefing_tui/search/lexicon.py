"""The distinct words of a segment: sorted, so that a beginning is one range; and all their ends sorted, so that a part is one.

`words` holds the folded words as UTF-8, each after a line feed, `word_at` where each begins and where the last ends. `end_word`
and `end_at` are a suffix array: for every letter of every word the number of the word and the place in it, sorted by what
stands there, its first eight bytes.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .runs import runs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .storage import Stored, Writer

    Numbers = NDArray[np.uint32]

_KEY = 8
_STEP = 64
"""How many ends lie between two signposts."""
_LAST = b"\xff"
"""Stands behind every byte of UTF-8 text."""


class Lexicon:
    """The words of a segment, by number in the order of their letters."""

    def __init__(self, stored: "Stored") -> None:
        self._stored = stored
        self._length = len(stored.array("word_at")) - 1

    def __len__(self) -> int:
        return self._length

    @cached_property
    def _words(self) -> "NDArray[np.uint8]":
        return self._stored.sound("words")

    @cached_property
    def _word_at(self) -> "Numbers":
        return self._stored.sound("word_at")

    def word(self, number: int) -> str:
        """A word by its number."""
        return self._bytes(number).decode()

    def words(self, numbers: "Sequence[int] | Numbers") -> list[str]:
        """Words by their numbers."""
        chosen = np.asarray(numbers, np.int64)
        starts = self._word_at.take(chosen).astype(np.int64)
        letters = self._words.take(runs(starts, self._word_at.take(chosen + 1) - starts))
        return letters.tobytes().decode().split("\n")[:-1]

    def parts(self, numbers: "Numbers", starts: "NDArray[np.int64]", length: int) -> list[bytes]:
        """So many bytes of each word from a place in it on, fewer where it ends before."""
        every = np.arange(length)
        letters = self._words.take((self._word_at.take(numbers) + starts)[:, None] + every, mode="clip")
        letters[every >= (self.lengths(numbers) - starts)[:, None]] = 0
        parts: list[bytes] = letters.view(f"S{length}").ravel().tolist()
        return parts

    def all(self) -> list[str]:
        """All words, in their order."""
        return self._words.tobytes().decode().split("\n")[1:-1]

    def number(self, word: str) -> int | None:
        """The number of a word; None if it is not here."""
        wanted = word.encode(errors="replace")
        found = bisect_left(range(len(self)), wanted, key=self._bytes)
        return found if found < len(self) and self._bytes(found) == wanted else None

    def beginning(self, part: str) -> tuple[int, int]:
        """The words that begin with these letters: from the first number to before the last."""
        wanted = part.encode(errors="replace")
        every = range(len(self))
        first = bisect_left(every, wanted, key=self._bytes)
        return first, bisect_left(every, wanted + _LAST, first, key=self._bytes)

    def containing(self, part: str) -> "tuple[Numbers, NDArray[np.uint8]]":
        """The words that hold these letters in a row, and where in them, in bytes; a word once for each place."""
        wanted = part.encode(errors="replace")
        key = wanted[:_KEY]
        end_word, end_at = self._stored.sound("end_word"), self._stored.sound("end_at")
        letters, at = self._looked_at
        word_of, place_of = end_word.data, end_at.data

        def end(row: int) -> bytes:
            start = at[word_of[row]] + place_of[row]
            return letters[start : start + len(key)].tobytes()

        ends = range(len(end_word))
        near = bisect_left(self._signposts, int.from_bytes(key.ljust(_KEY, b"\0"))) * _STEP
        first = bisect_left(ends, key, max(0, near - _STEP), min(near, len(ends)), key=end)
        far = bisect_right(self._signposts, int.from_bytes(key.ljust(_KEY, _LAST))) * _STEP
        last = bisect_right(ends, key, max(first, far - _STEP), min(far, len(ends)), key=end)
        words, places = end_word[first:last], end_at[first:last]
        if len(wanted) > _KEY:
            kept = [
                row
                for row, (word, place) in enumerate(zip(words.tolist(), places.tolist(), strict=True))
                if self._bytes(word).startswith(wanted, place)
            ]
            words, places = words[kept], places[kept]
        return words, places

    @cached_property
    def _signposts(self) -> memoryview:
        """What stands at every `_STEP`th end, as a number: a part is looked for from the nearest, not among all ends."""
        rows = slice(None, None, _STEP)
        starts = self._word_at[self._stored.sound("end_word")[rows]].astype(np.int64) + self._stored.sound("end_at")[rows]
        letters = np.concatenate((self._words, np.zeros(_KEY, np.uint8)))[starts[:, None] + np.arange(_KEY)]
        posts: NDArray[np.uint64] = letters.view(">u8").ravel().astype(np.uint64)
        return posts.data

    @cached_property
    def every_length(self) -> "NDArray[np.int16]":
        """How long each word is, in bytes."""
        return (np.diff(self._word_at.astype(np.int64)) - 1).astype(np.int16)

    def warm(self) -> None:
        """Work out what the first mistyped word needs."""
        _ = self._by_length, self._looked_at, self._signposts

    def lengths(self, numbers: "Numbers") -> "NDArray[np.int64]":
        """How long words are, in bytes."""
        return self.every_length.take(numbers).astype(np.int64)

    def of_lengths(self, shortest: int, longest: int) -> "tuple[Numbers, NDArray[np.uint64]]":
        """The words that are so long in bytes, the shorter ones first, and their signatures."""
        order, signatures, at = self._by_length
        first, last = np.clip((shortest, longest + 1), 0, len(at) - 1).tolist()
        there = slice(int(at[first]), int(at[last]))
        return order[there], signatures[there]

    @cached_property
    def _by_length(self) -> "tuple[Numbers, NDArray[np.uint64], NDArray[np.int64]]":
        """The words from the shortest to the longest, their signatures, and where those of each length begin."""
        order = np.argsort(self.every_length, kind="stable").astype(np.uint32)
        return order, self.signatures[order], np.concatenate(([0], np.cumsum(np.bincount(self.every_length))))

    @property
    def signatures(self) -> "NDArray[np.uint64]":
        """The signature of each word: see `signature`."""
        return self._stored.sound("signatures")

    def _bytes(self, number: int) -> bytes:
        letters, at = self._looked_at
        return letters[at[number] : at[number + 1] - 1].tobytes()

    @cached_property
    def _looked_at(self) -> "tuple[memoryview, memoryview]":
        """The words, and where they begin, to look at one by one: an array takes ten times as long."""
        return self._words.data, self._word_at.data


def signature(word: str) -> int:
    """Which letters a word has, as bits 0 to 31, and which of them twice, as bits 32 to 63; letters that differ may share one.

    A letter more or less changes at most one bit, so words many bits apart need not be compared letter by letter.
    """
    once = twice = 0
    for byte in word.encode(errors="replace"):
        bit = 1 << (byte & 31)
        twice |= once & bit
        once |= bit
    return once | twice << 32


def _signatures(letters: "NDArray[np.uint8]", owners: "NDArray[np.int64]", words: int) -> "NDArray[np.uint64]":
    counts = np.bincount(owners * 32 + (letters & 31), minlength=words * 32).reshape(words, 32)
    bits = np.uint64(1) << np.arange(32, dtype=np.uint64)
    once, twice = ((counts >= times) @ bits.astype(np.float64) for times in (1, 2))
    return once.astype(np.uint64) | (twice.astype(np.uint64) << np.uint64(32))


def write_lexicon(words: Sequence[str], writer: "Writer") -> None:
    """Write sorted words."""
    encoded = [word.encode() for word in words]
    lengths = np.fromiter(map(len, encoded), np.int64, len(encoded))
    at = np.ones(len(encoded) + 1, np.uint32)
    at[1:] = 1 + np.cumsum(lengths + 1)
    blob = b"\n" + b"".join(word + b"\n" for word in encoded)
    writer.add("words", blob)
    writer.add("word_at", at)
    letters = np.frombuffer(blob, np.uint8)
    owners = np.repeat(np.arange(len(encoded)), lengths)
    writer.add("signatures", _signatures(letters[letters != 10], owners, len(encoded)))
    _write_ends(letters, at, writer)


def _write_ends(blob: "NDArray[np.uint8]", at: "Numbers", writer: "Writer") -> None:
    """Every letter of every word, sorted by the bytes from there on."""
    letters = np.flatnonzero((blob != 10) & ((blob & 0xC0) != 0x80))
    padded = np.concatenate((blob, np.zeros(_KEY, np.uint8)))
    keys = np.zeros(len(letters), np.uint64)
    for place in range(_KEY):
        keys = (keys << np.uint64(8)) | padded[letters + place]
    order = np.argsort(keys, kind="stable")
    sorted_letters = letters[order]
    words = np.searchsorted(at, sorted_letters, side="right") - 1
    places = np.minimum(sorted_letters - at[words], 255)
    writer.add("end_word", words.astype(np.uint32))
    writer.add("end_at", places.astype(np.uint8))
