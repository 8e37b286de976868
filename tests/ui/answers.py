"""An index that answers what a test wants, and counts what is looked at."""

from dataclasses import replace
from threading import Event, current_thread

from briefing_tui.model.dates import Period
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.marking import Tlp
from briefing_tui.model.passage import Passage, Sort
from briefing_tui.search.results import Hit, Marks, Results
from briefing_tui.ui.desk import Desk

DATE = Period.parse("2031-05-02")


class Answers:
    """Searches for the index of a desk once it is put in its place: `hits` by sort, as names; every search is noted."""

    def __init__(self, desk: Desk, **hits: list[str]) -> None:
        self._desk = desk
        self._index = desk.index
        desk._index = self  # type: ignore[assignment]
        self.hits = hits
        self.asked: list[tuple[str, Sort | None]] = []
        self.threads: list[str] = []
        self.looked_at: set[str] = set()
        self.gate = Event()
        self.elapsed = 33.2
        """So long that answers are worked out in a thread."""
        self.gate.set()
        self.why = ""
        self._named: list[tuple[Sort, str]] = []
        self.changes: dict[str, object] = {}

    def search(self, text: str, *, limit: int = 200, prefer: str = "", only: Sort | None = None) -> Results:
        """The hits, whatever the query."""
        self.asked.append((text, only))
        self.threads.append(current_thread().name)
        self.gate.wait(5)
        counts = {Sort(sort): len(names) for sort, names in self.hits.items() if names}
        listed = [
            self._hit(sort, name) for sort in Sort if only in (None, sort) for name in self.hits.get(sort.value, [])[:limit]
        ]
        answer = Results(text, tuple(listed), sum(counts.values()), counts, elapsed=self.elapsed)
        return replace(answer, **self.changes)  # type: ignore[arg-type]

    def leave(self) -> None:
        """Let the desk search for itself again."""
        self._desk._index = self._index

    def __getattr__(self, name: str) -> object:
        return getattr(self._index, name)

    def _hit(self, sort: Sort, name: str) -> Hit:
        self._named.append((sort, name))
        return Hit(1.0, len(self._named) - 1, self)

    def passage(self, document: int) -> Passage:
        """A hit that is looked at."""
        sort, name = self._named[document]
        self.looked_at.add(name)
        ref = Ref(Kind.QUOTE if sort is Sort.QUOTE else Kind.PERSON, "q-air" if sort is Sort.QUOTE else "orlo")
        return Passage("third-council", ref, f"words of {name}", DATE, sort, name, speaker=name, code="COP", tlp=Tlp.GREEN)

    def marks(self, document: int, passage: Passage) -> Marks:
        """Its first word, or why."""
        return Marks(why=self.why) if self.why else Marks(((0, 5),))
