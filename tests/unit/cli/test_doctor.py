"""What `briefing doctor` finds, and what it says to do."""

import json
import os
from pathlib import Path

import pytest
from command_line import briefing

from briefing_tui.cli.health import clipboard, terminal, widths
from briefing_tui.cli.health.finding import State

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
