"""What lies on the desk: the library, the briefing shown, the index of all quotes. Knows nothing of Textual.

Only `read_all` runs in a thread; all else is called from the app's own.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.briefing import Briefing, Participant, Record
from ..model.errors import BriefingError
from ..model.fields import Kind, Ref
from ..model.links import Links
from .cards import Subject
from .cards.page import Page
from .cards.view import Elsewhere, Related, View
from .items import Item
from .shown import Shown

if TYPE_CHECKING:
    from ..library import Entry, Library
    from ..reading import Reading
    from ..search.index import Index

PROGRESS_SECONDS = 0.25

_TAKEN = {
    Page.ABOUT: ("the summary", ("key_points", "follow_ups")),
    Page.AGENDA: ("the agenda", ("agenda",)),
    Page.SOURCES: ("the sources", ("sources",)),
    Page.TERMS: ("the terms", ("glossary",)),
}
"""What copying a section takes: its name for the user, and the sections of the page handed out."""


class Desk:
    """One library and the briefing that is open from it; `lang` is the language texts are wanted in."""

    def __init__(self, library: Library, entry: Entry, lang: str = "en") -> None:
        self.library = library
        self.lang = lang
        self.loading = ""
        self.read: dict[str, Reading] = {}
        self.broken: dict[str, str] = {}
        self._searchable: set[str] = set()
        self.opened = entry
        self.shown = self._shown(entry, self._read(entry))

    # --- briefings

    def _read(self, entry: Entry) -> Reading:
        """A briefing of the library; raises UnreadableError, and remembers why."""
        try:
            reading = self.library.read(entry)
        except BriefingError as error:
            self.broken[entry.key] = error.message
            raise
        self.broken.pop(entry.key, None)
        self.read[entry.key] = reading
        return reading

    def _shown(self, entry: Entry, reading: Reading) -> Shown:
        problems = tuple(f"line {message.line}: {message.text}" for message in reading.problems)
        related = self._related(entry.key, reading.briefing)
        view = View(Links(reading.briefing), self.lang, self.look_up, problems, related)
        return Shown(entry.key, view, warning(reading))

    def open(self, entry: Entry) -> None:
        """Put a briefing on the desk; raises UnreadableError and changes nothing if it cannot be read."""
        self.shown = self._shown(entry, self._read(entry))
        self.opened = entry

    def refreshed(self) -> Shown:
        """What is shown, now that more of the library is known."""
        entry = self.entry(self.shown.key)
        if entry:
            lang, banner = self.shown.view.lang, self.shown.warning
            self.shown = self._shown(entry, self.read[entry.key]).in_language(lang)._replace(warning=banner)
        return self.shown

    def reload(self, *, force: bool = False) -> bool:
        """Read the open file again if it changed; whether there is something new to show.

        A save that cannot be read, or not to its end, leaves the last good version under a banner.
        """
        entry = self.entry(self.shown.key)
        if entry is None or not (force or self.library.changed(entry)):
            return False
        before, lang = self.read[entry.key], self.shown.view.lang
        try:
            reading = self._read(entry)
        except BriefingError as error:
            return self._warn(f"shown as last read: {error.message}")
        if reading.cut and not before.cut:
            self.read[entry.key] = before
            return self._warn(f"shown as last read: line {reading.cut.line}: {reading.cut.text}")
        self.shown = self._shown(entry, reading).in_language(lang)
        self.index.remove(entry.key)
        self._make_searchable(entry, reading.briefing)
        return True

    def _warn(self, text: str) -> bool:
        changed = text != self.shown.warning
        self.shown = self.shown._replace(warning=text)
        return changed

    def entry(self, key: str) -> Entry | None:
        """The entry with a key; that of the open briefing also while its file is gone."""
        if key == self.opened.key:
            return self.opened
        return next((entry for entry in self.library.entries if entry.key == key), None)

    def neighbour(self, steps: int) -> Entry:
        """The entry before or behind the open one, round and round."""
        entries = self.library.entries
        at = next((index for index, entry in enumerate(entries) if entry.key == self.shown.key), 0)
        return entries[(at + steps) % len(entries)]

    def locate(self, target: str) -> tuple[Entry, str] | None:
        """The entry, and the talk, that `BRIEFING` or `BRIEFING/TALK` names."""
        for entry in self.library.entries:
            for name in (entry.key, entry.id):
                if target == name:
                    return entry, ""
                if target.startswith(f"{name}/"):
                    return entry, target[len(name) + 1 :]
        return None

    def look_up(self, previous: str) -> Elsewhere | None:
        """What a card says of the talk before."""
        found = self.locate(previous)
        briefing = self._briefing(found[0]) if found else None
        talk = briefing.talks.get(found[1]) if briefing and found else None
        if not briefing or not talk:
            return None
        words = talk.outcome or next((point.text for point in talk.agreed), None)
        return Elsewhere(briefing.title.pick(self.lang).text, talk.date or briefing.date, words)

    def _briefing(self, entry: Entry) -> Briefing | None:
        reading = self.read.get(entry.key)
        if reading is None:
            try:
                reading = self._read(entry)
            except BriefingError:
                return None
        return reading.briefing

    def view_of(self, key: str) -> View | None:
        """A briefing of the library, as it would be looked at."""
        shown = self.shown_of(key)
        return shown.view if shown else None

    def shown_of(self, key: str) -> Shown | None:
        """A briefing of the library, as it would be shown."""
        if key == self.shown.key:
            return self.shown
        entry = self.entry(key)
        briefing = self._briefing(entry) if entry else None
        return Shown(key, View(Links(briefing), self.lang, self.look_up)) if briefing else None

    # --- all of them

    @cached_property
    def index(self) -> Index:
        """The index of all quotes read so far."""
        from ..search.index import Index

        return Index()

    @property
    def counted(self) -> str:
        """How many briefings are searched."""
        count = len(self.read)
        return f"{count} briefing{'s' * (count != 1)}"

    def read_all(self, tell: Callable[[], None]) -> None:
        """Read every briefing and make its quotes searchable; `tell` is called now and then, `loading` says how far it is."""
        entries = sorted(self.library.entries, key=lambda entry: entry.key != self.shown.key)
        told = time.monotonic()
        for number, entry in enumerate(entries):
            briefing = self._briefing(entry)
            if briefing and entry.key not in self._searchable:
                self._make_searchable(entry, briefing)
            self.loading = f"reading {number + 1}/{len(entries)}"
            if time.monotonic() - told > PROGRESS_SECONDS:
                tell()
                told = time.monotonic()
        self.loading = ""

    def _make_searchable(self, entry: Entry, briefing: Briefing) -> None:
        from ..model.passage import passages

        self._searchable.add(entry.key)
        self.index.add(passages(briefing, entry.key))

    def rescan(self) -> bool:
        """Look for files that came or went; whether there are any. What is gone is forgotten, but for the briefing shown."""
        if not self.library.rescan():
            return False
        gone = {*self.read, *self.broken} - {entry.key for entry in self.library.entries} - {self.shown.key}
        for key in gone:
            self.read.pop(key, None)
            self.broken.pop(key, None)
            self._searchable.discard(key)
            self.index.remove(key)
        return True

    def items(self) -> list[Item]:
        """The briefings to pick from; one that cannot be read is listed with its reason."""
        return [self._item(entry) for entry in self.library.entries]

    def _item(self, entry: Entry) -> Item:
        reading = self.read.get(entry.key)
        if reading:
            briefing = reading.briefing
            place = f" · {briefing.venue.pick(self.lang).text}" if briefing.venue else ""
            title = f"{briefing.title.pick(self.lang).text}{place}"
            return Item(entry.key, title, f"{briefing.date.shown()}  {entry.key}", briefing.tlp)
        reason = self.broken.get(entry.key, "")
        return Item(
            entry.key, f"{entry.key}  {reason}" if reason else entry.key, "cannot be read" if reason else "", None, bool(reason)
        )

    def _related(self, key: str, briefing: Briefing) -> tuple[Related, ...]:
        """The briefings read so far that share people with this one: equal id and equal name."""
        related = []
        for other, reading in sorted(self.read.items()):
            shared = [str(person.name) for person in briefing.participants.values() if _knows(reading.briefing, person)]
            if other != key and shared:
                why = ", ".join(shared[:2]) + (f" and {len(shared) - 2} more" if len(shared) > 2 else "")
                related.append(Related(Ref(Kind.BRIEFING, other), reading.briefing.title.pick(self.lang).text, why))
        return tuple(related[:8])

    # --- what leaves

    def copied(self, shown: Shown, subject: Subject) -> tuple[str, str]:
        """What copying a thing takes away: its name for the user, and the text with its marking."""
        from ..handout import as_page, as_text

        if isinstance(subject, Ref):
            what = f"the {subject.kind.value}" if subject.kind is not Kind.PERSON else shown.view.links.name(subject)
            return what, as_text(shown.view.links, subject, shown.view.lang)
        if subject is Page.QUOTES:
            refs = [Ref(Kind.QUOTE, quote.id) for quote in shown.briefing.quotes]
            return f"{len(refs)} quotes", "\n".join(as_text(shown.view.links, ref, shown.view.lang) for ref in refs)
        name, section = _TAKEN[subject]
        return name, as_page(shown.briefing, shown.view.lang, section)

    @property
    def path(self) -> Path:
        """The open file."""
        entry = self.entry(self.shown.key)
        return entry.path if entry else Path(self.shown.key)

    def line_of(self, subject: Subject | None) -> int:
        """The line of a thing in the open file, from 1."""
        record: Record | None = self.shown.briefing
        if isinstance(subject, Ref):
            record = self.shown.view.links.record(subject)
        elif isinstance(subject, Page):
            record = next(iter(_first(self.shown.briefing, subject)), None)
        return record.lineno if record and record.lineno else 1


def _first(briefing: Briefing, page: Page) -> list[Record]:
    records: dict[Page, list[Record]] = {
        Page.QUOTES: list(briefing.quotes),
        Page.AGENDA: list(briefing.agenda),
        Page.SOURCES: list(briefing.sources.values()),
        Page.TERMS: list(briefing.glossary.values()),
    }
    return records.get(page, [briefing])


def _knows(briefing: Briefing, person: Participant) -> bool:
    other = briefing.participants.get(person.id)
    return other is not None and str(other.name).casefold() == str(person.name).casefold()


def warning(reading: Reading) -> str:
    """The banner of a file with mistakes: how many, and the first; empty for a clean one."""
    problems = reading.problems
    if not problems:
        return ""
    first = reading.cut or problems[0]
    count = f"{len(problems)} problems (i lists them), the first in" if len(problems) > 1 else "a problem in"
    return f"{count} line {first.line}: {first.text}"
