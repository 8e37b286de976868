"""A document ready for being looked at: its sentences and what is found in them, found once."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from .clauses import likes_person
from .grammar import Grammar
from .phrases import Phrase, phrases
from .tokens import Sentence, Token

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

    def around(self, place: int) -> list[Sentence]:
        """The sentence that a place of the text stands in, if it stands in one."""
        index = bisect_right(self.sentences, place, key=lambda each: each.start) - 1
        found = self.sentences[index : index + 1] if index >= 0 else []
        return [each for each in found if place < each.end]

    def likes(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a phrase names somebody."""
        return likes_person(sentence, phrase, self.grammar)

    def learn_names(self) -> None:
        """Lets the last names of people that the document gives in full count as names wherever they stand."""
        names: set[str] = set()
        nouns: set[str] = set()
        for sentence in self.sentences:
            for phrase in self.phrases(sentence):
                words = sentence.tokens[phrase.first : phrase.last + 1]
                if len(words) > 1 and words[-1].kind == 2 and any(self._official(word) for word in words[:-1]):
                    names.add(words[-1].low)
                elif phrase.article:
                    nouns.update(word.low for word in words[1:3])
                elif len(words) > 1 and words[-1].kind == words[-2].kind == 2 and phrase.first:
                    names.add(words[-1].low)
        names -= nouns
        self.grammar = replace(self.grammar, people=self.grammar.people | names)

    def _official(self, word: Token) -> bool:
        return self.grammar.is_office(word.low)

    def mention(self, sentence: Sentence, phrase: Phrase) -> Mention:
        """A phrase with what hangs on it, as a stretch of the text."""
        tokens = sentence.tokens
        start, end = tokens[phrase.first].start, tokens[phrase.tail].end
        if end - start > _LONGEST:
            end = tokens[phrase.last].end
        return Mention(start, end, sentence, phrase)
