"""Clauses: a sentence cut at its commas and colons, and the subject of a verb in them."""

from collections.abc import Sequence

from .grammar import Grammar
from .phrases import Phrase
from .tokens import Sentence, Token

_BREAKS = frozenset(",;:–—")
_LONG = 34
"""The length from which marked words are more than a name, and part the clauses around them."""


def breaks(token: Token) -> bool:
    """Whether a token parts two clauses."""
    return token.text in _BREAKS or (token.kind == 4 and token.end - token.start > _LONG)


def bounds(sentence: Sentence, at: int) -> tuple[int, int]:
    """The first token of the clause that a token stands in, and the one behind its last."""
    tokens = sentence.tokens
    first = at
    while first > 0 and not breaks(tokens[first - 1]):
        first -= 1
    last = at + 1
    while last < len(tokens) and not breaks(tokens[last]):
        last += 1
    return first, last


def subject(sentence: Sentence, found: Sequence[Phrase], verb: int, grammar: Grammar) -> Phrase | None:
    """The subject of the verb at a token: the phrase of its clause that most looks like one, else one of the clause before."""
    first, last = bounds(sentence, verb)
    found = [each for each in found if not _disagrees(sentence, each, verb, grammar)]
    own = [each for each in found if each.subject and first <= each.first and each.last < last and each.first != verb]
    before = [each for each in own if each.last < verb]
    if not before and len(own) == 1 and verb == first and (own[0].first, own[0].tail) == (verb + 1, last - 1):
        return own[0]
    if not before and _apposed(sentence, found, first, verb, grammar):
        return _across(sentence, found, first, grammar)
    relative = first > 1 and sentence.lows[first] in grammar.relative and _is_last(sentence, verb, last)
    if relative and (not before or (sentence.lows[first] in grammar.words["clear_subjects"] and before[0].first > first)):
        antecedent = next((each for each in found if each.tail == first - 2), None)
        return antecedent or _across(sentence, found, first, grammar)
    joins = bool(before) and _joins(sentence, verb, grammar)
    if joins and first > 0 and not grammar.reported.isdisjoint(sentence.lows[first:verb]):
        return _across(sentence, found, first, grammar) or before[0]
    if before and _leads(sentence, before[0], first, grammar) and names_somebody(sentence, before[0], grammar):
        return _named_before(sentence, found, before[0], first) or before[0]
    own = before if joins else own
    if own:
        best = max(own, key=lambda each: _likeness(sentence, each, verb, first, grammar))
        return _named_before(sentence, found, best, first) or best
    return _across(sentence, found, first, grammar) if first > 0 else None


def _disagrees(sentence: Sentence, phrase: Phrase, verb: int, grammar: Grammar) -> bool:
    """Whether a phrase is plural and the verb singular: in German `die` with an adjective in `-en` is never one."""
    tokens = sentence.tokens
    if not grammar.endings or tokens[phrase.first].low != "die" or phrase.last == phrase.first:
        return False
    adjective = tokens[phrase.first + 1]
    plural = adjective.kind == 1 and adjective.low.endswith("en")
    return plural and not tokens[verb].low.endswith("n") and tokens[verb].kind == 1 and not tokens[verb].low.startswith("ge")


