"""Sections that several cards share."""

from collections.abc import Iterable, Sequence
from datetime import date

from ...i18n import _, later, quoted, word
from ...model.briefing import Ask, FollowUp, Progress, Quote, Record, Threat, Use
from ...model.fields import Kind, Ref
from ...model.passage import occasion_in
from ...model.use import rule
from ..runs import Line, Run, join, together
from .grid import Block, Head, Section
from .view import View

_USE = {
    Use.ON_RECORD: later("on record"),
    Use.BACKGROUND: later("background"),
    Use.DEEP_BACKGROUND: later("deep background"),
    Use.OFF_RECORD: later("off record"),
    Use.CHATHAM_HOUSE: later("Chatham House rule"),
}


def use_of(use: Use) -> str:
    """A ground rule in words."""
    return _(_USE[use])


def ref_of(kind: Kind, record: Record) -> Ref:
    """The reference to a record that has an id."""
    return Ref(kind, str(getattr(record, "id", "")))


def section(label: str, *blocks: Block | Head, count: int = 0, alert: bool = False) -> list[Section]:
    """A section, if there is anything to say in it."""
    kept = tuple(block for block in blocks if isinstance(block, Head) or block.text)
    return [Section(label, kept, count, alert)] if kept else []


def quote_blocks(view: View, quote: Quote, *, speaker: bool = True) -> list[Block | Head]:
    """A quote: who said it where, the words letter for letter, a labelled translation, its source."""
    links = view.links
    place = (Run(occasion_in(links, quote, view.lang), "muted"),)
    link = ref_of(Kind.QUOTE, quote)
    blocks: list[Block | Head] = []
    if speaker:
        name = Run(links.name(quote.speaker, view.lang), "bold")
        blocks.append(Head((name, Run(f"  {links.code_of(quote.speaker)}", "muted")), place, link))
    blocks.append(Block((Run(quoted(quote.text)),), bar=True, label=quote.lang))
    if translation := translated(view, quote):
        blocks.append(translation)
    facts: list[Line] = (
        [] if speaker else [(Run(place[0].text, "link", link),)] if place[0].text else [(Run(word(Kind.QUOTE), "link", link),)]
    )
    facts.append((Run(view.day(quote.date or links.briefing.date), "muted"),))
    facts.append((Run(use_of(rule(view.links.briefing, quote)), "muted"),))
    facts.append(view.source(quote) or (Run(_("no source"), "muted"),))
    if quote.tlp:
        facts.append((Run(quote.tlp.label, "muted"),))
    return [*blocks, Block(join([fact for fact in facts if fact]))]


def translated(view: View, quote: Quote) -> Block | None:
    """The translation in the language shown, else the first there is; none if the words are in that language already."""
    if not quote.translation or quote.lang == view.lang:
        return None
    wording = quote.translation.pick(view.lang)
    return Block((Run(wording.text),), label=_("{lang} transl.", lang=wording.lang).strip())


def quotes(view: View, quotes: Sequence[Quote], *, speaker: bool = True) -> list[Section]:
    """QUOTES n."""
    blocks: list[Block | Head] = []
    for index, quote in enumerate(quotes):
        if index and not speaker:
            blocks.append(Block((Run(" "),)))
        blocks += quote_blocks(view, quote, speaker=speaker)
    return section("QUOTES", *blocks, count=len(quotes))


def threats(view: View, label: str, threats: Iterable[Threat]) -> list[Section]:
    """Threats as links in one block."""
    return section(label, Block(view.names(ref_of(Kind.THREAT, threat) for threat in threats)))


def follow_ups(view: View, items: Iterable[FollowUp]) -> tuple[Block, ...]:
    """What is to be done, by whom, by when."""
    blocks = []
    for item in items:
        tail: list[Line] = [view.names(item.who)] if item.who else []
        if item.due:
            tail.append((Run(together(_("by {day}", day=view.day(item.due))), "muted"),))
        if item.status is not Progress.OPEN:
            tail.append((Run(word(item.status), "muted"),))
        if item.talk:
            tail.append(view.name(item.talk))
        blocks.append(
            Block((*view.text(item.what), *_behind(tail), *view.aside(item)), "✓" if item.status is Progress.DONE else "•")
        )
    return tuple(blocks)


def still_to_do(view: View, item: FollowUp) -> Block:
    """A follow-up that is open, `overdue` said once its last day is over, by the clock of the reader."""
    block = follow_ups(view, [item])[0]
    late = item.due is not None and item.due.last < today(view)
    return block._replace(text=(*block.text, Run(_("  overdue"), "warning"))) if late else block


def today(view: View) -> date:
    """The day it is where the briefing is from."""
    from ...model.clock import shown_in, zone_named

    return shown_in(view.clock(), zone_named(view.links.briefing.timezone)).date()


def asked(view: View, ask: Ask, verb: str = "") -> Line:
    """`JPN what is asked → the answer`, done and dropped said."""
    who = view.links.code_of(ask.by) or view.links.name(ask.by) if ask.by else ""
    by: Line = (Run(f"{who} ", "bold"), *([Run(verb, "muted")] if verb else [])) if who else ()
    answer: Line = (Run(" → ", "muted"), *view.text(ask.answer, "muted")) if ask.answer else ()
    status: Line = () if ask.status is Progress.OPEN else (Run(f"  {word(ask.status)}", "muted"),)
    return (*by, *view.text(ask.what), *answer, *status, *view.aside(ask))


def asks(view: View, ask: Ask) -> Line:
    """`JPN asks: what is asked`, where no label says that it is asked; `asked: …` if nobody is said to."""
    return asked(view, ask, _("asks: ")) if ask.by else (Run(_("asked: "), "muted"), *asked(view, ask))


def ask_block(view: View, ask: Ask) -> Block:
    """An ask on its own."""
    return Block(asked(view, ask), "•")


def _behind(items: list[Line]) -> Line:
    return (Run("  "), *join(items)) if items else ()


def tail(view: View, record: Record) -> list[Section]:
    """What ends every card: NOTE, what the file says beyond the format, MARKING if its own, SOURCE."""
    sections = section("NOTE", Block(view.text(record.note)))
    sections += section("OTHER", *(Block((Run(f"{key}: ", "muted"), Run(value))) for key, value in record.other))
    if record.tlp and record is not view.links.briefing:
        sections += section("MARKING", Block((Run(record.tlp.label),)))
    source = view.source(record)
    found = view.links.record(record.source) if record.source else None
    title = view.text(getattr(found, "title", None), "muted")
    return sections + section("SOURCE", Block((*source, Run("  "), *title) if title else source))
