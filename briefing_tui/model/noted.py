"""Which notes and ticks still belong to something of a briefing, and which lines are ticked. Nothing is ever left out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from textwrap import shorten
from typing import NamedTuple, TypeVar

from .briefing import Briefing, Quote
from .clock import shown_in, zone_named
from .fields import Kind, Ref
from .inside import markings
from .links import Links
from .marking import strictest
from .note import ITSELF, Item, Line, Note, Tick, What
from .text import Text
from .words import words

Left = TypeVar("Left", Note, Tick)

ALIKE = 0.6
"""How like its former words a line must be to keep its tick when it was rewritten in its place (0 to 1)."""
LONG = 500
"""Of how many letters a line is long."""
_SPOKEN_OF = 40
"""How many letters of a quote are enough to know it by."""


class Sorted(NamedTuple):
    """Notes and ticks whose item, and line, the briefing has, and those whose it no longer has; each in their order."""

    notes: tuple[Note, ...]
    ticks: tuple[Tick, ...]
    gone_notes: tuple[Note, ...]
    gone_ticks: tuple[Tick, ...]


def item_of(links: Links, ref: Ref, lang: str = "") -> Item:
    """What a note on `ref` hangs on; its title is in `lang` where the briefing has that."""
    briefing = links.briefing
    if ref == ITSELF:
        return Item(ref, " ".join(briefing.title.pick(lang).text.split()), strictest(markings(briefing)))
    record = links.record(ref)
    title = _said(links, record, lang) if isinstance(record, Quote) else links.name(ref, lang)
    return Item(ref, title, links.strictness(record) if record else briefing.tlp)


def _said(links: Links, quote: Quote, lang: str) -> str:
    """A quote as one speaks of it: `Shinjiro Koizumi: wichtiges Nachbarland und Partner`."""
    some = shorten(quote.text[: _SPOKEN_OF * 2], _SPOKEN_OF, placeholder=" …")
    return f"{links.name(quote.speaker, lang)}: {some}"


def local(briefing: Briefing, left: Iterable[Left]) -> tuple[Left, ...]:
    """Notes or ticks with the times that clocks at the meeting showed; as written where the briefing names no known zone."""
    zone = zone_named(briefing.timezone)

    def there(time: datetime) -> datetime:
        return shown_in(time, zone)

    def moved(each: Left) -> Left:
        if isinstance(each, Tick):
            return replace(each, time=there(each.time))
        return replace(each, time=there(each.time), edited=there(each.edited) if each.edited else None)

    return tuple(map(moved, left)) if zone else tuple(left)


def is_there(links: Links, ref: Ref) -> bool:
    """Whether the briefing has what `ref` points to."""
    briefing = links.briefing
    match ref.kind:
        case Kind.BRIEFING:
            return ref.id in ("", briefing.id)
        case Kind.DELEGATION:
            known = ref.id in briefing.delegations or links.delegates(ref) or links.talks(ref) or links.quotes_by(ref)
            return bool(known or links.threats(ref))
        case Kind.WORDS:
            texts = (*(item.what for item in briefing.agenda), *(item.what for item in briefing.follow_ups))
            return any(ref.id == wording.text for text in texts for wording in text.wordings)
    return links.record(ref) is not None


def lines_of(links: Links, what: What, ref: Ref) -> tuple[Line, ...]:
    """The lines of an item that can be ticked so, known by their words as they were first written."""
    talk = links.briefing.talks.get(ref.id) if ref.kind is Kind.TALK else None
    texts: Iterable[Text] = ()
    match what:
        case What.POINT if talk:
            texts = (point.text for point in talk.points)
        case What.RAISED if talk:
            texts = (each.line for each in talk.if_raised)
        case What.ASK if talk:
            texts = (ask.what for ask in talk.asks)
        case What.AGENDA if ref == ITSELF:
            texts = (item.what for item in links.briefing.agenda)
    return tuple(Line(what, str(text), number) for number, text in enumerate(texts))


def ticked(ticks: Iterable[Tick], ref: Ref, lines: Sequence[Line]) -> dict[int, Tick]:
    """The ticks that are set on some lines of an item, by the number of the line; `ticks` are in the order of record."""
    return {number: tick for number, tick in _matched(ticks, ref, lines).items() if tick.on}


def sort_out(links: Links, notes: Iterable[Note], ticks: Iterable[Tick]) -> Sorted:
    """Which of the notes, and of the ticks that are set, hang on something the briefing has; ticks in the order of record."""
    here: list[Note] = []
    gone: list[Note] = []
    for note in notes:
        (here if is_there(links, note.item.ref) else gone).append(note)
    ticks = tuple(ticks)
    found: list[Tick] = []
    lists: dict[tuple[What, Ref], list[Tick]] = defaultdict(list)
    for tick in ticks:
        lists[tick.line.what, tick.item.ref].append(tick)
    for (what, ref), listed in lists.items():
        found += _matched(listed, ref, lines_of(links, what, ref)).values()
    kept, settled = {id(tick) for tick in found}, set(map(_place, found))
    set_ = [tick for tick in ticks if tick.on]
    lost = tuple(tick for tick in set_ if _place(tick) not in settled)
    return Sorted(tuple(here), tuple(tick for tick in set_ if id(tick) in kept), tuple(gone), lost)


def _place(tick: Tick) -> tuple[What, Ref, str]:
    """What all ticks of the same words in the same list have in common."""
    return tick.line.what, tick.item.ref, tick.line.key


def _matched(ticks: Iterable[Tick], ref: Ref, lines: Sequence[Line]) -> dict[int, Tick]:
    """The last tick, set or not, of each line that has one: known by its words, like lines by their order, else by both."""
    what = lines[0].what if lines else None
    by_key: dict[str, dict[int, Tick]] = defaultdict(dict)
    for tick in ticks:
        if tick.item.ref == ref and tick.line.what is what:
            by_key[tick.line.key].pop(tick.line.number, None)
            by_key[tick.line.key][tick.line.number] = tick
    numbers: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        numbers[line.key].append(line.number)
    found: dict[int, Tick] = {}
    for key, places in numbers.items():
        found |= _spread(by_key.pop(key, {}), places)
    return found | _rewritten([tick for group in by_key.values() for tick in group.values()], lines, found)


def _spread(ticks: Mapping[int, Tick], places: Sequence[int]) -> dict[int, Tick]:
    """The ticks of some words on the lines that have them: on an only line the last, else each in its place or in order."""
    if len(places) == 1:
        return dict(zip(places, list(ticks.values())[-1:], strict=False))
    found = {number: ticks[number] for number in places if number in ticks}
    free = (number for number in places if number not in found)
    return found | dict(zip(free, (tick for number, tick in sorted(ticks.items()) if number not in found), strict=False))


def _rewritten(ticks: Iterable[Tick], lines: Sequence[Line], found: Mapping[int, Tick]) -> dict[int, Tick]:
    """Ticks of words that are no more, on lines that stand in their place and say nearly the same."""
    return {
        line.number: tick
        for tick in ticks
        for line in lines[tick.line.number : tick.line.number + 1]
        if line.number not in found
        if _likeness(tick.line.words, line.words) >= ALIKE
    }


@lru_cache(256)
def _likeness(one: str, other: str) -> float:
    """How much of two texts is the same (0 to 1): letter by letter, or of long ones, which that takes too long, by words."""
    if max(len(one), len(other)) <= LONG:
        from difflib import SequenceMatcher

        return SequenceMatcher(None, one, other, autojunk=False).ratio()
    before, after = Counter(words(one)), Counter(words(other))
    return 2 * (before & after).total() / max(1, before.total() + after.total())
