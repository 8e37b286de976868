"""Names of people: rows of capital words, with the small ones that belong to names."""

from ..grammar import Grammar
from ..nations import Nations
from ..tokens import Token

_MOST = 5
"""The most words of a name."""


def name_end(tokens: list[Token], at: int, grammar: Grammar, nations: Nations) -> int:
    """The token behind the name that begins at `at`; `at` itself if none does."""
    last, words, index = at, 0, at
    while index < len(tokens) and words < _MOST:
        named = _is_name(tokens, index, grammar) or (index == at and _is_small_name(tokens, index, grammar))
        if named and not _is_nation(tokens, index, nations):
            words += 1
            last = index + 1
        elif not _joins(tokens, index, words, grammar):
            break
        index += 1
    return last


def _joins(tokens: list[Token], index: int, words: int, grammar: Grammar) -> bool:
    """Whether a token can stand between two words of a name: a particle, or the full stop of an initial."""
    if tokens[index].text == ".":
        return words > 0 and len(tokens[index - 1].text) == 1
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or not (following.kind == 2 or following.low in ("der", "den")):
        return False
    return _is_particle(tokens, index, grammar) if words else tokens[index].low in ("el", "al")


def _is_small_name(tokens: list[Token], index: int, grammar: Grammar) -> bool:
    """Whether a word that is otherwise a preposition, such as Per, is a first name: capital in a sentence, before a name."""
    token = tokens[index]
    first_name = index > 0 and token.kind == 2 and token.low in grammar.prepositions
    return first_name and index + 1 < len(tokens) and _is_name(tokens, index + 1, grammar)


def _is_particle(tokens: list[Token], index: int, grammar: Grammar) -> bool:
    """Whether a small word joins two parts of a name: `van der`, `bin`."""
    low = tokens[index].low
    return low in grammar.words["name_particles"] or (low in ("der", "den") and tokens[index - 1].low in ("von", "van"))


def _is_nation(tokens: list[Token], index: int, nations: Nations) -> bool:
    """Whether a word belongs to a country; what has a first name before it, such as Micheline Schweizer, is a name."""
    low = tokens[index].low
    return bool(nations.at(tokens, index)[0]) or (low.endswith(("'s", "’s")) and low[:-2] in nations.names)


def _is_name(tokens: list[Token], index: int, grammar: Grammar) -> bool:
    token = tokens[index]
    if token.kind != 2 or _is_word(token.low, grammar):
        return False
    return not token.text.isupper() or len(token.text) == 1 or "-" in token.text or _is_shouted(tokens, index)


def _is_shouted(tokens: list[Token], index: int) -> bool:
    """Whether a word in capitals is a family name, beside a first name that is not: `XI Jinping`, `Ban KI-MOON`."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and after.kind == 2 and not after.text.isupper() and len(tokens[index].text) <= 12


def _is_word(low: str, grammar: Grammar) -> bool:
    """Whether a capital word is none of a name: an office, a title, a month, the first word of a sentence."""
    return (
        low in grammar.not_names
        or low in grammar.small
        or low in grammar.speech
        or (grammar.is_office(low) and low not in grammar.words["also_names"])
        or (len(low) > 6 and "-" not in low and low.endswith(grammar.noun_endings))
    )


"""Offices that are common as last names, too; behind an office they are taken for names."""
