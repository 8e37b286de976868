"""The card of a dossier: who it is, what is open, the talks, quotes, threats and notes, each with where it stands."""

from collections.abc import Iterable, Iterator

from ...i18n import _, later, several, word
from ...library.dossiers import Gathered
from ...model.briefing import Ask, FollowUp, Participant, Quote, Threat
from ...model.dates import Moment
from ...model.dossier import Dossier, Identity, NoteFound
from ...model.fields import Kind, Ref
from ...model.found import Found, FoundTalk
from ...model.who import Country, Parties, Person
from ..runs import Line, Run, join, together
from ..targets import DossierOf, There
from .common import asks, follow_ups, quote_blocks, section, still_to_do
from .grid import Block, Card, Head, Section
from .notes import rehearsal
from .there import WAITING, classifications, led, led_block, origin, view_of
from .view import View


def dossier_card(view: View, sheet: DossierOf) -> Card:
    """A dossier as the library has it by now."""
    gathered = view.around.dossier(sheet) if view.around else None
    return _card(view, sheet, gathered) if gathered else WAITING


def _card(view: View, sheet: DossierOf, gathered: Gathered) -> Card:
    found = gathered.dossier
    name = named(view, found)
    top: list[Block | Head] = [Block((Run(name, "bold"),)), Block((Run(_counted(found), "muted"),))]
    sections = (*_sections(view, found), *_left(sheet, gathered.left))
    return Card(
        _("Dossier · {name}", name=name),
        tuple(top),
        sections,
        marks=(found.tlp,),
        classifications=classifications(found.links),
    )


def named(view: View, found: Dossier) -> str:
    """Whose dossier it is: the newest name, the country, `KOR–JPN`."""
    if isinstance(found.who, Person):
        first = next(iter(found.identities), None)
        return first.links.name(first.ref, view.lang) if first else found.who.id
    if isinstance(found.who, Country):
        first = next((each for each in found.identities if each.ref.kind is Kind.DELEGATION), None)
        return (first.links if first else view.links).name(Ref(Kind.DELEGATION, found.who.code), view.lang)
    talk = next(iter(found.talks), None)
    return talk.links.code(talk.record) if talk else "–".join(side.code or side.person for side in found.who.sides)


def _counted(found: Dossier) -> str:
    words = [
        several("{count} talk", "{count} talks", len(found.talks)) if found.talks else "",
        several("{count} quote", "{count} quotes", len(found.quotes)) if found.quotes else "",
        several("{count} threat", "{count} threats", len(found.threats)) if found.threats else "",
        several("{count} note", "{count} notes", len(found.notes)) if found.notes else "",
    ]
    keys = {each.key for each in (*found.identities, *found.talks, *found.quotes, *found.threats)}
    what = " · ".join(filter(None, words)) or _("nothing")
    return several("{what} in {count} briefing", "{what} in {count} briefings", len(keys), what=what)


def _sections(view: View, found: Dossier) -> Iterator[Section]:
    if isinstance(found.who, Person):
        yield from section("WHO", *(_identity(view, each) for each in found.identities))
    else:
        yield from section("PEOPLE", Block(_people(view, found)))
    yield from _names([each.record for each in found.identities if isinstance(each.record, Participant)], view, found)
    yield from section("OPEN", *(_open(view, talk, item) for talk, item in found.open), count=len(found.open))
    yield from section("TALKS", *(block for talk in found.talks for block in _talk(view, talk)), count=len(found.talks))
    yield from section("QUOTES", *(block for each in found.quotes for block in _quote(view, each)), count=len(found.quotes))
    raised = "THREATS" if isinstance(found.who, Parties) else "RAISED"
    yield from section(raised, *(_threat(view, each) for each in found.threats))
    yield from section("FOLLOW-UPS", *(_follow_up(view, each) for each in found.follow_ups))
    yield from section("MY NOTES", *(_note(each) for each in found.notes), count=len(found.notes))


def _identity(view: View, found: Identity) -> Block:
    """What one briefing says of who it is."""
    there, record = view_of(view, found.links), found.record
    facts: list[Line] = [(Run(there.links.name(found.ref, view.lang)),)]
    if isinstance(record, Participant):
        facts += [there.text(record.role)] if record.role else []
        facts += [(Run(record.delegation.id, "muted"),)] if record.delegation else []
    return Block((*join(facts), Run("  "), *origin(view, found)))


