"""A kill, a short write, an error or a full disk at every file call in turn: nothing saved is lost, torn or doubled."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from broken_disk import BrokenDisk, How, KilledError
from journals import TALK, at, journal, texts

from briefing_tui.model.errors import BriefingError, NotSavedError
from briefing_tui.model.note import Line, What
from briefing_tui.notes import Draft, Journal, added, deleted, edited, ticked
from briefing_tui.notes.files import Files
from briefing_tui.notes.lines import Entry, line

TORN = line(added(TALK, "torn", at(0)))[:-9]


def before(folder: Path) -> list[str]:
    """A journal that another program wrote and was killed in the middle of."""
    entries = [added(TALK, "first", at(0)), added(TALK, "second", at(1))]
    kept = journal(folder)
    for entry in entries:
        kept.append(entry)
    with kept.path.open("ab") as file:
        file.write(TORN)
    return ["first", "second"]


def attempts() -> list[Entry]:
    return [added(TALK, f"note {number} " + "x" * number * 50, at(number)) for number in range(2, 5)]


def session(book: Journal, entries: list[Entry]) -> Iterator[Entry]:
    """Save entries as a user does, who tries twice; what was acknowledged is yielded at once."""
    for entry in entries:
        for _ in range(2):
            try:
                book.append(entry)
            except NotSavedError:
                continue
            yield entry
            break


def run(disk: BrokenDisk, folder: Path, entries: list[Entry], saved: list[str]) -> None:
    """A program's whole life on a disk."""
    try:
        saved += (str(entry["text"]) for entry in session(journal(folder, disk), entries))
    except KilledError:
        pass
    finally:
        disk.bury()


def check(folder: Path, saved: list[str], tried: list[str]) -> None:
    """All that was acknowledged is there, once and in order; at most what was tried is there beside it."""
    state = journal(folder).refresh()
    found = texts(state)
    assert [text for text in found if text in saved] == saved
    assert len(set(found)) == len(found)
    assert set(found) <= {*saved, *tried}
    assert state.damages == ()


def calls_of(folder: Path, *, torn: bool) -> int:
    disk = BrokenDisk()
    before(folder) if torn else None
    run(disk, folder, attempts(), [])
    return len(disk.calls)


@pytest.mark.parametrize("torn", [False, True], ids=["new", "torn"])
@pytest.mark.parametrize("how", How)
def test_a_fault_at_every_call(how: How, torn: bool, tmp_path: Path) -> None:
    count = calls_of(tmp_path / "count", torn=torn)
    assert count > 20
    for number in range(count):
        folder = tmp_path / str(number)
        saved, entries = before(folder) if torn else [], attempts()
        disk = BrokenDisk(number, how)
        run(disk, folder, entries, saved)
        tried = [str(entry["text"]) for entry in entries]
        check(folder, saved, tried)
        journal(folder).append(added(TALK, "afterwards", at(9)))
        check(folder, [*saved, "afterwards"], tried)
        asides = [path.read_bytes() for path in folder.glob("notes/*.torn-*")]
        assert not torn or TORN in asides


def test_an_error_once_is_no_loss_to_who_tries_again(tmp_path: Path) -> None:
    for how in (How.EIO, How.ENOSPC, How.SHORT_FULL):
        for number in range(calls_of(tmp_path / f"{how}", torn=False)):
            saved: list[str] = []
            disk = BrokenDisk(number, how)
            book, entries = journal(tmp_path / f"{how}-{number}", disk), attempts()
            for entry in entries:
                try:
                    book.append(entry)
                except NotSavedError:
                    disk.full = 0
                    book.append(entry)
                saved.append(str(entry["text"]))
            assert texts(book.state) == saved == texts(journal(tmp_path / f"{how}-{number}").refresh())


@pytest.mark.parametrize("how", [How.EIO, How.EIO_ON, How.ENOSPC, How.SHORT])
def test_what_is_acknowledged_outlives_a_power_cut(how: How, tmp_path: Path) -> None:
    """Also after an fsync that failed, which the system does not repeat for what was written before it."""
    for number in range(-1, calls_of(tmp_path / "count", torn=False)):
        folder, disk, saved = tmp_path / str(number), BrokenDisk(number, how), []
        book = journal(folder, disk)
        for entry in session(book, attempts()):
            saved.append(str(entry["text"]))
            disk.after_power_cut(book.path, tmp_path / f"{number}-cut" / "notes" / book.path.name)
            assert [text for text in texts(journal(tmp_path / f"{number}-cut").refresh()) if text in saved] == saved
        for entry in attempts() if disk.full else ():
            disk.full = 0
            book.append(entry)
            saved.append(str(entry["text"]))
            disk.after_power_cut(book.path, tmp_path / f"{number}-cut" / "notes" / book.path.name)
            assert set(saved) <= set(texts(journal(tmp_path / f"{number}-cut").refresh()))


