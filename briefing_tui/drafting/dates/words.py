"""The words of a language for times, looked up and joined to patterns."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ...i18n import _
from ...model.errors import UnreadableError
from ...reading.clean import clean
from ..vocabulary import Vocabulary


@dataclass(frozen=True)
class Words:
    """What each word of time means, in small letters, and patterns of all of a kind."""

    lang: str
    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    days: dict[str, int]
    years: dict[str, int]
    shifts: dict[str, int]
    units: dict[str, str]
    references: dict[str, str]
    parts: dict[str, str]
    seasons: dict[str, str]
    decades: dict[str, int]
    lists: dict[str, frozenset[str]]

    @property
    def long_months(self) -> dict[str, int]:
        """The months by their full names, which mean a month wherever they stand; `Jan` alone can be a person."""
        short = ("mai", "may") if self.lang == "de" else ()
        return {word: number for word, number in self.months.items() if len(word) > 3 or word in short}

    def every(self) -> frozenset[str]:
        """The last word of everything that can be a time."""
        tables = (
            self.months,
            self.weekdays,
            self.days,
            self.years,
            self.units,
            self.references,
            self.parts,
            self.seasons,
            self.decades,
        )
        found = {word.split()[-1] for table in tables for word in table} | {"tags", "tonight"}
        part_ends = {day + part for day in self.weekdays for part in self.parts}
        return frozenset(found | part_ends | {part + "s" for part in self.parts} | self.lists["clock"] | self.lists["half"])

    def pattern(self, *tables: str) -> str:
        """A pattern that matches any word of the tables, the longest first."""
        words: set[str] = set()
        for name in tables:
            table = getattr(self, name, None)
            words.update(table if table is not None else self.lists.get(name, ()))
        return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")" if words else "(?!)"


def _number(key: str, name: str) -> int:
    try:
        return int(name)
    except ValueError:
        raise UnreadableError(
            _("lexicon: {key}: {name} is no number; write it like 1: word", key=key, name=clean(name, newlines=False)[:40])
        ) from None


def words(vocabulary: Vocabulary) -> Words:
    """The words of time in a vocabulary; raises UnreadableError where a number of the user's is none."""

    def numbered(key: str) -> dict[str, int]:
        return {word.lower(): _number(key, name) for name, found in vocabulary.table(key).items() for word in found}

    def named(key: str) -> dict[str, str]:
        return {word.lower(): name for name, found in vocabulary.table(key).items() for word in found}

    return Words(
        lang=vocabulary.lang,
        months=numbered("months"),
        weekdays=numbered("weekdays"),
        numbers=numbered("numbers"),
        ordinals=numbered("ordinals"),
        days=numbered("day_words"),
        years=numbered("year_words"),
        shifts=numbered("shifts"),
        units=named("units"),
        references=named("references"),
        parts=named("day_parts"),
        seasons=named("seasons"),
        decades=numbered("decades"),
        lists=vocabulary.lists,
    )


@lru_cache(256)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern for whole words in any case."""
    return re.compile(rf"(?<![\w-]){pattern}(?![\w])", re.IGNORECASE)
