"""The names of somebody who is not to be named, and whether a text holds one of them."""

import re
import unicodedata
from dataclasses import dataclass

from ..model.fields import Kind, Ref
from ..model.links import Links

_LEAST = 3
"""Letters of a word of a name that is looked for whatever its case; `Li` and `Xi` are looked for as they are written."""


@dataclass(frozen=True, slots=True)
class Names:
    """The words of somebody's names in all spellings the file has."""

    words: frozenset[str]

    @classmethod
    def of(cls, links: Links, ref: Ref) -> "Names":
        """Those of a person; a country or organisation has none to hide; plain words are all of them a name."""
        person = links.participant(ref)
        if ref.kind is Kind.DELEGATION:
            return cls(frozenset())
        texts = [ref.id]
        if person:
            texts += [wording.text for wording in person.name.wordings]
            texts += [person.native, *person.aliases]
        return cls(frozenset(word for text in texts for word in _words(text) if _tells(word)))

    def without(self, text: str) -> str:
        """The text if none of the names is in it, else nothing. One name too many is found rather than one too few."""
        return "" if any(_holds(text, word) for word in self.words) else text


def _words(text: str) -> list[str]:
    """The words of a name as written, `Gyu-back` also in its parts."""
    return re.split(r"[\s,.]+", text) + re.split(r"[\W_]+", text)


def _tells(word: str) -> bool:
    """Whether a word of a name tells whose it is: not an initial, and not `de`, `von`, `bin` as written within a name."""
    return bool(word) and (not word.isascii() or len(word) >= _LEAST or (len(word) > 1 and word.istitle()))


def _holds(text: str, word: str) -> bool:
    if not word.isascii():
        return _folded(word) in _folded(text)
    flags = re.IGNORECASE if len(word) >= _LEAST else re.NOFLAG
    return re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", _bare(text), flags) is not None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _bare(text: str) -> str:
    """A text without marks on its letters."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
