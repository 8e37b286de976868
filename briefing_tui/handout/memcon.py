"""The skeleton of the record of conversation of a talk, as Markdown, for whoever has to write it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ..i18n import _, word
from ..model.briefing import Ask, FollowUp, Progress, Quote, Record, Talk
from ..model.dates import Moment, Period
from ..model.fields import Kind, Ref
from ..model.links import Links
from ..model.marking import Tlp, label, strictest
from ..model.text import Text
from .cited import cited
from .forms import as_markdown
from .markdown import escaped, framed, inline
from .plain import Words

_TO_FILL_IN = "- …"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was noted down in the room: the records of the talk that were ticked, and notes with their local time."""

    ticked: Sequence[Record] = ()
    former: Sequence[tuple[Record, str]] = ()
    """What was ticked in other words than the record has by now, with those words."""
    rehearsed: Sequence[Record] = ()
    """What was ticked in a rehearsal."""
    gone: Sequence[str] = ()
    """The words of lines that were ticked and are no longer in the talk."""
    notes: Sequence[tuple[datetime, str]] = ()
    tlp: Tlp | None = None
    """The strictest marking that the talk had when something was noted on it."""


NOTHING = Taken()


def memcon(links: Links, talk: Talk, lang: str = "", taken: Taken = NOTHING, unlabelled: str = "") -> str:
    """Date, place, who took part, what was said, noted, quoted, agreed and asked, what is next.

    What is empty is to be filled in. Texts in another language than `lang` and `unlabelled` say in which. The first and last
    line are the marking: the strictest of the file, of the talk as it is and was, and of who is named or quoted.
    """
    return framed(_Record(links, talk, Words(links, lang, unlabelled), taken).lines(), _mark(links, talk, taken))


def _mark(links: Links, talk: Talk, taken: Taken) -> str:
    """The marking of the record: notes on it may touch anything in the file."""
    briefing, follow_ups = links.briefing, _follow_ups(links, talk)
    named = [*talk.parties, *(ask.by for ask in talk.asks), *(ref for item in follow_ups for ref in item.who)]
    named += [links.delegation_of(party) for party in talk.parties]
    quotes = _quotes(links, talk)
    named += [quote.speaker for quote in quotes]
    tlps = (briefing.tlp, taken.tlp, links.inner(talk, *follow_ups, *quotes), links.borne(*named))
    return label(strictest(tlps), briefing.classification)


def _follow_ups(links: Links, talk: Talk) -> list[FollowUp]:
    ref = Ref(Kind.TALK, talk.id)
    return [*talk.follow_ups, *(item for item in links.briefing.follow_ups if item.talk == ref)]


def _quotes(links: Links, talk: Talk) -> list[Quote]:
    """What was said in a talk, word for word."""
    ref = Ref(Kind.TALK, talk.id)
    return [quote for quote in links.quotes_about(ref) if quote.talk == ref]


