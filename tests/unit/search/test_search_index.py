import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.dates import Period
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.passage import Facet, Passage, Role
from briefing_tui.model.text import Wording
from briefing_tui.search.index import Hit, Index, index_of
from briefing_tui.search.words import read

AHN = ("Ahn Gyu-back", "ahn", "안규백", "An Kyu-baek")
KOIZUMI = ("Shinjiro Koizumi", "koizumi", "小泉 進次郎")
NORDIN = ("Mohamed Khaled Nordin", "khaled")


def said(
    text: str,
    names: tuple[str, ...] = AHN,
    code: str = "KOR",
    *,
    en: str = "",
    date: str = "2025-11-01",
    briefing: str = "admm",
) -> Passage:
    translations = (Wording("en", en),) if en else ()
    return Passage(
        briefing,
        Ref(Kind.QUOTE, text),
        text,
        Period.parse(date),
        id=text,
        translations=translations,
        speaker=names[0],
        code=code,
        facets=(Facet(Role.SPEAKER, names, code), *((Facet(Role.COUNTRY, (code,), code),) if code else ())),
    )


NEIGHBOUR = said("wichtiges Nachbarland und Partner", KOIZUMI, "JPN", en="an important neighbouring country and partner")
CHALLENGE = said(
    "schwere Herausforderung für den regionalen Frieden und die Stabilität sowie das internationale Nichtverbreitungsregime",
    en="a grave challenge to regional peace and stability as well as the international non-proliferation regime",
)
TOGETHER = said(
    "Nicht nur Südkorea und Nordkorea, sondern benachbarte Länder ... sollten gemeinsam Frieden schaffen",
    en="Not only South Korea and North Korea but neighbouring countries ... should make peace together",
)
ZONE = said(
    "Die ASEAN-Region bleibt eine Zone des Friedens, der Freiheit und der Neutralität – kein Schauplatz für Rivalität",
    NORDIN,
    "MYS",
)
ROCKETS = said("Die Verteidigungsminister sprachen über Kurzstreckenraketen", ("Eine Zeitung",), "", date="2025-10-20")
CHINESE = said("防长董军会见小泉进次郎", ("董军", "dong", "Dong Jun"), "CHN")


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of([NEIGHBOUR, CHALLENGE, TOGETHER, ZONE, ROCKETS, CHINESE])


def found(index: Index, query: str) -> list[str]:
    return [hit.passage.text for hit in index.search(query).hits]


def first(index: Index, query: str) -> Hit:
    hits = index.search(query).hits
    assert hits, f"{query} should find something"
    return hits[0]


def marked(hit: Hit) -> list[str]:
    return [hit.passage.text[start:end] for start, end in hit.spans]


@pytest.mark.parametrize(
    ("query", "passage", "letters"),
    [
        ("nachbar", NEIGHBOUR, ["Nachbar"]),
        ("partner wichtig", NEIGHBOUR, ["wichtig", "Partner"]),
        ("friden schaffen", TOGETHER, ["Frieden", "schaffen"]),
        ("frieden länder", TOGETHER, ["Länder", "Frieden"]),
        ("suedkorea", TOGETHER, ["Südkorea"]),
        ("Sudkorea", TOGETHER, ["Südkorea"]),
        ("südkorea", TOGETHER, ["Südkorea"]),
        ("SÜDKOREA", TOGETHER, ["Südkorea"]),
        ("Su\u0308dkorea", TOGETHER, ["Südkorea"]),
        ("minister", ROCKETS, ["minister"]),
        ("raket", ROCKETS, ["raket"]),
        ("kurzstrekenraketen", ROCKETS, ["Kurzstreckenraketen"]),
        ("verteidigungsmi", ROCKETS, ["Verteidigungsmi"]),
        ("neutralitat", ZONE, ["Neutralität"]),
        ("nichtverbreitng", CHALLENGE, ["Nichtverbreitungsregime"]),
        ("会见小泉", CHINESE, ["会见小泉"]),
        ("董军", CHINESE, ["董军"]),
    ],
)
def test_finds_and_marks(index: Index, query: str, passage: Passage, letters: list[str]) -> None:
    hit = first(index, query)
    assert hit.passage == passage
    assert marked(hit) == letters


def test_finds_by_a_slip_of_the_pen(index: Index) -> None:
    assert found(index, "friden") == [TOGETHER.text, CHALLENGE.text, ZONE.text]


def test_a_name_finds_who_said_it_and_who_is_spoken_of(index: Index) -> None:
    assert found(index, "小泉") == [NEIGHBOUR.text, CHINESE.text]
    assert first(index, "小泉").why == "alias 小泉 進次郎"


def test_finds_while_the_slip_is_being_typed(index: Index) -> None:
    assert TOGETHER.text in found(index, "fride")


