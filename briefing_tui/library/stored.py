"""Readings as bytes, and back: a reading that is kept opens without its sections, and decodes each when it is asked for.

Whoever opens a briefing looks at a part of it. Records are stored with all their fields: larger than without the empty ones,
and decoded twice as fast. Whoever keeps them seals them, so that a section that is decoded later is known to be good.

A stored object keeps what is decoded in a dict of its own, in which Python looks first, and not in the slots of its class: so
all its fields are set at once, and a field that waits is one that is not there.
"""

from dataclasses import MISSING, Field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, get_type_hints
from zlib import crc32

from ..i18n import again, told
from ..model.briefing import Briefing
from ..model.errors import BriefingError
from ..reading import Message, Reading, Weight

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

SECTIONS = (
    "key_points", "delegations", "participants", "talks", "threats", "quotes", "agenda", "follow_ups", "glossary", "sources",
)  # fmt: skip
"""The fields of a briefing that hold records."""

_SECTIONS = frozenset(SECTIONS)
_SUM = 4
_WAITING, _LENT = "_waiting", "_lent"
_new, _set = object.__new__, object.__setattr__
_EMPTY = memoryview(b"\x80")
"""No entries, in msgpack."""


class SpoiledError(BriefingError):
    """Bytes are not as they were written."""


def seal(data: bytes, key: bytes = b"") -> bytes:
    """Bytes with their checksum before them; it holds for this key only."""
    return crc32(data, crc32(key)).to_bytes(_SUM, "little") + data


def unseal(data: bytes, key: bytes = b"") -> memoryview:
    """What `seal` was given; raises SpoiledError if it is that no more."""
    sealed = memoryview(data)[_SUM:]
    if crc32(sealed, crc32(key)) != int.from_bytes(data[:_SUM], "little"):
        raise SpoiledError("not as it was written")
    return sealed


def dump(reading: Reading) -> tuple[bytes, bytes]:
    """A reading as bytes, without the name its file has in the messages; and the terms that a registry lends it.

    A registry lends all its terms to all briefings, and most of these have the very same: they are to be kept once.
    """
    from msgspec.msgpack import encode

    fields = {name: getattr(reading.briefing, name) for name in Briefing.__dataclass_fields__}
    lent = {id: term for id, term in fields["glossary"].items() if not term.lineno}
    if lent:
        fields["glossary"] = {id: term for id, term in fields["glossary"].items() if term.lineno}
    sections = {name: encode(value) for name in SECTIONS if (value := fields.pop(name))}
    given = {name: value for name, value in fields.items() if value != _default(Briefing.__dataclass_fields__[name])}
    messages = encode([_Said.of(message) for message in reading.messages])
    whole = encode((given, encode(sections), messages, reading.cut and _Said.of(reading.cut)))
    return whole, encode(lent) if lent else b""


def load(data: bytes | memoryview, name: str, lent: bytes | memoryview = b"") -> Reading:
    """The reading that was dumped, of a file that is called `name` in its messages; raises an error of msgspec for others."""
    fields, sections, messages, cut = _decoder("").decode(data)
    fields[_WAITING], fields[_LENT] = sections, lent
    briefing = _new(Stored)
    _set(briefing, "__dict__", fields)
    reading = _new(StoredReading)
    _set(reading, "__dict__", {"briefing": briefing, "cut": cut and cut.under(name), _WAITING: messages, "_name": name})
    return reading


class _Said(NamedTuple):
    """A message without the name of its file."""

    line: int
    column: int
    weight: Weight
    text: Any
    """As `told` of i18n has it."""

    @classmethod
    def of(cls, message: Message) -> "_Said":
        return cls(message.line, message.column, message.weight, told(message.text))

    def under(self, name: str) -> Message:
        return Message(name, self.line, self.column, self.weight, again(self.text))


def _default(field: "Field[Any]") -> object:
    """What a field is if nothing is said of it; MISSING if something has to be."""
    return field.default if field.default_factory is MISSING else field.default_factory()


class Stored(Briefing):
    """A briefing that decodes a section when it is first looked at; equal to the briefing it was made of."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Briefing) and self.facts() == other.facts()

    def __hash__(self) -> int:
        return hash((Briefing, self.id))

    def __reduce__(self) -> tuple[object, ...]:
        return _plain, ({name: getattr(self, name) for name in self.__dataclass_fields__},)


def _plain(fields: dict[str, Any]) -> Briefing:
    return Briefing(**fields)


class _Later:
    """A field of a stored briefing that is not in its dict yet."""

    def __init__(self, field: "Field[Any]") -> None:
        self._field = field

    def __get__(self, briefing: Any, _: object = None) -> object:
        kept, name = briefing.__dict__, self._field.name
        value = kept[name] = self._section(kept, name) if name in _SECTIONS else _default(self._field)
        return value

    def _section(self, kept: dict[str, Any], name: str) -> object:
        if not isinstance(kept[_WAITING], dict):
            kept[_WAITING] = _waiting().decode(kept[_WAITING])
        data, lent = kept[_WAITING].get(name), kept[_LENT]
        own: Any = _default(self._field) if data is None else _decoder(name).decode(data)
        return {**own, **_decoder(name).decode(lent)} if lent and name == "glossary" else own


for _field in Briefing.__dataclass_fields__.values():
    setattr(Stored, _field.name, _Later(_field))


class StoredReading(Reading):
    """A reading that decodes its messages when they are first looked at; equal to the reading it was made of."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Reading):
            return NotImplemented
        return (self.briefing, self.messages, self.cut) == (other.briefing, other.messages, other.cut)

    def __hash__(self) -> int:
        return hash((self.briefing, self.messages, self.cut))


class _Unsaid:
    """The messages of a stored reading that nobody has looked at."""

    def __get__(self, reading: Any, _: object = None) -> object:
        kept = reading.__dict__
        value = kept["messages"] = tuple([message.under(kept["_name"]) for message in _said().decode(kept[_WAITING])])
        return value


for _name, _instead in (("messages", _Unsaid()), ("briefing", None), ("cut", None)):
    setattr(StoredReading, _name, _instead)


@cache
def _waiting() -> "Decoder[dict[str, memoryview]]":
    from msgspec.msgpack import Decoder

    return Decoder(dict[str, memoryview])


@cache
def _said() -> "Decoder[list[_Said]]":
    from msgspec.msgpack import Decoder

    return Decoder(list[_Said])


@cache
def _decoder(section: str) -> "Decoder[Any]":
    """What decodes a section, or all but the sections."""
    from msgspec.msgpack import Decoder

    kinds = get_type_hints(Briefing)
    if section:
        return Decoder(kinds[section])
    given = {name: kind for name, kind in kinds.items() if name not in _SECTIONS}
    typed: Any = TypedDict("typed", given, total=False)  # type: ignore[misc]
    return Decoder(tuple[typed, memoryview, memoryview, _Said | None])
