"""All time expressions of a text with their values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..vocabulary import Vocabulary
from .anchor import Anchor
from .rule import Rule
from .rules import rules, valid
from .words import Words, compiled, words


@dataclass(frozen=True, slots=True)
class When:
    """A date or time in the text, `kind` DATE or TIME, and what it means as TimeML writes it, such as `2025-W44`."""

    start: int
    end: int
    kind: str
    value: str

    @property
    def day(self) -> date | None:
        """The day, if it is one."""
        try:
            return date.fromisoformat(self.value[:10])
        except ValueError:
            return None


def dates(text: str, vocabulary: Vocabulary, today: date) -> list[When]:
    """The time expressions of `text` in order; what is said without a year or day is counted from `today`."""
    known = _known(vocabulary)
    taken = list(_matches(text, known))
    anchor = Anchor(today)
    found = []
    named = 0
    for match, rule in taken:
        anchor.year = anchor.year if match.start() - named < _NEAR else 0
        value = rule.value(match, anchor, _direction(text, match, known.words))
        if not value or not valid(value):
            continue
        when = When(match.start(), match.end(), rule.kind, value)
        anchor.last = when.day or anchor.last
        if match.groupdict().get("year"):
            anchor.year, named = int(value[:4]) if value[:4].isdigit() else 0, match.end()
        found.append(when)
    return found


_NEAR = 90
"""For how many characters a year that was named still counts for months after it."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is made once for a language: its words of time, all of them in one set, and the rules."""

    words: Words
    all_words: frozenset[str]
    rules: tuple[Rule, ...]


@lru_cache(8)
def _known(vocabulary: Vocabulary) -> _Known:
    found = words(vocabulary)
    return _Known(found, found.every(), tuple(rules(found)))


def _matches(text: str, known: _Known) -> list[tuple[re.Match[str], Rule]]:
    """What the rules match, in order of place; a rule takes nothing that one before it took."""
    covered = bytearray(len(text) + 1)
    windows = list(_windows(text, known.all_words))
    taken = []
    for rule in known.rules:
        for first, last in windows:
            for match in rule.pattern.finditer(text, first, last):
                if not covered[match.start()] and not covered[match.end() - 1]:
                    covered[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                    taken.append((match, rule))
    return sorted(taken, key=lambda each: each[0].start())


_WORD = re.compile(r"\w+")
_AROUND = 3
"""How many words around a word of time a rule may look at."""


def _windows(text: str, time_words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretches of text around numbers and words of time; there is nothing to be found elsewhere."""
    places = [match.span() for match in _WORD.finditer(text)]
    first = last = -1
    for index, (start, end) in enumerate(places):
        if text[start].isdigit() or text[start:end].lower() in time_words:
            if index - _AROUND > last and last >= 0:
                yield places[first][0], places[min(last, len(places) - 1)][1]
                first = -1
            first = max(index - _AROUND, 0) if first < 0 else first
            last = index + _AROUND + 3
    if first >= 0:
        yield places[first][0], places[min(last, len(places) - 1)][1]


def _direction(text: str, match: re.Match[str], known: Words) -> int:
    """Whether the sentence around looks back (-1) or ahead (1); 0 if it tells of what lasts."""
    first = max(0, match.start() - 160)
    stops = [stop.end() for stop in _STOP.finditer(text, first, match.start())]
    stop = _STOP.search(text, match.end(), match.end() + 160)
    around = text[stops[-1] if stops else first : stop.start() if stop else match.end() + 160].lower()
    ahead = len(compiled(known.pattern("future_words")).findall(around))
    behind = len(compiled(known.pattern("past_words")).findall(around)) + len(_PAST.findall(around))
    return 1 if ahead > behind else -1 if behind else 0


_STOP = re.compile(r"(?<![\d])[.!?]\s|\n")
_PAST = re.compile(r"\b\w{2,}(?:[bcdfgklmnprsßzh]te|[bcdfgklmnprsßzh]ten|ed)\b")
