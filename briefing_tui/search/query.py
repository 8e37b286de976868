"""What was typed, as words: `frieden halbinsel @ahn` asks for both words, said by Ahn."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from .fold import WORD, fold

LETTERS = 200
"""How many letters of a query are read."""
WORDS = 16
"""How many words of a query count."""
SPEAKER = ("@", "＠")
"""What a word begins with that limits to a speaker."""
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_PAIRS = re.compile(r"[ao]e|(?<![aeq])ue")
_MOST_PAIRS = 3
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word of a query; `typed` while more letters may come, `others` how else it could be spelled."""

    text: str
    typed: bool = False
    others: tuple[str, ...] = ()


class Query(NamedTuple):
    """Words that a passage must hold, and words that its speaker's names must hold."""

    words: tuple[Word, ...] = ()
    speakers: tuple[Word, ...] = ()


def parse(text: str) -> Query:
    """The query in `text`, whatever it holds: words in any order, `@` before those that limit to a speaker.

    The last word may be unfinished unless a space follows.
    """
    text = text[:LETTERS]
    found: dict[bool, dict[str, Word]] = {True: {}, False: {}}
    chunks = text.split()[:WORDS]
    for place, chunk in enumerate(chunks, 1):
        words = read(chunk, typed=place == len(chunks) and not text[-1:].isspace())
        found[chunk.startswith(SPEAKER)].update((word.text, word) for word in words)
    return Query(tuple(found[False].values())[:WORDS], tuple(found[True].values())[:WORDS])


def read(chunk: str, *, typed: bool = False) -> list[Word]:
    """The words in a text without spaces; `typed` if the last is unfinished."""
    words = WORD.findall(fold(chunk))
    spelled = WORD.findall(fold(_spelled_out(chunk)))
    last = len(words) - 1
    return [
        Word(word, typed and place == last, _others(word, out))
        for place, (word, out) in enumerate(zip(words, spelled, strict=False))
    ]


def _spelled_out(chunk: str) -> str:
    """`chunk` with its umlauts spelled out: `ü` as `ue`."""
    return unicodedata.normalize("NFC", chunk).translate(_SPELLED_OUT)


def _others(word: str, spelled_out: str) -> tuple[str, ...]:
    """`ue oe ae` as the umlauts they may stand for, any of them; umlauts as `ue oe ae`."""
    pairs = list(_PAIRS.finditer(word))[:_MOST_PAIRS]
    others = {spelled_out}
    for choice in product((False, True), repeat=len(pairs)):
        letters, at = "", 0
        for contract, pair in zip(choice, pairs, strict=True):
            letters += word[at : pair.start()] + pair[0][: 1 if contract else 2]
            at = pair.end()
        others.add(letters + word[at:])
    return tuple(sorted(other for other in others - {word} if len(other) >= _SHORTEST))
