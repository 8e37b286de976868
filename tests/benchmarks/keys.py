"""A cursor key to the last byte of the repaint, in a pseudo-terminal at 120×40.

    python tests/benchmarks/keys.py [KEYS]

Two rows: the card following the cursor, and within a list alone (the picker of briefings, where no card follows). A key
counts as answered when nothing more comes for 40 ms; that wait is not counted.
"""

import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "terminal"))
from pseudo import Terminal

QUIET = 0.04


def answer(terminal: Terminal, key: bytes) -> tuple[float, int]:
    """The milliseconds to the last byte, and the bytes."""
    begun = last = time.perf_counter()
    size = len(terminal.written)
    os.write(terminal.fd, key)
    data = b""
    while piece := terminal.receive(QUIET):
        last = time.perf_counter()
        data += piece
    terminal.show(data)
    return (last - begun) * 1000, len(terminal.written) - size


def main(keys: int) -> None:
    """Measure and print."""
    print(f"{'':24}{'p50 ms':>8}{'p95 ms':>8}{'max ms':>8}{'p50 B':>8}{'max B':>8}   goals: p95 16 ms, 8 kB; list alone 2 kB")
    for title, before, moves in (("card following", b"", (b"j", b"k")), ("within a list", b"b", (b"\x0e", b"\x10"))):
        with Terminal([str(Path(sys.executable).with_name("briefing"))], 120, 40) as terminal:
            terminal.wait_for("Dong Jun")
            terminal.settle(0.5)
            every = 1 if before else 4
            if before:
                terminal.type(before)
            answers = [answer(terminal, moves[number // every % 2]) for number in range(keys)]
        times, sizes = (sorted(column) for column in zip(*answers, strict=True))
        p95 = times[int(len(times) * 0.95)]
        row = f"{statistics.median(times):8.1f}{p95:8.1f}{times[-1]:8.1f}{statistics.median(sizes):8.0f}{sizes[-1]:8d}"
        print(f"{title:24}{row}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
