"""The forms in which a quote can be taken away; whatever the form, it holds what `cited` lets out and nothing else."""

from enum import StrEnum

from ..i18n import quoted
from . import chicago
from .citation import cite, printed, speaker, translated_from
from .cited import Cited, Printed
from .data import Data
from .markdown import blockquote, escaped
from .marks import marked


class Form(StrEnum):
    """How something is written down to be taken away."""

    PLAIN = "plain"
    MARKDOWN = "Markdown"
    CHICAGO = "Chicago note"
    YAML = "YAML reference"
    JSON = "JSON"


def in_form(quote: Cited, form: Form) -> str:
    """A quote in one of the forms, with its marking."""
    match form:
        case Form.PLAIN:
            return cite(quote)
        case Form.MARKDOWN:
            return as_markdown(quote)
        case Form.CHICAGO:
            return marked([" ".join((chicago.note(quote), *(f"[{rule}]" for rule in quote.rules)))], quote.mark)
    return as_notation(as_reference(quote), form)


def as_markdown(quote: Cited) -> str:
    """The words set off, a labelled translation under them, then who said them where."""
    paragraphs = [escaped(quoted(quote.text))]
    if quote.translation:
        paragraphs.append(escaped(f"{quote.translation} {translated_from(quote)}"))
    lines = [*blockquote(*paragraphs), ""]
    marks = " ".join((*(f"[{rule}]" for rule in quote.rules), f"[{escaped(quote.mark)}]"))
    if quote.alone:
        return marked_off([*lines, marks])
    facts = (speaker(quote), quote.place, quote.date.shown(clock=False) if quote.date else "")
    sentence = f"{', '.join(fact for fact in facts if fact)} {printed(quote.printed)}."
    return marked_off([*lines, f"— {escaped(sentence)} {marks}"])


def marked_off(lines: list[str]) -> str:
    """Lines that hold their marking already, clean."""
    from ..reading.clean import clean

    return clean("\n".join(lines))


def as_reference(quote: Cited) -> Data:
    """A quote as data: where it stands (`briefing`, `quote`), then what it says under the names the format has."""
    data: Data = {
        "marking": quote.mark,
        "briefing": quote.briefing,
        "quote": quote.id,
        "text": quote.text,
        "lang": quote.lang,
        "translation": {quote.translation_lang: quote.translation} if quote.translation else None,
        "translated_by": quote.translated_by,
        "speaker": quote.speaker,
        "role": quote.role,
        "delegation": quote.code,
        "place": quote.place,
        "date": str(quote.date) if quote.date else "",
        "source": _source(quote.printed),
        "locator": quote.printed.locator,
        "use": quote.use.value,
        "tlp": quote.tlp.value if quote.tlp else "",
    }
    return {key: value for key, value in data.items() if value}


def _source(where: Printed) -> Data | str:
    if where.withheld:
        return "withheld"
    day = str(where.date) if where.date else ""
    data: Data = {"publisher": where.publisher, "title": where.title, "date": day, "url": where.url}
    return {key: value for key, value in data.items() if value}


def as_notation(data: Data | list[Data], form: Form) -> str:
    """Data as YAML or JSON that reads back as the same."""
    if form is Form.YAML:
        import yaml

        text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)
        return text.rstrip("\n")
    import json

    return json.dumps(data, ensure_ascii=False, indent=2)
