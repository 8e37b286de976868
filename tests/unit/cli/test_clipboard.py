"""Which way a copy goes, as the doctor finds it."""

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing_tui.cli.health.clipboard import clipboard
from briefing_tui.cli.health.finding import State
from briefing_tui.tools import tool


def found(environ: dict[str, str]) -> list[tuple[str, State, str]]:
    return [(each.about, each.state, each.what) for each in clipboard(environ)]


@pytest.fixture(autouse=True)
def _no_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize(
    ("environ", "state", "what"),
    [
        ({"SSH_CONNECTION": "a b"}, State.OK, "over SSH, a tool would reach the wrong machine"),
        ({"WAYLAND_DISPLAY": "w"}, State.ADVICE, "by the terminal (OSC 52) alone"),
        ({"DISPLAY": ":0"}, State.ADVICE, "by the terminal (OSC 52) alone"),
        ({"TERM": "linux"}, State.ADVICE, "the Linux console has no clipboard"),
        ({"TERM": "xterm"}, State.OK, "by the terminal (OSC 52) alone"),
    ],
    ids=str,
)
def test_where_no_tool_is(environ: dict[str, str], state: State, what: str) -> None:
    ((about, how, said),) = found(environ)
    assert (about, how) == ("clipboard", state)
    assert what in said


@pytest.mark.parametrize(("display", "mend"), [("WAYLAND_DISPLAY", "wl-clipboard"), ("DISPLAY", "xclip or xsel")])
def test_the_tool_for_the_display_is_named(display: str, mend: str) -> None:
    (finding,) = clipboard({display: "0"})
    assert finding.mend == f"install {mend}"


@pytest.mark.parametrize(
    ("script", "state", "what"),
    [
        (None, State.ADVICE, "is around the program, but not on the PATH"),
        ("echo tmux 3.1c", State.ADVICE, "tmux 3.1c does not hand copies on when it is asked"),
        ("echo tmux 3.2", State.OK, "tmux 3.2 hands copies on to the terminal around it"),
        ("echo tmux next", State.ADVICE, "does not say its version"),
    ],
)
def test_tmux_around_it(script: str | None, state: State, what: str, tmp_path: Path) -> None:
    if script:
        (tmp_path / "tmux").write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "tmux").chmod(0o755)
    assert found({"TMUX": "/tmp/t,1,0"})[1] == ("tmux", state, what)


def test_a_tmux_that_cannot_be_run_says_no_version(tmp_path: Path) -> None:
    (tmp_path / "tmux").write_text("#!/not/there\n")
    (tmp_path / "tmux").chmod(0o755)
    assert found({"TMUX": "/tmp/t,1,0"})[1] == ("tmux", State.ADVICE, "does not say its version")


@pytest.mark.parametrize(
    ("system", "release", "name"),
    [("darwin", "24.0", "pbcopy"), ("linux", "6.6-Microsoft-standard", "clip.exe"), ("linux", "6.6", "")],
)
def test_the_tool_of_the_system_needs_no_display(
    system: str, release: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(os, "uname", lambda: SimpleNamespace(release=release))
    for each in ("pbcopy", "clip.exe", "xclip"):
        (tmp_path / each).write_text("#!/bin/sh\n")
        (tmp_path / each).chmod(0o755)
    found = tool({})
    assert (found.name if found else "") == name
