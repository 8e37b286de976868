"""`briefing doctor` asks the terminal, and leaves it as it was whatever that answers."""

import os
import termios
import time
from pathlib import Path

import pytest
from pseudo import Terminal
from room import BRIEFING


def asked(folder: Path, **env: str) -> Terminal:
    """The doctor at work."""
    home = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    return Terminal([BRIEFING, "doctor"], 120, 40, env=home | env)


def echoes(terminal: Terminal) -> bool:
    return bool(termios.tcgetattr(terminal.fd)[3] & termios.ECHO)


def answer(terminal: Terminal, widths: list[int]) -> None:
    """Say where the cursor stands after each sample, once it is asked."""
    while b"\x1b[6n" not in terminal.written:
        assert terminal.read(10)
    assert not echoes(terminal)
    os.write(terminal.fd, b"".join(b"\x1b[1;%dR" % (width + 1) for width in widths))


def test_a_terminal_that_draws_as_the_reader_counts_is_well(tmp_path: Path) -> None:
    from briefing_tui.cli.health.widths import SAMPLES

    with asked(tmp_path) as terminal:
        answer(terminal, [width for _, width in SAMPLES.values()])
        assert terminal.wait() == 0
        assert "as they should be" in terminal.text
        assert "120×40" in terminal.text and "xterm-256color" in terminal.text
        assert echoes(terminal)


def test_a_terminal_that_never_answers_is_not_waited_for(tmp_path: Path) -> None:
    with asked(tmp_path) as terminal:
        assert terminal.wait() == 0
        assert "does not say where its cursor stands" in terminal.text
        assert time.perf_counter() - terminal.started < 5
        assert echoes(terminal)


@pytest.mark.parametrize("signal", [2, 3, 15])
def test_whoever_ends_it_while_it_asks_gets_the_terminal_back(tmp_path: Path, signal: int) -> None:
    with asked(tmp_path) as terminal:
        while b"\x1b[6n" not in terminal.written:
            assert terminal.read(10)
        assert not echoes(terminal)
        os.kill(terminal.pid, signal)
        assert terminal.wait() == 128 + signal
        assert echoes(terminal)


def test_a_dumb_terminal_is_not_asked_and_is_a_problem(tmp_path: Path) -> None:
    with asked(tmp_path, TERM="dumb") as terminal:
        assert terminal.wait() == 1
        assert b"\x1b" not in terminal.written
        assert "TERM is dumb" in terminal.text
