import os
from datetime import timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journals import ABOUT, NOON, TALK, at, journal, texts

from briefing_tui.model.errors import NotSavedError, UnreadableError
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.marking import Tlp
from briefing_tui.model.note import Item, Line, What
from briefing_tui.notes import About, Journal, added, deleted, edited, ticked
from briefing_tui.notes.fold import Fold
from briefing_tui.notes.lines import line
from briefing_tui.reading import clean

POINT = Line(What.POINT, "Thank them for the convoy", 2)


def test_a_note_comes_back_as_it_was_written(tmp_path: Path) -> None:
    kuala_lumpur = timezone(timedelta(hours=8))
    when = NOON.astimezone(kuala_lumpur)
    item = Item(Ref(Kind.THREAT, "staub"), "Mondstaub über allem", Tlp.AMBER)
    journal(tmp_path).append(added(item, "First line\n\n\tüber 😀\u200d🚀 “quoted”", when))
    state = journal(tmp_path).refresh()
    [note] = state.notes
    assert (note.item, note.text, note.time, note.edited) == (item, "First line\n\n\tüber 😀\u200d🚀 “quoted”", when, None)
    assert note.time.utcoffset() == timedelta(hours=8)
    assert state.about == ABOUT


def test_of_a_rehearsal_it_is_said_also_where_only_a_change_can_be_read(tmp_path: Path) -> None:
    [note] = journal(tmp_path).append(added(TALK, "one", at(0), rehearsed=True)).notes
    tick, change = ticked(TALK, POINT, at(1), rehearsed=True), edited(note, "two", at(2))
    fold = Fold()
    for entry in (tick, change, added(TALK, "now", at(3))):
        fold.take(entry)
    state = fold.state()
    assert [(note.text, note.rehearsed) for note in state.notes] == [("two", True), ("now", False)]
    assert state.ticks[0].rehearsed


