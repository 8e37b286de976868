"""Fields of a query, over all that a briefing holds."""

import pytest

from briefing_tui.model.passage import Sort, passages
from briefing_tui.reading import read_bytes
from briefing_tui.search.index import Index, index_of

TEXT = """
title: {en: Lunar Council, de: Mondrat}
date: 2031-05-02
lang: en
tlp: GREEN
principal: vega
delegations: {TYC: Tycho Base}
participants:
  vega: {name: Ida Vega, native: 이다, aliases: [The Hawk], role: {en: Minister of Air, de: Luftministerin}, delegation: TYC}
  quist: {name: Mara Quist, role: Minister of Ice, delegation: JPN}
talks:
  tyc-jpn:
    parties: [vega, quist]
    status: planned
    topics: [trade]
    points: [{text: Thank them for the convoy., tlp: RED}]
    if_raised: [{topic: the leak, line: It is mended.}]
    avoid: [The old debt]
    asks: [{by: JPN, what: More air by June, answer: under review}]
    background: It began in winter.
    press_line: {en: We talked., de: Wir sprachen.}
threats:
  dust: {title: Dust storms, actor: JPN, summary: They grow., talks: [tyc-jpn]}
glossary:
  SCM: Security Consultative Meeting
quotes:
  - {id: q1, speaker: vega, text: The ice is ours, to: quist, talk: tyc-jpn}
  - {id: q2, speaker: quist, text: Das Eis reicht für alle, lang: de, translation: {en: There is ice enough}, to: TYC,
     use: background, date: 2031-05-04, about: [dust], tlp: AMBER}
  - {id: q3, speaker: quist, text: Air is free, to: plenary, topics: [weather], occasion: opening speech}
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(passages(read_bytes(TEXT.encode(), "council.yaml", "council").briefing, "council"))


def found(index: Index, query: str) -> dict[str, list[str]]:
    """The ids of the hits, by kind."""
    ids: dict[str, list[str]] = {}
    for hit in index.search(query).hits:
        ids.setdefault(hit.passage.sort.value, []).append(hit.passage.id)
    return {kind: sorted(each) for kind, each in ids.items()}


@pytest.mark.parametrize(
    ("query", "quotes"),
    [
        ("@vega", ["q1"]),
        ("@hawk", ["q1"]),
        ("@이다", ["q1"]),
        ("@vgea", ["q1"]),
        ("@tyc", ["q1"]),
        ("speaker:quist", ["q2", "q3"]),
        ('speaker:"mara quist"', ["q2", "q3"]),
        ("!@vega", ["q2", "q3"]),
        ("@quist ice", ["q2"]),
        ("to:quist", ["q1"]),
        ("to:jpn", ["q1"]),
        ("to:japan", ["q1"]),
        ("to:tyc", ["q2"]),
        ("to:plenary", ["q3"]),
        ("talk:tyc-jpn", ["q1"]),
        ("talk:japan", ["q1"]),
        ("!vega", ["q2", "q3"]),
        ("ice !hawk", ["q2"]),
        ("about:dust", ["q2"]),
        ("about:storm", ["q2"]),
        ("#weather", ["q3"]),
        ("#opening", ["q3"]),
        ("in:council", ["q1", "q2", "q3"]),
        ("in:mondrat", ["q1", "q2", "q3"]),
        ("in:elsewhere", []),
        ("country:japan", ["q1", "q2", "q3"]),
        ("date:2031-05-04", ["q2"]),
        ("date:2031-05-01..2031-05-02", ["q1", "q3"]),
        ("date:2031", ["q1", "q2", "q3"]),
        ("date:2030", []),
        ("use:background", ["q2"]),
        ("use:on-record", ["q1", "q3"]),
        ("tlp:amber", ["q2"]),
        ("tlp:green kind:quote", ["q1", "q3"]),
        ('"ice is"', ["q1"]),
        ('"is ice"', ["q2"]),
        ('!"ice is" ice', ["q2"]),
        ("ice !enough", ["q1"]),
        ("'ice", ["q1", "q2"]),
        ("'ic", []),
    ],
)
def test_fields_limit_quotes(index: Index, query: str, quotes: list[str]) -> None:
    assert found(index, query).get("quote", []) == quotes


@pytest.mark.parametrize(
    ("query", "kind", "ids"),
    [
        ("convoy", "line", ["tyc-jpn/points/0"]),
        ("mended", "line", ["tyc-jpn/if_raised/1"]),
        ("leak", "line", ["tyc-jpn/if_raised/1"]),
        ("sprachen", "line", ["tyc-jpn/press_line/2"]),
        ("vega", "person", ["vega"]),
        ("luftministerin", "person", ["vega"]),
        ("이다", "person", ["vega"]),
        ("trade", "talk", ["tyc-jpn"]),
        ("japan", "talk", ["tyc-jpn"]),
        ("old debt", "talk", ["tyc-jpn"]),
        ("air june", "talk", ["tyc-jpn"]),
        ("review", "talk", ["tyc-jpn"]),
        ("winter", "talk", ["tyc-jpn"]),
        ("japan", "threat", ["dust"]),
        ("japan", "person", ["quist"]),
        ("dust", "threat", ["dust"]),
        ("consultative", "term", ["SCM"]),
        ("scm", "term", ["SCM"]),
        ("tlp:red", "line", ["tyc-jpn/points/0"]),
        ("kind:person country:tyc", "person", ["vega"]),
    ],
)
def test_everything_is_found(index: Index, query: str, kind: str, ids: list[str]) -> None:
    assert found(index, query)[kind] == ids


def test_hits_are_grouped_quotes_first_and_all_are_counted(index: Index) -> None:
    results = index.search("")
    sorts = [hit.passage.sort for hit in results.hits]
    assert sorts == sorted(sorts, key=list(Sort).index)
    assert results.counts == {sort: sorts.count(sort) for sort in dict.fromkeys(sorts)}
    assert results.total == len(sorts)


def test_only_one_kind_is_given_and_all_are_counted(index: Index) -> None:
    everything = index.search("ice")
    only = index.search("ice", only=Sort.PERSON)
    assert only.counts == everything.counts
    assert {hit.passage.sort for hit in only.hits} == {Sort.PERSON}
    assert index.search("ice", only=Sort.TERM).hits == ()


def test_the_strictest_marking_among_the_hits_is_known(index: Index) -> None:
    assert str(index.search("convoy").tlp) == "RED"
    assert str(index.search("enough").tlp) == "AMBER"
    assert index.search("nowhere").tlp is None


def test_a_field_that_is_none_is_text_and_is_remarked_on(index: Index) -> None:
    results = index.search("spekr:vega")
    assert results.remarks
    assert "speaker:" in results.remarks[0]


def test_an_alias_and_a_native_name_are_said_to_be_why(index: Index) -> None:
    assert [hit.why for hit in index.search("hawk ice").hits if hit.passage.id == "q1"] == ["alias The Hawk"]
    assert [hit.why for hit in index.search("luftministerin").hits] == ["translation"]


def test_a_country_finds_its_people_and_talks_and_says_so(index: Index) -> None:
    why = {hit.passage.sort.value: hit.why for hit in index.search("japan").hits}
    assert why["person"] == "from Japan"
    assert why["talk"] == "with Japan"
    assert "quote" not in why, "all that anybody from there says would be too much: that is what country: is for"


def test_a_phrase_is_marked_where_it_stands(index: Index) -> None:
    (hit,) = index.search('"ice is"').hits
    assert [hit.passage.text[start:end] for start, end in hit.spans] == ["ice is"]
