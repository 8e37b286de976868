"""A hit of search, previewed: its words with what matched marked, then where it stands and how it is marked."""

from collections.abc import Sequence

from ...i18n import _, later, quoted, word
from ...model.briefing import Quote, Record, Talk, Threat
from ...model.letters import whole
from ...model.passage import Passage, Sort, placed
from ...model.use import rule
from ...search.results import Hit, in_language
from ..hit_lines import PART
from ..runs import Line, Run, clipped, join, marked
from .common import use_of
from .grid import Block, Card, Head, Section
from .view import View

Spans = Sequence[tuple[int, int]]

_LETTERS, _BEFORE = 3000, 300
"""How many letters of a text are shown, and how many of them before the first that matched: a text may be a megabyte."""


def preview(view: View | None, hit: Hit, *, brief: bool = False) -> Card:
    """The preview of a hit in its briefing: a fact a row, or, if it is to be `brief`, all in one."""
    record = _record(view, hit.passage) if view else None
    if view is None or record is None:
        return Card("", (Block((Run(_("no longer in its briefing"), "muted"),)),))
    said = record if isinstance(record, Quote) and hit.passage.sort is Sort.QUOTE else None
    head, words = _quote(view, said, hit) if said else _other(view, record, hit)
    facts = {label: fact for label, fact in _facts(view, record, hit).items() if any(run.text for run in fact)}
    if brief:
        row = Block(tuple(run._replace(ink="muted") for run in join(list(facts.values()))))
        return Card("", (head,), (Section("", (*words, row), tight=True),), (record,))
    rows = [Section(label, (Block(fact),), tight=bool(index)) for index, (label, fact) in enumerate(facts.items())]
    return Card("", (head,), (*([Section("", words)] if words else []), *rows), (record,))


def _record(view: View, passage: Passage) -> Record | None:
    """What a hit is from; a note that its thing is gone from is still from the briefing."""
    record = view.links.record(passage.ref)
    return view.links.briefing if record is None and passage.sort is Sort.NOTE else record


def _quote(view: View, quote: Quote, hit: Hit) -> tuple[Head, tuple[Block, ...]]:
    """Who said it, word for word, and its translations."""
    links = view.links
    person = links.participant(quote.speaker)
    role = f" · {view.words(person.role)}" if person and person.role else ""
    head = Head((Run(links.name(quote.speaker, view.lang), "bold"), Run(f"  {links.code_of(quote.speaker)}{role}", "muted")))
    marks = quoted("")
    words = Block((Run(marks[:1]), *_around(hit.passage.text, hit.spans), Run(marks[1:])), bar=True, label=quote.lang)
    found = hit.translation_spans or ((),) * len(hit.passage.translations)
    pairs = zip(hit.passage.translations, found, strict=False)
    translations = (Block(_around(text, spans), label=_("{lang} transl.", lang=lang).strip()) for (lang, text), spans in pairs)
    return head, (words, *translations)


def _other(view: View, record: Record, hit: Hit) -> tuple[Head, tuple[Block, ...]]:
    """What it is of which kind, the rest of its words, and both in other languages; first those that matched."""
    passage = hit.passage
    texts = hit.wordings(view.lang)
    own = in_language(texts, view.lang)
    text, spans = own.text, own.spans
    if passage.sort in (Sort.LINE, Sort.TALK):
        head: Line = (Run(passage.code, "bold"),)
        rest = _around(text, spans)
    elif passage.sort is Sort.NOTE:
        head, rest = (Run(placed(passage, view.lang), "bold"),), _around(text, spans)
    else:
        at = text.find(PART)
        end, behind = (at, at + len(PART)) if at >= 0 else (len(text), len(text))
        head = marked(text[:end], clipped(spans, 0, end), "bold")
        rest = _around(text[behind:], clipped(spans, behind, len(text)))
    spoken = view.links.briefing.lang
    blocks = (
        Block(rest) if each is own else Block(_around(each.text, each.spans), label=each.lang or spoken) for each in texts
    )
    return Head((*head, Run(f"  {_kind(record, passage)}", "muted"))), tuple(block for block in blocks if block.text)


def _kind(record: Record, passage: Passage) -> str:
    """What a thing is, in a few words."""
    match record:
        case object() if passage.sort is Sort.NOTE:
            return _("my note")
        case Talk() if passage.sort is Sort.LINE:
            return _("line to take")
        case Talk(status=status):
            return _("talk, {status}", status=word(status))
        case Threat(severity=severity):
            return _("threat, {severity}", severity=word(severity)) if severity else word(Sort.THREAT)
    return passage.code if passage.sort is Sort.PERSON else word(passage.sort)


def _facts(view: View, record: Record, hit: Hit) -> dict[str, Line]:
    """What is known of a hit beside its words, by label; a fact that is not given is empty."""
    passage, briefing = hit.passage, view.links.briefing
    quote = record if isinstance(record, Quote) and passage.sort is Sort.QUOTE else None
    talk = _unlinked(view.name(quote.talk)) if quote and quote.talk else ()
    return {
        later("FOUND BY"): (Run("" if any(hit.translation_spans) else hit.why),),
        later("OCCASION") if quote else later("WHERE"): talk or (Run(placed(passage, view.lang)),),
        later("DATE"): (Run(passage.date.shown()),),
        later("BRIEFING"): (Run(" · ".join(filter(None, (view.words(briefing.title), view.words(briefing.venue))))),),
        later("SOURCE"): _unlinked(view.source(record)) or (Run(_("no source") if quote else ""),),
        later("USE"): (Run(use_of(rule(briefing, quote)) if quote else ""),),
        later("MARKING"): (Run(passage.tlp.label if passage.tlp else _("none")),),
    }


def _unlinked(line: Line) -> Line:
    """A line without links: nothing here can be followed."""
    return tuple(run._replace(link=None, ink="text" if run.ink == "link" else run.ink) for run in line)


def _around(text: str, spans: Spans) -> Line:
    """A text with the letters in `spans` marked; of a very long one what is near the first of them."""
    if len(text) <= _LETTERS:
        return marked(text, spans)
    first = max(0, (spans[0][0] if spans else 0) - _BEFORE)
    start = text.find(" ", first, first + 80) + 1 or whole(text, first) if first else 0
    end = min(len(text), whole(text, start + _LETTERS))
    runs = marked(text[start:end], clipped(spans, start, end))
    return (*([Run("…")] if start else []), *runs, *([Run("…")] if end < len(text) else []))
