"""What `briefing doctor` finds, and what it says to do."""

import json
import os
import shutil
import sqlite3
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from command_line import briefing

from briefing_tui import places
from briefing_tui.cli.health import clipboard, folders, packages, terminal, widths
from briefing_tui.cli.health.finding import State
from briefing_tui.notes.lines import line

ROOT = os.geteuid() == 0


def env(folder: Path, **more: str) -> dict[str, str]:
    """Folders of settings, cache and state of its own."""
    own = {"HOME": str(folder), "XDG_CONFIG_HOME": f"{folder}/config", "XDG_STATE_HOME": f"{folder}/state"}
    return {**own, "XDG_CACHE_HOME": f"{folder}/cache", **more}


def findings(folder: Path, **more: str) -> tuple[int, dict[str, list[tuple[str, str, str]]]]:
    """The exit code, and what is said of each thing."""
    done = briefing("doctor", "--json", env=env(folder, **more))
    told: dict[str, list[tuple[str, str, str]]] = {}
    for each in json.loads(done.stdout):
        told.setdefault(each["about"], []).append((each["state"], each["what"], each["mend"]))
    return done.returncode, told


def test_all_is_well_where_nothing_was_done_yet_and_nothing_is_made(tmp_path: Path) -> None:
    done = briefing("doctor", env=env(tmp_path))
    assert done.returncode == 0
    assert {line.split()[0] for line in done.stdout.splitlines()} == {"ok", "advice"}
    assert "2 files" in done.stdout and "libyaml" in done.stdout
    assert done.stderr.startswith("0 problems")
    assert list(tmp_path.iterdir()) == []


def test_every_word_that_is_not_ok_says_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "config" / "briefing").mkdir(parents=True)
    (tmp_path / "config" / "briefing" / "config.toml").write_text("theme = 5\n")
    code, told = findings(tmp_path, BRIEFING_LIBRARY="/not/there", LANG="de_DE.ISO-8859-1")
    assert code == 1
    assert (told["library"][0][0], told["letters"][0][0]) == ("problem", "advice")
    assert "LANG=de_DE.ISO-8859-1" in told["letters"][0][1]
    assert "/not/there" in told["library"][0][1]
    assert told["config.toml"][0][0] == "advice" and "theme" in told["config.toml"][0][1]
    assert all(bool(mend) == (state != "ok") for each in told.values() for state, _, mend in each)


def test_a_damaged_journal_is_a_problem_with_its_place(tmp_path: Path) -> None:
    notes = tmp_path / "state" / "briefing" / "notes"
    notes.mkdir(parents=True, mode=0o700)
    (notes / "a.journal").write_bytes(b"no entry at all\n")
    (notes / "b.journal.torn-1").write_bytes(b"12")
    code, told = findings(tmp_path)
    assert code == 1
    assert (told["notes"][0][0], told["notes"][1][0]) == ("problem", "advice")
    assert "a.journal: 15 damaged bytes from byte 0 on" in told["notes"][0][1]
    assert "b.journal.torn-1" in told["notes"][1][1]


def test_notes_that_others_may_read_are_told_of_with_the_command_that_mends_it(tmp_path: Path) -> None:
    state = tmp_path / "state" / "briefing"
    (state / "notes").mkdir(parents=True)
    (state / "notes" / "a.journal").write_bytes(b"")
    for path in (state, state / "notes", state / "notes" / "a.journal"):
        path.chmod(0o755)
    [(how, what, mend)] = findings(tmp_path)[1]["notes and state"]
    assert (how, mend) == ("advice", f"chmod -R go= {state}")
    assert f"{state} and 2 more" in what
    state.chmod(0o700)
    assert findings(tmp_path)[1]["notes and state"][0][0] == "ok"


def test_letters_that_come_out_wrong_are_a_problem(tmp_path: Path) -> None:
    assert (
        findings(tmp_path, LC_ALL="POSIX", PYTHONIOENCODING="latin-1", PYTHONCOERCECLOCALE="0")[1]["letters"][0][0] == "problem"
    )
    assert findings(tmp_path, LC_CTYPE="en_US.utf8")[1]["letters"][0][0] == "ok"


@pytest.mark.skipif(ROOT, reason="root may do anything")
def test_a_folder_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    code, told = findings(tmp_path)
    tmp_path.chmod(0o700)
    assert (code, told["cache"][0][0]) == (1, "problem")


