"""However the reader ends, the terminal is as it was, the exit code says what happened, and what was being typed is kept."""

import os
import signal
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pseudo import Terminal
from room import BRIEFING, MEETING, left_on, reader

from briefing_tui.ui import exits

TERM, HUP, QUIT, INT = signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT


def is_as_found(terminal: Terminal) -> bool:
    """Whether modes, cursor, keyboard and line settings are those that the reader found."""
    return left_on(terminal.written) == set() and termios.tcgetattr(terminal.fd) == terminal.modes


def ended(terminal: Terminal, how: str | int) -> int:
    """End the reader by keys or a signal; its exit code."""
    if isinstance(how, str):
        os.write(terminal.fd, how.encode())
    else:
        os.kill(terminal.pid, how)
    return terminal.wait()


def drafts(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in (folder / "home").rglob("*.draft")]


def patched(folder: Path, code: str) -> dict[str, str]:
    """An environment in which the program runs some code first."""
    (folder / "sitecustomize.py").write_text(code)
    return {"PYTHONPATH": str(folder)}


@pytest.mark.parametrize(
    ("how", "code"),
    [("q", 0), ("\x03", 130), (TERM, 143), (HUP, 129), (QUIT, 131), (INT, 130), (signal.SIGUSR1, 138), (signal.SIGALRM, 142)],
    ids=["q", "ctrl-c", "TERM", "HUP", "QUIT", "INT", "USR1", "ALRM"],
)
def test_the_terminal_is_as_it_was_and_the_code_says_why(tmp_path: Path, how: str | int, code: int) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        assert left_on(terminal.written) >= {"alternate screen", "bracketed paste", "cursor", "1 keyboard protocols"}
        assert ended(terminal, how) == code
        assert is_as_found(terminal)


