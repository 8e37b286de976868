"""What is counted from the day of the document: `vor zwei Tagen`, `last week`, `am Freitag`, `im Oktober`."""

import re

from .anchor import Anchor
from .rule import YEAR, Rule, rule
from .words import Words

_MANY = re.compile(r"(?:tage|woche|monate|jahre|jahrzehnte)n?|(?:day|week|month|year|decade)s")


def counted(words: Words) -> list[Rule]:
    """The rules for so many units before or after, and for the unit before, this one and the next."""
    number, unit, shift = words.pattern("numbers"), words.pattern("units"), words.pattern("shifts")
    ago, hence, later = words.pattern("ago"), words.pattern("hence"), words.pattern("later")

    def by_number(match: re.Match[str], anchor: Anchor, sign: int) -> str:
        text = match["number"].lower()
        many = int(text) if text.isdigit() else words.numbers[text]
        unit_name = words.units[match["unit"].lower()]
        return anchor.shifted(unit_name, sign * many) if unit_name != "WE" else ""

    def moved(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        shift_by, unit_name = words.shifts[match["shift"].lower()], words.units[match["unit"].lower()]
        if _MANY.fullmatch(match["unit"].lower()) and match["unit"].lower() != "woche":
            lasts = shift_by < 0 and unit_name in ("Y", "DE", "M")
            return "" if lasts else {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[shift_by]
        return anchor.shifted(unit_name, shift_by)

    def weekend(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        return anchor.shifted("WE", -1 if direction < 0 else 0)

    def following(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        return Anchor(anchor.last or anchor.today).shifted("D", 1)

    units = rf"(?P<number>\d{{1,3}}|{number})\s+(?P<unit>{unit})"
    back = rf"{ago}\s+{units}" if words.lang == "de" else rf"{units}\s+{ago}"
    next_day = rf"tags\s+darauf|(?:am|den)\s+nächsten\s+tag|(?:the\s+)?(?:next|following)\s+day|einen\s+tag\s+{later}"
    return [
        rule("DATE", back, lambda match, anchor, _direction: by_number(match, anchor, -1)),
        rule("DATE", rf"{hence}\s+{units}(?!\s+lang)", lambda match, anchor, _direction: by_number(match, anchor, 1)),
        rule("DATE", next_day, following),
        rule("DATE", rf"(?P<shift>{shift})\s+(?P<unit>{unit})", moved),
        rule("DATE", r"(?:am|on\s+the|at\s+the)\s+(?:wochenende|weekend)", weekend),
    ]


def named(words: Words) -> list[Rule]:
    """The rules for names of days, months and seasons without a year, and for words such as `gestern`."""
    shift, month = words.pattern("shifts"), words.pattern("long_months")
    weekday, season, edge = (words.pattern(name) for name in ("weekdays", "seasons", "edges"))

    def of_weekday(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        shift_by = words.shifts.get((match["shift"] or "").lower(), 0)
        return anchor.weekday(words.weekdays[match["weekday"].lower()], shift_by or direction or 1)

    def of_month(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        return anchor.month(words.months[match["month"].lower()], direction=direction)

    def of_season(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        shift_by = words.shifts.get((match["shift"] or "").lower(), 0)
        year = int(match["year"]) if match["year"] else anchor.today.year + shift_by
        return f"{year:04}-{words.seasons[match['season'].lower()]}"

    def of_day(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        by = words.days[match["day"].lower()]
        return anchor.shifted("D", by) if by or direction < 0 else "PRESENT_REF"

    def of_year(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        return anchor.shifted("Y", words.years[match["word"].lower()])

    return [
        rule("DATE", rf"(?:(?P<shift>{shift})\s+)?(?P<weekday>{weekday})", of_weekday),
        rule("DATE", rf"(?:{edge}[\s-]+)?(?:(?:des|der|in|of)\s+)?(?P<month>{month})", of_month),
        rule("DATE", rf"(?:(?P<shift>{shift})\s+)?(?P<season>{season})(?:\s+(?:des\s+Jahres\s+|of\s+)?{YEAR})?", of_season),
        rule("DATE", rf"(?P<day>{words.pattern('days')})", of_day),
        rule("DATE", rf"(?P<word>{words.pattern('years')})", of_year),
    ]
