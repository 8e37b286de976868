"""Where a hit's letters stand in its original texts, and why it was found where none do."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from ..i18n import _, word
from ..model.countries import alpha3
from ..model.passage import Facet, Passage, Role
from .building import facet_words, words_of
from .finding import Asked
from .fold import folded
from .grammar import Condition
from .likeness import LITERAL
from .lookup import Meaning, whole
from .places import MOST, Reach, merged, places
from .results import Marks, Spans
from .runs import distinct
from .words import Word

if TYPE_CHECKING:
    from .segment import Segment

_ALIKE = 0.1
Places = list[tuple[int, int]]


def marks(segment: "Segment", document: int, asked: Asked, passage: Passage) -> Marks:
    """The letters that matched, of a mistyped word the whole word; and the reasons that no letters of the text show."""
    texts = [passage.text, *(wording.text for wording in passage.translations)]
    words = list(zip(asked.query.words, asked.words, strict=True))
    columns = [[_found(folded(text).text, word, meaning.reach) for word, meaning in words] for text in texts]
    for place, (_word, meaning) in enumerate(words):
        if not any(column[place] for column in columns):
            slips = _meant(segment, meaning, segment.row(document))
            for text, column in zip(texts, columns, strict=True):
                column[place] = _slipped(folded(text).text, slips)
    phrases = [[place for run in asked.query.phrases for place in _run(folded(text).text, run)] for text in texts]
    spans = [_original(text, [*column, run]) for text, column, run in zip(texts, columns, phrases, strict=True)]
    reasons = [_reason(segment, passage, meaning, rows) for (_, meaning), *rows in zip(words, *columns, strict=True)]
    reasons += [_alias(passage, condition) for condition in asked.query.conditions if condition.wanted]
    return Marks(spans[0], tuple(spans[1:]), ", ".join(dict.fromkeys(filter(None, reasons))))


def _meant(segment: "Segment", meaning: Meaning, row: "np.ndarray[tuple[int], np.dtype[np.uint32]]") -> list[str]:
    """The words of a document that a word is a slip of, the likeliest; none if its letters stand there."""
    likes = meaning.likes[row]
    best = int(likes.max(initial=0))
    if best >= whole(LITERAL):
        return []
    near = distinct(row[(likes > 0) & (likes >= best - int(whole(_ALIKE)))])
    return segment.lexicon.words(near[near < segment.words])


def _found(text: str, word: Word, reach: Reach) -> Places:
    """The places of one word in one folded text."""
    return [place for part in (word.text, *word.others) for place in islice(places(text, part, reach), MOST)]


def _slipped(text: str, slips: Sequence[str]) -> Places:
    """The places of the words that one may be a slip of."""
    return [place for slip in slips for place in islice(places(text, slip, Reach.WHOLE), MOST)]


def _run(text: str, run: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of words in a row."""
    stands = [list(places(text, word, Reach.WHOLE)) for word in run]
    for start, end in stands[0] if stands else ():
        for following in stands[1:]:
            at = bisect_left(following, (end, 0))
            begin, there = following[at] if at < len(following) else (len(text), 0)
            end = 0 if not there or words_of(text[end:begin]) else there
            if not end:
                break
        else:
            yield start, end


def _original(text: str, columns: Sequence[Places]) -> Spans:
    if not any(columns):
        return ()
    back = folded(text)
    return merged(back.span(*place) for column in columns for place in column)


def _reason(segment: "Segment", passage: Passage, meaning: Meaning, rows: Sequence[Places]) -> str:
    """What a word was found in, if not in the text: a translation, a name of the speaker, what is around it."""
    if rows[0]:
        return ""
    if any(rows[1:]):
        return _("translation")
    answers = (
        (_likeness(segment, meaning, name), -order, _named(facet, order))
        for facet in passage.facets
        if facet.role not in (Role.COUNTRY, Role.BRIEFING)
        for order, name in enumerate(facet.names)
    )
    sure, _order, reason = max(answers, default=(0, 0, ""))
    return reason if sure else ""


def _likeness(segment: "Segment", meaning: Meaning, name: str) -> int:
    numbers = [segment.lexicon.number(word) for word in facet_words(Facet(Role.NAME, (name,)))]
    return max((int(meaning.likes[number]) for number in numbers if number is not None), default=0)


def _named(facet: Facet, order: int) -> str:
    """A name as a reason: the one shown anyway needs no repeating."""
    if facet.role in (Role.SPEAKER, Role.NAME):
        return _("alias {names}", names=facet.names[order]) if order else word(facet.role)
    role = Role.ABOUT if facet.role is Role.TOPIC else facet.role
    return f"{word(role)} {facet.names[order]}"


def _alias(passage: Passage, condition: Condition) -> str:
    """`alias` and the name by which the words of a condition mean the speaker, if it is not the one shown."""
    speaker = next((facet for facet in passage.facets if facet.role is Role.SPEAKER), None)
    if speaker is None or condition.field != "speaker" or any(alpha3(word.text) == speaker.code for word in condition.words):
        return ""
    names = [*speaker.names[:1], speaker.code, *speaker.names[1:]]
    fitting = (place for place, name in enumerate(names) if all(word.text in folded(name).text for word in condition.words))
    place = next(fitting, 0)
    return _("alias {names}", names=names[place]) if place > 1 else ""
