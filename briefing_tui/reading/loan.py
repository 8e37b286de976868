"""What one briefing borrows from the registry of its folder: which entries are one with its own, which it takes whole."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..i18n import later
from ..i18n import said as _
from ..model.briefing import Participant, Presence, Record, Source, Term
from ..model.fields import Kind, Ref
from .advice import names_of
from .entries import Entry
from .lend import complete, lent, lent_terms
from .nodes import Node, shorten
from .registry import Registry
from .spelling import SPELLED, names_in, spellings

if TYPE_CHECKING:
    from .context import Context

_RECORDS: dict[Kind, type[Record]] = {Kind.PERSON: Participant, Kind.TERM: Term, Kind.SOURCE: Source}
_KINDS = {record: kind for kind, record in _RECORDS.items()}
_SAME = {Kind.PERSON: later("add an alias"), Kind.SOURCE: later("write the same title")}
"""How to say that two entries of one id are one; a term that a file explains in its own way needs no advice."""


class Loan:
    """The registry as one file meets it. `context` is the file's, whose names say what of the registry it refers to."""

    def __init__(self, registry: Registry, context: "Context") -> None:
        self._registry = registry
        self._context = context
        self._shared: dict[Ref, Record] = {}
        self._parties: set[Ref] = set()

    def id_of(self, kind: Kind, entry: Node) -> str:
        """The id of the registered thing that an entry without an id names by id or name; empty if there is none."""
        names = names_of(entry, SPELLED[_RECORDS[kind]]) if kind in _RECORDS else ()
        return next((id for name in names if (id := self._registry.index.only(name, kind))), "")

    def meet(self, kind: Kind, entry: Entry) -> None:
        """Takes an entry of the file for the registered one of its id, unless it goes by other names: then it is another."""
        if kind not in _RECORDS:
            return
        ref, at = Ref(kind, entry.id), entry.at
        known = self._registry.record(ref)
        names = names_of(entry.node, SPELLED[_RECORDS[kind]])
        if known is None:
            self._advise_alike(ref, names, at)
        elif not names or spellings(names) & self._registry.spellings[ref]:
            self._shared[ref] = known
        else:
            self._context.names.strangers.add(ref)
            if kind in _SAME:
                other = _("'{id}' is '{called}' in registry.yaml", id=shorten(ref.id), called=shorten(_called(known)))
                self._context.findings.advise(
                    at, _("{other}; if they are one, {same}, else choose another id", other=other, same=_(_SAME[kind]))
                )

    def _advise_alike(self, ref: Ref, names: list[str], at: int) -> None:
        """Advice on a person whom the registry knows by another id."""
        for name in names if ref.kind is Kind.PERSON else ():
            other = self._registry.index.only(name, Kind.PERSON)
            if other:
                text = _(
                    "'{name}' is '{other}' in registry.yaml; if they are one, use that id",
                    name=shorten(name),
                    other=shorten(other),
                )
                self._context.findings.advise(at, text)
                return

    def complete(self, record: type[Record], id: str, values: dict[str, Any]) -> None:
        """Fills what an entry of the file does not say from the registered one."""
        known = self._shared.get(Ref(_KINDS[record], id)) if record in _KINDS else None
        if known:
            complete(values, self._understood(known), self._context.lang, self._context.tlp)

    def invite(self) -> None:
        """Lets the borrowed people attend who are party to a talk; who is only spoken of is mentioned."""
        sections = self._context.sections
        parties = (ref for talk in sections.get("talks", {}).values() for ref in talk.parties)
        own = sections.get("participants", {})
        for ref in dict.fromkeys(ref for ref in parties if ref.kind is Kind.PERSON and ref.id not in own):
            self._parties.add(ref)
            self._context.attend(self._person(ref))

    def sections(self) -> dict[str, Mapping[str, Record]]:
        """The sections with what is borrowed after the file's own: all terms, and the people and sources referred to."""
        own = self._context.sections
        borrowed = self._context.names.borrowed
        terms = self._terms(own.get("glossary", {}))
        people = dict(own.get("participants", {}))
        for ref in [ref for ref in borrowed if ref.kind is Kind.PERSON]:
            if ref.id not in people:
                people[ref.id] = self._person(ref)
        found = {"participants": people, "glossary": terms, "sources": self._sources(own.get("sources", {}))}
        return {name: section for name, section in found.items() if section}

    def _person(self, ref: Ref) -> Participant:
        person: Participant = self._lent(self._registry.participants[ref.id])
        present = ref in self._parties or person.presence is not Presence.ATTENDING
        return person if present else replace(person, presence=Presence.MENTIONED)

    def _terms(self, own: Mapping[str, Term]) -> Mapping[str, Term]:
        """The file's terms and then the others; a file without terms has the very dict that all such files have."""
        terms = lent_terms(self._registry, self._context.lang, self._context.tlp)
        if not self._registry.cited.isdisjoint(self._context.names.strangers):
            terms = {id: self._lent(term) for id, term in self._registry.glossary.items()}
        for ref in self._registry.cited - self._context.names.strangers:
            self._context.names.borrowed[ref] = None
        return {**own, **terms, **own} if own else terms

    def _sources(self, own: Mapping[str, Source]) -> Mapping[str, Source]:
        sources = dict(own)
        waiting = list(self._context.names.borrowed)
        for ref in waiting:
            if ref.kind is Kind.SOURCE and ref.id not in sources:
                source: Source = self._lent(self._registry.sources[ref.id])
                sources[ref.id] = source
                waiting += [source.source] if source.source else []
        return sources

    def _lent(self, record: Any) -> Any:
        return lent(self._understood(record), self._context.lang, self._context.tlp)

    def _understood(self, record: Any) -> Any:
        """A registered entry with its references as this file understands them."""
        changes: dict[str, Any] = {}
        names, source, delegation = self._context.names, record.source, getattr(record, "delegation", None)
        if delegation and delegation.kind is Kind.WORDS:
            changes["delegation"] = names.delegation(delegation.id)
        if source in names.strangers:
            title = _called(self._registry.sources[source.id])
            own = names.own.only(title, Kind.SOURCE)
            changes["source"] = Ref(Kind.SOURCE, own) if own else Ref(Kind.WORDS, title)
        elif source and source.kind is Kind.SOURCE:
            names.borrowed[source] = None
        elif source and names.own.only(source.id, Kind.SOURCE):
            changes |= {"source": None, "locator": ""}
        return replace(record, **changes) if changes else record


def _called(record: Record) -> str:
    return names_in(record.facts(), type(record))[0]