def test_a_file_where_the_cache_is_to_be_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "briefing").write_text("")
    assert findings(tmp_path)[1]["cache"][0][:2] == ("problem", f"{tmp_path}/cache/briefing is no folder")


def test_a_damaged_index_is_a_problem_until_it_is_made_anew(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    own = env(home, BRIEFING_LIBRARY=str(folder))
    assert briefing("index", env=own).returncode == 0
    assert "as it was written" in findings(home, BRIEFING_LIBRARY=str(folder))[1]["index"][0][1]
    [segment] = (home / "cache").glob("briefing/*/*.segment")
    segment.write_bytes(segment.read_bytes()[:-1])
    code, told = findings(home, BRIEFING_LIBRARY=str(folder))
    assert (code, told["index"][0][0]) == (1, "problem")
    assert f"briefing index --rebuild {folder}" in told["index"][0][2]
    assert briefing("index", "--rebuild", env=own).returncode == 0
    assert findings(home, BRIEFING_LIBRARY=str(folder))[1]["index"][0][0] == "ok"


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, "none, as NO_COLOR says"),
        ({"COLORTERM": "truecolor", "TERM": "xterm"}, "16.7 million, as COLORTERM says"),
        ({"TERM": "tmux-256color"}, "256, as TERM says"),
        ({"TERM": "linux"}, "16"),
    ],
)
def test_colours_are_those_of_the_reader(environ: dict[str, str], said: str) -> None:
    assert terminal.colours(environ) == said


def test_a_copy_goes_where_the_user_sits() -> None:
    assert [each.state for each in clipboard.clipboard({"SSH_TTY": "x"})] == [State.OK]
    [console] = clipboard.clipboard({"TERM": "linux"})
    assert console.state is State.ADVICE


def test_signs_in_two_cells_are_one_piece_of_advice_and_other_widths_one_each() -> None:
    right = {name: width for name, (_, width) in widths.SAMPLES.items()}
    assert [each.state for each in widths.judged(right)] == [State.OK]
    found = list(widths.judged({**right, "▌": 2, "…": 2, "joined emoji": 4}))
    assert [each.state for each in found] == [State.ADVICE] * 2
    assert "▌ …" in found[0].what and "narrow" in found[0].mend
    assert "4 cells" in found[1].what


