"""Whatever can be pointed to, in a form to be pasted where there is no briefing around it."""

from collections.abc import Sequence

from ..i18n import _, word
from ..model.briefing import Briefing, Quote, Record, Source
from ..model.errors import NotFoundError
from ..model.fields import Kind, Ref
from ..model.links import Links
from . import chicago
from .cited import cited
from .data import record_data
from .forms import Form, as_notation, in_form
from .markdown import bullets, escaped, framed
from .marks import marked, marking
from .plain import INDENT, Words, main_field
from .rules import obey

_CITABLE = (Quote, Source)


def forms_of(links: Links, *refs: Ref) -> tuple[Form, ...]:
    """The forms in which things can be taken away: a note cites quotes and sources only."""
    citable = all(isinstance(links.record(ref), _CITABLE) for ref in refs)
    return tuple(form for form in Form if form is not Form.CHICAGO or (refs and citable))


def as_text(briefing: Briefing | Links, ref: Ref, lang: str = "", form: Form = Form.PLAIN, *, openly: bool = False) -> str:
    """What `ref` points to, field by field, with the briefing it is from and its marking; raises NotFoundError if nothing.

    A quote is given as its citation. The ground rules of quote and file are obeyed, unless `openly`: raises RefusedError.
    Whoever copies many things passes the links, made once.
    """
    links = briefing if isinstance(briefing, Links) else Links(briefing)
    record = links.record(ref)
    if record is None:
        raise NotFoundError(_("no {kind} {id!r} in this briefing", kind=word(ref.kind), id=ref.id))
    if isinstance(record, Quote):
        return in_form(cited(links, record, lang, openly=openly), form)
    if not openly:
        obey(links.briefing, record)
    return _in_form(links, ref, record, lang, form)


def _in_form(links: Links, ref: Ref, record: Record, lang: str, form: Form) -> str:
    mark = marking(links, record)
    if form in (Form.YAML, Form.JSON):
        stands = {"marking": mark, "briefing": links.briefing.id, ref.kind.value: ref.id}
        return as_notation(stands | record_data(record, links.briefing.lang), form)
    if form is Form.CHICAGO and isinstance(record, Source):
        return marked([chicago.source_note(record, lang)], mark)
    head, *fields = _lines(links, ref, record, lang)
    if form is Form.MARKDOWN:
        return framed([f"**{escaped(head)}**", "", *bullets(fields)], mark)
    return marked([head, *(INDENT + line.replace("\n", f"\n{INDENT}") for line in fields)], mark)


def _lines(links: Links, ref: Ref, record: Record, lang: str) -> Sequence[str]:
    """What it is called, a line a field, and which briefing says so."""
    words = Words(links, lang)
    head = words.name(ref) if ref.kind in (Kind.PERSON, Kind.DELEGATION) else words.title(record)
    head = f"{ref.id}: {head}" if ref.kind is Kind.TERM else head
    fields = words.lines(record, leave_out=("tlp", main_field(record)))
    briefing = links.briefing
    return [head, *fields, _("from: {title}, {date}", title=words.text(briefing.title), date=briefing.date.shown())]
