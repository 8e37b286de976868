"""Noun phrases: who or what a sentence speaks of, found by articles, capitals and the small words between."""

from collections.abc import Iterator
from dataclasses import dataclass

from .grammar import Grammar
from .tokens import Sentence, Token


@dataclass(slots=True)
class Phrase:
    """A noun phrase of a sentence, from token `first` to token `last`; what hangs on it reaches to `tail`."""

    first: int
    last: int
    head: int
    tail: int
    preposition: str = ""
    oblique: bool = False
    pronoun: str = ""
    """Its gender or `plural`, if it is a pronoun."""
    article: bool = False
    hangs: bool = False
    """Whether it belongs to the phrase before it."""

    @property
    def subject(self) -> bool:
        """Whether it can be the subject of its clause."""
        return not (self.preposition or self.oblique or self.hangs)


def phrases(sentence: Sentence, grammar: Grammar) -> list[Phrase]:
    """The noun phrases of a sentence in order."""
    found: list[Phrase] = []
    for phrase in _plain(sentence.tokens, grammar):
        before = found[-1] if found else None
        if before and not before.pronoun and _hangs(sentence.tokens, before, phrase, grammar):
            phrase.hangs = True
            owner = next(each for each in reversed(found) if not each.hangs)
            if phrase.last - owner.first < 14:
                owner.tail = phrase.tail
        if before and _shares_case(sentence.tokens, before, phrase, grammar):
            phrase.oblique = True
        found.append(phrase)
    return found


