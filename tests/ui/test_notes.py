"""Notes and ticks in the reader: said to be saved once they are, never lost, shown wherever they belong."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from moonbase import User, at_the_reader, moon
from textual import events

from briefing_tui import notes
from briefing_tui.model.errors import NotSavedError
from briefing_tui.notes import Draft, Journal, State
from briefing_tui.notes.folder import kept
from briefing_tui.ui.clock import Rehearsal
from briefing_tui.ui.screens.blank import Blank
from briefing_tui.ui.screens.former import Former
from briefing_tui.ui.screens.note import NoteScreen


def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir(exist_ok=True)
    return moon(folder)


@asynccontextmanager
async def reading(tmp_path: Path, **how: object) -> AsyncIterator[User]:
    """A user whose notes have been read."""
    async with at_the_reader(library(tmp_path), **how) as user:  # type: ignore[arg-type]
        await until(user, lambda: user.app.desk.shown.view.noted is not None)
        yield user


async def until(user: User, true: object) -> None:
    for _ in range(400):
        await user.settle()
        if true():  # type: ignore[operator]
            return
        await asyncio.sleep(0.005)
    raise AssertionError(user.text)


def saved() -> State:
    """What all journals of the test hold: that of the one briefing noted on."""
    found = [each for each in kept() if each.has_notes]
    return found[0].state if found else State()


def texts() -> list[str]:
    return [note.text for note in saved().notes]


async def note(user: User, text: str) -> None:
    await user.press("a")
    await user.type(text)
    await user.press("enter")


async def test_a_note_hangs_on_what_is_under_the_cursor(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("2", "a")
        assert "note on TYC–COP" in user.text
        await user.type("they smiled")
        await user.press("enter")
        assert texts() == ["they smiled"]
        assert "saved: note on TYC–COP" in user.rows[-1]
        assert "MY NOTES" in user.text and "they smiled" in user.text


@pytest.mark.parametrize(
    ("keys", "kind", "id"),
    [
        (("1",), "person", "vega"),
        (("2", "tab"), "person", "vega"),
        (("3",), "threat", "leak"),
        (("4", "tab"), "quote", "q-grave"),
        (("5", "tab"), "words", "Opening"),
        (("2", "j", "space"), "talk", "tyc-far"),
        (("7", "tab"), "source", "minutes"),
        (("i",), "briefing", ""),
    ],
)
async def test_on_what_a_note_is_made(tmp_path: Path, keys: tuple[str, ...], kind: str, id: str) -> None:
    async with reading(tmp_path) as user:
        await user.press(*keys)
        await note(user, "so")
        assert saved().notes[0].item.ref == (kind, id)


async def test_lines_may_be_broken_and_pastes_keep_theirs(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("a")
        await user.type("one")
        await user.press("ctrl+o")
        user.app.post_message(events.Paste("two\r\nthree\x1b]52;c;AA\x07\u202e"))
        await user.settle()
        await user.press("enter")
        assert texts() == ["one\ntwo\nthree\ufffd]52;c;AA\ufffd"]


async def test_what_was_typed_and_pasted_can_be_undone_and_done_again(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("a")
        await user.type("they smiled")
        user.app.post_message(events.Paste("\x1b\ntwice"))
        await user.settle()
        await user.press("ctrl+z")
        screen = user.app.screen
        assert isinstance(screen, NoteScreen) and screen.writing.text == "they smiled"
        await user.press("ctrl+y")
        assert screen.writing.text == "they smiled\ufffd\ntwice"
        await user.press("ctrl+z", "enter")
        assert texts() == ["they smiled"]
        await user.press("a", "ctrl+z", "ctrl+z")
        await user.type("so")
        await user.press("enter")
        assert texts() == ["they smiled", "so"]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_the_input_grows_to_five_rows_and_scrolls_beyond(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(tmp_path, size=size) as user:
        await user.press("a")
        screen = user.app.screen
        assert isinstance(screen, NoteScreen)
        heights = []
        for number in range(7):
            await user.type(f"line {number}")
            heights.append(screen.writing.size.height)
            await user.press("ctrl+o")
        assert heights == [1, 2, 3, 4, 5, 5, 5]
        assert "line 6" in user.text and "line 1" not in user.text
        assert "TLP:GREEN" in user.rows[0] and "TLP:GREEN" in user.rows[-1]
        assert "note on TYC–COP" in user.text


async def test_what_cannot_be_saved_stays_to_be_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Journal, *entries: object) -> State:
        raise NotSavedError("nothing was saved in /far/away.journal: the disk is full; free some space and save again")

    async with reading(tmp_path) as user:
        await user.press("a")
        await user.type("they agreed")
        with monkeypatch.context() as patched:
            patched.setattr(Journal, "append", full)
            await user.press("enter", "enter")
            assert "the disk is full" in user.text and "not saved" in user.text and "they agreed" in user.text
            assert "saved:" not in user.rows[-1]
        await user.type(" at last")
        await user.press("enter")
        assert texts() == ["they agreed at last"]


async def test_a_note_that_was_saved_unknown_to_the_user_is_not_saved_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Journal.append

    def unsure(self: Journal, *entries: object) -> State:
        real(self, *entries)  # type: ignore[arg-type]
        raise NotSavedError("nothing was saved in x: input/output error")

    async with reading(tmp_path) as user:
        await user.press("a")
        await user.type("once")
        with monkeypatch.context() as patched:
            patched.setattr(Journal, "append", unsure)
            await user.press("enter")
        await user.press("enter")
        assert texts() == ["once"]


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
@pytest.mark.parametrize("full", [False, True])
async def test_whoever_does_not_wait_for_a_slow_disk_is_told_on_the_screen_they_went_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, full: bool
) -> None:
    real, done = Journal.append, threading.Event()

    def slow(self: Journal, *entries: object) -> State:
        done.wait(10)
        if full:
            raise NotSavedError("nothing was saved in x: the disk is full")
        return real(self, *entries)  # type: ignore[arg-type]

    async with reading(tmp_path) as user:
        await user.press("2", "a")
        await user.type("they agreed")
        with monkeypatch.context() as patched:
            patched.setattr(Journal, "append", slow)
            for each in ("enter", "enter", "ctrl+o", "ctrl+x", "ctrl+x", key, "x"):
                user._send(each)
                await user.pilot.pause()
            done.set()
            await user.settle()
        assert isinstance(user.app.screen, Blank) and "TYC" not in user.text
        await user.press("escape")
        assert texts() == ([] if full else ["they agreed"])
        await user.press("a")
        assert ("they agreed" in user.text.partition("note on")[2]) is full
        await user.press("enter")
        assert texts() == ["they agreed"]
        assert not list(notes.notes_folder().glob("*.draft"))


async def test_a_text_left_by_esc_is_offered_again_and_may_be_discarded(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("a")
        await user.type("half a thou")
        await user.press("escape")
        assert "draft kept: a on TYC–COP goes on" in user.rows[-1] and not texts()
        await user.press("1", "a")
        assert "note on Ida Vega" in user.text and "half a thou" not in user.text
        await user.press("escape", "2", "a")
        assert "note on TYC–COP" in user.text and "half a thou" in user.text and "not saved yet" in user.text
        await user.press("ctrl+x")
        assert "discards" in user.rows[-1]
        await user.press("ctrl+x", "a")
        assert "half a thou" not in user.text and "note on TYC–COP" in user.text


async def typed_and_killed(user: User, words: str) -> dict[str, bytes]:
    """What a program leaves that is killed while one types a note."""
    await user.press("a")
    await user.type(words)
    user.app.keep_typed()
    files = {path.name: path.read_bytes() for path in notes.notes_folder().glob("*.draft")}
    await user.press("ctrl+x", "ctrl+x")
    return files


def put_back(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (notes.notes_folder() / name).write_bytes(data)


async def test_a_text_left_by_a_program_that_is_no_more_is_offered(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        files = await typed_and_killed(user, "about to die")
    put_back(files)
    async with reading(tmp_path) as user:
        await until(user, lambda: "unsaved note kept: a on TYC–COP goes on" in user.rows[-1])
        await user.press("3", "a")
        assert "about to die" not in user.text
        await user.press("escape", "2", "a")
        assert "about to die" in user.text and "note on TYC–COP" in user.text
        await user.press("enter")
        assert texts() == ["about to die"]
        assert not list(notes.notes_folder().glob("*.draft"))


async def test_a_draft_is_kept_while_typing(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("a")
        await user.type("twenty letters or more")
        await user.settle()
        assert list(notes.notes_folder().glob("*.draft"))
        await user.press("enter")
        assert not list(notes.notes_folder().glob("*.draft"))


async def test_a_draft_that_cannot_be_kept_is_complained_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Draft, *args: object, **more: object) -> None:
        raise NotSavedError("nothing was saved in x: the disk is full")

    async with reading(tmp_path) as user:
        monkeypatch.setattr(Draft, "keep", full)
        await user.press("a")
        await user.type("twenty letters or more")
        assert "no draft is kept" in user.text and "the disk is full" in user.text
        await user.press("escape")
        assert "kept till you quit; a on TYC–COP goes on: the disk is full" in user.rows[-1]
        await user.press("a")
        assert "twenty letters or more" in user.text


async def test_space_ticks_line_after_line(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("2", "j", "space")
        assert user.app.reader.on_card and not saved().set_ticks
        await user.press("space", "space")
        assert [tick.line.what for tick in saved().set_ticks] == ["point", "if_raised"]
        assert "✓ The vote is in June" in user.text and "✓ the leak: It is mended." in user.text
        assert "• TYC A second pump" in user.text
        await user.press("shift+tab", "space")
        assert [tick.line.what for tick in saved().set_ticks] == ["point"]
        assert "• the leak: It is mended." in user.text
    async with reading(tmp_path) as user:
        await user.press("2", "j")
        assert "✓ The vote is in June" in user.text


async def test_a_line_that_was_rewritten_shows_what_was_ticked(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("2", "j", "space", "space")
    file = tmp_path / "library" / "third-council.yaml"
    later = (
        file.read_text(encoding="utf-8").replace("The vote is in June", "The vote is in July").replace("de: Juni", "de: Juli")
    )
    async with reading(tmp_path) as user:
        file.write_text(later, encoding="utf-8")
        user.app.reload(force=True)
        await user.press("2", "j", "tab")
        assert "✓ The vote is in July  ticked as: The vote is in June" in user.text
        await user.press("escape", "2", "j", "space", "shift+tab", "space")
        await until(user, lambda: not saved().set_ticks)
        assert "• The vote is in July" in user.text and "ticked as" not in user.text


async def test_an_item_of_the_agenda_is_done(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(40, 12)) as user:
        await user.press("5", "space", "space")
        assert [tick.line.words for tick in saved().set_ticks] == ["Opening"]
        assert "✓" in user.text


async def test_a_tick_that_is_not_saved_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(self: Journal, *entries: object) -> State:
        raise NotSavedError("nothing was saved in x: you may not write there")

    async with reading(tmp_path) as user:
        monkeypatch.setattr(Journal, "append", denied)
        await user.press("2", "j", "space", "space")
        assert "not ticked: you may not write there" in user.rows[-1]
        assert "• The vote is in June" in user.text


async def test_without_colour_a_tick_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(tmp_path, size=(80, 24)) as user:
        await user.press("2", "j", "space", "space")
        assert "✓ The vote is in June" in user.text


async def test_the_section_lists_changes_and_removes(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("2")
        await note(user, "on the talk")
        await user.press("1")
        await note(user, "on Ida")
        await user.press("6", "tab")
        assert "My notes" in user.card
        assert user.text.index("on the talk") < user.text.index("on Ida")
        await user.press("e")
        assert "change the note on TYC–COP" in user.text
        await user.type(" again")
        await user.press("enter")
        assert sorted(texts()) == ["on Ida", "on the talk again"]
        assert user.app.reader.standing and user.app.reader.standing.note
        await user.press("R")
        assert texts() == ["on Ida"] and "u brings it back" in user.rows[-1]
        await user.press("R")
        assert not texts() and "no notes" in user.text
        await user.press("u")
        assert texts() == ["on Ida"]
        await user.press("u")
        assert sorted(texts()) == ["on Ida", "on the talk again"]
        await user.press("u")
        assert "no note was removed" in user.rows[-1]
        assert sorted(bool(each.edited) for each in saved().notes) == [False, True]
        await user.press("enter")
        assert user.card == "TYC–COP"


async def test_after_a_note_is_removed_one_stands_on_the_next(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        for words in ("first", "second", "third"):
            await note(user, words)
        await user.press("6", "tab", "tab", "R")
        assert texts() == ["first", "third"]
        await user.press("R")
        assert texts() == ["first"]
        await user.press("R")
        assert not texts()


async def test_a_wide_screen_is_marked_as_the_notes_at_its_side(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(170, 40)) as user:
        await user.press("4", "tab", "tab", "tab")
        await note(user, "on what is AMBER")
        await user.press("1")
        assert "Mara Quist: Die" in user.text
        assert user.rows[0].endswith("TLP:AMBER ") and user.rows[-1].endswith("TLP:AMBER ")


async def test_a_note_keeps_the_marking_that_its_item_had(tmp_path: Path) -> None:
    folder = moon(library(tmp_path), **{"leak: {title": "leak: {tlp: RED, title"})
    async with at_the_reader(folder) as user:
        await until(user, lambda: user.app.desk.shown.view.noted is not None)
        await user.press("3")
        await note(user, "seen when it was RED")
        moon(folder)
        user.app.reload()
        await user.press("3")
        assert "seen when it was RED" in user.text and user.rows[0].endswith("TLP:RED ")
        await user.press("j")
        assert user.rows[0].endswith("TLP:GREEN ")


@pytest.mark.parametrize("size", [(80, 24), (170, 40)])
async def test_times_are_those_of_the_meeting(tmp_path: Path, size: tuple[int, int]) -> None:
    folder = library(tmp_path)
    path = folder / "third-council.yaml"
    path.write_text(path.read_text() + "timezone: Asia/Kuala_Lumpur\n")
    morning = datetime(2031, 5, 2, 0, 50, tzinfo=UTC)
    async with at_the_reader(folder, size=size, clock=lambda: morning) as user:
        await until(user, lambda: user.app.desk.shown.view.noted is not None)
        await user.press("1")
        await note(user, "so")
        await user.press("6")
        assert "2 May 08:50" in user.text and "00:50" not in user.text
        assert "times at the meeting: Asia/Kuala_Lumpur" in user.text
        await user.press("1", "D", "G")
        assert "2 May 2031 08:50 so" in user.text


@pytest.mark.parametrize("zone", ["", "timezone: Nowhere/Mare\n"], ids=["no zone", "no zone anybody knows"])
async def test_whose_times_they_are_is_not_said_where_the_briefing_names_no_zone(tmp_path: Path, zone: str) -> None:
    folder = library(tmp_path)
    path = folder / "third-council.yaml"
    path.write_text(path.read_text() + zone)
    morning = datetime(2031, 5, 2, 0, 50, tzinfo=timezone(timedelta(hours=11)))
    async with at_the_reader(folder, clock=lambda: morning) as user:
        await user.press("2")
        await note(user, "glaciers")
        await user.press("6")
        assert "glaciers" in user.text and "times at the meeting" not in user.text


async def test_the_section_is_filtered(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("2")
        await note(user, "glaciers")
        await note(user, "pumps")
        await user.press("6", "f")
        await user.type("glac")
        await user.press("enter")
        assert "glaciers" in user.text and "pumps" not in user.text and "/glac" in user.card
        await user.press("escape")
        assert "pumps" in user.text and "6" in user.rows[1]


async def test_notes_whose_item_is_gone_are_listed(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("3")
        await note(user, "watch it")
        path = user.app.desk.path
        path.write_text(path.read_text().replace("  leak: {", "  drip: {").replace("about: [leak]", "about: [drip]"))
        user.app.reload()
        await user.press("6")
        assert "NO LONGER IN THIS BRIEFING" in user.text and "Leak in dome four" in user.text and "watch it" in user.text


async def test_what_another_program_writes_is_shown(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("2")
        await note(user, "mine")
        journal = user.app.notebook.book.journal
        other = Journal(journal.path, journal.about)
        mine = saved().notes[0]
        other.append(notes.added(mine.item, "theirs", mine.time))
        user.app.notebook.look()
        await user.settle()
        assert "theirs" in user.text and "mine" in user.text


async def test_nothing_is_drawn_while_nothing_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(tmp_path) as user:
        await note(user, "mine")
        drawn: list[object] = []
        monkeypatch.setattr(user.app.reader, "renew", drawn.append)
        for _ in range(3):
            user.app.notebook.look()
            await user.settle()
        assert not drawn


@pytest.mark.parametrize(("key", "kept_here"), [("y", ["before the move"]), ("n", [])])
async def test_a_moved_file_asks_for_its_notes(tmp_path: Path, key: str, kept_here: list[str]) -> None:
    async with reading(tmp_path) as user:
        await note(user, "before the move")
        about = replace(user.app.notebook.book.journal.about)
    elsewhere = tmp_path / "elsewhere"
    library(tmp_path).rename(elsewhere)
    async with at_the_reader(elsewhere) as user:
        await until(user, lambda: "6 asks" in user.rows[-1])
        await user.press("6")
        assert isinstance(user.app.screen, Former)
        assert "1 note" in user.text and Path(about.path).name.removesuffix(".yaml") in user.text.replace("\n", "")
        await user.press(key)
        assert [note.text for note in user.app.notebook.book.journal.state.notes] == kept_here
        await user.press("escape", "6")
        assert not isinstance(user.app.screen, Former)


async def test_letters_in_one_burst_with_the_key_are_typed(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.type("ahj in June")
        assert isinstance(user.app.screen, NoteScreen)
        assert user.app.screen.writing.text == "hj in June"


async def test_the_third_column_shows_notes(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(170, 40)) as user:
        await user.press("3")
        await note(user, "seen")
        await note(user, "again")
        await user.press("1")
        assert "Leak in dome four: again" in user.text and "Leak in dome four: seen" in user.text


async def test_search_finds_notes_and_leads_to_them(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("2")
        await note(user, "they smiled twice")
        await user.press("1")
        await note(user, "wears the blue badge")
        await user.press("slash")
        await user.type("smild")
        assert "NOTES 1" in user.text and "my note" in user.text
        await user.press("enter")
        assert "My notes" in user.text
        assert user.app.reader.card.spot.stop.note == saved().notes[0].id
        await user.press("R", "slash")
        assert "NOTES 1" not in user.text


REHEARSED = Rehearsal(datetime(2031, 5, 2, 14, 20, tzinfo=UTC))


async def test_what_is_noted_in_a_rehearsal_says_so_for_good(tmp_path: Path) -> None:
    async with reading(tmp_path, clock=REHEARSED) as user:
        await user.press("2", "a")
        assert "rehearsal" in user.text
        await user.type("they smiled")
        await user.press("enter", "2", "j", "space", "space")
    async with reading(tmp_path) as user:
        await user.press("1")
        await note(user, "in earnest")
        await user.press("6")
        assert "they smiled  rehearsal" in user.text and "in earnest  rehearsal" not in user.text
        await user.press("tab", "tab", "e")
        await user.type(" a lot")
        await user.press("enter")
    assert {note.text: note.rehearsed for note in saved().notes} == {"they smiled a lot": True, "in earnest": False}
    assert [tick.rehearsed for tick in saved().ticks] == [True]


async def test_a_note_that_is_changed_in_a_rehearsal_says_so(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await note(user, "in earnest")
    async with reading(tmp_path, clock=REHEARSED) as user:
        await user.press("6", "tab", "e")
        await user.type(" once more")
        await user.press("enter")
        assert "in earnest once more  rehearsal" in user.text


async def test_a_draft_of_a_rehearsal_stays_one(tmp_path: Path) -> None:
    async with reading(tmp_path, clock=REHEARSED) as user:
        files = await typed_and_killed(user, "not yet")
    put_back(files)
    async with reading(tmp_path) as user:
        await until(user, lambda: "unsaved note kept" in user.rows[-1])
        await user.press("a", "enter")
    assert [(note.text, note.rehearsed) for note in saved().notes] == [("not yet", True)]


async def test_each_text_that_is_left_goes_on_where_it_belongs(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await note(user, "on the talk")
        await user.press("a")
        await user.type("half a talk")
        await user.press("escape", "1", "a")
        await user.type("half a person")
        await user.press("escape", "6", "tab", "tab", "tab", "e")
        assert "on the talk" in user.text and "half a" not in user.text.partition("change the note")[2]
        await user.type(", better")
        await user.press("escape")
        assert "draft kept: e on the note on TYC–COP goes on" in user.rows[-1]
        await user.press("2", "a")
        assert "half a talk" in user.text
        await user.type(" whole")
        await user.press("enter", "6", "tab", "tab", "e")
        assert "on the talk, better" in user.text and "not saved yet" in user.text
        await user.press("enter", "1", "a")
        assert "half a person" in user.text
        await user.press("enter")
    assert sorted(texts()) == ["half a person", "half a talk whole", "on the talk, better"]
    assert not list(notes.notes_folder().glob("*.draft"))


async def test_a_note_of_another_year_says_which(tmp_path: Path) -> None:
    async with reading(tmp_path, clock=lambda: datetime(2033, 3, 4, 9, 5, tzinfo=UTC)) as user:
        await note(user, "late")
        assert "4 Mar 2033 09:05 late" in user.text
        await user.press("full_stop")
        assert "the last day was" in user.text and "2 May 2031" in user.text.partition("the last day was")[2]


async def test_a_note_in_one_burst_with_a_move_is_on_what_the_cursor_went_to(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        for burst, title in (
            (("2", "g", "j", "a"), "TYC–COP"),
            (("1", "g", "j", "a"), "Bruno Orlo"),
            (("j", "3", "g", "a"), "Leak"),
        ):
            for key in burst:
                user._send(key)
            await user.settle()
            assert f"note on {title}" in user.text
            await user.press("escape")
        for key in ("1", "g", "j", "enter"):
            user._send(key)
        await user.settle()
        assert user.app.reader.on_card and user.card == "Bruno Orlo"


async def test_what_is_left_unsaved_is_listed_until_it_is_saved(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("6")
        assert "NOT SAVED YET" not in user.text
        await user.press("2", "a")
        await user.type("half a talk")
        await user.press("escape", "6")
        assert "NOT SAVED YET" in user.text and "TYC–COP: half a talk" in user.text
        await user.press("R")
        assert "stand on a note first: tab" in user.rows[-1]
        await user.press("tab", "R")
        assert "not saved yet; e goes on with it" in user.rows[-1]
        await user.press("e")
        assert "NOT SAVED YET" not in user.text and "note on TYC–COP" in user.text
        await user.type(", whole")
        await user.press("enter")
        assert texts() == ["half a talk, whole"] and "NOT SAVED YET" not in user.text
        await user.press("tab", "e")
        await user.type(" and better")
        await user.press("escape")
        assert "TYC–COP: half a talk, whole and better" in user.text
        await user.press("tab", "e", "enter")
        assert texts() == ["half a talk, whole and better"] and "NOT SAVED YET" not in user.text
        assert "saved: note on TYC–COP" in user.rows[-1]


async def test_every_text_that_was_left_outlives_the_program(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("a")
        await user.type("half a talk")
        await user.press("escape", "1")
        files = await typed_and_killed(user, "half a person")
        await user.press("2", "a", "ctrl+x", "ctrl+x")
    assert len(files) == 2
    put_back(files)
    async with reading(tmp_path) as user:
        await until(user, lambda: "unsaved note kept" in user.rows[-1])
        assert "a on TYC–COP" in user.rows[-1] and "a on Ida Vega" in user.rows[-1]
        await user.press("1", "a", "enter", "2", "a", "enter")
    assert sorted(texts()) == ["half a person", "half a talk"]


async def test_a_text_whose_item_is_gone_goes_on_anywhere(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("3", "a")
        await user.type("watch it")
        await user.press("escape")
        path = user.app.desk.path
        path.write_text(path.read_text().replace("  leak: {", "  drip: {").replace("about: [leak]", "about: [drip]"))
        user.app.reload()
        await user.press("1", "a")
        assert "watch it" in user.text and "Leak in dome four" in user.text and "not saved yet" in user.text


async def test_a_line_is_ticked_once_however_often_that_is_asked_for_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked, done = Journal.append, [], threading.Event()

    def slow(self: Journal, *entries: object) -> State:
        asked.append(entries)
        done.wait(10)
        return real(self, *entries)  # type: ignore[arg-type]

    async with reading(tmp_path) as user:
        await user.press("2", "j", "space")
        monkeypatch.setattr(Journal, "append", slow)
        for key in ("space", "shift+tab", "space"):
            user._send(key)
            await user.pilot.pause()
        done.set()
        await user.settle()
        assert len(asked) == 1 and len(saved().set_ticks) == 1


async def test_space_on_a_card_on_which_all_is_ticked_goes_to_its_first_line(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("2", "space", "space", "space", "escape")
        assert user.text.count("✓") > 1 and not user.app.reader.on_card
        ticked = len(saved().set_ticks)
        await user.press("space")
        assert user.app.reader.standing and user.app.reader.standing.number == 0 and len(saved().set_ticks) == ticked


async def test_a_disk_that_is_full_is_told_whoever_removes_or_brings_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Journal, *entries: object) -> State:
        raise NotSavedError("nothing was saved in x: the disk is full")

    async with reading(tmp_path) as user:
        await note(user, "mine")
        await user.press("6", "tab")
        with monkeypatch.context() as patched:
            patched.setattr(Journal, "append", full)
            await user.press("R")
            assert "not removed: the disk is full" in user.rows[-1] and texts() == ["mine"]
        await user.press("R")
        assert not texts()
        with monkeypatch.context() as patched:
            patched.setattr(Journal, "append", full)
            await user.press("u")
            assert "not brought back: the disk is full" in user.rows[-1] and not texts()
        await user.press("u")
        assert texts() == ["mine"]


async def test_notes_that_cannot_be_taken_over_are_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Journal, *args: object) -> State:
        raise NotSavedError("nothing was saved in x: the disk is full")

    async with reading(tmp_path) as user:
        await note(user, "before the move")
    elsewhere = tmp_path / "elsewhere"
    library(tmp_path).rename(elsewhere)
    async with at_the_reader(elsewhere) as user:
        await until(user, lambda: user.app.notebook.former.get(user.app.desk.shown.key))
        with monkeypatch.context() as patched:
            patched.setattr(Journal, "adopt", full)
            await user.press("6", "y")
            assert "not taken over: the disk is full" in user.rows[-1]
        await user.press("6", "y")
        assert texts()[:1] == ["before the move"] and "taken over" in user.rows[-1]


async def test_what_is_left_of_a_damaged_file_is_shown_and_that_is_said(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await note(user, "first")
        await note(user, "second")
        path = user.app.notebook.book.journal.path
    lines = path.read_bytes().splitlines(keepends=True)
    broken = next(number for number, line in enumerate(lines) if b"first" in line)
    path.write_bytes(
        b"".join(line.replace(b"first", b"fxrst") if number == broken else line for number, line in enumerate(lines))
    )
    async with at_the_reader(library(tmp_path)) as user:
        await until(user, lambda: "notes file damaged; the rest is shown" in user.rows[-1])
        assert "second" in user.text


async def test_notes_that_a_filter_leaves_none_of_say_so_and_an_item_of_the_agenda_leads_to_its_talk(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("5", "j", "j")
        await note(user, "ask for the room")
        await user.press("1")
        await note(user, "wears blue")
        await user.press("6", "6", "f")
        await user.type("zzz")
        await user.press("enter")
        assert "no note matches" in user.text
        await user.press("f", "ctrl+u")
        await user.type("room")
        await user.press("enter")
        assert "ask for the room" in user.text and "wears blue" not in user.text
        await user.press("f", "escape", "g", "enter")
        assert user.card == "TYC–COP"


async def test_a_tick_whose_line_is_gone_is_listed(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("2", "j", "space", "space")
        path = user.app.desk.path
        path.write_text(path.read_text().replace("    points: [{en: The vote is in June, de: Juni}]\n", ""))
        user.app.reload()
        await user.press("6")
        row = next(row for row in user.rows if "✓" in row)
        assert "The vote is in June" in row and "TYC–COP" in row


async def test_a_note_has_room_for_so_many_letters(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("a")
        user.app.post_message(events.Paste("word " * 20_000))
        await user.settle()
        assert "cut: a note has room for" in user.rows[-1]


async def test_a_note_that_is_saved_while_another_briefing_is_read_is_there_on_the_way_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, done = Journal.append, threading.Event()

    def slow(self: Journal, *entries: object) -> State:
        done.wait(10)
        return real(self, *entries)  # type: ignore[arg-type]

    async with reading(tmp_path) as user:
        await user.press("2", "a")
        await user.type("they agreed")
        monkeypatch.setattr(Journal, "append", slow)
        for key in ("enter", "escape", "right_square_bracket"):
            user._send(key)
            await user.pilot.pause()
        assert "Second Lunar Council" in user.rows[0]
        done.set()
        await user.settle()
        assert "they agreed" not in user.text
        await user.press("left_square_bracket")
        assert "they agreed" in user.text


async def test_a_text_that_was_saved_before_its_program_died_is_not_offered_again(tmp_path: Path) -> None:
    async with reading(tmp_path) as user:
        await user.press("a")
        await user.type("already saved")
        user.app.keep_typed()
        files = {path: path.read_bytes() for path in notes.notes_folder().glob("*.draft")}
        await user.press("enter")
    assert files
    for path, data in files.items():
        path.write_bytes(data)
    async with reading(tmp_path) as user:
        await until(user, lambda: not list(notes.notes_folder().glob("*.draft")))
        await user.press("a")
        assert "already saved" not in user.text.partition("note on")[2] and texts() == ["already saved"]
