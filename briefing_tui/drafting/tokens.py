"""Words and sentences. A marked stretch is one token, so that what stands in marks never ends the sentence around it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from .marks import Marked
from .paragraphs import Paragraph

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # u.a. z.B. U.S.
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_][\w]*(?:[-’'/&][\w]+|\.(?=-\w))*-?"
    r"|-[^\W\d_]\w*"
    r"|\.\.\.|\w+|[^\w\s]"
)


@dataclass(slots=True)
class Token:
    """A word, a number, a punctuation mark, or all of a marked stretch; `low` is the word in small letters."""

    text: str
    start: int
    end: int
    low: str
    marked: Marked | None = None
    kind: int = 0
    """0 punctuation, 1 small word, 2 capitalised word, 3 number, 4 marked stretch."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.kind == 2


@dataclass(slots=True)
class Sentence:
    """The tokens of one sentence; `index` counts the sentences of a document."""

    index: int
    paragraph: int
    tokens: list[Token]
    lows: list[str] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.tokens[-1].end


def sentences(
    text: str, paragraphs: tuple[Paragraph, ...], marks: list[Marked], abbreviations: frozenset[str]
) -> list[Sentence]:
    """All sentences of a document in order; none reaches beyond a paragraph, unless a marked stretch does."""
    found: list[Sentence] = []
    starts = [mark.start for mark in marks]
    done = 0
    for paragraph in paragraphs:
        start = max(paragraph.start, done)
        if start >= paragraph.end:
            continue
        inside = marks[bisect_left(starts, start) : bisect_left(starts, paragraph.end)]
        tokens = list(_tokens(text, start, paragraph.end, inside))
        done = tokens[-1].end if tokens else done
        for part in _split(tokens, text, abbreviations):
            found.append(Sentence(len(found), paragraph.number, part, [token.low for token in part]))
    return found


def _tokens(text: str, start: int, end: int, marks: list[Marked]) -> Iterator[Token]:
    for mark in marks:
        yield from _plain(text, start, mark.start)
        yield Token("“”", mark.start, mark.end, "“”", mark, 4)
        start = mark.end
    yield from _plain(text, start, end)


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        yield Token(word, match.start(), match.end(), word.lower(), None, _kind(word))


def _kind(word: str) -> int:
    first = word[0]
    if first.isdigit():
        return 3
    if not (first.isalpha() or (first == "-" and len(word) > 1)):
        return 0
    noun = first.isupper() or ("-" in word and word[word.rindex("-") + 1 :][:1].isupper())
    return 2 if noun else 1


_ENDS = frozenset(".!?…")


_LONGEST = 160
"""The most tokens of a sentence; a longer one is no sentence that a person wrote, and is cut there."""


def _split(tokens: list[Token], text: str, abbreviations: frozenset[str]) -> Iterator[list[Token]]:
    """Tokens cut where a sentence ends, or where it is too long for one."""
    start = 0
    for index in range(len(tokens) - 1):
        if index + 1 - start >= _LONGEST or _ends(tokens, index, text, abbreviations):
            yield tokens[start : index + 1]
            start = index + 1
    if start < len(tokens):
        yield tokens[start:]


def _ends(tokens: list[Token], index: int, text: str, abbreviations: frozenset[str]) -> bool:
    """Whether a sentence ends behind a token: at a full stop that is none of an abbreviation, ordinal or initial."""
    token, following = tokens[index], tokens[index + 1]
    if following.kind == 1 or (following.kind == 0 and following.text not in "([„–-•*["):
        return False
    if token.kind == 4:
        return following.text != "(" and _quote_ends(token, text)
    return (token.text in _ENDS or token.text in ("...", "•")) and not _goes_on(tokens, index, abbreviations)


def _quote_ends(token: Token, text: str) -> bool:
    """Whether a marked stretch ends with the end of a sentence, so that what follows with a capital is the next one."""
    inner = text[token.start + 1 : token.end - 1].rstrip()
    return inner[-1:] in _ENDS and " " in inner


def _goes_on(tokens: list[Token], index: int, abbreviations: frozenset[str]) -> bool:
    """Whether a full stop ends no sentence."""
    if tokens[index].text != "." or not index:
        return False
    before = tokens[index - 1]
    if before.end != tokens[index].start:
        return False
    if before.kind == 3:
        return len(before.text) <= 2 and tokens[index + 1].kind in (2, 3)
    return before.low in abbreviations or (len(before.text) == 1 and before.kind == 2)
