"""Times of day: by the clock, and by parts of the day."""

import re

from .anchor import Anchor
from .rule import Rule, rule
from .words import Words


def clock(words: Words) -> list[Rule]:
    """The rules for times by the clock."""
    number, oclock, half = words.pattern("numbers"), words.pattern("clock"), words.pattern("half")

    def at(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        hour, minute = match["hour"], match.groupdict().get("minute") or "00"
        value = int(hour) if hour.isdigit() else words.numbers[hour.lower()]
        return f"{_day(anchor)}T{value:02}:{minute}" if value < 25 and int(minute) < 60 else ""

    def before(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        return f"{_day(anchor)}T{(words.numbers[match['hour'].lower()] - 1) % 24:02}:30"

    def english(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
        return f"{_day(anchor)}T{hour:02}:{match['minute'] or '00'}"

    if words.lang == "en":
        return [
            rule("TIME", r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\.?", english),
            rule("TIME", r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?!:)", at),
        ]
    return [
        rule("TIME", rf"(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?:\s+{oclock})", at),
        rule("TIME", rf"(?P<hour>\d{{1,2}}|{number})\s+{oclock}(?:\s+(?P<minute>[0-5]\d))?", at),
        rule(
            "TIME",
            rf"(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d)(?=\s*(?:-|–|/|bis|und)\s*\d{{1,2}}(?:[:.]\d\d)?\s*{oclock})",
            at,
        ),
        rule("TIME", r"(?P<hour>[01]\d|2[0-4]):(?P<minute>[0-5]\d)(?!:)", at),
        rule("TIME", rf"{half}\s+(?P<hour>{number})", before),
    ]


def _day(anchor: Anchor) -> str:
    return (anchor.last or anchor.today).isoformat()


def parts(words: Words) -> list[Rule]:
    """The rules for parts of the day, alone or with a day."""
    part, weekday, day, shift = (
        words.pattern("parts"),
        words.pattern("weekdays"),
        words.pattern("days"),
        words.pattern("shifts"),
    )

    def of_weekday(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        return anchor.weekday(words.weekdays[match["weekday"].lower()], direction) + "T" + words.parts[match["part"].lower()]

    def of_day(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        return anchor.shifted("D", words.days[match["day"].lower()]) + "T" + words.parts[match["part"].lower()]

    def alone(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        return _day(anchor) + "T" + words.parts[match["part"].lower()]

    lead = r"(?:früh(?:en|er)\s+|spät(?:en|er)\s+|early\s+|late\s+)?"
    before = r"(?:am|gegen|in\s+der|den|zum|jenem|diesem|selben|nächsten|in\s+den|in\s+the|on\s+the|the|this|that)\s+"
    return [
        rule("TIME", rf"(?:{shift}\s+)?(?P<weekday>{weekday})\s?(?P<part>{part})", of_weekday),
        rule("TIME", rf"(?P<day>{day})\s+(?P<part>{part})", of_day),
        rule("TIME", rf"(?:{before}){lead}(?P<part>{part})", alone),
        rule("TIME", r"(?P<part>morgens|abends|nachts|vormittags|nachmittags|mittags|tonight)", alone),
    ]