class _Record:
    """Writes one record, in one language."""

    def __init__(self, links: Links, talk: Talk, words: Words, taken: Taken) -> None:
        self.links, self.talk, self.words, self.taken = links, talk, words, taken
        self.lang = words.lang
        self.ticked = set(map(id, taken.ticked))
        self.former = {id(record): words for record, words in taken.former}
        self.rehearsed = set(map(id, taken.rehearsed))

    def lines(self) -> Iterator[str]:
        talk = self.talk
        yield _("# Record of conversation: {talk}", talk=escaped(self.links.code(talk)))
        yield ""
        yield from self.facts()
        yield from self.section(_("Participants"), map(self.participant, talk.parties))
        if talk.topics:
            yield from self.section(_("Topics"), (f"- {self.text(topic.text)}" for topic in talk.topics))
        said = [*(self.boxed(each, each.text) for each in talk.points), *self.raised(), *map(self.gone, self.taken.gone)]
        yield from self.section(_("Said"), said)
        notes = (f"- {self.noted(when)} {self.hung(words)}" for when, words in sorted(self.taken.notes))
        yield from self.section(_("Notes"), notes)
        yield from self.quotes()
        if talk.outcome:
            yield from self.section(_("Outcome"), [self.text(talk.outcome)])
        yield from self.section(_("Agreed"), (f"- {self.text(point.text)}" for point in talk.agreed))
        yield from self.section(_("Asks"), map(self.ask, talk.asks))
        yield from self.section(_("Next"), map(self.follow_up, _follow_ups(self.links, talk)))

    def section(self, title: str, lines: Iterable[str]) -> Iterator[str]:
        yield from ("", f"## {title}", "")
        yield from (list(lines) or [_TO_FILL_IN])

    def facts(self) -> Iterator[str]:
        """What the meeting was, when and where."""
        briefing = self.links.briefing
        when = self.when()
        places = [text for text in (self.talk.venue, briefing.venue) if text]
        facts = {
            _("Meeting"): self.text(briefing.title),
            _("Date"): inline(f"{when} ({briefing.timezone})" if briefing.timezone else when),
            _("Place"): ", ".join(dict.fromkeys(map(self.text, places))) or "…",
            _("Status"): word(self.talk.status),
            _("For the first time"): "; ".join(self.text(first.text) for first in self.talk.firsts),
            _("Handling"): _("Chatham House rule") if briefing.handling else "",
        }
        yield from (f"- {name}: {words}" for name, words in facts.items() if words)

    def quotes(self) -> Iterator[str]:
        """Each with who said it; whoever writes the record is the file's owner, and is told under which rule."""
        for index, quote in enumerate(_quotes(self.links, self.talk)):
            if not index:
                yield from ("", f"## {_('Quotes')}")
            yield from ("", as_markdown(cited(self.links, quote, self.lang, openly=True)))

    def noted(self, when: datetime) -> str:
        """`14:20` on the day of the talk, `30 Nov 2026 14:20` on any other."""
        day = self.day()
        if day.first == day.last == when.date():
            return f"{when:%H:%M}"
        return Moment.at(when).shown()

    def day(self) -> Period:
        """The talk's own day, else that on the agenda, else the briefing's."""
        items = self.links.agenda(Ref(Kind.TALK, self.talk.id))
        return self.talk.date or next((item.date for item in items if item.date), None) or self.links.briefing.date

    def when(self) -> str:
        """`1 Nov 2025, 09:30–10:15`: the talk's own day and time, else those on the agenda, else the briefing's."""
        talk, day = self.talk, self.links.briefing.date
        item = next((item for item in self.links.agenda(Ref(Kind.TALK, talk.id)) if item.time), None)
        if item is None or (talk.date and talk.date.start.clock):
            return (talk.date or day).shown()
        clock = "–".join(f"{time:%H:%M}" for time in (item.time, item.until) if time)
        return f"{(item.date or talk.date or Period(replace(day.start, clock=None))).shown(clock=False)}, {clock}"

    def participant(self, party: Ref) -> str:
        """`- Ahn Gyu-back, Minister of National Defence, Republic of Korea (KOR)`."""
        person = self.links.participant(party)
        delegation = self.links.delegation_of(party)
        office = self.words.text(person.role) if person else ""
        country = self.links.name(delegation, self.lang) if delegation else ""
        code = f" ({delegation.id})" if delegation and delegation.id != country else ""
        name = self.links.name(party, self.lang) if person or not delegation else ""
        return f"- {escaped(', '.join(fact for fact in (name, office, country) if fact) + code)}"

    def boxed(self, record: Record, text: Text) -> str:
        """A point, with a cross in its box if it was ticked."""
        return f"- [{'x' if id(record) in self.ticked else ' '}] {self.said(record, text)}"

    def said(self, record: Record, text: Text) -> str:
        """A text, as it was when it was ticked; then how it is now, if that is not the same; whether that was a rehearsal."""
        former, words = self.former.get(id(record)), self.text(text)
        said = _("{former} (now: {words})", former=self.hung(former), words=words) if former else words
        return f"{said} ({_('rehearsal')})" if id(record) in self.rehearsed else said

    def gone(self, words: str) -> str:
        """`- [x] what was ticked (no longer in the briefing)`."""
        return "- [x] " + _("{words} (no longer in the briefing)", words=self.hung(words))

    def raised(self) -> Iterator[str]:
        """The lines for what may be raised, under their subjects."""
        for item in self.talk.if_raised:
            topic = f"{self.text(item.topic)}: " if item.topic else ""
            words = _("if raised: {words}", words=f"{topic}{self.said(item, item.line)}")
            yield f"- [{'x' if id(item) in self.ticked else ' '}] {words}"

    def ask(self, ask: Ask) -> str:
        """`- [x] JPN: what is asked → the answer (done)`, ticked if it was raised or is done with."""
        by = f"{escaped(self.links.code_of(ask.by) or self.links.name(ask.by, self.lang))}: " if ask.by else ""
        answer = self.text(ask.answer) if ask.answer else "…"
        raised = id(ask) in self.ticked or ask.status is Progress.DONE
        return f"- [{'x' if raised else ' '}] {by}{self.said(ask, ask.what)} → {answer} ({word(ask.status)})"

    def follow_up(self, item: FollowUp) -> str:
        """`- [ ] what is to be done (KOR, by 20 Nov 2025)`."""
        who = [escaped(self.words.name(ref)) for ref in item.who]
        due = [_("by {date}", date=item.due.shown())] if item.due else []
        status = [word(item.status)] if item.status is not Progress.OPEN else []
        facts = f" ({', '.join((*who, *due, *status))})" if who or due or status else ""
        return f"- [{'x' if item.status is Progress.DONE else ' '}] {self.text(item.what)}{facts}"

    def text(self, text: Text) -> str:
        return self.hung(self.words.text(text))

    def hung(self, words: str) -> str:
        """Words of an entry, their line breaks kept within it."""
        return escaped(words).replace("\n", "\\\n  ")