def test_an_index_of_another_version_is_in_order_and_one_that_cannot_be_opened_is_a_problem(
    folder: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    own = env(home, BRIEFING_LIBRARY=str(folder))
    assert briefing("index", env=own).returncode == 0
    [catalog] = (home / "cache").glob("briefing/*/catalog.db")
    with sqlite3.connect(catalog) as connection:
        connection.execute("update meta set version = 'other'")
    connection.close()
    [found] = findings(home, BRIEFING_LIBRARY=str(folder))[1]["index"]
    assert found == ("ok", "is of another version; it is made anew when it is needed", "")
    for path in catalog.parent.glob("catalog.db*"):
        path.unlink()
    catalog.mkdir()
    code, told = findings(home, BRIEFING_LIBRARY=str(folder))
    [(state, what, mend)] = told["index"]
    assert (code, state) == (1, "problem")
    assert what.startswith(f"{catalog.parent}: ")
    assert f"briefing index --rebuild {folder}" in mend


def test_a_library_without_briefings_is_told_how_to_begin_one(tmp_path: Path) -> None:
    [(state, what, mend)] = findings(tmp_path, BRIEFING_LIBRARY=str(tmp_path))[1]["library"]
    assert (state, what) == ("advice", f"no briefings in {tmp_path}")
    assert "briefing new" in mend


def test_a_journal_that_cannot_be_read_is_a_problem_and_one_of_a_later_version_is_not(tmp_path: Path) -> None:
    notes = tmp_path / "state" / "briefing" / "notes"
    notes.mkdir(parents=True, mode=0o700)
    (notes / "a.journal").symlink_to("a.journal")
    (notes / "b.journal").write_bytes(line({"kind": "drawing", "id": "d1"}))
    code, told = findings(tmp_path)
    assert code == 1
    unreadable, later = told["notes"]
    assert unreadable[0] == "problem" and unreadable[1].startswith(f"{notes}/a.journal: ")
    assert later == ("advice", f"{notes}/b.journal: 1 entry of a later version", "a newer briefing shows them")


@pytest.mark.skipif(not ROOT, reason="only root can give a folder away")
def test_a_folder_of_another_user_is_a_problem(tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "briefing"
    cache.mkdir(parents=True)
    os.chown(cache, 12345, 12345)
    [(state, what, mend)] = findings(tmp_path)[1]["cache"]
    assert (state, what, mend) == ("problem", f"{cache} is another user's", f"have it yourself: sudo chown -R 0 {cache}")


@pytest.fixture
def state_folder() -> Path:
    """The folder of notes and state, for the user alone."""
    path = places.state_folder()
    path.mkdir(parents=True, mode=0o700)
    return path


def of_state() -> list[tuple[State, str, str]]:
    """What is found of that folder."""
    return [(each.state, each.what, each.mend) for each in folders.folders() if each.about == "notes and state"]


def test_a_folder_that_its_owner_may_not_use_or_make_is_a_problem(state_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert of_state() == [(State.PROBLEM, f"you may not read and write {state_folder}", f"chmod 700 {state_folder}")]
    state_folder.rmdir()
    [(state, what, mend)] = of_state()
    assert state is State.PROBLEM
    assert what == f"{state_folder} cannot be made: you may not write in {state_folder.parent}"
    assert str(state_folder.parent) in mend


@pytest.mark.parametrize(("free", "state"), [(900_000, State.PROBLEM), (20_000_000, State.ADVICE), (90_000_000, None)])
def test_a_disk_with_little_room_is_told_of(
    free: int, state: State | None, state_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=free))
    _, *room = of_state()
    assert [each[0] for each in room] == ([state] if state else [])
    assert all(f"{free / 1e6:.1f} MB are free at {state_folder}" in what and mend for _, what, mend in room)


@pytest.mark.parametrize(
    ("needs", "there", "told"),
    [
        (None, (), {"briefing": State.ADVICE}),
        (("Rich>=13",), (), {"briefing": State.OK, "packages": State.PROBLEM}),
        (("Rich>=13",), ("rich-14.0",), {"briefing": State.OK, "packages": State.OK}),
        (('p.df (>2) ; extra == "documents"',), (), {"briefing": State.OK, "packages": State.OK, "documents": State.OK}),
    ],
)
def test_packages_that_the_program_needs_are_told_of_if_they_are_not_there(
    needs: tuple[str, ...] | None,
    there: tuple[str, ...],
    told: dict[str, State],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if needs is not None:
        facts = tmp_path / "briefing_tui-9.9.dist-info"
        facts.mkdir()
        (facts / "METADATA").write_text("".join(f"Requires-Dist: {need}\n" for need in needs))
    for name in there:
        (tmp_path / f"{name}.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    found = {each.about: each for each in packages.packages() if each.about not in ("python", "libyaml")}
    assert {about: each.state for about, each in found.items()} == told
    if "documents" in told:
        assert "adds HTML, PDF and DOCX" in found["documents"].what
    elif told.get("packages") is State.PROBLEM:
        assert found["packages"].what == "not there: rich"


@pytest.mark.parametrize(
    ("size", "state"),
    [
        ((19, 24), State.PROBLEM),
        ((80, 4), State.PROBLEM),
        ((20, 5), State.ADVICE),
        ((39, 24), State.ADVICE),
        ((40, 5), State.OK),
    ],
)
def test_a_window_too_small_is_a_problem(size: tuple[int, int], state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "screen", lambda: size)
    [found] = [each for each in terminal.terminal({}) if each.about == "size"]
    assert (found.state, found.what) == (state, f"{size[0]}×{size[1]}")


def test_a_tool_of_the_display_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    [found] = clipboard.clipboard({"WAYLAND_DISPLAY": "wayland-0"})
    assert (found.state, found.mend) == (State.ADVICE, "install wl-clipboard")
    (tmp_path / "wl-copy").write_text("#!/bin/sh\n")
    (tmp_path / "wl-copy").chmod(0o755)
    [found] = clipboard.clipboard({"WAYLAND_DISPLAY": "wayland-0"})
    assert (found.state, found.what) == (State.OK, "by wl-copy and by the terminal (OSC 52)")
