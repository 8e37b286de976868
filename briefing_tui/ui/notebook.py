"""The user's notes and ticks on the briefing shown: read behind it, written in a thread, followed while others write too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from ..i18n import _
from ..model.clock import shown_in
from ..model.fields import Ref
from ..model.note import ITSELF, Note, What
from ..model.noted import is_there, item_of, lines_of
from ..model.noted import ticked as ticked_lines
from ..notes import State, Unsaved, deleted, edited, moved, new_id, ticked
from .books import Book, Books
from .cards.grid import Stop
from .clock import Rehearsal
from .jotting import Jotting, Keeping

if TYPE_CHECKING:
    from ..notes import Draft, Kept
    from ..notes.lines import Entry
    from .app import BriefingApp
    from .cards.view import View

    Left = Jotting | Unsaved
    """A text that is neither saved nor discarded: laid aside here, or left behind by a program that is no more."""


class Notebook:
    """All that the commands need of notes. Everything here is called in the app's own thread and waits for no disk."""

    def __init__(self, app: BriefingApp) -> None:
        self._app = app
        self._books = Books(app)
        self._open: set[str] = set()
        self._trouble = ""
        self._looking = False
        self._pending: set[tuple[str, Stop]] = set()
        self._aside: dict[str, list[Keeping]] = {}
        self._left: dict[str, tuple[Unsaved, ...]] = {}
        self._removed: dict[str, list[Note]] = {}
        self.former: dict[str, list[Kept]] = {}
        """Journals that may be those of a briefing under a former path, by its key."""
        self.keeping: Keeping | None = None
        """What is being typed."""

    @property
    def at_work(self) -> int:
        """How much is being read or written."""
        return self._books.at_work

    @property
    def _view(self) -> View:
        return self._app.desk.shown.view

    @property
    def rehearsing(self) -> bool:
        """Whether that is no time at which anything happens."""
        return isinstance(self._app.desk.clock, Rehearsal)

    def _key(self, id: str) -> str:
        return self._app.keymap.way(id)

    def now(self) -> datetime:
        """The time, in the zone of this machine."""
        return shown_in(self._app.desk.clock(), None)

    # --- following

    @property
    def book(self) -> Book:
        """The book of the briefing shown."""
        shown = self._app.desk.shown
        return self._books.of(shown.key, shown.briefing, self._app.desk.path)

    def look(self) -> None:
        """Read the notes of the briefing shown, if nobody did or somebody wrote since; called every second."""
        book = self.book
        new = book.key not in self._open
        if not self._looking and (new or book.journal.changed()):
            self._looking = True
            self._open.add(book.key)
            self._books.do(book.journal.refresh, lambda state, trouble: self._looked(book, state, trouble, new))

    def _looked(self, book: Book, state: State | None, trouble: str, new: bool) -> None:
        self._looking = False
        if trouble and trouble != self._trouble:
            self._app.say(_("notes cannot be read: {reason}", reason=trouble))
        self._trouble = trouble
        if state is None:
            return
        if new and state.damages:
            self._app.say(_("notes file damaged; the rest is shown"))
        self._show(book, state)
        if new:
            self._books.do(lambda: book.left(state), lambda left, _trouble: self._leave(book, left or ()))
            if not (state.notes or state.set_ticks):
                self._books.do(lambda: moved(book.journal), lambda found, _trouble: self._find(book, found or []))

    def _show(self, book: Book, state: State) -> None:
        if self._app.desk.note(book.key, state):
            self._app.notes_changed(book.key)

    def _leave(self, book: Book, left: tuple[Unsaved, ...]) -> None:
        self._left[book.key] = left
        self._list_unsaved(book.key)
        if left:
            ways = ", ".join(self._way(each) for each in left)
            self._app.say(_("unsaved note kept: {way} goes on with it", way=ways))

    def _way(self, left: Left) -> str:
        """How the user goes on with a text: `a on KOR–JPN`."""
        what = _("the briefing") if left.item.ref == ITSELF else left.item.title
        if left.edits:
            return _("{key} on the note on {what}", key=self._key("edit"), what=what)
        return _("{key} on {what}", key=self._key("note"), what=what)

    def _find(self, book: Book, found: list[Kept]) -> None:
        self.former[book.key] = found
        if found:
            self._app.say(_("notes from a former path: {key} asks", key=self._key("notes")))

    # --- writing

    def write(self, ref: Ref) -> None:
        """Let the user type a note on something, or go on with one on it that was left unsaved."""
        item = item_of(self._view.links, ref, self._view.lang)
        if not (self._go_on(lambda left: not left.edits and left.item.ref == item.ref) or self._go_on(self._is_lost)):
            self._type(Jotting(item, new_id(), self.now(), rehearsed=self.rehearsing))

    def edit(self, id: str) -> None:
        """Let the user change a note, or go on with changing it."""
        note = self._view.noted.note(id) if self._view.noted else None
        if not self._go_on(lambda left: left.note == id) and note:
            self._type(Jotting(note.item, note.id, self.now(), note.text, note, self.rehearsing))

    def _is_lost(self, left: Left) -> bool:
        """Whether there is nothing any more to go on with a text on: it is gone on with wherever the user writes."""
        if left.edits:
            return self._view.noted is not None and self._view.noted.note(left.note) is None
        return not is_there(self._view.links, left.item.ref)

    def _go_on(self, is_it: Callable[[Left], bool]) -> bool:
        """Go on with a text that was left unsaved, if there is one that is it."""
        key, unsaved = self.book.key, _("not saved yet")
        if aside := next((each for each in self._aside.get(key, ()) if is_it(each.jotting)), None):
            self._aside[key].remove(aside)
            self._list_unsaved(key)
            self._type(aside.jotting, unsaved, aside.draft)
            return True
        if left := next((each for each in self._left.get(key, ()) if is_it(each)), None):
            self._left[key] = tuple(each for each in self._left[key] if each is not left)
            self._list_unsaved(key)
            draft = self.book.draft()
            self._books.do(lambda: draft.take(left), lambda _done, trouble: None)
            note = self._view.noted.note(left.note) if self._view.noted else None
            self._type(Jotting.of(left, note), unsaved, draft)
            return True
        return False

    def _type(self, jotting: Jotting, why: str = "", draft: Draft | None = None) -> None:
        from .screens.note import NoteScreen

        screen = NoteScreen(self, jotting, why or (_("rehearsal") if jotting.rehearsed else ""))
        self.keeping = Keeping(self._books, self.book, jotting, draft or self.book.draft(), screen.complain)
        self._app.push_screen(screen, lambda _result: self.lay_aside())

    def lay_aside(self) -> None:
        """The user goes on later with what is neither saved nor discarded."""
        keeping, self.keeping = self.keeping, None
        if keeping and keeping.jotting.wanted:
            self._aside.setdefault(self.book.key, []).append(keeping)
            self._list_unsaved(self.book.key)
            keeping.end()
            keeping.keep(lambda trouble: self._laid_aside(keeping, trouble))
        elif keeping:
            keeping.drop()

    def _laid_aside(self, keeping: Keeping, trouble: str) -> None:
        if keeping not in self._laid:
            return
        way = self._way(keeping.jotting)
        until_quit = _("kept till you quit; {way} goes on: {reason}", way=way, reason=_reason(trouble))
        self._app.say(until_quit if trouble else _("draft kept: {way} goes on with it", way=way))

    def _list_unsaved(self, key: str) -> None:
        """Let the section of notes list what is left unsaved by now."""
        laid = (each.jotting for each in self._aside.get(key, ()))
        found = [Note(each.note, each.at, each.item, each.text, rehearsed=each.rehearsed) for each in laid]
        left = self._left.get(key, ())
        found += [Note(each.note, each.time, each.item, each.text, rehearsed=each.rehearsed) for each in left]
        if self._app.desk.lay_aside(key, tuple(found)) and key == self._app.desk.shown.key:
            self._app.reader.renew(self._app.desk.shown)

    @property
    def _laid(self) -> list[Keeping]:
        """All that was laid aside."""
        return [each for laid in self._aside.values() for each in laid]

    def drop(self) -> None:
        """The user does not want it."""
        keeping, self.keeping = self.keeping, None
        if keeping:
            keeping.drop()

    def end(self) -> None:
        """It is saved."""
        keeping, self.keeping = self.keeping, None
        if keeping:
            keeping.end()

    def keep_now(self) -> None:
        """Keep what is being typed, or was laid aside without being kept: the program ends."""
        for each in self._typed():
            if each.jotting.unkept or not each.jotting.wanted:
                each.keep_now()

    def unkept(self) -> list[Keeping]:
        """What is lost if the program ends now, after another try to keep it."""
        self.keep_now()
        return [each for each in self._typed() if each.jotting.unkept]

    def given_back(self) -> list[str]:
        """The texts that are kept nowhere, once all that was begun is done: the program has ended."""
        self._books.finish()
        return [each.given_back for each in self.unkept()]

    def _typed(self) -> list[Keeping]:
        return [*([self.keeping] if self.keeping else []), *self._laid]

    def save(self, jotting: Jotting, then: Callable[[str], None]) -> None:
        """Save what is typed; `then` is told why it is not saved, or nothing once it is."""
        book, entries, keeping = self.book, jotting.entries(self.now()), self.keeping

        def work() -> State:
            state = book.journal.append(*entries)
            jotting.saved = True
            if keeping:
                keeping.draft.drop()
            return state

        self._books.do(work, lambda state, trouble: self._jotted(book, jotting, state, trouble, then))

    def _jotted(self, book: Book, jotting: Jotting, state: State | None, trouble: str, then: Callable[[str], None]) -> None:
        """A text that was laid aside while it was being saved is no longer to be gone on with."""
        laid = self._aside.get(book.key, [])
        if state and (aside := next((each for each in laid if each.jotting is jotting), None)):
            laid.remove(aside)
            aside.drop()
            self._list_unsaved(book.key)
        self._saved(book, state, trouble, then)

    def say_saved(self, title: str, jotting: Jotting, trouble: str) -> None:
        """Say how saving ended to a user who did not wait for it."""
        not_saved = _("not saved; {way} goes on: {reason}", way=self._way(jotting), reason=_reason(trouble))
        self._app.say(not_saved if trouble else _("saved: {what}", what=title))

    def _saved(self, book: Book, state: State | None, trouble: str, then: Callable[[str], None]) -> None:
        if state:
            self._show(book, state)
        then(trouble)

    def _append(self, entries: Sequence[Entry], then: Callable[[str], None]) -> None:
        book = self.book
        self._books.do(lambda: book.journal.append(*entries), lambda state, trouble: self._saved(book, state, trouble, then))

    # --- ticks, and notes that are there

    def tick(self, stop: Stop) -> bool:
        """Tick a line, or untick it; False while it is being saved already."""
        pending, links = (self.book.key, stop), self._view.links
        if pending in self._pending:
            return False
        what = What(stop.what)
        ref = ITSELF if what is What.AGENDA else stop.about
        lines = lines_of(links, what, ref)
        set_ = ticked_lines(self._view.noted.ticks if self._view.noted else (), ref, lines) if stop.done else {}
        line = set_[stop.number].line if stop.number in set_ else lines[stop.number]
        self._pending.add(pending)

        def done(trouble: str) -> None:
            self._pending.discard(pending)
            if trouble:
                self._app.say(_("not ticked: {reason}", reason=_reason(trouble)))

        item = item_of(links, ref, self._view.lang)
        self._append([ticked(item, line, self.now(), on=not stop.done, rehearsed=self.rehearsing)], done)
        return True

    def remove(self, id: str) -> None:
        """Remove a note; it can be brought back."""
        note = self._view.noted.note(id) if self._view.noted else None
        if note:
            key = self.book.key
            self._append([deleted(note, self.now())], lambda trouble: self._was_removed(key, note, trouble))

    def _was_removed(self, key: str, note: Note, trouble: str) -> None:
        if not trouble:
            self._removed.setdefault(key, []).append(note)
        removed = _("removed; {key} brings it back until you quit", key=self._key("note-back"))
        self._app.say(_("not removed: {reason}", reason=_reason(trouble)) if trouble else removed)

    @property
    def removed(self) -> Note | None:
        """The note removed last that was not brought back."""
        removed = self._removed.get(self._app.desk.shown.key)
        return removed[-1] if removed else None

    def bring_back(self) -> None:
        """Bring back the note removed last, then the one removed before it, and so on."""
        key, note = self._app.desk.shown.key, self.removed
        if note:
            self._removed[key].pop()
            again = edited(note, note.text, self.now(), rehearsed=note.rehearsed)
            self._append([again], lambda trouble: self._was_brought(key, note, trouble))

    def _was_brought(self, key: str, note: Note, trouble: str) -> None:
        if trouble:
            self._removed[key].append(note)
            self._app.say(_("not brought back: {reason}", reason=_reason(trouble)))
            return
        if self._app.reader.on_card:
            self._app.reader.stand_on_note(note.id)
        self._app.say(_("brought back"))

    # --- filtering

    def open_filter(self) -> None:
        """Filter the section of notes."""
        from .screens.notes_filter import NotesFilter

        if self._view.noted:
            self._app.push_screen(NotesFilter(self._view.noted))

    def filter(self, words: str) -> None:
        """Show only the notes that match."""
        self._app.desk.filter_notes(words)
        self._app.notes_changed(self._app.desk.shown.key)

    # --- a file that was moved

    def ask(self) -> None:
        """Ask whether notes under a former path of the file are this briefing's, if there are any."""
        found = self.former.get(self.book.key)
        if found:
            from .screens.former import Former

            self._app.push_screen(Former(found[0]), lambda yes: None if yes is None else self._answer(found[0], yes))

    def _answer(self, kept: Kept, yes: bool) -> None:
        book, now = self.book, self.now()
        self.former[book.key] = [each for each in self.former[book.key] if each is not kept]
        answer = book.journal.adopt if yes else book.journal.decline
        said = _("taken over") if yes else _("they stay where they are")

        def then(trouble: str) -> None:
            if trouble:
                self.former[book.key].append(kept)
            left = _("not taken over: {reason}", reason=_reason(trouble)) if trouble and yes else _reason(trouble)
            self._app.say(left or said)

        self._books.do(lambda: answer(kept.path, now), lambda state, trouble: self._saved(book, state, trouble, then))


def _reason(trouble: str) -> str:
    """Why something was not saved, without where, for which the last row has no room."""
    return trouble.rpartition(": ")[2]
