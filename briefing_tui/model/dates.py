"""Dates as people give them: a day, a day with a time, only a month or a year, or a range of these.

The partial forms and the `/` of a range follow ISO 8601 and its extended format (EDTF level 0).
"""

import re
from datetime import date, datetime, time

from ..i18n import day_of_month, month_name, ordinal
from ..i18n import said as _
from .records import record

_MOMENT = r"(\d{4})(?:-(\d\d?)(?:-(\d\d?)(?:[ T](\d\d?:\d\d)(?::\d\d)?)?)?)?"
_CLOCK = r"(\d\d?)[:.](\d\d)"


def parse_clock(text: str) -> time:
    """A time of day such as `9:05` or `14:30`; raises ValueError with what is wrong."""
    found = re.fullmatch(_CLOCK, text.strip(), re.ASCII)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise ValueError(_("not a time of day; write it like 14:30"))
    return time(int(found[1]), int(found[2]))


@record()
class Moment:
    """A point in time as precise as it was written; `month` and `day` are 0 where they were left out."""

    year: int
    month: int = 0
    day: int = 0
    clock: time | None = None

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """The moment written as `2025`, `2025-10`, `2025-10-31` or `2025-10-31 14:30`; raises ValueError with what is wrong."""
        found = re.fullmatch(_MOMENT, text.strip(), re.ASCII)
        if not found:
            raise ValueError(_("not a date; write it like 2025-11-01, 2025-11-01 14:30, 2025-11 or 2025"))
        year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
        try:
            date(year, month if found[2] else 1, day if found[3] else 1)
        except ValueError:
            raise ValueError(_no_date(year, found[2], found[3])) from None
        return cls(year, month, day, parse_clock(found[4]) if found[4] else None)

    @classmethod
    def at(cls, when: datetime) -> "Moment":
        """The moment of a time, in the zone that it is given in."""
        return cls(when.year, when.month, when.day, when.time())

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        if self.day:
            return self.first
        from calendar import monthrange

        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    def shown(self, *, year: bool = True, clock: bool = True) -> str:
        """For people: `1 Nov 2025 14:30`, `Oct 2025`, `2025`; a bare year is always shown."""
        name = month_name(self.month) if self.month else ""
        words = [day_of_month(self.day, name) if self.day else name] if name else []
        words += [str(self.year)] if year or not self.month else []
        words += [f"{self.clock:%H:%M}"] if self.clock and clock else []
        return " ".join(words)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts) + (f" {self.clock:%H:%M}" if self.clock else "")


def _no_date(year: int, month: str | None, day: str | None) -> str:
    """What is wrong with the numbers of a date that there is not."""
    if month and not 1 <= int(month) <= 12:
        return _("there is no month {month}; write year, month, day, like 2025-11-01", month=month)
    if year and day:
        return _("there is no day {day} in that month; write year, month, day, like 2025-11-01", day=day)
    return _("there is no such date")


@record()
class Period:
    """From `start` to `end`, both included; `end` is None for a single date."""

    start: Moment
    end: Moment | None = None

    @classmethod
    def parse(cls, text: str) -> "Period":
        """The date, or the range `2025-10-31/2025-11-02`, that `text` writes; raises ValueError with what is wrong."""
        first, slash, rest = text.partition("/")
        start = Moment.parse(first)
        if not slash:
            return cls(start)
        end = Moment.parse(rest)
        if end.last < start.first:
            raise ValueError(_("the range ends before it begins"))
        return cls(start, end)

    @property
    def first(self) -> date:
        """The first day it can mean; what briefings are ordered by."""
        return self.start.first

    @property
    def last(self) -> date:
        """The last day it can mean."""
        return (self.end or self.start).last

    def shown(self, *, year: bool = True, clock: bool = True) -> str:
        """For people: `31 Oct – 2 Nov 2025`, `1 Nov 2025 09:30–10:15`; what both ends share is said once."""
        if not self.end:
            return self.start.shown(year=year, clock=clock)
        if self.start.clock and self.end.clock and self.start.day and self.start.first == self.end.first:
            return self.start.shown(year=year, clock=clock) + (f"–{self.end.clock:%H:%M}" if clock else "")
        same_year = self.start.year == self.end.year
        if same_year and self.start.month == self.end.month and self.start.day and self.end.day and not self.start.clock:
            return f"{ordinal(self.start.day)}–{self.end.shown(year=year, clock=clock)}"
        start = self.start.shown(year=year and not same_year, clock=clock)
        return f"{start} – {self.end.shown(year=year, clock=clock)}"

    def __str__(self) -> str:
        return f"{self.start}/{self.end}" if self.end else str(self.start)
