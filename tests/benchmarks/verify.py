"""The quote checker measured: true and damaged quotations against their reports, and time on large sources.

python tests/benchmarks/verify.py [DATA]

DATA is a folder with `verbatim-de.jsonl` (doc_id, quote, label: verbatim, ellipsis, altered or unmarked) and the reports in
`quotes-de.jsonl` (doc_id, text). Without it only invented text is timed.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

from briefing_tui.drafting.verify import SourceText, Status, compared

TRUE = ("verbatim", "ellipsis")
MOST_SHOWN = 10


def lines(path: Path) -> list[dict[str, str]]:
    """The records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def scored(data: Path) -> bool:
    """Prints what the checker says of each kind of quotation; whether it is as good as wanted."""
    sources = {each["doc_id"]: SourceText(each["text"]) for each in lines(data / "quotes-de.jsonl")}
    table: Counter[tuple[str, str, Status]] = Counter()
    wrong: list[str] = []
    for each in lines(data / "verbatim-de.jsonl"):
        status = compared(sources[each["doc_id"]], each["quote"]).status
        table[each["label"], each["mutation"], status] += 1
        if (status is Status.VERBATIM) != (each["label"] in TRUE):
            wrong.append(f"{status} for {each['mutation']}: {each['quote'][:100]!r}")
    for (label, mutation, status), count in sorted(table.items()):
        print(f"{label:9} {mutation:16} {status:9} {count:5}")
    for each in wrong[:MOST_SHOWN]:
        print(each)
    return goals(table)


def goals(table: Counter[tuple[str, str, Status]]) -> bool:
    """Prints the figures that are wanted; whether all are reached."""

    def count(*, true: bool, accepted: bool) -> int:
        return sum(
            n for (label, _, status), n in table.items() if (label in TRUE) is true and (status is Status.VERBATIM) is accepted
        )

    unmarked = {status: n for (label, _, status), n in table.items() if label == "unmarked"}
    flagged = unmarked.get(Status.REPORTED, 0) / max(sum(unmarked.values()), 1)
    accepts, rejects = count(true=False, accepted=True), count(true=True, accepted=False)
    print(f"false accepts            {accepts:5}   wanted 0")
    print(f"false rejects            {rejects:5}   wanted 0")
    print(f"reported speech flagged  {flagged:5.3f}   wanted 0.97")
    return not accepts and not rejects and flagged >= 0.97


SENTENCE = "Der Minister Ulf Muster sagte im Jahr {0}: „Wir prüfen Fall {0} genau und kommen auf {1} zurück.“ Danach ging er. "
HARD = {
    "one letter, over and over": "a" * 1_000_000,
    "one word, over and over": "a " * 500_000,
    "opening marks alone": "„a " * 330_000,
    "closed marks": "„a“ " * 250_000,
    "straight marks": '"a" ' * 250_000,
}


def speed() -> None:
    """Prints how long quotes take in a source of a million characters, true, altered and missing ones; then odd sources."""
    text = "".join(SENTENCE.format(number, number * 7) + "\n" * (number % 5 == 0) for number in range(9_000))[:1_000_000]
    for name, quote in (
        ("true", "Wir prüfen Fall {0} genau und kommen auf {1} zurück."),
        ("altered", "Wir prüfen Fall {0} selten und kommen auf {1} zurück."),
        ("missing", "Unter Bäumen {0} wächst kein Gras"),
    ):
        source = SourceText(text)
        start = time.perf_counter()
        for number in range(500):
            compared(source, quote.format(number, number * 7))
        print(f"500 {name} quotes in a million characters   {time.perf_counter() - start:6.2f} s")
    for name, text in HARD.items():
        source = SourceText(text)
        start = time.perf_counter()
        for quote in ("a", "a a a", "a b", "b […] a", "a […] a […] c", "c" * 10_000, "a " * 10_000):
            compared(source, quote)
        print(f"7 quotes in {name:26}   {time.perf_counter() - start:6.2f} s")


def main() -> int:
    """Prints all; 1 if a figure is not reached."""
    speed()
    return 0 if len(sys.argv) < 2 or scored(Path(sys.argv[1])) else 1


if __name__ == "__main__":
    sys.exit(main())
