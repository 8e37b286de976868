"""Dossiers and who met whom in the reader, in a library of 10,000 briefings: from the key to the card that shows it.

    python tests/benchmarks/beyond.py [BRIEFINGS] [RUNS]

The library is that of `dossier.py`. The first answer is one that nobody asked for before. Prints a table.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/benchmarks"), str(ROOT / "tests/ui")]


async def shown(user: object, key: str, begin: str) -> float:
    """Seconds from a key to a card whose title begins so, drawn."""
    from moonbase import User

    assert isinstance(user, User)
    started = time.perf_counter()
    user._send(key)
    while not user.card.startswith(begin):
        await asyncio.sleep(0.001)
    drawn = asyncio.Event()
    user.app.call_after_refresh(drawn.set)
    await drawn.wait()
    return time.perf_counter() - started


async def measure(folder: Path, runs: int) -> None:
    """The table."""
    from moonbase import at_the_reader

    async with at_the_reader(folder, "meeting-7", size=(120, 40)) as user:
        cases = {"dossier of a person": ("1", "D"), "dossier of a talk": ("2", "D"), "who met whom": ("2", "9")}
        for what, (pane, key) in cases.items():
            times = []
            for run in range(runs):
                await user.press(pane, *("j" * run if key == "D" else ()))
                user.app.desk.around._known.clear()
                times.append(await shown(user, key, "Dossier" if key == "D" else "Who met whom"))
                await user.press("escape")
                await user.press("g")
            print(f"{what:40}{statistics.median(times) * 1000:>8.0f} ms median{max(times) * 1000:>8.0f} ms most")


def main() -> None:
    """Make the library in a folder of its own, and measure."""
    from dossier import make

    count, runs = (*map(int, sys.argv[1:3]), *(10_000, 4)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        os.environ |= {"XDG_CACHE_HOME": f"{place}/cache", "XDG_STATE_HOME": f"{place}/state"}
        folder = Path(place, "library")
        folder.mkdir()
        make(folder, count)
        asyncio.run(measure(folder, runs))


if __name__ == "__main__":
    main()
