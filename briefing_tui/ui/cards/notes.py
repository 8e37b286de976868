"""The user's notes: the section that lists them, and those on a thing's own card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from ...i18n import _, later, word
from ...model.clock import zone_named
from ...model.dates import Moment
from ...model.fields import Kind, Ref
from ...model.links import Links
from ...model.marking import Tlp
from ...model.note import ITSELF, Note, Tick
from ...model.noted import item_of
from ..noted import Noted
from ..runs import Line, Run, marked_line
from .grid import Block, Card, Head, Section, Stop
from .view import View

_BEHIND = {"QUOTES", "THREATS", "TALKS", "AGENDA", "NOTE", "OTHER", "MARKING", "SOURCE"}
"""The sections that a thing's notes stand before."""
UNSAVED = later("NOT SAVED YET")
GONE = later("NO LONGER IN THIS BRIEFING")
HOW = later("{key} writes a note on whatever is under the cursor")


def when(view: View, time: datetime) -> str:
    """`1 Nov 14:02`, in the zone it is given in; with its year if that is not the briefing's."""
    return Moment.at(time).shown(year=time.year != view.links.briefing.date.first.year)


def note_block(view: View, note: Note, words: str = "", opens: Ref | None = None) -> Block | None:
    """A note to stand on; with `words` only if it matches them, the letters that did marked."""
    text: Line | None = (Run(note.text),)
    if words.strip():
        text = _matching(note, words)
    stop = Stop(note.item.ref, note=note.id, opens=opens)
    return Block((*text, *rehearsal(note)), label=when(view, note.time), stop=stop) if text else None


def rehearsal(note: Note) -> Line:
    """What stands behind a note that was written in a rehearsal."""
    return (Run(f"  {_('rehearsal')}", "muted"),) if note.rehearsed else ()


def _matching(note: Note, words: str) -> Line | None:
    from ...search.match import matches

    found = matches(words, f"{note.text} {note.item.title}")
    return marked_line((Run(note.text),), [span for span in found[1] if span[1] <= len(note.text)]) if found else None


def with_notes(view: View, ref: Ref, card: Card) -> Card:
    """A thing's card with the notes on it, behind what is said and before what it is taken from."""
    notes = view.noted.on(ref) if view.noted else ()
    blocks = tuple(block for note in notes if (block := note_block(view, note)))
    if not blocks:
        return card
    at = next((index for index, each in enumerate(card.sections) if each.label in _BEHIND), len(card.sections))
    section = Section("MY NOTES", blocks)
    sections = (*card.sections[:at], section, *card.sections[at:])
    return card._replace(sections=sections, marks=(*card.marks, *marks_of(view.links, notes)))


def marks_of(links: Links, notes: Iterable[Note]) -> Iterator[Tlp | None]:
    """The markings of what notes hang on, as it was then and as it is."""
    for note in notes:
        yield note.item.tlp
        if record := links.record(note.item.ref):
            yield links.strictness(record)


def notes_card(view: View) -> Card:
    """All notes on the briefing, by what they hang on, then those and the ticks whose thing it no longer has."""
    noted = view.noted or Noted()
    sections = [*_unsaved(view, noted), *_here(view, noted), *_gone(view, noted)]
    sections += _whose_time(view, noted) if sections else ()
    title = f"{_('My notes')} /{noted.words}" if noted.words else _("My notes")
    return Card(title, () if sections else _nothing(view, noted), tuple(sections), marks=tuple(_marks(view, noted)))


def _nothing(view: View, noted: Noted) -> tuple[Block, ...]:
    if noted.words:
        return (Block((Run(_("no note matches"), "muted"),)),)
    how = _(HOW, key=view.keymap.way("note"))
    return (Block((Run(_("no notes on this briefing"), "muted"),)), Block((Run(how, "muted"),)))


def groups(noted: Noted) -> dict[Ref, list[Note]]:
    """The notes by what they hang on; things and notes in the order in which they were first noted."""
    found: dict[Ref, list[Note]] = {}
    for note in sorted(noted.notes, key=lambda note: note.time):
        found.setdefault(note.item.ref, []).append(note)
    return found


