"""The marking of what is handed out: the strictest of all that is in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from ..model.briefing import Record
from ..model.links import Links
from ..model.marking import Tlp, label, strictest
from ..reading.clean import clean


def marking(links: Links, *records: Record) -> str:
    """The marking of a hand-out of these records, as it is written on it."""
    own = (links.marking(record) for record in records)
    return label(strictest((*own, *(tlp for record in records for tlp in _inside(record)))), links.briefing.classification)


def _inside(value: object) -> Iterator[Tlp | None]:
    if isinstance(value, Record):
        yield value.tlp
        for each in fields(value):
            yield from _inside(getattr(value, each.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _inside(item)
    elif isinstance(value, tuple) and value and isinstance(value[0], Record):
        for item in value:
            yield from _inside(item)


def marked(lines: Sequence[str], mark: str) -> str:
    """Lines with the marking at the end of the only one, or on a first and last line of its own."""
    text = f"{lines[0]} [{mark}]" if len(lines) == 1 else "\n".join((f"[{mark}]", *lines, f"[{mark}]"))
    return clean(text)
