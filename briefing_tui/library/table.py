"""Tables of quotes: a line is a speaker, a tab and what was said. They are searched; there is no briefing in them to open."""

import gzip
import lzma
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import IO

from ..model.dates import Moment, Period
from ..model.fields import Kind, Ref
from ..model.passage import Facet, Passage, Role, Sort
from ..reading import clean

CHUNK = 50_000
"""How many lines are indexed together."""
LONGEST = 1 << 20
"""How many bytes of a line are read: as many as a value of a briefing may have."""


def chunks(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a table, CHUNK at a time, each time with the number of the first; raises OSError, EOFError, LZMAError."""
    with _opened(path) as file:
        number = 0
        while lines := [line[:LONGEST].rstrip(b"\n") for line in islice(file, CHUNK)]:
            yield number, b"\n".join(lines)
            number += len(lines)


def _opened(path: Path) -> IO[bytes] | gzip.GzipFile:
    if path.suffix == ".gz":
        return gzip.open(path, "rb")
    return lzma.open(path, "rb") if path.suffix == ".xz" else path.open("rb")


def passages(first: int, lines: bytes, key: str, day: date) -> Iterator[Passage]:
    """The quotes in lines of a table, the first of which has this number."""
    when = Period(Moment(day.year, day.month, day.day))
    speakers: dict[str, tuple[str, tuple[Facet, ...]]] = {}
    for number, line in enumerate(lines.decode(errors="replace").split("\n"), first):
        named, tab, text = line.rstrip("\r").partition("\t")
        if not tab:
            named, text = "", named
        if not text:
            continue
        known = speakers.get(named)
        if known is None:
            known = speakers[named] = _speaker(clean(named, newlines=False))
        id, said = str(number), clean(text, newlines=False)
        yield Passage(key, Ref(Kind.QUOTE, id), said, when, Sort.QUOTE, id, speaker=known[0], facets=known[1])


def _speaker(name: str) -> tuple[str, tuple[Facet, ...]]:
    return name, (Facet(Role.SPEAKER, (name,)),) if name else ()
