"""What lies on the desk: the library, the briefing shown, the index of all passages. Knows nothing of Textual.

The index is kept up to date and searched in threads of their own; all else is called from the app's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from ..i18n import _, several
from ..keys.keymap import PLAIN, Keymap
from ..model.briefing import Briefing, Record
from ..model.errors import BriefingError, NotFoundError
from ..model.fields import Ref
from ..model.links import Links
from .around import Around
from .cards import Subject
from .cards.page import Page
from .cards.view import Related, View
from .clock import Clock, real
from .items import Item
from .shown import Shown
from .targets import There
from .warnings import LAST, broken, listed, unread, warning

if TYPE_CHECKING:
    from ..library import Entry, Library
    from ..library.facts import Facts
    from ..library.stand_in import StandIn
    from ..library.upkeep import Upkeep
    from ..model.note import Note
    from ..notes import State
    from ..reading import Reading
    from ..search.results import Results
    from .noted import Noted

RESCANNED = 1000
"""Libraries with more files are not looked through while somebody waits."""
RELATED = 8
_NOTHING: Mapping[str, Facts] = {}


class Desk:
    """One library and the briefing that is open from it; `lang` is the language texts are wanted in, `clock` gives the time.

    As long as the index is not ready, `stand_in` is searched, if there is one. `keymap` has the keys that texts name,
    `complaints` say what is wrong with the settings.
    """

    def __init__(
        self,
        library: Library,
        entry: Entry,
        lang: str = "en",
        clock: Clock = real,
        stand_in: StandIn | None = None,
        keymap: Keymap = PLAIN,
        complaints: Sequence[str] = (),
    ) -> None:
        self.library = library
        self.lang = lang
        self.clock = clock
        self.stand_in = stand_in
        self.keymap = keymap
        self.complaints = tuple(complaints)
        self.broken: dict[str, str] = {}
        """Why briefings that somebody tried to open could not be read, by key."""
        self._notes: dict[str, State] = {}
        self._unsaved: dict[str, tuple[Note, ...]] = {}
        self._note_words = ""
        self.around = Around(self)
        self._index: Upkeep | None = None
        self._making = Lock()
        self.opened = entry
        self._given: Reading | BriefingError = self._read(entry)
        self.reading = self._given
        self.shown = self._shown(entry, self.reading)

    # --- briefings

    def _read(self, entry: Entry) -> Reading:
        """A briefing of the library; raises UnreadableError, and remembers why."""
        try:
            reading = self.library.read(entry)
        except BriefingError as error:
            self.broken[entry.key] = error.message
            raise
        self.broken.pop(entry.key, None)
        return reading

    def _shown(self, entry: Entry, reading: Reading) -> Shown:
        related = self._related(entry.key, reading.briefing)
        links = Links(reading.briefing)
        view = View(
            links,
            self.lang,
            self.around,
            listed(reading),
            related,
            self.clock,
            self._noted(entry.key, links),
            keymap=self.keymap,
            complaints=self.complaints,
        )
        return Shown(entry.key, view, warning(reading, self.keymap))

    def open(self, entry: Entry) -> None:
        """Put a briefing on the desk; raises UnreadableError and changes nothing if it cannot be read."""
        self._given = self.reading = self._read(entry)
        self._note_words = ""
        self.shown = self._shown(entry, self.reading)
        self.opened = entry

    def refreshed(self) -> Shown:
        """What is shown, now that more of the library is known."""
        before = self.shown
        self.shown = self._shown(self.opened, self.reading).in_language(before.view.lang)
        self._say_wrong(before.warning, before.view.problems)
        return self.shown

    def reload(self, *, force: bool = False) -> bool:
        """Show the open file again if it changed, whoever read it first; whether there is something new to show.

        A save that cannot be read, or not to its end, leaves the last good version under a banner.
        """
        before, lang, given = self.reading, self.shown.view.lang, self._given
        try:
            self._given = reading = self._read(self.opened)
        except BriefingError as error:
            self._given = error
            return (force or error is not given) and self._warn(unread(error.message))
        if reading is given and not force:
            return False
        if reading.cut and not before.cut:
            return self._warn(broken(reading))
        self.reading = reading
        self.shown = self._shown(self.opened, reading).in_language(lang)
        return True

    def _warn(self, problems: tuple[str, ...]) -> bool:
        """Say of the file as saved what is wrong with it; whether that is anything new."""
        before = self.shown
        self._say_wrong(f"{problems[0]} {_(LAST)}", problems)
        return (self.shown.warning, self.shown.view.problems) != (before.warning, before.view.problems)

    def _say_wrong(self, banner: str, problems: tuple[str, ...]) -> None:
        self.shown = self.shown._replace(warning=banner, view=self.shown.view._replace(problems=problems))

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

    def _briefing(self, entry: Entry) -> Briefing | None:
        try:
            return self._read(entry).briefing
        except BriefingError:
            return None

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
        return Shown(key, View(Links(briefing), self.lang, clock=self.clock)) if briefing else None

    # --- notes

    def note(self, key: str, state: State) -> bool:
        """Put on the desk what was noted on a briefing; whether that is anything new."""
        if self._notes.get(key) == state:
            return False
        self._notes[key] = state
        if key == self.shown.key:
            self._annotate()
        return True

    def lay_aside(self, key: str, unsaved: tuple[Note, ...]) -> bool:
        """Put on the desk what was left unsaved on a briefing; whether that is anything new."""
        if self._unsaved.get(key, ()) == unsaved:
            return False
        self._unsaved[key] = unsaved
        if key == self.shown.key:
            self._annotate()
        return True

    def filter_notes(self, words: str) -> None:
        """Let the section of notes show only those that match."""
        self._note_words = words
        self._annotate()

    def _annotate(self) -> None:
        view = self.shown.view
        self.shown = self.shown._replace(view=view._replace(noted=self._noted(self.shown.key, view.links)))

    def _noted(self, key: str, links: Links) -> Noted | None:
        """What was noted on a briefing, as far as it is read."""
        state = self._notes.get(key)
        if state is None:
            return None
        from ..model.noted import local
        from .noted import Noted

        noted = Noted.of(links, state.notes, state.ticks)
        return noted._replace(words=self._note_words, unsaved=local(links.briefing, self._unsaved.get(key, ())))

    # --- all of them

    @property
    def index(self) -> Upkeep:
        """The index of all passages, in which whoever searches finds what has been read so far."""
        with self._making:
            if self._index is None:
                from ..library.upkeep import Upkeep

                self._index = Upkeep(self.library)
            return self._index

    def search(self, text: str, **options: Any) -> Results:
        """The results of `Index.search`, for any thread."""
        stand_in = self.stand_in
        if stand_in and not self._is_ready and (results := stand_in.search(text, **options)):
            return results
        return self.index.search(text, **options)

    @property
    def _is_ready(self) -> bool:
        return self._index is not None and self._index.ready

    def leave(self) -> None:
        """Nobody asks any more."""
        self.around.leave()
        self.relieve()

    def relieve(self) -> None:
        """Do without the stand-in, from now on."""
        stand_in, self.stand_in = self.stand_in, None
        if stand_in:
            stand_in.close()

    @property
    def loading(self) -> str:
        """What is still being read; empty if everything can be found."""
        if self.stand_in and self.stand_in.there and not (self._index and self._index.progress):
            return ""
        if self._index is None or not (self._index.ready or self._index.progress):
            return _("opening the index")
        progress = self._index.progress
        return progress.words() if progress and progress.of > 1 else ""

    @property
    def counted(self) -> str:
        """How many briefings are searched; empty as long as nobody knows."""
        facts = self.facts.values()
        if not facts:
            return ""
        count = sum(each.briefing is not None for each in facts)
        return several("{count} briefing", "{count} briefings", count)

    @property
    def facts(self) -> Mapping[str, Facts]:
        """What lists say of every briefing, by key, as far as is known."""
        return self._index.outlines.facts if self._index else _NOTHING

    def rescan(self) -> bool:
        """Look for files that came or went, unless there are so many that the system has to tell; whether there are any."""
        return len(self.library.entries) <= RESCANNED and self.library.rescan()

    def items(self) -> list[Item]:
        """The briefings to pick from; one that cannot be read is listed with its reason."""
        facts = self.facts
        return [self._item(entry, facts.get(entry.key)) for entry in self.library.entries]

    def _item(self, entry: Entry, facts: Facts | None) -> Item:
        if facts and facts.briefing:
            briefing = facts.briefing
            place = f" · {briefing.venue.pick(self.lang).text}" if briefing.venue else ""
            title = f"{briefing.title.pick(self.lang).text}{place}"
            return Item(entry.key, title, f"{briefing.date.shown()}  {entry.key}", briefing.tlp)
        reason = facts.reason if facts else self.broken.get(entry.key, "")
        return Item(
            entry.key,
            f"{entry.key}  {reason}" if reason else entry.key,
            _("cannot be read") if reason else "",
            None,
            bool(reason),
        )

    def _related(self, key: str, briefing: Briefing) -> tuple[Related, ...]:
        """The briefings that share people with this one: equal id and equal name."""
        if self._index is None:
            return ()
        outlines = self._index.outlines
        sharing = outlines.sharing((person.id, str(person.name)) for person in briefing.participants.values())
        related = []
        for other in sorted(sharing.keys() - {key})[:RELATED]:
            shared, about = sharing[other], outlines.facts[other].briefing
            if about:
                more = several(" and {count} more", " and {count} more", len(shared) - 2) if len(shared) > 2 else ""
                why = ", ".join(shared[:2]) + more
                related.append(Related(other, about.title.pick(self.lang).text, why, about.tlp))
        return tuple(related)

    # --- where it lies

    @property
    def path(self) -> Path:
        """The open file."""
        return self.opened.path

    @property
    def place(self) -> str:
        """The open file, as the index names it."""
        return self.library.place(self.path)

    def stands(self, subject: Subject | There | None) -> tuple[Path, int]:
        """The file in which something stands, and its line there, from 1; raises NotFoundError if it is gone."""
        if not isinstance(subject, There):
            return self.path, self.line_of(subject)
        entry, view = self.entry(subject.key), self.view_of(subject.key)
        if entry is None:
            raise NotFoundError(_("no longer in this library: {briefing}", briefing=subject.key))
        record = view.links.record(subject.ref) if view else None
        return entry.path, (record.lineno if record and record.lineno else 1)

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
