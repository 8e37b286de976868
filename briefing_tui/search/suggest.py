"""What to try where nothing is found: fewer words, and the nearest words there are."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from .building import words_of
from .fold import fold
from .grammar import mended, parse, terms
from .live import Live, reach
from .lookup import may_slip
from .slips import nearest
from .words import read

if TYPE_CHECKING:
    from .segment import Segment

_NEAREST = 2
_MOST = 4
_TRIED = 6
"""How many terms of a query are left out or replaced, one after the other."""

Count = Callable[[str], int]


def instead(parts: Sequence[Live], text: str, count: Count) -> tuple[str, ...]:
    """Queries like `text` that find something, as `count` has it.

    With the fields that were meant, without the rarest words, or, where no field was mistyped, with near words instead.
    """
    chunks = [chunk for chunk in terms(text) if any(parse(f"{chunk} ")[:-1])][:_TRIED]
    meant = " ".join(map(mended, chunks))
    fields = [meant] if meant != " ".join(chunks) and count(meant) else []
    words = () if fields else _nearest(parts, chunks, count)
    tries = dict.fromkeys((*fields, *_fewer(parts, chunks, count), *words))
    return tuple(islice(tries, _MOST))


def _fewer(parts: Sequence[Live], chunks: list[str], count: Count) -> Iterator[str]:
    """What is left without the rarest term, or without as many as it takes."""
    rest = list(chunks)
    for rare in sorted(chunks, key=lambda chunk: _common(parts, chunk))[:-1]:
        rest.remove(rare)
        if count(" ".join(rest)):
            yield " ".join(rest)
            return


def _common(parts: Sequence[Live], chunk: str) -> int:
    """About how many documents have the rarest word of a term."""
    words = parse(chunk).words
    meanings = ((part.lookup.meaning(word, reach(parts, word), slipped=True) for part in parts) for word in words)
    return min((sum(meaning.count for meaning in each) for each in meanings), default=0)


def _nearest(parts: Sequence[Live], chunks: list[str], count: Count) -> Iterator[str]:
    """Each unknown word replaced by a near one; the near word alone if that finds nothing."""
    for place, chunk in enumerate(chunks):
        sign = "@" if chunk[:1] in "@＠" else ""
        unknown = (sign or parse(chunk).words) and not count(chunk)
        words = [word for word in read(chunk.lstrip("@＠'")) if may_slip(word)] if unknown else []
        near = [each for part in parts for each in _near(part.segment, words[0].text)] if words else []
        for each in dict.fromkeys(near):
            whole = " ".join((*chunks[:place], sign + each, *chunks[place + 1 :]))
            yield from filter(count, (whole, sign + each) if not count(whole) else (whole,))


def _near(segment: "Segment", word: str) -> list[str]:
    """The nearest words of a segment, as its passages write them."""
    return [_written(segment, near) for near in nearest(segment.lexicon, word, _NEAREST)]


def _written(segment: "Segment", word: str) -> str:
    """A folded word as the first passage that holds it writes it."""
    number = segment.lexicon.number(word)
    documents = segment.postings(number, number + 1)[:1].tolist() if number is not None else []
    for document in documents:
        passage = segment.passage(document, "")
        for text in (passage.text, *(wording.text for wording in passage.translations)):
            for chunk in text.split():
                if words_of(fold(chunk)) == [word]:
                    return chunk.strip(".,;:!?…„“”\"'()[]»«–-")
    return word