@pytest.mark.parametrize("query", ["nachbr partner", "nachbr partnr", "partnr nachbr "])
def test_finds_mistyped_beginnings_wherever_they_stand(index: Index, query: str) -> None:
    assert found(index, query) == [NEIGHBOUR.text]


def test_a_mistyped_beginning_beside_a_word_that_is_nowhere_finds_nothing(index: Index) -> None:
    assert not found(index, "nachbr qwertz")
    assert not found(index, "nachbr qw")


def test_finds_by_translation_and_says_so(index: Index) -> None:
    hit = first(index, "neighbouring partner")
    assert hit.passage == NEIGHBOUR
    assert [NEIGHBOUR.translations[0].text[start:end] for start, end in hit.translation_spans[0]] == ["neighbouring", "partner"]
    assert hit.why == "translation"


def test_a_reason_in_sight_needs_no_words(index: Index) -> None:
    assert first(index, "nachbarland").why == ""


def test_the_speaker_is_a_word_like_any_other(index: Index) -> None:
    hit = first(index, "koizumi nachbarland")
    assert hit.passage == NEIGHBOUR
    assert marked(hit) == ["Nachbarland"]
    assert hit.why == "speaker"


@pytest.mark.parametrize("query", ["kyu-baek frieden", "안규백 frieden", "kyubaek frieden"])
def test_finds_by_alias_and_says_which(index: Index, query: str) -> None:
    assert found(index, query) == [TOGETHER.text, CHALLENGE.text]
    assert first(index, query).why in ("alias An Kyu-baek", "alias 안규백")


@pytest.mark.parametrize("query", ["@koizumi", "@Koizumi", "@小泉", "@jpn", "@japan", "@koizmi", "@shin", "@koizumi partner"])
def test_limits_to_a_speaker(index: Index, query: str) -> None:
    assert found(index, query) == [NEIGHBOUR.text]


@pytest.mark.parametrize(
    ("query", "why"),
    [("@kyu-baek", "alias An Kyu-baek"), ("@안규백", "alias 안규백"), ("@gyu-back", ""), ("@ahn", ""), ("@kor", "")],
)
def test_a_speaker_found_by_another_name_is_explained(index: Index, query: str, why: str) -> None:
    assert {hit.why for hit in index.search(query).hits} == {why}


def test_limits_to_a_country(index: Index) -> None:
    assert found(index, "@kor frieden") == [TOGETHER.text, CHALLENGE.text]


def test_an_exact_name_leaves_out_similar_ones() -> None:
    index = index_of([said("eins"), said("zwei", ("Ahnert",), "DEU"), said("drei", ("Bahn",), "DEU")])
    assert found(index, "@ahn") == ["eins"]
    assert found(index, "@ahne") == ["zwei"]


def test_all_words_must_be_there(index: Index) -> None:
    assert found(index, "frieden nachbarland") == []


def test_exact_before_beginning_before_part_before_slip() -> None:
    texts = ["Rat des Friedons", "ein Weltfrieden", "die Friedenspflicht", "der Frieden"]
    index = index_of([said(text) for text in texts])
    assert found(index, "frieden")[:3] == ["der Frieden", "die Friedenspflicht", "ein Weltfrieden"]
    assert found(index_of([said(text) for text in texts[:2]]), "frieden") == ["ein Weltfrieden", "Rat des Friedons"]


def test_a_word_that_is_there_is_no_slip() -> None:
    index = index_of([said("der Friede"), said("der Frieden")])
    assert found(index, "frieden") == ["der Frieden"]


def test_near_together_comes_first() -> None:
    far = said("Frieden ist in dieser ganzen weiten und schönen Welt ein hohes Gut und braucht auch Sicherheit")
    near = said("In dieser ganzen weiten und schönen Welt sind Frieden und Sicherheit ein hohes Gut, sagte er dort")
    assert found(index_of([far, near]), "frieden sicherheit") == [near.text, far.text]


def test_newer_first_where_all_else_is_equal() -> None:
    old, new = said("Frieden jetzt", date="2024-01-01"), said("Frieden nun", date="2025-01-01")
    assert found(index_of([old, new]), "frieden") == [new.text, old.text]


def test_the_preferred_briefing_first_but_not_before_a_better_match() -> None:
    here = said("der Frieden hier", date="2020", briefing="here")
    there = said("der Frieden dort", date="2025", briefing="there")
    index = index_of([there, here, said("ein Weltfrieden", briefing="here")])
    hits = index.search("frieden", prefer="here").hits
    assert [hit.passage.text for hit in hits] == [here.text, there.text, "ein Weltfrieden"]