def _unsaved(view: View, noted: Noted) -> Iterator[Section]:
    """What was left unsaved, unless notes are filtered."""
    blocks = []
    for left in noted.unsaved if not noted.words else ():
        ref = left.item.ref
        title = Run(f"{titled(view, ref) or left.item.title}: ", "muted")
        stop = Stop(ref, note=left.id, opens=target(view, ref))
        blocks.append(Block((title, Run(left.text)), label=when(view, left.time), stop=stop))
    if blocks:
        yield Section(UNSAVED, tuple(blocks))


def _here(view: View, noted: Noted) -> Iterator[Section]:
    for ref, notes in groups(noted).items():
        opens = target(view, ref)
        blocks = [block for note in notes if (block := note_block(view, note, noted.words, opens))]
        if blocks:
            title = Run(item_of(view.links, ref, view.lang).title or _("this briefing"), "bold")
            yield Section("", (Head((title, *_kind(ref))), *blocks))


def target(view: View, ref: Ref) -> Ref | None:
    """Where a note leads: what it hangs on, or the talk of the item of the agenda it hangs on."""
    if ref.kind is Kind.WORDS:
        items = (item for item in view.links.briefing.agenda if ref.id in {wording.text for wording in item.what.wordings})
        return next((item.talk for item in items if item.talk), None)
    return ref if view.links.record(ref) else None


def _kind(ref: Ref) -> Line:
    words = "" if ref.kind is Kind.WORDS else _("the whole briefing") if ref.kind is Kind.BRIEFING else word(ref.kind)
    return (Run(f"  {words}", "muted"),) if words else ()


def _gone(view: View, noted: Noted) -> Iterator[Section]:
    blocks: list[Block | Head] = []
    for title, notes in _titled(noted.gone):
        kept = [block for note in notes if (block := note_block(view, note, noted.words))]
        blocks += [Head((Run(title or _("untitled"), "bold"),)), *kept] if kept else []
    lost = [] if noted.words else [_lost(view, tick) for tick in noted.lost]
    if blocks or lost:
        yield Section("", (Head((Run(_(GONE), "label"),)), *blocks, *lost))


def _titled(notes: Sequence[Note]) -> Iterable[tuple[str, list[Note]]]:
    found: dict[tuple[Ref, str], list[Note]] = {}
    for note in sorted(notes, key=lambda note: note.time):
        found.setdefault((note.item.ref, note.item.title), []).append(note)
    return [(title, group) for (_, title), group in found.items()]


def _lost(view: View, tick: Tick) -> Block:
    return Block((Run(tick.line.words, "muted"), Run(f"  {tick.item.title}", "muted")), "✓", label=when(view, tick.time))


def _whose_time(view: View, noted: Noted) -> Iterator[Section]:
    """Where the clocks stand that times are given by, if those of this machine show others."""
    zone = view.links.briefing.timezone
    times = [each.time for each in (*noted.notes, *noted.gone, *noted.unsaved)] if zone_named(zone) else []
    if any(time.utcoffset() != time.astimezone().utcoffset() for time in times):
        words = _("times at the meeting: {zone}", zone=zone)
        yield Section("", (Block((Run(words, "muted"),)),))


def _marks(view: View, noted: Noted) -> Iterator[Tlp | None]:
    """Of all that notes hang on, as it is and as it was."""
    for note in (*noted.notes, *noted.gone, *noted.unsaved):
        yield note.item.tlp
    for ref in (*groups(noted), *(left.item.ref for left in noted.unsaved)):
        yield item_of(view.links, ref).tlp
    for tick in noted.lost:
        yield tick.item.tlp


def titled(view: View, ref: Ref) -> str:
    """What to call something that a note hangs on, in a line."""
    return _("this briefing") if ref == ITSELF else item_of(view.links, ref, view.lang).title


def newest(view: View, most: int) -> list[Note]:
    """The newest notes first."""
    return sorted(view.noted.notes, key=lambda note: note.time, reverse=True)[:most] if view.noted else []


def in_short(view: View, notes: Iterable[Note]) -> list[Block]:
    """Notes in a line each: when, on what, the text."""
    return [
        Block(
            (
                Run(f"{when(view, note.time)}  ", "muted"),
                Run(f"{titled(view, note.item.ref)}: ", "muted"),
                Run(" ".join(note.text.split())),
                *rehearsal(note),
            )
        )
        for note in notes
    ]
