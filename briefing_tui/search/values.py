"""What the value of a field means that takes only some: days of `date:`, and the few of `kind:`, `use:` and `tlp:`."""

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from ..i18n import _
from ..model.briefing import Use
from ..model.dates import Moment
from ..model.marking import Tlp
from ..model.passage import Sort
from .fold import WORD, fold

T = TypeVar("T")

Days = tuple[int, int]
"""The first and the last day, as `date.toordinal` counts them."""

KINDS: Mapping[str, Sort] = {
    **{sort.value: sort for sort in Sort},
    **{f"{sort.value}s": sort for sort in Sort},
    **dict.fromkeys(("people", "personen"), Sort.PERSON),
    **dict.fromkeys(("zitat", "zitate"), Sort.QUOTE),
    **dict.fromkeys(("sprechpunkt", "sprechpunkte"), Sort.LINE),
    **dict.fromkeys(map(fold, ("gespräch", "gespräche")), Sort.TALK),
    **dict.fromkeys(("bedrohung", "bedrohungen"), Sort.THREAT),
    **dict.fromkeys(("begriff", "begriffe"), Sort.TERM),
    **dict.fromkeys(("notiz", "notizen"), Sort.NOTE),
}
"""What `kind:` takes: one or many of a sort, in English and German."""
USES: Mapping[str, Use | None] = {**{use.value: use for use in Use}, "none": None}
"""What `use:` takes; `none` is what was given under no rule."""
TLPS: Mapping[str, Tlp | None] = {
    **{tlp.value.lower().replace("+", "-"): tlp for tlp in Tlp},
    "white": Tlp.CLEAR,
    "none": None,
}
"""What `tlp:` takes; `none` is what is unmarked, `white` the old name of CLEAR."""

NEVER: Days = (0, 0)
"""Days before there are any: what asks for them finds nothing."""
_EVER = date.min.toordinal(), date.max.toordinal()
_BETWEEN = re.compile(r"\.*/\.*|\.\.+")
_HALF = re.compile(r"\d{4}-[01]|\d{4}-\d\d?-[0-3]", re.ASCII)
"""A date that breaks off in a month or a day that may get another digit."""
_RESTS = "", "9", "99", "999", "2", "12", "0", "1", "8", "28", "30", "31"
"""What may be missing of a year, a month or a day: the latest that there can be, so that a range does not end too early."""
_DAY_FIRST = re.compile(r"(?:(\d{1,2})\. ?)?(\d{1,2})\. ?(\d{4})", re.ASCII)
"""A date as German has it: `31.10.2025`, `10.2025`."""
_DAY_FIRST_BEGUN = re.compile(r"\d{1,2}\. ?(?:\d{1,2}(?:\. ?)?)?\d{0,4}", re.ASCII)
_LONGEST_DATE = 10
_LONGEST_NAME = 20


class Either(Generic[T]):
    """Some of the few values of a field: any of those asked for, but those to be without."""

    def __init__(self, known: Mapping[str, T]) -> None:
        self.known = known
        self.wanted: set[T] = set()
        self.unwanted: set[T] = set()

    def add(self, text: str, *, wanted: bool) -> str:
        """Ask for the values that `text` names, or to be without them; returns the first name that is none, if any."""
        for name in filter(None, map(_key, text.split(","))):
            values = self._named(name)
            if not values:
                return name
            (self.wanted if wanted else self.unwanted).update(values)
        return ""

    def values(self) -> frozenset[T]:
        """What is asked for; all of what is not to be left out if nothing is; empty if that leaves nothing, or all."""
        if not self.unwanted:
            return frozenset(self.wanted)
        return frozenset((self.wanted or set(self.known.values())) - self.unwanted)

    def _named(self, key: str) -> set[T]:
        """The value of that name; else those whose name, or a later word of it, begins so; else the nearest."""
        if key in self.known:
            return {self.known[key]}
        for mark in ("^", "-"):
            found = {value for name, value in self.known.items() if f"{mark}{key}" in f"^{name}"}
            if found:
                return found
        near = nearest(key, tuple(self.known))
        return {self.known[near]} if near else set()


def _key(text: str) -> str:
    """`AMBER+STRICT` as `amber-strict`."""
    return "-".join(WORD.findall(fold(text)))


@lru_cache(256)
def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word that `word` may be a slip of; empty if there is none."""
    if len(word) > _LONGEST_NAME:
        return ""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, n=1)), "")


def days(text: str, *, typed: bool = False) -> Days | None:
    """The days that a date or a range means: `2025`, `2025-10`, `2025-10-31`, `31.10.2025`, `A..B`, `A..`, `..B`, `A/B`.

    None if it asks for nothing. While it is `typed`, and `unfinished`, it means the longest beginning that makes sense, and
    every day before one does. Raises ValueError with what is wrong.
    """
    text = unicodedata.normalize("NFKC", text)
    between = _BETWEEN.search(text)
    if not between:
        moment = _moment(text, typed=typed)
        return (moment.first.toordinal(), moment.last.toordinal()) if moment else None
    start = _moment(text[: between.start()], typed=False)
    end = _moment(text[between.end() :], typed=typed)
    first = start.first.toordinal() if start else _EVER[0]
    last = end.last.toordinal() if end else _EVER[1]
    if last < first and not typed:
        raise ValueError(_("ends before it begins"))
    found = first, last if last >= first else _EVER[1]
    return found if found != _EVER else None


def unfinished(text: str) -> bool:
    """Whether `text`, as it is or with more letters, is what `days` takes."""
    return _begun(_BETWEEN.split(text)[-1]) or any(_is_days(text + rest) for rest in _RESTS)


def _begun(text: str) -> bool:
    """Whether that is the beginning of a date whose day comes first, and not all of it."""
    return bool(_DAY_FIRST_BEGUN.fullmatch(text)) and not _DAY_FIRST.fullmatch(text)


def _is_days(text: str) -> bool:
    try:
        days(text)
    except ValueError:
        return False
    return True


def _year_first(text: str) -> str:
    """`31.10.2025` as `2025-10-31`; what is written otherwise as it is."""
    found = _DAY_FIRST.fullmatch(text)
    return "-".join(part.zfill(2) for part in reversed(found.groups()) if part) if found else text


def _moment(text: str, *, typed: bool) -> Moment | None:
    if typed and _begun(text):
        return None
    text = _year_first(text.strip(". "))
    for end in range(min(len(text), _LONGEST_DATE), 0, -1) if typed else ():
        if not _HALF.fullmatch(text, 0, end):
            with suppress(ValueError):
                return Moment.parse(text[:end])
    if typed or not text:
        return None
    try:
        return Moment.parse(text)
    except ValueError:
        raise ValueError(_("is no date; write 2025, 2025-10, 2025-10-31 or 2025-10..2025-11")) from None