def names_somebody(sentence: Sentence, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase that leads a clause is somebody: it likes to be, or is one bare word before a verb."""
    if likes_person(sentence, phrase, grammar):
        return True
    following = sentence.lows[phrase.tail + 1 : phrase.tail + 2]
    if not grammar.words["joins"].isdisjoint(following):
        following = sentence.lows[phrase.tail + 3 : phrase.tail + 4]
    bare = phrase.first == phrase.last and sentence.tokens[phrase.first].kind == 2 and not phrase.article
    return bare and any(low in grammar.finite or low in grammar.speech or low in grammar.pairs for low in following)


def _is_last(sentence: Sentence, verb: int, last: int) -> bool:
    """Whether a verb stands at the end of its clause."""
    return last - verb <= 2


def _joins(sentence: Sentence, verb: int, grammar: Grammar) -> bool:
    """Whether a verb shares its subject with the one before: `X kam und sagte`."""
    at = verb - 1
    while at > 0 and sentence.lows[at] in grammar.adverbs:
        at -= 1
    return at > 0 and sentence.lows[at] in grammar.words["joins"]


def _named_before(sentence: Sentence, found: Sequence[Phrase], phrase: Phrase, first: int) -> Phrase | None:
    """The name that a phrase is an apposition to, if no comma closes it: `X, der Sprecher der Partei sagte`."""
    if not phrase.article or phrase.first != first or first < 2 or sentence.tokens[first - 1].text != ",":
        return None
    name = next((each for each in found if each.tail == first - 2 and each.subject), None)
    if name and not name.article and not name.pronoun and bounds(sentence, name.first)[0] == name.first:
        return name
    return None


def _likeness(sentence: Sentence, phrase: Phrase, verb: int, first: int, grammar: Grammar) -> int:
    """How much a phrase looks like the subject of the verb at a token."""
    score = 0
    low = sentence.lows[phrase.first]
    if low in grammar.words["clear_subjects"] and not phrase.oblique:
        score += 4
    score += 5 * likes_person(sentence, phrase, grammar)
    if phrase.last < verb:
        score += 3 if _leads(sentence, phrase, first, grammar) else 1
        score += 1 if phrase.tail == verb - 1 else 0
    else:
        between = sentence.lows[verb + 1 : phrase.first]
        score += 3 if all(word in grammar.adverbs or word == "sich" for word in between) else 1
        score -= len(between) // 6
    return score * 8 - phrase.first // 4


def likes_person(sentence: Sentence, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase names somebody: a pronoun, an office, people, or a name without an article."""
    if phrase.pronoun:
        return phrase.pronoun != "neuter"
    tokens = sentence.tokens[phrase.first : phrase.last + 1]
    if any(token.kind in (1, 2) and grammar.is_person(token.low) for token in tokens):
        return True
    if any(token.kind == 2 and token.text.isupper() and len(token.text) > 1 for token in tokens[-1:]):
        return True
    capitals = tokens[-3:] if phrase.article else tokens
    return len(capitals) > 1 + phrase.article and all(token.kind == 2 for token in capitals)


def _leads(sentence: Sentence, phrase: Phrase, first: int, grammar: Grammar) -> bool:
    """Whether a phrase is the first of its clause, with at most small words before it."""
    return all(
        low in grammar.conjunctions or low in grammar.adverbs or low in grammar.relative
        for low in sentence.lows[first : phrase.first]
    )


def _apposed(sentence: Sentence, found: Sequence[Phrase], first: int, verb: int, grammar: Grammar) -> bool:
    """Whether a clause begins with its verb because an apposition or relative clause stands before it."""
    tokens = sentence.tokens
    if first == 0 or verb - first > 2 or tokens[first - 1].text not in ",–—":
        return False
    if tokens[first - 1].text == "," and first > 1 and tokens[first - 2].kind == 4:
        return False
    if verb + 1 < len(tokens) and grammar.pronouns.get(tokens[verb + 1].low, "neuter") != "neuter":
        return False
    return any(each.subject and each.last < first for each in found) and not _conditional(sentence, first, grammar)


def _conditional(sentence: Sentence, first: int, grammar: Grammar) -> bool:
    """Whether the clause before is one that takes the first place of the sentence: `Als X kam, sagte Y`."""
    start = bounds(sentence, max(first - 2, 0))[0]
    return sentence.lows[start] in grammar.words["subordinate"]


def _across(sentence: Sentence, found: Sequence[Phrase], first: int, grammar: Grammar) -> Phrase | None:
    """The subject of a clause that begins with its verb, behind an apposition or a relative clause: `X, der …, sagte`."""
    candidates = [each for each in found if each.last < first and each.subject]
    if not candidates:
        return None
    start = bounds(sentence, max(first - 2, 0))[0]
    outer = [each for each in candidates if each.last < start]
    if outer and sentence.tokens[start - 1].text in ",–—":
        clause = bounds(sentence, outer[-1].last)
        near = [each for each in outer if each.first >= clause[0]]
        return max(near, key=lambda each: likes_person(sentence, each, grammar))
    return max(candidates, key=lambda each: likes_person(sentence, each, grammar))
