"""The passage of a source that a quote is, or is nearest to: marked in its paragraph, between the one before and the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...i18n import _, word
from ...model.briefing import Quote
from ...model.fields import Kind, Ref
from ...model.letters import whole
from ...model.words import InText
from ..runs import Line, Run, clipped, marked
from ..targets import PassageOf
from ..verified import SIGNS
from .grid import Block, Card, Section
from .view import View

if TYPE_CHECKING:
    from ...drafting.verify import Checked, SourceText, Verdict

_AROUND = 300
"""How many characters of the paragraph before and of the next are shown."""
_LEAD = 400
"""How many characters of a paragraph are shown before the passage."""
_TRAIL = 1200
_PIECES = {InText.SAME: ("", "", "text"), InText.REMOVED: ("[-", "-]", "warning"), InText.ADDED: ("{+", "+}", "bold")}


def passage_card(view: View, sheet: PassageOf) -> Card:
    """The passage, what was found of the quote, and how they differ if they do."""
    known = view.around.verified(view.links.briefing) if view.around else None
    checked = known.quotes.get(sheet.quote) if known else None
    source = checked.quote.source if checked else None
    text = known.texts.get(source.id) if known and source else None
    if not checked or not source or not text or not checked.verdict.spans:
        return Card(_("Passage"), (Block((Run(_("no passage to show"), "muted"),)),))
    quote, verdict = checked.quote, checked.verdict
    sign, ink = SIGNS[verdict.status.value]
    state: Line = (
        Run(_(sign), ink),
        Run(f" {word(verdict.status)}" if sign == "✓" else ""),
        Run(f"  {verdict.remark}", "muted"),
    )
    record = view.links.record(source)
    return Card(
        _("Passage · {name}", name=view.links.name(quote.speaker, view.lang)),
        (Block((Run(source.id, "link", source), Run("  "), *view.text(getattr(record, "title", None)))), _file(checked)),
        (
            Section("IN SOURCE", tuple(_paragraphs(text, verdict))),
            Section("COMPARED", (Block(state), *_difference(verdict))),
            Section("QUOTE", (Block((Run(word(Kind.QUOTE), "link", Ref(Kind.QUOTE, quote.id)), *_said(view, quote))),)),
        ),
        tuple(each for each in (quote, record) if each),
    )


def _file(checked: Checked) -> Block:
    return Block((Run(f"{checked.file} · {checked.verdict.locator}", "muted"),))


def _said(view: View, quote: Quote) -> Line:
    return (Run("  "), *view.name(quote.speaker), Run(f"  {view.day(quote.date or view.links.briefing.date)}", "muted"))


def _difference(verdict: Verdict) -> Iterator[Block]:
    if verdict.pieces:
        yield Block(tuple(Run(f"{_PIECES[how][0]}{text}{_PIECES[how][1]}", _PIECES[how][2]) for how, text in verdict.pieces))


def _paragraphs(text: SourceText, verdict: Verdict) -> Iterator[Block]:
    """Every paragraph that holds a part of the passage, with what stands around the first and the last."""
    items = text.paragraphs.items
    numbers = sorted(
        {item.number for item in items if any(item.start < end and start < item.end for start, end in verdict.spans)}
    )
    for index, number in enumerate(numbers):
        if index and numbers[index - 1] != number - 1:
            yield Block((Run("…", "muted"),))
        if not index and number > 1:
            yield Block(_end(text.text[items[number - 2].start : items[number - 2].end]))
        item = items[number - 1]
        yield Block(_passage(text.text, item.start, item.end, verdict.spans), bar=True, label=f"¶{number}")
    if numbers and numbers[-1] < len(items):
        yield Block(_begin(text.text[items[numbers[-1]].start : items[numbers[-1]].end]))


def _passage(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> Line:
    """A paragraph with the passage in the ink of a hit; far from it, the paragraph is cut."""
    inside = [(max(first, start), min(last, end)) for first, last in spans if first < end and last > start]
    first, last = max(start, whole(text, inside[0][0] - _LEAD)), min(end, whole(text, inside[-1][1] + _TRAIL))
    words = marked(_flat(text[first:last]), clipped(sorted(inside), first, last))
    return (*((Run("… ", "muted"),) if first > start else ()), *words, *((Run(" …", "muted"),) if last < end else ()))


def _end(text: str) -> Line:
    return (Run(f"… {_flat(text[whole(text, len(text) - _AROUND) :])}" if len(text) > _AROUND else _flat(text), "muted"),)


def _begin(text: str) -> Line:
    return (Run(f"{_flat(text[: whole(text, _AROUND)])} …" if len(text) > _AROUND else _flat(text), "muted"),)


def _flat(text: str) -> str:
    """A text in one line, character for character."""
    return text.replace("\n", " ").replace("\t", " ")
