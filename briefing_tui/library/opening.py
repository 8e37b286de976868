"""Which briefing to open: today's, else the next within two weeks, else the newest past one, else the next at all.

A day is known from the cache or looked up by a peek where it can, so that a thousand files are not read for one.
"""

import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..model.dates import Period
from ..model.errors import BriefingError
from ..reading import peek_period
from .folders import Entry, is_table
from .rows import NEVER, days_in
from .shared import shared_by
from .shelf import Shelf

SOON = timedelta(days=14)


class Days(NamedTuple):
    """The first and the last day of a meeting."""

    first: date
    last: date


def opening(library: Shelf, today: date) -> Entry | None:
    """The briefing to open on a day; the library's own start wins, and what cannot be read is passed over."""
    entries = [entry for entry in library.entries if not is_table(entry.file)]
    fixed = [entry for entry in entries if library.start and entry.id == library.start]
    found = next((entry for entry in fixed if _readable(library, entry)), None)
    return found or next((entry for entry in _ranked(library, entries, today) if _readable(library, entry)), None)


def _ranked(library: Shelf, entries: list[Entry], today: date) -> Iterator[Entry]:
    """All dated entries, the best first; a briefing of this one day ends the search at once."""
    day = today.isoformat()
    named = sorted(entries, key=lambda entry: not entry.id.startswith(day))
    days_of = _known(library)
    dated = []
    for entry in named:
        days = days_of(entry)
        if days and days.first == days.last == today:
            yield entry
        elif days:
            dated.append((_rank(days, today), entry))
    yield from (entry for _, entry in sorted(dated, key=lambda pair: pair[0]))


def _rank(period: Days | Period, today: date) -> tuple[int, timedelta]:
    """Less is better: a range around today, the shorter the better; soon; past, the newest first; later."""
    if period.first <= today <= period.last:
        return 0, period.last - period.first
    if period.first > today:
        ahead = period.first - today
        return (1 if ahead <= SOON else 3), ahead
    return 2, today - period.last


def _known(library: Shelf) -> Callable[[Entry], Days | Period | None]:
    """What gives the days of an entry: what is known of its file, if that is as it was, else a look into it."""
    packed, look = library.packed(), library.registries.now()
    shared: dict[str, bytes] = {}

    def days(entry: Entry) -> Days | Period | None:
        file = entry.file
        place = library.place(file).encode(errors="surrogateescape")
        data = packed.get(place)
        if data is None:
            return _period(library, entry)
        folder = file.rpartition(os.sep)[0]
        if folder not in shared:
            shared[folder] = shared_by(look.found(file))
        try:
            known = days_in(data, place, os.stat(file), shared[folder])
        except OSError:
            return None
        if known is None:
            return _period(library, entry)
        return Days(date.fromordinal(known[0]), date.fromordinal(known[1])) if known[0] != NEVER else None

    return days


def _period(library: Shelf, entry: Entry) -> Period | None:
    plain = peek_period(entry.path)
    if plain:
        return plain
    try:
        peeked = library.peek(entry)
        return peeked.date if peeked else library.read(entry).briefing.date
    except BriefingError:
        return None


def _readable(library: Shelf, entry: Entry) -> bool:
    try:
        library.read(entry)
    except BriefingError:
        return False
    return True
