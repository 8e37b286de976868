"""Dossiers and who met whom, in a library of 10,000 briefings from its catalog.

    python tests/benchmarks/dossier.py [BRIEFINGS] [RUNS]

Forty countries with three people each; a briefing has eight of these, four talks and twelve quotes. Prints a table.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]

COUNTRIES = 40


def make(folder: Path, count: int) -> None:
    """Write the briefings."""
    from briefing_tui.model import countries

    chance = random.Random(7)
    codes = countries.codes()[:COUNTRIES]
    for number in range(count):
        day = date(2000, 1, 1) + timedelta(days=number * 7919 % 9000)
        people = {f"{code.lower()}{chance.randrange(3)}": code for code in chance.sample(codes, 8)}
        ids = list(people)
        lines = [f"title: Meeting {number}", f"date: {day}", "tlp: GREEN", "participants:"]
        lines += [f"  {id}: {{name: Person {id.upper()}, role: Minister, delegation: {code}}}" for id, code in people.items()]
        lines += ["talks:"]
        for each in range(4):
            one, other = chance.sample(ids, 2)
            lines += [
                f"  t{each}: {{parties: [{one}, {other}], agreed: [To go on, To meet again], asks: [A map of the place]}}"
            ]
        lines += ["threats: {dust: {title: Dust, raised_by: " + ids[0] + "}}", "quotes:"]
        for each in range(12):
            words = " ".join(chance.choices(("we", "will", "see", "what", "comes", "of", "it", "next", "year"), k=20))
            lines += [f"  - {{speaker: {ids[each % 8]}, text: {words} {number} {each}}}"]
        (folder / f"meeting-{number}.yaml").write_text("\n".join(lines) + "\n")


def row(what: str, work: Callable[[], object], runs: int, goal: str = "") -> object:
    """Measure something, and print one line of the table."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - started)
    print(f"{what:64}{statistics.median(times) * 1000:>9.0f} ms{goal:>12}", flush=True)
    return result


def main() -> None:
    """Make the library in a folder of its own, and measure."""
    count, runs = (*map(int, sys.argv[1:3]), *(10_000, 5)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CACHE_HOME"] = f"{place}/cache"
        folder = Path(place, "library")
        folder.mkdir()
        make(folder, count)
        measure(folder, runs)


def measure(folder: Path, runs: int) -> None:
    """The table."""
    from briefing_tui.library import Library
    from briefing_tui.library.dossiers import all_meetings, gathered, last_time
    from briefing_tui.library.upkeep import Upkeep
    from briefing_tui.model.fields import Kind, Ref
    from briefing_tui.model.links import Links
    from briefing_tui.model.matrix import matrix
    from briefing_tui.model.who import who_is

    upkeep = Upkeep(Library(folder))
    started = time.perf_counter()
    upkeep.update()
    upkeep.close()
    print(f"indexed in {time.perf_counter() - started:.0f} s")

    def listed() -> object:
        library = Library(folder)
        return library, list(library.listing())

    library, known = row("the facts of all briefings, from the catalog, no briefing opened", listed, runs)  # type: ignore[misc]
    row("who met whom, from facts", lambda: matrix(all_meetings(known)), runs, "≤ 200 ms")
    links = Links(library.read(library.entries[0]).briefing)
    id, person = next(iter(links.briefing.participants.items()))
    refs = {"person": Ref(Kind.PERSON, id), "country": person.delegation, "talk": Ref(Kind.TALK, "t0")}
    for name, ref in refs.items():
        who = who_is(links, ref)

        def fresh(who: object = who, most: int = 100) -> object:
            return gathered(Library(folder), known, who, most=most)  # type: ignore[arg-type]

        found, left = row(f"dossier of a {name}, from the catalog", fresh, runs, "≤ 200 ms")  # type: ignore[misc]
        print(f"  {len(found.talks)} talks, {len(found.quotes)} quotes; {left} briefings not opened")
    facts = {each.entry.key: each for each in known}
    entry = max(known, key=lambda each: each.briefing.date.first).entry
    talk = library.read(entry).briefing.talks["t0"]
    print("last time:", row("the talk before", lambda: last_time(library, facts, entry, talk), runs, "≤ 200 ms") is not None)


if __name__ == "__main__":
    main()
