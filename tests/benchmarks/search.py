"""Search over 10,000 quotes, typed letter by letter, beside rapidfuzz over all lines; and its quality, if there are queries.

usage: python tests/benchmarks/search.py [QUOTES.tsv[.gz] [QUERIES.tsv]]

QUOTES: a quote a line, speaker TAB text (else $BRIEFING_QUOTES, else made up). QUERIES: a table with the columns id, class,
query, intended (folded words, `|` between them) and gold_line (from 0). Quality is measured on all lines: recall@10 and MRR@10
of the gold line, and sat@10, the share of the first ten hits (of all lines that qualify, if fewer) with all intended words.
"""

import gzip
import os
import random
import statistics
import sys
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter

from briefing_tui.model.dates import Period
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.passage import Facet, Passage, Role
from briefing_tui.search.fold import fold
from briefing_tui.search.index import Index

SIZE = 10_000
A_BRIEFING = 60
QUERIES = (
    "frieden und sicherheit", "friden", "verteidigungsminister", "minister bundeswehr", "suedamerika", "raketen",
    "europaeische", "wirtschaftnlichen", "the honourable member", "governmnet", "what was the matter", "klimaschutz",
    "zusammenarbeit china", "@haase haushalt", "herr präsident meine damen", "zzgxq", "internatoinal", "e",
    "ausschuss für arbeit", "der die das",
)  # fmt: skip
_WORDS = """
Frieden Sicherheit Partner Nachbarland Verteidigungsminister Kurzstreckenraketen Stabilität Zusammenarbeit Gespräch Region
wichtig gemeinsam der die das und mit für auf peace security minister meeting missile neighbour partner region the of and
"""
_STEMS = "abdefgiklmnoprstuz"
_ENDINGS = "en er ung lich s tion heit ak"


def made_up() -> list[str]:
    """Lines like those of a file of quotes, for want of one; words get rarer along an alphabet of made-up endings."""
    dice = random.Random(1)
    endings = [stem + ending for stem in _STEMS for ending in _ENDINGS.split()]
    common = _WORDS.split()
    words = common + [word.lower() + ending for word in common for ending in endings]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    return [f"Speaker {n % 97}\t{' '.join(dice.choices(words, weights, k=22))}." for n in range(SIZE)]


def read(path: Path) -> list[str]:
    """The lines of a file of quotes."""
    with gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else path.open(encoding="utf8") as lines:
        return [line.rstrip("\n") for line in lines]


def passage(number: int, line: str) -> Passage:
    """A line as a passage: 60 of them are a briefing."""
    speaker, _, text = line.partition("\t")
    date = Period.parse(f"{2000 + number % 25}-01-01")
    facets = (Facet(Role.SPEAKER, (speaker,)),)
    return Passage(f"b{number // A_BRIEFING}", Ref(Kind.QUOTE, str(number)), text, date, speaker=speaker, facets=facets)


