"""A whole briefing as plain text: everything the file says, in its order, between two markings."""

from collections.abc import Iterable, Iterator, Sequence

from ..model.briefing import Briefing, Quote, Record, Term
from ..model.fields import Kind, Ref
from ..model.links import Links
from .citation import citation, translation_label
from .marks import marked, marking
from .plain import INDENT, Words, hung, label, main_field

_CITED = ("speaker", "text", "lang", "translation", "date", "source", "locator", "use", "tlp")
_KINDS = {"participants": Kind.PERSON, "delegations": Kind.DELEGATION}
_SECTIONS = (
    "key_points",
    "delegations",
    "participants",
    "talks",
    "threats",
    "quotes",
    "agenda",
    "follow_ups",
    "glossary",
    "sources",
)


def as_page(briefing: Briefing, lang: str = "", sections: Sequence[str] = _SECTIONS) -> str:
    """The briefing in plain text, or some sections of it; what is not in `lang` is in the file's language and says so."""
    links = Links(briefing)
    return marked(["", *page_lines(links, lang, sections), ""], marking(links, briefing))


def page_lines(links: Links, lang: str = "", sections: Sequence[str] = _SECTIONS) -> list[str]:
    """The lines of a page without its marking, the title first; a section's name in capitals stands between them."""
    briefing = links.briefing
    words = Words(links, lang)
    lines = [words.text(briefing.title), *words.lines(briefing, leave_out=("title", "tlp", "classification", *_SECTIONS))]
    for section in sections:
        records = getattr(briefing, section)
        if records:
            lines += ["", heading(section)]
            lines += _section(words, section, records.values() if isinstance(records, dict) else records)
    return lines


def heading(section: str) -> str:
    """What stands above a section."""
    return label(section).upper()


def _section(words: Words, section: str, records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        if isinstance(record, Quote):
            yield from _quote(words, record)
            continue
        yield _head(words, section, record)
        if section != "key_points":
            yield from _indented(words, record, (main_field(record),))


def _indented(words: Words, record: Record, leave_out: Iterable[str]) -> Iterator[str]:
    return (INDENT + line.replace("\n", "\n" + INDENT) for line in words.lines(record, leave_out))


def _head(words: Words, section: str, record: Record) -> str:
    kind = _KINDS.get(section)
    if kind:
        key: str = getattr(record, "id", "")
        return words.name(Ref(kind, key)) + (f" ({key})" if kind is Kind.DELEGATION else "")
    if section == "key_points":
        return hung("- ", words.line(record))
    title = words.title(record)
    return f"{record.id}: {title}" if isinstance(record, Term) else title


def _quote(words: Words, quote: Quote) -> Iterator[str]:
    yield citation(words.links, quote, words.lang, openly=True)
    others = [wording for wording in quote.translation.wordings if wording.lang != words.lang] if quote.translation else []
    for wording in others:
        yield hung(f"{INDENT}{translation_label(words.links, wording.lang or words.lang)}: ", wording.text)
    yield from _indented(words, quote, _CITED)
