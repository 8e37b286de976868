"""Entries as lines of a file: `CRC-32 LENGTH JSON`, and what of them can be read whatever else is in the file.

The CRC-32 (eight hex digits) and the length in bytes are those of the JSON, which has no line break in it. A record that is
whole is found wherever it begins, so that damage to one line, its break included, takes no other with it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import NamedTuple, TypeAlias
from zlib import crc32

Entry: TypeAlias = Mapping[str, object]
"""What one line holds: `kind` says what it is, `id` is its own."""

_HEAD = re.compile(rb"([0-9a-f]{8}) ([1-9][0-9]{0,8}) (?=\{)")


class Damage(NamedTuple):
    """Bytes that are no entry: where they begin in the file and how many they are."""

    at: int
    size: int


class Scan(NamedTuple):
    """What was found in some bytes. What follows `end` is torn; `unbroken` if the entry before it lacks its line break."""

    entries: tuple[Entry, ...]
    damages: tuple[Damage, ...]
    end: int
    unbroken: bool


class _Found(NamedTuple):
    start: int
    end: int
    entry: Entry


def line(entry: Entry) -> bytes:
    """An entry as a line, whatever letters it has."""
    try:
        data = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        data = json.dumps(entry, separators=(",", ":")).encode()
    return b"%08x %d %b\n" % (crc32(data), len(data), data)


def id_of(entry: Entry) -> str:
    """An entry's id; one made from all that is in it where it has none."""
    id = entry.get("id")
    return id if isinstance(id, str) and id else blake2b(line(entry), digest_size=8).hexdigest()


def scan(data: bytes) -> Scan:
    """The entries in some bytes, which may be anything, and what lies between them."""
    entries: list[Entry] = []
    damages: list[Damage] = []
    end = start = 0
    unbroken = False
    while start < len(data):
        stop = data.find(b"\n", start)
        whole = stop >= 0
        text = data[start : stop if whole else len(data)]
        found = list(_found(text))
        entries += [each.entry for each in found]
        damages += (Damage(start + at, size) for at, size in _between(found, len(text) if whole else 0))
        if whole or found:
            end = stop + 1 if whole else start + found[-1].end
            unbroken = not whole
        start = stop + 1 if whole else len(data)
    return Scan(tuple(entries), tuple(damages), end, unbroken)


def _found(text: bytes) -> Iterator[_Found]:
    """The records in what stands between two line breaks: one, unless it is damaged."""
    at = 0
    while head := _HEAD.search(text, at):
        at, end = head.end(), head.end() + int(head[2])
        entry = _entry(text[at:end], head[1]) if text[end - 1 : end] == b"}" else None
        if entry is not None:
            yield _Found(head.start(), end, entry)
            at = end


def _entry(data: bytes, crc: bytes) -> Entry | None:
    if b"%08x" % crc32(data) != crc:
        return None
    try:
        entry = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None


def _between(found: list[_Found], size: int) -> Iterator[Damage]:
    """What lies before, between and, up to `size`, behind the records of a line."""
    at = 0
    for each in found:
        if each.start > at:
            yield Damage(at, each.start - at)
        at = each.end
    if size > at:
        yield Damage(at, size - at)
