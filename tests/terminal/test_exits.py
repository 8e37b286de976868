"""However the reader ends, the terminal is as it was, and the exit code says what happened."""

import os
import signal
import termios
from pathlib import Path

import pytest
from room import MEETING, left_on, reader


def ended(folder: Path, how: str | int, env: dict[str, str] | None = None) -> tuple[int, bytes]:
    """Open the reader, end it by a key or a signal; its exit code and what it wrote."""
    with reader(folder, env=env) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.settle()
        assert left_on(terminal.written) >= {"alternate screen", "bracketed paste"}
        if isinstance(how, str):
            os.write(terminal.fd, how.encode())
        else:
            os.kill(terminal.pid, how)
        code = terminal.wait()
        assert left_on(terminal.written) == set()
        assert termios.tcgetattr(terminal.fd) == terminal.modes
        return code, terminal.written


@pytest.mark.parametrize(
    ("how", "code"),
    [("q", 0), ("\x03", 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
    ids=["q", "ctrl-c", "SIGTERM", "SIGHUP", "SIGINT"],
)
def test_the_terminal_is_as_it_was_and_the_code_says_why(tmp_path: Path, how: str | int, code: int) -> None:
    assert ended(tmp_path, how)[0] == code


def test_a_signal_ends_an_overlay_too(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.type("/", "QUOTES 1")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait() == 143
        assert left_on(terminal.written) == set()


def test_ctrl_c_closes_an_overlay_first(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.type("/", "QUOTES 1")
        terminal.type("\x03", "quiet convoys")
        os.write(terminal.fd, b"\x03")
        assert terminal.wait() == 130


CRASH = """
from briefing_tui.ui import rows
from briefing_tui.ui.screens import reader
def crash(view):
    secret = view.links.briefing.title
    raise RuntimeError("the roof fell in")
reader.threat_rows = crash
"""


@pytest.mark.parametrize("when", ["at the start", "later"])
def test_a_crash_gives_the_terminal_back_and_shows_no_values(tmp_path: Path, when: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        CRASH
        if when == "at the start"
        else CRASH.replace("reader.threat_rows = crash", "reader.ReaderScreen.open = crash")
        .replace("def crash(view)", "def crash(self, view)")
        .replace("view.links", "self.view.links")
    )
    with reader(tmp_path, text=MEETING.replace("Fourth Lunar", "Most Secret"), env={"PYTHONPATH": str(tmp_path)}) as terminal:
        if when == "later":
            terminal.wait_for("Both want quiet convoys.")
            os.write(terminal.fd, b"4")
        assert terminal.wait() == 1
        assert left_on(terminal.written) == set()
        assert termios.tcgetattr(terminal.fd) == terminal.modes
        after = terminal.written.rpartition(b"\x1b[?1049l")[2]
        assert b"the roof fell in" in after
        assert b"Secret" not in after and b"Vega" not in after
