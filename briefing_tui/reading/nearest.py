"""The nearest known word to one that is not known, for "did you mean"."""

from collections.abc import Iterable
from functools import reduce

from ..i18n import named
from ..i18n import said as _

_MOST_WORDS = 1000
_LONGEST = 60
_LEAST = 65
_NEAR = 15


def nearest(word: str, known: Iterable[str], most: int = 1) -> list[str]:
    """Up to `most` known words that `word` may be a slip of, best first; rapidfuzz is loaded at the first need."""
    if len(word) > _LONGEST:
        return []
    from itertools import islice

    from rapidfuzz import fuzz, process

    choices = list({choice.casefold(): choice for choice in islice(known, _MOST_WORDS)}.values())
    found = process.extract(word, choices, scorer=fuzz.ratio, processor=str.casefold, limit=most, score_cutoff=_LEAST)
    return [choice for choice, score, _place in found if score > found[0][1] - _NEAR]


def either(words: list[str]) -> str:
    """`'a' or 'b'`."""
    return reduce(lambda one, other: _("{one} or {other}", one=one, other=other), map(named, words))


def did_you_mean(words: list[str]) -> str:
    """`; did you mean 'a' or 'b'?`, or nothing."""
    return _("; did you mean {words}?", words=either(words)) if words else ""
