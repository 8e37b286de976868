"""The words of what was typed, folded, with the other ways they could be spelled."""

import re
import unicodedata
from itertools import product

from ..model.records import record
from .fold import WORD, fold

LETTERS = 400
"""How many letters of a query are read."""
WORDS = 16
"""How many words of a query count."""
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_PAIRS = re.compile(r"[ao]e|(?<![aeq])ue")
_MOST_PAIRS = 3
_SHORTEST = 3


@record()
class Word:
    """A folded word of a query; `typed` while more letters may come, `others` how else it could be spelled.

    An `exact` word means itself: neither the beginning nor a part of a longer one, nor one that is nearly the same.
    """

    text: str
    typed: bool = False
    others: tuple[str, ...] = ()
    exact: bool = False


def read(text: str, *, typed: bool = False, exact: bool = False) -> list[Word]:
    """The words in a text, not many more than count; each `exact` if so asked; `typed` if the last is unfinished.

    An exact word is never unfinished, nor spelled otherwise.
    """
    words = WORD.findall(fold(text))
    spelled = words if text.isascii() else WORD.findall(fold(_spelled_out(text)))
    last = len(words) - 1 if typed and not exact else -1
    pairs = zip(words[: WORDS + 1], spelled, strict=False)
    return [Word(word, place == last, () if exact else _others(word, out), exact) for place, (word, out) in enumerate(pairs)]


def _spelled_out(text: str) -> str:
    """`text` with its umlauts spelled out: `ü` as `ue`."""
    return unicodedata.normalize("NFC", text).translate(_SPELLED_OUT)


def _others(word: str, spelled_out: str) -> tuple[str, ...]:
    """`ue oe ae` as the umlauts they may stand for, any of them; umlauts as `ue oe ae`."""
    pairs = list(_PAIRS.finditer(word))[:_MOST_PAIRS]
    if not pairs and word == spelled_out:
        return ()
    others = {spelled_out}
    for choice in product((False, True), repeat=len(pairs)):
        letters, at = "", 0
        for contract, pair in zip(choice, pairs, strict=True):
            letters += word[at : pair.start()] + pair[0][: 1 if contract else 2]
            at = pair.end()
        others.add(letters + word[at:])
    return tuple(sorted(other for other in others - {word} if len(other) >= _SHORTEST))
