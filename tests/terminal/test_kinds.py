"""Every terminal, size, line and environment it may meet: it opens, shows the same, is marked, and leaves all as it was."""

import fcntl
import os
import re
import shutil
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from room import BRIEFING, MEETING, left_on, reader

SHOWN = "Both want quiet convoys."


@pytest.mark.parametrize("kind", ["vt100", "xterm", "xterm-256color", "tmux-256color", "screen", "linux", "nonsense", ""])
def test_it_opens_and_leaves_in_every_kind_of_terminal(tmp_path: Path, kind: str) -> None:
    with reader(tmp_path, env={"TERM": kind}) as terminal:
        terminal.wait_for(SHOWN)
        terminal.type("/", "QUOTES 1")
        terminal.type("\x1b", "━ 2 Talks")
        os.write(terminal.fd, b"q")
        assert terminal.wait() == 0
        assert left_on(terminal.written) == set()
        plain = kind in ("vt100", "linux")
        assert (b"\x1b[>" in terminal.written) != plain and (b"$p" in terminal.written) != plain


ENVIRONMENTS = {
    "LANG=C": {"LANG": "C", "LC_ALL": "C"}, "no locale": {"LANG": "", "LC_ALL": ""},
    "no such locale": {"LC_ALL": "xx_YY.UTF-8"},
    "no home": {"HOME": "", "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": "", "XDG_STATE_HOME": ""},
    "a home that is none": dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), "/dev/null/home"),
    "absurd columns": {"COLUMNS": "99999999999", "LINES": "-3"},
}  # fmt: skip


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_it_opens_whatever_the_environment_says(tmp_path: Path, environment: str) -> None:
    with reader(tmp_path, env=ENVIRONMENTS[environment]) as terminal:
        terminal.wait_for(SHOWN)
        assert "━ 2 Talks ━" in terminal.text
        os.write(terminal.fd, b"q")
        assert terminal.wait() == 0
        assert left_on(terminal.written) == set()


COLOURS = {"xterm": rb"\x1b\[[0-9;]*[34]8;", "xterm-256color": rb"\x1b\[[0-9;]*[34]8;2;"}
"""What is not written where there are but 16 colours, and 256."""


@pytest.mark.parametrize("kind", COLOURS)
def test_it_writes_only_the_colours_the_terminal_has(tmp_path: Path, kind: str) -> None:
    with reader(tmp_path, env={"TERM": kind}) as terminal:
        terminal.wait_for(SHOWN)
        assert not re.search(COLOURS[kind], terminal.written)
        assert re.search(rb"\x1b\[[0-9;]*3[0-8]", terminal.written)


