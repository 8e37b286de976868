"""A letter typed in search to the last byte of the repaint, in a pseudo-terminal at 120×40, beside fzf where it is installed.

    python tests/benchmarks/letters.py [QUOTES.tsv[.gz|.xz]]

QUOTES: a quote a line, speaker TAB text; they are made into briefings of 88 quotes and indexed first, so that there are as
many passages as lines. Else 10,000 quotes are made of the words below. Goal: p95 at most 25 ms, and 1/50 of fzf's. A key
counts as answered when nothing more comes for 80 ms (fzf: 2 s); that wait is not counted.
"""

import gzip
import itertools
import json
import lzma
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
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


def library_of(quotes: Path, folder: Path) -> int:
    """Briefings of 88 quotes each, in folders of a thousand; how many."""
    opener = {".gz": gzip.open, ".xz": lzma.open}.get(quotes.suffix, open)
    with opener(quotes, "rt", encoding="utf8") as file:
        number = 0
        while lines := [line.rstrip("\n").partition("\t") for line in itertools.islice(file, 88)]:
            rows = [f"title: Meeting {number}", f"date: {2000 + number % 25}-{number % 12 + 1:02}-01", "lang: de", "quotes:"]
            rows += [f"  - {{speaker: {json.dumps(speaker)}, text: {json.dumps(text)}}}" for speaker, _, text in lines]
            below = folder / f"{number // 1000:03}"
            below.mkdir(exist_ok=True)
            (below / f"meeting-{number}.yaml").write_text("\n".join(rows), encoding="utf-8")
            number += 1
    return number


def typed(command: Sequence[str], before: str, ready: str, queries: Sequence[str], quiet: float) -> Iterator[float]:
    """The milliseconds each letter of some queries takes, in a program that is ready for them after `before` is typed."""
    keys.QUIET = quiet
    with Terminal(list(command), 120, 40, {"XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]}) as terminal:
        if before:
            terminal.wait_for("Participants", limit=60)
            terminal.type(before)
        terminal.wait_for(ready, limit=120)
        terminal.settle(2)
        for query in queries:
            yield from (keys.answer(terminal, letter.encode())[0] for letter in query)
            keys.answer(terminal, b"\x15")


def row(name: str, times: list[float]) -> float:
    """Print a row of the table; gives the 95th percentile."""
    times.sort()
    p95 = times[int(len(times) * 0.95)]
    print(f"{name:12}{len(times):6}{statistics.median(times):10.1f}{p95:10.1f}{times[-1]:10.1f}", flush=True)
    return p95


def main(arguments: list[str]) -> None:
    """Measure and print."""
    briefing = str(Path(sys.executable).with_name("briefing"))
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = str(Path(name) / "cache")
        folder = Path(name) / "library"
        folder.mkdir()
        count = library_of(Path(arguments[0]), folder) if arguments else FILES
        if not arguments:
            library(folder)
        subprocess.run([briefing, "index", str(folder)], check=True, capture_output=True)
        print(f"{count:,} briefings\n{'ms':12}{'letters':>6}{'p50':>9}{'p95':>10}{'max':>10}")
        ours = row("briefing", list(typed([briefing, str(folder)], "/", f"{count:,} briefings", QUERIES, 0.08)))
        if arguments and shutil.which("fzf"):
            text = Path(name) / "quotes.txt"
            text.write_bytes(b"".join(file.read_bytes() for file in sorted(folder.rglob("*.yaml"))))
            theirs = row("fzf", list(typed(["sh", "-c", f"grep text: {text} | fzf"], "", "> ", QUERIES[:1], 2.0)))
            print(f"our p95 : its p95 = 1 : {theirs / ours:.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
