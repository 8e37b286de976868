"""Drafting measured: releases in two languages against each other, time, and with the data's own scorers quotes and dates.

python tests/benchmarks/drafting.py [DATA [DOCUMENT BRIEFING]]

DATA is a folder with `documents/` (with `index.jsonl`, and releases as `ID-de.txt` and `ID-en.txt`), and perhaps
`quotes-de.jsonl` with `score_quotes.py` and `dates-de.jsonl` with `score_spans.py`. DOCUMENT is drafted and compared with
BRIEFING, which somebody wrote from it. Without any, only invented text is timed.
"""

import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from importlib import util
from pathlib import Path
from types import ModuleType

from rapidfuzz.fuzz import ratio

from briefing_tui.drafting.analysis import Analysis, analyse
from briefing_tui.drafting.compose import compose
from briefing_tui.drafting.compose.said import said
from briefing_tui.drafting.spans import spans
from briefing_tui.model.briefing import Briefing, Threat
from briefing_tui.reading import read_bytes

ALIKE = 75
"""How like two last names are, of 100, that are one in two transcriptions."""
LONG = 4
"""The fewest words of a quote that is counted in both languages; shorter ones are a translator's choice."""

TODAY = date(2026, 1, 1)

OFFICES = {
    "de": r"(?:Bundesr[aä]t(?:in)?|[A-ZÄÖÜ]\w*minister(?:in)?s?|Bundespräsident(?:in)?|Präsident(?:in)?|Botschafter(?:in)?|"
    r"Staatssekretär(?:in)?|Generalsekretär(?:in)?)",
    "en": r"(?:Federal Councillor|(?:Foreign|Prime|Defence|Finance) Minister|President|Ambassador|State Secretary|"
    r"Secretary[- ]General)",
}
NAME = r"((?:[A-ZÄÖÜŠŽČ][\w’-]+ ){1,3}[A-ZÄÖÜŠŽČ][\w’-]+)"


def pairs(folder: Path) -> Iterator[dict[str, Analysis]]:
    """The analyses of every release that is there in both languages."""
    for german in sorted(folder.glob("*-de.txt")):
        english = german.with_name(german.name.replace("-de.txt", "-en.txt"))
        if english.exists():
            yield {
                lang: analyse(path.read_text(), lang, name=path.name, today=TODAY)
                for lang, path in (("de", german), ("en", english))
            }


def same_people(both: dict[str, Analysis]) -> tuple[int, int, int]:
    """How many people are in both drafts, in the German one, in the English one."""
    names = {lang: [person.words[-1] for person in each.roster.people] for lang, each in both.items()}
    left = list(names["en"])
    hits = 0
    for name in names["de"]:
        best = max(left, key=lambda other: ratio(name, other), default="")
        if best and ratio(name, best) >= ALIKE:
            left.remove(best)
            hits += 1
    return hits, len(names["de"]), len(names["en"])


def offices(analysis: Analysis) -> tuple[int, int]:
    """How many names stand right behind an office in the text, and how many of these the draft has with an office.

    In German what follows a name can look like a part of it; so one of the words that are taken for a name is enough.
    """
    wanted = {match[1] for match in re.finditer(rf"\b{OFFICES[analysis.lang]} {NAME}", analysis.text)}
    have = {person.words[-1].rstrip("’s") for person in analysis.roster.people if person.role}
    return len(wanted), sum(any(word.lower().rstrip("’s") in have for word in name.split()) for name in wanted)


def long_quotes(analysis: Analysis) -> int:
    """How many quotes the draft has, words at arm's length left out."""
    return sum(len(each.text.split()) >= LONG for each in said(analysis))


def releases(folder: Path) -> None:
    """Prints how two languages agree."""
    hits = german = english = wanted = found = same = number = 0
    for both in pairs(folder):
        one, two, three = same_people(both)
        hits, german, english = hits + one, german + two, english + three
        for each in both.values():
            more, have = offices(each)
            wanted, found = wanted + more, found + have
        same += long_quotes(both["de"]) == long_quotes(both["en"])
        number += 1
    if number:
        print(f"{number} releases in two languages")
        print(f"  the same people in both drafts, F1   {2 * hits / (german + english):.3f}   wanted 0.90")
        print(f"  names with office found              {found / wanted:.3f}   wanted 0.97   of {wanted}")
        print(f"  the same number of quotes            {same / number:.3f}   wanted 0.95")


