"""A process that has loaded the command's modules and forks for each command line, which so begins at once.

Run as a program it is that process; `Forks` is the other end.
"""

import os
import pickle
import socket
import struct
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from threading import Thread

SIZE = struct.Struct("!q")
BESIDE = ("click", "yaml", "msgspec", "sqlite3", "numpy", "rapidfuzz.process", "difflib", "tempfile", "pickle")
"""What the command's modules load when they first need it."""


class Forks:
    """Runs command lines, each in a fork: with its own output, folder, environment and end."""

    def __init__(self, environ: Mapping[str, str], cwd: Path) -> None:
        self._socket, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-P", __file__, str(theirs.fileno())]
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ, cwd=cwd,
                pass_fds=[theirs.fileno()],
            )  # fmt: skip

    def run(self, args: Sequence[bytes], environ: Mapping[str, str], cwd: Path, timeout: float) -> tuple[int, bytes, bytes]:
        """The exit code of a command line, negative for a signal, and what it wrote."""
        read_out, out = os.pipe()
        read_err, err = os.pipe()
        texts: list[bytes] = [b"", b""]
        readers = [Thread(target=_drain, args=(fd, texts, at)) for at, fd in enumerate((read_out, read_err))]
        request = pickle.dumps((list(args), dict(environ), os.fspath(cwd)))
        self._socket.settimeout(timeout)
        socket.send_fds(self._socket, [SIZE.pack(len(request))], [out, err])
        self._socket.sendall(request)
        os.close(out)
        os.close(err)
        for reader in readers:
            reader.start()
        (code,) = SIZE.unpack(_exactly(self._socket, SIZE.size))
        for reader in readers:
            reader.join(timeout)
        return code, *texts


def _drain(fd: int, texts: list[bytes], at: int) -> None:
    with os.fdopen(fd, "rb") as pipe:
        texts[at] = pipe.read()


def _exactly(of: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        more = of.recv(size - len(data))
        if not more:
            raise EOFError
        data += more
    return data


def _serve(of: socket.socket) -> "list[str] | None":
    """In each fork the arguments of its command line; None in the process itself, at its end."""
    while True:
        try:
            head, (out, err), _, _ = socket.recv_fds(of, SIZE.size, 2)
            args, environ, cwd = pickle.loads(_exactly(of, SIZE.unpack(head)[0]))
        except (EOFError, ValueError, struct.error):
            return None
        if not (child := os.fork()):
            of.close()
            _become(out, err, environ, cwd)
            return [os.fsdecode(arg) for arg in args]
        os.close(out)
        os.close(err)
        of.sendall(SIZE.pack(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])))


def _become(out: int, err: int, environ: Mapping[str, str], cwd: str) -> None:
    """A process as if it had been started so."""
    os.dup2(out, 1)
    os.dup2(err, 2)
    os.close(out)
    os.close(err)
    os.environ.clear()
    os.environ.update(environ)
    os.chdir(cwd)


def _load() -> None:
    """Load all that a command line may need but the reader."""
    import briefing_tui.cli
    from briefing_tui.cli.clicks import lend

    lend()
    own = ("model", "reading", "search", "library", "notes", "handout", "settings", "cli")
    found = walk_packages(briefing_tui.__path__, "briefing_tui.")
    names = [module.name for module in found if module.name.split(".")[1] in own]
    for name in (*BESIDE, *names):
        if not name.endswith((".worker", "cli.read", "__main__")):
            import_module(name)


if __name__ == "__main__":
    _load()
    with socket.socket(fileno=int(sys.argv[1])) as ours:
        words = _serve(ours)
    if words is not None:
        from briefing_tui.cli import main

        sys.argv = ["briefing", *words]
        main()
