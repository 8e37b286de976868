"""What a session remembers of its searches: the hits to step through, and what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.passage import Passage
    from ..search.results import Hit

MOST = 200
"""How many queries are remembered."""


class Trail:
    """The hits of the last search that led somewhere, the one last gone to, and the queries, oldest first."""

    def __init__(self) -> None:
        self.hits: tuple[Hit, ...] = ()
        self.at = 0
        self.query = ""
        self.queries: list[str] = []

    def follow(self, query: str, hits: tuple[Hit, ...], at: int) -> None:
        """Remember where a search led."""
        self.hits, self.at = hits, at
        self.remember(query)

    def remember(self, query: str) -> None:
        """Remember a query; one that was asked before is now the newest."""
        self.query = query
        words = query.strip()
        if words:
            self.queries = [*[each for each in self.queries if each != words][1 - MOST :], words]

    def step(self, steps: int) -> Hit:
        """The next or previous hit, round and round; there must be one."""
        self.at = (self.at + steps) % len(self.hits)
        return self.hits[self.at]

    @property
    def passage(self) -> Passage | None:
        """What was last gone to."""
        return self.hits[self.at].passage if self.hits else None


class Recall:
    """Goes back and forth through queries, beginning behind the newest."""

    def __init__(self, queries: list[str]) -> None:
        self.queries = queries
        self.at = len(queries)

    def step(self, steps: int) -> str:
        """The query there; stops at the oldest, and is empty behind the newest."""
        self.at = max(0, min(self.at + steps, len(self.queries)))
        return self.queries[self.at] if self.at < len(self.queries) else ""
