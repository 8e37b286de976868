"""The terminal is entered, read, written and left as it was found, whatever it is and whoever asks."""

import asyncio
import errno
import os
import pty
import select
import termios
import tty
from collections.abc import Iterator
from threading import Event, Thread
from typing import Any

import pytest
from textual import events
from textual.message import Message
from textual.messages import InBandWindowResize

from briefing_tui.ui import modes
from briefing_tui.ui.driver import TerminalDriver
from briefing_tui.ui.modes import CANCEL, set_line
from briefing_tui.ui.writer import Writer


class Line:
    """A pseudo-terminal: `far` is where the user sits, `near` the program's end."""

    def __init__(self) -> None:
        self.far, self.near = pty.openpty()

    def shown(self, until: str) -> str:
        """What reaches the user, up to some text."""
        data = b""
        while until.encode() not in data:
            assert select.select([self.far], [], [], 5)[0], data
            data += os.read(self.far, 4096)
        return data.decode()

    def hang_up(self) -> None:
        """Leave, if nobody did."""
        if self.far >= 0:
            os.close(self.far)
        self.far = -1

    @property
    def silent(self) -> bool:
        """Whether nothing waits to be shown."""
        return not select.select([self.far], [], [], 0.02)[0]


@pytest.fixture
def line() -> Iterator[Line]:
    opened = Line()
    yield opened
    opened.hang_up()
    os.close(opened.near)


class Ears:
    """An app that hears what its driver says."""

    def __init__(self) -> None:
        self.exits = self
        self.heard: list[Message] = []
        self.drawn = 0
        self.is_gone = Event()

    async def _post_message(self, message: Message) -> None:
        self.heard.append(message)

    def refresh(self, *, layout: bool) -> None:
        """Everything is to be drawn again."""
        self.drawn += layout

    def gone(self) -> None:
        """There is no terminal any more."""
        self.is_gone.set()

    def owed(self) -> str:
        """Something that is to be written at the end."""
        return "<owed>"

    async def until(self, kind: type[Message]) -> Message:
        """Wait for a message."""
        for _ in range(1000):
            found = next((message for message in self.heard if isinstance(message, kind)), None)
            if found:
                self.heard.clear()
                return found
            await asyncio.sleep(0.005)
        raise AssertionError(self.heard)


def made(fd: int, monkeypatch: pytest.MonkeyPatch) -> tuple[TerminalDriver, Ears]:
    """A driver that reads and writes there."""
    app = Ears()
    for name in ("sys.__stdin__", "sys.__stderr__"):
        monkeypatch.setattr(name, os.fdopen(os.dup(fd), "r+b", buffering=0))
    monkeypatch.setenv("TERM", "xterm-256color")
    return TerminalDriver(app), app  # type: ignore[arg-type]


