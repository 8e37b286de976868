"""The index of all passages: searched from one thread while others add and remove."""

from collections.abc import Iterable
from threading import Lock
from time import perf_counter

from ..model.passage import Passage, Sort
from .engine import Engine
from .query import parse
from .results import Hit, Results
from .store import Store

__all__ = ["Hit", "Index", "Results"]


class Index:
    """Passages, searched. Those who search never wait for those who write; `add` and `remove` wait for each other."""

    def __init__(self, passages: Iterable[Passage] = ()) -> None:
        self._writing = Lock()
        self._store = Store()
        self._engine = Engine(self._store)
        self.add(passages)

    def add(self, passages: Iterable[Passage]) -> None:
        """Make passages searchable, one after the other."""
        with self._writing:
            for passage in passages:
                self._store.add(passage)

    def remove(self, briefing: str) -> None:
        """Forget all passages of a briefing."""
        with self._writing:
            self._store.remove(briefing)
            if len(self._store.gone) * 2 > len(self._store.entries):
                fresh = Store()
                for passage in self._store.living():
                    fresh.add(passage)
                self._store = fresh

    def search(self, text: str, *, limit: int = 200, prefer: str = "", only: Sort | None = None) -> Results:
        """The best hits for what was typed, whatever that is; nothing typed finds all, the newest first.

        Passages of the briefing `prefer` come before others that match as well.
        """
        started = perf_counter()
        engine = self._current()
        query = parse(text)
        hits, total = engine.search(query, limit, prefer)
        suggestions = () if total else engine.suggestions(text)
        groups = {sort: [hit for hit in hits if hit.passage.sort is sort] for sort in Sort}
        counts = {sort: len(group) for sort, group in groups.items() if group}
        shown = tuple(hit for sort, group in groups.items() if only in (None, sort) for hit in group)
        elapsed = (perf_counter() - started) * 1000
        return Results(text, shown, total, counts, suggestions=suggestions, elapsed=elapsed)

    def _current(self) -> Engine:
        store, engine = self._store, self._engine
        if engine.store is not store or engine.state != store.state:
            self._engine = engine = Engine(store)
        return engine
