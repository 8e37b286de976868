"""The sections that take the card's place: this briefing, its quotes, agenda, sources, terms."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from ...i18n import _, word
from ...model.briefing import AgendaItem, Source, Term
from ...model.fields import Kind, Ref
from ..runs import Line, Run, join, together
from ..targets import There
from .common import follow_ups, quote_blocks, ref_of, section, tail
from .grid import Block, Card, Head, Section, Stop
from .page import Page
from .ticks import ITSELF, tickable
from .view import Related, View


def page_card(view: View, page: Page) -> Card:
    """The card that shows a section."""
    return _PAGES[page](view)


def _about(view: View) -> Card:
    briefing = view.links.briefing
    facts: list[Line] = [(Run(together(briefing.date.shown()), "muted"),)]
    if briefing.venue:
        facts.append(view.text(briefing.venue, "muted"))
    if briefing.timezone:
        facts.append((Run(briefing.timezone, "muted"),))
    state = [
        word(briefing.status) if briefing.status else "",
        _("version {version}", version=briefing.version) if briefing.version else "",
    ]
    state += [together(_("as of {day}", day=briefing.as_of.shown())) if briefing.as_of else ""]
    return Card(
        _("This briefing"),
        (Block(view.text(briefing.title, "bold")), Block(join(facts))),
        (
            *section("SUMMARY", Block(view.text(briefing.summary))),
            *section("KEY POINTS", *view.points(briefing.key_points)),
            *section("PROBLEMS", *_lines(view.problems), count=len(view.problems)),
            *section("SETTINGS", *_lines(view.complaints), count=len(view.complaints)),
            *section("THEME", Block(view.text(briefing.theme))),
            *section("CHAIR", Block(view.name(briefing.chair) if briefing.chair else ())),
            *section("FOR", Block(view.name(briefing.principal) if briefing.principal else ())),
            *section("AT TABLE", Block(view.names(_delegations(view)))),
            *section("FOLLOW-UPS", *follow_ups(view, briefing.follow_ups)),
            *section("RELATED", *(_related(each) for each in view.related)),
            *section("STATE", Block(join([(Run(word),) for word in state if word]))),
            *section("HANDLING", Block((Run(_("Chatham House rule")),) if briefing.handling else ())),
            *section("TAGS", Block(join([(Run(tag, "muted"),) for tag in briefing.tags]))),
            *tail(view, briefing),
        ),
        (briefing, *briefing.key_points, *briefing.follow_ups),
        marks=tuple(each.tlp for each in view.related),
    )


def _lines(texts: Iterable[str]) -> Iterator[Block]:
    return (Block((Run(text),), "•") for text in texts)


def _related(each: Related) -> Block:
    return Block((Run(each.title, "link", There(each.key, ITSELF)), Run(f"  {each.why}", "muted")))


def _delegations(view: View) -> list[Ref]:
    briefing = view.links.briefing
    listed = [Ref(Kind.DELEGATION, code) for code in briefing.delegations]
    return list(
        dict.fromkeys((*listed, *(person.delegation for person in briefing.participants.values() if person.delegation)))
    )


def _quotes(view: View) -> Card:
    quotes = view.links.briefing.quotes
    blocks = tuple(Section("", tuple(quote_blocks(view, quote))) for quote in quotes)
    return Card(_("Quotes"), () if quotes else _nothing(_("no quotes in this briefing")), blocks, quotes)


def _agenda(view: View) -> Card:
    items = view.links.briefing.agenda
    blocks = tickable(view, "agenda", ITSELF, [_item(view, item) for item in items])
    days = groupby(zip(items, blocks, strict=True), key=lambda pair: view.day(pair[0].date))
    sections = (part for day, pairs in days for part in section(day, *(block for _item, block in pairs)))
    return Card(_("Agenda"), () if items else _nothing(_("no agenda in this briefing")), tuple(sections), items)


def _item(view: View, item: AgendaItem) -> Block:
    """The time at the left; until when it goes on, who and where behind what it is, so that all items begin in one column."""
    facts: list[Line] = [(Run(_("until {time}", time=f"{item.until:%H:%M}"), "muted"),)] if item.until else []
    if item.who:
        facts.append(view.names(item.who))
    if item.place:
        facts.append(view.text(item.place, "muted"))
    if item.press:
        facts.append((Run(_("press"), "muted"),))
    if item.talk:
        facts.append(view.name(item.talk))
    behind = (Run("  "), *join(facts)) if facts else ()
    stop = Stop(Ref(Kind.WORDS, str(item.what)), opens=item.talk)
    when = f"{item.time:%H:%M}" if item.time else ""
    return Block((*view.text(item.what), *behind, *view.aside(item)), "•", label=when, stop=stop)


def _now(view: View) -> Card:
    from .now import now_card

    return now_card(view)


def _notes(view: View) -> Card:
    from .notes import notes_card

    return notes_card(view)


def _sources(view: View) -> Card:
    sources = tuple(view.links.briefing.sources.values())
    heads = [_entry(view, source) for source in sources]
    return Card(_("Sources"), () if sources else _nothing(_("no sources in this briefing")), (*section("", *heads),), sources)


def _entry(view: View, source: Source) -> Head:
    title = (Run(source.id, "bold"), Run("  "), *view.text(source.title))
    return Head(title, (Run(source.grade, "muted"),) if source.grade else (), ref_of(Kind.SOURCE, source))


def _terms(view: View) -> Card:
    terms = tuple(view.links.briefing.glossary.values())
    return Card(
        _("Terms"), () if terms else _nothing(_("no terms in this briefing")), tuple(_term(view, term) for term in terms), terms
    )


def _term(view: View, term: Term) -> Section:
    head = Head((Run(term.id, "bold"),), link=ref_of(Kind.TERM, term))
    return Section("", (head, Block(view.text(term.text))), tight=True)


def _nothing(what: str) -> tuple[Block, ...]:
    return (Block((Run(what, "muted"),)),)


def _met(view: View) -> Card:
    from .matrix import matrix_card

    return matrix_card(view)


def _changes(view: View) -> Card:
    from .changes import changes_card

    return changes_card(view)


_PAGES: dict[Page, Callable[[View], Card]] = {
    Page.ABOUT: _about,
    Page.QUOTES: _quotes,
    Page.AGENDA: _agenda,
    Page.NOTES: _notes,
    Page.SOURCES: _sources,
    Page.TERMS: _terms,
    Page.NOW: _now,
    Page.MET: _met,
    Page.CHANGES: _changes,
}