async def test_the_terminal_is_left_as_it_was_found_however_often(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    found = termios.tcgetattr(line.near)
    driver, app = made(line.near, monkeypatch)
    driver.write("nobody is there yet")
    driver.write_whole("nobody is there yet")
    driver.take_again()
    assert line.silent and termios.tcgetattr(line.near) == found
    driver.start_application_mode()
    assert line.shown("\x1b[?7l").startswith("\x1b[?1049h")
    assert not termios.tcgetattr(line.near)[tty.LFLAG] & termios.ECHO
    assert isinstance(await app.until(events.Resize), events.Resize)
    driver.settle()
    driver.take_again()
    assert "\x1b[=25u" in line.shown("\x1b[?7l") and app.drawn == 1
    await asyncio.to_thread(driver.stop_application_mode)
    assert "<owed>" in line.shown("\x1b[?25h") and termios.tcgetattr(line.near) == found
    driver.stop_application_mode()
    driver.abandon()
    assert line.silent


async def test_settings_that_were_changed_meanwhile_are_those_it_leaves(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, _app = made(line.near, monkeypatch)
    quiet = termios.tcgetattr(line.near)
    quiet[tty.LFLAG] &= ~termios.ECHOE
    termios.tcsetattr(line.near, termios.TCSANOW, quiet)
    driver.settle()
    driver.start_application_mode()
    line.shown("\x1b[?7l")
    await asyncio.to_thread(driver.stop_application_mode)
    assert termios.tcgetattr(line.near) == quiet


async def test_a_terminal_that_reports_its_size_itself_is_not_asked(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, app = made(line.near, monkeypatch)
    driver.start_application_mode()
    line.shown("\x1b[?7l")
    await app.until(events.Resize)
    os.write(line.far, b"\x1b[?2048;0$y")
    assert not (await app.until(InBandWindowResize)).supported  # type: ignore[attr-defined]
    driver.resized()
    await app.until(events.Resize)
    os.write(line.far, b"\x1b[?2048;2$y")
    assert (await app.until(InBandWindowResize)).supported  # type: ignore[attr-defined]
    assert line.shown("\x1b[?1016h") == "\x1b[?2048h\x1b[?1016h"
    driver.resized()
    os.write(line.far, b"j")
    assert (await app.until(events.Key)).key == "j"  # type: ignore[attr-defined]
    assert not [message for message in app.heard if isinstance(message, events.Resize)]
    await asyncio.to_thread(driver.stop_application_mode)
    assert "\x1b[?2048l" in line.shown("\x1b[?25h")


async def test_a_terminal_that_is_gone_is_told(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, app = made(line.near, monkeypatch)
    driver.start_application_mode()
    line.hang_up()
    assert await asyncio.to_thread(app.is_gone.wait, 5)
    await asyncio.to_thread(driver.stop_application_mode)


async def test_what_is_no_terminal_is_read_until_it_ends(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    _driver, app = made(line.near, monkeypatch)
    near, far = os.pipe()
    monkeypatch.setattr("sys.__stdin__", os.fdopen(near, "rb"))
    driver = TerminalDriver(app)  # type: ignore[arg-type]
    driver.start_application_mode()
    os.write(far, b"j")
    assert (await app.until(events.Key)).key == "j"  # type: ignore[attr-defined]
    os.close(far)
    assert await asyncio.to_thread(app.is_gone.wait, 5)
    await asyncio.to_thread(driver.stop_application_mode)


def test_what_comes_after_the_end_is_told_to_nobody(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async def begun() -> tuple[TerminalDriver, Ears]:
        return made(line.near, monkeypatch)

    driver, app = asyncio.run(begun())
    driver.resized()
    driver._soon(driver._missed)()
    assert not app.heard and not app.drawn


def test_line_settings_are_set_in_spite_of_a_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    troubles: list[BaseException] = [termios.error(errno.EIO, ""), termios.error(errno.EINTR, ""), InterruptedError()]

    def set_attributes(fd: int, when: int, settings: list[Any]) -> None:
        asked.append(settings)
        raise troubles.pop()

    monkeypatch.setattr(modes.termios, "tcsetattr", set_attributes)
    set_line(0, None)
    assert not asked
    set_line(0, [1])
    assert asked == [[1]] * 3


# --- writing


def test_what_is_written_last_is_written_once(line: Line) -> None:
    tty.setraw(line.near)
    writer = Writer(line.near, lambda: None, lambda: None)
    writer.write("frame")
    line.shown("frame")
    writer.close("<last>", 5)
    writer.close("<again>", 5)
    writer.write("more")
    assert line.shown("<last>") == "<last>" and line.silent


def test_a_terminal_is_given_back_once_even_while_somebody_writes(line: Line) -> None:
    tty.setraw(line.near)
    writer = Writer(line.near, lambda: None, lambda: None)
    with writer._changed:
        for last in ("<last>", "<again>"):
            leaving = Thread(target=writer.abandon, args=(last,))
            leaving.start()
            leaving.join()
        assert line.shown("<last>") == f"{CANCEL}<last>" and line.silent
        writer._changed.notify_all()
    writer._thread.join()


def test_what_is_no_terminal_is_written_to_as_well() -> None:
    near, far = os.pipe()
    writer = Writer(far, lambda: None, lambda: None)
    writer.write("frame")
    writer.close("<last>", 5)
    os.close(far)
    with os.fdopen(near, "rb") as read:
        assert read.read().decode().endswith("<last>")
