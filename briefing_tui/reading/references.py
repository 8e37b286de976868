"""What the words of a reference stand for: an id, an exact name, an alias or a code, of the kinds its field allows."""

from collections.abc import Callable, Iterable, Iterator
from functools import reduce

from ..i18n import later
from ..i18n import said as _
from ..model import countries
from ..model.fields import Kind, Ref, Refers
from .findings import Findings
from .nearest import did_you_mean, either, nearest
from .nodes import shorten

ORGANISATIONS = frozenset(("ASEAN", "EU", "NATO", "UN"))
"""What may be a delegation without an entry, beside the countries."""

_CALLED = {
    Kind.PERSON: later("participant"),
    Kind.DELEGATION: later("delegation, country or organisation"),
    Kind.TALK: later("talk"),
    Kind.THREAT: later("threat"),
    Kind.SOURCE: later("source"),
}


class Index:
    """Everything in one file that can be referred to, by id and by name."""

    def __init__(self) -> None:
        self._ids: dict[Kind, dict[str, Ref]] = {}
        self._names: dict[Kind, dict[str, list[Ref]]] = {}

    def add(self, kind: Kind, id: str, names: Iterable[str]) -> None:
        """Makes a thing known by its id and its names."""
        ref = self._ids.setdefault(kind, {})[id] = Ref(kind, id)
        known = self._names.setdefault(kind, {})
        for name in dict.fromkeys(names):
            known.setdefault(name, []).append(ref)

    def by_id(self, words: str, kinds: Iterable[Kind]) -> list[Ref]:
        """The thing that has `words` for its id, of the first kind that has one."""
        return next(([ids[words]] for kind in kinds if words in (ids := self._ids.get(kind, {}))), [])

    def by_name(self, words: str, kinds: Iterable[Kind]) -> list[Ref]:
        """The things called `words`, of the first kind that has any."""
        return next((names[words] for kind in kinds if words in (names := self._names.get(kind, {}))), [])

    def only(self, words: str, kind: Kind) -> str:
        """The id of the one thing of a kind that has `words` for its id or a name; empty if there is none."""
        found = self.by_id(words, (kind,)) or self.by_name(words, (kind,))
        return found[0].id if len(found) == 1 else ""

    def words(self, kinds: Iterable[Kind]) -> Iterator[str]:
        """All ids, then all names."""
        for known in (self._ids, self._names):
            for kind in kinds:
                yield from known.get(kind, {})


class Names:
    """What the words of one file's references stand for: its own things, then countries, then those a registry lends it.

    What is the file's own is never hidden by a registry, so that a new entry there changes no briefing; only an id of the
    registry, which nobody writes by chance, goes before the name of a country.
    """

    def __init__(self, findings: Findings, lender: Index | None = None) -> None:
        self.own = Index()
        self.strangers: set[Ref] = set()
        """Ids of the registry that mean something else in this file."""
        self.borrowed: dict[Ref, None] = {}
        """What of the registry the file refers to, in order."""
        self.delegations_elsewhere = False
        """Whether delegations may be known to other files alone."""
        self._findings = findings
        self._lender = lender or Index()
        self._known: dict[tuple[Refers, str], Ref] = {}

    def find(self, words: str, at: int, refers: Refers) -> Ref:
        """What `words` refer to; where that is unknown or ambiguous, the words themselves, and a problem at the place `at`."""
        ref = self._known.get((refers, words))
        if ref is None:
            found = self._find(words, refers)
            ref = found[0] if len(found) == 1 else Ref(Kind.WORDS, words)
            if refers.plain or len(found) == 1:
                self._known[refers, words] = ref
            elif not found and self.delegations_elsewhere and refers.kinds == (Kind.DELEGATION,):
                self._findings.advise(at, _("{why}; it counts where a briefing has one", why=self._why(words, refers, found)))
            else:
                self._findings.problem(at, "" if self._findings.full else self._why(words, refers, found))
        return ref

    def delegation(self, words: str) -> Ref:
        """The delegation that `words` of the registry stand for, or the words; nothing is said of them here."""
        found = self._find(words, Refers(Kind.DELEGATION))
        return found[0] if len(found) == 1 else Ref(Kind.WORDS, words)

    def _find(self, words: str, refers: Refers) -> list[Ref]:
        own = self.own.by_id(words, refers.kinds) or self.own.by_name(words, refers.kinds)
        return own or self._lent(self._lender.by_id, words, refers) or self._foreign(words, refers)

    def _foreign(self, words: str, refers: Refers) -> list[Ref]:
        code = _code(words) if Kind.DELEGATION in refers.kinds else None
        if code:
            return self.own.by_id(code, (Kind.DELEGATION,)) or [Ref(Kind.DELEGATION, code)]
        return self._lent(self._lender.by_name, words, refers)

    def _lent(self, by: Callable[[str, Iterable[Kind]], list[Ref]], words: str, refers: Refers) -> list[Ref]:
        found = [ref for ref in by(words, refers.kinds) if ref not in self.strangers]
        if len(found) == 1:
            self.borrowed[found[0]] = None
        return found

    def _why(self, words: str, refers: Refers, found: list[Ref]) -> str:
        shown = shorten(words)
        if found:
            return _(
                "'{shown}' can be {found}; write the id",
                shown=shown,
                found=either([shorten(ref.id) for ref in found[:5]]),
            )
        kinds = reduce(
            lambda one, other: _("{one}, {other}", one=one, other=other), (_(_CALLED[kind]) for kind in refers.kinds)
        )
        near = [] if self._findings.full else nearest(words, self._words(refers), most=3)
        return _("no {kinds} is called '{shown}'{did_you_mean}", kinds=kinds, shown=shown, did_you_mean=did_you_mean(near))

    def _words(self, refers: Refers) -> Iterable[str]:
        yield from self.own.words(refers.kinds)
        if Kind.DELEGATION in refers.kinds:
            yield from (*ORGANISATIONS, *countries.codes())
        yield from self._lender.words(refers.kinds)


def _code(words: str) -> str | None:
    """The code of the country or organisation; codes count in capitals only, so that `us` and `can` stay words."""
    if words in ORGANISATIONS:
        return words
    return None if len(words) <= 3 and not words.isupper() else countries.alpha3(words)
