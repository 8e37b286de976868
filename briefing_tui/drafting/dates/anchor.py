"""The day a text speaks of: the document's own, moved by what was named last; and days counted from it."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(slots=True)
class Anchor:
    """The document's date, and the last day and year that the text named."""

    today: date
    last: date | None = None
    year: int = 0

    def shifted(self, unit: str, by: int) -> str:
        """The day, or longer unit by its letter (W, WE, M, Q, Y, DE, CE), `by` of them from today's; empty if out of range."""
        try:
            return _shifted(self.today, unit, by)
        except (ValueError, OverflowError, KeyError):
            return ""

    def weekday(self, number: int, direction: int) -> str:
        """The day of that name up to today, or with a direction of 1 from today on."""
        back = (self.today.isoweekday() - number) % 7
        ahead = (number - self.today.isoweekday()) % 7
        days = ahead if direction > 0 else -back
        return (self.today + timedelta(days=days)).isoformat()

    def month(self, month: int, year: int = 0, day: int = 0, direction: int = 0) -> str:
        """A day or month of a year that is named or understood; empty if there is no such day."""
        year = year or self.near_year(month, direction)
        try:
            date(year, month, day or 1)
        except ValueError:
            return ""
        return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"

    def near_year(self, month: int, direction: int = 0) -> int:
        """The year that a month without one is meant in: one just named, else the nearest on the side the sentence looks to."""
        if self.year:
            return self.year
        ahead = month - self.today.month
        if ahead > 8 or (ahead > 3 and direction < 0):
            return self.today.year - 1
        return self.today.year + 1 if ahead < -9 or (ahead < -3 and direction > 0) else self.today.year


def _shifted(today: date, unit: str, by: int) -> str:
    if unit == "D":
        return (today + timedelta(days=by)).isoformat()
    if unit in ("W", "WE"):
        year, week, _ = (today + timedelta(weeks=by)).isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit in ("M", "Q"):
        size = 1 if unit == "M" else 3
        index = today.year * (12 // size) + (today.month - 1) // size + by
        year, rest = divmod(index, 12 // size)
        return f"{year:04}-{rest + 1:02}" if unit == "M" else f"{year:04}-Q{rest + 1}"
    span = {"Y": 1, "DE": 10, "CE": 100}[unit]
    year = today.year // span + by
    return f"{year:04}" if span == 1 else str(year)
