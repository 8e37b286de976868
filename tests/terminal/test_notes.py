"""What is typed, and what was said to be saved, outlives the program: killed, hung up on, interrupted."""

import os
import signal
import time
from pathlib import Path

import pytest
from pseudo import Terminal
from room import reader

KEPT = 1.3
"""Seconds after which what was typed is kept."""


def typing(terminal: Terminal, text: str) -> None:
    """Wait for the notes to be read, then type one."""
    terminal.wait_for("Both want quiet convoys.")
    terminal.settle(0.5)
    terminal.type("a", "note on TYC–COP")
    terminal.type(text, text)


def test_a_draft_outlives_kill_9(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        typing(terminal, "saved for good")
        terminal.type("\r", "saved: note")
        terminal.type("a", "━ note on")
        terminal.type("half a thought", "half a thought")
        time.sleep(KEPT)
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.wait() == -signal.SIGKILL
    with reader(tmp_path) as terminal:
        terminal.wait_for("unsaved note kept: a goes on with it")
        terminal.type("a", "half a thought")
        terminal.type("\r", "saved: note")
        terminal.type("6", "My notes")
        assert "saved for good" in terminal.text and "half a thought" in terminal.text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_draft_outlives_a_signal_at_once(tmp_path: Path, number: signal.Signals) -> None:
    with reader(tmp_path) as terminal:
        typing(terminal, "nearly said")
        os.kill(terminal.pid, number)
        assert terminal.wait() == 128 + number
    drafts = list((tmp_path / "home").rglob("*.draft"))
    assert len(drafts) == 1 and b"nearly said" in drafts[0].read_bytes()


def test_a_folder_that_cannot_be_written_is_said_and_the_text_stays(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.write_text("no folder")
    with reader(tmp_path, env={"XDG_STATE_HOME": str(place)}) as terminal:
        typing(terminal, "not yet")
        terminal.type("\r", "not saved")
        terminal.wait_for("not a directory")
        assert "not yet" in terminal.text and "saved:" not in terminal.text.splitlines()[-1]
        place.unlink()
        terminal.type("\r", "saved: note")
    assert any(b"not yet" in path.read_bytes() for path in place.rglob("*.journal"))
