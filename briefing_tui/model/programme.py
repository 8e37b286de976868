"""The programme of a briefing: what happens when, from its agenda and from the talks that the agenda does not name."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo

from .briefing import AgendaItem, Briefing, Talk, TalkStatus
from .clock import DAY, instant, span, zone_named
from .dates import Period
from .fields import Kind, Ref
from .records import record
from .text import Text

LONGEST = timedelta(hours=2)
"""How long something lasts whose end is not written and after which nothing begins."""
MOST_DAYS = 31
"""The longest range of days on each of which an item is taken to happen."""


@record()
class Slot:
    """One thing that happens on one day: an agenda item, or a talk that has a time and no agenda item.

    `start` and `end` are instants, None where no time is written; `closed` says whether the end is written or taken from
    what begins next. `what` is None for a talk that is not on the agenda: its parties name it.
    """

    day: date
    item: AgendaItem | None = None
    talk: Ref | None = None
    start: datetime | None = None
    end: datetime | None = None
    closed: bool = False

    @property
    def what(self) -> Text | None:
        """What the agenda calls it."""
        return self.item.what if self.item else None

    @property
    def press(self) -> bool:
        """Whether the press is in the room."""
        return self.item is not None and self.item.press


@record()
class Programme:
    """All slots in order of time; those without one keep their place among those the file has around them.

    `zone` is that of the file, None where it names none: its times are then those of the reader's zone, `home`.
    """

    first: date
    last: date
    slots: tuple[Slot, ...]
    zone: tzinfo | None = None
    home: tzinfo | None = None

    @property
    def clock(self) -> tzinfo | None:
        """The zone its times are in."""
        return self.zone or self.home

    def on(self, day: date) -> tuple[Slot, ...]:
        """What happens on a day."""
        return tuple(slot for slot in self.slots if slot.day == day)


def programme(briefing: Briefing, home: tzinfo | None = None) -> Programme:
    """The programme of a briefing for a reader in the zone `home`, None for that of the system.

    A cancelled talk is no part of it.
    """
    zone = zone_named(briefing.timezone)
    slots = _in_order([*_items(briefing, zone or home), *_talks(briefing, zone or home)])
    days = [briefing.date.first, briefing.date.last, *(slot.day for slot in slots)]
    return Programme(min(days), max(days), tuple(_ended(slots)), zone, home)


def _items(briefing: Briefing, zone: tzinfo | None) -> Iterator[Slot]:
    for item in briefing.agenda:
        talk = briefing.talks.get(item.talk.id) if item.talk else None
        if talk and talk.status is TalkStatus.CANCELLED:
            continue
        when = item.date or (talk.date if talk else None)
        at = item.time or (when.start.clock if when else None)
        for day in _days(when or briefing.date, each=item.date is not None):
            yield _slot(Slot(day, item, item.talk if talk else None), at, item.until, zone)


def _talks(briefing: Briefing, zone: tzinfo | None) -> Iterator[Slot]:
    named = {item.talk for item in briefing.agenda if item.talk}
    for id, talk in briefing.talks.items():
        ref = Ref(Kind.TALK, id)
        if ref not in named and talk.date and talk.date.start.clock and talk.status is not TalkStatus.CANCELLED:
            yield _slot(Slot(talk.date.first, None, ref), talk.date.start.clock, _until(talk), zone)


def _until(talk: Talk) -> time | None:
    """When a talk ends whose date is a range of two times of one day."""
    end = talk.date.end if talk.date else None
    return end.clock if end and talk.date and end.first == talk.date.first else None


def _days(when: Period, *, each: bool) -> Iterator[date]:
    """The first day of a date; of a range of days each, if it is wanted and short enough to be meant."""
    count = (when.last - when.first).days + 1 if each and when.end and when.start.day and when.end.day else 1
    return (when.first + DAY * number for number in range(count if count <= MOST_DAYS else 1))


def _slot(slot: Slot, at: time | None, until: time | None, zone: tzinfo | None) -> Slot:
    if at is None:
        return slot
    if until is None or until == at:
        return replace(slot, start=instant(datetime.combine(slot.day, at), zone))
    start, end = span(slot.day, at, until, zone)
    return replace(slot, start=start, end=end, closed=True)


def _in_order(slots: list[Slot]) -> list[Slot]:
    """By day and time; a slot without a time stays behind the one that the file has before it."""
    keys: list[tuple[date, float]] = []
    latest: dict[date, float] = {}
    for slot in slots:
        latest[slot.day] = slot.start.timestamp() if slot.start else latest.get(slot.day, float("-inf"))
        keys.append((slot.day, latest[slot.day]))
    return [slots[at] for at in sorted(range(len(slots)), key=keys.__getitem__)]


def _ended(slots: list[Slot]) -> Iterator[Slot]:
    """The slots, each with an end: where none is written, the begin of the next, but no more than `LONGEST` away."""
    starts = sorted({slot.start for slot in slots if slot.start})
    for slot in slots:
        if slot.start and not slot.end:
            after = bisect_right(starts, slot.start)
            latest = slot.start + LONGEST
            yield replace(slot, end=min(starts[after], latest) if after < len(starts) else latest)
        else:
            yield slot
