"""What to try where nothing is found: fewer words, and the nearest words there are."""

from collections.abc import Callable, Iterator
from itertools import islice

from .fold import Folded
from .lookup import Reach
from .places import places
from .query import SPEAKER, parse, read
from .store import Store
from .vocabulary import Vocabulary

_NEAREST = 2
_SCORE = 65
_MOST = 4

Count = Callable[[str], int]


def instead(store: Store, text: str, count: Count) -> tuple[str, ...]:
    """Queries like `text` that find something, as `count` has it: without the rarest words, or with near ones instead."""
    chunks = [chunk for chunk in text.split() if any(parse(chunk))]
    tries = dict.fromkeys((*_fewer(chunks, count), *_nearest(store, chunks, count)))
    return tuple(islice(tries, _MOST))


def _fewer(chunks: list[str], count: Count) -> Iterator[str]:
    """What is left without the rarest word, or without as many as it takes."""
    rest = list(chunks)
    for rare in sorted(chunks, key=count)[:-1]:
        rest.remove(rare)
        if count(" ".join(rest)):
            yield " ".join(rest)
            return


def _nearest(store: Store, chunks: list[str], count: Count) -> Iterator[str]:
    """Each unknown word replaced by a near one; the near word alone if that finds nothing."""
    for place, chunk in enumerate(chunks):
        words = [] if count(chunk) else read(chunk)
        for near in _near(store, chunk, words[0].text) if words else ():
            whole = " ".join((*chunks[:place], near, *chunks[place + 1 :]))
            yield from filter(count, (whole, near) if not count(whole) else (whole,))


def _near(store: Store, chunk: str, word: str) -> list[str]:
    if chunk.startswith(SPEAKER):
        return ["@" + name for name in _like(store.names, word)]
    return [_written(store, near) for near in _like(store.vocabulary, word)]


def _like(vocabulary: Vocabulary, word: str) -> list[str]:
    from rapidfuzz import fuzz, process

    words = vocabulary.near_length(len(word), 2 + len(word) // 4)
    return [near for near, _, _ in process.extract(word, words, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_SCORE)]


def _written(store: Store, word: str) -> str:
    """A folded word as the first passage that holds it writes it."""
    for place in store.holding[store.vocabulary.number(word)][:1]:
        entry = store.entries[place]
        originals = (entry.passage.text, *(wording.text for wording in entry.passage.translations))
        for original, text in zip(originals, entry.texts, strict=True):
            for span in places(text, word, Reach.WHOLE):
                start, end = Folded(original).span(*span)
                return original[start:end]
    return word
