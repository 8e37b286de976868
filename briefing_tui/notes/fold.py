"""The entries of a journal, read in their order into what they come to."""

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import UTC, datetime
from functools import lru_cache

from ..model.fields import Kind, Ref
from ..model.marking import Tlp
from ..model.note import Item, Line, Note, Tick, What
from ..model.records import record
from ..reading.clean import clean
from .entries import About, Act
from .lines import Damage, Entry

_KINDS: Mapping[str, Kind] = {kind.value: kind for kind in Kind}
_TLPS: Mapping[str, Tlp] = {tlp.value: tlp for tlp in Tlp}


@record()
class State:
    """What a journal comes to: notes in the order of record, the last tick of each line, set or not, in that order too.

    `answers` say of other journals, by name, whether they were taken over; `unknown` counts entries of a later version, and
    `damages` are bytes that could not be read.
    """

    about: About | None = None
    notes: tuple[Note, ...] = ()
    ticks: tuple[Tick, ...] = ()
    answers: Mapping[str, bool] = field(default_factory=dict)
    unknown: int = 0
    damages: tuple[Damage, ...] = ()

    @property
    def set_ticks(self) -> tuple[Tick, ...]:
        """The ticks that are set."""
        return tuple(tick for tick in self.ticks if tick.on)

    @property
    def last(self) -> datetime | None:
        """When it was last written in, as far as what is left of that says."""
        times = [*(note.edited or note.time for note in self.notes), *(tick.time for tick in self.ticks)]
        return max(times, default=None)


class Fold:
    """What the entries so far come to. An entry that is not understood is counted and changes nothing."""

    def __init__(self) -> None:
        self._about: About | None = None
        self._notes: dict[str, Note] = {}
        self._deleted: dict[str, Note] = {}
        self._ticks: dict[tuple[What, Ref, str, int], Tick] = {}
        self._answers: dict[str, bool] = {}
        self._unknown = 0
        self._ways: Mapping[object, Callable[[Entry], None]] = {
            Act.ABOUT: self._read_about,
            Act.NOTE: self._add,
            Act.EDIT: self._edit,
            Act.DELETE: self._delete,
            Act.TICK: self._tick,
            Act.ANSWER: self._answer,
        }

    def take(self, entry: Entry) -> None:
        """Go on with the next entry."""
        kind = entry.get("kind")
        way = self._ways.get(kind) if isinstance(kind, str) else None
        try:
            if way:
                way(entry)
            else:
                self._unknown += 1
        except (KeyError, TypeError, ValueError, OverflowError):
            self._unknown += 1

    def state(self, damages: tuple[Damage, ...] = ()) -> State:
        """What they come to."""
        notes, ticks = tuple(self._notes.values()), tuple(self._ticks.values())
        return State(self._about, notes, ticks, dict(self._answers), self._unknown, damages)

    def _read_about(self, entry: Entry) -> None:
        title, classification = (
            clean(_text(entry, "title"), newlines=False),
            clean(_text(entry, "classification"), newlines=False),
        )
        briefing = clean(_text(entry, "briefing"), newlines=False)
        timezone = _text(entry, "timezone") if "timezone" in entry else ""
        self._about = About(_text(entry, "path"), briefing, title, _tlp(entry.get("tlp")), classification, timezone)

    def _add(self, entry: Entry) -> None:
        text = clean(_text(entry, "text"))
        note = Note(_text(entry, "id"), _time(entry, "at"), _item(entry), text, rehearsed=_rehearsed(entry))
        self._notes[note.id] = note

    def _edit(self, entry: Entry) -> None:
        """The note with its new text, also if it was deleted meanwhile or cannot be read: what was written last is kept.

        With the text that it had when it was deleted it comes back as it was.
        """
        id, text, at = _text(entry, "note"), clean(_text(entry, "text")), _time(entry, "at")
        deleted = self._deleted.pop(id, None)
        if deleted and deleted.text == text and id not in self._notes:
            self._notes[id] = deleted
            return
        known = self._notes.get(id) or Note(id, _time(entry, "written"), _item(entry), text)
        self._notes[id] = replace(known, text=text, edited=at, rehearsed=known.rehearsed or _rehearsed(entry))

    def _delete(self, entry: Entry) -> None:
        id = _text(entry, "note")
        if note := self._notes.pop(id, None):
            self._deleted[id] = note

    def _tick(self, entry: Entry) -> None:
        number, on = entry["number"], entry["on"]
        if type(number) is not int or type(on) is not bool or number < 0:
            raise ValueError("not a tick")
        line = Line(What(_text(entry, "what")), clean(_text(entry, "words")), number)
        tick = Tick(_item(entry), line, on, _time(entry, "at"), _rehearsed(entry))
        place = (line.what, tick.item.ref, line.key, number)
        self._ticks.pop(place, None)
        self._ticks[place] = tick

    def _answer(self, entry: Entry) -> None:
        self._answers[_text(entry, "journal")] = entry["taken"] is True


def _text(entry: Entry, key: str) -> str:
    value = entry[key]
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _time(entry: Entry, key: str) -> datetime:
    time = datetime.fromisoformat(_text(entry, key))
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _rehearsed(entry: Entry) -> bool:
    return entry.get("rehearsed") is True


def _tlp(value: object) -> Tlp | None:
    """The marking; one that is not understood is the strictest there is."""
    if not value:
        return None
    return _TLPS.get(value, Tlp.RED) if isinstance(value, str) else Tlp.RED


def _item(entry: Entry) -> Item:
    item = entry["item"]
    if not isinstance(item, dict):
        raise TypeError("item")
    return _made(_text(item, "kind"), _text(item, "id"), _text(entry, "title"), _tlp(entry.get("tlp")))


@lru_cache(1024)
def _made(kind: str, id: str, title: str, tlp: Tlp | None) -> Item:
    """What an entry hangs on; of a kind that is not known, words that no briefing has."""
    id = clean(id)
    ref = Ref(_KINDS[kind], id) if kind in _KINDS else Ref(Kind.WORDS, f"{clean(kind, newlines=False)}:{id}")
    return Item(ref, clean(title, newlines=False), tlp)
