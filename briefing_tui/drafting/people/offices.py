"""Offices: the noun, whose office it is, and who holds it, before or behind the noun."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..grammar import Grammar
from ..nations import Nations
from ..tokens import Sentence, Token
from .names import name_end


@dataclass(slots=True)
class Holding:
    """Somebody who holds an office, as one place of the text says it; `name` is the tokens of the name."""

    name: tuple[int, int]
    role: str
    delegation: str
    new: bool = False
    gender: str = ""


def holdings(
    sentence: Sentence, text: str, grammar: Grammar, nations: Nations, known: frozenset[str] = frozenset()
) -> Iterator[Holding]:
    """Every name with an office or a form of address in a sentence; `known` are words that are names already."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.kind not in (1, 2):
            continue
        if token.low in grammar.titles:
            end = name_end(tokens, _past_title(tokens, at + 1, grammar), grammar, nations)
            start = _past_title(tokens, at + 1, grammar)
            if end > start:
                yield Holding((start, end), "", "", gender=_GENDERS.get(token.low.rstrip("."), ""))
        elif grammar.is_office(token.low) and (token.kind == 2 or grammar.lang == "en"):
            yield from _of_office(sentence, at, text, grammar, nations, known)


_GENDERS = {
    "herr": "masculine",
    "herrn": "masculine",
    "frau": "feminine",
    "mr": "masculine",
    "mrs": "feminine",
    "ms": "feminine",
}


def _past_title(tokens: list[Token], at: int, grammar: Grammar) -> int:
    while at < len(tokens) and (tokens[at].text == "." or tokens[at].low in grammar.titles):
        at += 1
    return at


def _of_office(
    sentence: Sentence, at: int, text: str, grammar: Grammar, nations: Nations, known: frozenset[str]
) -> Iterator[Holding]:
    tokens = sentence.tokens
    first, delegation, new = _before(tokens, at, grammar, nations)
    role = _role(tokens, first, at, text, grammar)
    gender = "feminine" if grammar.lang == "de" and tokens[at].low.endswith(("in", "innen")) else ""
    behind, attribute, country = _attribute(tokens, at + 1, grammar, nations, known)
    prefix = nations.named(tokens, at)[0] if "-" in tokens[at].text else ""
    delegation = delegation or prefix or country or _home(tokens, first, behind, nations, grammar)
    if attribute:
        role = f"{role} {text[tokens[attribute[0]].start : tokens[attribute[1] - 1].end]}"
    names = list(_names(tokens, behind, grammar, nations)) if behind >= 0 else []
    if (
        names
        and names[0][1] - names[0][0] == 1
        and (attribute or grammar.lang == "en")
        and tokens[names[0][0]].low not in known
    ):
        names = []
    if len(names) > 1 and not _is_plural(tokens[at], grammar):
        del names[1:]
    if not names:
        names = list(_named_before(tokens, first, grammar, nations))
    for name in names:
        home = delegation or _behind(tokens, name[1], grammar, nations)
        yield Holding(name, " ".join(role.split()), home, new, gender)


def _behind(tokens: list[Token], at: int, grammar: Grammar, nations: Nations) -> str:
    """The country that stands behind a name: `Ola Berg (Norway)`, `Anna Keller of Germany`."""
    if at + 1 >= len(tokens) or not (tokens[at].text == "(" or tokens[at].low in grammar.words["origin_words"]):
        return ""
    code, many = nations.named(tokens, at + 1)
    closed = at + 1 + many < len(tokens) and tokens[at + 1 + many].text == ")"
    return code if closed or tokens[at].text != "(" else ""


def _before(tokens: list[Token], at: int, grammar: Grammar, nations: Nations) -> tuple[int, str, bool]:
    """Where the words of an office begin, the country of an adjective before it, and whether one calls it new."""
    first, delegation, new = at, "", False
    index = at - 1
    while index >= 0 and at - index < 7:
        token = tokens[index]
        code = _adjective_ending(tokens, index, nations) or _abbreviation(tokens, index, nations)
        if code:
            delegation = delegation or code
        elif token.low in grammar.words["new_words"]:
            new = True
        elif token.low in grammar.words["role_adjectives"] or (
            grammar.lang == "en" and token.kind == 2 and _joins_role(token, grammar)
        ):
            if index == first - 1:
                first = index
        elif not (token.kind == 1 and grammar.endings and grammar.is_modifier(token.low)):
            break
        index -= 1
    return first, delegation, new


def _joins_role(token: Token, grammar: Grammar) -> bool:
    """Whether a capital word before an English office belongs to it: `Foreign Minister`, `Federal Councillor`."""
    return token.low not in grammar.not_names and token.low not in grammar.small


def _abbreviation(tokens: list[Token], index: int, nations: Nations) -> str:
    """The country or organisation whose letters stand before an office: `US Secretary of Defense`."""
    code, many = nations.named(tokens, index) if tokens[index].text.isupper() else ("", 0)
    return code if many == 1 else ""


def _adjective_ending(tokens: list[Token], index: int, nations: Nations) -> str:
    """The country whose adjective or possessive ends at a token."""
    for back in (0, 1, 2):
        start = index - back
        if start >= 0:
            code, many = nations.adjective(tokens, start)
            if code and start + many == index + 1:
                return code
    token = tokens[index]
    if token.low.endswith(("'s", "’s")):
        return nations.names.get(token.low[:-2], "")
    return ""


def _role(tokens: list[Token], first: int, at: int, text: str, grammar: Grammar) -> str:
    """The office as a dictionary has it: without the ending of its case and the country in front of a hyphen."""
    if grammar.lang == "en":
        return (
            text[tokens[first].start : tokens[at].end].removesuffix("s")
            if tokens[at].low.endswith("s")
            else text[tokens[first].start : tokens[at].end]
        )
    noun = _base(tokens[at].text, grammar)
    head, _, rest = noun.partition("-")
    if rest and head.isupper() and len(head) <= 3:
        noun = rest
    return noun


