"""Threats: the terms of a maintained list where the text has them, and whom they come from."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from ..i18n import _
from ..model.errors import UnreadableError
from ..reading.clean import clean
from .context import Context
from .nations import Nations
from .tokens import Sentence, Token
from .vocabulary import Vocabulary


@dataclass(slots=True)
class Threat:
    """A term that names a threat: its words in the text, its kind, and the countries it comes from."""

    key: str
    title: str
    category: str
    start: int
    end: int
    actors: list[str] = field(default_factory=list)
    sure: bool = True
    """Whether the actor stands beside the term."""
    places: list[tuple[int, int]] = field(default_factory=list)


_BESIDE = 6
"""How many words may stand between an actor and a term that is surely the actor's."""
_SAME = 6
"""Terms of one kind and actor that begin with so many equal letters are one threat."""


def threats(context: Context, vocabulary: Vocabulary, nations: Nations) -> list[Threat]:
    """All threats of a document in order."""
    found: dict[tuple[str, str, str], Threat] = {}
    for key, category, pattern in _patterns(vocabulary):
        for match in pattern.finditer(context.text):
            for sentence in context.around(match.start()):
                first, last = _token(sentence, match.start()), _token(sentence, match.end() - 1)
                actors, sure = _actors(sentence, first, last, nations, context.grammar.speech)
                same = key, "+".join(sorted(actors)), match[0].lower()[:_SAME]
                threat = found.get(same) or (_kindred(found, key, match[0]) if not actors else None)
                if not threat:
                    start, end = _extent(context, sentence, first, last, match)
                    title = " ".join(context.text[start:end].split())
                    threat = found[same] = Threat(key, title, category, start, end, actors, sure)
                threat.places.append(match.span())
    return sorted(found.values(), key=lambda each: each.start)


def _patterns(vocabulary: Vocabulary) -> list[tuple[str, str, re.Pattern[str]]]:
    entry = vocabulary.entries.get("threats", {})
    rows = entry.items() if isinstance(entry, dict) else ()
    return [
        (key, str(row.get("category", "")), _compiled(str(row.get("terms", ""))))
        for key, row in rows
        if isinstance(row, dict) and row.get("terms")
    ]


@lru_cache(128)
def _compiled(terms: str) -> re.Pattern[str]:
    """One pattern of all terms; raises UnreadableError for a term of the user that is no pattern."""
    for term in terms.split():
        try:
            re.compile(term)
        except re.error as error:
            raise UnreadableError(
                _("lexicon: threats: {term}: {error}; write it as a regular expression", term=clean(term), error=error)
            ) from None
    return re.compile(r"(?<![\w])(?:" + "|".join(terms.split()) + r")(?![\w])", re.IGNORECASE)


def _kindred(found: dict[tuple[str, str, str], Threat], key: str, word: str) -> Threat | None:
    """A threat of the same kind and word that has an actor, for a mention that names none."""
    return next(
        (each for (kind, _, start), each in found.items() if kind == key and (each.actors or start == word.lower()[:_SAME])),
        None,
    )


def _extent(context: Context, sentence: Sentence, first: int, last: int, match: re.Match[str]) -> tuple[int, int]:
    """The words that name the threat: the term with its adjectives and the halves of its compounds."""
    tokens = sentence.tokens
    if tokens[first].kind == 4:
        return match.span()
    if tokens[last].text.endswith("-") and last + 2 < len(tokens) and _joins(context, tokens[last + 1]):
        last += 2
    return tokens[_lead(context, sentence, first)].start, tokens[last].end


def _token(sentence: Sentence, place: int) -> int:
    return next((at for at, token in enumerate(sentence.tokens) if token.end > place), len(sentence.tokens) - 1)


def _lead(context: Context, sentence: Sentence, first: int) -> int:
    """Where the words that belong to a term begin: its adjectives, and the first half of `X- und Y`."""
    tokens = sentence.tokens
    at = first
    while at > 0 and first - at < 4:
        before = tokens[at - 1]
        if before.kind == 1 + (at == 1) and context.grammar.endings and context.grammar.is_modifier(before.low):
            at -= 1
        elif at > 1 and _joins(context, before) and tokens[at - 2].text.endswith("-"):
            at -= 2
        else:
            break
    return at


def _joins(context: Context, token: Token) -> bool:
    """Whether a token stands between the halves of `X- und Y`."""
    return token.low in context.grammar.words["joins"] or token.text == "&"


def _actors(sentence: Sentence, first: int, last: int, nations: Nations, speech: frozenset[str]) -> tuple[list[str], bool]:
    """The countries a term comes from: in the term, beside it, else the last before it in the sentence.

    One that stands before a verb of saying is that of who speaks of it: `Norway warned of cyber attacks`.
    """
    inside = [code for at in range(first, last + 1) for code in _within(sentence, at, nations)]
    if inside:
        return list(dict.fromkeys(inside))[:2], True
    behind = nations.at(sentence.tokens, last + 1)[0] if last + 1 < len(sentence.tokens) else ""
    if behind and sentence.tokens[last + 1].low.endswith("s"):
        return [behind], True
    for at in range(first - 1, -1, -1):
        if sentence.tokens[at].low in speech:
            break
        parts = _within(sentence, at, nations)
        if len(parts) > 1:
            return parts[:2], first - at <= _BESIDE
        code, many = nations.at(sentence.tokens, at)
        if code and at + many <= first and code not in ("ASEAN", "UN", "EU"):
            return [code], first - at <= _BESIDE
    return [], True


def _within(sentence: Sentence, at: int, nations: Nations) -> list[str]:
    token = sentence.tokens[at]
    code = nations.adjective(sentence.tokens, at)[0]
    parts = [nations.names.get(part) for part in token.low.split("-")] if "-" in token.text else []
    return [each for each in (code, *parts) if each]
