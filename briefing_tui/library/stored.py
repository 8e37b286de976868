"""Readings as bytes, and back: a reading that is kept opens without its sections, and decodes each when it is asked for.

Whoever opens a briefing looks at a part of it. Records are stored with all their fields: larger than without the empty ones,
and decoded twice as fast. Whoever keeps them seals them, so that a section that is decoded later is known to be good.
"""

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_type_hints
from zlib import crc32

from ..model.briefing import Briefing
from ..model.errors import BriefingError
from ..reading import Message, Reading, Weight

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

SECTIONS = (
    "key_points", "delegations", "participants", "talks", "threats", "quotes", "agenda", "follow_ups", "glossary", "sources",
)  # fmt: skip
"""The fields of a briefing that hold records."""

_SUM = 4
_EMPTY = memoryview(b"\x80")
"""No entries, in msgpack."""


class SpoiledError(BriefingError):
    """Bytes are not as they were written."""


def seal(data: bytes, key: bytes = b"") -> bytes:
    """Bytes with their checksum before them; it holds for this key only."""
    return crc32(data, crc32(key)).to_bytes(_SUM, "little") + data


def unseal(data: bytes, key: bytes = b"") -> memoryview:
    """What `seal` was given; raises SpoiledError if it is that no more."""
    view = memoryview(data)
    if crc32(view[_SUM:], crc32(key)).to_bytes(_SUM, "little") != view[:_SUM]:
        raise SpoiledError("not as it was written")
    return view[_SUM:]


def dump(reading: Reading) -> tuple[bytes, bytes]:
    """A reading as bytes, without the name its file has in the messages; and the terms that a registry lends it.

    A registry lends all its terms to all briefings, and most of these have the very same: they are to be kept once.
    """
    from msgspec.msgpack import encode

    fields = {name: getattr(reading.briefing, name) for name in Briefing.__dataclass_fields__}
    lent = {id: term for id, term in fields["glossary"].items() if not term.lineno}
    if lent:
        fields["glossary"] = {id: term for id, term in fields["glossary"].items() if term.lineno}
    sections = {name: encode(value) for name in SECTIONS if (value := fields[name])}
    fields |= {name: type(fields[name])() for name in sections}
    messages = encode([_Said.of(message) for message in reading.messages])
    whole = encode((fields, sections, messages, reading.cut and _Said.of(reading.cut)))
    return whole, encode(lent) if lent else b""


def load(data: bytes | memoryview, name: str, lent: bytes | memoryview = b"") -> Reading:
    """The reading that was dumped, of a file that is called `name` in its messages; raises an error of msgspec for others."""
    briefing, sections, messages, cut = _decoder("").decode(data)
    for section, waiting in sections.items():
        object.__setattr__(briefing, section, _Waiting(waiting))
    if lent:
        object.__setattr__(briefing, "glossary", _Waiting(sections.get("glossary", _EMPTY), lent))
    reading = StoredReading(briefing, (), cut and cut.under(name))
    object.__setattr__(reading, "messages", _Unsaid(messages, name))
    return reading


class _Said(NamedTuple):
    """A message without the name of its file."""

    line: int
    column: int
    weight: Weight
    text: str

    @classmethod
    def of(cls, message: Message) -> "_Said":
        return cls(message.line, message.column, message.weight, message.text)

    def under(self, name: str) -> Message:
        return Message(name, *self)


class _Waiting(NamedTuple):
    """A section that nobody has looked at, and what a registry adds to it."""

    data: memoryview
    lent: bytes | memoryview = b""


class Stored(Briefing):
    """A briefing that decodes a section when it is first looked at; equal to the briefing it was made of."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Briefing) and self.facts() == other.facts()

    def __hash__(self) -> int:
        return hash((Briefing, self.id))

    def __reduce__(self) -> tuple[object, ...]:
        return _plain, ({name: getattr(self, name) for name in self.__dataclass_fields__},)


def _plain(fields: dict[str, Any]) -> Briefing:
    return Briefing(**fields)


def _section(name: str) -> property:
    """The field `name` of a briefing, which may wait in its slot."""
    slot = Briefing.__dict__[name]

    def get(briefing: Briefing) -> object:
        value = slot.__get__(briefing)
        if type(value) is _Waiting:
            lent = _decoder(name).decode(value.lent) if value.lent else None
            own = _decoder(name).decode(value.data)
            value = {**own, **lent} if lent else own
            slot.__set__(briefing, value)
        return value

    return property(get, slot.__set__)


for _name in SECTIONS:
    setattr(Stored, _name, _section(_name))


class _Unsaid(NamedTuple):
    """Messages that nobody has looked at, of a file with this name."""

    data: memoryview
    name: str


class StoredReading(Reading):
    """A reading that decodes its messages when they are first looked at; equal to the reading it was made of."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Reading):
            return NotImplemented
        return (self.briefing, self.messages, self.cut) == (other.briefing, other.messages, other.cut)

    def __hash__(self) -> int:
        return hash((self.briefing, self.messages, self.cut))


def _messages() -> property:
    slot = Reading.__dict__["messages"]

    def get(reading: Reading) -> object:
        value = slot.__get__(reading)
        if type(value) is _Unsaid:
            value = tuple([message.under(value.name) for message in _said().decode(value.data)])
            slot.__set__(reading, value)
        return value

    return property(get, slot.__set__)


setattr(StoredReading, "messages", _messages())  # noqa: B010 - it takes the place of a field


@cache
def _said() -> "Decoder[list[_Said]]":
    from msgspec.msgpack import Decoder

    return Decoder(list[_Said])


@cache
def _decoder(section: str) -> "Decoder[Any]":
    """What decodes a section, or all but the sections."""
    from msgspec.msgpack import Decoder

    whole = tuple[Stored, dict[str, memoryview], memoryview, _Said | None]
    return Decoder(get_type_hints(Briefing)[section] if section else whole)
