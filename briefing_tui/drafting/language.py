"""Which language a text is in, by counting the smallest words of the languages we know."""

import re
from functools import cache

from .vocabulary import LANGUAGES, shipped

_SAMPLE = 20_000
"""How many characters are looked at."""
_WORD = re.compile(r"[^\W\d_]+")
KNOWN = 0.08
"""The share of its words that the smallest words are at least in a text of a language we know."""


@cache
def _small_words() -> dict[str, frozenset[str]]:
    table = shipped("languages")
    return {lang: frozenset(str(table[lang]).split()) for lang in LANGUAGES}


def recognised(text: str) -> tuple[str, float]:
    """The language whose smallest words are most of the text, and their share of all words, from 0 to 1."""
    words = [word.lower() for word in _WORD.findall(text, 0, _SAMPLE)]
    shares = [(sum(word in small for word in words) / max(len(words), 1), lang) for lang, small in _small_words().items()]
    share, lang = max(shares, key=lambda pair: pair[0])
    return lang, share