def speed(folder: Path | None) -> None:
    """Prints how long a document of 10 KB takes, and all documents of a folder with the reading of the drafts."""
    text = (
        "Der Minister Ulf Muster sagte am Freitag: „Wir prüfen das genau und kommen darauf zurück.“ Danach traf er die " * 60
    )[:10_000]
    compose(analyse(text, "de", today=TODAY))
    start = time.perf_counter()
    for _ in range(5):
        compose(analyse(text, "de", today=TODAY))
    print(f"a document of 10 KB   {(time.perf_counter() - start) * 200:.1f} ms   wanted 60")
    if not folder:
        return
    paths = sorted(folder.glob("*.txt"))[:300]
    start = time.perf_counter()
    drafts = [compose(analyse(path.read_text(), name=path.name, today=TODAY)) for path in paths]
    print(f"{len(paths)} documents   {time.perf_counter() - start:.1f} s   wanted 15")
    problems = sum(
        bool([each for each in read_bytes(text.encode(), "draft.yaml").messages if each.weight.value == "problem"])
        for text in drafts
    )
    print(f"drafts with problems   {problems}   wanted 0")


def compared(document: Path, path: Path) -> None:
    """Prints how much of a briefing that somebody wrote is in the draft of its document."""
    written = read_bytes(path.read_bytes(), path.name, path.stem).briefing
    draft = analyse(document.read_text(), name=document.name, today=TODAY)
    theirs = {str(person.name): person for person in written.participants.values()}
    ours = {person.name: person for person in draft.roster.people}
    same = [
        name
        for name, person in theirs.items()
        if name in ours and person.delegation and ours[name].delegation == person.delegation.id
    ]
    print(f"people with delegation   {len(same)} of {len(theirs)}   with office {sum(bool(ours[name].role) for name in same)}")
    wanted = {frozenset(str(written.participants[ref.id].name) for ref in talk.parties) for talk in written.talks.values()}
    found = {frozenset(person.name for person in talk.parties) for talk in draft.talks}
    print(f"talks                    {len(wanted & found)} of {len(wanted)}, {len(found - wanted)} more")
    said_there, said_here = _said(written), _said(read_bytes(compose(draft).encode(), "draft.yaml").briefing)
    agreed = said_here & said_there
    print(f"quotes with speaker      {len(agreed)} of {len(said_there)}, {len(said_here - agreed)} more")
    missing = [str(threat.title) for threat in written.threats.values() if not _covered(written, threat, draft)]
    print(f"threats                  {len(written.threats) - len(missing)} of {len(written.threats)}; missing: {missing}")


def _said(briefing: Briefing) -> set[tuple[str, str]]:
    names = {id: str(person.name) for id, person in briefing.participants.items()}
    return {(each.text, names.get(each.speaker.id, each.speaker.id)) for each in briefing.quotes}


def _covered(written: Briefing, threat: Threat, draft: Analysis) -> bool:
    """Whether the draft has a threat by the same actors in a paragraph that the written one names."""
    numbers = {number for part in re.findall(r"\d+(?:–\d+)?", threat.locator) for number in _range(part)}
    actors = {ref.id for ref in threat.actor}
    return any(
        set(each.actors) == actors and any(place and place.number in numbers for place in map(draft.paragraphs.at, starts))
        for each in draft.threats
        for starts in [[start for start, _ in each.places]]
    )


def _range(part: str) -> range:
    first, _, last = part.partition("–")
    return range(int(first), int(last or first) + 1)


def scorer(path: Path) -> ModuleType:
    """A scorer of the data as a module."""
    spec = util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(data: Path) -> None:
    """Prints what the data's own scorers say."""
    with tempfile.TemporaryDirectory() as folder:
        if (data / "quotes-de.jsonl").exists():
            found = _predicted(data / "quotes-de.jsonl", Path(folder, "quotes"))
            score = scorer(data / "score_quotes.py")
            result = score.score(score.load(data / "quotes-de.jsonl"), score.load(found))
            rows = (
                "quote_exact",
                "speaker_accuracy",
                "attributed",
                "full_quote_exact",
                "full_attributed",
                "verbatim_violations",
            )
            for name in rows:
                print(f"{name:24} {result[name]}")
        if (data / "dates-de.jsonl").exists():
            found = _predicted(data / "dates-de.jsonl", Path(folder, "dates"))
            score = scorer(data / "score_spans.py")
            print(score.score(score.load(data / "dates-de.jsonl"), score.load(found), "dates", {"DATE", "TIME"}))


def _predicted(source: Path, target: Path) -> Path:
    records = [json.loads(line) for line in source.read_text().splitlines() if line.strip()]
    asked = [{key: each[key] for key in ("doc_id", "text", "lang", "dct") if key in each} for each in records]
    target.write_text("\n".join(json.dumps(spans(each, today=TODAY)) for each in asked))
    return target


def main() -> None:
    """Prints the table."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    speed(data / "documents" if data else None)
    if len(sys.argv) > 3:
        compared(Path(sys.argv[2]), Path(sys.argv[3]))
    if data:
        releases(data / "documents")
        scored(data)


if __name__ == "__main__":
    main()
