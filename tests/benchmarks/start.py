"""From exec to the first useful screen and to the first answer of search, side by side with an empty Textual app.

    python tests/benchmarks/start.py [RUNS]

The query is typed as soon as the first screen is there. Prints the median of each and the median of the ratios run by run:
with the shipped briefings, and with 1,000.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "terminal"))
from pseudo import Terminal

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "briefings"
QUERY = b"hwasong"
EMPTY = """
from textual.app import App
from textual.widgets import Footer, Header, Static
class Empty(App):
    def compose(self):
        yield Header()
        yield Static("ready to be measured")
        yield Footer()
Empty().run()
"""


def seconds(command: list[str], *steps: tuple[bytes, bytes], library: Path | None = None) -> list[float]:
    """The seconds until words come, each after something is typed."""
    env = {"BRIEFING_LIBRARY": str(library)} if library else {}
    passed = []
    with Terminal(command, 120, 40, env) as terminal:
        for typed, words in steps:
            before = len(terminal.written)
            os.write(terminal.fd, typed)
            while words not in terminal.written[before:]:
                if not terminal.receive(20):
                    raise AssertionError(f"{words!r} did not come")
            passed.append(time.perf_counter() - terminal.started)
    return passed


def thousand(folder: Path) -> None:
    """A thousand briefings: the shipped one under other days."""
    text = (SHIPPED / "2025-11-01-admm-plus.yaml").read_text(encoding="utf-8")
    for number in range(1000):
        day = f"{2000 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        (folder / f"{day}-meeting-{number}.yaml").write_text(
            text.replace("date: 2025-11-01", f"date: {day}", 1), encoding="utf-8"
        )


def main(runs: int) -> None:
    """Measure and print."""
    empty = [sys.executable, "-c", EMPTY]
    reader = [str(Path(sys.executable).with_name("briefing"))]
    print(f"{'':20}{'empty app':>12}{'reader':>10}{'ratio':>8}{'goal':>8}{'search':>10}{'ratio':>8}{'goal':>8}   (ms)")
    with tempfile.TemporaryDirectory() as name:
        thousand(Path(name))
        for title, library, goal in [("shipped briefings", None, 1.15), ("1,000 briefings", Path(name), 1.35)]:
            found = b"1/2 " if library is None else b"1/2,000 "
            if library:
                subprocess.run([*reader, "index", str(library)], check=True, capture_output=True)
            rows = []
            for run in range(runs + 1):
                (theirs,) = seconds(empty, (b"", b"ready to be measured"))
                ours = seconds(reader, (b"", b"Dong Jun"), (b"/" + QUERY, found), library=library)
                rows += [(theirs, *ours)] if run else []
            theirs, first, answer = (statistics.median(column) * 1000 for column in zip(*rows, strict=True))
            screen, search = (statistics.median(row[place] / row[0] for row in rows) for place in (1, 2))
            print(f"{title:20}{theirs:12.0f}{first:10.0f}{screen:8.2f}{goal:8.2f}{answer:10.0f}{search:8.2f}{1.5:8.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
