"""What lies inside a record: its markings and those of all records in it, and whom and what these name."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any, NamedTuple, get_args, get_type_hints

from .briefing import Record
from .fields import Ref
from .marking import Tlp


def markings(value: object) -> Iterator[Tlp | None]:
    """The markings of a record, or of whatever a field of one holds, as they are written: None where there is none."""
    return (record.tlp for record in _records(value))


def named(value: Record) -> Iterator[Ref]:
    """What a record and those in it point to."""
    for record in _records(value):
        for name in _holding(type(record)).refs:
            found = getattr(record, name)
            if type(found) is Ref:
                yield found
            elif found:
                yield from found


def _records(value: object) -> list[Record]:
    """A record and all in it, or those that a field of one holds."""
    waiting, found = [value], list[Record]()
    while waiting:
        value = waiting.pop()
        if isinstance(value, Record):
            found.append(value)
            waiting += [held for name in _holding(type(value)).records if (held := getattr(value, name))]
        elif isinstance(value, Mapping):
            waiting += value.values()
        elif type(value) is tuple:
            waiting += value
    return found


class _Holding(NamedTuple):
    """The fields of a kind of record that may hold records, and those that may hold references."""

    records: tuple[str, ...]
    refs: tuple[str, ...]


_known: dict[type[Record], _Holding] = {}


def _holding(record: type[Record]) -> _Holding:
    """What a kind of record may hold, found out once."""
    if record not in _known:
        _known[record] = _found_out(record)
    return _known[record]


def _found_out(record: type[Record]) -> _Holding:
    held = {name: set(_types(hint)) for name, hint in get_type_hints(record).items()}
    records = (name for name, types in held.items() if any(is_dataclass(each) and issubclass(each, Record) for each in types))
    return _Holding(tuple(records), tuple(name for name, types in held.items() if Ref in types))


def _types(hint: Any) -> Iterator[type]:
    """The classes that a type is put together from."""
    parts = get_args(hint)
    if not parts and isinstance(hint, type):
        yield hint
    for part in parts:
        yield from _types(part)
