"""`briefing verify` and `check --verify`, as a user calls them."""

import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from command_line import PROGRAM, ROOT, briefing, environment

REPORT = "Ann Lee sagte: „Wir haben genug Eis für uns und für alle.“ Bo erklärte, die Kuppel halte noch lange.\n"
HEAD = """\
title: Council
date: 2031-05-04
lang: de
tlp: AMBER
participants: {a: {name: Ann Lee}, b: {name: Bo}}
sources:
  r: {title: Bericht, file: r.txt}
  old: {title: Alt}
quotes:
"""
QUOTES = {
    "verbatim": "  - {speaker: a, text: Wir haben genug Eis für uns, source: r}\n",
    "altered": "  - {speaker: a, text: Wir haben kein Eis für uns, source: r}\n",
    "missing": "  - {speaker: b, text: Morgen scheint der Mond im Westen, source: r}\n",
    "reported": "  - {speaker: b, text: die Kuppel halte noch lange, source: r}\n",
    "uncompared": "  - {speaker: b, text: Ohne Kopie, source: old}\n",
}
LINE = re.compile(r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<status>\w+): (?P<rest>\S.*)")


def council(folder: Path, *names: str) -> Path:
    """A briefing with some of the quotes, and the report beside it."""
    (folder / "r.txt").write_text(REPORT, encoding="utf-8")
    path = folder / "council.yaml"
    path.write_text(HEAD + "".join(QUOTES[name] for name in names), encoding="utf-8")
    return path


def test_every_compared_quote_is_one_line_with_its_place_its_passage_and_its_marking(tmp_path: Path) -> None:
    path = council(tmp_path, *QUOTES)
    done = briefing("verify", path)
    found = [LINE.fullmatch(line) for line in done.stdout.splitlines()]
    assert [(each["line"], each["status"]) for each in found if each] == [
        ("10", "verbatim"), ("11", "altered"), ("12", "missing"), ("13", "reported"),
    ]  # fmt: skip
    assert all(each and each["path"] == str(path) and each["rest"].endswith("[TLP:AMBER]") for each in found)
    assert "Wir haben [-genug-]{+kein+} Eis für uns (r.txt, para. 1, characters 16-43)" in done.stdout
    assert done.stderr == "1 file: 1 verbatim, 1 altered, 1 missing, 1 reported, 1 with no source to compare with\n"
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("names", "code"),
    [(("verbatim",), 0), (("verbatim", "uncompared"), 0), ((), 0), (("altered",), 1), (("missing",), 1), (("reported",), 1)],
)
def test_the_exit_code_is_1_where_a_quote_is_not_what_its_source_says(
    names: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    assert briefing("verify", council(tmp_path, *names)).returncode == code


def test_another_file_than_was_summed_is_a_mistake_though_the_quote_stands_in_it(tmp_path: Path) -> None:
    path = council(tmp_path, "verbatim")
    path.write_text(path.read_text().replace("file: r.txt", f"file: r.txt, sha256: {'0' * 64}"))
    done = briefing("verify", path)
    assert done.returncode == 1
    assert "council.yaml:7:1: sha256: 'r.txt' is not the file that was summed" in done.stdout


def test_a_file_that_is_named_and_not_there_is_a_mistake(tmp_path: Path) -> None:
    path = council(tmp_path, "verbatim")
    (tmp_path / "r.txt").unlink()
    done = briefing("verify", path)
    assert (done.returncode, done.stdout.count("\n")) == (1, 1)
    assert "council.yaml:7:1: file: 'r.txt' cannot be compared: no such file" in done.stdout


def test_what_cannot_be_read_outweighs_and_does_not_stop_the_others(tmp_path: Path) -> None:
    council(tmp_path, "altered")
    (tmp_path / "broken.yaml").write_text("date: 2031-01-01\n")
    done = briefing("verify", tmp_path, "/no/such/file")
    assert done.returncode == 2
    assert "council.yaml:10:1: altered: " in done.stdout
    assert "broken.yaml" in done.stdout and "/no/such/file: no such file or folder" in done.stdout
    assert briefing("verify").returncode == 2


def test_quotes_behind_a_syntax_error_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    path = council(tmp_path, "verbatim")
    path.write_text(path.read_text() + "  - {speaker: a, text: [a, source: r}\n")
    done = briefing("verify", path)
    assert done.returncode == 2
    assert f"{path}:11:" in done.stdout


def test_json_has_every_quote_with_spans_and_difference(tmp_path: Path) -> None:
    done = briefing("verify", council(tmp_path, *QUOTES), "--json")
    quotes = json.loads(done.stdout)["files"][0]["quotes"]
    assert [each["status"] for each in quotes] == list(QUOTES)
    start, end = quotes[0]["spans"][0]
    assert REPORT[start:end] == "Wir haben genug Eis für uns"
    assert {"how": "removed", "text": "genug"} in quotes[1]["difference"]
    assert quotes[0]["marking"] == "TLP:AMBER"


@pytest.mark.parametrize(("more", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_shows_the_difference_in_colour(more: dict[str, str], coloured: bool, tmp_path: Path) -> None:
    main, side = pty.openpty()
    path = council(tmp_path, "altered")
    args = [*PROGRAM, "verify", path]
    done = subprocess.run(args, stdin=subprocess.DEVNULL, stdout=side, stderr=subprocess.PIPE, env=environment(more), cwd=ROOT)
    shown = os.read(main, 65536).decode()
    os.close(side)
    os.close(main)
    assert done.returncode == 1
    assert ("\x1b[31m[-genug-]\x1b[39m" in shown) is coloured
    assert "[-genug-]" in shown


def test_check_counts_quotes_that_are_not_verbatim_as_problems_if_it_is_to(tmp_path: Path) -> None:
    path = council(tmp_path, *QUOTES)
    assert briefing("check", path).returncode == 0
    done = briefing("check", path, "--verify")
    assert done.returncode == 1
    problems = [line for line in done.stdout.splitlines() if ": problem: " in line]
    assert [line.removeprefix(f"{path}:").split(" ")[:4] for line in problems] == [
        [f"{line}:1:", "problem:", "quote", f"{status}:"]
        for line, status in ((11, "altered"), (12, "missing"), (13, "reported"))
    ]


def test_check_counts_a_source_that_cannot_be_compared_as_a_problem_too(tmp_path: Path) -> None:
    path = council(tmp_path, "verbatim")
    (tmp_path / "r.txt").unlink()
    done = briefing("check", path, "--verify")
    assert done.returncode == 1
    assert f"{path}:7:1: problem: file: 'r.txt' cannot be compared: no such file" in done.stdout


def test_an_empty_folder_is_no_success(tmp_path: Path) -> None:
    done = briefing("verify", tmp_path)
    assert (done.returncode, done.stdout) == (2, f"no briefings in {tmp_path}\n")
