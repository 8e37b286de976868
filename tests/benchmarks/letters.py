"""A letter typed in search to the last byte of the repaint, in a pseudo-terminal at 120×40, over 10,000 quotes.

    python tests/benchmarks/letters.py

The quotes are sentences made of the words below; goal: p95 at most 25 ms. A key counts as answered when nothing more
comes for 80 ms; that wait is not counted.
"""

import random
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "terminal"))
import keys  # noqa: E402
from pseudo import Terminal  # noqa: E402

QUOTES, FILES = 10_000, 20
QUERIES = (
    "frieden region",
    "verteidigungsminister",
    "zusamenarbeit",
    "suedkorea",
    "@ahn sicherheit",
    "neighbour",
    "rakten kurz",
)
TEXT = (
    "Frieden Sicherheit Region Verteidigungsminister Zusammenarbeit Südkorea Nachbarland Kurzstreckenraketen Stabilität "
    "Herausforderung international Dialog Vertrauen Abschreckung Bündnis gemeinsam peace neighbour region defence trust of the "
    "alliance stability and wir wollen nicht sondern auch heute morgen immer wieder Länder Partner Meer Luft Grenze Treffen"
)
WORDS = TEXT.split(" ")


def library(folder: Path) -> None:
    """Twenty briefings of five hundred quotes."""
    chance = random.Random(1)
    people = "\n".join(
        f"  p{number}: {{name: Person {chance.choice(WORDS)} {number}, delegation: KOR}}" for number in range(40)
    )
    for file in range(FILES):
        lines = [f"title: Meeting {file}", f"date: 2025-{file % 12 + 1:02}-01", "lang: de", "participants:", people]
        lines += ["  ahn: {name: Ahn Gyu-back, delegation: KOR}", "quotes:"]
        for _ in range(QUOTES // FILES):
            text = " ".join(chance.choices(WORDS, k=chance.randint(6, 24)))
            speaker = chance.choice(["ahn", f"p{chance.randrange(40)}"])
            lines.append(f"  - {{speaker: {speaker}, text: {text}, translation: {{en: {text.lower()}}}}}")
        (folder / f"meeting-{file}.yaml").write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    """Measure and print."""
    keys.QUIET = 0.08
    with tempfile.TemporaryDirectory() as name:
        library(Path(name))
        times = []
        with Terminal([str(Path(sys.executable).with_name("briefing")), name], 120, 40) as terminal:
            terminal.wait_for("Person")
            terminal.type("/")
            terminal.wait_for(f"{FILES} briefings", limit=60)
            terminal.settle(0.5)
            for query in QUERIES:
                times += [keys.answer(terminal, letter.encode())[0] for letter in query]
                terminal.type(b"\x15")
    times.sort()
    row = f"{statistics.median(times):.1f} / {times[int(len(times) * 0.95)]:.1f} / {times[-1]:.1f}"
    print(f"{len(times)} letters over {QUOTES:,} quotes, ms p50 / p95 / max: {row}   (goal: p95 25)")


if __name__ == "__main__":
    main()
