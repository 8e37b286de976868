"""What the words of a reference stand for: an id, an exact name, an alias or a code, of the kinds its field allows."""

from collections import defaultdict
from collections.abc import Iterable

from ..model import countries
from ..model.fields import Kind, Ref, Refers
from .findings import Findings
from .nearest import did_you_mean, nearest
from .nodes import shorten

ORGANISATIONS = frozenset(("ASEAN", "EU", "NATO", "UN"))
"""What may be a delegation without an entry, beside the countries."""

_CALLED = {
    Kind.PERSON: "participant",
    Kind.DELEGATION: "delegation, country or organisation",
    Kind.TALK: "talk",
    Kind.THREAT: "threat",
    Kind.SOURCE: "source",
}


class Names:
    """Everything in one file that can be referred to, by id and by name."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._ids: dict[Kind, dict[str, Ref]] = defaultdict(dict)
        self._names: dict[Kind, dict[str, list[Ref]]] = defaultdict(lambda: defaultdict(list))
        self._known: dict[tuple[Refers, str], Ref] = {}

    def add(self, kind: Kind, id: str, names: Iterable[str]) -> None:
        """Makes a thing known by its id and its names."""
        ref = self._ids[kind][id] = Ref(kind, id)
        for name in dict.fromkeys(names):
            self._names[kind][name].append(ref)

    def find(self, words: str, at: int, refers: Refers) -> Ref:
        """What `words` refer to; where that is unknown or ambiguous, the words themselves, and a problem at the place `at`."""
        ref = self._known.get((refers, words))
        if ref is None:
            found = self._find(words, refers)
            ref = found[0] if len(found) == 1 else Ref(Kind.WORDS, words)
            if not refers.plain and len(found) != 1:
                self._findings.problem(at, self._why(words, refers, found))
            else:
                self._known[refers, words] = ref
        return ref

    def _find(self, words: str, refers: Refers) -> list[Ref]:
        for kind in refers.kinds:
            if words in self._ids[kind]:
                return [self._ids[kind][words]]
        for kind in refers.kinds:
            if words in self._names[kind]:
                return self._names[kind][words]
        code = _code(words) if Kind.DELEGATION in refers.kinds else None
        return [self._ids[Kind.DELEGATION].get(code) or Ref(Kind.DELEGATION, code)] if code else []

    def _why(self, words: str, refers: Refers, found: list[Ref]) -> str:
        shown = shorten(words)
        if found:
            return f"'{shown}' can be {' or '.join(repr(shorten(ref.id)) for ref in found[:5])}; write the id"
        kinds = ", ".join(_CALLED[kind] for kind in refers.kinds)
        near = [] if self._findings.full else nearest(words, self._words(refers), most=3)
        return f"no {kinds} is called '{shown}'{did_you_mean(near)}"

    def _words(self, refers: Refers) -> Iterable[str]:
        for kind in refers.kinds:
            yield from self._ids[kind]
        for kind in refers.kinds:
            yield from self._names[kind]
        if Kind.DELEGATION in refers.kinds:
            yield from (*ORGANISATIONS, *countries.codes())


def _code(words: str) -> str | None:
    """The code of the country or organisation; codes count in capitals only, so that `us` and `can` stay words."""
    if words in ORGANISATIONS:
        return words
    return None if len(words) <= 3 and not words.isupper() else countries.alpha3(words)
