"""Local times made into instants and back, through every change to and from daylight saving time.

An instant is a datetime in UTC: Python compares two datetimes of one zone by what their clocks show, which is wrong in the
hour that comes twice. A zone of None is that of the system.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from ..i18n import said as _

DAY = timedelta(days=1)


def zone_named(name: str) -> tzinfo | None:
    """The zone with an IANA name; None where the name is empty or nobody here knows it."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def instant(shown: datetime, zone: tzinfo | None) -> datetime:
    """The instant at which clocks in `zone` show this; a datetime with a zone of its own is in that.

    A time that clocks skip is counted from before the change, one they show twice is the first, unless `fold` is set; so it
    is in RFC 5545 § 3.3.5.
    """
    try:
        return (shown if shown.tzinfo else shown.replace(tzinfo=zone)).astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        return shown.replace(tzinfo=UTC)


def shown_in(moment: datetime, zone: tzinfo | None) -> datetime:
    """What clocks in `zone` show at an instant."""
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return moment


def span(day: date, begins: time, ends: time, zone: tzinfo | None) -> tuple[datetime, datetime]:
    """The instants between which something lasts that begins on `day`.

    It ends where clocks next show `ends`: later the same day, after they were put back, or past midnight. If they skip its
    end, it lasts as long as the two times say.
    """
    first, last = datetime.combine(day, begins), datetime.combine(day, ends)
    start = instant(first, zone)
    if ends > begins:
        end = instant(last, zone)
        return start, end if end > start else start + (last - first)
    again = instant(last.replace(fold=1), zone)
    if ends < begins and again > start:
        return start, again
    return start, instant(last + DAY, zone) if day < date.max else start


def parse_instant(text: str, zone: tzinfo | None = None, day: date | None = None) -> datetime:
    """The instant written as `2025-11-01T14:20`, in `zone` unless it names an offset; raises ValueError with what is wrong.

    With a `day`, `14:20` is a time on it.
    """
    try:
        if day and (clock := time_alone(text)):
            return instant(datetime.combine(day, clock), zone)
        return instant(datetime.fromisoformat(text.strip()), zone)
    except ValueError:
        raise ValueError(
            _("not a time; write it like 2025-11-01T14:20 or 14:20") if day else _("not a time; write it like 2025-11-01T14:20")
        ) from None


def time_alone(text: str) -> time | None:
    """The time written as `9:40`, without a day; None for anything else. Raises ValueError for `25:00`."""
    hours, colon, rest = text.strip().partition(":")
    if not colon or not hours.isdecimal() or len(hours) > 2:
        return None
    return time.fromisoformat(f"{hours:0>2}:{rest}")