def timed(run: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    start = perf_counter()
    run()
    return (perf_counter() - start) * 1000


def row(name: str, figures: Iterable[float]) -> float:
    """Print one row of the table; gives the 95th percentile."""
    values = sorted(figures)
    p95 = values[min(len(values) - 1, len(values) * 95 // 100)]
    print(f"{name:34}{len(values):6}{statistics.median(values):10.2f}{p95:10.2f}{values[-1]:10.2f}")
    return p95


def speed(lines: list[str]) -> None:
    """Building, a briefing more, keystrokes; beside one scan of all lines."""
    passages = [passage(number, line) for number, line in enumerate(lines)]
    tracemalloc.start()
    held = Index(passages)
    used = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del held
    print(f"{len(lines)} quotes, {sum(map(len, lines)) / 1e6:.1f} MB of text; the index holds {used / 1e6:.0f} MB more\n")
    print(f"{'milliseconds':34}{'n':>6}{'p50':>10}{'p95':>10}{'max':>10}")
    row("build", [timed(lambda: Index(passages)) for _ in range(3)])
    index = Index(passages)
    for query in QUERIES[:2]:
        index.search(query)
    keys = [query[: end + 1] for query in QUERIES for end in range(len(query))]
    ours = row("keystroke", [timed(lambda key=key: index.search(key, prefer="b7")) for key in keys])
    row("whole query, nothing kept", [cold(index, query) for query in QUERIES])
    index.search("x")
    row("the same keystrokes again", [timed(lambda key=key: index.search(key)) for key in keys[-256:]])
    row("a briefing of 60 more", [timed(lambda n=n: index.add(extra(n, lines))) for n in range(20)])
    theirs = row("rapidfuzz partial_ratio, all lines", [timed(lambda query=query: scan(query, lines)) for query in QUERIES])
    print(f"\nkeystroke p95 : partial_ratio p95 = 1 : {theirs / ours:.0f}")
    row("a hostile query", [timed(lambda query=query: index.search(query)) for query in hostile()])
    index.add([passage(0, "Giant\t" + "Die Stabilität der Straße und e\u0301 wörtlich Frieden. " * 20_000)])
    index.search("giant")
    row("keystroke with one quote of 1 MB", [timed(lambda key=key: index.search(key, prefer="b0")) for key in keys])


def cold(index: Index, query: str) -> float:
    """A query asked of an index that has changed just now."""
    index.add([passage(1, "X\tchanged")])
    return timed(lambda: index.search(query))


def extra(number: int, lines: list[str]) -> list[Passage]:
    """The passages of one more briefing."""
    return [passage(SIZE + number * A_BRIEFING + place, line) for place, line in enumerate(lines[number * 60 :][:60])]


def scan(query: str, lines: list[str]) -> None:
    """What there would be without an index."""
    from rapidfuzz import fuzz, process

    process.extract(query, lines, scorer=fuzz.partial_ratio, limit=200)


def hostile() -> list[str]:
    """Queries nobody means."""
    floods = ["a" * 100_000, "aeoeue" * 20_000, "." * 100_000, "e" + "\u0301" * 100_000]
    odd = ["\0" * 50, "\ud800" * 50, "שלום " * 50, '"' * 33 + "frieden", "@" * 500, "\u202eabc"]
    return [*floods, *odd, " ".join("abcdefghijklmnop"), " ".join(["sondersitzungen"] * 16)]


def quality(lines: list[str], path: Path) -> None:
    """Recall, MRR and sat at 10 for each class of queries."""
    index = Index(passage(number, line) for number, line in enumerate(lines))
    folded = [fold(line.partition("\t")[2]) for line in lines]
    table: dict[str, list[tuple[float, float, float, float]]] = {}
    for line in path.read_text(encoding="utf8").splitlines()[1:]:
        _, kind, query, intended, gold = line.split("\t")
        words = intended.split("|")
        results = index.search(query, limit=10)
        found = [int(hit.passage.ref.id) for hit in results.hits]
        qualify = sum(all(word in text for word in words) for text in folded)
        good = sum(all(word in folded[place] for word in words) for place in found)
        rank = found.index(int(gold)) + 1 if int(gold) in found else 0
        figures = (float(rank > 0), 1 / rank if rank else 0.0, min(1.0, good / min(10, max(1, qualify))), results.elapsed)
        for key in ("all", kind):
            table.setdefault(key, []).append(figures)
    print(f"\n{len(lines)} quotes{'':17}{'n':>5}{'recall@10':>11}{'MRR@10':>9}{'sat@10':>9}{'p50 ms':>9}")
    for key, rows in table.items():
        recall, mrr, sat, _ = (statistics.mean(column) for column in zip(*rows, strict=True))
        print(f"{key:30}{len(rows):5}{recall:11.3f}{mrr:9.3f}{sat:9.3f}{statistics.median(each[3] for each in rows):9.1f}")


def main(arguments: list[str]) -> None:
    """Print the tables."""
    source = arguments[0] if arguments else os.environ.get("BRIEFING_QUOTES")
    lines = read(Path(source)) if source else made_up()
    speed(lines[:: max(1, len(lines) // SIZE)][:SIZE])
    if len(arguments) > 1:
        quality(lines, Path(arguments[1]))


if __name__ == "__main__":
    main(sys.argv[1:])
