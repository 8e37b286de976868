import json
import re
from pathlib import Path

import pytest
from command_line import briefing

LINE = re.compile(r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<weight>problem|advice): \S.*")
ADVICE = "title: A\ndate: 2031-05-04\nparticipants: {a: {name: Ann}}\nquotes: [{speaker: a, text: Yes}]\n"


def test_what_a_draft_asks_to_be_looked_at_is_advice_until_the_comment_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text("title: T\ndate: 2031-01-01\nstatus: draft\nvenue: Rom  # prüfen: wo es geschrieben wurde\n# check: no\n")
    done = briefing("check", path)
    assert f"{path}:4:13: advice: look at this, then delete the comment: wo es geschrieben wurde" in done.stdout
    assert (done.stdout.count("advice"), done.returncode, briefing("check", "--strict", path).returncode) == (1, 0, 1)
    path.write_text(path.read_text().replace("draft", "final"))
    assert "look at this" not in briefing("check", path).stdout


def test_a_clean_file_says_nothing_on_standard_output(folder: Path) -> None:
    done = briefing("check", folder / "moon.yaml")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1 file: 0 problems, 0 pieces of advice\n"


def test_a_problem_has_its_place_and_exit_code(folder: Path) -> None:
    done = briefing("check", folder / "slip.yaml")
    (line,) = done.stdout.splitlines()
    found = LINE.fullmatch(line)
    assert found
    assert (found["path"], found["line"], found["column"], found["weight"]) == (str(folder / "slip.yaml"), "3", "1", "problem")
    assert "venue" in line
    assert done.returncode == 1


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 1)])
def test_advice_alone_counts_only_if_strict(tmp_path: Path, options: tuple[str, ...], code: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(ADVICE)
    done = briefing("check", path, *options)
    assert done.returncode == code
    assert {found["weight"] for line in done.stdout.splitlines() if (found := LINE.fullmatch(line))} == {"advice"}


def test_a_folder_is_checked_whole_and_what_cannot_be_read_outweighs(folder: Path) -> None:
    done = briefing("check", folder)
    assert done.returncode == 2
    assert "slip.yaml:3:1: problem:" in done.stdout
    assert f"{folder / 'broken.yaml'}:" in done.stdout
    assert done.stderr.startswith("3 files: ")


def test_a_path_that_is_nowhere_does_not_stop_the_others(folder: Path) -> None:
    done = briefing("check", "/no/such/file", folder / "slip.yaml")
    assert done.returncode == 2
    assert "slip.yaml:3:1: problem:" in done.stdout
    assert "/no/such/file: no such file or folder" in done.stdout


def test_an_empty_folder_is_not_a_success(tmp_path: Path) -> None:
    assert briefing("check", tmp_path).returncode == 2


def test_json_holds_the_same(folder: Path) -> None:
    done = briefing("check", folder, "--format", "json")
    data = json.loads(done.stdout)
    assert (data["files"], data["problems"], len(data["unreadable"])) == (3, 1, 1)
    (message,) = [message for message in data["messages"] if message["weight"] == "problem"]
    assert (message["path"], message["line"], message["column"]) == (str(folder / "slip.yaml"), 3, 1)


def test_nothing_to_check_is_misuse() -> None:
    done = briefing("check")
    assert done.returncode == 2
    assert done.stderr.startswith("briefing: ")
    assert done.stderr.count("\n") == 1


def test_a_name_that_steers_terminals_is_made_visible(tmp_path: Path) -> None:
    path = tmp_path / "\x1b]0;evil\x07.yaml"
    path.write_text("title: A\ndate: nonsense\nx\u202e: 1\n")
    done = briefing("check", path)
    assert done.stdout
    for char in ("\x1b", "\x07", "\u202e"):
        assert char not in done.stdout + done.stderr
