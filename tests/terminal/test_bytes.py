"""The bytes that reach the terminal: nothing of a briefing's text steers it, and NO_COLOR means no colour."""

import os
import re
from pathlib import Path

import pytest
from room import MEETING, reader

HOSTILE = (
    r"[sic] [EU] [/x] [@click=app.quit]q[/] \e]52;c;aGFoYQ==\e\\ \x9b31m\a \u202Eevil\u202C\u2066 a\u200bb \u2028 \U000e0041"
)
PASTED = "[sic] [/x] [@click=app.quit]q[/] \x9b31m \u202eevil\u2066 a\u200bb \u2028 \U000e0041 \x07\x08"
WORDS = ("Fourth Lunar Council", "Tycho Base", "Ida Vega", "Minister of Air", "Both want quiet convoys.", "A hotline", "Dust")
KEYS = (
    "1", "j", "3", "4", "\x1b", "5", "i", "\x1b", "2", "\r", "\t", "\r", "H", "?", "\x1b", "b", "\x1b", "/", "sic", "\r", "y",
)  # fmt: skip
COLOUR = re.compile(rb"\x1b\[([0-9;:]*)m")
SEQUENCES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]"  # CSI
    rb"|[()][A-Z0-9]|[=>78MDEHc])"  # character sets, keypad, cursor
    rb"|\x1bP\+q[0-9a-fA-F;]*\x1b\\|\x1b\]22;[a-z-]*\x07"  # a question to the terminal, the shape of the pointer
)


def hostile() -> str:
    text = MEETING
    for word in WORDS:
        text = text.replace(word, f'"{word} {HOSTILE}"')
    text = text.replace("Air is not a favour", f'"Air {HOSTILE}"')
    text = text.replace("Leak in dome four", '"Leak [@click=app.quit] in dome four"')
    return f'{text}classification: "{HOSTILE}"\n"{HOSTILE}": "{HOSTILE}"\n'


def test_nothing_of_a_hostile_briefing_steers_the_terminal(tmp_path: Path) -> None:
    with reader(tmp_path, (100, 30), hostile()) as terminal:
        terminal.wait_for("convoys. [sic] [EU] [/x]")
        for keys in KEYS:
            terminal.type(keys)
        terminal.type(f"/\x1b[200~{PASTED}\x1b[201~")
        terminal.type("\x1b")
        written = terminal.written
        copied = re.findall(rb"\x1b\]52;[^\x07\x1b]*", written)
        terminal.type("q")
        assert terminal.wait() == 0
    assert len(copied) == 1 and b"aGFoYQ" not in copied[0]
    text = written.replace(copied[0], b"").decode()
    assert not re.search(
        "[\x80-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff\U000e0000-\U000e007f]", text
    )
    rest = SEQUENCES.sub(b"", text.encode())
    assert not re.search(rb"\x1b[^\\]", rest), re.findall(rb".{20}\x1b.{20}", rest)
    assert not re.search(rb"[\x00-\x06\x08\x0e-\x1a\x1c-\x1f]", rest)


@pytest.mark.parametrize("options", [[], ["--theme", "light"]])
def test_no_color_means_none(tmp_path: Path, options: list[str]) -> None:
    with reader(tmp_path, env={"NO_COLOR": "1", "COLORTERM": "truecolor"}, options=options) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        for keys in ("1", "j", "3", "4", "\x1b", "/", "air", "\x1b", "?", "\x1b", "b", "\x1b", ":", "\x1b", "\t"):
            terminal.type(keys)
        codes = {code for found in COLOUR.findall(terminal.written) for code in re.split(rb"[;:]", found)}
        terminal.type("3")
        rows = terminal.text.splitlines()
        screen = terminal.screen.buffer
    assert codes <= {b"", b"0", b"1", b"2", b"4", b"7", b"22", b"24", b"27", b"39", b"49"}, codes
    chosen = next(y for y, row in enumerate(rows) if row.startswith("▌CRIT"))
    other = next(y for y, row in enumerate(rows) if row.startswith(" low "))
    assert screen[chosen][9].reverse and not screen[other][9].reverse


def test_colours_are_there_without_it(tmp_path: Path) -> None:
    with reader(tmp_path, env={"COLORTERM": "truecolor"}) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        assert b"38;2;" in terminal.written and b"48;2;" in terminal.written


def test_bytes_that_are_no_utf8_are_letters_too(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.type(b"\xff\xfe\x80\xc3(")
        terminal.type("/", "QUOTES 1")
        terminal.type(b"a\xffir\xe4")
        terminal.type("\x1b")
        terminal.type("3", "━ 3 Threats")
        terminal.type("q")
        assert terminal.wait() == 0


def test_a_large_paste_into_search_is_taken(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.type("/", "QUOTES 1")
        paste = b"\x1b[200~" + b"favour \xc3\xa4 " * 10_000 + b"\x1b[201~"
        for at in range(0, len(paste), 2048):
            os.write(terminal.fd, paste[at : at + 2048])
            terminal.read(0)
        terminal.settle(0.5)
        assert "favour" in terminal.text.splitlines()[1]
        terminal.type("\x1b", "━ 2 Talks")
        terminal.type("q")
        assert terminal.wait() == 0
