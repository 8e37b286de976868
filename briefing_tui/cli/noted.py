"""The notes on one briefing as they are printed: plain text, Markdown or data, each with the strictest marking in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from ..handout.markdown import escaped, framed
from ..handout.marks import marked
from ..i18n import _, day_of_month, later, month_name
from ..model.links import Links
from ..model.marking import Tlp, label, strictest
from ..model.note import Item, Note, Tick, What
from ..model.noted import Sorted, item_of, local, sort_out
from ..notes.fold import State

_GONE = later("no longer in this briefing")
_INDENT = "  "
_SAID = {
    What.POINT: later("said: {words}"),
    What.RAISED: later("raised by them: {words}"),
    What.ASK: later("asked: {words}"),
    What.AGENDA: later("done: {words}"),
}


@dataclass(frozen=True, slots=True)
class Noted:
    """What a journal holds, beside the briefing as it is; `links` is None if that is no more, and then nothing is sorted."""

    state: State
    links: Links | None

    @property
    def title(self) -> str:
        """What the briefing is called, or was."""
        if self.links:
            return " ".join(str(self.links.briefing.title).split())
        return self.state.about.title if self.state.about else ""

    @property
    def tlp(self) -> Tlp | None:
        """The strictest marking of the briefing, and of what notes and ticks hang on: as it is, and as it was then."""
        about, links = self.state.about, self.links
        own = [links.briefing.tlp] if links else [about.tlp] if about else []
        items = {note.item for note in self.state.notes} | {tick.item for tick in self.state.set_ticks}
        now = (item_of(links, item.ref).tlp for item in items) if links else ()
        return strictest((*own, *(item.tlp for item in items), *now))

    @property
    def classification(self) -> str:
        """The classification of the briefing, as it is or was."""
        about = self.state.about
        return self.links.briefing.classification if self.links else about.classification if about else ""

    @property
    def mark(self) -> str:
        """The marking, as it is printed."""
        return label(self.tlp, self.classification)

    def sorted(self) -> Sorted:
        """What is still in the briefing and what no longer is, in the time of the meeting."""
        if not self.links:
            return Sorted(self.state.notes, self.state.set_ticks, (), ())
        briefing = self.links.briefing
        return sort_out(self.links, local(briefing, self.state.notes), local(briefing, self.state.ticks))


def as_page(noted: Noted) -> str:
    """Plain text: notes in the order they were written, then what was ticked, then what hangs on nothing any more."""
    found = noted.sorted()
    lines = ["", noted.title, *_plain(found.notes, found.ticks, _("TICKED"))]
    gone = list(_plain(found.gone_notes, found.gone_ticks, _("TICKED, AND {gone}", gone=_(_GONE).upper())))
    lines += ["", _(_GONE).upper(), *gone] if found.gone_notes else gone
    return marked([*lines, ""], noted.mark)


def _plain(notes: Iterable[Note], ticks: Iterable[Tick], heading: str) -> Iterator[str]:
    for note in notes:
        yield from ("", _head(note), *((_INDENT + line).rstrip() for line in note.text.split("\n")))
    lines = [_INDENT + _one_line(_ticked(tick)) for tick in ticks]
    if lines:
        yield from ("", heading, *lines)


def as_markdown(noted: Noted) -> str:
    """Markdown that shows the same."""
    found = noted.sorted()
    lines = [_("# Notes: {title}", title=escaped(noted.title)), *_marked_up(found.notes, found.ticks)]
    if found.gone_notes or found.gone_ticks:
        lines += ["", f"## {_(_GONE).capitalize()}", *_marked_up(found.gone_notes, found.gone_ticks)]
    return framed(lines, noted.mark)


def _marked_up(notes: Iterable[Note], ticks: Iterable[Tick]) -> Iterator[str]:
    for note in notes:
        text = escaped(note.text).replace("\n", "\\\n  ").replace("\\\n  \\\n", "\n\n")
        yield from ("", f"- **{escaped(_head(note))}**\\", f"  {text}")
    lines = [f"- [x] {escaped(_one_line(_ticked(tick)))}" for tick in ticks]
    if lines:
        yield from ("", *lines)


def as_notes_data(noted: Noted) -> dict[str, object]:
    """What JSON can hold of it; `gone` says whether the briefing no longer has what a note or tick hangs on."""
    found, about = noted.sorted(), noted.state.about
    notes = [(note, False) for note in found.notes] + [(note, True) for note in found.gone_notes]
    ticks = [(tick, False) for tick in found.ticks] + [(tick, True) for tick in found.gone_ticks]
    return {
        "briefing": noted.links.briefing.id if noted.links else about.briefing if about else None,
        "path": about.path if about else None,
        "title": noted.title,
        "tlp": noted.tlp.value if noted.tlp else None,
        "classification": noted.classification or None,
        "notes": [_note_data(note, gone) for note, gone in notes],
        "ticks": [_tick_data(tick, gone) for tick, gone in ticks],
    }


def _note_data(note: Note, gone: bool) -> dict[str, object]:
    edited = note.edited.isoformat() if note.edited else None
    data = {"id": note.id, "time": note.time.isoformat(), "edited": edited, "item": _item_data(note.item)}
    return {**data, "text": note.text, "gone": gone, "rehearsed": note.rehearsed}


def _tick_data(tick: Tick, gone: bool) -> dict[str, object]:
    data = {"time": tick.time.isoformat(), "what": tick.line.what.value, "item": _item_data(tick.item)}
    return {**data, "text": tick.line.words, "gone": gone, "rehearsed": tick.rehearsed}


def _item_data(item: Item) -> dict[str, object]:
    return {"kind": item.ref.kind.value, "id": item.ref.id, "title": item.title, "tlp": item.tlp.value if item.tlp else None}


def _head(note: Note) -> str:
    """`1 Nov 2025 14:20 +08:00 · KOR–JPN · edited 14:31 · rehearsal`."""
    edited = ""
    if note.edited:
        same = note.edited.date() == note.time.date() and note.edited.utcoffset() == note.time.utcoffset()
        edited = _("edited {time}", time=f"{note.edited:%H:%M}" if same else when(note.edited))
    return " · ".join(fact for fact in (when(note.time), note.item.title, edited, _rehearsal(note)) if fact)


def _ticked(tick: Tick) -> str:
    """`said: Thank them for the convoy · KOR–JPN · 1 Nov 2025 14:20 +08:00`."""
    title = tick.item.title if tick.line.what is not What.AGENDA else ""
    words = _(_SAID[tick.line.what], words=tick.line.words)
    return " · ".join(fact for fact in (words, title, when(tick.time), _rehearsal(tick)) if fact)


def _rehearsal(left: Note | Tick) -> str:
    return _("rehearsal") if left.rehearsed else ""


def when(time: datetime) -> str:
    """`1 Nov 2025 14:20 +08:00`: the time at the meeting, or where it was written, and how far that is from UTC."""
    day = day_of_month(time.day, month_name(time.month))
    return f"{day} {time.year} {time:%H:%M} {time.isoformat(timespec='minutes')[16:]}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