def _shares_case(tokens: list[Token], before: Phrase, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase is the second of two that a preposition or case goes for: `zwischen X und Y`."""
    joined = phrase.first == before.tail + 2 and tokens[phrase.first - 1].low in grammar.words["joins"]
    return joined and not (before.subject or before.hangs or phrase.pronoun or phrase.article)


def _plain(tokens: list[Token], grammar: Grammar) -> Iterator[Phrase]:
    at, end = 0, len(tokens)
    while at < end:
        low = tokens[at].low
        if at + 1 < end and f"{low} {tokens[at + 1].low}" in grammar.words["adverb_pairs"]:
            at += 2
            continue
        leading = low in grammar.prepositions or low in grammar.words["as_words"]
        preposition = low if leading and tokens[at].kind in (1, 2) else ""
        start = at + 1 if preposition else at
        phrase = _one(tokens, start, preposition, grammar) if start < end else None
        if phrase:
            yield phrase
            at = phrase.tail + 1
        else:
            at += 1


def _one(tokens: list[Token], at: int, preposition: str, grammar: Grammar) -> Phrase | None:
    """The phrase that begins at a token, if one does."""
    first = tokens[at]
    if first.low in grammar.pronouns and first.kind in (1, 2):
        return Phrase(at, at, at, at, preposition, pronoun=grammar.pronouns[first.low])
    if first.low in grammar.pairs and at > 0 and first.kind == 1:
        return None
    article = first.low in grammar.determiners and first.kind in (1, 2)
    if preposition and first.kind == 4 and _names_it(first):
        return Phrase(at, at, at, at, preposition)
    noun = _skip_modifiers(tokens, at + article, article, grammar)
    if noun is None:
        return _standing(tokens, at, preposition, grammar)
    last = _nouns(tokens, noun, article, grammar)
    tail = _brackets(tokens, last)
    head = _head(tokens, noun, last)
    oblique = article and (first.low in grammar.oblique or _is_dative(first.low, tokens[head].low, grammar))
    return Phrase(at, last, head, tail, preposition, oblique, article=article)


def _standing(tokens: list[Token], at: int, preposition: str, grammar: Grammar) -> Phrase | None:
    """A word that stands for somebody where no noun follows: `schrieb diese:`, `von vielen`."""
    low = tokens[at].low
    if low not in grammar.words["standing"]:
        return None
    return Phrase(at, at, at, at, preposition, pronoun="plural" if low in grammar.words["pointing"] else "")


def _is_dative(article: str, noun: str, grammar: Grammar) -> bool:
    """Whether a German `der` goes with a feminine noun, and so is no nominative: `der Regierung`, `der Ministerin`."""
    if article != "der":
        return False
    return noun.endswith(grammar.feminine_endings) or (noun.endswith("in") and grammar.is_office(noun))


def _skip_modifiers(tokens: list[Token], at: int, article: bool, grammar: Grammar) -> int | None:
    """The place of the noun behind an article and adjectives; None if there is none near."""
    most = 6 if article else 3
    for index in range(at, min(at + most, len(tokens))):
        token = tokens[index]
        if token.kind == 2 and (not _begins(tokens, index) or _is_noun_first(token, grammar)):
            return index
        if token.kind == 4:
            return index if article and index == at else None
        if token.kind == 3 or token.text in "&":
            continue
        if token.kind == 1 and grammar.is_modifier(token.low) and (article or grammar.endings):
            continue
        if article and index > at - 1 and token.low in grammar.adverbs:
            continue
        if not grammar.endings and token.kind == 1 and _is_noun(token.low, grammar):
            return index
        return None
    return None


def _begins(tokens: list[Token], index: int) -> bool:
    """Whether a word is capital because something begins with it: the sentence, or what follows a colon or a quote."""
    return index == 0 or tokens[index - 1].text in ":–•" or tokens[index - 1].kind == 4


def _is_noun(low: str, grammar: Grammar) -> bool:
    return low in grammar.people or grammar.is_office(low)


def _is_noun_first(token: Token, grammar: Grammar) -> bool:
    """Whether the first word of a sentence, capital anyway, is a noun."""
    if token.low in grammar.small or token.low in grammar.words["first_words"] or token.low in grammar.speech:
        return False
    return not token.low.endswith(grammar.adverb_endings)


def _nouns(tokens: list[Token], at: int, article: bool, grammar: Grammar) -> int:
    """The last token of a row of nouns, names with their particles, or marked words."""
    last = at
    for index in range(at + 1, min(at + 12, len(tokens))):
        token = tokens[index]
        if token.kind == 2 and token.low not in grammar.prepositions and token.low not in grammar.pronouns:
            last = index
        elif token.kind == 4:
            return index if index == last + 1 and _names_it(token) else last
        elif not grammar.endings and token.kind == 1 and _is_noun(token.low, grammar):
            last = index
        elif not (_abbreviates(tokens, index) or (not article and _is_particle(tokens, index, grammar))):
            break
    return last


def _is_particle(tokens: list[Token], index: int, grammar: Grammar) -> bool:
    """Whether a small word joins two parts of a name, with a capital word behind it."""
    particles = grammar.words["name_particles"]
    low = tokens[index].low
    before = tokens[index - 1].low
    known = low in particles or (low == "der" and before in particles)
    if before in grammar.words["according_nouns"] or before in grammar.words["speech_nouns"] or grammar.is_person(before):
        return False
    return known and index + 1 < len(tokens) and tokens[index + 1].kind == 2


_TITLES = frozenset(("dr", "prof", "mr", "mrs", "ms", "st", "sen", "gen", "h.e"))


def _abbreviates(tokens: list[Token], index: int) -> bool:
    """Whether a full stop belongs to an initial or the form of address before it."""
    before = tokens[index - 1]
    return tokens[index].text == "." and (len(before.text) == 1 or before.low in _TITLES)


def _names_it(token: Token) -> bool:
    """Whether marked words after a noun are its name: `der Sender „Eins“`."""
    assert token.marked
    return token.end - token.start < 30


def _brackets(tokens: list[Token], last: int) -> int:
    """The end of a bracket behind a phrase: `Max Muster (ABC)`."""
    if last + 1 < len(tokens) and tokens[last + 1].text == "(":
        for index in range(last + 2, min(last + 7, len(tokens))):
            if tokens[index].text == ")":
                return index
    return last


def _head(tokens: list[Token], noun: int, last: int) -> int:
    return last if tokens[last].kind == 2 else noun


def _hangs(tokens: list[Token], before: Phrase, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase is an attribute of the one before it: a genitive, or one with `von`, `aus`, `in`."""
    if phrase.pronoun:
        return False
    if phrase.preposition:
        return phrase.first - 1 == before.tail + 1 and phrase.preposition in grammar.attaching
    return phrase.first == before.tail + 1 and tokens[phrase.first].low in grammar.genitive
