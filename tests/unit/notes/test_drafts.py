import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from broken_disk import BrokenDisk, How
from journals import TALK, at, journal

from briefing_tui.model.errors import NotSavedError
from briefing_tui.notes import Draft, added, edited
from briefing_tui.notes.files import Files

ROOT = Path(__file__).resolve().parents[3]
TYPIST = """
import signal, sys, time
from pathlib import Path
from journals import TALK, at
from briefing_tui.notes import Draft
draft, text = Draft(Path(sys.argv[1])), []
def leave(*_):
    draft.keep(TALK, "".join(text) + "!", "note", at(0))
    sys.exit(1)
signal.signal(signal.SIGTERM, leave)
while True:
    text.append("x")
    draft.keep(TALK, "".join(text), "note", at(0))
    if len(text) == 5:
        print("typing", flush=True)
"""


def left_by(signal_number: int, book: Path) -> str:
    """What a program that keeps a draft without a pause leaves behind."""
    environ = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(Path(__file__).parent)))}
    with subprocess.Popen([sys.executable, "-c", TYPIST, str(book)], env=environ, stdout=subprocess.PIPE) as typist:
        assert typist.stdout
        typist.stdout.readline()
        time.sleep(0.01)
        seen = Draft(book).left()
        typist.send_signal(signal_number)
        typist.wait(timeout=30)
    assert seen == (), "what a living program types is its own"
    [unsaved] = Draft(book).left()
    return unsaved.text


def test_what_is_typed_outlives_kill(tmp_path: Path) -> None:
    assert len(left_by(signal.SIGKILL, journal(tmp_path).path)) >= 5


def test_a_signal_handler_keeps_the_last_letter_whatever_it_interrupts(tmp_path: Path) -> None:
    for number in range(3):
        assert left_by(signal.SIGTERM, tmp_path / f"{number}.journal").endswith("x!")


def test_what_a_program_replaces_while_one_looks_is_its_own(tmp_path: Path) -> None:
    path = journal(tmp_path).path
    typist = Draft(path)
    typist.keep(TALK, "one", "id", at(0))

    class Slow(Files):
        def open(self, path: Path, flags: int) -> int:
            file = super().open(path, flags)
            typist.keep(TALK, "two", "id", at(1))
            return file

    assert Draft(path, Slow()).left() == ()


def end(draft: Draft) -> None:
    """Let go of a draft's files as the end of its program does."""
    for file in draft._held.values():
        os.close(file)
    draft._held.clear()


def test_the_last_text_is_taken_over_and_gone_when_it_is_saved(tmp_path: Path) -> None:
    path = journal(tmp_path).path
    first = Draft(path)
    first.keep(TALK, "wha", "id", at(0))
    first.keep(TALK, "what\ud800", "id", at(1))
    end(first)
    second = Draft(path)
    [unsaved] = second.left()
    assert (unsaved.item, unsaved.text, unsaved.note, unsaved.time, unsaved.edits) == (TALK, "what\ufffd", "id", at(1), False)
    second.take(unsaved)
    assert second.left() == Draft(path).left() == ()
    second.drop()
    assert list(path.parent.iterdir()) == []


def test_a_draft_that_was_saved_after_all_says_so(tmp_path: Path) -> None:
    book = journal(tmp_path)
    draft = Draft(book.path)
    draft.keep(TALK, "one", "id", at(0))
    end(draft)
    [unsaved] = Draft(book.path).left()
    assert not unsaved.is_in(book.refresh())
    state = book.append(added(TALK, "one", at(0), unsaved.note))
    assert unsaved.is_in(state)
    changing = unsaved._replace(text="two", edits=True)
    assert not changing.is_in(state)
    assert changing.is_in(book.append(edited(state.notes[0], "two", at(1))))


def test_each_program_and_each_briefing_has_its_own(tmp_path: Path) -> None:
    path = journal(tmp_path).path
    drafts = [Draft(path), Draft(path), Draft(path.with_name("other.journal"))]
    for number, draft in enumerate(drafts):
        draft.keep(TALK, f"text {number}", f"id {number}", at(number))
    drafts[0].drop()
    for draft in drafts:
        end(draft)
    assert [each.text for each in Draft(path).left()] == ["text 1"]


def test_a_text_that_cannot_be_kept_leaves_the_one_before(tmp_path: Path) -> None:
    path, disk = journal(tmp_path).path, BrokenDisk()
    draft = Draft(path, disk)
    draft.keep(TALK, "before", "id", at(0))
    disk.fails_at, disk.how = len(disk.calls), How.ENOSPC_ON
    with pytest.raises(NotSavedError, match="full"):
        draft.keep(TALK, "after", "id", at(1))
    disk.full = 0
    end(draft)
    assert [each.text for each in Draft(path).left()] == ["before"]


def test_what_is_kept_is_on_the_disk_before_it_has_its_name_and_its_name_before_it_is_acknowledged(tmp_path: Path) -> None:
    disk = BrokenDisk()
    Draft(journal(tmp_path).path, disk).keep(TALK, "text", "id", at(0))
    steps = [call for call in disk.calls if call in ("write", "fsync", "rename")]
    assert steps == ["write", "fsync", "rename", "fsync"]


def test_a_damaged_draft_is_passed_over(tmp_path: Path) -> None:
    path = journal(tmp_path).path
    draft = Draft(path)
    draft.keep(TALK, "text", "id", at(0))
    end(draft)
    [file] = path.parent.glob("*.draft")
    for name in (file.name.replace(".1.", ".2."), f"{path.stem}.x.y.draft", f"{path.stem}.draft"):
        (path.parent / name).write_bytes(b"\xff{")
    assert [each.text for each in Draft(path).left()] == ["text"]


def test_threads_that_keep_at_once_end_with_the_newest(tmp_path: Path) -> None:
    path = journal(tmp_path).path
    draft = Draft(path)
    threads = [threading.Thread(target=draft.keep, args=(TALK, str(number), "id", at(number))) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    draft.keep(TALK, "last", "id", at(9))
    assert len(list(path.parent.glob("*.draft"))) == 1
    end(draft)
    assert [each.text for each in Draft(path).left()] == ["last"]
