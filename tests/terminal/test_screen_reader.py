"""The terminal's own cursor, which a screen reader follows: shown, on what one stands on, and only what changed is drawn."""

import os
import signal
from pathlib import Path

from pseudo import Terminal
from room import left_on, reader

OPTIONS = ("--screen-reader",)


def under(terminal: Terminal) -> str:
    """What the cursor stands on, to the end of its row."""
    cursor = terminal.screen.cursor
    assert not cursor.hidden
    return terminal.screen.display[cursor.y][cursor.x :].rstrip()


def last(terminal: Terminal) -> str:
    """What the last two rows say."""
    return " ".join(" ".join(terminal.screen.display[-2:]).split())


def test_the_cursor_is_shown_and_stands_on_the_selection_after_each_key(tmp_path: Path) -> None:
    with reader(tmp_path, options=OPTIONS) as terminal:
        terminal.wait_for("question mark lists the keys")
        terminal.settle()
        assert under(terminal) == "TYC and COP, Ida Vega, Bruno Orlo"
        for keys, words in ((b"1", "TYC, Ida Vega"), (b"j", "COP, Bruno Orlo"), (b"3", "critical: Leak in dome four")):
            terminal.type(keys)
            assert under(terminal) == words
            assert f"{words}, selected, " in last(terminal)
        terminal.type(b"2\r")
        assert under(terminal).startswith("Ida Vega, Bruno Orlo")
        terminal.type(b"j")
        assert under(terminal) in last(terminal)
        terminal.type(b"1g\r\t")
        assert under(terminal) == "Tycho Base TYC" and "link Tycho Base" in last(terminal)
        terminal.type(b"/")
        terminal.type(b"air", "first: quote Ida Vega")
        terminal.settle()
        assert under(terminal) == "" and terminal.screen.cursor.x == len("Search: air")
        terminal.type(b"\x1b[B")
        assert under(terminal) == "TYC Ida Vega, Minister of Air, 2 May 2031"
        terminal.type(b"\x1b", "card Ida Vega")
        terminal.type(b"q")
        assert terminal.wait() == 0
        assert left_on(terminal.written) == set()


def test_the_cursor_is_shown_again_after_the_program_was_stopped_and_after_an_editor(tmp_path: Path) -> None:
    with reader(tmp_path, env={"EDITOR": "true"}, options=OPTIONS) as terminal:
        terminal.wait_for("question mark lists the keys")
        terminal.type(b"e")
        terminal.settle(0.5)
        assert not terminal.screen.cursor.hidden
        os.kill(terminal.pid, signal.SIGTSTP)
        terminal.settle(0.5)
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.settle(0.5)
        terminal.type(b"j")
        assert under(terminal) == "TYC and COP, Ida Vega, Mara Quist"


def test_a_move_draws_two_rows_and_what_is_said(tmp_path: Path) -> None:
    with reader(tmp_path, options=OPTIONS) as terminal:
        terminal.wait_for("question mark lists the keys")
        terminal.type(b"1")
        terminal.settle(0.5)
        drawn = []
        for key in (b"j", b"k", b"j"):
            terminal.screen.dirty.clear()
            terminal.type(key)
            drawn.append(set(terminal.screen.dirty))
        assert any(rows <= {2, 3, 22, 23} for rows in drawn), "once nothing of the start is still to come"
        before = len(terminal.written)
        terminal.settle(1.2)
        assert len(terminal.written) == before
