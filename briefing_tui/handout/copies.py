"""A person, talk, threat, source or term as plain text, to be pasted where there is no briefing around it."""

from ..model.briefing import Briefing, Quote
from ..model.errors import NotFoundError
from ..model.fields import Kind, Ref
from ..model.links import Links
from .citation import citation
from .marks import marked, marking
from .plain import INDENT, Words, main_field


def as_text(briefing: Briefing | Links, ref: Ref, lang: str = "") -> str:
    """What `ref` points to, field by field, with the briefing it is from and its marking; raises NotFoundError if nothing.

    A quote is given as its citation. Whoever copies many things passes the links, made once.
    """
    links = briefing if isinstance(briefing, Links) else Links(briefing)
    record = links.record(ref)
    if record is None:
        raise NotFoundError(f"no {ref.kind.value} {ref.id!r} in this briefing")
    if isinstance(record, Quote):
        return citation(links, record, lang)
    words = Words(links, lang)
    head = words.name(ref) if ref.kind in (Kind.PERSON, Kind.DELEGATION) else words.title(record)
    head = f"{ref.id}: {head}" if ref.kind is Kind.TERM else head
    fields = [f"{INDENT}{line}" for line in words.lines(record, leave_out=("tlp", main_field(record)))]
    origin = f"from: {words.text(links.briefing.title)}, {links.briefing.date.shown()}"
    return marked([head, *fields, f"{INDENT}{origin}"], marking(links, record))
