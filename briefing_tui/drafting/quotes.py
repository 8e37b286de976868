"""Quotes: which marked words somebody said, and the mention of who did."""

from collections import Counter
from dataclasses import dataclass, field

from .evidence import NEEDED, evidence, points
from .frames import Frame, frame
from .grammar import Grammar
from .marks import Marked
from .phrases import Phrase, phrases
from .tokens import Sentence


@dataclass(frozen=True, slots=True)
class Mention:
    """Who is named where: a stretch of the text, and the sentence and phrase it is."""

    start: int
    end: int
    sentence: Sentence
    phrase: Phrase

    def text(self, document: str) -> str:
        """The words of the mention."""
        return document[self.start : self.end]


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


@dataclass(slots=True)
class Context:
    """The sentences of a document with their phrases."""

    text: str
    sentences: list[Sentence]
    grammar: Grammar
    _phrases: dict[int, list[Phrase]] = field(default_factory=dict)

    def phrases(self, sentence: Sentence) -> list[Phrase]:
        """The phrases of a sentence, found once."""
        if sentence.index not in self._phrases:
            self._phrases[sentence.index] = phrases(sentence, self.grammar)
        return self._phrases[sentence.index]

    def mention(self, sentence: Sentence, phrase: Phrase) -> Mention:
        """A phrase with what hangs on it, as a stretch of the text."""
        tokens = sentence.tokens
        return Mention(tokens[phrase.first].start, tokens[phrase.tail].end, sentence, phrase)


def judged(context: Context) -> list[Quote]:
    """Every marked stretch with what speaks for it, quotes and others."""
    seen = Counter(
        token.marked.inner(context.text).strip().lower()
        for sentence in context.sentences
        for token in sentence.tokens
        if token.marked
    )
    found: list[Quote] = []
    for sentence in context.sentences:
        for at, token in enumerate(sentence.tokens):
            if token.marked:
                found.append(_judged(context, sentence, at, token.marked, found, seen))
    return found


def quotes(context: Context) -> list[Quote]:
    """The marked stretches that are quotes, in order."""
    return [each for each in judged(context) if each.sure > 0]


def _judged(context: Context, sentence: Sentence, at: int, marked: Marked, before: list[Quote], seen: Counter[str]) -> Quote:
    found = frame(sentence, at, context.phrases(sentence), context.grammar)
    last = next((each for each in reversed(before) if each.sure > 0), None)
    chained = bool(last) and last is not None and sentence.index - last.sentence.index <= 1
    repeated = seen[marked.inner(context.text).strip().lower()] > 1
    facts = evidence(context.text, sentence, at, found, context.grammar, repeated, chained)
    sure = points(facts) - NEEDED
    speaker = _speaker(context, sentence, at, found, last)
    return Quote(marked, sentence, found, speaker, sure, facts)


def _speaker(context: Context, sentence: Sentence, at: int, found: Frame | None, last: Quote | None) -> Mention | None:
    """The mention that a frame gives; else the speaker so far, or the subject of the sentence before."""
    if found and found.phrase:
        return context.mention(found.sentence, found.phrase)
    if last and last.speaker and sentence.index - last.sentence.index <= 1:
        return last.speaker
    if not found:
        own = next((each for each in context.phrases(sentence) if each.subject and each.last < at), None)
        if own:
            return context.mention(sentence, own)
    if sentence.index:
        earlier = context.sentences[sentence.index - 1]
        phrase = next((each for each in context.phrases(earlier) if each.subject), None)
        if phrase:
            return context.mention(earlier, phrase)
    return None
