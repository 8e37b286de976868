"""Segments come, go, are merged and damaged; what is found is always what is there."""

import os
import random
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.model.dates import Period
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.passage import Facet, Passage, Role
from briefing_tui.model.text import Wording
from briefing_tui.search.building import build
from briefing_tui.search.engine import LOST
from briefing_tui.search.index import Index
from briefing_tui.search.merging import merge
from briefing_tui.search.segment import DamagedError, Segment
from briefing_tui.search.source import Source

DAY = Period.parse("2025-11-01")


def said(text: str, speaker: str = "Ann", briefing: str = "b", en: str = "") -> Passage:
    facets = (Facet(Role.SPEAKER, (speaker, speaker.lower()), "KOR"),)
    translations = (Wording("en", en),) if en else ()
    return Passage(
        briefing,
        Ref(Kind.QUOTE, text),
        text,
        DAY,
        id=text,
        translations=translations,
        speaker=speaker,
        code="KOR",
        facets=facets,
    )


def segment(*texts: str, path: str = "b", batch: str = "1") -> Segment:
    return Segment.load(build([(Source(path, batch), [said(text, briefing=path) for text in texts])]))


def keys(*segments: Segment) -> dict[Source, str]:
    return {source: source.path for each in segments for source in each.sources}


def merged(*segments: Segment, living: set[Source] | None = None) -> Segment:
    sink = BytesIO()
    merge(segments, living if living is not None else set(keys(*segments)), sink)
    return Segment.load(sink.getvalue())


def found(index: Index, query: str) -> list[str]:
    return sorted(hit.passage.text for hit in index.search(query).hits)


def test_what_lives_is_found_and_what_is_gone_is_not() -> None:
    one, two = segment("Frieden eins", path="a"), segment("Frieden zwei", "Krieg", path="b")
    index = Index()
    index.use([one, two], keys(one, two))
    assert found(index, "frieden") == ["Frieden eins", "Frieden zwei"]
    index.use([one, two], keys(one))
    assert found(index, "frieden") == ["Frieden eins"]
    assert index.search("").total == 1
    index.use([], {})
    assert index.search("").total == 0


def test_a_file_read_again_is_found_as_it_is_now() -> None:
    old, new = segment("Frieden alt", path="a", batch="1"), segment("Frieden neu", path="a", batch="2")
    index = Index()
    index.use([old, new], {Source("a", "2"): "a"})
    assert found(index, "frieden") == ["Frieden neu"]


def test_a_hit_knows_the_briefing_by_the_key_it_has_now() -> None:
    one = segment("Frieden", path="/x/a.yaml")
    index = Index()
    index.use([one], {Source("/x/a.yaml", "1"): "folder/a"})
    assert [hit.passage.briefing for hit in index.search("frieden", prefer="folder/a").hits] == ["folder/a"]


def test_a_word_that_only_the_gone_have_hides_nothing() -> None:
    """`un ` is a word of its own only while something says it; else it is a beginning."""
    gone, stays = segment("The UN resolution", path="a"), segment("Under the union flag", "A message of late", path="b")
    both = Segment.load(
        build(
            [
                (source, [said(text, briefing=source.path) for text in texts])
                for source, texts in (
                    (Source("a", "1"), ["The UN resolution", "At an age"]),
                    (Source("b", "1"), ["Under the union flag", "A message of late"]),
                )
            ]
        )
    )
    index = Index()
    for parts in ([gone, stays], [both]):
        index.use(parts, keys(*parts))
        assert found(index, "un ") == ["The UN resolution"]
        index.use(parts, keys(stays))
        assert found(index, "un ") == ["Under the union flag"]
        assert found(index, "age") == ["A message of late"]


def test_a_query_sees_the_segments_as_they_were_when_it_came() -> None:
    stays = segment("Frieden immer", path="stays")
    index = Index()
    index.use([stays], keys(stays))
    failures: list[BaseException] = []

    def write() -> None:
        for number in range(100):
            more = segment(*(f"Frieden wort{number} nummer{place}" for place in range(5)), path=f"b{number}")
            index.use([stays, more], keys(stays, more))

    def read() -> None:
        try:
            while writer.is_alive():
                assert "Frieden immer" in found(index, "fried immer")
                assert index.search("friden").total in (1, 6)
        except BaseException as failure:
            failures.append(failure)

    writer = Thread(target=write)
    readers = [Thread(target=read) for _ in range(2)]
    for thread in (writer, *readers):
        thread.start()
    for thread in (writer, *readers):
        thread.join()
    assert not failures


VOCABULARY = [
    "Frieden",
    "Krieg",
    "Südkorea",
    "minister",
    "Verteidigungsminister",
    "peace",
    "小泉进次郎",
    "e\u0301",
    "😀",
    "don't",
    "UN",
    "under",
    "message",
    "ages",
]
WORDS = st.sampled_from(VOCABULARY)
TEXTS = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=5)
QUERIES = [
    "",
    "frieden",
    "friden",
    "minister",
    "e",
    "@ann",
    "@bob",
    "krieg !peace",
    '"peace minister"',
    "小泉",
    "sudkorea",
    "un ",
    "age",
    "age ",
    "ag ",
    "es",
    "bo ",
]


