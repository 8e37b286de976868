"""The card of a talk: before it the thing to speak from, after it what came of it."""

from collections.abc import Sequence
from dataclasses import replace

from ...i18n import _, pgettext, word
from ...model.briefing import AgendaItem, FollowUp, IfRaised, Talk, TalkStatus
from ...model.dates import Period
from ...model.fields import Kind, Ref
from ..runs import Line, Run, join
from . import last
from .common import ask_block, follow_ups, quotes, ref_of, section, tail, threats
from .grid import Block, Card, Section
from .ticks import tickable
from .view import View

PLANNED = ("OBJECTIVES", "THEIR AIMS", "SAY", "IF RAISED", "AVOID", "ASKS", "PRESS LINE", "LAST TIME")
HELD = ("OUTCOME", "TOPICS", "AGREED", "FOLLOW-UPS")
"""The sections of a talk that is planned, and of one that was held."""
_REST = ("BACKGROUND",)


def talk_card(view: View, talk: Talk) -> Card:
    """A planned talk begins with what to say, a held one with what came of it."""
    links = view.links
    ref = ref_of(Kind.TALK, talk)
    before = view.around.before(talk) if view.around else None
    sections = _sections(view, talk) | {"LAST TIME": last.last_time(view, before)}
    first, then = (PLANNED, HELD) if talk.status is TalkStatus.PLANNED else (HELD, PLANNED)
    order = (*first, *then, *_REST)
    drawn = [section for label in order for section in sections[label]]
    said = links.quotes_about(ref)
    raised = links.threats(ref)
    return Card(
        links.code(talk),
        (Block(_parties(view, talk)), Block(_facts(view, talk)), *_addresses(view, talk)),
        (
            *drawn,
            *quotes(view, said),
            *threats(view, "THREATS", raised),
            *_agenda(view, ref),
            *_absent([label for label in order if not sections[label]], talk),
            *tail(view, talk),
        ),
        (talk, *said, *raised, *links.agenda(ref)),
        *last.marks(before),
    )


def _parties(view: View, talk: Talk) -> Line:
    return join([view.name(party) for party in talk.parties])


def _addresses(view: View, talk: Talk) -> list[Block]:
    """How those are addressed and called with whom one speaks: `Mara Quist: Madam Minister · say KVIST`."""
    blocks = []
    for party in talk.parties:
        person = view.links.participant(party)
        if person is None or party == view.links.briefing.principal:
            continue
        facts = [view.text(person.address_as)] if person.address_as else []
        facts += [(Run(_("say "), "muted"), Run(person.pronunciation))] if person.pronunciation else []
        if facts:
            blocks.append(Block((Run(f"{view.links.name(party, view.lang)}: ", "muted"), *join(facts))))
    return blocks


def _facts(view: View, talk: Talk) -> Line:
    """`held 1 Nov 14:30–15:15 · Room 305 · first in person`; time and place are the talk's, else those on the agenda."""
    items = view.links.agenda(ref_of(Kind.TALK, talk))
    venue = talk.venue or next((item.place for item in items if item.place), None)
    unknown = dict(talk.other).get("status")
    status = _("status “{status}” unknown ·", status=unknown) if unknown else word(talk.status)
    facts: list[Line] = [(Run(f"{status} {_when(view, talk, items)}", "muted"),)]
    if venue:
        facts.append(view.text(venue, "muted"))
    facts += [view.text(first.text, "muted") for first in talk.firsts]
    return join(facts)


def _when(view: View, talk: Talk, items: Sequence[AgendaItem]) -> str:
    """The day and time of a talk: its own, else those on the agenda, else the day of the briefing."""
    timed = next((item for item in items if item.time), None)
    if timed is None or (talk.date and talk.date.start.clock):
        return view.day(talk.date or view.links.briefing.date)
    clock = "–".join(f"{time:%H:%M}" for time in (timed.time, timed.until) if time)
    day = view.day(timed.date or talk.date or Period(replace(view.links.briefing.date.start, clock=None)))
    return f"{day} {clock}"


def _sections(view: View, talk: Talk) -> dict[str, list[Section]]:
    """Every section by its label; empty where the file says nothing."""
    ref, raised = ref_of(Kind.TALK, talk), talk.if_raised
    return {
        "OBJECTIVES": section("OBJECTIVES", *view.points(talk.objectives)),
        "THEIR AIMS": section("THEIR AIMS", *view.points(talk.their_objectives)),
        "SAY": section("SAY", *tickable(view, "point", ref, view.points(talk.points))),
        "IF RAISED": section("IF RAISED", *tickable(view, "if_raised", ref, (_if_raised(view, item) for item in raised))),
        "AVOID": section("AVOID", *view.points(talk.avoid, "×"), alert=True),
        "ASKS": section("ASKS", *tickable(view, "ask", ref, (ask_block(view, ask) for ask in talk.asks))),
        "PRESS LINE": section("PRESS LINE", Block(view.text(talk.press_line))),
        "OUTCOME": section("OUTCOME", Block(view.text(talk.outcome))),
        "TOPICS": section("TOPICS", Block(join([view.text(topic.text) for topic in talk.topics]))),
        "AGREED": section("AGREED", *view.points(talk.agreed, "✓")),
        "FOLLOW-UPS": section("FOLLOW-UPS", *follow_ups(view, _all_follow_ups(view, talk))),
        "BACKGROUND": section("BACKGROUND", Block(view.text(talk.background))),
    }


def _all_follow_ups(view: View, talk: Talk) -> tuple[FollowUp, ...]:
    ref = ref_of(Kind.TALK, talk)
    others = (item for item in view.links.briefing.follow_ups if item.talk == ref)
    return tuple(replace(item, talk=None) for item in (*talk.follow_ups, *others))


def _if_raised(view: View, item: IfRaised) -> Block:
    topic: Line = (*view.text(item.topic, "bold"), Run(": ", "bold")) if item.topic else ()
    return Block((*topic, *view.text(item.line), *view.aside(item)), "•")


def _absent(labels: list[str], talk: Talk) -> list[Section]:
    """One muted line that says what the file leaves out."""
    expected = [label for label in labels if label not in ("LAST TIME", "THEIR AIMS", "BACKGROUND", "FOLLOW-UPS")]
    if talk.status is not TalkStatus.HELD:
        expected = [label for label in expected if label not in ("OUTCOME", "AGREED")]
    if not expected:
        return []
    words = ", ".join(pgettext("in a sentence", label.lower()) for label in expected)
    return [Section("", (Block((Run(_("not in this briefing: {sections}", sections=words), "muted"),)),))]


def _agenda(view: View, ref: Ref) -> list[Section]:
    items = view.links.agenda(ref)
    when = [f"{item.time:%H:%M} " if item.time else "" for item in items]
    return section("AGENDA", *(Block((Run(at, "muted"), *view.text(item.what))) for at, item in zip(when, items, strict=True)))
