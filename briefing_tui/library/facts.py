"""What a list says of a briefing without showing it."""

from collections.abc import Iterator
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..i18n import again, told
from ..model.briefing import Briefing
from ..model.dates import Period
from ..model.errors import BriefingError
from ..model.fields import Kind
from ..model.marking import Tlp
from ..model.meetings import Meeting, meetings
from ..model.records import record
from ..model.text import Text
from ..reading import clean
from .folders import Entry

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

    from ..reading import Reading
    from .shelf import Shelf

COUNTED = ("participants", "talks", "threats", "quotes")


class Outline(NamedTuple):
    """A briefing in a list. `people` are the ids of those in it, each with its name.

    `codes` are the countries and organisations it says something of, `talks` its talks, with no key: see `Facts.meetings`.
    """

    title: Text
    venue: Text | None
    date: Period
    tlp: Tlp | None
    classification: str
    numbers: tuple[int, ...]
    people: tuple[tuple[str, str], ...]
    codes: tuple[str, ...] = ()
    talks: tuple[Meeting, ...] = ()

    @classmethod
    def of(cls, briefing: Briefing) -> "Outline":
        """The outline of a briefing."""
        people = tuple((id, str(person.name)) for id, person in briefing.participants.items())
        numbers = tuple(len(getattr(briefing, kind)) for kind in COUNTED)
        head = briefing.title, briefing.venue, briefing.date, briefing.tlp, briefing.classification
        return cls(*head, numbers, people, codes_in(briefing), meetings(briefing, ""))


@record()
class Facts:
    """One line of a list: a briefing and the number of its problems, or the reason why it cannot be read."""

    entry: Entry
    briefing: Outline | None = None
    problems: int = 0
    reason: str = ""
    data: bytes | memoryview = field(default=b"", repr=False, compare=False)
    """What it was decoded from, if it was."""

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of what a briefing holds; nothing for one that cannot be read."""
        return dict(zip(COUNTED, self.briefing.numbers, strict=True)) if self.briefing else {}

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Its talks, by the key it has in the library."""
        key, talks = self.entry.key, self.briefing.talks if self.briefing else ()
        return tuple([Meeting._make((key, *talk[1:])) for talk in talks])


def codes_in(briefing: Briefing) -> tuple[str, ...]:
    """The countries and organisations that a briefing has an entry of, or of whose people or acts it tells."""
    refs = [person.delegation for person in briefing.participants.values()]
    refs += [party for talk in briefing.talks.values() for party in talk.parties]
    refs += [quote.speaker for quote in briefing.quotes]
    refs += [who for threat in briefing.threats.values() for who in threat.raised_by]
    refs += [who for item in briefing.follow_ups for who in item.who]
    named = dict.fromkeys(ref.id for ref in refs if ref and ref.kind is Kind.DELEGATION)
    return tuple(dict.fromkeys((*briefing.delegations, *named)))


def facts(library: "Shelf", entry: Entry) -> Facts:
    """The facts of one entry, read for it; a file that cannot be read has its reason and nothing else."""
    try:
        reading = library.read(entry)
    except BriefingError as error:
        return Facts(entry, reason=error.message)
    return Facts(entry, Outline.of(reading.briefing), len(reading.problems))


def listing(library: "Shelf") -> Iterator[Facts]:
    """The facts of all entries, one by one; only files that are not as they were when their facts were kept are read."""
    stamps, kept, look = library.stamps(), library.facts(), library.registries.now()
    for entry in library.entries:
        place = library.place(entry.file)
        if place in kept and library.holds(stamps.get(place), entry.path, look):
            yield load(kept[place], entry, named(entry.path))
        else:
            yield facts(library, entry)


def dump(reading: "Reading") -> bytes:
    """The facts of a reading, as bytes."""
    from msgspec.msgpack import encode

    return encode((Outline.of(reading.briefing), len(reading.problems), ""))


def dump_reason(reason: str) -> bytes:
    """Why a file cannot be read, as bytes; the name of the file is no part of it."""
    from msgspec.msgpack import encode

    return encode((None, 0, told(reason)))


def named(path: Path) -> str:
    """What messages call a file."""
    return clean(str(path), newlines=False)


def load(data: bytes | memoryview, entry: Entry, name: str) -> Facts:
    """The facts that were dumped, of a file that messages call `name`; raises an error of msgspec for other bytes."""
    briefing, problems, reason = _decoder().decode(data)
    return Facts(entry, briefing, problems, reason and name + again(reason), data)


@cache
def _decoder() -> "Decoder[Any]":
    from msgspec.msgpack import Decoder

    return Decoder(tuple[Outline | None, int, Any])
