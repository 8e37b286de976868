"""A text as it is compared: one glyph for all quotation marks, single blanks, and the way back to where it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from ..glyphs import FLAT

_NOTHING = "".join(chr(code) for code, glyph in FLAT.items() if glyph is None)
_MARKS = dict.fromkeys([ord('"'), ord("ʼ"), *(code for code, glyph in FLAT.items() if glyph == '"')], "'")
_DASHES = dict.fromkeys(map(ord, "‐‒―−"), "-")
_ONE = {code: glyph for code, glyph in FLAT.items() if glyph and len(glyph) == 1} | _MARKS | _DASHES
_ODD = re.compile(rf"[\s{_NOTHING}]{{2,}}|[{_NOTHING}]|…|[\ufb00-\ufb06]|\w[\u0300-\u036f]+")
_BREAK = r"(?<=[^\W\d_])[-‐][ \t]*\n[ \t]*(?=[a-zäöüßéèà])"
_ODD_OR_BREAK = re.compile(f"{_BREAK}|{_ODD.pattern}")
_HYPHEN = re.compile(_BREAK)


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text to compare; `place` leads back to the text it was made from."""

    text: str
    _here: tuple[int, ...]
    _there: tuple[int, ...]

    def place(self, at: int) -> int:
        """Where in the original the character stands that is at `at` here."""
        index = bisect_right(self._here, at) - 1
        return self._there[index] + at - self._here[index]

    def at(self, place: int) -> int:
        """Where here the character stands that is at `place` in the original, or the next that is not left out."""
        index = bisect_right(self._there, place) - 1
        ends = self._here[index + 1] if index + 1 < len(self._here) else len(self.text)
        return min(self._here[index] + place - self._there[index], ends)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the original a stretch stands; it holds at least one character."""
        return self.place(start), self.place(end - 1) + 1


def plain_text(text: str, hyphen: str | None = None) -> PlainText:
    """`text` to compare; a hyphen before a line break that cuts a word becomes `hyphen`, if that is given."""
    here, there, parts = [0], [0], []
    at = done = 0
    for match in (_ODD if hyphen is None else _ODD_OR_BREAK).finditer(text):
        glyph = hyphen if hyphen is not None and match[0][0] in "-‐" else _glyph(match[0])
        parts += [text[done : match.start()], glyph]
        at += match.start() - done
        here += range(at, at + len(glyph))
        there += [match.start()] * len(glyph)
        at, done = at + len(glyph), match.end()
        here.append(at)
        there.append(done)
    parts.append(text[done:])
    return PlainText("".join(parts).translate(_ONE), tuple(here), tuple(there))


@lru_cache(1024)
def _glyph(odd: str) -> str:
    """What a stretch becomes that is not compared letter for letter."""
    if odd == "…":
        return "..."
    if odd.strip().strip(_NOTHING):
        return normalize("NFKC" if "\ufb00" <= odd <= "\ufb06" else "NFC", odd)
    return " " if any(map(str.isspace, odd)) else ""


def readings(text: str) -> Iterator[PlainText]:
    """A text as it stands, then with words put together that a line end cuts: without their hyphen, and with it."""
    yield plain_text(text)
    if _HYPHEN.search(text):
        yield plain_text(text, "")
        yield plain_text(text, "-")


_OMISSION = re.compile(r"\s*(?:\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\))\s*")


def parts_of(quote: str) -> list[str]:
    """The parts of a quote between its omissions, `[…]`, each to compare; those without a letter or digit are left out."""
    parts = (plain_text(part).text.strip(" '") for part in _OMISSION.split(quote))
    return [part for part in parts if any(map(str.isalnum, part))]
