"""Many things at once: the quotes of a briefing, or other sections of it, in a form to be pasted elsewhere."""

from collections.abc import Iterator, Sequence

from ..i18n import _
from ..model.briefing import Briefing, Quote, Record, Term, Use
from ..model.errors import RefusedError
from ..model.fields import Kind, Ref
from ..model.links import Links
from ..model.use import rule, under_chatham_house
from . import chicago
from .cited import cited
from .copies import as_text
from .data import Data, record_data
from .forms import Form, as_notation, as_reference, in_form
from .markdown import bullets, escaped, framed
from .marks import marked, marking
from .plain import label
from .rules import obey
from .show import as_page, heading, page_lines


def as_quotes(links: Links, quotes: Sequence[Quote], lang: str, form: Form = Form.PLAIN, *, openly: bool = False) -> str:
    """Quotes, each as its rule allows; those off the record are left out, unless `openly`.

    Raises RefusedError if none is left.
    """
    kept = quotes if openly else sayable(links.briefing, quotes)
    if quotes and not kept:
        raise RefusedError(_("off the record"))
    given = [cited(links, quote, lang, openly=openly) for quote in kept]
    if form in (Form.YAML, Form.JSON):
        return as_notation([as_reference(each) for each in given], form)
    return ("\n" if form is Form.PLAIN else "\n\n").join(in_form(each, form) for each in given)


def sayable(briefing: Briefing, quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes that are not off the record."""
    return [quote for quote in quotes if rule(briefing, quote) is not Use.OFF_RECORD]


def as_sections(links: Links, names: Sequence[str], lang: str, form: Form = Form.PLAIN, *, openly: bool = False) -> str:
    """Sections by the names of their fields, with what the briefing is; raises RefusedError if the file's rule forbids it."""
    briefing = links.briefing
    if under_chatham_house(briefing) and not openly:
        return _terms_alone(links, list(_records(briefing, names)), lang, form)
    mark = marking(links, briefing)
    if form in (Form.YAML, Form.JSON):
        return as_notation(_data(briefing, names, mark), form)
    if form is Form.CHICAGO:
        return "\n".join(marked([chicago.source_note(source, lang)], mark) for source in briefing.sources.values())
    if form is Form.MARKDOWN:
        return framed(_markdown(links, names, lang), mark)
    return as_page(briefing, lang, names)


def _terms_alone(links: Links, records: list[Record], lang: str, form: Form) -> str:
    """Terms without the page around them, which says who is in the chair."""
    obey(links.briefing, *(records or [links.briefing]))
    terms = [record for record in records if isinstance(record, Term)]
    return "\n".join(as_text(links, Ref(Kind.TERM, term.id), lang, form) for term in terms)


def _records(briefing: Briefing, names: Sequence[str]) -> Iterator[Record]:
    for name in names:
        records = getattr(briefing, name)
        yield from records.values() if isinstance(records, dict) else records


def _data(briefing: Briefing, names: Sequence[str], mark: str) -> Data:
    whole = record_data(briefing, briefing.lang)
    wanted = ("title", "date", "summary", *names)
    return {"marking": mark, "briefing": briefing.id} | {name: whole[name] for name in wanted if name in whole}


def _markdown(links: Links, names: Sequence[str], lang: str) -> Iterator[str]:
    title, *lines = page_lines(links, lang, names)
    headings = {heading(name): label(name)[:1].upper() + label(name)[1:] for name in names}
    yield f"# {escaped(title)}"
    yield ""
    for line in lines:
        if line in headings:
            yield from (f"## {headings[line]}", "")
        elif line:
            yield from bullets([line])
        else:
            yield ""
