"""A dossier: all that a library holds on a person, a country, or those who meet in a talk, each line with where it stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from .briefing import Ask, Delegation, FollowUp, Participant, Progress, Quote, Record, Talk, TalkStatus, Threat
from .changes import content
from .fields import Kind, Ref
from .found import Found, FoundTalk, newest_first, open_first
from .links import Links
from .marking import Tlp, strictest
from .meetings import sides
from .note import ITSELF, Note
from .noted import local
from .records import record
from .who import Parties, Who, known_by, refs_to

Rec = TypeVar("Rec", bound=Record)
Identity = Found[Participant | Delegation]


class NoteFound(NamedTuple):
    """A note of the user's in the time of the meeting, and the briefing it is in."""

    key: str
    note: Note
    links: Links


@record()
class Dossier:
    """All there is on somebody; every list has the newest first.

    `identities` are the entries of files that say something new of who it is. `follow_ups` are those that belong to no talk
    here.
    """

    who: Who
    identities: tuple[Identity, ...] = ()
    talks: tuple[FoundTalk, ...] = ()
    quotes: tuple[Found[Quote], ...] = ()
    threats: tuple[Found[Threat], ...] = ()
    follow_ups: tuple[Found[FollowUp], ...] = ()
    notes: tuple[NoteFound, ...] = ()

    @property
    def open(self) -> tuple[tuple[FoundTalk, Ask | FollowUp], ...]:
        """All that is still open from talks that were held, each with its talk."""
        found: list[tuple[FoundTalk, Ask | FollowUp]] = []
        for talk in self.talks:
            if talk.record.status is TalkStatus.HELD:
                found += [(talk, ask) for ask in talk.asked if ask.status is Progress.OPEN]
                found += [(talk, item) for item in talk.next if item.status is Progress.OPEN]
        return tuple(found)

    @property
    def links(self) -> Iterator[Links]:
        """The links of the briefings that all in it is from, again and again."""
        for found in (self.identities, self.talks, self.quotes, self.threats, self.follow_ups):
            yield from (each.links for each in found)
        yield from (each.links for each in self.notes)

    @property
    def tlp(self) -> Tlp | None:
        """The strictest marking of all in it but the notes, which bear those of what they hang on."""
        found = (*self.identities, *self.talks, *self.quotes, *self.threats, *self.follow_ups)
        return strictest((*(each.tlp for each in found), *(each.note.item.tlp for each in self.notes)))


def dossier(entries: Iterable[tuple[str, Links]], who: Who, notes: Mapping[str, Sequence[Note]] | None = None) -> Dossier:
    """The dossier from some briefings, by key, and the notes in them, by the same; see SCHEMA, rule 12, for who is who."""
    entries = list(entries)
    who = known_by(who, (links for _, links in entries))
    parts = [part for key, links in entries if (refs := refs_to(who, links)) for part in (_Part(key, links, who, refs),)]
    return Dossier(
        who,
        tuple(_telling(newest_first(found for part in parts for found in part.identities()))),
        newest_first(found for part in parts for found in part.talks()),
        newest_first(found for part in parts for found in part.quotes()),
        newest_first(found for part in parts for found in part.threats()),
        newest_first(found for part in parts for found in part.follow_ups()),
        _notes(parts, notes or {}),
    )


class _Part:
    """What one briefing holds on somebody, whom `refs` mean there."""

    def __init__(self, key: str, links: Links, who: Who, refs: tuple[Ref, ...]) -> None:
        self.key, self.links, self.who, self.refs = key, links, who, refs

    @cached_property
    def theirs(self) -> list[Talk]:
        """The talks they took part in, or all of those who meet."""
        briefing = self.links.briefing
        if isinstance(self.who, Parties):
            return [talk for talk in briefing.talks.values() if sides(briefing, talk.parties) == self.who.sides]
        return _once(talk for ref in self.refs for talk in self.links.talks(ref))

    def identities(self) -> Iterator[Identity]:
        """What the briefing says of who they are."""
        briefing = self.links.briefing
        for ref in self.refs:
            record = briefing.participants.get(ref.id) if ref.kind is Kind.PERSON else briefing.delegations.get(ref.id)
            if record:
                yield Found(self.key, ref, briefing.date, self.links, record)

    def talks(self) -> Iterator[FoundTalk]:
        for talk in self.theirs:
            yield FoundTalk(self.key, Ref(Kind.TALK, talk.id), talk.date or self.links.briefing.date, self.links, talk)

    def quotes(self) -> Iterator[Found[Quote]]:
        """What they said; of those who meet, what was said in or about their talks and what one said to another."""
        for quote in _once(self._to_each_other() if isinstance(self.who, Parties) else self._said()):
            talk = self.links.briefing.talks.get(quote.talk.id) if quote.talk else None
            date = quote.date or (talk.date if talk else None) or self.links.briefing.date
            yield Found(self.key, Ref(Kind.QUOTE, quote.id), date, self.links, quote)

    def _said(self) -> Iterator[Quote]:
        return (quote for ref in self.refs for quote in self.links.quotes_by(ref))

    def _to_each_other(self) -> Iterator[Quote]:
        for talk in self.theirs:
            yield from self.links.quotes_about(Ref(Kind.TALK, talk.id))
        for ref in self.refs:
            yield from (quote for quote in self.links.quotes_by(ref) if any(to in self.refs and to != ref for to in quote.to))

    def threats(self) -> Iterator[Found[Threat]]:
        """What they raised; of those who meet, what came up in their talks."""
        if isinstance(self.who, Parties):
            raised = (threat for talk in self.theirs for threat in self.links.threats(Ref(Kind.TALK, talk.id)))
        else:
            raised = (threat for ref in self.refs for threat in self.links.threats_raised(ref))
        for threat in _once(raised):
            yield Found(self.key, Ref(Kind.THREAT, threat.id), self.links.briefing.date, self.links, threat)

    def follow_ups(self) -> Iterator[Found[FollowUp]]:
        """What they are to do that belongs to none of their talks."""
        briefing = self.links.briefing
        theirs = {Ref(Kind.TALK, talk.id) for talk in self.theirs}
        for item in open_first(briefing.follow_ups):
            if not isinstance(self.who, Parties) and item.talk not in theirs and not set(self.refs).isdisjoint(item.who):
                yield Found(self.key, item.talk or ITSELF, item.due or briefing.date, self.links, item)

    def only_theirs(self, notes: Iterable[Note]) -> Iterator[NoteFound]:
        """The notes that hang on them, their talks, or what they said."""
        itself = () if isinstance(self.who, Parties) else self.refs
        theirs = {*itself, *(found.ref for found in (*self.talks(), *self.quotes()))}
        found = local(self.links.briefing, (note for note in notes if note.item.ref in theirs))
        return (NoteFound(self.key, note, self.links) for note in found)


def _once(records: Iterable[Rec]) -> list[Rec]:
    """Each record once, in the order in which they come."""
    return list({id(record): record for record in records}.values())


def _telling(found: Iterable[Identity]) -> Iterator[Identity]:
    """The entries that say something another does not; of like ones the first."""
    first: dict[object, Identity] = {}
    for each in found:
        first.setdefault((each.ref, content(each.record)), each)
    return iter(first.values())


def _notes(parts: Iterable[_Part], notes: Mapping[str, Sequence[Note]]) -> tuple[NoteFound, ...]:
    found = (note for part in parts if part.key in notes for note in part.only_theirs(notes[part.key]))
    return tuple(sorted(found, key=lambda each: each.note.time, reverse=True))
