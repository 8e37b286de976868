import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from command_line import briefing

from briefing_tui.cli import versions as of_cli
from briefing_tui.model.errors import UnreadableError


@pytest.fixture
def versions(folder: Path) -> tuple[Path, Path]:
    """A briefing, and a later version of it with a word corrected, a person added and a threat that is marked RED."""
    old, new = folder / "moon.yaml", folder / "later.yaml"
    later = old.read_text(encoding="utf-8").replace("Kein Kommentar zu Wasser", "Kein Kommentar zu Luft")
    later = later.replace("talks:", "  rigel: {name: Rigel Noone}\ntalks:").replace(
        "{title: Mondstaub}", "{title: Mondstaub, tlp: RED}"
    )
    new.write_text(later, encoding="utf-8")
    return old, new


def git(folder: Path, *args: str) -> None:
    names = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *args], cwd=folder, check=True, capture_output=True)


def test_changes_are_told_item_by_item_between_the_strictest_marking_of_both(versions: tuple[Path, Path]) -> None:
    done = briefing("diff", *versions)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == lines[-1] == "[TLP:RED]"
    assert [line for line in lines if line.isupper() and line.isalpha()] == ["PARTICIPANTS", "THREATS", "QUOTES"]
    assert "+ Rigel Noone (rigel)" in lines
    assert "  text: Kein Kommentar zu [-Wasser-]{+Luft+}" in lines
    assert "  tlp: none → TLP:RED" in lines
    assert done.stderr == "1 added, 2 changed\n"
    assert briefing("diff", *reversed(versions)).stdout.splitlines()[0] == "[TLP:RED]"


def test_no_change_is_success_and_trouble_is_neither(versions: tuple[Path, Path]) -> None:
    done = briefing("diff", versions[0], versions[0])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "nothing changed\n")
    for word in ("gone.yaml", "HEAD:", ":x.yaml", str(versions[0].parent), "-1:x.yaml"):
        done = briefing("diff", "--", versions[0], word)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), word


def test_json_holds_the_words(versions: tuple[Path, Path]) -> None:
    data = json.loads(briefing("diff", "--json", *versions).stdout)
    assert data["marking"] == "TLP:RED"
    added, threat, quote = data["changes"]
    assert (added["how"], added["kind"], added["id"], added["new"]["name"]) == ("added", "participants", "rigel", "Rigel Noone")
    assert threat["fields"] == [{"name": "tlp", "old": None, "new": "RED"}]
    assert [piece for piece in quote["fields"][0]["words"]["de"] if piece["how"] != "same"] == [
        {"how": "removed", "text": "Wasser"},
        {"how": "added", "text": "Luft"},
    ]
    assert json.loads(briefing("diff", "--json", versions[0], versions[0]).stdout)["changes"] == []


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_a_file_is_compared_with_a_revision_of_it(versions: tuple[Path, Path]) -> None:
    old, new = versions
    folder = old.parent
    git(folder, "init", "-q")
    git(folder, "add", "moon.yaml")
    git(folder, "commit", "-q", "-m", "One")
    shutil.copy(new, old)
    by_revision = briefing("diff", "HEAD:moon.yaml", "moon.yaml", cwd=folder)
    assert by_revision.returncode == 1
    assert "[-Wasser-]{+Luft+}" in by_revision.stdout
    assert briefing("diff", "HEAD:moon.yaml", "HEAD:./moon.yaml", cwd=folder).returncode == 0
    for word, reason in (("HEAD~7:moon.yaml", "HEAD~7"), ("HEAD:gone.yaml", "gone.yaml"), ("HEAD:", "no file")):
        done = briefing("diff", word, "moon.yaml", cwd=folder)
        assert done.returncode == 2
        assert reason in done.stderr
        assert done.stderr.count("\n") == 1


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_a_path_that_is_there_wins_over_a_revision(versions: tuple[Path, Path]) -> None:
    folder = versions[0].parent
    git(folder, "init", "-q")
    git(folder, "add", "moon.yaml")
    git(folder, "commit", "-q", "-m", "One")
    shutil.copy(versions[1], folder / "HEAD:moon.yaml")
    assert briefing("diff", "HEAD:moon.yaml", "moon.yaml", cwd=folder).returncode == 1


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_what_a_registry_lends_is_no_change(tmp_path: Path) -> None:
    (tmp_path / "registry.yaml").write_text(
        "participants: {orla: {name: Orla Testfrau, role: Minister}}\nglossary: {LEM: Lander}\n"
    )
    (tmp_path / "a.yaml").write_text("title: A\ndate: 2031-05-04\nquotes: [{speaker: orla, text: Dust}]\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "a.yaml")
    git(tmp_path, "commit", "-q", "-m", "One")
    assert briefing("diff", "HEAD:a.yaml", "a.yaml", cwd=tmp_path).returncode == 0


def test_without_git_or_outside_of_a_repository_a_revision_is_one_clear_line(
    versions: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    done = briefing("diff", "HEAD:moon.yaml", versions[0], env={"PATH": str(tmp_path / "empty")})
    assert done.returncode == 2
    assert "no git" in done.stderr
    if shutil.which("git"):
        env = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent), "PATH": os.environ["PATH"]}
        done = briefing("diff", "HEAD:moon.yaml", versions[0], cwd=tmp_path, env=env)
        assert done.returncode == 2
        assert "not a git repository" in done.stderr


def test_a_file_that_is_cut_short_is_said_to_be(versions: tuple[Path, Path]) -> None:
    broken = versions[1].with_name("broken.yaml")
    broken.write_text("title: A\ndate: 2031-05-04\nthreats: {dust: [\n")
    assert "shown up to line" in briefing("diff", versions[0], broken).stderr


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_a_revision_that_is_too_large_is_not_read(versions: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = versions[0].parent
    git(folder, "init", "-q")
    git(folder, "add", "moon.yaml")
    git(folder, "commit", "-q", "-m", "One")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(of_cli, "MOST_BYTES", 100)
    with pytest.raises(UnreadableError, match=r"HEAD:moon\.yaml: is larger than"):
        of_cli.version("HEAD:moon.yaml")
