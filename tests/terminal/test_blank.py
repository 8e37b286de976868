"""A blank screen shows nothing of the briefing, nor does the title, and however it ends the title is back."""

import os
import signal
from pathlib import Path

import pytest
from pseudo import Terminal
from room import reader

PUSHED, POPPED = b"\x1b[22;0t", b"\x1b[23;0t"


def blank(terminal: Terminal) -> None:
    """Wait for the reader and blank its screen."""
    terminal.wait_for("Both want quiet convoys.")
    terminal.settle()
    assert PUSHED not in terminal.written
    terminal.type("x", "esc back")
    terminal.settle()


def test_only_esc_brings_the_briefing_and_the_title_back(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        blank(terminal)
        for keys in ("1", "q", "\r", "/", " ", "\x03", "x"):
            terminal.type(keys)
        rows = terminal.text.splitlines()
        assert [row.strip() for row in rows[:-1]] == ["TLP:GREEN", *[""] * (len(rows) - 2)]
        assert b"Council" not in terminal.written.rpartition(PUSHED)[2]
        assert b"\x1b]0;briefing\x07" in terminal.written and POPPED not in terminal.written
        terminal.type("\x1b", "Both want quiet convoys.")
        terminal.settle()
        assert terminal.written.count(POPPED) == terminal.written.count(PUSHED) == 1


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_brings_the_title_back(tmp_path: Path, number: int, code: int) -> None:
    with reader(tmp_path) as terminal:
        blank(terminal)
        os.kill(terminal.pid, number)
        assert terminal.wait() == code
        assert terminal.written.count(POPPED) == 1


def test_a_crash_brings_the_title_back(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "from briefing_tui.ui.screens import blank\n"
        "def crash(self, event):\n    raise RuntimeError('the roof fell in')\n"
        "blank.Blank.on_key = crash\n"
    )
    with reader(tmp_path, env={"PYTHONPATH": str(tmp_path)}) as terminal:
        blank(terminal)
        os.write(terminal.fd, b"j")
        assert terminal.wait() == 1
        assert terminal.written.count(POPPED) == 1


def test_the_console_of_linux_is_spared(tmp_path: Path) -> None:
    with reader(tmp_path, env={"TERM": "linux"}) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.type("x", "esc back")
        assert PUSHED not in terminal.written and b"\x1b]0;" not in terminal.written
