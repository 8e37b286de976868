"""The cards of a quote, a source and a term."""

from dataclasses import fields

from ...i18n import _, later
from ...model.briefing import Quote, Record, Source, Term
from ...model.fields import Kind, Ref
from ...model.use import rule
from ..runs import Line, Run, join, together
from .common import quote_blocks, ref_of, section, tail, use_of
from .grid import Block, Card
from .view import View

_RELIABILITY = (
    later("completely reliable"),
    later("usually reliable"),
    later("fairly reliable"),
    later("not usually reliable"),
    later("unreliable"),
    later("cannot be judged"),
)
_CREDIBILITY = (
    later("confirmed"),
    later("probably true"),
    later("possibly true"),
    later("doubtful"),
    later("improbable"),
    later("cannot be judged"),
)


def quote_card(view: View, quote: Quote) -> Card:
    """A quote with everything known about it, every translation."""
    links = view.links
    others = quote.translation.wordings if quote.translation else ()
    shown = quote.translation.pick(view.lang).lang if quote.translation and quote.lang != view.lang else ""
    more = [Block((Run(text),), label=_("{lang} transl.", lang=lang)) for lang, text in others if lang != shown]
    return Card(
        _("Quote · {name}", name=links.name(quote.speaker, view.lang)),
        (Block(_speaker(view, quote)),),
        (
            *section("", *quote_blocks(view, quote, speaker=False)[:-1], *more),
            *section("TO", Block(view.names(quote.to))),
            *section("IN", Block(view.name(quote.talk) if quote.talk else view.text(quote.occasion))),
            *section("DATE", Block((Run((quote.date or links.briefing.date).shown()),))),
            *section("ABOUT", Block(view.names(quote.about))),
            *section("TOPICS", Block(join([view.text(topic.text) for topic in quote.topics]))),
            *section("USE", Block((Run(use_of(rule(view.links.briefing, quote))),))),
            *section("TRANSL. BY", Block(view.text(links.briefing.translated_by) if others else ())),
            *tail(view, quote),
        ),
        (quote,),
    )


def _speaker(view: View, quote: Quote) -> Line:
    person = view.links.participant(quote.speaker)
    code = view.links.code_of(quote.speaker)
    role = view.text(person.role, "muted") if person else ()
    return (*view.name(quote.speaker), Run(f"  {code}", "muted"), *((Run(" · ", "muted"), *role) if role else ()))


def source_card(view: View, source: Source) -> Card:
    """A document: what it is, how far it is to be believed, what here is taken from it."""
    ref = ref_of(Kind.SOURCE, source)
    taken = _taken_from(view, ref)
    facts = [
        view.text(source.publisher),
        (Run(together(source.date.shown())),) if source.date else (),
        (Run(source.lang, "muted"),),
    ]
    return Card(
        source.id,
        (Block(view.text(source.title, "bold")), Block(join([fact for fact in facts if fact and fact[0].text]))),
        (
            *section("GRADE", Block(_grade(source.grade))),
            *section("ADDRESS", Block((Run(source.url),) if source.url else ())),
            *section("COPY", Block((Run(source.file),) if source.file else ())),
            *section("SHA-256", Block((Run(source.sha256),) if source.sha256 else ())),
            *section("USED FOR", Block(view.names(taken))),
            *tail(view, source),
        ),
        (source,),
    )


def _grade(grade: str) -> Line:
    """The Admiralty code in words."""
    if len(grade) != 2 or grade[0] not in "ABCDEF" or grade[1] not in "123456":
        return (Run(grade),) if grade else ()
    return (
        Run(grade),
        Run(f"  {_(_RELIABILITY['ABCDEF'.index(grade[0])])}, {_(_CREDIBILITY['123456'.index(grade[1])])}", "muted"),
    )


def _taken_from(view: View, source: Ref) -> list[Ref]:
    """The people, talks and threats that name a source."""
    briefing = view.links.briefing
    keyed = ((Kind.PERSON, briefing.participants), (Kind.TALK, briefing.talks), (Kind.THREAT, briefing.threats))
    return [Ref(kind, key) for kind, records in keyed for key, record in records.items() if record.source == source]


def term_card(view: View, term: Term) -> Card:
    """A term, what it means, and where it stands in this briefing."""
    uses = uses_of(view, term.id)
    return Card(
        term.id,
        (Block((Run(term.id, "bold"),)), Block(view.text(term.text))),
        (*section("USED IN", Block(view.names(uses))), *tail(view, term)),
        (term,),
    )


def uses_of(view: View, term: str) -> list[Ref]:
    """The talks and threats whose texts hold a term."""
    briefing = view.links.briefing
    talks = [Ref(Kind.TALK, key) for key, talk in briefing.talks.items() if _holds(talk, term)]
    return talks + [Ref(Kind.THREAT, key) for key, threat in briefing.threats.items() if _holds(threat, term)]


def _holds(record: Record, term: str) -> bool:
    return any(_holds_value(getattr(record, field.name), term) for field in fields(record))


def _holds_value(value: object, term: str) -> bool:
    match value:
        case tuple():
            return any(_holds_value(item, term) for item in value)
        case Record():
            return _holds(value, term)
        case str():
            return term in value
    return hasattr(value, "wordings") and any(term in wording.text for wording in value.wordings)
