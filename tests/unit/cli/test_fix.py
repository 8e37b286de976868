import os
import subprocess
from pathlib import Path

import pytest
from command_line import PROGRAM, ROOT, briefing, environment

WRITTEN = "title: A\ndate: 2031\nstatus: Final\nquotes: [{speaker: UK, text: “Yes”, source: s}]\nsources: {s: Paper}\n"
MENDED = 'title: A\ndate: 2031\nstatus: final\nquotes: [{speaker: GBR, text: "Yes", source: s}]\nsources: {s: Paper}\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(WRITTEN)
    return path


def test_without_a_terminal_it_shows_what_it_would_mend_and_says_so(path: Path) -> None:
    done = briefing("check", "--fix", path)
    assert done.returncode == 1
    assert "-status: Final\n" in done.stderr
    assert "+status: final\n" in done.stderr
    assert path.read_text() == WRITTEN


def test_without_a_terminal_even_what_is_no_problem_is_not_passed_over(path: Path) -> None:
    path.write_text("title: A\ndate: 2031\nchair: UK\n")
    assert briefing("check", path).returncode == 0
    assert briefing("check", "--fix", path).returncode == 1


def test_scripts_say_yes(path: Path) -> None:
    done = briefing("check", "--fix", "--yes", "--strict", path.parent)
    assert (done.returncode, done.stdout) == (0, "")
    assert path.read_text().replace('"', "") == MENDED.replace('"', "")
    again = briefing("check", "--fix", path)
    assert (again.returncode, again.stderr) == (0, "1 file: 0 problems, 0 pieces of advice\n")


@pytest.mark.parametrize(("answer", "changed"), [("y", True), ("n", False), ("", False)])
def test_on_a_terminal_it_asks(path: Path, answer: str, changed: bool) -> None:
    ours, theirs = os.openpty()
    os.write(ours, f"{answer}\n".encode())
    done = subprocess.run(
        [*PROGRAM, "check", "--fix", path],
        stdin=theirs,
        stderr=theirs,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment(),
        timeout=60,
    )
    os.close(theirs)
    os.close(ours)
    assert (path.read_text() != WRITTEN, done.returncode) == (changed, 0 if changed else 1)


def test_what_cannot_be_changed_is_checked_all_the_same(path: Path) -> None:
    path.chmod(0o444)
    done = briefing("check", "--fix", "--yes", path)
    assert done.returncode == 1
    assert "read-only" in done.stderr
    assert "status" in done.stdout or "'Final'" in done.stdout


def test_annotations_of_a_workflow_cannot_be_forged(tmp_path: Path) -> None:
    path = tmp_path / "a,b: 100%.yaml"
    path.write_text('title: A\ndate: 2031\n"x\\n::error::y": 1\nchair: "50%\\r"\n')
    done = briefing("check", "--format", "github", path, tmp_path / "none.yaml")
    lines = done.stdout.splitlines()
    assert all(line.startswith(("::error file=", "::error title=")) for line in lines)
    assert f"file={tmp_path}/a%2Cb%3A 100%25.yaml,line=3,col=1,title=briefing::unknown key" in lines[0]
    assert any("'50%25" in line for line in lines)
    assert "no such file" in lines[-1]


def test_annotations_say_problems_and_advice_apart(folder: Path) -> None:
    path = folder / "c.yaml"
    path.write_text("title: A\ndate: 2031\nvenu: B\nquotes: [{speaker: UK, text: Yes}]\n")
    done = briefing("check", "--format", "github", path, folder / "broken.yaml")
    found = [line.partition(",title")[0] for line in done.stdout.splitlines()]
    broken = f"::error file={folder}/broken.yaml,line=1,col=1"
    assert found == [f"::error file={path},line=3,col=1", f"::warning file={path},line=4,col=10", broken]


def test_a_registry_is_mended_alone_and_with_its_folder(path: Path) -> None:
    shared = path.with_name("registry.yaml")
    slip = "participants: {a: {name: Ann, delegation: UK}}\n"
    for named in (shared, path.parent):
        shared.write_text(slip)
        done = briefing("check", "--fix", "--yes", named)
        assert done.returncode == 0
        assert shared.read_text() == slip.replace("UK", "GBR")
        assert (path.read_text() == WRITTEN) is (named == shared)


def test_a_path_that_is_nowhere_is_said_once_and_keeps_nothing_from_being_mended(path: Path) -> None:
    done = briefing("check", "--fix", "--yes", "/no/such/file", path)
    assert (done.returncode, done.stdout) == (2, "/no/such/file: no such file or folder\n")
    assert path.read_text() != WRITTEN