@settings(max_examples=50)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.sets(st.integers(0, 3)))
def test_merging_changes_nothing_that_is_found(groups: list[list[str]], dead: set[int]) -> None:
    parts = []
    for number, texts in enumerate(groups):
        passages = [said(text, "Ann" if place % 2 else "Bob", str(number), text[::-1]) for place, text in enumerate(texts)]
        parts.append(Segment.load(build([(Source(str(number), "1"), passages)])))
    living = {Source(str(number), "1") for number in range(len(groups)) if number not in dead}
    apart, together = Index(), Index()
    apart.use(parts, {source: source.path for source in living})
    together.use([merged(*parts, living=living)], {source: source.path for source in living})
    for query in QUERIES:
        one, other = apart.search(query), together.search(query)
        assert one.counts == other.counts, query
        shown = [
            sorted((hit.passage.text, hit.passage.speaker, hit.passage.facets, hit.spans, hit.why) for hit in each.hits)
            for each in (one, other)
        ]
        assert shown[0] == shown[1], query


def test_words_of_what_is_gone_are_not_offered() -> None:
    one = segment("Zzyxgeheim", path="a")
    two = segment("Frieden", path="b")
    index = Index()
    both = merged(one, two, living=set(keys(two)))
    index.use([both], keys(two))
    assert both.lexicon.number("zzyxgeheim") is None
    assert "Zzyxgeheim" not in index.search("zzyxgehem").suggestions


@pytest.fixture(scope="module")
def image() -> bytes:
    dice = random.Random(1)
    texts = [" ".join(dice.choices(["Frieden", "Krieg", "Region", "Minister", "Lage", "heute"], k=9)) for _ in range(3000)]
    return build([(Source("b", "1"), [said(f"{text} {number}") for number, text in enumerate(texts)])])


def refuse() -> None:
    raise DamagedError("noticed")


def answers(segment: Segment) -> list[object]:
    index = Index(refuse)
    index.use([segment], keys(segment))
    results = [index.search(query) for query in ("frieden", "friden krieg", "min", "@ann lage", "", "1234", "region heute")]
    return [(each.total, [(hit.passage, hit.spans) for hit in each.hits[:20]]) for each in results]


@pytest.mark.parametrize("seed", range(60))
def test_a_flipped_bit_is_noticed_or_does_not_matter(image: bytes, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    damaged = bytearray(image)
    damaged[dice.randrange(len(image))] ^= 1 << dice.randrange(8)
    path = tmp_path / "x.seg"
    path.write_bytes(damaged)
    try:
        assert answers(Segment.open(path)) == answers(Segment.load(image))
    except DamagedError:
        return
    with pytest.raises(DamagedError):
        Segment.open(path).verify()


def test_a_hit_that_turns_out_to_be_damaged_is_noticed_and_shows_nothing_wrong(image: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.seg"
    damaged = bytearray(image)
    damaged[damaged.index(b"Frieden")] ^= 1
    path.write_bytes(damaged)
    noticed: list[bool] = []
    index = Index(lambda: noticed.append(True))
    opened = Segment.open(path)
    index.use([opened], keys(opened))
    hits = index.search("frieden", limit=5000).hits
    assert len(hits) > 1000
    shown = {hit.passage.text for hit in hits}
    assert noticed
    assert all("Frieden" in text for text in shown - {LOST})
    assert all(hit.spans == () for hit in hits if hit.passage.text == LOST)


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_refused(image: bytes, tmp_path: Path, share: float) -> None:
    path = tmp_path / "x.seg"
    path.write_bytes(image[: int(len(image) * share)])
    with pytest.raises(DamagedError):
        Segment.open(path)


def test_a_sound_file_is_sound(image: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.seg"
    path.write_bytes(image)
    opened = Segment.open(path)
    opened.verify()
    assert answers(opened) == answers(Segment.load(image))


def test_a_file_cut_after_it_was_checked_is_not_looked_at(image: bytes, tmp_path: Path) -> None:
    path = tmp_path / "segment"
    path.write_bytes(image)
    segment = Segment.open(path)
    segment.verify()
    os.truncate(path, 0)
    with pytest.raises(DamagedError):
        segment.warm()


def test_a_file_cut_while_its_hits_are_shown_is_noticed(image: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.seg"
    path.write_bytes(image)
    noticed: list[bool] = []
    index = Index(lambda: noticed.append(True))
    opened = Segment.open(path)
    index.use([opened], keys(opened))
    shown, unseen = index.search("frieden").hits[:2]
    assert "Frieden" in shown.passage.text
    os.truncate(path, 0)
    assert (shown.spans, unseen.passage.text) == ((), LOST)
    assert noticed


def test_a_damaged_file_is_closed_again(image: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.seg"
    path.write_bytes(image[:-1])
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(20):
        with pytest.raises(DamagedError):
            Segment.open(path)
    assert len(os.listdir("/proc/self/fd")) <= before + 1
