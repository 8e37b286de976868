"""What search indexes: the passages of a briefing, each with the facts a hit is shown, found and filtered by."""

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from enum import StrEnum
from typing import NamedTuple

from ..i18n import _, pgettext
from . import countries
from .briefing import Briefing, Participant, Quote, Record, Talk, Use
from .dates import Period
from .fields import Kind, Ref
from .links import Links
from .marking import Tlp, strictest
from .records import record
from .text import Text, Wording
from .use import rule


class Sort(StrEnum):
    """What a passage is, in the order hits are listed."""

    QUOTE = "quote"
    LINE = "line"
    """A line to take: something to say, an answer if something is raised, a sentence for the press."""
    PERSON = "person"
    TALK = "talk"
    THREAT = "threat"
    TERM = "term"
    NOTE = "note"
    """What the reader of a briefing wrote down; no briefing holds it."""


class Role(StrEnum):
    """What something a passage is found by is to it."""

    SPEAKER = "speaker"
    TO = "to"
    WITH = "with"
    FROM = "from"
    TALK = "talk"
    ABOUT = "about"
    TOPIC = "topic"
    NAME = "name"
    """Another name of what the passage is about."""
    COUNTRY = "country"
    BRIEFING = "briefing"


class Facet(NamedTuple):
    """Something a passage is found by beside its words, under all its names, the one to show first.

    `code` is the country or organisation it stands for or speaks for, which a field of a query may name instead.
    """

    role: Role
    names: tuple[str, ...]
    code: str = ""


@record()
class Passage:
    """A text that can be found. `briefing` and `ref` say where it stands; `id` is its own among those of its sort there.

    `speaker` and `code` are what a list shows before the text: who speaks, for whom. `translations` are the text in other
    languages, `place` is where it was said or stands.
    """

    briefing: str
    ref: Ref
    text: str
    date: Period
    sort: Sort = Sort.QUOTE
    id: str = ""
    translations: tuple[Wording, ...] = ()
    speaker: str = ""
    code: str = ""
    place: Text | None = None
    tlp: Tlp | None = None
    use: Use | None = None
    facets: tuple[Facet, ...] = field(default=())


def passages(briefing: Briefing, key: str) -> list[Passage]:
    """The quotes of a briefing, its lines to take, people, talks, threats and terms, as passages.

    `key` is what the library knows the briefing by.
    """
    return list(_Passages(briefing, key).all())


_LINES = {"points": "say", "if_raised": "if raised", "press_line": "press line"}
"""Where the lines of a talk stand, by the name in their ids, as the index has it; `placed` has it in other languages."""