def test_a_terminal_that_reports_its_size_no_longer_does(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        os.write(terminal.fd, b"\x1b[?2026;2$y\x1b[?2048;2$y")
        while "size reports" not in left_on(terminal.written):
            terminal.read(1)
        terminal.type("\x1b[48;30;100;600;1000t")
        terminal.screen.resize(30, 100)
        terminal.type("1", "━ 1 Participants")
        terminal.settle()
        assert "update" not in left_on(terminal.written)
        assert ended(terminal, "q") == 0
        assert is_as_found(terminal)


def typing(terminal: Terminal) -> None:
    """Type half a note."""
    terminal.wait_for("Both want quiet convoys.")
    terminal.type("a", "note on TYC–COP")
    terminal.type("half a thought", "half a thought")


@pytest.mark.parametrize(
    ("how", "code"), [("\x03\x03", 130), (TERM, 143), (HUP, 129), (QUIT, 131), (INT, 130)],
    ids=["ctrl-c", "TERM", "HUP", "QUIT", "INT"],
)  # fmt: skip
def test_half_a_note_is_kept(tmp_path: Path, how: str | int, code: int) -> None:
    with reader(tmp_path) as terminal:
        typing(terminal)
        assert ended(terminal, how) == code
        assert is_as_found(terminal)
    assert len(drafts(tmp_path)) == 1 and b"half a thought" in drafts(tmp_path)[0]


def test_ctrl_c_closes_an_overlay_first(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.type("/", "QUOTES 1")
        terminal.type("\x03", "quiet convoys")
        assert ended(terminal, "\x03") == 130


def test_a_closed_window_ends_it_and_keeps_the_note(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        typing(terminal)
        assert terminal.close() == 129
    assert b"half a thought" in drafts(tmp_path)[0]


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def within(seconds: float, happened: Callable[[], bool]) -> bool:
    """Whether something happens within some seconds."""
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def shell(folder: Path, script: str, env: dict[str, str] | None = None) -> Terminal:
    """A shell that opens the reader as its job."""
    (folder / "council.yaml").write_text(MEETING, encoding="utf-8")
    home = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    command = script.replace("READER", f"'{BRIEFING}' '{folder}/council.yaml'")
    return Terminal(["sh", "-c", f"set -m; {command}"], env=home | (env or {}))


@pytest.mark.skipif(not os.path.exists("/proc/self/stat"), reason="it is seen in /proc whether a stranger's child has ended")
def test_a_dead_parent_ends_it_and_keeps_the_note(tmp_path: Path) -> None:
    with shell(tmp_path, "READER; true") as terminal:
        typing(terminal)
        job = os.tcgetpgrp(terminal.fd)
        os.kill(terminal.pid, signal.SIGKILL)
        assert within(5, lambda: not is_running(job))
    assert b"half a thought" in drafts(tmp_path)[0]


# --- a program that is blocked

BLOCKED = """
import time
from briefing_tui.ui import exits
from briefing_tui.ui.screens import reader
exits.SECONDS = 0.3
def block(self, place):
    print("blocked", file=open({marker!r}, "w"), flush=True)
    {how}
reader.ReaderScreen.open = block
"""
FOREVER = {"it sleeps": "time.sleep(1000)", "it works": "\n    while True: pass"}


def blocked(folder: Path, terminal: Terminal, key: str = "4") -> None:
    """Block the reader by a key."""
    os.write(terminal.fd, key.encode())
    assert within(5, (folder / "marker").exists)


def blocking(folder: Path, how: str) -> dict[str, str]:
    return patched(folder, BLOCKED.format(marker=str(folder / "marker"), how=how))


def test_the_end_that_was_asked_for_comes_within_three_seconds() -> None:
    assert exits.SECONDS + exits.STEP + 2 * exits.LAST_SECONDS <= 3


@pytest.mark.parametrize(
    ("how", "code"), [("\x03", 130), (TERM, 143), (HUP, 129), (QUIT, 131), (INT, 130), ("closed", 129)],
    ids=["ctrl-c", "TERM", "HUP", "QUIT", "INT", "closed window"],
)  # fmt: skip
def test_a_blocked_program_ends_too_when_it_is_to(tmp_path: Path, how: str | int, code: int) -> None:
    busy = "it works" if how == QUIT else "it sleeps"
    with reader(tmp_path, env=blocking(tmp_path, FOREVER[busy])) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        blocked(tmp_path, terminal)
        if how == "closed":
            assert terminal.close() == code
        else:
            assert ended(terminal, how) == code
            assert is_as_found(terminal)


def test_a_blocked_program_keeps_the_note(tmp_path: Path) -> None:
    env = patched(tmp_path, BLOCKED.format(marker=str(tmp_path / "marker"), how=FOREVER["it sleeps"]).replace(
        "reader.ReaderScreen.open = block", "from briefing_tui.ui.screens import note; note.NoteScreen.action_drop = block"
    ).replace("block(self, place)", "block(self)"))  # fmt: skip
    with reader(tmp_path, env=env) as terminal:
        typing(terminal)
        blocked(tmp_path, terminal, "\x18")
        assert ended(terminal, TERM) == 143
        assert is_as_found(terminal)
    assert b"half a thought" in drafts(tmp_path)[0]


@pytest.mark.parametrize("how", ["blocked", "asleep"])
def test_neither_a_blocked_program_nor_a_gap_in_time_ends_alone(tmp_path: Path, how: str) -> None:
    with reader(tmp_path, env=blocking(tmp_path, "time.sleep(1)")) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        if how == "blocked":
            blocked(tmp_path, terminal)
        else:
            os.kill(terminal.pid, signal.SIGSTOP)
            time.sleep(1)
            os.kill(terminal.pid, signal.SIGCONT)
        terminal.type("1", "━ 1 Participants")
        assert ended(terminal, "q") == 0
        assert is_as_found(terminal)


def test_a_terminal_that_nobody_reads_holds_nothing_up(tmp_path: Path) -> None:
    with reader(tmp_path, (200, 60)) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        for number in range(200):
            terminal.resize(150 + number % 50, 60)
            os.write(terminal.fd, b"1jjkk2")
            time.sleep(0.005)
        os.kill(terminal.pid, TERM)
        assert within(4, lambda: os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None)
        assert terminal.wait() == 143
        assert is_as_found(terminal)


# --- stopped, and continued

STOPPED = "READER; echo stopped; read line; fg; echo code $?"


@pytest.mark.parametrize("how", ["\x1a", signal.SIGTSTP], ids=["ctrl-z", "TSTP"])
def test_the_shell_has_the_terminal_while_it_is_stopped(tmp_path: Path, how: str | int) -> None:
    with shell(tmp_path, STOPPED) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        if isinstance(how, str):
            os.write(terminal.fd, how.encode())
        else:
            os.kill(os.tcgetpgrp(terminal.fd), how)
        terminal.wait_for("stopped")
        assert is_as_found(terminal)
        os.write(terminal.fd, b"\n")
        terminal.wait_for("Both want quiet convoys.")
        assert left_on(terminal.written) >= {"alternate screen", "bracketed paste", "cursor", "1 keyboard protocols"}
        terminal.type("1", "━ 1 Participants")
        os.write(terminal.fd, b"q")
        terminal.wait_for("code 0")
        assert is_as_found(terminal)


def test_a_stop_that_nobody_announced_is_mended_when_it_goes_on(tmp_path: Path) -> None:
    with shell(tmp_path, STOPPED.replace("echo", "stty sane; printf '\\033[?1049l\\033[<u'; echo", 1)) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        os.kill(os.tcgetpgrp(terminal.fd), signal.SIGSTOP)
        terminal.wait_for("stopped")
        os.write(terminal.fd, b"\n")
        terminal.type("1", "━ 1 Participants")
        os.write(terminal.fd, b"q")
        terminal.wait_for("code 0")
        assert termios.tcgetattr(terminal.fd)[:4] == terminal.modes[:4]


def test_where_nobody_could_continue_it_it_is_not_stopped(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        os.kill(terminal.pid, signal.SIGTSTP)
        while terminal.written.count(b"\x1b[?1049h") < 2:
            terminal.read(1)
        terminal.type("1", "━ 1 Participants")
        assert ended(terminal, "q") == 0
        assert is_as_found(terminal)


# --- a terminal that is lent

EDITOR = '#!/bin/sh\n{before}\necho "editing $1"\n{after}\n'


def editor(folder: Path, after: str, before: str = "") -> dict[str, str]:
    path = folder / "editor"
    path.write_text(EDITOR.format(before=before, after=after))
    path.chmod(0o755)
    return {"EDITOR": str(path)}


@pytest.mark.parametrize("number", [INT, QUIT])
def test_what_the_editor_is_interrupted_by_does_not_end_the_reader(tmp_path: Path, number: int) -> None:
    with reader(tmp_path, env=editor(tmp_path, "read line", "trap '' INT QUIT")) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.type("e", "editing +")
        assert is_as_found(terminal)
        os.kill(terminal.pid, number)
        os.write(terminal.fd, b"\n")
        terminal.wait_for("Both want quiet convoys.")
        terminal.type("1", "━ 1 Participants")
        assert ended(terminal, "q") == 0
        assert is_as_found(terminal)


@pytest.mark.parametrize("trap", ["", "trap '' TERM"], ids=["that ends", "that does not"])
def test_an_end_while_the_editor_has_the_terminal(tmp_path: Path, trap: str) -> None:
    env = editor(tmp_path, "echo $$ > pid; read line", f"cd '{tmp_path}'; {trap}")
    if trap:
        (tmp_path / "sitecustomize.py").write_text("from briefing_tui.ui import exits\nexits.SECONDS = 0.3\n")
    with reader(tmp_path, env=env | {"PYTHONPATH": str(tmp_path)}) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.type("e", "editing +")
        assert within(5, lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text().strip() != "")
        os.kill(terminal.pid, TERM)
        assert terminal.wait() == 143
        assert is_as_found(terminal)
    pid = int((tmp_path / "pid").read_text())
    if trap:
        os.kill(pid, signal.SIGKILL)
    assert within(5, lambda: not is_running(pid))


def test_an_editor_that_is_stopped_stops_the_reader_with_it(tmp_path: Path) -> None:
    env = editor(tmp_path, "kill -STOP $$; read line")
    with shell(tmp_path, STOPPED, env) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.type("e", "editing +")
        terminal.wait_for("stopped")
        os.write(terminal.fd, b"\n\n")
        terminal.wait_for("Both want quiet convoys.")
        terminal.type("1", "━ 1 Participants")
        os.write(terminal.fd, b"q")
        terminal.wait_for("code 0")
        assert is_as_found(terminal)


# --- a program that breaks

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
    later = CRASH.replace("reader.threat_rows = crash", "reader.ReaderScreen.open = crash").replace(
        "view.links", "self.view.links"
    )
    env = patched(tmp_path, CRASH if when == "at the start" else later.replace("def crash(view)", "def crash(self, view)"))
    with reader(tmp_path, text=MEETING.replace("Fourth Lunar", "Most Secret"), env=env) as terminal:
        if when == "later":
            terminal.wait_for("Both want quiet convoys.")
            os.write(terminal.fd, b"4")
        assert terminal.wait() == 1
        assert is_as_found(terminal)
        after = terminal.written.rpartition(b"\x1b[?1049l")[2]
        assert b"the roof fell in" in after
        assert b"Secret" not in after and b"Vega" not in after


def test_a_crash_keeps_the_note(tmp_path: Path) -> None:
    env = patched(tmp_path, CRASH.replace("reader.threat_rows", "note.NoteScreen.action_drop").replace(
        "import reader", "import note").replace("view.links.briefing.title", "view"))  # fmt: skip
    with reader(tmp_path, env=env) as terminal:
        typing(terminal)
        assert ended(terminal, "\x18") == 1
        assert is_as_found(terminal)
    assert b"half a thought" in drafts(tmp_path)[0]
