"""From exec to the first useful screen, side by side with an empty Textual app (Header, Static, Footer).

    python tests/benchmarks/start.py [RUNS]

Prints the median of each and the median of the ratios pair by pair: with the shipped briefings, and with 1,000.
"""

import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "terminal"))
from pseudo import Terminal

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "briefings"
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


def seconds(command: list[str], words: str, library: Path | None = None) -> float:
    """The seconds until `words` are on the screen."""
    env = {"BRIEFING_LIBRARY": str(library)} if library else {}
    with Terminal(command, 120, 40, env) as terminal:
        return terminal.wait_for(words)


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
    with tempfile.TemporaryDirectory() as name:
        thousand(Path(name))
        cases = [("shipped briefings", None, 1.35), ("1,000 briefings", Path(name), 1.6)]
        print(f"{'':20}{'empty app':>12}{'reader':>10}{'ratio':>8}{'goal':>8}   (medians of {runs}, ms)")
        for title, library, goal in cases:
            pairs = []
            for run in range(runs + 1):
                pair = seconds(empty, "ready to be measured"), seconds(reader, "Dong Jun", library)
                pairs += [pair] if run else []
            first, second = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
            ratio = statistics.median(ours / theirs for theirs, ours in pairs)
            print(f"{title:20}{first:12.0f}{second:10.0f}{ratio:8.2f}{goal:8.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
