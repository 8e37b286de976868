"""Which language a text is in, by counting the smallest words of the languages we know."""

import re

from .vocabulary import LANGUAGES, Vocabulary

_SAMPLE = 20_000
"""How many characters are looked at."""
_WORD = re.compile(r"[^\W\d_]+")


def recognised(text: str, vocabularies: dict[str, Vocabulary]) -> tuple[str, float]:
    """The language whose small words are most of the text, and their share of all words, from 0 to 1."""
    words = [word.lower() for word in _WORD.findall(text, 0, _SAMPLE)]
    shares = [(sum(word in vocabularies[lang].lists["language"] for word in words) / max(len(words), 1), lang) for lang in LANGUAGES]
    share, lang = max(shares, key=lambda pair: pair[0])
    return lang, share
