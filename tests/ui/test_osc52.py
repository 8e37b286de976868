"""The sequences that ask a terminal to hold a text, as tmux and screen hand them on."""

import base64
import re
from pathlib import Path

import pytest

from briefing_tui.ui import clipboard, osc52, tmux

BARE = {}
TMUX = {"TMUX": "/tmp/tmux,1,0"}
SCREEN = {"STY": "1.tty"}


def held(sequence: str) -> str:
    """What a terminal makes of the bare sequence."""
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
    assert found, sequence
    return base64.b64decode(found[1]).decode()


def test_a_terminal_is_given_the_text() -> None:
    assert held(osc52.copying("über 漢字\nzwei", BARE)) == "über 漢字\nzwei"


def test_tmux_is_given_it_for_itself_and_to_be_passed_on() -> None:
    bare, passed = re.fullmatch(r"(.*?\x07)\x1bPtmux;(.*)\x1b\\", osc52.copying("word", TMUX), re.DOTALL).groups()  # type: ignore[union-attr]
    assert held(bare) == held(passed.replace("\x1b\x1b", "\x1b")) == "word"


def test_screen_is_given_it_in_short_strings() -> None:
    strings = re.findall(r"\x1bP(.*?)\x1b\\", osc52.copying("word " * 500, SCREEN), re.DOTALL)
    assert all(len(each) <= 200 for each in strings)
    assert held("".join(strings)) == "word " * 500


@pytest.mark.parametrize("environ", [BARE, TMUX, SCREEN], ids=["bare", "tmux", "screen"])
def test_what_is_too_long_is_not_sent_at_all(environ: dict[str, str]) -> None:
    assert osc52.copying("x" * 56_244, environ) and not osc52.copying("x" * 56_246, environ)


def test_clearing_leaves_nothing_where_an_empty_text_is_ignored() -> None:
    blank, empty = re.findall(r".*?\x07", osc52.clearing(BARE))
    assert held(blank) == " " and held(empty) == ""


def test_tmux_itself_asks_the_terminal_and_keeps_no_buffer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = tmp_path / "calls"
    (tmp_path / "tmux").write_text(f'#!/bin/sh\necho "$@" >> "{calls}"\n/bin/cat >> "{calls}"\n')
    (tmp_path / "tmux").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not tmux.pass_on("word", BARE)
    assert tmux.pass_on("word", TMUX) and tmux.take_back()
    assert re.fullmatch(r"load-buffer -w (-b \S+) -\nwordload-buffer -w \1 -\n delete-buffer \1\n", calls.read_text())


@pytest.mark.parametrize(
    ("environ", "there", "found"),
    [
        ({}, ["xclip", "xsel", "wl-copy"], None),
        ({"DISPLAY": ":0"}, ["xclip", "xsel", "wl-copy"], "xclip"),
        ({"DISPLAY": ":0"}, ["xsel", "wl-copy"], "xsel"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, ["xclip", "wl-copy"], "wl-copy"),
        ({"WAYLAND_DISPLAY": "w"}, ["xclip"], None),
    ],
)
def test_tools_of_a_display_are_used_where_there_is_that_display(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], there: list[str], found: str | None
) -> None:
    for name in there:
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    tool = clipboard.tool(environ)
    assert (tool.name if tool else None) == found


def test_a_tool_that_stays_to_serve_the_clipboard_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xclip").write_text("#!/bin/sh\n/bin/cat > /dev/null\n/bin/sleep 3 &\nexit 0\n")
    (tmp_path / "xclip").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(clipboard, "SECONDS", 1.5)
    tool = clipboard.tool({"DISPLAY": ":0"})
    assert tool and clipboard.put(tool, "word")