def test_an_fsync_that_fails_where_nothing_can_be_cut_is_made_good_by_writing_again(tmp_path: Path) -> None:
    disk = BrokenDisk()
    book = journal(tmp_path, disk)
    book.append(added(TALK, "zeroth", at(0)))
    start = len(disk.calls)
    book.append(added(TALK, "first", at(0)))
    disk.fails_at, disk.how = len(disk.calls) + disk.calls[start:].index("fsync"), How.EIO_ON
    entry = added(TALK, "second", at(1))
    with pytest.raises(NotSavedError):
        book.append(entry)
    assert disk.calls[disk.fails_at] == "fsync" and disk.calls[-1] == "truncate"
    disk.full = 0
    other = journal(tmp_path)
    other.append(added(TALK, "third", at(2)))
    assert texts(book.append(entry)) == ["zeroth", "first", "second", "third"]
    disk.after_power_cut(book.path, tmp_path / "cut" / "notes" / book.path.name)
    assert sorted(texts(journal(tmp_path / "cut").refresh())) == ["first", "second", "third", "zeroth"]


@pytest.mark.parametrize("how", How)
def test_edits_deletions_and_ticks_at_every_call(how: How, tmp_path: Path) -> None:
    """A change that was acknowledged holds; one that was not may, but nothing else comes of it."""
    for number in range(40):
        folder = tmp_path / str(number)
        state = [journal(folder).append(added(TALK, text, at(0))) for text in ("keep", "change", "drop")][-1]
        keep, change, drop = state.notes
        point = Line(What.POINT, "Say it", 0)
        entries = [edited(change, "changed", at(1)), deleted(drop, at(2)), ticked(TALK, point, at(3))]
        done: list[Entry] = []
        disk = BrokenDisk(number, how)
        with suppress(KilledError):
            done += session(journal(folder, disk), entries)
        disk.bury()
        state = journal(folder).refresh()
        assert state.notes[0] == keep
        assert texts(state)[1] in (["changed"] if entries[0] in done else ["change", "changed"])
        assert len(state.notes) in ([2] if entries[1] in done else [2, 3])
        assert len(state.set_ticks) in ([1] if entries[2] in done else [0, 1])


@pytest.mark.parametrize("how", How)
def test_a_draft_at_every_call(how: How, tmp_path: Path) -> None:
    """Whatever happens, what was kept last and acknowledged, or something typed after it, is there."""
    path = journal(tmp_path).path
    count = BrokenDisk()
    typed = ["a", "ab", "abc"]
    drafts = Draft(path.with_name("count.journal"), count)
    for text in typed:
        drafts.keep(TALK, text, "id", at(0))
    for number in range(len(count.calls)):
        disk, last = BrokenDisk(number, how), -1
        book = path.with_name(f"{number}.journal")
        draft = Draft(book, disk)
        try:
            for index, text in enumerate(typed):
                try:
                    draft.keep(TALK, text, "id", at(0))
                    last = index
                except BriefingError:
                    continue
        except KilledError:
            pass
        disk.dead = True
        disk.bury()
        left = [each.text for each in Draft(book).left()]
        assert len(left) <= 1
        assert set(left) <= set(typed[max(last, 0) :])
        assert left or last < 0


class Odd(Files):
    """A disk that takes nothing, or that has no way to make sure of a folder."""

    def __init__(self, takes: int | None, says: int) -> None:
        self.takes, self.says = takes, says

    def write(self, file: int, data: bytes) -> int:
        return super().write(file, data) if self.takes is None else self.takes

    def fsync(self, file: int) -> None:
        if self.says and stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(self.says, os.strerror(self.says))
        super().fsync(file)


def test_a_disk_that_takes_no_byte_saves_nothing_and_does_not_hang(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError):
        journal(tmp_path, Odd(0, 0)).append(added(TALK, "one", at(0)))


@pytest.mark.parametrize(("says", "saved"), [(errno.EINVAL, True), (errno.ENOTSUP, True), (errno.EIO, False)])
def test_a_folder_that_cannot_be_synced_is_an_error_only_where_it_could_be(says: int, saved: bool, tmp_path: Path) -> None:
    book = journal(tmp_path, Odd(None, says))
    if saved:
        assert texts(book.append(added(TALK, "one", at(0)))) == ["one"]
    else:
        with pytest.raises(NotSavedError):
            book.append(added(TALK, "one", at(0)))