class _Passages:
    """Makes the passages of one briefing; what many of them share is made once."""

    def __init__(self, briefing: Briefing, key: str) -> None:
        self.briefing = briefing
        self.key = key
        self.links = Links(briefing)
        self._facets: dict[tuple[Role, Ref], Facet] = {}
        self._around: dict[str, tuple[Facet, ...]] = {}
        titles = dict.fromkeys((briefing.id, *(wording.text for wording in briefing.title.wordings)))
        self._itself = Facet(Role.BRIEFING, tuple(filter(None, titles)))

    def all(self) -> Iterator[Passage]:
        briefing = self.briefing
        yield from map(self.quote, briefing.quotes)
        for talk in briefing.talks.values():
            yield from self.lines(talk)
        for id, person in briefing.participants.items():
            yield self.person(Ref(Kind.PERSON, id), person)
        for id, talk in briefing.talks.items():
            yield self.talk(Ref(Kind.TALK, id), talk)
        for id, threat in briefing.threats.items():
            ref = Ref(Kind.THREAT, id)
            words = _joined(
                threat.title, threat.category, threat.summary, *(event.what for event in threat.events), threat.note
            )
            facets = self._each(Role.ABOUT, (ref, *threat.talks)) + self._said(Role.FROM, threat.actor)
            facets += self._countries((*threat.actor, *threat.affects))
            yield self._entry(Sort.THREAT, ref, threat, words, facets=facets)
        for id, term in briefing.glossary.items():
            if term.lineno:
                words = _joined(Text.of(term.id), term.text)
                yield self._entry(Sort.TERM, Ref(Kind.TERM, id), term, words)

    def quote(self, quote: Quote) -> Passage:
        ref = Ref(Kind.QUOTE, quote.id)
        talk = self.briefing.talks.get(quote.talk.id) if quote.talk else None
        with_ = self._around_talk(talk, quote.speaker) if talk else ()
        words = (quote.occasion, *(topic.text for topic in quote.topics))
        facets = (
            self._facet(Role.SPEAKER, quote.speaker),
            *self._each(Role.TO, quote.to),
            *with_,
            *self._each(Role.ABOUT, quote.about),
            *_topics(words),
            *self._countries((quote.speaker, *quote.to)),
        )
        return Passage(
            briefing=self.key,
            ref=ref,
            text=quote.text,
            date=quote.date or self.briefing.date,
            sort=Sort.QUOTE,
            id=quote.id,
            translations=quote.translation.wordings if quote.translation else (),
            speaker=self.links.name(quote.speaker),
            code=self.links.code_of(quote.speaker),
            place=occasion(self.links, quote),
            tlp=self.links.strictness(quote),
            use=rule(self.briefing, quote),
            facets=(*dict.fromkeys(facets), self._itself),
        )

    def lines(self, talk: Talk) -> Iterator[Passage]:
        """What is to be said in a talk, and to the press after it."""
        ref = Ref(Kind.TALK, talk.id)
        lines = [("points", point, point.text, None) for point in talk.points]
        lines += [("if_raised", each, each.line, each.topic) for each in talk.if_raised]  # type: ignore[misc]
        lines += [("press_line", talk, talk.press_line, None)] if talk.press_line else []  # type: ignore[list-item]
        for number, (name, of, text, topic) in enumerate(lines):
            place = _LINES[name]
            where = (
                Text(tuple(Wording(lang, f"{place}: {words}") for lang, words in topic.wordings)) if topic else Text.of(place)
            )
            facets = (*self._around_talk(talk), *_topics((topic,)))
            passage = self._entry(Sort.LINE, ref, of, text, talk=talk, facets=facets)
            yield replace(passage, id=f"{talk.id}/{name}/{number}", place=where)

    def person(self, ref: Ref, person: Participant) -> Passage:
        """A person: name and office; the other names are facets."""
        facets = (self._facet(Role.NAME, ref), *self._said(Role.FROM, (ref,)), *self._countries((ref,)))
        words = _joined(person.name, person.role, person.note, person.bio)
        passage = self._entry(Sort.PERSON, ref, person, words, facets=facets)
        return replace(passage, speaker=self.links.name(ref), code=self.links.code_of(ref))

    def talk(self, ref: Ref, talk: Talk) -> Passage:
        """A talk: who met, what about, what came of it, and all else its card says that is no line to take."""
        parties = Text.of(" – ".join(self.links.name(party) for party in talk.parties))
        asks = (text for ask in talk.asks for text in (ask.what, ask.answer))
        lists = (talk.topics, talk.agreed, talk.objectives, talk.their_objectives, talk.avoid, talk.firsts)
        topics, *points = ([point.text for point in points] for points in lists)
        more = (*(text for texts in points for text in texts), *asks, *(each.what for each in talk.follow_ups))
        words = _joined(parties, *topics, talk.outcome, *more, talk.background, talk.note)
        facets = (*self._around_talk(talk), *self._said(Role.WITH, talk.parties))
        return self._entry(Sort.TALK, ref, talk, words, talk=talk, facets=facets)

    def _entry(
        self, sort: Sort, ref: Ref, record: Record, text: Text, *, talk: Talk | None = None, facets: Iterable[Facet] = ()
    ) -> Passage:
        """What all passages but quotes are: a text in some languages, filed under the briefing."""
        first, *others = text.wordings
        return Passage(
            briefing=self.key,
            ref=ref,
            text=first.text,
            date=(talk.date if talk else None) or self.briefing.date,
            sort=sort,
            id=ref.id,
            translations=tuple(others),
            code=self.links.code(talk) if talk else "",
            tlp=strictest((self._strictness(sort, record), talk.tlp if talk else None)),
            facets=(*dict.fromkeys(facets), self._itself),
        )

    def _strictness(self, sort: Sort, record: Record) -> Tlp | None:
        """As strict as all its words and whoever they name; a press line is no more than its talk is."""
        press_line = sort is Sort.LINE and isinstance(record, Talk)
        return self.links.marking(record) if press_line else self.links.strictness(record)

    # --- facets

    def _facet(self, role: Role, ref: Ref) -> Facet:
        """A thing under its name or title in all languages, its id, and a person's other names."""
        known = self._facets.get((role, ref))
        if known is None:
            record = self.links.record(ref)
            text = getattr(record, "name", None) or getattr(record, "title", None)
            names = [wording.text for wording in text.wordings] if text else [self.links.name(ref)]
            names += [ref.id] if ref.kind is not Kind.WORDS else []
            names += (record.native, *record.aliases) if isinstance(record, Participant) else ()
            known = self._facets[role, ref] = Facet(
                role, tuple(dict.fromkeys(name for name in names if name)), self.links.code_of(ref)
            )
        return known

    def _each(self, role: Role, refs: Iterable[Ref]) -> tuple[Facet, ...]:
        return tuple(self._facet(role, ref) for ref in refs)

    def _around_talk(self, talk: Talk, speaker: Ref | None = None) -> tuple[Facet, ...]:
        """A talk, the others in it, and the countries of all."""
        around = self._around.get(talk.id)
        if around is None:
            itself = Facet(Role.TALK, tuple(dict.fromkeys((self.links.code(talk), talk.id))))
            around = self._around[talk.id] = (itself, *self._countries(talk.parties))
        return (*around, *self._each(Role.WITH, (party for party in talk.parties if party != speaker)))

    def _countries(self, refs: Iterable[Ref]) -> tuple[Facet, ...]:
        codes = dict.fromkeys(code for ref in refs if (code := self.links.code_of(ref)))
        return tuple(self._country(code) for code in codes)

    def _said(self, role: Role, refs: Iterable[Ref]) -> tuple[Facet, ...]:
        """The same where the name of a country alone is to find a passage: a person, a talk."""
        return tuple(facet._replace(role=role) for facet in self._countries(refs))

    def _country(self, code: str) -> Facet:
        ref = Ref(Kind.DELEGATION, code)
        known = self._facets.get((Role.COUNTRY, ref))
        if known is None:
            own = self._facet(Role.WITH, ref).names
            names = (code, *own, countries.name(code, "en"), countries.name(code, "de"))
            known = self._facets[Role.COUNTRY, ref] = Facet(Role.COUNTRY, tuple(dict.fromkeys(names)), code)
        return known


