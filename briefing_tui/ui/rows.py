"""The rows of the three panes."""

from typing import NamedTuple

from ..i18n import _, later, word
from ..model.briefing import Participant, Presence, Severity, Talk, TalkStatus, Threat
from ..model.fields import Kind, Ref
from .cards.view import View
from .runs import Line, Run, cut_text

SEVERITY_SIGNS = {
    Severity.CRITICAL: later("CRIT"),
    Severity.HIGH: later("HIGH"),
    Severity.MEDIUM: later("med"),
    Severity.LOW: later("low"),
}
SEVERITY_INKS = {Severity.CRITICAL: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "muted"}


def severity_sign(severity: Severity) -> str:
    """A severity in four letters or so."""
    return _(SEVERITY_SIGNS[severity])


class Row(NamedTuple):
    """One row of a list: what it stands for, its text, and a tag flush right that goes before the text is cut, if it yields."""

    ref: Ref
    text: Line
    tag: Line = ()
    yields: bool = True


def participant_rows(view: View) -> list[Row]:
    """`KOR  Name`, tagged by exception only: `us`, `chair`, `named`, `absent`."""
    people = view.links.briefing.participants
    codes = {key: person.delegation.id if person.delegation else "" for key, person in people.items()}
    room = min(max((len(code) for code in codes.values()), default=0), 6)
    return [_participant(view, person, codes[key], room) for key, person in people.items()]


def _participant(view: View, person: Participant, code: str, room: int) -> Row:
    briefing = view.links.briefing
    ref = Ref(Kind.PERSON, person.id)
    tag = _("us") if ref == briefing.principal else _("chair") if ref == briefing.chair else ""
    if person.presence is not Presence.ATTENDING:
        tag = _("named") if person.presence is Presence.MENTIONED else _("absent")
    muted = person.presence is not Presence.ATTENDING
    ink = "muted" if muted else "text"
    lead = (Run(f"{cut_text(code, room):<{room}}  ", ink),) if room else ()
    return Row(ref, (*lead, Run(view.words(person.name), ink)), (Run(tag, "muted"),) if tag else ())


def talk_rows(view: View) -> list[Row]:
    """`KOR–JPN  Name`, the own principal left out; day or status only where they differ from the briefing's."""
    talks = view.links.briefing.talks.values()
    codes = {talk.id: cut_text(view.links.code(talk), 15) for talk in talks}
    room = max((len(code) for code in codes.values()), default=0)
    return [_talk(view, talk, codes[talk.id].ljust(room)) for talk in talks]


def _talk(view: View, talk: Talk, code: str) -> Row:
    briefing = view.links.briefing
    names = [view.links.name(party, view.lang) for party in talk.parties if party != briefing.principal]
    tags = [word(talk.status)] if talk.status is not TalkStatus.HELD else []
    if talk.date and not briefing.date.first <= talk.date.first <= briefing.date.last:
        tags.append(talk.date.shown(year=talk.date.first.year != briefing.date.first.year, clock=False))
    tag = (Run(" ".join(tags), "muted"),) if tags else ()
    return Row(Ref(Kind.TALK, talk.id), (Run(f"{code}  {' · '.join(names)}"),), tag)


def threat_rows(view: View) -> list[Row]:
    """Severity by rank, if any threat is rated; title; actor flush right."""
    threats = view.links.briefing.threats.values()
    rated = any(threat.severity for threat in threats)
    return [_threat(view, threat, rated) for threat in threats]


def _threat(view: View, threat: Threat, rated: bool) -> Row:
    sign = severity_sign(threat.severity) if threat.severity else "–"
    ink = SEVERITY_INKS[threat.severity] if threat.severity else "muted"
    lead = (Run(f"{sign:<6}", ink),) if rated else ()
    codes = [view.links.code_of(actor) or view.links.name(actor) for actor in threat.actor]
    actor = f"{cut_text(codes[0], 6)}{'+' if len(codes) > 1 else ' '}" if codes else ""
    return Row(
        Ref(Kind.THREAT, threat.id), (*lead, Run(view.words(threat.title))), (Run(actor, "muted"),) if actor else (), False
    )
