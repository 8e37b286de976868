"""Passages as they are kept beside the index: to be shown, not searched. They are read one by one and never mapped."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from ..model.briefing import Use
from ..model.dates import Period
from ..model.fields import Kind, Ref
from ..model.marking import Tlp
from ..model.passage import Facet, Passage, Role, Sort
from ..model.text import Text, Wording
from .storage import DamagedError

if TYPE_CHECKING:
    from .storage import Stored, Writer

_CHECKSUM = 4


class Records:
    """Records in the making."""

    def __init__(self) -> None:
        import msgspec

        self._encode = msgspec.msgpack.Encoder().encode
        self._pieces: list[bytes] = []

    def add(self, passage: Passage, date: str) -> None:
        """Keep a passage, whose date is written so, but for its facets, which the index has."""
        speaker = _spoken(passage.facets)
        plain = passage.ref == (Kind.QUOTE, passage.id)
        row: list[object] = [
            passage.text,
            passage.id,
            date,
            passage.tlp.value if passage.tlp else "",
            passage.use.value if passage.use else "",
            passage.translations,
            passage.place.wordings if passage.place else (),
            () if (passage.speaker, passage.code) == speaker else (passage.speaker, passage.code),
            () if plain else (passage.sort.value, passage.ref.kind.value, passage.ref.id),
        ]
        while not row[-1]:
            row.pop()
        try:
            data = self._encode(row)
        except UnicodeEncodeError:
            data = self._encode(_encodable(row))
        self._pieces.append(data + crc32(data).to_bytes(_CHECKSUM, "little"))

    def write(self, writer: "Writer") -> None:
        """Write all of them."""
        lengths = np.fromiter(map(len, self._pieces), np.int64, len(self._pieces))
        writer.add("record_at", np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths))))
        writer.add("records", b"".join(self._pieces))


def _encodable(value: Any) -> Any:
    """A value without lone surrogates, which no encoding has."""
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    return [_encodable(each) for each in value]


class Record:
    """A reader of records."""

    def __init__(self, stored: "Stored") -> None:
        import msgspec

        self._stored = stored
        self._decode = msgspec.msgpack.Decoder().decode

    def get(self, number: int, briefing: str, facets: tuple[Facet, ...]) -> Passage:
        """A passage of the briefing with this key, found by these facets; raises DamagedError."""
        self._stored.check("record_at", number, number + 2)
        start, end = self._stored.array("record_at")[number : number + 2].tolist()
        data = self._stored.read("records", start, end - start)
        if crc32(data[:-_CHECKSUM]) != int.from_bytes(data[-_CHECKSUM:], "little"):
            raise DamagedError(f"record {number} is damaged", self._stored.place)
        return _made(self._decode(data[:-_CHECKSUM]), briefing, facets)


def _made(row: list[Any], briefing: str, facets: tuple[Facet, ...]) -> Passage:
    text, id_, date, tlp, use, translations, place, who, ref = row + _REST[len(row) :]
    speaker, code = who or _spoken(facets)
    sort, kind, id_there = ref or (Sort.QUOTE, Kind.QUOTE, id_)
    return Passage(
        briefing=briefing,
        ref=Ref(Kind(kind), id_there),
        text=text,
        date=_period(date),
        sort=Sort(sort),
        id=id_,
        translations=tuple(Wording(*each) for each in translations),
        speaker=speaker,
        code=code,
        place=Text(tuple(Wording(*each) for each in place)) if place else None,
        tlp=Tlp(tlp) if tlp else None,
        use=Use(use) if use else None,
        facets=facets,
    )


_period = lru_cache(1024)(Period.parse)
_REST: list[Any] = ["", "", "", "", "", (), (), (), ()]
"""What is left out at the end of a record."""


def _spoken(facets: Sequence[Facet]) -> tuple[str, str]:
    """Name and code of the speaker, as most passages show them."""
    speaker = next((facet for facet in facets if facet.role is Role.SPEAKER), None)
    return (speaker.names[0], speaker.code) if speaker else ("", "")
