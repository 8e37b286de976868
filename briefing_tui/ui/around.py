"""What the library holds around the briefing on the desk: dossiers, who met whom, the talks before, what changed.

Whatever takes time is found out in a thread, and what was found last is shown until then. Knows nothing of Textual.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ..model.briefing import Briefing, Talk
from ..model.errors import BriefingError
from ..model.fields import Kind, Ref
from .targets import DossierOf, TalksOf, There
from .verified import NOTHING, Verified, has_copies, verified

if TYPE_CHECKING:
    from ..library.before import Before
    from ..library.dossiers import Gathered
    from ..library.met import WhoMet
    from ..model.meetings import Meeting
    from ..model.note import Note
    from ..model.who import Who
    from .desk import Desk
    from .since import Changed, Since

Found = TypeVar("Found")

PATIENCE = 0.05
"""Seconds for which a key waits for an answer, which most libraries give sooner; until later ones, the last state stays."""
MOST = 64
"""How many answers are remembered."""
_MET = "met"
_CHANGES = "changes"


class _Answer(NamedTuple):
    given: Any
    of: tuple[object, ...]
    """What it was made from; as soon as that is something else, it is made anew."""


class Around:
    """Answers questions about the library of a desk. `start` lets work be done in a thread; until it is set, nothing is."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.start: Callable[[Callable[[], None]], None] | None = None
        self._since: Since | None = None
        self._known: dict[Hashable, _Answer] = {}
        self._asked: dict[Hashable, Event] = {}
        self._answering = Lock()

    # --- what cards ask

    def before(self, talk: Talk) -> Before | None:
        """What was before a talk of the briefing on the desk; None as long as that is not known."""
        key, briefing = self.desk.shown.key, self.desk.shown.briefing
        found = self._ask(("before", key), (briefing, self.desk.facts), lambda: self._talks_before(key, briefing))
        return found.get(talk.id) if found else None

    def dossier(self, of: DossierOf) -> Gathered | None:
        """A dossier; None as long as there is none."""
        return self._ask(of, (self.desk.facts,), lambda: self._gathered(of), PATIENCE)

    def met(self) -> WhoMet | None:
        """Who met whom; None as long as that is not known."""
        return self._ask(_MET, (self.desk.facts,), self._met, PATIENCE)

    def talks(self, of: TalksOf) -> tuple[Meeting, ...] | None:
        """The talks of two delegations; None as long as they are not known."""
        return self._ask(of, (self.desk.facts,), lambda: self._talks(of), PATIENCE)

    def changed(self, patience: float = PATIENCE) -> Changed | None:
        """What changed in the briefing on the desk; None as long as that is not known."""
        key, reading, entry, since = self.desk.shown.key, self.desk.reading, self.desk.opened, self.since
        self._ask((_CHANGES, key), (reading.briefing,), lambda: since.look(entry, reading), patience)
        return since.known(key, reading.briefing)

    def verified(self, briefing: Briefing) -> Verified | None:
        """The quotes of the briefing on the desk compared with their sources; None of another, and before that is done."""
        shown, entry = self.desk.shown, self.desk.opened
        if briefing is not shown.briefing or not self.start:
            return None
        if not has_copies(briefing):
            return NOTHING
        return self._ask(("verified", shown.key), (briefing,), lambda: verified(briefing, entry.path))

    def forget(self, sheet: object) -> None:
        """Ask anew what a sheet is made of, because somebody opens it: notes may have been written since."""
        with self._answering:
            if known := self._known.get(sheet):
                self._known[sheet] = known._replace(of=())

    # --- who is meant

    def who(self, subject: object) -> Who | None:
        """Whose dossier belongs to what one stands on: a person's, a country's, that of those who meet; a quote's speaker's."""
        from ..model.meetings import Side
        from ..model.who import Parties, who_is

        if isinstance(subject, DossierOf):
            return subject.who
        if isinstance(subject, TalksOf):
            return Parties(tuple(sorted((Side(subject.one), Side(subject.other)))))
        view = self.desk.view_of(subject.key) if isinstance(subject, There) else self.desk.shown.view
        ref = subject.ref if isinstance(subject, There) else subject
        if view is None or not isinstance(ref, Ref):
            return None
        quote = (
            next((each for each in view.links.briefing.quotes if each.id == ref.id), None) if ref.kind is Kind.QUOTE else None
        )
        return who_is(view.links, quote.speaker if quote else ref)

    # --- what was read

    @property
    def since(self) -> Since:
        """What tells what changed."""
        if self._since is None:
            from .since import Since

            self._since = Since(self.desk.library)
        return self._since

    @property
    def unread(self) -> int:
        """How many changes of the briefing on the desk were not looked at, as far as is known."""
        found = self.changed(0) if self.start else None
        return len(found.changes) if found and not found.read else 0

    def leave(self) -> None:
        """Do from now on at once whatever is to be done: the program ends, and threads with it."""
        self.start = lambda work: work()

    def mark_read(self, key: str) -> bool:
        """The changes of a briefing were looked at and left; whether that is news."""
        entry, news = self.desk.entry(key), self.since.read(key)
        if news and entry:
            self._do(lambda: self.since.keep(entry))
        return news

    # --- finding out

    def _ask(
        self, question: Hashable, of: tuple[object, ...], find: Callable[[], Found], patience: float = 0.0
    ) -> Found | None:
        """The answer as it is known; one that is not made of the same things any more is made anew meanwhile."""
        known = self._known.get(question)
        if known is None or not _same(known.of, of):
            if question not in self._asked and self.start:
                self._asked[question] = done = Event()
                self._do(lambda: self._answer(question, of, find))
                done.wait(patience)
            known = self._known.get(question)
        given: Found | None = known.given if known else None
        return given

    def _answer(self, question: Hashable, of: tuple[object, ...], find: Callable[[], Any]) -> None:
        given = None
        try:
            given = find()
        finally:
            with self._answering:
                self._known.pop(question, None)
                while len(self._known) >= MOST:
                    self._known.pop(next(iter(self._known)))
                self._known[question] = _Answer(given, of)
            self._asked.pop(question).set()

    def _do(self, work: Callable[[], None]) -> None:
        if self.start:
            self.start(work)

    # --- in threads

    def _talks_before(self, key: str, briefing: Briefing) -> dict[str, Before]:
        from ..library.before import talks_before

        entry = self.desk.entry(key)
        return talks_before(self.desk.library, self.desk.facts, entry, briefing) if entry else {}

    def _gathered(self, of: DossierOf) -> Gathered:
        from ..library.dossiers import MOST, gathered

        facts = self.desk.facts
        most = len(facts) if of.whole else MOST
        return gathered(self.desk.library, facts.values(), of.who, Notes(self.desk), most=most)

    def _met(self) -> WhoMet:
        from ..library.met import who_met

        return who_met(self.desk.facts.values())

    def _talks(self, of: TalksOf) -> tuple[Meeting, ...]:
        from ..library.met import talks_of

        return talks_of(self.desk.facts.values(), of.one, of.other)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


class Notes(Mapping[str, "Sequence[Note]"]):
    """The notes on every briefing of a desk's library, by key; a journal is read when its notes are asked for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._read: dict[str, tuple[Note, ...]] = {}

    def __getitem__(self, key: str) -> tuple[Note, ...]:
        if key not in self._read:
            self._read[key] = self._notes(key)
        return self._read[key]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and bool(self[key])

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._desk.facts if self[key])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return True

    def _notes(self, key: str) -> tuple[Note, ...]:
        from ..notes.folder import journal_path, read

        facts = self._desk.facts.get(key)
        path = journal_path(facts.entry.path) if facts else None
        try:
            return read(path).state.notes if path and path.exists() else ()
        except (BriefingError, OSError):
            return ()
