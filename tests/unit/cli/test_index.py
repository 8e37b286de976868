import fcntl
import os
import sys
from pathlib import Path

import pytest
from command_line import briefing

from briefing_tui.cli import indexed, run
from briefing_tui.library.cache import folder_of


def test_files_that_cannot_be_read_are_counted(folder: Path) -> None:
    done = briefing("index", folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("3 files, ")
    assert f"1 of the files could not be read; `briefing check {folder}` says why" in done.stderr
    (folder / "broken.yaml").unlink()
    assert "could not be read" not in briefing("index", folder).stderr


@pytest.mark.parametrize("command", [("index",), ("search", "x", "--in")])
def test_a_file_that_is_no_briefing_is_misuse(command: tuple[str, ...], folder: Path) -> None:
    (folder / "notes.txt").write_text("Just some words\n")
    (folder / "picture.png").write_bytes(bytes(range(256)) * 8)
    os.mkfifo(folder / "said.tsv")
    for name in ("notes.txt", "picture.png", "broken.yaml", "said.tsv"):
        done = briefing(*command, folder / name)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"briefing: {folder / name}:")
        assert len(done.stderr.splitlines()) == 1


def test_a_table_and_a_briefing_can_be_named(folder: Path) -> None:
    (folder / "said.tsv").write_text("Ann\tThe glacier is ours\n")
    for name in ("moon.yaml", "said.tsv"):
        done = briefing("index", folder / name)
        assert done.returncode == 0
        assert done.stderr.startswith("1 file, ")
        assert "could not be read" not in done.stderr


def test_two_tasks_at_once_are_misuse(folder: Path) -> None:
    for both in (("--status", "--clear"), ("--clear", "--rebuild"), ("--status", "--rebuild", "--clear")):
        done = briefing("index", *both, folder)
        assert (done.returncode, done.stdout) == (2, "")
        assert "name one of them" in done.stderr


def test_what_is_in_the_index_is_said_until_it_is_cleared(folder: Path) -> None:
    assert briefing("index", "--status", folder).returncode == 1
    assert briefing("index", "--clear", folder).returncode == 0
    assert briefing("index", folder).returncode == 0
    done = briefing("index", "--status", folder)
    assert done.returncode == 0
    assert "3, 3 of them in the index as they are" in done.stdout
    assert briefing("index", "--clear", folder).returncode == 0
    done = briefing("index", "--status", folder)
    assert done.returncode == 1
    assert "cache     none" in done.stdout


@pytest.mark.parametrize("task", ["--clear", "--rebuild"])
def test_an_index_that_another_program_works_on_is_left_alone(task: str, folder: Path) -> None:
    assert briefing("index", folder).returncode == 0
    cache = folder_of([folder])
    assert cache
    kept = sorted(cache.iterdir())
    with (cache / "lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = briefing("index", task, folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "another program works on it" in done.stderr
    assert sorted(cache.iterdir()) == kept


def test_what_takes_long_is_said_on_a_terminal_and_nothing_is_left_of_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(indexed, "PATIENCE", 0.0)
    assert run(["index", str(folder)]) == 0
    first, *more, last = capsys.readouterr().err.split("\r\x1b[K")
    assert first == ""
    assert more[0].startswith("reading")
    assert last.startswith("3 files, ")
