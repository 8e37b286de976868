"""A quote as search found it: the words with what matched marked, then the facts, one a row."""

from collections.abc import Sequence

from ...model.briefing import Quote
from ..runs import Line, Run, marked
from .common import USE, section
from .grid import Block, Card, Head
from .view import View

Spans = Sequence[tuple[int, int]]


def preview_card(view: View, quote: Quote, spans: Spans, translation_spans: Sequence[Spans], why: str) -> Card:
    """The preview of a hit."""
    links = view.links
    briefing = links.briefing
    person = links.participant(quote.speaker)
    role = f" · {view.words(person.role)}" if person and person.role else ""
    head = Head((Run(links.name(quote.speaker, view.lang), "bold"), Run(f"  {links.code_of(quote.speaker)}{role}", "muted")))
    place = view.name(quote.talk) if quote.talk else view.text(quote.occasion)
    wordings = quote.translation.wordings if quote.translation else ()
    words = [
        Block(marked(text, spans), label=f"{lang} transl.".strip())
        for (lang, text), spans in zip(wordings, translation_spans, strict=False)
    ]
    marking = links.marking(quote)
    return Card(
        "",
        (head,),
        (
            *section("", Block((Run("“"), *marked(quote.text, spans), Run("”")), bar=True, label=quote.lang), *words),
            *section("FOUND BY", Block((Run(why),) if why else ())),
            *section("OCCASION", Block(_unlinked(place))),
            *section("DATE", Block((Run((quote.date or briefing.date).shown()),))),
            *section(
                "BRIEFING", Block((Run(" · ".join(filter(None, (view.words(briefing.title), view.words(briefing.venue))))),))
            ),
            *section("SOURCE", Block(_unlinked(view.source(quote)) or (Run("no source"),))),
            *section("USE", Block((Run(USE[quote.use]),))),
            *section("MARKING", Block((Run(marking.label if marking else "none"),))),
        ),
        (quote,),
    )


def _unlinked(line: Line) -> Line:
    """A line without links: nothing here can be followed."""
    return tuple(run._replace(link=None, ink="text" if run.ink == "link" else run.ink) for run in line)