@pytest.mark.parametrize("size", [(500, 200), (65535, 65535), (1000, 2)], ids=str)
def test_sizes_no_screen_has(tmp_path: Path, size: tuple[int, int]) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for(SHOWN)
        if size[1] == 200:
            terminal.resize(*size)
        else:
            fcntl.ioctl(terminal.fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        terminal.type("1")
        terminal.resize(80, 24)
        terminal.wait_for("━ 1 Participants")
        os.write(terminal.fd, b"q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("size", [(19, 24), (80, 4), (3, 1)], ids=str)
def test_a_window_that_is_too_small_says_so(tmp_path: Path, size: tuple[int, int]) -> None:
    with reader(tmp_path, size) as terminal:
        terminal.wait_for("window too small"[: size[0] - 1])
        terminal.settle(0.5)
        assert "Council" not in terminal.text
        terminal.resize(80, 24)
        terminal.wait_for(SHOWN)
        os.write(terminal.fd, b"q")
        assert terminal.wait() == 0


REPORTS = [
    b"\x1b[1114112u", b"\x1b[99999999999999999999u", b"\x1b[97:65;2u", b"\x1b[48;0;0;0;0t", b"\x1b[48;99999;99999;1;1t",
    b"\x1b[<0;99999;99999M", b"\x1b[<35;-5;-5M", b"\xff\xfe\x80", b"\x1b[" + b"9" * 5000 + b"R",
    b"\x1bP" + b"x" * 300 + b"\x1b\\",
    b"\x1b[200~\x1b[201~", b"\x00\x01", b"\x1b[?2026;9$y",
]  # fmt: skip


def test_nothing_that_a_terminal_reports_deafens_it(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for(SHOWN)
        for report in REPORTS:
            os.write(terminal.fd, report)
            terminal.read(0.05)
        os.write(terminal.fd, b"\x1b[48;24;80;480;800t")
        terminal.settle(0.4)
        terminal.type("\x1b")
        terminal.type("\x1b")
        terminal.type("3", "━ 3 Threats")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait() == 143
        assert left_on(terminal.written) == set()


KEYS = {"legacy": ("3", "\x1b[B", "\x1bOA", "\r"), "kitty": ("\x1b[51;;51u", "\x1b[1;1B", "\x1b[1;1A", "\x1b[13u")}


@pytest.mark.parametrize("how", KEYS)
def test_keys_in_raw_form(tmp_path: Path, how: str) -> None:
    pane, down, up, enter = KEYS[how]
    with reader(tmp_path) as terminal:
        terminal.wait_for(SHOWN)
        terminal.type(pane, "━ 3 Threats")
        terminal.type(down, "▌low   Dust")
        terminal.type(up, "▌CRIT")
        terminal.type(enter, "━ 0 Leak in dome four")


def test_a_click_chooses_the_row(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for(SHOWN)
        terminal.settle()
        row = next(y for y, text in enumerate(terminal.text.splitlines()) if "low   Dust" in text)
        terminal.type(f"\x1b[<0;5;{row + 1}M\x1b[<0;5;{row + 1}m", "▌low   Dust")


def test_the_wheel_moves_the_cursor_of_the_pane_it_is_over(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("▌CRIT")
        terminal.settle()
        row = next(y for y, text in enumerate(terminal.text.splitlines()) if "▌CRIT" in text) + 1
        terminal.type(f"\x1b[<65;5;{row}M", "▌low   Dust")
        terminal.type(f"\x1b[<64;5;{row}M", "▌CRIT")


def test_a_terminal_that_tells_places_in_pixels_is_clicked_right(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for(SHOWN)
        terminal.type("\x1b[?2048;2$y")
        terminal.type("\x1b[48;24;80;480;800t")
        assert b"\x1b[?2048h" in terminal.written and b"\x1b[?1016h" in terminal.written
        row = next(y for y, text in enumerate(terminal.text.splitlines()) if "low   Dust" in text)
        press = f"\x1b[<0;45;{row * 20 + 9}"
        terminal.type(f"{press}M{press}m", "▌low   Dust")


def test_a_bomb_of_a_paste_is_one_paste_even_if_its_mark_comes_in_two(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for(SHOWN)
        terminal.type("/", "QUOTES 1")
        os.write(terminal.fd, b"\x1b[20")
        time.sleep(0.2)
        paste = b"0~" + b"q\x1b[31mfavour \x03" * 250_000 + b"\x1b[201~"
        at = 0
        while at < len(paste):
            at += os.write(terminal.fd, paste[at : at + 4096])
            terminal.read(0)
        terminal.type("\x1b")
        terminal.type("\x1b")
        terminal.type("3", "━ 3 Threats")
        os.write(terminal.fd, b"q")
        assert terminal.wait() == 0


def test_what_was_read_late_ends_in_the_newest_state(tmp_path: Path) -> None:
    with reader(tmp_path, (120, 40)) as terminal:
        terminal.wait_for(SHOWN)
        for _ in range(40):
            os.write(terminal.fd, b"3jk1jk")
            terminal.receive(0.01)
        os.write(terminal.fd, b"3")
        waited = len(terminal.written)
        while terminal.receive(0.5):
            pass
        assert len(terminal.written) - waited < 400_000
        terminal.screen.reset()
        terminal.show(terminal.written)
        assert "━ 3 Threats" in terminal.text


def test_nothing_is_written_when_nothing_changes(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for(SHOWN)
        for keys in ("", "/"):
            if keys:
                terminal.type(keys, "QUOTES 1")
            terminal.settle(1.2)
            before, used = len(terminal.written), _used(terminal.pid)
            terminal.settle(2.0)
            assert len(terminal.written) == before
            assert _used(terminal.pid) - used <= 0.04


def _used(pid: int) -> float:
    """Seconds of processor that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


# --- tmux


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """A server of our own."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    command = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    yield command
    subprocess.run([*command, "kill-server"], check=False, capture_output=True)


def test_in_tmux_the_shell_is_as_before(tmp_path: Path, tmux: list[str]) -> None:
    (tmp_path / "council.yaml").write_text(MEETING, encoding="utf-8")
    home = [f"{name}={tmp_path}/home" for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")]

    def screen() -> str:
        return subprocess.run([*tmux, "capture-pane", "-p"], capture_output=True, text=True, check=True).stdout

    def shows(words: str) -> None:
        end = time.monotonic() + 15
        while words not in screen():
            assert time.monotonic() < end, screen()
            time.sleep(0.05)

    def typed(*keys: str) -> None:
        subprocess.run([*tmux, "send-keys", *keys], check=True)

    flags = "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{wrap_flag} #{keypad_flag} #{insert_flag}"

    def modes() -> str:
        return subprocess.run([*tmux, "display", "-p", flags], capture_output=True, text=True, check=True).stdout

    subprocess.run([*tmux, "new-session", "-d", "-x", "100", "-y", "30", "env", *home, "PS1=ready ", "sh"], check=True)
    shows("ready")
    before, line = modes(), "stty -g | cksum"
    typed(line, "Enter")
    typed(f"'{BRIEFING}' '{tmp_path}/council.yaml'; echo code $?", "Enter")
    shows(SHOWN)
    assert modes() != before
    typed("q")
    shows("code 0")
    assert modes() == before
    typed(line, "Enter")
    end = time.monotonic() + 10
    while len(sums := re.findall(r"^\d+ \d+$", screen(), re.MULTILINE)) < 2:
        assert time.monotonic() < end, screen()
        time.sleep(0.05)
    assert len(set(sums)) == 1
