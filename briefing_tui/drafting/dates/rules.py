"""The kinds of time expressions: each a pattern made from a language's words, and what a match of it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .anchor import Anchor
from .words import Words, compiled


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means: its value given the match, the anchor and whether the sentence looks back; empty for none."""

    kind: str
    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], Anchor, int], str]


_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"


def rules(words: Words) -> list[Rule]:
    """All rules of a language, the ones that tell most first; what a match of one covers no later one takes."""
    return [*_days(words), *_clock(words), *_parts(words), *_relative(words), *_periods(words), *_references(words)]


def _rule(kind: str, pattern: str, value: Callable[[re.Match[str], Anchor, int], str]) -> Rule:
    return Rule(kind, compiled(pattern), value)


def _days(words: Words) -> list[Rule]:
    month, weekday, edge = words.pattern("months"), words.pattern("weekdays"), words.pattern("edges")

    def full(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        found = match.groupdict()
        month_number, year, day = words.months[found["month"].lower()], int(found.get("year") or 0), int(found.get("day") or 0)
        return anchor.month(month_number, year, day, direction)

    def range_start(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        return anchor.month(words.months[match["month"].lower()], int(match["year"] or 0), int(match["day"]))

    def iso(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        year = int(match["year"])
        return anchor.month(int(match["m"]), year if year > 99 else 2000 + year, int(match["day"])) if 0 < int(match["m"]) < 13 else ""

    named = rf"(?:{weekday}\s*,?\s+(?:den\s+|dem\s+|the\s+)?)?"
    return [
        _rule("DATE", rf"{named}(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{month})\.?(?:,?\s+{_YEAR})?", full),
        _rule("DATE", rf"{named}(?P<month>{month})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.])(?:,?\s+{_YEAR})?", full)
        if words.lang == "en"
        else _rule("DATE", rf"{named}(?P<day>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<year>\d{{4}}|\d\d)", iso),
        _rule("DATE", rf"(?P<day>\d{{1,2}})\.?(?=\s*(?:[,/–-]|und|and|bis(?:\s+zum)?|to|oder)\s*(?:\d{{1,2}}\.?\s*(?:,|und)\s*)?\d{{1,2}}\.?\s+(?P<month>{month})(?:\s+{_YEAR})?)", range_start),
        _rule("DATE", r"(?P<year>\d{4})-(?P<m>\d\d)-(?P<day>\d\d)", iso),
        _rule("DATE", rf"(?:{edge}[\s-]+)?(?P<month>{month})\.?(?:\s+(?:des\s+Jahres\s+|of\s+)?{_YEAR})", full),
    ]


def _clock(words: Words) -> list[Rule]:
    number, clock, half = words.pattern("numbers"), words.pattern("clock"), words.pattern("half")

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
            _rule("TIME", r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\.?", english),
            _rule("TIME", r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?!:)", at),
        ]
    return [
        _rule("TIME", rf"(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?:\s+{clock})", at),
        _rule("TIME", rf"(?P<hour>\d{{1,2}}|{number})\s+{clock}(?:\s+(?P<minute>[0-5]\d))?", at),
        _rule("TIME", rf"(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d)(?=\s*(?:-|–|/|bis|und)\s*\d{{1,2}}(?:[:.]\d\d)?\s*{clock})", at),
        _rule("TIME", r"(?P<hour>[01]\d|2[0-4]):(?P<minute>[0-5]\d)(?!:)", at),
        _rule("TIME", rf"{half}\s+(?P<hour>{number})", before),
    ]


def _day(anchor: Anchor) -> str:
    return (anchor.last or anchor.today).isoformat()


def _parts(words: Words) -> list[Rule]:
    part, weekday, day, shift = words.pattern("parts"), words.pattern("weekdays"), words.pattern("days"), words.pattern("shifts")

    def of_weekday(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        return anchor.weekday(words.weekdays[match["weekday"].lower()], direction) + "T" + words.parts[match["part"].lower()]

    def of_day(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        return anchor.shifted("D", words.days[match["day"].lower()]) + "T" + words.parts[match["part"].lower()]

    def alone(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        return _day(anchor) + "T" + words.parts[match["part"].lower()]

    lead = r"(?:früh(?:en|er)\s+|spät(?:en|er)\s+|early\s+|late\s+)?"
    before = r"(?:am|gegen|in\s+der|den|zum|jenem|diesem|selben|nächsten|in\s+den|in\s+the|on\s+the|the|this|that)\s+"
    return [
        _rule("TIME", rf"(?:{shift}\s+)?(?P<weekday>{weekday})\s?(?P<part>{part})", of_weekday),
        _rule("TIME", rf"(?P<day>{day})\s+(?P<part>{part})", of_day),
        _rule("TIME", rf"(?:{before}){lead}(?P<part>{part})", alone),
        _rule("TIME", r"(?P<part>morgens|abends|nachts|vormittags|nachmittags|mittags|tonight)", alone),
    ]


_MANY = frozenset("tage tagen wochen monate monaten jahre jahren jahrzehnte jahrzehnten days weeks months years decades".split())


def _relative(words: Words) -> list[Rule]:
    number, unit, shift = words.pattern("numbers"), words.pattern("units"), words.pattern("shifts")
    weekday, season, edge = (words.pattern(name) for name in ("weekdays", "seasons", "edges"))
    month = words.pattern("long_months")
    ago, hence, later = words.pattern("ago"), words.pattern("hence"), words.pattern("later")

    def counted(match: re.Match[str], anchor: Anchor, sign: int) -> str:
        text = match["number"].lower()
        many = int(text) if text.isdigit() else words.numbers[text]
        unit_name = words.units[match["unit"].lower()]
        return anchor.shifted(unit_name, sign * many) if unit_name != "WE" else ""

    def moved(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        shift_by, unit_name = words.shifts[match["shift"].lower()], words.units[match["unit"].lower()]
        if match["unit"].lower() in _MANY:
            lasts = shift_by < 0 and unit_name in ("Y", "DE", "M")
            return "" if lasts else {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[shift_by]
        return anchor.shifted(unit_name, shift_by)

    def of_weekday(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        shift_by = words.shifts.get((match["shift"] or "").lower(), 0)
        return anchor.weekday(words.weekdays[match["weekday"].lower()], shift_by or direction or 1)

    def of_month(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        month_number = words.months[match["month"].lower()]
        tail = match.groupdict().get("tail")
        year = anchor.today.year + words.shifts[tail.lower()] if tail else 0
        return anchor.month(month_number, year, direction=direction)

    def weekend(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        return anchor.shifted("WE", -1 if direction < 0 else 0)

    def of_season(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        shift_by = words.shifts.get((match["shift"] or "").lower(), 0)
        year = int(match["year"]) if match["year"] else anchor.today.year + shift_by
        return f"{year:04}-{words.seasons[match['season'].lower()]}"

    def of_day(match: re.Match[str], anchor: Anchor, direction: int) -> str:
        by = words.days[match["day"].lower()]
        return anchor.shifted("D", by) if by or direction < 0 else "PRESENT_REF"

    def of_year(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        return anchor.shifted("Y", words.years[match["word"].lower()])

    def following(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        return Anchor(anchor.last or anchor.today).shifted("D", 1)

    units = rf"(?P<number>\d{{1,3}}|{number})\s+(?P<unit>{unit})"
    back = rf"{ago}\s+{units}" if words.lang == "de" else rf"{units}\s+{ago}"
    return [
        _rule("DATE", back, lambda match, anchor, _direction: counted(match, anchor, -1)),
        _rule("DATE", rf"{hence}\s+{units}(?!\s+lang)", lambda match, anchor, _direction: counted(match, anchor, 1)),
        _rule("DATE", rf"tags\s+darauf|(?:am|den)\s+nächsten\s+tag|(?:the\s+)?(?:next|following)\s+day|einen\s+tag\s+{later}", following),
        _rule("DATE", rf"(?P<month>{month})\s+(?:des\s+)?(?P<tail>{shift})\s+jahre?s", of_month)
        if words.lang == "de"
        else _rule("DATE", rf"(?P<month>{month})\s+(?:of\s+)?(?P<tail>{shift})\s+year", of_month),
        _rule("DATE", rf"(?P<shift>{shift})\s+(?P<unit>{unit})", moved),
        _rule("DATE", r"(?:am|on\s+the|at\s+the)\s+(?:wochenende|weekend)", weekend),
        _rule("DATE", rf"(?:(?P<shift>{shift})\s+)?(?P<weekday>{weekday})", of_weekday),
        _rule("DATE", rf"(?:{edge}[\s-]+)?(?:(?:des|der|in|of)\s+)?(?P<month>{month})", of_month),
        _rule("DATE", rf"(?:(?P<shift>{shift})\s+)?(?P<season>{season})(?:\s+(?:des\s+Jahres\s+|of\s+)?{_YEAR})?", of_season),
        _rule("DATE", rf"(?P<day>{words.pattern('days')})", of_day),
        _rule("DATE", rf"(?P<word>{words.pattern('years')})", of_year),
    ]


def _periods(words: Words) -> list[Rule]:
    ordinal, edge, decade = words.pattern("ordinals"), words.pattern("edges"), words.pattern("decades")

    def year(match: re.Match[str], _anchor: Anchor, _direction: int) -> str:
        alone = match["year"] == match[0]
        return "" if alone and _counts(match) else match["year"]

    def century(match: re.Match[str], _anchor: Anchor, _direction: int) -> str:
        return f"{int(match['number']) - 1:02}"

    def quarter(match: re.Match[str], anchor: Anchor, _direction: int) -> str:
        text = match["number"].lower().rstrip(".")
        number = int(text) if text.isdigit() else words.ordinals[text]
        return f"{int(match['year'] or anchor.today.year):04}-Q{number}"

    def decade_of(match: re.Match[str], _anchor: Anchor, _direction: int) -> str:
        return match["year"][:3]

    def decade_word(match: re.Match[str], _anchor: Anchor, _direction: int) -> str:
        text = match["word"].lower()
        return f"19{words.decades[text]}" if text in words.decades else f"19{text[0]}"

    quarters = r"(?:quartals?|trimesters?|quarter)"
    return [
        _rule("DATE", rf"(?P<number>{ordinal}|[1-4]\.)\s+{quarters}(?:\s+(?:of\s+|des\s+Jahres\s+)?{_YEAR})?", quarter),
        _rule("DATE", r"(?P<number>\d{1,2})(?:\.|st|nd|rd|th)\s+(?:jahrhunderts?|century)", century),
        _rule("DATE", rf"{_YEAR}(?:er|s)(?:[\s-]+jahren?)?", decade_of),
        _rule("DATE", rf"(?P<word>{decade}|[2-9]0er)[\s-]+jahren?", decade_word),
        _rule("DATE", rf"(?:{edge}\s+)?(?:(?:im\s+|dem\s+|das\s+|des\s+)?jahre?s?\s+|(?:in\s+the\s+)?year\s+)?{_YEAR}(?!\s*[€$%]|[.,:/]\d{{3}})", year),
    ]


_DATED = re.compile(r"(?:in|im|seit|bis|von|ab|nach|vor|und|since|until|from|of|by|before|after|and|zwischen|between|sommer|winter)\s+$|[,(/–-]\s*$", re.I)


_RANGE = re.compile(r"\s+(?:bis|to)\s+\d{4}\s+[A-ZÄÖÜ]|\s+im\s+(?:Jahr|vergangenen|letzten)")


def _counts(match: re.Match[str]) -> bool:
    """Whether a number that could be a year counts something: a noun follows it, and nothing before it says that it dates."""
    following = match.string[match.end() : match.end() + 16]
    if _RANGE.match(following):
        return True
    return following[:1] == " " and following[1:2].isupper() and not _DATED.search(match.string, max(0, match.start() - 12), match.start())


def _references(words: Words) -> list[Rule]:
    def value(match: re.Match[str], _anchor: Anchor, _direction: int) -> str:
        return words.references[" ".join(match["word"].lower().split())]

    return [_rule("DATE", rf"(?P<word>{words.pattern('references')})", value)]


def valid(value: str) -> bool:
    """Whether a value that is a whole day is one of the calendar."""
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return not re.match(r"\d{4}-\d\d-\d\d", value)
    return True
