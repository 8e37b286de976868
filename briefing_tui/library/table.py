"""Tables of quotes: a line is a speaker, a tab and what was said. They are searched; there is no briefing in them to open."""

import gzip
import lzma
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from stat import S_ISREG
from typing import IO

from ..i18n import said as _
from ..model.dates import Moment, Period
from ..model.fields import Kind, Ref
from ..model.passage import Facet, Passage, Role, Sort
from ..reading import clean

CHUNK = 50_000
"""How many lines are indexed together at most."""
BYTES = 1 << 23
"""How many bytes are enough to be indexed together."""
LONGEST = 1 << 20
"""How many bytes of a line are read: as many as a value of a briefing may have."""


def chunks(path: Path, note: Callable[[str], None] = lambda words: None) -> Iterator[tuple[int, bytes]]:
    """The lines of a table, some at a time, each time with the number of the first; `note` hears of what is left out.

    Raises OSError, EOFError, LZMAError or zlib's error where it cannot be read on.
    """
    with _opened(path) as file:
        number = 0
        while lines := _some(file, number, note):
            yield number, b"\n".join(lines)
            number += len(lines)


def _some(file: IO[bytes], number: int, note: Callable[[str], None]) -> list[bytes]:
    """The next lines, as many as are indexed together; no more of one than its first LONGEST bytes."""
    lines: list[bytes] = []
    size = 0
    while len(lines) < CHUNK and size < BYTES and (line := file.readline(LONGEST + 1)):
        if len(line) > LONGEST and not line.endswith(b"\n"):
            line = line[:LONGEST]
            note(
                _(
                    "line {number} is longer than {longest} MB; what is behind that is not searched",
                    number=number + len(lines) + 1,
                    longest=LONGEST >> 20,
                )
            )
            _skip(file)
        lines.append(line.rstrip(b"\n"))
        size += len(line)
    return lines


def _skip(file: IO[bytes]) -> None:
    """Go to the end of a line, however far that is."""
    while (rest := file.readline(LONGEST)) and not rest.endswith(b"\n"):
        continue


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a table, unpacked; it is opened without a wait, and nothing but a file is. Raises OSError."""
    with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)), "rb") as file:
        if not S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(_("it is not a regular file"))
        packed = {".gz": gzip.open, ".xz": lzma.open}.get(path.suffix)
        yield packed(file, "rb") if packed else file  # type: ignore[operator]


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
