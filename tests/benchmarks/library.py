"""A library of 10,000 briefings of 60 quotes: indexed, opened unchanged, searched a moment after a save, opened from the cache.

    python tests/benchmarks/library.py [BRIEFINGS] [RUNS]

The texts are made of words drawn as often as words are in a language. Prints a table; nothing of the user's own is touched.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests/terminal"), str(ROOT / "tests/benchmarks")]
BRIEFING = str(Path(sys.executable).with_name("briefing"))

QUOTES = 60


def vocabulary(chance: random.Random) -> list[str]:
    """Words, the most frequent first."""
    parts = [a + b for a in "bdfgklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er", "in", "os", "ung")]
    return ["".join(chance.choices(parts, k=chance.randint(1, 4))) for _ in range(40_000)]


def make(folder: Path, count: int) -> None:
    """Write the briefings."""
    chance = random.Random(7)
    words = vocabulary(chance)
    weights = [1 / (rank + 3) for rank in range(len(words))]
    for number in range(count):
        drawn = iter(chance.choices(words, weights, k=QUOTES * 24))
        day = date(2000, 1, 1) + timedelta(days=number * 7919 % 9000)
        people = [f"p{(number * 3 + each) % 4000}" for each in range(8)]
        lines = [f"title: Meeting {number}", f"date: {day}", "tlp: GREEN", f"venue: Hall {number % 90}", "participants:"]
        lines += [f"  {id}: {{name: Person {id.upper()}, role: Minister, delegation: DEU}}" for id in people]
        lines += [
            "talks:",
            f"  one: {{parties: [{people[0]}, {people[1]}], topics: [trade], outcome: Both went on.}}",
            "quotes:",
        ]
        for each in range(QUOTES):
            text = " ".join(next(drawn) for _ in range(24)).capitalize()
            lines += [
                f"  - speaker: {people[each % 8]}",
                f"    text: {json.dumps(text)}",
                "    to: plenary",
                "    locator: p. 3",
            ]
        (folder / f"{day}-meeting-{number}.yaml").write_text("\n".join(lines) + "\n")


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def row(what: str, value: str, goal: str = "") -> None:
    """Print one line of the table."""
    print(f"{what:58}{value:>16}{goal:>14}", flush=True)


def build(folder: Path, cache: Path) -> None:
    """The first indexing, by the command, with the memory of all its processes at the most."""
    started = time.perf_counter()
    process = subprocess.Popen([BRIEFING, "index", str(folder)], stderr=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, memory(process.pid))
        time.sleep(0.1)
    row("index all, two workers", f"{time.perf_counter() - started:.1f} s")
    row("  memory at the most, all processes", f"{peak:.0f} MB")
    sizes = {path.suffix: 0 for path in cache.rglob("*")}
    for path in cache.rglob("*"):
        sizes[path.suffix] += path.stat().st_size if path.is_file() else 0
    text = sum(path.stat().st_size for path in folder.iterdir())
    row(
        "  files / segments / catalog",
        " / ".join(f"{each / 1e6:.0f}" for each in (text, sizes[".segment"], sizes[".db"])) + " MB",
    )


def memory(pid: int) -> float:
    """Megabytes of a process and its children, what they share counted once."""
    total = 0.0
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            total += int(line.split()[1]) / 1024 if line.startswith("Pss:") else 0
        children = [task.read_text() for task in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return total
    return total + sum(memory(int(child)) for child in " ".join(children).split())


def unchanged(folder: Path, runs: int) -> None:
    """What a start does with a library that is as it was."""
    from briefing_tui.library import Library
    from briefing_tui.library.upkeep import Upkeep

    def first() -> None:
        library = Library(folder)
        entry = library.opening(date.today())
        assert entry
        library.read(entry)

    def index() -> None:
        upkeep = Upkeep(Library(folder))
        upkeep.update()
        upkeep.search("meeting")
        upkeep.close()

    opening = statistics.median(seconds(first) for _ in range(runs))
    row("unchanged: the briefing to open, found and opened", f"{opening * 1000:.0f} ms")
    row(
        "unchanged: all looked at, index open, one search",
        f"{statistics.median(seconds(index) for _ in range(runs)) * 1000:.0f} ms",
    )
    listing = statistics.median(seconds(lambda: list(Library(folder).listing())) for _ in range(runs))
    row("unchanged: listed", f"{listing * 1000:.0f} ms")


def saves(folder: Path, runs: int) -> None:
    """How long after a save what is new is found."""
    from briefing_tui.library import Library
    from briefing_tui.library.upkeep import Upkeep
    from briefing_tui.library.watch import attend

    upkeep, stop = Upkeep(Library(folder)), threading.Event()
    upkeep.update()
    threading.Thread(target=attend, args=(upkeep, stop), daemon=True).start()
    time.sleep(3)
    path = next(folder.iterdir())
    text = path.read_text()
    times = []
    for run in range(runs + 1):
        word = f"xyl{run}phone"
        path.write_text(text.replace("quotes:\n", f"quotes:\n  - {{speaker: DEU, text: The {word} plays}}\n", 1))
        started = time.perf_counter()
        while not upkeep.search(f"'{word}", limit=1).total:
            time.sleep(0.002)
        times += [time.perf_counter() - started] if run else []
        time.sleep(0.5)
    path.write_text(text)
    time.sleep(0.5)
    stop.set()
    row("a save, until it is found (median)", f"{statistics.median(times) * 1000:.0f} ms", "≤ 150 ms")
    row("a save, until it is found (most)", f"{max(times) * 1000:.0f} ms", "≤ 150 ms")


def cached(folder: Path, large: Path, runs: int) -> None:
    """A briefing opened from the cache, against the same parsed."""
    from briefing_tui.library import Library
    from briefing_tui.library.stored import SECTIONS
    from briefing_tui.library.upkeep import Upkeep
    from briefing_tui.reading import read

    for home in (large, ROOT / "briefings"):
        upkeep = Upkeep(Library(home))
        upkeep.update()
        upkeep.close()
    for home in (folder, large, ROOT / "briefings"):
        library = Library(home)
        entry = library.entries[len(library.entries) // 2]

        def whole(library: Library = library, entry: object = entry) -> None:
            briefing = library._read(entry.file).briefing  # type: ignore[attr-defined]
            for section in SECTIONS:
                getattr(briefing, section)

        opened = min(seconds(lambda: library._read(entry.file)) for _ in range(20 * runs))  # noqa: B023
        full = min(seconds(whole) for _ in range(5 * runs))
        parsed = min(seconds(lambda: read(entry.path)) for _ in range(runs))  # noqa: B023
        name = f"{entry.path.stat().st_size / 1e3:,.0f} KB briefing"
        row(f"{name}: parsed", f"{parsed * 1000:.2f} ms")
        row(f"{name}: opened from the cache", f"{opened * 1000:.3f} ms", f"1/{parsed / opened:.0f}, ≤ 1/50")
        row(f"{name}: the same, and every section looked at", f"{full * 1000:.3f} ms", f"1/{parsed / full:.0f}")


def start(folder: Path, runs: int) -> None:
    """From exec to the first useful screen, against an empty Textual app."""
    from pseudo import Terminal
    from start import EMPTY

    empty = [sys.executable, "-c", EMPTY]
    pairs = []
    for run in range(runs + 1):
        with Terminal(empty, 120, 40) as terminal:
            theirs = terminal.wait_for("ready to be measured")
        with Terminal([BRIEFING], 120, 40, {"BRIEFING_LIBRARY": str(folder)}) as terminal:
            ours = terminal.wait_for("Meeting")
            time.sleep(1.5)
        pairs += [(theirs, ours)] if run else []
    ratio = statistics.median(ours / theirs for theirs, ours in pairs)
    row("an empty Textual app", f"{statistics.median(theirs for theirs, _ in pairs) * 1000:.0f} ms")
    row(
        "the reader's first useful screen",
        f"{statistics.median(ours for _, ours in pairs) * 1000:.0f} ms",
        f"{ratio:.2f}, ≤ 1.35",
    )


def main(count: int, runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder, large, cache = Path(name, "library"), Path(name, "large"), Path(name, "cache")
        os.environ["XDG_CACHE_HOME"] = str(cache)
        for each in (folder, large, cache):
            each.mkdir()
        make(folder, count)
        text = next(folder.iterdir()).read_text()
        head, _, quotes = text.partition("quotes:\n")
        (large / "large.yaml").write_text(head + "quotes:\n" + quotes * 125)
        row(f"{count:,} briefings of {QUOTES} quotes", "measured", "goal")
        build(folder, cache)
        unchanged(folder, runs)
        saves(folder, runs)
        cached(folder, large, runs)
        start(folder, runs)


if __name__ == "__main__":
    main(*(int(word) for word in (*sys.argv[1:], *("10000", "7")[len(sys.argv) - 1 :])))
