"""All kinds of time expressions of a language, in the order they are looked for."""

import re
from datetime import date

from .clock import clock, parts
from .days import days
from .periods import periods, references
from .relative import counted, named
from .rule import Rule
from .words import Words


def rules(words: Words) -> list[Rule]:
    """All rules of a language, the ones that tell most first; what a match of one covers no later one takes."""
    makers = (days, clock, parts, counted, named, periods, references)
    return [rule for make in makers for rule in make(words)]


def valid(value: str) -> bool:
    """Whether a value that is a whole day is one of the calendar."""
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return not re.match(r"\d{4}-\d\d-\d\d", value)
    return True
