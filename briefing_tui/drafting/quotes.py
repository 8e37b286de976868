"""Quotes: which marked words somebody said, and the mention of who did."""

from collections import Counter
from dataclasses import dataclass, field

from .context import Context, Mention
from .evidence import NEEDED, evidence, points
from .frames import Frame, frame
from .grammar import Grammar
from .marks import Marked
from .speakers import holder, speaker
from .tokens import Sentence


@dataclass(frozen=True, slots=True)
class Quote:
    """Marked words that somebody said."""

    marked: Marked
    sentence: Sentence
    frame: Frame | None
    speaker: Mention | None
    sure: int
    """By how many points more than needed it is a quote."""
    evidence: dict[str, int] = field(default_factory=dict)


_MOST = 24
"""The most marked stretches of a sentence; one with more is a list of words, and none of them a quote."""


def judged(context: Context) -> list[Quote]:
    """Every marked stretch with what speaks for it, quotes and others."""
    context.learn_names()
    seen = Counter(
        token.marked.inner(context.text).strip().lower()
        for sentence in context.sentences
        for token in sentence.tokens
        if token.marked
    )
    found: list[Quote] = []
    for sentence in context.sentences:
        if sum(token.kind == 4 for token in sentence.tokens) > _MOST:
            continue
        for at, token in enumerate(sentence.tokens):
            if token.marked:
                found.append(_judged(context, sentence, at, token.marked, found, seen))
    return found


def quotes(context: Context) -> list[Quote]:
    """The marked stretches that are quotes, in order."""
    return [each for each in judged(context) if each.sure > 0]


def _judged(context: Context, sentence: Sentence, at: int, marked: Marked, before: list[Quote], seen: Counter[str]) -> Quote:
    found = frame(sentence, at, context.phrases(sentence), context.grammar)
    circumstances = _circumstances(sentence, at, before, context.grammar)
    if seen[marked.inner(context.text).strip().lower()] > 1:
        circumstances.add("repeated")
    if not found and holder(context, sentence, at):
        circumstances.add("opinion")
    facts = evidence(context.text, sentence, at, found, context.grammar, circumstances)
    sure = points(facts) - NEEDED
    who = speaker(context, sentence, at, found)
    if sure > 0 and who:
        context.speakers[sentence.index] = who
    return Quote(marked, sentence, found, who, sure, facts)


_RECENT = 8
"""How many marked stretches before one tell what it is."""


def _circumstances(sentence: Sentence, at: int, before: list[Quote], grammar: Grammar) -> set[str]:
    """What the marked stretches before say of this one."""
    found = set()
    recent = (each for each in reversed(before[-_RECENT:]) if each.sure > 0)
    last = next(recent, None)
    if last and sentence.index - last.sentence.index <= 1:
        found.add("chained")
    if (
        at > 1
        and before
        and (sentence.lows[at - 1] in grammar.words["joins"] or sentence.lows[at - 1] in ",/")
        and sentence.tokens[at - 2].marked is before[-1].marked
    ):
        found.add("joined" if before[-1].sure > 0 else "joined_not")
    return found
