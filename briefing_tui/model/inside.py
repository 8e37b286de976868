"""What lies inside a record: its markings and those of all records in it, and whom and what these name."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from .briefing import Record
from .fields import Ref
from .marking import Tlp


def markings(value: object) -> Iterator[Tlp | None]:
    """The markings of a record, or of whatever a field of one holds, as they are written: None where there is none."""
    if isinstance(value, Record):
        yield value.tlp
        for each in fields(value):
            yield from markings(getattr(value, each.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from markings(item)
    elif isinstance(value, tuple) and value and isinstance(value[0], Record):
        for item in value:
            yield from markings(item)


def named(value: object) -> Iterator[Ref]:
    """What a record, or whatever a field of one holds, points to."""
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, Record):
        for each in fields(value):
            yield from named(getattr(value, each.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from named(item)
    elif isinstance(value, tuple) and value and isinstance(value[0], Record | Ref):
        for item in value:
            yield from named(item)
