"""A worker: a process that does tasks for the one that started it, over its own pipes, and ends when that one does.

    python -m briefing_tui.library.worker

A message is its length in eight bytes, then msgpack; a task is its kind and what it holds. See `work`. The first message of
a worker is READY.
"""

import gc
import os
import signal
import sys
from queue import SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

from . import attempt, work

if TYPE_CHECKING:
    from .work import Made, Task

READY = b"\xa5ready"
"""What a worker says when it listens: a word, in msgpack."""
_LENGTH = 8
_KINDS: dict[str, Any] = {"read": tuple[work.File, ...], "chunk": work.Chunk, "merge": work.Merge}


def send(sink: IO[bytes], message: object) -> None:
    """Send one message; raises OSError if nobody is there."""
    from msgspec.msgpack import encode

    _say(sink, encode(message))


def _say(sink: IO[bytes], data: bytes) -> None:
    sink.write(len(data).to_bytes(_LENGTH, "little"))
    sink.write(data)
    sink.flush()


def receive(source: IO[bytes]) -> bytes | None:
    """One message; None at the end."""
    length = source.read(_LENGTH)
    if len(length) < _LENGTH:
        return None
    data = source.read(int.from_bytes(length, "little"))
    return data if len(data) == int.from_bytes(length, "little") else None


def ask(sink: IO[bytes], source: IO[bytes], task: "Task") -> "Made | None":
    """What a worker at the other ends makes of a task; None if it died of it, OSError if before it had heard all of it."""
    from msgspec.msgpack import decode

    kind = "merge" if isinstance(task, work.Merge) else "chunk" if isinstance(task, work.Chunk) else "read"
    send(sink, (kind, task))
    answer = receive(source)
    return decode(answer, type=work.Made) if answer is not None else None


def _answered(message: bytes) -> "Made":
    from msgspec import Raw
    from msgspec.msgpack import decode

    kind, task = decode(message, type=tuple[str, Raw])
    return attempt.tried(decode(task, type=_KINDS[kind]))


def main() -> None:
    """Do what is asked until nobody asks any more. What is printed by accident is no message: it goes nowhere.

    Questions are heard in a thread of their own, so that the end of whoever asks is heard in the middle of a task.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    sink = sys.stdout.buffer
    sys.stdout = sys.stderr
    heard: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(sys.stdin.buffer, heard), daemon=True).start()
    _say(sink, READY)
    while True:
        send(sink, _answered(heard.get()))
        gc.collect()


def _listen(source: IO[bytes], heard: "SimpleQueue[bytes]") -> None:
    while (message := receive(source)) is not None:
        heard.put(message)
    os._exit(0)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        os._exit(0)
