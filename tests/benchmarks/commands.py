"""What the commands cost beside a bare Python, and the choice of a briefing among 1,000 beside reading them.

    python tests/benchmarks/commands.py [RUNS]

Prints medians, and the ratio of each to the first line of its table; all of a table are run in turn, round by round.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from briefing_tui.library import Library

ROOT = Path(__file__).parents[2]
FIRST = date(2024, 1, 1)
BRIEFING = """title: Meeting {number}
date: {day}
lang: en
tlp: GREEN
summary: >-
  What it came to.
participants: {{a: {{name: Ann, delegation: KOR}}, b: {{name: Bob, delegation: JPN}}}}
talks: {{t: {{parties: [a, b], topics: [dust], outcome: Agreed.}}}}
quotes:
"""
QUOTE = "  - {{speaker: a, text: The dust is quote number {number}, talk: t}}\n"


def fill(folder: Path) -> None:
    """A thousand small briefings, one a day."""
    for number in range(1000):
        day = FIRST + timedelta(days=number)
        quotes = "".join(QUOTE.format(number=each) for each in range(20))
        (folder / f"meeting-{number}.yaml").write_text(BRIEFING.format(number=number, day=day) + quotes)


def table(title: str, rows: dict[str, Callable[[], object]], runs: int) -> None:
    """Run all in turn and print the medians."""
    taken: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(runs):
        for name, run in rows.items():
            start = time.perf_counter()
            run()
            taken[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(times) * 1000 for name, times in taken.items()}
    print(title)
    for name, median in medians.items():
        print(f"  {name:<34} {median:8.1f} ms  {median / next(iter(medians.values())):6.2f}")


def process(*words: str) -> Callable[[], object]:
    """A process that runs these words."""
    return lambda: subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, check=False)


def command(*args: str) -> Callable[[], object]:
    """A process that runs the command line."""
    return process(str(Path(sys.executable).with_name("briefing")), *args)


def main(runs: int) -> None:
    """Both tables."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        fill(folder)
        one = str(folder / "meeting-0.yaml")
        rows = {
            "python -c pass": process(sys.executable, "-c", "pass"),
            "--version": command("--version"),
            "schema": command("schema"),
        }
        rows |= {name: command(name, one) for name in ("list", "show", "check", "verify", "matrix", "people")}
        rows |= {"list --ids": command("list", "--ids"), "notes": command("notes"), "doctor": command("doctor")}
        rows["diff"] = command("diff", one, one)
        rows["memcon"] = command("memcon", "t", "--in", one)
        numbers = count()
        rows["new"] = lambda: command("new", "Meeting", "-o", str(folder / f"new-{next(numbers)}.yaml"))()
        rows["draft"] = command("draft", str(ROOT / "CHANGELOG.md"))
        rows["add"] = command("add", "threat", str(folder / "meeting-1.yaml"), "--title", "Dust")
        rows["search"] = command("search", "dust", "--in", one)
        table("start to end of a command, one small briefing", rows, runs)
        last = FIRST + timedelta(days=2000)
        choices: dict[str, Callable[[], object]] = {"read 1,000 briefings": lambda: list(Library(folder).briefings())}
        choices["list 1,000 files"] = lambda: Library(folder).entries
        choices["choose one of 1,000"] = lambda: Library(folder).opening(last)
        table("a library of 1,000 briefings", choices, max(1, runs // 3))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
