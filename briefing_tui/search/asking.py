"""A query in the numbers of each segment: what its words can mean there, and which facets its fields name."""

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from ..model.countries import alpha3
from ..model.passage import Role
from .codes import ROLES
from .finding import Asked
from .grammar import Condition, Field, Query
from .kept import Kept
from .likeness import EXACT, LITERAL, START, other_spelling
from .live import Live, reach
from .lookup import Lookup, Meaning, may_slip, whole
from .places import Reach
from .words import Word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Likes = NDArray[np.uint8]

_ROLES = {
    Field.SPEAKER: (Role.SPEAKER, Role.NAME),
    Field.TO: (Role.TO, Role.WITH),
    Field.BRIEFING: (Role.BRIEFING,),
    Field.TALK: (Role.TALK,),
    Field.ABOUT: (Role.ABOUT, Role.TOPIC),
    Field.COUNTRY: (Role.COUNTRY,),
}
"""What a field asks for: a person's own entry is found by `@`, too; the other side of a talk is spoken to."""
_TIERS = tuple(whole(sure) for sure in (other_spelling(EXACT), other_spelling(START), LITERAL, 0.01))
"""If one thing is named exactly, others that only begin so are not meant; and so on."""


Conditions = Kept[Condition, list[Meaning]]
"""What conditions were found to mean in each segment."""


def ask(parts: Sequence[Live], query: Query, slipped: frozenset[Word], known: Conditions) -> list[Asked]:
    """The query for each segment; words in `slipped` may be mistyped. Conditions are looked up once, and `known` from then."""
    conditions = [met_by(parts, each, known) for each in query.conditions]
    words = [(word, reach(parts, word)) for word in query.words]
    asked = []
    for number, lookup in enumerate(part.lookup for part in parts):
        runs = [_run(lookup, run) for run in query.phrases]
        barred = [_run(lookup, run) for run in query.without]
        met = [(condition.wanted, facets[number]) for condition, facets in zip(query.conditions, conditions, strict=True)]
        asked.append(
            Asked(
                query=query,
                words=tuple(lookup.meaning(word, how, slipped=word in slipped) for word, how in words),
                wanted=(
                    *(meaning for wanted, meaning in met if wanted),
                    *(_term(lookup, term) for run in runs for term in run),
                ),
                barred=(
                    *(meaning for wanted, meaning in met if not wanted),
                    *(lookup.meaning(Word(run[0], exact=True), Reach.WHOLE) for run in query.without if len(run) == 1),
                ),
                runs=tuple(np.array(run, np.uint32) for run in runs if len(run) > 1 and None not in run),
                barred_runs=tuple(
                    tuple(_term(lookup, term) for term in run) for run in barred if len(run) > 1 and None not in run
                ),
            )
        )
    return asked


def met_by(parts: Sequence[Live], condition: Condition, known: Conditions) -> list[Meaning]:
    """What a condition means in each segment."""
    return known.get(condition) or known.keep(condition, _facets(parts, condition))


def _run(lookup: Lookup, run: Sequence[str]) -> list[int | None]:
    return [lookup.segment.lexicon.number(word) for word in run]


def _term(lookup: Lookup, term: int | None) -> Meaning:
    """One term and nothing else; none at all if it is not there."""
    likes = np.zeros(lookup.segment.terms + 1, np.uint8)
    likes[[] if term is None else [term]] = whole(EXACT)
    return lookup.meant(likes, Reach.WHOLE)


def _facets(parts: Sequence[Live], condition: Condition) -> list[Meaning]:
    """The facets a condition names in each segment: those it names most surely in any, mistyped only if it names none."""
    words = [(word, reach(parts, word)) for word in condition.words]
    lookups = [part.lookup for part in parts]
    named = [_named(lookup, condition.field, words, slipped=False) for lookup in lookups]
    if not any(likes.any() for likes in named) and any(map(may_slip, condition.words)):
        named = [_named(lookup, condition.field, words, slipped=True) for lookup in lookups]
    best = max((int(likes.max(initial=0)) for likes in named), default=0)
    floor = next((tier for tier in _TIERS if best >= tier), 1)
    return [_meant(lookup, np.where(likes >= floor, likes, 0)) for lookup, likes in zip(lookups, named, strict=True)]


def _meant(lookup: Lookup, facets: "Likes") -> Meaning:
    likes = np.zeros(lookup.segment.terms + 1, np.uint8)
    likes[lookup.segment.words : -1] = facets
    return lookup.meant(likes, Reach.WHOLE)


def _named(lookup: Lookup, field: Field, words: Sequence[tuple[Word, Reach]], *, slipped: bool) -> "Likes":
    """How surely the words of a condition name each facet, the least sure of them."""
    roles = [ROLES.index(role) for role in _ROLES[field]]
    fitting = np.isin(lookup.segment.facet_role, roles)
    likes = [_called(lookup, word, how, slipped=slipped) for word, how in words]
    return np.where(fitting, reduce(np.minimum, likes), 0).astype(np.uint8)


def _called(lookup: Lookup, word: Word, how: Reach, *, slipped: bool) -> "Likes":
    """How surely one word names each facet, by a name or by the code of a country."""
    segment = lookup.segment
    likes = lookup.words(word, how, slipped=slipped)
    code = alpha3(word.text) or ""
    if code:
        likes = np.maximum(likes, lookup.words(Word(code.casefold(), exact=True), Reach.WHOLE))
    words = np.flatnonzero(likes > 0).astype(np.uint32)
    facets, places = segment.named(words)
    called = np.zeros(len(segment.facet_role), np.uint8)
    np.maximum.at(called, facets, likes[words[places]])
    coded = [number for number, each in enumerate(segment.codes) if each and (each == code or each.casefold() == word.text)]
    if coded:
        called[np.isin(segment.stored.sound("facet_code"), coded)] = whole(EXACT)
    return called
