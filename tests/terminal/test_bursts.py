"""What comes in one burst, as over a slow line, reaches the overlay that its first key opens, whole and in its order."""

import sys
from pathlib import Path

import pytest
from pseudo import Terminal

PROGRAM = [str(Path(sys.executable).with_name("briefing"))]


@pytest.mark.parametrize(
    ("burst", "words"), [("/koizumi south", "/ koizumi south"), ("b57", "b 57"), (":theme", ": theme")], ids=["/", "b", ":"]
)
def test_a_burst_is_typed_whole(burst: str, words: str) -> None:
    with Terminal(PROGRAM, 100, 30) as terminal:
        terminal.wait_for("Dong Jun")
        terminal.settle(0.3)
        terminal.type(burst)
        terminal.settle(1.0)
        assert " ".join(terminal.text.splitlines()[1].split()).startswith(words.split(" ")[0]), terminal.text
        assert words.split(" ", 1)[1] in terminal.text.splitlines()[1], terminal.text


def test_a_burst_replaces_the_query_before() -> None:
    with Terminal(PROGRAM, 100, 30) as terminal:
        terminal.wait_for("Dong Jun")
        terminal.settle(0.3)
        terminal.type("/friden", "/ friden")
        terminal.type("\x1b", "Participants")
        terminal.type("/koizumi south", "koizumi south")
        row = terminal.text.splitlines()[1]
        assert "koizumi south" in row and "friden" not in row


@pytest.mark.parametrize(
    ("opening", "burst", "words"),
    [
        ("/", "friedn\x7f\x7fden", "/ frieden "),
        ("/", "war\x15nachbar", "/ nachbar "),
        (":", "thm\x7feme", ": theme "),
        ("a", "abcd\x7f\x7fXY", " abXY "),
        ("a", "drei\x0fvier\x01Z", " Zvier "),
    ],
)
def test_a_key_in_a_burst_is_done_before_the_letters_behind_it(opening: str, burst: str, words: str, tmp_path: Path) -> None:
    with Terminal(PROGRAM, 100, 30, {"XDG_STATE_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("Dong Jun")
        terminal.settle(0.3)
        terminal.type(opening)
        terminal.settle(0.3)
        terminal.type(burst, words)


@pytest.mark.parametrize(
    ("burst", "words"),
    [
        ("/zone\r", "4 Quotes"),
        ("/zone\ry", "the quote"),
        (":agenda\r", "5 Agenda"),
        ("?terms\r", "8 Terms"),
        ("b57\r", "57th SCM · Seoul · 4 Nov 2025"),
        ("b57\r2", "0 KOR–USA"),
        ("fmarl\r", "0 KOR–AUS"),
    ],
)
def test_what_opens_an_overlay_may_come_with_what_is_typed_there_and_behind(burst: str, words: str, tmp_path: Path) -> None:
    with Terminal(PROGRAM, 100, 30, {"XDG_STATE_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("Dong Jun")
        terminal.settle(0.3)
        terminal.type(burst, words)
