"""However a query is answered, by walking along documents or by laying out postings, the answer is the same."""

import random
from collections.abc import Iterator

import pytest

from briefing_tui.model.briefing import Use
from briefing_tui.model.dates import Period
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.marking import Tlp
from briefing_tui.model.passage import Facet, Passage, Role, Sort
from briefing_tui.search import crowds, finding, rank, segment
from briefing_tui.search.building import build
from briefing_tui.search.fold import fold
from briefing_tui.search.index import Index
from briefing_tui.search.segment import Segment
from briefing_tui.search.source import Source
from briefing_tui.search.words import read

WORDS = [
    *["der", "die", "das", "und", "frieden", "friedens", "freiheit", "minister", "verteidigungsminister", "raketen"],
    *["kurzstreckenraketen", "lage", "land", "länder", "nachbar", "nachbarland", "zusammenarbeit", "a", "an", "ab", "z"],
]
PEOPLE = ["Ann Ahn", "Bob Dahn", "Cleo Frieden", "Dora Lage"]
QUERIES = [
    *["", "d", "di", "die", "die ", "der die", "frieden", "fr", "frei lage", "minister", "raketen der", "land", "nachbar"],
    *["@ann", "@ann die", "!die", "!@bob", "die !der", '"der die"', '!"der die"', "'land", "'an", "kind:line die", "tlp:red"],
    *[
        "use:background d",
        "date:2003",
        "date:2001..2002 die",
        "friden",
        "zusamenarbeit d",
        "in:b1",
        "in:b1 die",
        "xyz",
        "xyz die",
    ],
]


def passages(briefing: str, count: int, dice: random.Random) -> Iterator[Passage]:
    for number in range(count):
        speaker = dice.choice(PEOPLE)
        yield Passage(
            briefing,
            Ref(Kind.QUOTE, str(number)),
            " ".join(dice.choices(WORDS, weights=range(len(WORDS), 0, -1), k=dice.randint(1, 9))),
            Period.parse(f"200{dice.randint(1, 4)}-01-01"),
            sort=dice.choice([Sort.QUOTE, Sort.QUOTE, Sort.LINE]),
            id=str(number),
            speaker=speaker,
            tlp=dice.choice([None, Tlp.GREEN, Tlp.RED]),
            use=dice.choice([Use.ON_RECORD, Use.BACKGROUND]),
            facets=(Facet(Role.SPEAKER, (speaker,), "KOR"), Facet(Role.BRIEFING, (briefing,))),
        )


def answers() -> list[object]:
    """What each query finds in two segments, of which one source is gone."""
    dice = random.Random(5)
    images = [
        build([(Source(f"b{number}{half}", "1"), passages(f"b{number}", 80, dice)) for half in "xy"]) for number in range(2)
    ]
    parts = [Segment.load(image) for image in images]
    index = Index()
    index.use(parts, {Source(path, "1"): path[:2] for path in ("b0x", "b0y", "b1x")})
    found = []
    for query in QUERIES:
        for prefer in ("", "b1"):
            results = index.search(query, limit=500, prefer=prefer)
            hits = [(hit.passage, round(hit.score, 6), hit.spans, hit.why) for hit in results.hits]
            found.append((query, prefer, results.counts, results.tlp, results.suggestions, hits))
    return found


@pytest.fixture(scope="module")
def plain() -> list[object]:
    return answers()


@pytest.mark.parametrize(
    "limits",
    [
        {(finding, "_CROWD"): 0},
        {(finding, "_FEW_TERMS"): 0, (finding, "_LAYING"): 0},
        {(finding, "_FEW_TERMS"): 10**9},
        {(finding, "_CROWD"): 0, (finding, "_FEW_TERMS"): 0, (finding, "_LAYING"): 0, (finding, "_HEAVY"): 3},
        {(crowds, "_SHARE"): 1000, (finding, "_CROWD"): 0, (segment, "_HEAVY"): 3},
        {(crowds, "_SHARE"): 1000, (finding, "_CROWD"): 20, (finding, "_FEW_TERMS"): 0},
    ],
    ids=range(6),
)
def test_every_way_gives_the_same_answer(
    plain: list[object], limits: dict[tuple[object, str], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for (module, name), value in limits.items():
        monkeypatch.setattr(module, name, value)
    for ours, theirs in zip(answers(), plain, strict=True):
        assert ours == theirs


def test_counts_are_those_of_looking_at_every_text() -> None:
    dice = random.Random(9)
    said = list(passages("b", 300, dice))
    part = Segment.load(build([(Source("b", "1"), said)]))
    index = Index()
    index.use([part], {Source("b", "1"): "b"})
    for query in ("die ", "'land", "der die ", "minister ", "raketen lage ", "nachbar"):
        wanted = [word.text for word in read(query)]
        expected = sum(
            all(_has(fold(f"{passage.text} {passage.speaker}"), word, exact="'" in query) for word in wanted)
            for passage in said
        )
        assert index.search(query).total == expected, query


def _has(text: str, word: str, *, exact: bool) -> bool:
    words = text.split(" ")
    if exact:
        return word in words
    return any(each.startswith(word) for each in words) if len(word) <= 3 else word in text


def test_what_is_too_much_to_count_is_at_least_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "_MOST_LAID", 40)
    monkeypatch.setattr(finding, "_CROWD", 0)
    part = Segment.load(build([(Source("b", "1"), list(passages("b", 300, random.Random(3))))]))
    index = Index()
    index.use([part], {Source("b", "1"): "b"})
    results = index.search("land")
    assert results.more
    assert results.total >= 1


@pytest.mark.parametrize("query", ["", "!die ", "tlp:red ", "date:2003 ", "use:background "])
@pytest.mark.parametrize("crowd", [0, 10**9])
def test_of_many_that_are_alike_the_newest_are_found_without_looking_at_all(
    query: str, crowd: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = Segment.load(build([(Source("b", "1"), list(passages("b", 600, random.Random(4))))]))
    index = Index()
    index.use([part], {Source("b", "1"): "b"})
    monkeypatch.setattr(finding, "_CROWD", crowd)
    monkeypatch.setattr(rank, "POOL", 1)
    everything = {hit.passage.id: str(hit.passage.date) for hit in index.search(query, limit=600, only=Sort.QUOTE).hits}
    assert len(everything) > 20
    for limit in (1, 7, 20):
        results = index.search(query, limit=limit, only=Sort.QUOTE)
        assert [str(hit.passage.date) for hit in results.hits] == list(everything.values())[:limit]
        assert {hit.passage.id for hit in results.hits} <= everything.keys()


def test_where_nothing_is_held_nothing_is_found() -> None:
    results = Index().search("die ")
    assert (results.hits, results.total) == ((), 0)
