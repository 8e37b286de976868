"""The references of a briefing, resolved and turned round once: who was in which talk, who said what of which threat."""

from collections import defaultdict
from collections.abc import Iterable

from . import countries
from .briefing import AgendaItem, Briefing, Delegation, Participant, Presence, Quote, Record, Source, Talk, Term, Threat
from .fields import Kind, Ref
from .inside import markings, named
from .marking import Tlp, strictest
from .text import Text


class Links:
    """What belongs to what in one briefing. Every answer is in file order and free of repeats."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self._quotes = {quote.id: quote for quote in briefing.quotes}
        self._talks: dict[Ref, list[Talk]] = defaultdict(list)
        self._threats: dict[Ref, list[Threat]] = defaultdict(list)
        self._raised: dict[Ref, list[Threat]] = defaultdict(list)
        self._said: dict[Ref, list[Quote]] = defaultdict(list)
        self._about: dict[Ref, list[Quote]] = defaultdict(list)
        self._agenda: dict[Ref, list[AgendaItem]] = defaultdict(list)
        for talk in briefing.talks.values():
            for party in self._with_delegations(talk.parties):
                self._talks[party].append(talk)
        for threat in briefing.threats.values():
            for ref in dict.fromkeys((*threat.talks, *threat.actor)):
                self._threats[ref].append(threat)
        for quote in briefing.quotes:
            self._said[quote.speaker].append(quote)
            for ref in dict.fromkeys((*quote.about, *([quote.talk] if quote.talk else []))):
                self._about[ref].append(quote)
        for threat in briefing.threats.values():
            for raiser in self.raised_by(threat):
                self._raised[raiser].append(threat)
        for item in briefing.agenda:
            for ref in dict.fromkeys((*([item.talk] if item.talk else []), *item.who)):
                self._agenda[ref].append(item)

    def _with_delegations(self, people: Iterable[Ref]) -> list[Ref]:
        """The people, and after them the delegations they speak for."""
        people = tuple(people)
        return list(dict.fromkeys((*people, *(code for person in people if (code := self.delegation_of(person))))))

    # --- one thing

    def participant(self, ref: Ref) -> Participant | None:
        """The participant `ref` points to."""
        return self.briefing.participants.get(ref.id) if ref.kind is Kind.PERSON else None

    def record(self, ref: Ref) -> Record | None:
        """What `ref` points to; a delegation without an entry is made up from its code, plain words are nothing."""
        briefing = self.briefing
        match ref.kind:
            case Kind.PERSON:
                return briefing.participants.get(ref.id)
            case Kind.DELEGATION:
                return briefing.delegations.get(ref.id) or Delegation(id=ref.id)
            case Kind.TALK:
                return briefing.talks.get(ref.id)
            case Kind.THREAT:
                return briefing.threats.get(ref.id)
            case Kind.QUOTE:
                return self._quotes.get(ref.id)
            case Kind.SOURCE:
                return briefing.sources.get(ref.id)
            case Kind.TERM:
                return briefing.glossary.get(ref.id)
        return None

    def name(self, ref: Ref, lang: str = "") -> str:
        """What to call it in a line of text, without line breaks."""
        match self.record(ref):
            case Participant(name=name):
                return _one_line(name, lang)
            case Delegation(id=code, name=name):
                return _one_line(name, lang) if name else countries.name(code, lang)
            case Talk() as talk:
                return self.code(talk)
            case Threat(title=title) | Source(title=title):
                return _one_line(title, lang)
            case Term(id=term):
                return term
        return ref.id

    def delegation_of(self, ref: Ref) -> Ref | None:
        """The delegation a person speaks for; a delegation speaks for itself."""
        if ref.kind is Kind.DELEGATION:
            return ref
        person = self.participant(ref)
        return person.delegation if person else None

    def code_of(self, ref: Ref) -> str:
        """The code shown before a name: `KOR`; empty where none is known."""
        delegation = self.delegation_of(ref)
        return delegation.id if delegation else ""

    def code(self, talk: Talk) -> str:
        """A talk's short name: `KOR–JPN`; a party without a delegation by its own name."""
        return "–".join(self.code_of(party) or self.name(party) for party in talk.parties)

    # --- what belongs to a thing

    def delegates(self, delegation: Ref) -> list[Ref]:
        """The people who speak for a delegation."""
        people = self.briefing.participants
        return [Ref(Kind.PERSON, key) for key, person in people.items() if person.delegation == delegation]

    def attending(self, delegation: Ref) -> list[Ref]:
        """The delegates who take part."""
        people = self.briefing.participants
        return [ref for ref in self.delegates(delegation) if people[ref.id].presence is Presence.ATTENDING]

    def talks(self, party: Ref) -> list[Talk]:
        """The talks a person or delegation took part in."""
        return self._talks.get(party, [])

    def quotes_by(self, speaker: Ref) -> list[Quote]:
        """What a person said; of a delegation, what it and its delegates said."""
        speakers = [speaker, *self.delegates(speaker)] if speaker.kind is Kind.DELEGATION else [speaker]
        return [quote for each in speakers for quote in self._said.get(each, [])]

    def quotes_about(self, subject: Ref) -> list[Quote]:
        """What was said in or about a talk, or about a threat."""
        return self._about.get(subject, [])

    def threats(self, ref: Ref) -> list[Threat]:
        """The threats that came up in a talk, or that come from a delegation."""
        return self._threats.get(ref, [])

    def raised_by(self, threat: Threat) -> list[Ref]:
        """Who brought a threat up: those the file names, then those it quotes about it."""
        quoted = (quote.speaker for quote in self.quotes_about(Ref(Kind.THREAT, threat.id)))
        return list(dict.fromkeys((*threat.raised_by, *quoted)))

    def threats_raised(self, person: Ref) -> list[Threat]:
        """The threats a person brought up."""
        return self._raised.get(person, [])

    def agenda(self, ref: Ref) -> list[AgendaItem]:
        """The agenda items that are a talk, or that a person takes part in."""
        return self._agenda.get(ref, [])

    def marking(self, record: Record) -> Tlp | None:
        """An item's marking: its own, else its file's."""
        return record.tlp or self.briefing.tlp

    def borne(self, *refs: Ref | None) -> Tlp | None:
        """The strictest marking that things bear themselves; None if none does."""
        return strictest(record.tlp for ref in refs if ref and (record := self.record(ref)))

    def inner(self, *records: Record) -> Tlp | None:
        """The strictest marking of records and of all in them."""
        return strictest(tlp for record in records for tlp in (self.marking(record), *markings(record)))

    def strictness(self, *records: Record) -> Tlp | None:
        """As strict as records, all in them, and whoever and whatever they name: where they are shown, so are those.

        A briefing holds all that it names.
        """
        refs = (ref for record in records if not isinstance(record, Briefing) for ref in named(record))
        return strictest((self.inner(*records), self.borne(*dict.fromkeys(refs))))


def _one_line(text: Text, lang: str) -> str:
    words = text.pick(lang).text
    return " ".join(words.split()) if "\n" in words else words