@given(st.lists(st.text(st.characters(codec=None)), max_size=5))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_read_as_it_was_acknowledged(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    state = journal(folder).append(*(added(TALK, text, at(0)) for text in words))
    assert texts(journal(folder).refresh()) == texts(state) == [clean(text) for text in words]


DEEDS = st.lists(
    st.tuples(st.sampled_from(["add", "edit", "delete", "tick"]), st.integers(0, 9), st.text(max_size=9)), max_size=9
)


@given(DEEDS, st.data())
@settings(max_examples=30)
def test_cut_at_any_byte_it_is_as_after_the_last_whole_entry(deeds: list[tuple[str, int, str]], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        book = journal(Path(folder))
        states = [book.append(added(TALK, "first", at(0)))]
        sizes = [book.path.stat().st_size]
        for minute, (what, which, text) in enumerate(deeds, 1):
            notes = states[-1].notes
            if what == "tick":
                entry = ticked(TALK, POINT, at(minute), on=bool(which % 2))
            elif what == "add" or not notes:
                entry = added(TALK, text, at(minute))
            else:
                note = notes[which % len(notes)]
                entry = edited(note, text, at(minute)) if what == "edit" else deleted(note, at(minute))
            states.append(book.append(entry))
            sizes.append(book.path.stat().st_size)
        end = data.draw(st.integers(sizes[0], sizes[-1]))
        os.truncate(book.path, end)
        last = max(number for number, size in enumerate(sizes) if size - 1 <= end)
        left = journal(Path(folder)).refresh()
        assert (left.notes, left.set_ticks) == (states[last].notes, states[last].set_ticks)
        after = journal(Path(folder)).append(added(TALK, "after", at(99)))
        assert texts(after) == [*texts(left), "after"]


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b", "a\x1b[31mb", "a\x9bb"])
def test_what_would_steer_a_terminal_is_replaced_where_all_can_see(text: str, tmp_path: Path) -> None:
    assert texts(journal(tmp_path).append(added(TALK, text, at(0))))[0][1] == "\ufffd"


def test_a_megabyte_is_a_note(tmp_path: Path) -> None:
    text = "Zeile äöü\u2028" * 100_000
    journal(tmp_path).append(added(TALK, text, at(0)), added(TALK, "next", at(1)))
    assert texts(journal(tmp_path).refresh()) == ["Zeile äöü\n" * 100_000, "next"]


def test_an_edit_keeps_its_place_and_a_deletion_takes_one_note(tmp_path: Path) -> None:
    book = journal(tmp_path)
    first, second, third = book.append(*(added(TALK, text, at(0)) for text in ("one", "two", "three"))).notes
    book.append(edited(first, "one and a half", at(7)), deleted(second, at(8)))
    state = journal(tmp_path).refresh()
    assert texts(state) == ["one and a half", "three"]
    assert (state.notes[0].id, state.notes[0].time, state.notes[0].edited) == (first.id, first.time, at(7))
    assert state.notes[1] == third


def test_what_one_program_edits_while_another_deletes_it_is_kept(tmp_path: Path) -> None:
    [note] = journal(tmp_path).append(added(TALK, "one", at(0))).notes
    journal(tmp_path).append(deleted(note, at(1)))
    assert texts(journal(tmp_path).append(edited(note, "one, and more", at(2)))) == ["one, and more"]


def test_a_tick_is_set_and_taken_away(tmp_path: Path) -> None:
    book = journal(tmp_path)
    [tick] = book.append(ticked(TALK, POINT, at(0))).set_ticks
    assert (tick.item, tick.line, tick.time) == (TALK, POINT, at(0))
    assert journal(tmp_path).append(ticked(TALK, POINT, at(1), on=False)).set_ticks == ()
    assert [tick.time for tick in book.append(ticked(TALK, POINT, at(2))).set_ticks] == [at(2)]


def test_saving_the_same_again_does_not_double_it(tmp_path: Path) -> None:
    book, entry = journal(tmp_path), added(TALK, "once", at(0))
    book.append(entry)
    size = book.path.stat().st_size
    assert texts(book.append(entry)) == texts(journal(tmp_path).append(entry)) == ["once"]
    assert book.path.stat().st_size == size


def test_a_note_that_was_written_twice_and_deleted_once_stays_deleted(tmp_path: Path) -> None:
    """As happens where an fsync failed, another program deleted the note, and the first one tried again."""
    book, entry = journal(tmp_path), added(TALK, "once", at(0))
    [note] = book.append(entry).notes
    book.append(deleted(note, at(1)))
    with book.path.open("ab") as file:
        file.write(line(entry))
    assert book.refresh().notes == journal(tmp_path).refresh().notes == ()


def test_nothing_is_ever_taken_out_of_the_file(tmp_path: Path) -> None:
    book, before = journal(tmp_path), b""
    [note] = book.append(added(TALK, "one", at(0))).notes
    for entry in (edited(note, "two", at(1)), deleted(note, at(2)), ticked(TALK, POINT, at(3))):
        before = book.path.read_bytes()
        book.append(entry)
        assert book.path.read_bytes().startswith(before)
    assert b'"one"' in before


def test_folder_and_file_are_for_their_owner_only_whatever_they_were(tmp_path: Path) -> None:
    book = journal(tmp_path / "state" / "briefing")
    book.append(added(TALK, "one", at(0)))
    folder = book.path.parent
    assert [oct(path.stat().st_mode & 0o777) for path in (folder.parent, folder, book.path)] == ["0o700", "0o700", "0o600"]
    folder.chmod(0o755)
    book.path.chmod(0o644)
    journal(tmp_path / "state" / "briefing").append(added(TALK, "two", at(0)))
    assert [oct(path.stat().st_mode & 0o777) for path in (folder, book.path)] == ["0o700", "0o600"]


def test_a_torn_end_is_kept_aside_each_time_and_cut(tmp_path: Path) -> None:
    book = journal(tmp_path)
    for number, rest in enumerate((b"deadbeef 99 {", b"\0" * 4096, b"\xff")):
        book.append(added(TALK, f"note {number}", at(0)))
        with book.path.open("ab") as file:
            file.write(rest)
        assert texts(book.refresh()) == [f"note {each}" for each in range(number + 1)]
    state = journal(tmp_path).append(added(TALK, "last", at(0)))
    assert texts(state) == ["note 0", "note 1", "note 2", "last"]
    assert state.damages == ()
    kept = sorted(tmp_path.glob("notes/*.torn-*"))
    assert [path.read_bytes() for path in kept] == [b"deadbeef 99 {", b"\0" * 4096, b"\xff"]
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in kept)


def test_a_note_whose_line_break_is_missing_is_not_torn(tmp_path: Path) -> None:
    """As an editor leaves a file that it saves."""
    book = journal(tmp_path)
    book.append(added(TALK, "one", at(0)))
    book.path.write_bytes(book.path.read_bytes().rstrip(b"\n"))
    assert texts(journal(tmp_path).append(added(TALK, "two", at(0)))) == ["one", "two"]
    assert texts(book.append(added(TALK, "three", at(0)))) == ["one", "two", "three"]
    assert list(tmp_path.glob("notes/*.torn-*")) == []


def test_damage_in_the_middle_takes_its_own_line_only_and_is_left_as_it_is(tmp_path: Path) -> None:
    book = journal(tmp_path)
    book.append(*(added(TALK, f"note {number}", at(0)) for number in range(4)))
    data = book.path.read_bytes().replace(b"note 1", b"nope 1")
    book.path.write_bytes(data)
    state = journal(tmp_path).append(added(TALK, "last", at(0)))
    assert texts(state) == ["note 0", "note 2", "note 3", "last"]
    [damage] = state.damages
    assert b"nope 1" in data[damage.at : damage.at + damage.size]
    assert book.path.read_bytes().startswith(data)


def test_an_edit_carries_a_note_whose_first_line_is_damaged(tmp_path: Path) -> None:
    book = journal(tmp_path)
    [note] = book.append(added(TALK, "one", at(0))).notes
    book.append(edited(note, "two", at(1)))
    book.path.write_bytes(book.path.read_bytes().replace(b'"one"', b'"eno"'))
    [found] = journal(tmp_path).refresh().notes
    assert (found.id, found.item, found.time, found.text, found.edited) == (note.id, TALK, at(0), "two", at(1))


def test_a_file_that_is_replaced_or_removed_while_it_is_open_is_read_anew(tmp_path: Path) -> None:
    book = journal(tmp_path)
    book.append(added(TALK, "one", at(0)))
    journal(tmp_path / "other").append(*(added(TALK, f"restored {number}", at(0)) for number in range(3)))
    (tmp_path / "other/notes/moon.journal").rename(book.path)
    assert book.changed()
    assert texts(book.append(added(TALK, "two", at(0)))) == ["restored 0", "restored 1", "restored 2", "two"]
    journal(tmp_path / "third").append(*(added(TALK, f"written over {number}", at(0)) for number in range(5)))
    book.path.write_bytes((tmp_path / "third/notes/moon.journal").read_bytes())
    assert texts(book.refresh()) == [f"written over {number}" for number in range(5)]
    book.path.unlink()
    assert book.changed()
    assert book.refresh().notes == ()
    assert texts(book.append(added(TALK, "three", at(0)))) == ["three"]


def test_what_a_later_version_writes_is_kept_and_passed_over(tmp_path: Path) -> None:
    book = journal(tmp_path)
    book.append(added(TALK, "one", at(0)))
    later: list[dict[str, object]] = [
        {"kind": "drawing", "id": "d1", "strokes": [[1, 2]]},
        {"kind": "tick", "id": "t1", "what": "sung", "item": {"kind": "talk", "id": "x"}, "title": "", "number": 0, "on": True},
        {
            "kind": "tick",
            "id": "t2",
            "what": "point",
            "item": {"kind": "talk", "id": "x"},
            "title": "",
            "number": -1,
            "on": True,
        },
        {"kind": "note", "id": "n1", "at": "2031-05-04", "item": {"kind": "talk", "id": "x"}, "title": "", "text": ["a", "b"]},
        {"kind": "note", "id": "n2", "at": "2031-05-04", "item": "x", "title": "", "text": "a"},
        {"kind": ["note"], "id": 7},
        {},
    ]
    note = {**added(TALK, "two", at(1)), "item": {"kind": "hologram", "id": "h"}, "tlp": "ULTRA"}
    with book.path.open("ab") as file:
        file.write(b"".join(map(line, [*later, note])))
    state = journal(tmp_path).append(added(TALK, "three", at(2)))
    assert texts(state) == ["one", "two", "three"]
    assert state.unknown == len(later)
    assert state.notes[1].item.ref.kind is Kind.WORDS
    assert state.notes[1].item.tlp is Tlp.RED
    assert b"drawing" in book.path.read_bytes()


def test_the_journal_says_what_the_briefing_is_called_now(tmp_path: Path) -> None:
    journal(tmp_path).append(added(TALK, "one", at(0)))
    renamed = About(ABOUT.path, ABOUT.briefing, "Second Meeting", Tlp.RED, "SECRET")
    journal(tmp_path, about=renamed).append(added(TALK, "two", at(0)))
    assert journal(tmp_path).refresh().about == renamed


# --- errors


def test_a_folder_that_can_only_be_read_says_so_and_the_notes_in_it_can_be_read(tmp_path: Path) -> None:
    from broken_disk import BrokenDisk

    class ReadOnly(BrokenDisk):
        def _done(self, name, real, *args):  # type: ignore[no-untyped-def]
            if name == "open" and args[1] & 3:
                raise OSError(30, "Read-only file system")
            return super()._done(name, real, *args)

    journal(tmp_path).append(added(TALK, "one", at(0)))
    book = journal(tmp_path, ReadOnly())
    assert texts(book.refresh()) == ["one"]
    with pytest.raises(NotSavedError, match="only be read") as caught:
        book.append(added(TALK, "two", at(0)))
    assert str(book.path) in caught.value.message
    assert texts(book.state) == ["one"]


@pytest.mark.parametrize(("code", "words"), [(28, "disk is full"), (122, "disk is full"), (5, "input/output error")])
def test_a_full_or_broken_disk_says_so_and_leaves_nothing_behind(code: int, words: str, tmp_path: Path) -> None:
    from briefing_tui.notes.files import Files

    class Full(Files):
        def write(self, file: int, data: bytes) -> int:
            raise OSError(code, "Input/output error")

    journal(tmp_path).append(added(TALK, "one", at(0)))
    before = journal(tmp_path).path.read_bytes()
    with pytest.raises(NotSavedError, match=words.replace("disk is full", "full")):
        journal(tmp_path, Full()).append(added(TALK, "two", at(0)))
    assert journal(tmp_path).path.read_bytes() == before


def test_where_one_may_not_write_it_says_so(tmp_path: Path) -> None:
    from briefing_tui.notes.files import Files

    class Denied(Files):
        def mkdir(self, path: Path) -> None:
            raise PermissionError(13, "Permission denied")

    with pytest.raises(NotSavedError, match="may not write"):
        journal(tmp_path, Denied()).append(added(TALK, "one", at(0)))


def test_a_file_in_the_place_of_the_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("")
    with pytest.raises(NotSavedError, match=r"(?i)not a directory"):
        journal(tmp_path).append(added(TALK, "one", at(0)))
    with pytest.raises(UnreadableError):
        journal(tmp_path).refresh()


def test_a_program_that_never_lets_go_is_not_waited_for_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    monkeypatch.setattr("briefing_tui.notes.tape.PATIENCE", 0.05)
    monkeypatch.setattr("briefing_tui.notes.tape._READERS_PATIENCE", 0.05)
    book = journal(tmp_path)
    book.append(added(TALK, "one", at(0)))
    with book.path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(NotSavedError, match="another program"):
            book.append(added(TALK, "two", at(0)))
        assert texts(Journal(book.path, ABOUT).refresh()) == ["one"]
    assert texts(book.append(added(TALK, "two", at(0)))) == ["one", "two"]
