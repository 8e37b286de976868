"""What saving a note costs, and that kill -9 takes none that was acknowledged.

    python tests/benchmarks/notes.py [KILLS] [--in FOLDER] [--seed N]

First saves notes in a new journal and in one of 5,000, each beside a bare write and fsync of as many bytes: medians and 95th
percentiles. Then kills programs that write notes, two at a time on one journal, at random moments, and reads after every two
what is left: every acknowledged note must be there, whole and once. Run it on the disk that counts, not on one in memory.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "unit" / "notes")]

from journals import ABOUT, TALK, at  # noqa: E402
from killings import Killings  # noqa: E402

from briefing_tui.notes import Journal, added  # noqa: E402
from briefing_tui.notes.lines import line  # noqa: E402

GOAL = 20
SAVES = 500
TEXT = "They will answer by June; the deputy asked for the map once more. "


def timed(save: Callable[[int], object], count: int) -> str:
    """The median and the 95th percentile of some calls, in milliseconds."""
    times = []
    for number in range(count):
        begun = time.perf_counter()
        save(number)
        times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    return f"{statistics.median(times):8.2f}{times[int(count * 0.95)]:8.2f}{times[-1]:8.2f}"


def saver(book: Journal) -> Callable[[int], object]:
    """What saves a note."""
    return lambda number: book.append(added(TALK, TEXT, at(number)))


def bare(path: Path) -> Callable[[int], object]:
    """What writes as much and waits for the disk."""
    file, data = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND), line(added(TALK, TEXT, at(0)))

    def save(_: int) -> None:
        os.write(file, data)
        os.fsync(file)

    return save


def latency(folder: Path) -> None:
    """The table of saves."""
    full = Journal(folder / "full" / "notes" / "full.journal", ABOUT)
    full.append(*(added(TALK, TEXT, at(number)) for number in range(5000)))
    print(f"{'ms a save':32}{'p50':>8}{'p95':>8}{'max':>8}   goal: p95 {GOAL}")
    rows = {
        "write and fsync, bare": bare(folder / "bare"),
        "a new journal": saver(Journal(folder / "new" / "notes" / "new.journal", ABOUT)),
        "a journal of 5,000 notes": saver(full),
        "opened anew each time": lambda number: saver(Journal(full.path, ABOUT))(number),
    }
    for name, save in rows.items():
        print(f"{name:32}{timed(save, 20 if name.startswith('opened') else SAVES)}")


def kills(folder: Path, count: int, seed: int) -> None:
    """The proof; raises AssertionError."""
    killings = Killings(folder, seed)
    begun = time.perf_counter()
    killings.run(count, lambda done: print(f"\r{done:,} killed", end="", file=sys.stderr, flush=True))
    print(file=sys.stderr)
    took = time.perf_counter() - begun
    print(f"{count:,} programs killed in {took:.0f} s: {killings.saved:,} notes acknowledged, none lost, torn or doubled;")
    print(f"{killings.torn} torn ends were cut and kept aside")


def main() -> None:
    """Measure, then prove."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kills", type=int, nargs="?", default=1000)
    parser.add_argument("--in", dest="folder", type=Path)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.folder) as place:
        latency(Path(place))
        print(f"seed {args.seed}")
        kills(Path(place) / "kills", args.kills, args.seed)


if __name__ == "__main__":
    main()
