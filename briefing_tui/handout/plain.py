"""Records in plain text, field by field, so that nothing a file says is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import time
from enum import Enum

from ..i18n import _, pgettext, quoted, word
from ..model.briefing import Quote, Record, Talk
from ..model.dates import Moment, Period
from ..model.fields import Kind, Ref
from ..model.links import Links
from ..model.marking import Tlp
from ..model.text import Text
from ..reading.shapes import shape_of

INDENT = "  "
_HIDDEN = {"id", "lineno", "other"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words for the values of one briefing in one language."""

    links: Links
    lang: str
    unlabelled: str = ""
    """Another language that goes without saying."""

    def text(self, text: Text | None) -> str:
        """A text in the language wanted; one in another says in which: `… [de]`."""
        if text is None:
            return ""
        wording = text.pick(self.lang)
        own = wording.lang or self.links.briefing.lang
        return f"{wording.text} [{own}]" if own and own not in (self.lang, self.unlabelled) else wording.text

    def name(self, ref: Ref) -> str:
        """The name of a thing, of a person with the code of the delegation: `Ahn Gyu-back (KOR)`."""
        name = self.links.name(ref, self.lang)
        code = self.links.code_of(ref) if ref.kind is Kind.PERSON else ""
        return f"{name} ({code})" if code else name

    def value(self, value: object) -> str:
        """Any value of a field in one line."""
        match value:
            case Text():
                return self.text(value)
            case Ref():
                return self.name(value)
            case Tlp():
                return value.label
            case Enum():
                return word(value)
            case bool():
                return _("yes") if value else _("no")
            case Period() | Moment():
                return value.shown()
            case time():
                return f"{value:%H:%M}"
            case Record():
                return self.line(value)
            case tuple():
                return ", ".join(self.value(item) for item in value)
        return str(value)

    def line(self, record: Record) -> str:
        """A small record in one line: its main field, then the others by name."""
        facts = {name: self.value(value) for name, value in filled(record)}
        main = facts.pop(main_field(record), "")
        rest = "; ".join(f"{label(name)}: {words}" for name, words in facts.items())
        rest = "; ".join((rest, *self.other(record))) if rest else "; ".join(self.other(record))
        return f"{main} ({rest})" if rest else main

    def lines(self, record: Record, leave_out: Iterable[str] = ()) -> Iterator[str]:
        """One field a line, records of a list as lines of their own below it."""
        left_out = set(leave_out)
        for name, value in filled(record):
            if name in left_out:
                continue
            if isinstance(value, tuple) and value and isinstance(value[0], Record):
                yield f"{label(name)}:"
                yield from (hung(f"{INDENT}- ", self.line(item)) for item in value)
            else:
                yield hung(f"{label(name)}: ", self.value(value))
        yield from self.other(record)

    def other(self, record: Record) -> list[str]:
        """What the format does not know, as it was written."""
        return [f"{key}: {words}" for key, words in record.other]

    def title(self, record: Record) -> str:
        """What a record is called at the head of its lines."""
        if isinstance(record, Talk):
            return f"{self.links.code(record)}: {', '.join(self.name(party) for party in record.parties)}"
        if isinstance(record, Quote):
            return quoted(record.text)
        main = main_field(record)
        return self.value(getattr(record, main)) if main else ""


def filled(record: Record) -> Iterator[tuple[str, object]]:
    """The fields that are not at their default, what every record may carry behind the others."""
    common = {each.name for each in fields(Record)}
    for each in sorted(fields(record), key=lambda each: each.name in common):
        value = getattr(record, each.name)
        if each.name not in _HIDDEN and value != each.default and value not in ((), {}):
            yield each.name, value


def main_field(record: Record) -> str:
    """The name of the field that a bare text means; empty for a record that has none."""
    main = shape_of(type(record)).main
    return main.name if main else ""


def hung(start: str, text: str) -> str:
    """A text behind its start, further lines indented below it."""
    return start + text.replace("\n", "\n" + INDENT * (1 + (len(start) - len(start.lstrip())) // len(INDENT)))


def label(name: str) -> str:
    """What a field is called."""
    return pgettext("field", name.replace("_", " "))
