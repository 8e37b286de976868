"""Killed and started again, the reader is where it was; and the clock can be set."""

import os
import signal
import time
from pathlib import Path

import pytest
from pseudo import Terminal
from room import BRIEFING, MEETING, reader


def _above_the_keys(terminal: Terminal) -> list[str]:
    """All rows but the last, which on the very first start names more keys."""
    return terminal.text.splitlines()[:-1]


def test_killed_and_started_again_it_is_where_it_was(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.type("3j", "low severity")
        time.sleep(1.3)
        terminal.settle()
        before = _above_the_keys(terminal)
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.wait() == -signal.SIGKILL
    with reader(tmp_path) as terminal:
        terminal.wait_for("low severity")
        terminal.settle()
        assert _above_the_keys(terminal) == before


@pytest.mark.parametrize(
    ("at", "words"),
    [("2031-05-02T14:20", "▸ in 10 min"), ("2031-05-02T08:20+02:00", "▸ in 10 min"), ("2031-05-02T13:20", "1 h 10 min")],
)
def test_a_rehearsal_has_the_time_it_is_given(tmp_path: Path, at: str, words: str) -> None:
    text = f"{MEETING}timezone: Asia/Kuala_Lumpur\nagenda: [{{time: '14:30', what: Photograph}}]\n"
    with reader(tmp_path, (100, 24), text=text, options=["--at", at], env={"TZ": "America/New_York"}) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.type(".", words)
        assert "Photograph" in terminal.text


def test_a_rehearsal_opens_the_briefing_of_its_day(tmp_path: Path) -> None:
    for day in (2, 3):
        text = MEETING.replace("2031-05-02", f"2031-05-0{day}").replace("Fourth", f"Day-{day}")
        (tmp_path / f"{day}.yaml").write_text(text)
    for day in (3, 2):
        home = str(tmp_path / f".home-{day}")
        env = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), home)
        with Terminal([BRIEFING, "--at", f"2031-05-0{day}T09:00", str(tmp_path)], env=env) as terminal:
            terminal.wait_for(f"Day-{day} Lunar Council")


def test_a_time_that_is_none_is_misuse_in_one_line(tmp_path: Path) -> None:
    with reader(tmp_path, options=["--at", "noon"]) as terminal:
        assert terminal.wait() == 2
        assert b"\x1b" not in terminal.written
        assert len(terminal.written.splitlines()) == 1
        assert b"briefing: --at 'noon': not a time; write it like 2025-11-01T14:20" in terminal.written
