"""The cards of a participant and of a delegation."""

from ...i18n import _, word
from ...model.briefing import Delegation, Participant, Presence, Talk
from ...model.fields import Kind, Ref
from ..runs import Line, Run, join
from .common import quotes, ref_of, section, tail, threats
from .grid import Block, Card, Section
from .view import View


def person_card(view: View, person: Participant) -> Card:
    """Who it is, how to say and address the name, then what the person did here."""
    links = view.links
    ref = ref_of(Kind.PERSON, person)
    said, met, raised = links.quotes_by(ref), links.talks(ref), links.threats_raised(ref)
    return Card(
        links.name(ref, view.lang),
        (Block(_office(view, person)),),
        (
            *section("ADDRESS AS", Block(view.text(person.address_as))),
            *section("SAY IT", Block((Run(person.pronunciation),) if person.pronunciation else ())),
            *section("NATIVE", Block((Run(person.native),) if person.native else ())),
            *section("ALSO", Block(join([(Run(alias),) for alias in person.aliases]))),
            *section("PRESENCE", Block(_presence(person))),
            *section("BIO", Block(view.text(person.bio))),
            *talk_list(view, met, ref),
            *_agenda(view, ref),
            *quotes(view, said, speaker=False),
            *threats(view, "RAISED", raised),
            *tail(view, person),
        ),
        (person, *said, *met, *raised),
    )


def _office(view: View, person: Participant) -> Line:
    """`Minister of Defence · Japan JPN`."""
    facts = [view.text(person.role)] if person.role else []
    briefing = view.links.briefing
    duties = {briefing.chair: _("in the chair"), briefing.principal: _("whose briefing this is")}
    if duty := duties.get(ref_of(Kind.PERSON, person)):
        facts.append((Run(duty, "bold"),))
    if person.delegation:
        name = view.name(person.delegation)
        code = person.delegation.id
        facts.append((*name, Run(f" {code}", "muted")) if name[0].text != code else name)
    return join(facts) or (Run(_("office not in this briefing"), "muted"),)


def _presence(person: Participant) -> Line:
    """Said only if the person does not take part."""
    if person.presence is Presence.ATTENDING:
        return ()
    return (Run(_("named in the document, not at the table") if person.presence is Presence.MENTIONED else _("absent")),)


def talk_list(view: View, talks: list[Talk], whose: Ref) -> list[Section]:
    """Talks as links, each with the others who took part, status and date."""
    blocks = []
    for talk in talks:
        when = view.day(talk.date or view.links.briefing.date)
        others = [party for party in talk.parties if whose not in (party, view.links.delegation_of(party))]
        names = join([(Run(view.links.name(party, view.lang)),) for party in others])
        link = Run(view.links.code(talk), "link", ref_of(Kind.TALK, talk))
        blocks.append(Block((link, Run("  "), *names, Run(f"  {word(talk.status)} {when}", "muted"))))
    return section("TALKS", *blocks)


def _agenda(view: View, ref: Ref) -> list[Section]:
    return section("AGENDA", *(Block(view.text(item.what)) for item in view.links.agenda(ref) if not item.talk))


def delegation_card(view: View, delegation: Delegation) -> Card:
    """A country or organisation: its people, its talks, what it said and what threatens from it."""
    links = view.links
    ref = Ref(Kind.DELEGATION, delegation.id)
    said, met, raised, own = links.quotes_by(ref), links.talks(ref), links.threats_raised(ref), links.threats(ref)
    name = links.name(ref, view.lang)
    group = view.text(delegation.group, "muted")
    return Card(
        name,
        (
            Block((*((Run(f"{name} "),) if name != delegation.id else ()), Run(delegation.id, "muted"))),
            *((Block(group),) if group else ()),
        ),
        (
            *section("HEAD", Block(view.name(delegation.head) if delegation.head else ())),
            *section("PEOPLE", *(Block(_member(view, member)) for member in links.delegates(ref))),
            *talk_list(view, met, ref),
            *quotes(view, said),
            *threats(view, "RAISED", raised),
            *threats(view, "ACTOR IN", own),
            *tail(view, delegation),
        ),
        (delegation, *said, *met, *raised, *own),
    )


def _member(view: View, ref: Ref) -> Line:
    person = view.links.participant(ref)
    return (*view.name(ref), Run("  "), *view.text(person.role if person else None, "muted"))