def _base(noun: str, grammar: Grammar) -> str:
    for ending in ("s", "en", "n", "nen"):
        stem = noun.removesuffix(ending)
        if (
            stem != noun
            and stem.lower().endswith(grammar.offices)
            and not stem.lower().endswith(("er",) if ending == "n" else ("_",))
        ):
            return stem
    return noun


_ATTRIBUTE = 14
"""The most words between an office and the name of who holds it."""


def _is_plural(token: Token, grammar: Grammar) -> bool:
    """Whether an office can be that of several."""
    return token.low.endswith("s") if grammar.lang == "en" else token.low.endswith(("en", "innen", "minister", "er"))


def _attribute(
    tokens: list[Token], at: int, grammar: Grammar, nations: Nations, known: frozenset[str]
) -> tuple[int, tuple[int, int] | None, str]:
    """What stands between an office and the name: its end (-1: at no name), tokens that say more than a country, and that."""
    if at >= len(tokens):
        return at, None, ""
    code, many = nations.named(tokens, at)
    if code:
        return _past_comma(tokens, at + many), None, code
    if tokens[at].low not in grammar.words["attribute_openers"] or tokens[at].kind != 1:
        return _past_comma(tokens, at), None, ""
    country, index = "", at
    plain = _portfolio(tokens, at, grammar)
    if name_end(tokens, plain, grammar, nations) > plain + 1:
        return plain, (at, plain), ""
    while index < min(at + _ATTRIBUTE, len(tokens)):
        token = tokens[index]
        code, many = nations.at(tokens, index)
        if code:
            country = country or code
            index += many
            if name_end(tokens, index, grammar, nations) > index + 1:
                break
            continue
        if token.low in known and _is_capital(token):
            index -= _is_first_name(tokens, index - 1, at, grammar, nations)
            break
        if token.text in ",;:.“”–" or token.kind == 4 or (token.kind == 1 and _is_verb(token.low, grammar)):
            break
        index += 1
    pure = all(
        token.low in grammar.words["attribute_openers"] or (token.kind == 2 and nations.at(tokens, at + place)[0])
        for place, token in enumerate(tokens[at:index])
    )
    ends = index < len(tokens) and tokens[index].text in "–;:."
    return -1 if ends else _past_comma(tokens, index), None if pure or index == at else (at, index), country


def _portfolio(tokens: list[Token], at: int, grammar: Grammar) -> int:
    """The token behind what an office is for: `of Defence`, `for Foreign Affairs`; `at` itself if nothing is named so."""
    index, end = at, at
    while index < len(tokens) and index - at < _ATTRIBUTE:
        low = tokens[index].low
        if low in grammar.words["portfolios"] and tokens[index].kind == 2:
            end = index + 1
        elif low not in grammar.words["attribute_openers"] and low not in grammar.words["joins"]:
            break
        index += 1
    return end


def _is_capital(token: Token) -> bool:
    return token.kind == 2


def _is_first_name(tokens: list[Token], index: int, at: int, grammar: Grammar, nations: Nations) -> bool:
    """Whether the word before a known last name is the first name that goes with it."""
    return index > at and name_end(tokens, index, grammar, nations) > index + 1


def _is_verb(low: str, grammar: Grammar) -> bool:
    return (
        low in grammar.finite
        or low in grammar.speech
        or low in grammar.words["attribute_stops"]
        or low in grammar.relative - grammar.words["attribute_openers"]
    )


def _past_comma(tokens: list[Token], at: int) -> int:
    if at < len(tokens) and tokens[at].text == "(":
        close = next((index for index in range(at, min(at + 6, len(tokens))) if tokens[index].text == ")"), at - 1)
        at = close + 1
    return at + 1 if at < len(tokens) and tokens[at].text == "," else at


def _home(tokens: list[Token], first: int, behind: int, nations: Nations, grammar: Grammar) -> str:
    """The country that an office belongs to by its name alone."""
    words = " ".join(token.low for token in tokens[first : max(behind, first + 1)])
    return next((code for office, code in grammar.home_offices if words.startswith(office) or f" {office}" in words), "")


def _names(tokens: list[Token], at: int, grammar: Grammar, nations: Nations) -> Iterator[tuple[int, int]]:
    """The name that begins at a token, and one joined to it by `und`."""
    start = _past_title(tokens, at, grammar)
    end = name_end(tokens, start, grammar, nations)
    if end <= start:
        return
    yield start, end
    if end + 1 < len(tokens) and tokens[end].low in grammar.words["joins"]:
        second = name_end(tokens, end + 1, grammar, nations)
        if second > end + 2:
            yield end + 1, second


def _named_before(tokens: list[Token], first: int, grammar: Grammar, nations: Nations) -> Iterator[tuple[int, int]]:
    """The name that an office stands behind: `X, der Sprecher …`."""
    index = first - 1
    while index >= 0 and (
        tokens[index].low in grammar.words["apposition_leads"]
        or nations.adjective(tokens, index)[0]
        or tokens[index].low in grammar.words["new_words"]
        or tokens[index].low in grammar.words["role_adjectives"]
    ):
        index -= 1
    if index < 1 or tokens[index].text not in (",", "(", "–"):
        return
    if tokens[index - 1].text == ")":
        index = next((place for place in range(index - 1, max(0, index - 6), -1) if tokens[place].text == "("), index)
    for start in range(max(0, index - 5), index):
        if (
            name_end(tokens, start, grammar, nations) == index
            and index - start > 1
            and (start == 0 or tokens[start - 1].kind != 2)
        ):
            yield start, index
            return
