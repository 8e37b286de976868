"""Which record of a new version is which of the old one: by id, by content, by name, at last by likeness.

However many records there are, each is compared with a few others only: those that share its rarest words.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from heapq import nlargest
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from .briefing import Participant, Quote, Record, Talk
from .dates import Period
from .fields import Main, Ref
from .text import Text
from .words import words

Bag = Mapping[Hashable, int]
Places = Mapping[Hashable, list[int]]

RARE = 6
"""How many of its rarest words a record is looked for by."""
POSTINGS = 12
"""How many records that share a word are looked at."""
SCORED = 3
"""How many of these are compared word by word."""
ALIKE = 0.6
"""The share of common words from which two texts are one that was corrected."""
KEYED_ALIKE = 0.7
"""The same for all words of two records whose ids differ."""


class Pair(NamedTuple):
    """A record of the old version and what it has become; None for one that is not there."""

    old: Any
    new: Any


Content = Callable[[Any], Hashable]


def pairs(old: Iterable[Any], new: Iterable[Any], content_old: Content, content_new: Content) -> list[Pair]:
    """The pairs in the order of the new version, then what has gone in the order of the old one.

    `content_old` and `content_new` give what is equal where nothing but place and id has changed.
    """
    matching = _Matching(list(old), list(new))
    matching.by(_ids, _ids)
    matching.by(lambda each: _called(each) and [content_old(each)], lambda each: _called(each) and [content_new(each)])
    matching.by(_names, _names)
    matching.by_likeness(content_old, content_new)
    return matching.pairs()


class _Matching:
    """Two lists and what is matched of them so far, by place."""

    def __init__(self, old: list[Any], new: list[Any]) -> None:
        self.old, self.new = old, new
        self.found: dict[int, int] = {}
        self.free_old = dict.fromkeys(range(len(old)))
        self.free_new = dict.fromkeys(range(len(new)))

    def match(self, old: int, new: int) -> None:
        self.found[new] = old
        del self.free_old[old], self.free_new[new]

    def by(self, keys_old: Callable[[Any], Sequence[Hashable]], keys_new: Callable[[Any], Sequence[Hashable]]) -> None:
        """Match what shares a key; of several the first with the first."""
        if not self.free_old:
            return
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for at in reversed(self.free_new):
            for key in keys_new(self.new[at]):
                waiting[key].append(at)
        for at in list(self.free_old):
            places = (waiting[key] for key in keys_old(self.old[at]) if key in waiting)
            found = next((place for each in places if (place := self._pop(each)) is not None), None)
            if found is not None:
                self.match(at, found)

    def _pop(self, places: list[int]) -> int | None:
        while places:
            at = places.pop()
            if at in self.free_new:
                return at
        return None

    def by_likeness(self, content_old: Content, content_new: Content) -> None:
        """Match what has most words in common, the most alike first, and of the equally alike the nearest."""
        if not self.free_old or not self.free_new:
            return
        bags = {at: _bag(self.new[at], content_new) for at in self.free_new}
        places: defaultdict[Hashable, list[int]] = defaultdict(list)
        for at, bag in bags.items():
            for word in bag:
                places[word].append(at)
        scored = sorted(
            (-score, abs(at - other), at, other)
            for at in self.free_old
            for score, other in _alike(_bag(self.old[at], content_old), _least(self.old[at]), bags, places)
        )
        for _, _, at, other in scored:
            if at in self.free_old and other in self.free_new:
                self.match(at, other)

    def pairs(self) -> list[Pair]:
        there = [Pair(self.old[self.found[at]] if at in self.found else None, each) for at, each in enumerate(self.new)]
        return there + [Pair(self.old[at], None) for at in self.free_old]


def _alike(bag: Bag, least: float, others: Mapping[int, Bag], places: Places) -> Iterator[tuple[float, int]]:
    """Of those that share rare words with this one the few that share most, if they are like enough; each with how much."""
    rare = sorted((word for word in bag if word in places), key=lambda word: len(places[word]))[:RARE]
    near: defaultdict[int, float] = defaultdict(float)
    for word in rare:
        for at in places[word][:POSTINGS]:
            near[at] += 1 / len(places[word])
    size = sum(bag.values())
    for at in nlargest(SCORED, near, key=near.__getitem__):
        other = others[at]
        both = sum(min(count, other[word]) for word, count in bag.items() if word in other)
        score = 2 * both / (size + sum(other.values()))
        if score >= least:
            yield score, at


def _ids(thing: Any) -> list[Hashable]:
    return [thing.id] if isinstance(thing, Record) and hasattr(thing, "id") else []


def _called(thing: Any) -> list[Hashable]:
    """Something if a thing says what it is: two countries of which a file says nothing are not one for that."""
    return [] if isinstance(thing, Record) and not getattr(thing, main_of(type(thing))) else [True]


def _least(thing: Any) -> float:
    return ALIKE if isinstance(thing, Quote) or not _ids(thing) else KEYED_ALIKE


def _names(thing: Any) -> list[Hashable]:
    """What a record is called, in small letters: two that share a name are one, whatever else differs."""
    if not isinstance(thing, Record) or isinstance(thing, Talk):
        return []
    main = getattr(thing, main_of(type(thing)), None)
    called = [wording.text for wording in main.wordings] if isinstance(main, Text) else [main] if isinstance(main, str) else []
    called += [thing.native, *thing.aliases] if isinstance(thing, Participant) else []
    return [" ".join(name.casefold().split()) for name in called if name]


def _bag(thing: Any, content: Content) -> Bag:
    """The words by which a record is likened to others; a person's name is the person's or it is not."""
    if not isinstance(thing, Record) or isinstance(thing, Participant) or not _called(thing):
        return {}
    if isinstance(thing, Quote):
        speaker = content(thing.speaker)
        return Counter((speaker, word) for word in words(thing.text))
    whole = thing if _ids(thing) else getattr(thing, main_of(type(thing)))
    return Counter(word for text in texts(whole) for word in words(text))


def texts(value: object) -> Iterator[str]:
    """Every text in a value of the model."""
    match value:
        case str():
            yield value
        case Text():
            yield from (wording.text for wording in value.wordings)
        case Ref():
            yield value.id
        case Period():
            yield str(value)
        case Record():
            yield from (text for each in counted(type(value)) for text in texts(getattr(value, each)))
        case tuple():
            yield from (text for item in value for text in texts(item))


_counted: dict[type[Any], tuple[str, ...]] = {}
_main: dict[type[Any], str] = {}


def counted(record: type[Any]) -> tuple[str, ...]:
    """The fields of a record that count when versions of it are compared: all but its id and its place."""
    if record not in _counted:
        _counted[record] = tuple(each.name for each in fields(record) if each.compare and each.name != "id")
    return _counted[record]


def main_of(record: type[Any]) -> str:
    """The field that says what a record is: name, title, what, text; empty if there is none."""
    if record not in _main:
        hints = get_type_hints(record, include_extras=True)
        mains = (name for name, hint in hints.items() if get_origin(hint) is Annotated and Main in get_args(hint))
        _main[record] = next(mains, "")
    return _main[record]