def _people(view: View, found: Dossier) -> Line:
    """Who spoke for a country or those who meet: each person once, where the newest briefing names them."""
    people: dict[str, Line] = {}
    for each in found.identities:
        if each.ref.kind is Kind.PERSON:
            name = each.links.name(each.ref, view.lang)
            people.setdefault(name, (Run(name, "link", There(each.key, each.ref)),))
    return join(list(people.values()))


def _names(people: list[Participant], view: View, found: Dossier) -> Iterator[Section]:
    """How a person is addressed and spoken of, as the newest briefing has it that says so."""
    if not isinstance(found.who, Person):
        return
    first = {
        later("ADDRESS AS"): next((view.text(person.address_as) for person in people if person.address_as), ()),
        later("SAY IT"): next(((Run(person.pronunciation),) for person in people if person.pronunciation), ()),
        later("NATIVE"): next(((Run(person.native),) for person in people if person.native), ()),
        later("ALSO"): join([(Run(alias),) for alias in dict.fromkeys(alias for person in people for alias in person.aliases)]),
    }
    for label, line in first.items():
        yield from section(label, Block(line))


def _open(view: View, talk: FoundTalk, item: Ask | FollowUp) -> Block:
    there = view_of(view, talk.links)
    day = together(talk.date.shown(clock=False))
    where = Run(f"{talk.links.code(talk.record)}, {day}", "link", There(talk.key, talk.ref))
    words = asks(there, item) if isinstance(item, Ask) else still_to_do(there, item).text
    return Block((*led(words, talk.key), Run("  "), where), "•")


def _talk(view: View, talk: FoundTalk) -> Iterator[Block | Head]:
    """A talk: its date and briefing, what came of it, what was agreed, asked and is next."""
    there, record = view_of(view, talk.links), talk.record
    title = " ".join(view_of(view, talk.links).words(talk.links.briefing.title).split())
    head = (Run(talk.links.code(record), "bold"), Run(f"  {talk.date.shown()}", "text"), Run(f" · {title}", "muted"))
    yield Head(head, (Run(word(record.status), "muted"),), There(talk.key, talk.ref))
    blocks = [Block(there.text(record.outcome)), *there.points(talk.agreed, "✓")]
    blocks += [Block(asks(there, ask), "•") for ask in talk.asked]
    blocks += [
        block._replace(text=(Run(_("next: "), "muted"), *block.text), mark=block.mark) for block in follow_ups(there, talk.next)
    ]
    yield from (led_block(block, talk.key) for block in blocks if block.text)


def _quote(view: View, found: Found[Quote]) -> Iterator[Block | Head]:
    """A quote, with its date in full and its briefing."""
    blocks = quote_blocks(view_of(view, found.links), found.record)
    yield from (led_block(block, found.key) for block in blocks)
    yield Block(tuple(run._replace(link=None, ink="muted") for run in origin(view, found)))


def _threat(view: View, found: Found[Threat]) -> Block:
    title = view_of(view, found.links).text(found.record.title)
    return Block((*title, Run("  "), *origin(view, found)))


def _follow_up(view: View, found: Found[FollowUp]) -> Block:
    block = follow_ups(view_of(view, found.links), [found.record])[0]
    return block._replace(text=(*led(block.text, found.key), Run("  "), *origin(view, found)))


def _note(found: NoteFound) -> Block:
    note = found.note
    where = Run(note.item.title or found.key, "link", There(found.key, note.item.ref))
    when = together(Moment.at(note.time).shown())
    return Block((Run(f"{when} ", "muted"), Run(note.text), *rehearsal(note), Run("  "), where))


def _left(sheet: DossierOf, left: int) -> Iterable[Section]:
    if not left:
        return []
    words = several("{count} older briefing not looked through", "{count} older briefings not looked through", left)
    return section(
        "", Block((Run(f"{words}  ", "muted"), Run(_("look through all"), "link", DossierOf(sheet.who, whole=True))))
    )
