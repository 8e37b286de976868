"""A program in a pseudo-terminal: what it writes, byte for byte, and the screen that makes."""

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time
import unicodedata
from collections.abc import Mapping, Sequence
from types import TracebackType

import pyte
from wcwidth import wcwidth

LEFT_OUT = (
    "NO_COLOR", "BRIEFING_LIBRARY", "TMUX", "EDITOR", "VISUAL", "DISPLAY", "WAYLAND_DISPLAY", "COLORTERM", "COLUMNS", "LINES",
)  # fmt: skip


_NOT_UNDERSTOOD = re.compile(rb"\x1b\[(?:[>=<]\d*u|\?\d+\$p)")
_SCREENS = re.compile(rb"\x1b\[\?1049[hl]")


class _Screen(pyte.Screen):
    """Draws what stands behind a joiner or a mark that takes no cell: the emulator gives up there."""

    def draw(self, data: str) -> None:
        super().draw("".join(char for char in data if unicodedata.combining(char) or wcwidth(char) > 0))


class Terminal:
    """Starts `command` on a screen of `columns` × `rows`, and ends it when left."""

    def __init__(self, command: Sequence[str], columns: int = 80, rows: int = 24, env: Mapping[str, str] | None = None) -> None:
        self.written = b""
        self.screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        environ = {key: value for key, value in os.environ.items() if key not in LEFT_OUT}
        environ |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", **(env or {})}
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if not self.pid:
            os.execvpe(command[0], list(command), environ)
        self.resize(columns, rows)
        self.modes = termios.tcgetattr(self.fd)
        self.exit_code: int | None = None

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.exit_code is None:
            os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
        os.close(self.fd)

    def resize(self, columns: int, rows: int) -> None:
        """Tell the program another size."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def read(self, seconds: float) -> bytes:
        """What comes within some seconds, as soon as it comes; empty if nothing does or the program has ended."""
        data = self.receive(seconds)
        self.show(data)
        return data

    def receive(self, seconds: float) -> bytes:
        """The same, but not shown on the screen yet: that takes the emulator longer than it took the program to write it."""
        poll = select.poll()
        poll.register(self.fd, select.POLLIN)
        if not poll.poll(seconds * 1000):
            return b""
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return b""
        self.written += data
        return data

    def show(self, data: bytes) -> None:
        """Show on the screen what was received."""
        self._stream.feed(_understood(data))

    def settle(self, quiet: float = 0.25, limit: float = 10.0) -> None:
        """Read until nothing has come for `quiet` seconds."""
        end = time.monotonic() + limit
        while time.monotonic() < end and self.read(quiet):
            pass

    def wait_for(self, words: str, limit: float = 15.0) -> float:
        """Read until `words` are on the screen; the seconds since the start. Fails with the screen if they never are."""
        end = time.monotonic() + limit
        while words not in self.text:
            if time.monotonic() > end:
                raise AssertionError(f"{words!r} did not appear:\n{self.text}")
            self.read(0.2)
        return time.perf_counter() - self.started

    def type(self, keys: str | bytes, words: str = "") -> None:
        """Send keys, and wait for `words`, or until it is quiet."""
        os.write(self.fd, keys.encode() if isinstance(keys, str) else keys)
        if words:
            self.wait_for(words)
        else:
            self.settle()

    def wait(self, limit: float = 10.0) -> int:
        """Read until the program ends; its exit code, negative for a signal."""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self.read(0):
                    pass
                self.exit_code = os.waitstatus_to_exitcode(status)
                return self.exit_code
        raise AssertionError(f"still running:\n{self.text}")

    def close(self) -> int:
        """Close the window; the exit code of the program that was in it."""
        os.close(self.fd)
        self.fd = os.open(os.devnull, os.O_RDWR)
        return self.wait()

    @property
    def text(self) -> str:
        """The screen, row by row."""
        screen = self.screen
        return "\n".join("".join(screen.buffer[y][x].data for x in range(screen.columns)) for y in range(screen.lines))


def _understood(data: bytes) -> bytes:
    """Without what the emulator would print, as kitty's keyboard modes; the other screen, which it has not, is a clear one."""
    return _SCREENS.sub(b"\\g<0>\x1b[2J", _NOT_UNDERSTOOD.sub(b"", data))
