"""Whose passages are asked for: `@ahn` by name, alias, native name, code or country, mistyped too."""

from functools import reduce

from ..model.countries import alpha3
from ..model.passage import Passage
from .fold import fold
from .likeness import EXACT, LITERAL, START, other_spelling
from .lookup import Lookup, may_slip
from .query import Word
from .store import Speaker, Store

_SORTS = (other_spelling(EXACT), other_spelling(START), LITERAL, 0.01)


def spoken(store: Store, lookup: Lookup, words: tuple[Word, ...]) -> set[int]:
    """The numbers of the entries whose speaker all words name."""
    speakers = [_named(store, lookup, word) for word in words]
    asked = reduce(lambda one, other: [speaker for speaker in one if speaker in other], speakers)
    return {place for speaker in asked for place in speaker.spoken}


def _named(store: Store, lookup: Lookup, word: Word) -> list[Speaker]:
    """The speakers one word names: those it names exactly, else those it begins to name, and so on."""
    likeness = lookup.meaning(word, slipped=False).words
    if not likeness and may_slip(word):
        likeness = lookup.meaning(word, slipped=True).words
    country = alpha3(word.text)
    sure = [
        (EXACT if country and speaker.code == country else max((likeness.get(name, 0) for name in speaker.names), default=0))
        for speaker in store.speakers
    ]
    floor = next((sort for sort in _SORTS if max(sure, default=0) >= sort), 1)
    return [speaker for speaker, each in zip(store.speakers, sure, strict=False) if each >= floor]


def alias(passage: Passage, words: tuple[Word, ...]) -> str:
    """`alias` and the name by which all these words mean the speaker, if it is not the one shown."""
    own = next((facet.names for facet in passage.facets if facet.role == "speaker"), ())
    names = [*own[:1], passage.code, *own[1:]]
    fitting = (place for place, name in enumerate(map(fold, names)) if all(word.text in name for word in words))
    place = next(fitting, 0)
    return f"alias {names[place]}" if place > 1 else ""
