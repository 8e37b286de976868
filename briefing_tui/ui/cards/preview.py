"""A quote as search found it: the words with what matched marked, then the facts."""

from collections.abc import Sequence

from ...model.briefing import Quote
from ..runs import Line, Run, join, marked
from .common import USE
from .grid import Block, Card, Head, Section
from .view import View

Spans = Sequence[tuple[int, int]]


def preview_card(
    view: View, quote: Quote, spans: Spans, translation_spans: Sequence[Spans], why: str, *, brief: bool = False
) -> Card:
    """The preview of a hit: a fact a row, or, if it is to be `brief`, all in one."""
    links = view.links
    person = links.participant(quote.speaker)
    role = f" · {view.words(person.role)}" if person and person.role else ""
    head = Head((Run(links.name(quote.speaker, view.lang), "bold"), Run(f"  {links.code_of(quote.speaker)}{role}", "muted")))
    wordings = quote.translation.wordings if quote.translation else ()
    words = (
        Block((Run("“"), *marked(quote.text, spans), Run("”")), bar=True, label=quote.lang),
        *(
            Block(marked(text, found), label=f"{lang} transl.".strip())
            for (lang, text), found in zip(wordings, translation_spans, strict=False)
        ),
    )
    facts = _facts(view, quote, why if not any(translation_spans) else "")
    if brief:
        row = Block(tuple(run._replace(ink="muted") for run in join(list(facts.values()))))
        return Card("", (head,), (Section("", (*words, row), tight=True),), (quote,))
    rows = [Section(label, (Block(fact),), tight=bool(index)) for index, (label, fact) in enumerate(facts.items())]
    return Card("", (head,), (Section("", words), *rows), (quote,))


def _facts(view: View, quote: Quote, why: str) -> dict[str, Line]:
    """What is known of a quote beside its words, by label."""
    briefing = view.links.briefing
    marking = view.links.marking(quote)
    facts: dict[str, Line] = {
        "FOUND BY": (Run(why),) if why else (),
        "OCCASION": _unlinked(view.name(quote.talk) if quote.talk else view.text(quote.occasion)),
        "DATE": (Run((quote.date or briefing.date).shown()),),
        "BRIEFING": (Run(" · ".join(filter(None, (view.words(briefing.title), view.words(briefing.venue))))),),
        "SOURCE": _unlinked(view.source(quote)) or (Run("no source"),),
        "USE": (Run(USE[quote.use]),),
        "MARKING": (Run(marking.label if marking else "none"),),
    }
    return {label: fact for label, fact in facts.items() if fact}


def _unlinked(line: Line) -> Line:
    """A line without links: nothing here can be followed."""
    return tuple(run._replace(link=None, ink="text" if run.ink == "link" else run.ink) for run in line)
