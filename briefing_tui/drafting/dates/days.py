"""Days and months with their numbers and names: `1. November`, `November 1, 2025`, `01.11.2025`."""

import re

from .anchor import Anchor
from .rule import YEAR, Rule, rule
from .words import Words


def days(words: Words) -> list[Rule]:
    """The rules for days and months."""
    month, weekday, edge = words.pattern("months"), words.pattern("weekdays"), words.pattern("edges")

    def full(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        found = match.groupdict()
        month_number, year, day = words.months[found["month"].lower()], int(found.get("year") or 0), int(found.get("day") or 0)
        return anchor.month(month_number, year, day, direction)

    def range_start(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        return anchor.month(words.months[match["month"].lower()], int(match["year"] or 0), int(match["day"]))

    def of_year(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        return anchor.month(words.months[match["month"].lower()], anchor.today.year + words.shifts[match["shift"].lower()])

    def iso(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        year = int(match["year"])
        return (
            anchor.month(int(match["m"]), year if year > 99 else 2000 + year, int(match["day"]))
            if 0 < int(match["m"]) < 13
            else ""
        )

    shift = words.pattern("shifts")
    a_year = rf"(?:des\s+)?(?P<shift>{shift})\s+jahre?s" if words.lang == "de" else rf"(?:of\s+)?(?P<shift>{shift})\s+year"
    named = rf"(?:{weekday}\s*,?\s+(?:den\s+|dem\s+|the\s+)?)?"
    return [
        rule("DATE", rf"{named}(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{month})\.?(?:,?\s+{YEAR})?", full),
        rule("DATE", rf"{named}(?P<month>{month})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.])(?:,?\s+{YEAR})?", full)
        if words.lang == "en"
        else rule("DATE", rf"{named}(?P<day>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<year>\d{{4}}|\d\d)", iso),
        rule(
            "DATE",
            rf"(?P<day>\d{{1,2}})\.?(?=\s*(?:[,/–-]|und|and|bis(?:\s+zum)?|to|oder)\s*(?:\d{{1,2}}\.?\s*(?:,|und)\s*)?\d{{1,2}}\.?\s+(?P<month>{month})(?:\s+{YEAR})?)",
            range_start,
        ),
        rule("DATE", r"(?P<year>\d{4})-(?P<m>\d\d)-(?P<day>\d\d)", iso),
        rule("DATE", rf"(?:{edge}[\s-]+)?(?P<month>{month})\.?(?:\s+(?:des\s+Jahres\s+|of\s+)?{YEAR})", full),
        rule("DATE", rf"(?P<month>{month})\s+{a_year}", of_year),
    ]
