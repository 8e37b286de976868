"""Where a hit's letters stand in its original texts, and why it was found where none do."""

from collections.abc import Sequence
from itertools import islice

from ..model.passage import Passage
from .fold import fold, folded
from .found import Found
from .lookup import Reach
from .names import alias
from .places import MOST, merged, places
from .query import Word
from .results import Hit, Spans
from .store import Entry, Store, name_words


def hit(store: Store, entry: Entry, found: Sequence[Found], speakers: tuple[Word, ...], score: float) -> Hit:
    """An entry as a hit: the letters that matched are marked, of a mistyped word the whole word."""
    passage = entry.passage
    originals = (passage.text, *(wording.text for wording in passage.translations))
    marks = [[_marks(store, entry, text, each) for each in found] for text in entry.texts]
    spans = [_original(text, each) for text, each in zip(originals, marks, strict=True)]
    reasons = [_reason(store, passage, each, column) for each, *column in zip(found, *marks, strict=True)]
    reasons += [alias(passage, speakers)] if speakers else []
    return Hit(passage, score, spans[0], tuple(spans[1:]), ", ".join(dict.fromkeys(filter(None, reasons))))


def _marks(store: Store, entry: Entry, text: str, found: Found) -> list[tuple[int, int]]:
    """The places of one word in one folded text."""
    spellings = (found.word.text, *found.word.others)
    literal = [place for part in spellings for place in islice(places(text, part, found.meaning.reach), MOST)]
    if literal:
        return literal
    meant = (store.vocabulary.words[number] for number in found.mistyped(entry))
    return [place for word in meant for place in islice(places(text, word, Reach.WHOLE), MOST)]


def _original(text: str, marks: Sequence[Sequence[tuple[int, int]]]) -> Spans:
    if not any(marks):
        return ()
    back = folded(text)
    return merged(back.span(*place) for each in marks for place in each)


def _reason(store: Store, passage: Passage, found: Found, marks: Sequence[object]) -> str:
    """What a word was found in, if not in the original: a translation, one of the speaker's names, what is around it."""
    if marks[0]:
        return ""
    if any(marks[1:]):
        return "translation"
    likeness = found.meaning.words
    names = [(name, "alias " + name if order else "speaker") for order, name in enumerate(_names(passage))]
    names += [(name, f"{facet.role} {name}") for facet in passage.facets if facet.role != "speaker" for name in facet.names]
    answers = (
        (max((likeness.get(number, 0) for number in store.vocabulary.known(name_words(fold(name)))), default=0), -order, reason)
        for order, (name, reason) in enumerate(names)
    )
    sure, _, reason = max(answers, default=(0, 0, ""))
    return reason if sure else ""


def _names(passage: Passage) -> tuple[str, ...]:
    return next((facet.names for facet in passage.facets if facet.role == "speaker"), ())
