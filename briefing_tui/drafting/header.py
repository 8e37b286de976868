"""What a document says of itself: title, date, place, theme and who presides."""

import re
from dataclasses import dataclass
from datetime import date

from ..i18n import _
from .context import Context
from .dates import dates
from .paragraphs import Paragraphs
from .people import Person, Roster
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a draft; `why_day` is how sure its day is, in words, and empty if the document gives it."""

    title: str
    day: date
    title_sure: bool = True
    why_day: str = ""
    place: str = ""
    theme: tuple[int, int] | None = None
    chair: Person | None = None


def header(
    context: Context, paragraphs: Paragraphs, vocabulary: Vocabulary, roster: Roster, name: str, day: date | None, today: date
) -> Header:
    """The header of a document; a day that is not given comes from its dateline, else its text, its file name, else today."""
    title, sure = _title(context, paragraphs, vocabulary)
    found, why = (day, "") if day else _day(context.text, paragraphs, vocabulary, name, today)
    return Header(
        title, found, sure, why, _place(context, paragraphs, vocabulary), _theme(context, vocabulary), _chair(context, roster)
    )


_LONGEST = 160
"""The longest line that is taken for a title."""


def _title(context: Context, paragraphs: Paragraphs, vocabulary: Vocabulary) -> tuple[str, bool]:
    text = context.text
    first = paragraphs.items[0] if paragraphs.items else None
    if first and first.end - first.start <= _LONGEST:
        line = " ".join(text[first.start : first.end].split())
        if not line.endswith((".", ":", ";")) and len(line) > 3:
            return line, True
    meeting = _meeting(context, vocabulary)
    if meeting:
        return meeting, False
    opening = " ".join(text[first.start : first.end].split()) if first else ""
    cut = re.match(r".{1,90}(?=[\s.!?])|.{1,90}", opening)
    return (cut[0].rstrip(" ,;:") if cut else "") or "?", False


def _meeting(context: Context, vocabulary: Vocabulary) -> str:
    """The name of the meeting: a noun such as conference, with the abbreviation in brackets behind it."""
    kinds = tuple(vocabulary.lower("meeting_kinds"))
    best = ""
    for sentence in context.sentences[:40]:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            if (
                token.kind != 2
                or not any(kind in token.low for kind in kinds)
                or ("-" not in token.text and len(token.text) < 12)
            ):
                continue
            if at + 3 < len(tokens) and tokens[at + 1].text == "(" and tokens[at + 3].text == ")":
                return context.text[token.start : tokens[at + 3].end]
            best = best or token.text
    return best


def _day(text: str, paragraphs: Paragraphs, vocabulary: Vocabulary, name: str, today: date) -> tuple[date, str]:
    for item in paragraphs.items[:5]:
        if item.end - item.start <= 80:
            days = [
                when.day
                for when in dates(text[item.start : item.end], vocabulary, today)
                if when.day and _full(text, item.start, when)
            ]
            if days and days[0]:
                return days[0], ""
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", name)
    iso = re.search(r"(?<!\d)((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?!\d)", name)
    if iso:
        try:
            return date(int(iso[1]), int(iso[2]), int(iso[3])), _("taken from the file name")
        except ValueError:
            pass
    start = date(int(year[0]), 12, 31) if year else today
    for when in dates(text[:6000], vocabulary, start):
        if when.day and any(part in text[when.start : when.end] for part in "0123456789") and when.kind == "DATE":
            written = str(when.day.year) in text[when.start : when.end]
            return when.day, "" if written else _("the year is taken from the file name") if year else _("the year is a guess")
    return today, _("the text gives none; this is today's")


def _full(text: str, offset: int, when: object) -> bool:
    start, end = offset + when.start, offset + when.end  # type: ignore[attr-defined]
    return bool(re.search(r"\d{4}", text[start:end]))


_PLACED = re.compile(r"^([A-ZÄÖÜ][\w’'.-]+(?: (?:[A-ZÄÖÜ][\w’'.-]+|am|an|der|de|of)){0,3}),? (?:den |on )?(?=\d|[A-Z]\w+ \d)")
_WITH_COUNTRY = re.compile(
    r"\b[Ii]n ([A-ZÄÖÜ][\w’'-]+(?: [A-ZÄÖÜ][\w’'-]+){0,2}, [A-ZÄÖÜ][\w’'-]+(?: [A-ZÄÖÜ][\w’'-]+)?)(?=[,.;)])"
)
_IN = re.compile(r"\b[Ii]n ([A-ZÄÖÜ][\w’'-]+(?: [A-ZÄÖÜ][\w’'-]+)?)\b")


def _place(context: Context, paragraphs: Paragraphs, vocabulary: Vocabulary) -> str:
    text = context.text
    for item in paragraphs.items[:5]:
        found = _PLACED.match(text[item.start : min(item.end, item.start + 80)])
        placed = found and found[1].split()[0].lower() not in context.grammar.prepositions
        if found and placed and item.end - item.start <= 80:
            return found[1]
    named = _WITH_COUNTRY.search(text[:20_000])
    if named:
        return named[1]
    months = {word for words in vocabulary.table("months").values() for word in words}
    for found in _IN.finditer(text[:20_000]):
        words = found[1].split()
        grammar = context.grammar
        if words[0] not in months and not any(
            word.lower() in grammar.not_names or word.isupper() or grammar.is_office(word.lower()) for word in words
        ):
            following = text[found.end() : found.end() + 20].lstrip()
            if following[:1] in ",.;" or following[:2] in (
                "am",
                "an",
                "ha",
                "ta",
                "on",
                "st",
                "em",
                "ge",
                "zu",
                "fa",
                "un",
                "is",
                "to",
            ):
                return found[1]
    return ""


def _theme(context: Context, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """What stands in marks behind a word such as motto."""
    mottos = vocabulary.lower("motto_words")
    for sentence in context.sentences:
        for at, token in enumerate(sentence.tokens):
            if token.marked and not mottos.isdisjoint(sentence.lows[max(0, at - 3) : at]):
                return token.start + 1, token.end - 1
    return None


def _chair(context: Context, roster: Roster) -> Person | None:
    """Who is named right behind a word such as chairmanship."""
    words = context.grammar.words["chair_words"]
    for sentence in context.sentences:
        for token in sentence.tokens:
            if token.low in words and token.kind in (1, 2):
                near = [
                    (start, person)
                    for person in roster.people
                    for start, _ in person.places
                    if token.end < start < token.end + 80
                ]
                if near:
                    return min(near, key=lambda each: each[0])[1]
    return None
