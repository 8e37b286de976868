"""What a record may hold, told from its annotated dataclass: for the builder that reads it and the schema that describes it."""

import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import time
from enum import Enum, StrEnum, auto
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from ..model.dates import Moment, Period
from ..model.fields import Lang, Main, Ref, Refers
from ..model.records import record
from ..model.text import Text


class Sort(Enum):
    """How a field is written."""

    TEXT = auto()
    STRING = auto()
    LANG = auto()
    STRINGS = auto()
    REF = auto()
    REFS = auto()
    RECORDS = auto()
    KEYED = auto()
    CHOICE = auto()
    PERIOD = auto()
    MOMENT = auto()
    CLOCK = auto()
    FLAG = auto()


class Field(NamedTuple):
    """One field of a record: `of` is the class of its entries, or the enum of its values."""

    name: str
    sort: Sort
    of: Any
    refers: Refers
    about: str
    required: bool


@record()
class Shape:
    """A record's class, the fields a file may give it by name, and the one that a bare text means."""

    record: type[Any]
    fields: Mapping[str, Field]
    main: Field | None
    has_id: bool
    required: tuple[Field, ...]
    """The fields without which a record is a problem."""
    called: str
    """What messages call a record: `agenda item`."""


_PLAIN = {Text: Sort.TEXT, str: Sort.STRING, Ref: Sort.REF, Period: Sort.PERIOD, Moment: Sort.MOMENT, time: Sort.CLOCK}
_NOTHING = Refers()


_known: dict[type[Any], Shape] = {}


def shape_of(record: type[Any]) -> Shape:
    """The shape of a record class, made once. Only annotated fields are a file's; `id` and what the reader fills in are not."""
    if record not in _known:
        _known[record] = _made(record)
    return _known[record]


def _made(record: type[Any]) -> Shape:
    hints = get_type_hints(record, include_extras=True)
    found: dict[str, Field] = {}
    main = None
    has_id = False
    for each in fields(record):
        has_id |= each.name == "id" and each.default is MISSING
        if get_origin(hints[each.name]) is Annotated:
            needed = each.default is MISSING and each.default_factory is MISSING
            kind, *marks = get_args(hints[each.name])
            found[each.name] = _field(each.name, kind, marks, needed)
            main = found[each.name] if Main in marks else main
    required = tuple(field for field in found.values() if field.required)
    called = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()
    return Shape(record, found, main, has_id, required, called)


def _field(name: str, kind: Any, marks: list[Any], required: bool) -> Field:
    refers = next((mark for mark in marks if isinstance(mark, Refers)), _NOTHING)
    about = next((mark for mark in marks if isinstance(mark, str)), "")
    sort, of = (Sort.LANG, str) if Lang in marks else _sort(kind)
    return Field(name, sort, of, refers, about, required)


def _sort(kind: Any) -> tuple[Sort, Any]:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _sort(next(each for each in inner if each is not type(None)))
    if origin is tuple:
        of = inner[0]
        return {Ref: Sort.REFS, str: Sort.STRINGS}.get(of, Sort.RECORDS), of
    if origin is Mapping:
        return Sort.KEYED, inner[1]
    if kind is bool:
        return Sort.FLAG, bool
    if issubclass(kind, StrEnum):
        return Sort.CHOICE, kind
    return _PLAIN[kind], kind
