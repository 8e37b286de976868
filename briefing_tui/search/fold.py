"""Text as it is compared: without case, marks and special letters, and the way back from there to the original."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

WORD = re.compile(r"[^\W_]+|[\u20a0-\u20bf\u2190-\u2bff\U0001f000-\U0001faff]")
"""A word of folded text: letters and digits in a row, or one sign that means something, such as a currency or an emoji."""

_LETTERS = {
    "ł": "l", "ø": "o", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k",
    "ƒ": "f", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ŀ": "l", "ƀ": "b", "ɨ": "i", "ʉ": "u", "ə": "e", "ɛ": "e", "ɔ": "o",
}  # fmt: skip
"""Letters that Unicode does not take apart."""

_UNSEEN = ("Mn", "Mc", "Me", "Cf")
_SYLLABLE = "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
_SYLLABLES = re.compile(_SYLLABLE)


class _Table(dict[int, str]):
    """Code point -> how it folds, worked out at the first need."""

    def __missing__(self, point: int) -> str:
        self[point] = folded = _letter(chr(point))
        return folded


def _letter(letter: str) -> str:
    lower = unicodedata.normalize("NFKD", letter).casefold()
    bare = (part for part in unicodedata.normalize("NFKD", lower) if unicodedata.category(part) not in _UNSEEN)
    return unicodedata.normalize("NFC", "".join(_LETTERS.get(part, part) for part in bare))


_table = _Table()


def _compose(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found[0])


def fold(text: str) -> str:
    """`text` as it is compared: casefolded, without compatibility forms and marks, `ł ø æ` and their like spelled plainly."""
    if text.isascii():
        return text.lower()
    return _SYLLABLES.sub(_compose, text).translate(_table)


class Folded:
    """A folded text that knows which original letters each of its letters came from."""

    __slots__ = ("_after", "_before", "_folded", "text")

    def __init__(self, original: str) -> None:
        self.text = fold(original)
        self._before, self._after, self._folded = _uneven(original)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original letters, whole and with all their marks, behind `text[start:end]`."""
        last = bisect_right(self._folded, end) - 1
        if last + 1 < len(self._before) and end > self._folded[last] + self._before[last + 1] - self._after[last]:
            end = self._folded[bisect_right(self._folded, self._folded[last + 1]) - 1]
        return self._original(start), self._original(end)

    def _original(self, place: int) -> int:
        last = bisect_right(self._folded, place) - 1
        original = self._after[last] + place - self._folded[last]
        return min(original, self._before[last + 1]) if last + 1 < len(self._before) else original


@lru_cache(4096)
def folded(original: str) -> Folded:
    """The original, folded; kept for a while."""
    return Folded(original)


def _uneven(original: str) -> tuple[list[int], list[int], list[int]]:
    """Where one letter does not fold to one: place before it, place after it, folded place after it; first the very start."""
    odd = "" if original.isascii() else "".join(letter for letter in set(original) if len(_table[ord(letter)]) != 1)
    jamo = not original.isascii() and _SYLLABLES.search(original)
    if not odd and not jamo:
        return [0], [0], [0]
    pattern = f"{_SYLLABLE}|[{re.escape(odd)}]" if odd else _SYLLABLE
    found = [(each.start(), each.end(), len(fold(each[0]))) for each in re.finditer(pattern, original)]
    shifts = accumulate(length - (end - start) for start, end, length in found)
    folded = [end + shift for (_, end, _), shift in zip(found, shifts, strict=True)]
    return [0, *(start for start, _, _ in found)], [0, *(end for _, end, _ in found)], [0, *folded]
