"""The search engine on a table of quotes: build, size, memory, keystrokes beside ripgrep and fzf, and quality.

    python tests/benchmarks/search.py QUOTES.tsv[.gz|.xz] [QUERIES.tsv]

QUOTES: a quote a line, speaker TAB text (else $BRIEFING_QUOTES, else made up). QUERIES: a table with the columns id, class,
query, intended (folded words, `|` between them) and gold_line (from 0). Quality: recall@10 and MRR@10 of the gold line, and
sat@10, the share of the first ten hits (of all lines that qualify, if fewer) that hold all intended words.

Goals for 880,071 lines on two cores: keystroke p50 3.5, p95 7, max 30 ms, p95 a tenth of the median of `rg -c`; build 25 s
and 900 MB; size 3.0 times the text; memory 260 MB; open 10 ms. For 97,835 lines: sat@10 .98, MRR@10 .88.
"""

import gzip
import lzma
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter, sleep

QUERIES = (
    "frieden und sicherheit", "friden", "verteidigungsminister", "minister bundeswehr", "suedamerika", "raketen",
    "europaeische", "wirtschaftnlichen", "the honourable member", "governmnet", "what was the matter", "klimaschutz",
    "zusammenarbeit china", "@haase haushalt", "herr präsident meine damen", "zzgxq", "internatoinal", "e",
    "ausschuss für arbeit", "der die das", '"meine damen und herren"', "!frieden krieg", "speaker:merkel europa",
)  # fmt: skip
TYPED = 120
TEXT = (
    "Frieden Sicherheit Partner Nachbarland Verteidigungsminister Kurzstreckenraketen Stabilität Zusammenarbeit Gespräch "
    "Region wichtig gemeinsam der die das und mit für auf peace security minister meeting missile neighbour partner region "
    "the of and"
)
WORDS = TEXT.split(" ")
ENDINGS = ("en", "er", "ung", "lich", "s", "tion", "heit", "ak")
BRIEFING = str(Path(sys.executable).with_name("briefing"))


def made_up(lines: int = 10_000) -> list[str]:
    """Lines like those of a file of quotes, for want of one; words get rarer along an alphabet of made-up endings."""
    dice = random.Random(1)
    endings = [stem + ending for stem in "abdefgiklmnoprstuz" for ending in ENDINGS]
    words = WORDS + [word.lower() + ending for word in WORDS for ending in endings]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    return [f"Speaker {n % 97}\t{' '.join(dice.choices(words, weights, k=22))}." for n in range(lines)]


def read(path: Path) -> list[str]:
    """The lines of a file of quotes."""
    opener = {".gz": gzip.open, ".xz": lzma.open}.get(path.suffix, open)
    with opener(path, "rt", encoding="utf8") as lines:
        return [line.rstrip("\n") for line in lines]


