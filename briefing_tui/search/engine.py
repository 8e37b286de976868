"""Answers queries over one state of a store; what it works out for a word is kept until the store changes."""

from collections.abc import Sequence, Set

from . import rank, suggest
from .found import Found, find
from .kept import Kept
from .lookup import Lookup, may_slip
from .names import spoken
from .query import LETTERS, Query, Word, parse
from .results import Hit
from .store import Store
from .trace import hit

ENOUGH = 10
"""With so many hits that hold all words letter by letter, nobody has mistyped anything."""


class Engine:
    """Searches a store as it was when this was made. `Index` knows nothing of how."""

    def __init__(self, store: Store) -> None:
        self.state = store.state
        self.store = store
        self._words = Lookup(store.vocabulary)
        self._names = Lookup(store.names)
        self._found: Kept[tuple[Word, bool], Found] = Kept()

    def search(self, query: Query, limit: int, prefer: str) -> tuple[list[Hit], int]:
        """The best hits, and how many there are."""
        found, places = self.find(query)
        if found:
            ranked = rank.best(self.store, found, places, prefer, limit)
        else:
            ranked = rank.newest(self.store, places, prefer, limit)
        entries = self.store.entries
        hits = [hit(self.store, entries[-place], found, query.speakers, score) for score, _, place in ranked]
        return hits, len(places)

    def find(self, query: Query) -> tuple[list[Found], list[int]]:
        """The words of a query as found, and the entries that hold all of them.

        If few hold them as typed, words that nothing begins with may be mistyped; if none does, all may.
        """
        scope = self._scope(query)
        typed = [self._look_up(word, slipped=False) for word in query.words]
        places = self._holding_all(typed, scope)
        found = typed
        if typed and len(places) < ENOUGH:
            found = [each if each.meaning.sure else self._look_up(each.word, slipped=True) for each in typed]
            places = self._holding_all(found, scope)
        if typed and not places:
            found = [self._look_up(word, slipped=True) for word in query.words]
            places = self._holding_all(found, scope)
        return found, places

    def suggestions(self, text: str) -> tuple[str, ...]:
        """What to try instead of a query that finds nothing."""
        return suggest.instead(self.store, text[:LETTERS], lambda other: len(self.find(parse(other))[1]))

    def _scope(self, query: Query) -> Set[int] | None:
        return spoken(self.store, self._names, query.speakers) if query.speakers else None

    def _holding_all(self, found: Sequence[Found], scope: Set[int] | None) -> list[int]:
        sets: list[Set[int]] = sorted((each.entries.keys() for each in found), key=len)
        if scope is not None:
            sets.insert(0, scope)
        places: Set[int] = sets[0] if sets else set(range(self.state.added))
        for each in sets[1:]:
            places = places & each
        return list(places - self.store.gone)

    def _look_up(self, word: Word, *, slipped: bool) -> Found:
        key = (word, slipped and may_slip(word))
        return self._found.get(key) or self._found.keep(key, find(self.store, self._words, word, slipped=key[1]))