def test_nothing_typed_finds_all_newest_and_preferred_first(index: Index) -> None:
    results = index.search("")
    assert results.total == 6
    assert results.hits[-1].passage == ROCKETS
    both = index_of([said("alt", date="2020", briefing="b"), said("neu", date="2025", briefing="a")])
    assert [hit.passage.text for hit in both.search(" ", prefer="b").hits] == ["alt", "neu"]


def test_the_limit_keeps_the_count(index: Index) -> None:
    results = index.search("", limit=2)
    assert len(results.hits) == 2
    assert results.total == 6


def test_what_to_try_instead(index: Index) -> None:
    results = index.search("xylophon frieden")
    assert results.total == 0
    assert results.suggestions[0] == "frieden"
    assert all(index.search(suggestion).total for suggestion in results.suggestions)


def test_the_nearest_word_is_offered_as_it_is_written(index: Index) -> None:
    assert "Südkorea" in index.search("sydkoriya").suggestions


def test_a_condition_that_names_nothing_is_told(index: Index) -> None:
    assert index.search("partner speaker:nobody").remarks == ("speaker:nobody names nothing here",)
    assert index.search("zzzz @koizumi").remarks == () == index.search("partner !@nobody").remarks
    fields = " ".join(f"@nobody{number}" for number in range(12))
    assert len(index.search(f"@koizumi {fields}").remarks) == 4
    [remark] = index.search(f"@nobody{'y' * 300}").remarks
    assert len(remark) < 60


def test_a_mistyped_field_is_mended(index: Index) -> None:
    assert index.search("speakr:koizumi ").suggestions == ("speaker:koizumi",)
    assert index.search("speakr:koizumi partner ").suggestions[0] == "speaker:koizumi partner"
    assert "speaker:nobody" not in index.search("speakr:nobody ").suggestions
    assert index.search("quote:nachbarland ").suggestions[0] == "kind:quote nachbarland"
    assert index.search("frieden quotes ").suggestions[0] == "frieden kind:quotes"
    assert index.search("xylophon:frieden ").suggestions[0] == "frieden"


def test_no_short_word_is_offered_for_one_that_is_not_there(index: Index) -> None:
    assert index.search("berlin").suggestions == index.search("tokyo").suggestions == ()


def test_one_letter_does_not_mean_half_the_words(index: Index) -> None:
    assert [letters for hit in index.search("z").hits for letters in marked(hit)] == ["Z"]


def test_umlaut_spelled_out_in_the_text() -> None:
    assert found(index_of([said("Herr Mueller sprach")]), "Müller") == ["Herr Mueller sprach"]


HOSTILE = [
    "a" * 100_000, "." * 100_000, "\0", "\ud800\udfff", "שלום עולם", "e" + "\u0301" * 50_000, '"frieden', "'", "@", "@ @@ @\0",
    "!()[]{}*+?\\", "\u202efrieden", "👩\u200d👩\u200d👧", "aeoeue" * 1000, "%s %d {x}", "frieden" + "\u0301" * 500, "[sic]",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_answers_whatever_is_typed(index: Index, query: str) -> None:
    assert index.search(query).query == query


@given(st.text(), st.text())
def test_never_raises_and_marks_within_the_text(query: str, text: str) -> None:
    index = index_of([said(text, (text, "x"), text, en=text)])
    for hit in index.search(query).hits:
        for spans in (hit.spans, *hit.translation_spans):
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(one[1] < other[0] for one, other in pairwise(spans))


@given(st.text(st.characters(exclude_characters="@＠"), min_size=1, max_size=100))
def test_a_text_is_found_by_its_own_words(text: str) -> None:
    words = " ".join(word.text for word in read(text))
    assert index_of([said(text)]).search(words).total == 1


def test_a_giant_quote_is_found_and_marked() -> None:
    hit = first(index_of([said("Wort " * 200_000 + "Straße des Friedens")]), "friedens strasse")
    assert marked(hit) == ["Straße", "Friedens"]


def test_loads_nothing_heavy_before_it_is_needed() -> None:
    code = (
        "import sys, briefing_tui.search.index, briefing_tui.search.match, briefing_tui.search.snippet;"
        "from briefing_tui.search.index import Index; Index().search('frieden');"
        "sys.exit(any(name.split('.')[0] in ('numpy', 'textual', 'rich') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    lazy = "import sys, briefing_tui.search.index; sys.exit('rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", lazy], check=False).returncode == 0


def test_words_in_the_text_come_before_names_around_it() -> None:
    around = replace(said("something else"), facets=(Facet(Role.TOPIC, ("Frieden",)),))
    hits = index_of([around, ZONE, TOGETHER]).search("frieden").hits
    assert [hit.passage.text for hit in hits] == [TOGETHER.text, ZONE.text, around.text]
    assert hits[-1].why == "about Frieden"
