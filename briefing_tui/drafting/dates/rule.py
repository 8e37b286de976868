"""One kind of time expression: a pattern, and what a match of it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from .anchor import Anchor
from .words import compiled

YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
"""The pattern of a year."""

Value = Callable[[re.Match[str], Anchor, int], str]
"""The value of a match, given the anchor and where the sentence looks to: back (-1), ahead (1) or neither; empty for none."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the kind of its matches (`DATE` or `TIME`) and their value."""

    kind: str
    pattern: re.Pattern[str]
    value: Value


def rule(kind: str, pattern: str, value: Value) -> Rule:
    """A rule for whole words in any case."""
    return Rule(kind, compiled(pattern), value)
