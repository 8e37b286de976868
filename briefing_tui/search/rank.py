"""Which entries are the best: those with the same words before those with similar ones, then near together, then newer."""

from collections.abc import Collection, Iterable, Sequence
from heapq import nlargest
from operator import itemgetter

from .found import Found
from .store import Entry, Store

POOL = 300
"""How many of the best are looked at closely."""

_PREFERRED = 0.12
_IN_TEXT = 0.15
_NEAR = 0.04
_IN_ORDER = 0.01
_SHORT = 0.02

Ranked = tuple[float, int, int]
"""Score, day, and the entry's number negated: what is greater is better."""


def newest(store: Store, places: Iterable[int], prefer: str, limit: int) -> list[Ranked]:
    """The newest entries, those of the preferred briefing first, each briefing in its own order."""
    entries = store.entries
    keys = ((float(entries[place].passage.briefing == prefer), entries[place].day, -place) for place in places)
    return nlargest(limit, keys)


def best(store: Store, found: Sequence[Found], places: Collection[int], prefer: str, limit: int) -> list[Ranked]:
    """The best entries of those that hold all words."""
    total = sum(each.weight for each in found) or 1.0
    scores = [0.0] * len(places)
    for each in found:
        share = each.weight / total
        scores = [score + share * each.entries[place] for score, place in zip(scores, places, strict=True)]
    entries = store.entries
    pool = nlargest(
        max(limit, POOL),
        (
            (round(score + (_PREFERRED if entries[place].passage.briefing == prefer else 0), 3), entries[place].day, -place)
            for score, place in zip(scores, places, strict=True)
        ),
    )
    closer = [(score + closeness(entries[-place], found, store), day, place) for score, day, place in pool]
    return nlargest(limit, closer, key=lambda key: (round(key[0], 2), key[1], key[0], key[2]))


def closeness(entry: Entry, found: Sequence[Found], store: Store) -> float:
    """More for words in the text than for names around it; a little for words near together, in order, in a short text.

    Of an entry's texts, the one where that is best counts.
    """
    return max(_closeness(text, entry, found, store) for text in entry.texts)


def _closeness(text: str, entry: Entry, found: Sequence[Found], store: Store) -> float:
    at = []
    for each in found:
        place = text.find(each.word.text)
        if place < 0:
            mistyped = each.mistyped(entry)
            place = text.find(store.vocabulary.words[mistyped[0]]) if mistyped else -1
        if place >= 0:
            at.append((place, place + len(each.word.text)))
    if not at:
        return 0.0
    letters = sum(end - start for start, end in at)
    near = letters / (max(map(itemgetter(1), at)) - min(map(itemgetter(0), at))) if len(at) == len(found) > 1 else 0
    return (
        _IN_TEXT * len(at) / len(found)
        + _NEAR * min(1, near)
        + _IN_ORDER * (at == sorted(at))
        + _SHORT * min(1, letters / (len(text) or 1))
    )
