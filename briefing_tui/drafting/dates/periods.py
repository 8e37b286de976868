"""Years, quarters, decades and centuries, and words for the past, the present and what comes."""

import re

from .anchor import Anchor
from .rule import YEAR, Rule, rule
from .words import Words


def periods(words: Words) -> list[Rule]:
    """The rules for years and longer."""
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
        rule("DATE", rf"(?P<number>{ordinal}|[1-4]\.)\s+{quarters}(?:\s+(?:of\s+|des\s+Jahres\s+)?{YEAR})?", quarter),
        rule("DATE", r"(?P<number>\d{1,2})(?:\.|st|nd|rd|th)\s+(?:jahrhunderts?|century)", century),
        rule("DATE", rf"{YEAR}(?:er|s)(?:[\s-]+jahren?)?", decade_of),
        rule("DATE", rf"(?P<word>{decade}|[2-9]0er)[\s-]+jahren?", decade_word),
        rule(
            "DATE",
            rf"(?:{edge}\s+)?(?:(?:im\s+|dem\s+|das\s+|des\s+)?jahre?s?\s+|(?:in\s+the\s+)?year\s+)?{YEAR}(?!\s*[€$%]|[.,:/]\d{{3}})",
            year,
        ),
    ]


_DATED = re.compile(
    r"\b(?:in|im|seit|bis|von|ab|nach|vor|und|since|until|from|of|by|before|after|and|zwischen|between|sommer|winter)\s+$|[,(/–-]\s*$",
    re.I,
)


_RANGE = re.compile(r"\s+(?:bis|to)\s+\d{4}\s+[A-ZÄÖÜ]|\s+im\s+(?:Jahr|vergangenen|letzten)")


def _counts(match: re.Match[str]) -> bool:
    """Whether a number that could be a year counts something: a noun follows it, and nothing before it says that it dates."""
    following = match.string[match.end() : match.end() + 16]
    if _RANGE.match(following):
        return True
    return (
        following[:1] == " "
        and following[1:2].isupper()
        and not _DATED.search(match.string, max(0, match.start() - 12), match.start())
    )


def references(words: Words) -> list[Rule]:
    """The rules for words that name no day: `damals`, `soon`."""

    def value(match: re.Match[str], _anchor: Anchor, _direction: int) -> str:
        return words.references[" ".join(match["word"].lower().split())]

    return [rule("DATE", rf"(?P<word>{words.pattern('references')})", value)]
