"""Clauses: a sentence cut at its commas and colons, and the subject of a verb in them."""

from collections.abc import Sequence

from .grammar import Grammar
from .phrases import Phrase
from .tokens import Sentence

_BREAKS = frozenset(",;:–—")


def bounds(sentence: Sentence, at: int) -> tuple[int, int]:
    """The first token of the clause that a token stands in, and the one behind its last."""
    tokens = sentence.tokens
    first = at
    while first > 0 and tokens[first - 1].text not in _BREAKS and tokens[first - 1].kind != 4:
        first -= 1
    last = at + 1
    while last < len(tokens) and tokens[last].text not in _BREAKS and tokens[last].kind != 4:
        last += 1
    return first, last


def subject(sentence: Sentence, found: Sequence[Phrase], verb: int, grammar: Grammar) -> Phrase | None:
    """The subject of the verb at a token: before it, unless something else stands first; else behind it."""
    first, last = bounds(sentence, verb)
    before = [each for each in found if first <= each.first and each.last < verb and each.subject]
    if before and _leads(sentence, before[0], first, grammar):
        return before[0]
    after = next((each for each in found if verb < each.first and each.subject and _near(sentence, verb, each, grammar)), None)
    if verb == first and first > 0 and not _inverted(sentence, first):
        return _across(sentence, found, first, grammar) or after
    if after:
        return after
    if before:
        return _best(before, sentence)
    return _across(sentence, found, first, grammar) if first > 0 else None


def _best(candidates: list[Phrase], sentence: Sentence) -> Phrase:
    return candidates[0]


def _inverted(sentence: Sentence, first: int) -> bool:
    """Whether a clause that begins with its verb follows a quote or a clause that takes the first place."""
    at = first - 1
    tokens = sentence.tokens
    while at >= 0 and tokens[at].text in _BREAKS:
        at -= 1
    return at >= 0 and tokens[at].kind == 4


def _leads(sentence: Sentence, phrase: Phrase, first: int, grammar: Grammar) -> bool:
    """Whether a phrase is the first of its clause, with at most small words before it."""
    return all(
        low in grammar.conjunctions or low in grammar.adverbs or low in grammar.relative or low in ("dies", "das")
        for low in sentence.lows[first : phrase.first]
    )


def _near(sentence: Sentence, verb: int, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether nothing ends the clause between a verb and a phrase behind it."""
    return not any(token.text in _BREAKS or token.kind == 4 for token in sentence.tokens[verb + 1 : phrase.first])


def _across(sentence: Sentence, found: Sequence[Phrase], first: int, grammar: Grammar) -> Phrase | None:
    """The subject of a clause that begins with its verb, behind an apposition or a relative clause: `X, der …, sagte`."""
    candidates = [each for each in found if each.first < first and each.subject]
    if not candidates:
        return None
    clause = bounds(sentence, max(first - 2, 0))[0]
    if clause > 0:
        outer = [each for each in candidates if each.last < clause]
        return outer[-1] if outer and bounds(sentence, outer[-1].last)[1] >= clause - 1 else candidates[-1]
    return candidates[0]
