"""Letters as a reader sees them: with their marks, joined emoji as one."""

import unicodedata
from collections.abc import Iterator

_JOINER = "\u200d"
_VIRAMA = 9
"""The combining class of the signs that join a consonant to the next one."""
_LATER_VOWELS = "\u0e33\u0eb3\uff9e\uff9f"
"""Belong to the letter before them, though they are no marks: SARA AM of Thai and Lao, the marks of halfwidth Katakana."""


def letter_ends(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where each letter of `text[start:end]` ends, marks and joined signs included.

    After UAX #29, whose rare cases are kept on the safe side: what is one letter there is never parted here.
    """
    end = len(text) if end is None else min(end, len(text))
    flag = joined = False
    for place in range(start + 1, end):
        before, here = text[place - 1], text[place]
        flag = not flag and _is_flag(before)
        joined = joined or before == _JOINER or (before >= "\u0300" and unicodedata.combining(before) == _VIRAMA)
        if before < "\u0300" and here < "\u0300" and not joined:
            parted = here != "\u00ad" and (before, here) != ("\r", "\n")
        else:
            parted = not (
                _joins(here)
                or (joined and not here.isascii())
                or (flag and _is_flag(here))
                or _korean(here) in _KOREAN.get(_korean(before), ())
                or _precedes(before)
            )
        joined = joined and _joins(here)
        if parted:
            yield place
    if end > start:
        yield end


def whole(text: str, place: int) -> int:
    """The last place up to this one at which no letter is parted."""
    if place <= 0 or place >= len(text):
        return place
    start = place
    while start > 0 and not (_stands_alone(text[start - 1]) and _stands_alone(text[start])):
        start -= 1
    last = start
    for after in letter_ends(text, start, place + 1):
        if after <= place:
            last = after
    return last


def _stands_alone(letter: str) -> bool:
    """Whether a letter is parted from every other of which that is true: most are, so that little of a text is looked at."""
    if letter.isascii():
        return letter != "\n"
    return not (_joins(letter) or _precedes(letter) or _is_flag(letter) or _korean(letter) in ("L", "V", "T"))


def _joins(letter: str) -> bool:
    """Whether a letter belongs to the one before it."""
    if letter < "\u0300":
        return letter == "\u00ad"
    return (
        (unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf") and letter not in _BEFORE_NUMBERS)
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
        or letter in _LATER_VOWELS
    )


_KOREAN = {"L": ("L", "V", "LV", "LVT"), "V": ("V", "T"), "LV": ("V", "T"), "T": ("T",), "LVT": ("T",)}
"""What may follow each part of a syllable of Korean within it."""


def _korean(letter: str) -> str:
    """What part of a syllable of Korean it is: leading, vowel, trailing, or several in one; empty if none."""
    if "\u1100" <= letter <= "\u11ff":
        return "L" if letter < "\u1160" else "V" if letter < "\u11a8" else "T"
    if "\uac00" <= letter <= "\ud7a3":
        return "LVT" if (ord(letter) - 0xAC00) % 28 else "LV"
    if "\ud7b0" <= letter <= "\ud7fb":
        return "V" if letter < "\ud7cb" else "T"
    return "L" if "\ua960" <= letter <= "\ua97c" else ""


def _precedes(letter: str) -> bool:
    """Whether a sign belongs to the letter after it, as those before numbers in Arabic and some of India's do."""
    return (unicodedata.category(letter) == "Cf" and letter not in "\u200b\u200c\ufeff") or letter in _PREFIXES


_BEFORE_NUMBERS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
_PREFIXES = "\u0d4e\U000111c2\U000111c3\U00011f02\U00011a3a\U00011d46\U0001193f\U00011941" + "".join(
    chr(letter) for letter in range(0x11A84, 0x11A8A)
)


def _is_flag(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"