def row(name: str, figures: Iterable[float], unit: str = "ms") -> list[float]:
    """Print one row of the table; gives the figures in order."""
    values = sorted(figures)
    p95 = values[min(len(values) - 1, len(values) * 95 // 100)]
    print(f"{name:42}{len(values):6}{statistics.median(values):10.2f}{p95:10.2f}{values[-1]:10.2f} {unit}", flush=True)
    return values


def timed(run: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    start = perf_counter()
    run()
    return (perf_counter() - start) * 1000


# --- building


def tree(pid: int) -> list[int]:
    """A process and all below it."""
    below = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        below += [each for child in task.read_text().split() for each in tree(int(child))]
    return [pid, *below]


def resident(pid: int) -> float:
    """The megabytes a process has in memory, now."""
    found = re.search(r"^VmRSS:\s*(\d+)", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def watched(words: Sequence[str]) -> tuple[float, float]:
    """Seconds a command takes, and the most megabytes that it and all it started had together."""
    most = [0.0]
    start = perf_counter()
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:

        def watch() -> None:
            while process.poll() is None:
                with suppress(OSError):
                    most[0] = max(most[0], sum(map(resident, tree(process.pid))))
                sleep(0.05)

        watcher = threading.Thread(target=watch)
        watcher.start()
        process.wait()
    watcher.join()
    return perf_counter() - start, most[0]


def build(path: Path, text: int, cache: Path) -> list[Path]:
    """Index a table by the command, and say what it took; its segments."""
    seconds, memory = watched([BRIEFING, "index", str(path)])
    segments = sorted(cache.rglob("*.segment"), key=lambda segment: segment.stat().st_size)
    size = sum(segment.stat().st_size for segment in segments)
    print(
        f"build: {seconds:.1f} s, at most {memory:.0f} MB in all processes; {size / 1e6:.0f} MB, {size / text:.2f} x the text"
    )
    return segments


# --- searching


def speed(paths: list[Path], queries: Sequence[str], lines: list[str], folder: Path) -> None:
    """Opening, keystrokes, memory; beside what there is without an index."""
    import rapidfuzz.distance
    import rapidfuzz.process  # noqa: F401 - not to be counted

    from briefing_tui.search import engine, suggest  # noqa: F401 - not to be counted
    from briefing_tui.search.index import Index
    from briefing_tui.search.segment import Segment

    before = resident(os.getpid())
    index = Index()
    started = perf_counter()
    segments = [Segment.open(path) for path in paths]
    index.use(segments, dict.fromkeys(segments[0].sources, "quotes"))
    opened = (perf_counter() - started) * 1000
    for segment in segments:
        segment.warm()
    index.search("e")
    print(f"open: {opened:.1f} ms\n\n{'':42}{'n':>6}{'p50':>10}{'p95':>10}{'max':>10}")
    keys = [query[: end + 1] for query in queries for end in range(len(query))]
    ours = row("keystroke", [timed(lambda key=key: index.search(key)) for key in keys])
    row("whole query", [timed(lambda query=query: index.search(query)) for query in queries])
    row("a hostile query", [timed(lambda query=query: index.search(query)) for query in hostile()])
    print(f"memory: {resident(os.getpid()) - before:.0f} MB more after all that")
    text = folder / "quotes.tsv"
    text.write_text("\n".join(lines), encoding="utf8")
    peers = {
        "rg -c of one word": ["rg", "-c", "sicherheit", str(text)],
        "fzf -f of one word": ["sh", "-c", f"fzf -f sicherheit < {text}"],
    }
    p95 = ours[len(ours) * 95 // 100]
    for name, words in peers.items():
        if shutil.which(name.split()[0]):
            theirs = row(name, [timed(lambda words=words: subprocess.run(words, capture_output=True)) for _ in range(9)])
            print(f"{'':42}our p95 : its median = 1 : {statistics.median(theirs) / p95:.1f}")


def hostile() -> list[str]:
    """Queries nobody means."""
    floods = ["a" * 100_000, "aeoeue" * 20_000, "." * 100_000, "e" + "\u0301" * 100_000]
    odd = ["\0" * 50, "\ud800" * 50, "שלום " * 50, '"' * 33 + "frieden", "@" * 500, "\u202eabc", "董军", "👩\u200d👧"]
    return [*floods, *odd, " ".join("abcdefghijklmnop"), " ".join(["sondersitzungen"] * 16), "!e", '"der die', "e"]


def quality(paths: list[Path], lines: list[str], queries: Path) -> None:
    """Recall, MRR and sat at 10 for each class of queries."""
    from briefing_tui.search.index import Index
    from briefing_tui.search.segment import Segment

    index, segments = Index(), [Segment.open(path) for path in paths]
    index.use(segments, dict.fromkeys(segments[0].sources, "quotes"))
    folded = [_fold(line.partition("\t")[2]) for line in lines]
    table: dict[str, list[tuple[float, float, float]]] = {}
    for line in queries.read_text(encoding="utf8").splitlines()[1:]:
        _, kind, query, intended, gold = line.split("\t")
        words = intended.split("|")
        found = [int(hit.passage.id) for hit in index.search(query, limit=10).hits]
        qualify = sum(all(word in text for word in words) for text in folded)
        good = sum(all(word in folded[place] for word in words) for place in found)
        rank = found.index(int(gold)) + 1 if int(gold) in found else 0
        figures = (float(rank > 0), 1 / rank if rank else 0.0, min(1.0, good / min(10, max(1, qualify))))
        for key in ("all", kind):
            table.setdefault(key, []).append(figures)
    print(f"\n{len(lines):,} quotes{'':17}{'n':>5}{'recall@10':>11}{'MRR@10':>9}{'sat@10':>9}")
    for key, rows in table.items():
        recall, mrr, sat = (statistics.mean(column) for column in zip(*rows, strict=True))
        print(f"{key:30}{len(rows):5}{recall:11.3f}{mrr:9.3f}{sat:9.3f}")


def _fold(text: str) -> str:
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text.casefold()))


def main(arguments: list[str]) -> None:
    """Print the tables."""
    source = arguments[0] if arguments else os.environ.get("BRIEFING_QUOTES")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        path = Path(source) if source else folder / "made-up.tsv"
        if not source:
            path.write_text("\n".join(made_up()), encoding="utf8")
        lines = read(path)
        text = sum(len(line.encode()) + 1 for line in lines)
        print(f"{len(lines):,} quotes, {text / 1e6:.1f} MB")
        queries: Sequence[str] = QUERIES
        if len(arguments) > 1:
            rows = Path(arguments[1]).read_text(encoding="utf8").splitlines()[1:]
            queries = random.Random(3).sample([line.split("\t")[2] for line in rows], TYPED)
        segments = build(path, text, folder / "cache")
        speed(segments, queries, lines, folder)
        if len(arguments) > 1 and len(lines) < 200_000:
            quality(segments, lines, Path(arguments[1]))


if __name__ == "__main__":
    main(sys.argv[1:])
