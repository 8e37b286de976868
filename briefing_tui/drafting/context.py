"""A document ready for being looked at: its sentences and what is found in them, found once."""

from dataclasses import dataclass, field

from .clauses import likes_person
from .grammar import Grammar
from .phrases import Phrase, phrases
from .tokens import Sentence

_LONGEST = 60
"""The longest mention, in characters; of a longer one only the noun and its name are kept."""


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


@dataclass(slots=True)
class Context:
    """The sentences of a document with their phrases."""

    text: str
    sentences: list[Sentence]
    grammar: Grammar
    speakers: dict[int, Mention] = field(default_factory=dict)
    """The last speaker of each sentence that holds a quote, by its index, as far as they are known."""
    _phrases: dict[int, list[Phrase]] = field(default_factory=dict)

    def phrases(self, sentence: Sentence) -> list[Phrase]:
        """The phrases of a sentence, found once."""
        if sentence.index not in self._phrases:
            self._phrases[sentence.index] = phrases(sentence, self.grammar)
        return self._phrases[sentence.index]

    def likes(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a phrase names somebody."""
        return likes_person(sentence, phrase, self.grammar)

    def mention(self, sentence: Sentence, phrase: Phrase) -> Mention:
        """A phrase with what hangs on it, as a stretch of the text."""
        tokens = sentence.tokens
        start, end = tokens[phrase.first].start, tokens[phrase.tail].end
        if end - start > _LONGEST:
            end = tokens[phrase.last].end
        return Mention(start, end, sentence, phrase)
