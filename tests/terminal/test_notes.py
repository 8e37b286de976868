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
        terminal.wait_for("unsaved note kept: a on TYC–COP goes on with it")
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


def test_a_note_that_is_kept_nowhere_is_asked_for_and_given_back(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.write_text("no folder")
    with reader(tmp_path, env={"XDG_STATE_HOME": str(place)}) as terminal:
        typing(terminal, "not yet")
        terminal.wait_for("no draft is kept")
        terminal.type("\x1b", "kept till you quit")
        terminal.type("q", "a note is not saved; quit again loses it")
        terminal.type("j")
        terminal.settle()
        terminal.type("q", "a note is not saved; quit again loses it")
        terminal.type("q")
        assert terminal.wait() == 0
        after = bytes(terminal.written).decode().rpartition("\x1b[?1049l")[2]
    assert "[TLP:GREEN]" in after and "Not saved: note on TYC–COP" in after and "not yet" in after


def test_a_signal_gives_back_what_is_being_typed(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.write_text("no folder")
    with reader(tmp_path, env={"XDG_STATE_HOME": str(place)}) as terminal:
        typing(terminal, "not yet")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert "not yet" in bytes(terminal.written).decode().rpartition("\x1b[?1049l")[2]


def test_no_draft_of_a_saved_note_stays(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        typing(terminal, "saved for good")
        terminal.type("\r", "saved: note")
        time.sleep(KEPT)
        terminal.type("q")
        assert terminal.wait() == 0
    assert not list((tmp_path / "home").rglob("*.draft"))
