"""The tab key in real shells: what `briefing` can be followed by."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pseudo import Terminal
from room import BRIEFING, MEETING

SHARE = Path(__file__).resolve().parents[2] / ".packaging" / "share"
PROMPT = "ready> "
STARTS = {
    "bash": (
        ["bash", "--norc", "--noprofile", "-i"],
        f"PS1='{PROMPT}'; bind 'set bell-style none'; source {{share}}/bash-completion/completions/briefing\n",
    ),
    "zsh": (
        ["zsh", "-f", "-i"],
        f"PS1='{PROMPT}'; unsetopt beep; fpath=({{share}}/zsh/site-functions $fpath); autoload -U compinit; compinit -u -D\n",
    ),
    "fish": (
        ["fish", "--no-config", "-i"],
        f"function fish_prompt; printf '{PROMPT}'; end; function fish_greeting; end; "
        "source {share}/fish/vendor_completions.d/briefing.fish\n",
    ),
}
Shell = Callable[[], Terminal]


@pytest.fixture(params=list(STARTS))
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Shell:
    """What starts a shell in a folder with a library, the completions of this checkout loaded."""
    name = request.param
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    library = tmp_path / "library"
    library.mkdir()
    (library / "council-four.yaml").write_text(MEETING)
    (library / "council five.yaml").write_text(MEETING)
    work = tmp_path / "work"
    (work / "folder").mkdir(parents=True)
    (work / ".hidden").mkdir()
    (work / "meeting one.yaml").write_text(MEETING)
    (work / "words.txt").write_text("")
    command, setup = STARTS[name]
    home = {each: str(tmp_path) for each in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    paths = f"{Path(BRIEFING).parent}:{os.environ['PATH']}"
    env = home | {
        "PATH": paths,
        "BRIEFING_LIBRARY": str(library),
        "ZDOTDIR": str(tmp_path),
        "BASH_SILENCE_DEPRECATION_WARNING": "1",
    }

    def start() -> Terminal:
        terminal = Terminal(command, 100, 40, env=env)
        terminal.settle(0.5)
        terminal.type(f"cd {work}; {setup.format(share=SHARE)}")
        terminal.type("clear\n", PROMPT)
        return terminal

    return start


def pressed(terminal: Terminal, typed: str, words: str) -> str:
    """The screen after some letters and a tab, or two."""
    terminal.type(f"\x15{typed}\t", words)
    return terminal.text


def test_commands_options_and_values(shell: Shell) -> None:
    with shell() as terminal:
        pressed(terminal, "briefing mat", "briefing matrix")
        pressed(terminal, "briefing add follo", "briefing add follow-up")
        pressed(terminal, "briefing check --str", "briefing check --strict")
        pressed(terminal, "briefing check --format git", "briefing check --format github")
        pressed(terminal, "briefing --theme hig", "briefing --theme high-contrast")


def test_briefings_are_files_and_folders_and_no_others(shell: Shell) -> None:
    with shell() as terminal:
        pressed(terminal, "briefing mee", "briefing meeting\\ one.yaml")
        pressed(terminal, "briefing fol", "briefing folder/")
        pressed(terminal, "briefing check mee", "briefing check meeting\\ one.yaml")
        terminal.type("\x15briefing wor\t")
        assert "words.txt" not in terminal.text
        pressed(terminal, "briefing draft wor", "briefing draft words.txt")


def test_hidden_folders_are_offered_only_where_a_dot_is_typed(shell: Shell) -> None:
    with shell() as terminal:
        terminal.type("\x15briefing check \t\t", "folder")
        assert ".hidden" not in terminal.text
        pressed(terminal, "briefing check .h", "briefing check .hidden/")


def test_ids_of_the_library(shell: Shell) -> None:
    with shell() as terminal:
        pressed(terminal, "briefing council-f", "briefing council-four")
        pressed(terminal, "briefing council\\ f", "briefing council\\ five")
        pressed(terminal, "briefing show council-f", "briefing show council-four")
        pressed(terminal, "briefing notes council\\ f", "briefing notes council\\ five")
        pressed(terminal, "briefing show mee", "briefing show meeting\\ one.yaml")


def test_talks_of_the_library(shell: Shell) -> None:
    with shell() as terminal:
        pressed(terminal, "briefing memcon council-four/t", "briefing memcon council-four/two")
        pressed(terminal, "briefing memcon council\\ five/o", "briefing memcon council\\ five/one")
