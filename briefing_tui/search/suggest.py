"""What to try where nothing is found: fewer words, and the nearest words there are."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from .building import words_of
from .fold import fold
from .grammar import parse, terms
from .lookup import Lookup, may_slip
from .slips import nearest
from .words import read

_NEAREST = 2
_MOST = 4
_TRIED = 6
"""How many terms of a query are left out or replaced, one after the other."""

Count = Callable[[str], int]


def instead(lookups: Sequence[Lookup], text: str, count: Count) -> tuple[str, ...]:
    """Queries like `text` that find something, as `count` has it: without the rarest words, or with near ones instead."""
    chunks = [chunk for chunk in terms(text) if any(parse(f"{chunk} ")[:-1])][:_TRIED]
    tries = dict.fromkeys((*_fewer(lookups, chunks, count), *_nearest(lookups, chunks, count)))
    return tuple(islice(tries, _MOST))


def _fewer(lookups: Sequence[Lookup], chunks: list[str], count: Count) -> Iterator[str]:
    """What is left without the rarest term, or without as many as it takes."""
    rest = list(chunks)
    for rare in sorted(chunks, key=lambda chunk: _common(lookups, chunk))[:-1]:
        rest.remove(rare)
        if count(" ".join(rest)):
            yield " ".join(rest)
            return


def _common(lookups: Sequence[Lookup], chunk: str) -> int:
    """About how many documents have the rarest word of a term."""
    words = parse(chunk).words
    return min((sum(lookup.meaning(word, slipped=True).count for lookup in lookups) for word in words), default=0)


def _nearest(lookups: Sequence[Lookup], chunks: list[str], count: Count) -> Iterator[str]:
    """Each unknown word replaced by a near one; the near word alone if that finds nothing."""
    for place, chunk in enumerate(chunks):
        sign = "@" if chunk[:1] in "@＠" else ""
        unknown = not count(chunk) if sign else parse(chunk).words and not _common(lookups, chunk)
        words = [word for word in read(chunk.lstrip("@＠'")) if may_slip(word)] if unknown else []
        near = [each for lookup in lookups for each in _near(lookup, words[0].text)] if words else []
        for each in dict.fromkeys(near):
            whole = " ".join((*chunks[:place], sign + each, *chunks[place + 1 :]))
            yield from filter(count, (whole, sign + each) if not count(whole) else (whole,))


def _near(lookup: Lookup, word: str) -> list[str]:
    """The nearest words of a segment, as its passages write them."""
    return [_written(lookup, near) for near in nearest(lookup.segment.lexicon, word, _NEAREST)]


def _written(lookup: Lookup, word: str) -> str:
    """A folded word as the first passage that holds it writes it."""
    segment = lookup.segment
    number = segment.lexicon.number(word)
    documents = segment.postings(number, number + 1)[:1].tolist() if number is not None else []
    for document in documents:
        passage = segment.passage(document, "")
        for text in (passage.text, *(wording.text for wording in passage.translations)):
            for chunk in text.split():
                if words_of(fold(chunk)) == [word]:
                    return chunk.strip(".,;:!?…„“”\"'()[]»«–-")
    return word
