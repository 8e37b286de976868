"""Which briefing to open: today's, else the next within two weeks, else the newest past one, else the next at all.

A day is looked up by a peek where it can, so that a thousand files are not read for one.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from ..model.dates import Period
from ..model.errors import BriefingError
from ..reading import peek_period
from .folders import Entry
from .shelf import Shelf

SOON = timedelta(days=14)


def opening(library: Shelf, today: date) -> Entry | None:
    """The briefing to open on a day; the library's own start wins, and what cannot be read is passed over."""
    fixed = [entry for entry in library.entries if library.start and entry.id == library.start]
    return next((entry for entry in (*fixed, *_ranked(library, today)) if _readable(library, entry)), None)


def _ranked(library: Shelf, today: date) -> Iterator[Entry]:
    """All dated entries, the best first; a briefing of this one day ends the search at once."""
    named = sorted(library.entries, key=lambda entry: not entry.id.startswith(today.isoformat()))
    dated = []
    for entry in named:
        period = _period(library, entry)
        if period and period.first == period.last == today:
            yield entry
        elif period:
            dated.append((_rank(period, today), entry))
    yield from (entry for _, entry in sorted(dated, key=lambda pair: pair[0]))


def _rank(period: Period, today: date) -> tuple[int, timedelta]:
    """Less is better: a range around today, the shorter the better; soon; past, the newest first; later."""
    if period.first <= today <= period.last:
        return 0, period.last - period.first
    if period.first > today:
        ahead = period.first - today
        return (1 if ahead <= SOON else 3), ahead
    return 2, today - period.last


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
