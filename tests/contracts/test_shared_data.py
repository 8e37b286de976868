"""What is installed beside the program says what the program does."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from briefing_tui.cli.names import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
SHARE = ROOT / ".packaging" / "share"
FILES = {
    "man/man1/briefing.1",
    "bash-completion/completions/briefing",
    "zsh/site-functions/_briefing",
    "fish/vendor_completions.d/briefing.fish",
}


def test_the_man_page_and_completions_are_those_of_the_commands() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / ".packaging" / "generate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), "run python .packaging/generate.py"


def test_they_lie_where_shells_and_man_look_and_go_into_the_wheel() -> None:
    assert {str(path.relative_to(SHARE)) for path in SHARE.rglob("*") if path.is_file()} == FILES
    targets = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]
    assert targets["wheel"]["shared-data"] == {".packaging/share": "share"}


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_command_is_in_each(name: str) -> None:
    text = (SHARE / name).read_text()
    assert [command for command in COMMANDS if command not in text] == []


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_the_man_page_is_set_without_a_warning() -> None:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", SHARE / "man" / "man1" / "briefing.1"], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "it may be deleted at any time" in " ".join(done.stdout.decode().split())
