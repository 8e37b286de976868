"""Where the reader opens, and where it says that it cannot."""

import os
import subprocess
from pathlib import Path

import pytest
from pseudo import Terminal
from room import BRIEFING, MEETING, reader


def test_without_a_terminal_it_says_so_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "council.yaml").write_text(MEETING)
    done = subprocess.run([BRIEFING, tmp_path / "council.yaml"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1 and "terminal" in done.stderr


def test_a_dumb_terminal_is_none(tmp_path: Path) -> None:
    with reader(tmp_path, env={"TERM": "dumb"}) as terminal:
        assert terminal.wait() == 2
        assert b"\x1b" not in terminal.written
        [said] = terminal.written.splitlines()
        assert b"TERM is dumb" in said and b"set TERM to what your terminal is: TERM=xterm-256color" in said


def test_output_may_be_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "council.yaml").write_text(MEETING)
    with Terminal(["sh", "-c", f"'{BRIEFING}' '{tmp_path}/council.yaml' > '{tmp_path}/out'; echo code $?"]) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        os.write(terminal.fd, b"q")
        terminal.wait_for("code 0")
    assert (tmp_path / "out").read_bytes() == b""


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (20, 5)], ids=str)
def test_it_opens_at_any_size_and_is_marked(tmp_path: Path, size: tuple[int, int]) -> None:
    with reader(tmp_path, size) as terminal:
        terminal.wait_for("TLP:GREEN")
        terminal.settle()
        rows = terminal.text.splitlines()
        assert rows[0].endswith(" TLP:GREEN ") and rows[-1].endswith(" TLP:GREEN ")
        assert "TYC–COP" in terminal.text
        terminal.type("1", "Ida Vega")


def test_a_storm_of_sizes_ends_in_a_whole_picture(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        for number in range(60):
            terminal.resize(20 + number * 37 % 180, 5 + number * 13 % 55)
            terminal.read(0.01)
        terminal.resize(100, 30)
        terminal.settle(0.6)
        rows = terminal.text.splitlines()
        assert rows[0].startswith(" Fourth Lunar Council") and rows[0].endswith(" TLP:GREEN ")
        assert rows[-1].endswith(" TLP:GREEN ") and "quiet convoys" in terminal.text
        terminal.type("q")
        assert terminal.wait() == 0


def test_the_editor_has_the_terminal_and_gives_it_back(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "editing $1"\nread answer\nsed -i s/quiet/$answer/ "$2"\n')
    editor.chmod(0o755)
    with reader(tmp_path, env={"EDITOR": str(editor)}) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        line = MEETING[: MEETING.index("  one: {parties")].count("\n") + 1
        terminal.type("e", f"editing +{line}")
        terminal.type("noisy\r", "Both want noisy convoys.")
        terminal.type("1", "━ 1 Participants")
        terminal.type("q")
        assert terminal.wait() == 0