def _topics(texts: Iterable[Text | None]) -> tuple[Facet, ...]:
    return tuple(Facet(Role.TOPIC, tuple(wording.text for wording in text.wordings)) for text in texts if text)


def _joined(*texts: Text | None) -> Text:
    """Texts in one line, in every language that one of them has."""
    given = [text for text in texts if text]
    langs = dict.fromkeys(wording.lang for text in given for wording in text.wordings if wording.lang) or {"": None}
    lines = {lang: " · ".join(text.pick(lang).text for text in given) for lang in langs}
    return Text(tuple({line: Wording(lang, line) for lang, line in reversed(lines.items())}.values())[::-1])


def occasion(links: Links, quote: Quote) -> Text | None:
    """Where a quote was said, as the index has it: `talk KOR–JPN`, or its occasion in words."""
    talk = links.briefing.talks.get(quote.talk.id) if quote.talk else None
    return Text.of(f"talk {links.code(talk)}") if talk else quote.occasion


def occasion_in(links: Links, quote: Quote, lang: str) -> str:
    """The same to be shown: the program's words in the language spoken, those of the file in `lang`."""
    talk = links.briefing.talks.get(quote.talk.id) if quote.talk else None
    if talk:
        return _("talk {code}", code=links.code(talk))
    return quote.occasion.pick(lang).text if quote.occasion else ""


def placed(passage: Passage, lang: str = "") -> str:
    """Where a passage was said or stands, in words: the program's in the language spoken, those of the file in `lang`."""
    if not passage.place:
        return ""
    words = passage.place.pick(lang).text
    if passage.sort is Sort.LINE:
        return _line_place(passage.id, words)
    talk = next((facet.names[0] for facet in passage.facets if facet.role is Role.TALK), "")
    return _("talk {code}", code=talk) if passage.sort is Sort.QUOTE and talk and words == f"talk {talk}" else words


def _line_place(id: str, words: str) -> str:
    """Where a line to take stands, from its id and from the words the index has for that."""
    match id.rsplit("/", 2)[-2:-1]:
        case ["points"]:
            return pgettext("line", "say")
        case ["press_line"]:
            return pgettext("line", "press line")
        case ["if_raised"]:
            _lead, parted, topic = words.partition(": ")
            return _("if raised: {words}", words=topic) if parted else pgettext("line", "if raised")
    return words
