from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.links import Links
from briefing_tui.model.passage import passages
from briefing_tui.reading import read_bytes

TEXT = """\
title: Lunar Council
date: 2031-05-02
lang: en
delegations: {TYC: Tycho Base, COP: {name: "Coper\\nnicus", head: quist}}
participants:
  vega: {name: Ida Vega, native: 이다, delegation: TYC, aliases: [The Hawk]}
  quist: {name: Mara Quist, delegation: COP}
  moth: {name: Otto Moth, delegation: COP, presence: absent}
talks:
  tyc-cop: {parties: [vega, quist]}
  cop: {parties: [COP, JPN]}
threats:
  dust: {title: Dust, actor: COP, talks: [tyc-cop]}
  ice: {title: Thin ice, raised_by: quist}
quotes:
  - {id: one, speaker: vega, text: Dust is near, to: quist, talk: tyc-cop, about: [dust], topics: [weather]}
  - {id: two, speaker: COP, text: We have ice}
agenda: [{what: The talk, talk: tyc-cop, who: moth}]
"""

LINKS = Links(read_bytes(TEXT.encode(), "x.yaml", "x").briefing)
VEGA, QUIST, MOTH, COP = (
    Ref(Kind.PERSON, "vega"),
    Ref(Kind.PERSON, "quist"),
    Ref(Kind.PERSON, "moth"),
    Ref(Kind.DELEGATION, "COP"),
)


def ids(records: object) -> list[str]:
    return [record.id for record in records]  # type: ignore[attr-defined]


def test_a_term_is_called_by_what_it_explains() -> None:
    links = Links(read_bytes(f"{TEXT}glossary: {{LEM: Lander}}\n".encode(), "x.yaml", "x").briefing)
    assert links.name(Ref(Kind.TERM, "LEM")) == "LEM"


def test_talks_belong_to_their_parties_and_to_those_they_speak_for() -> None:
    assert ids(LINKS.talks(VEGA)) == ["tyc-cop"]
    assert ids(LINKS.talks(COP)) == ["tyc-cop", "cop"]
    assert LINKS.talks(MOTH) == []


def test_a_delegation_said_what_its_people_said() -> None:
    assert ids(LINKS.quotes_by(VEGA)) == ["one"]
    assert ids(LINKS.quotes_by(QUIST)) == ["two"], "the only one of COP who attends"
    assert ids(LINKS.quotes_by(COP)) == ["two"]


def test_who_is_quoted_about_a_threat_raised_it_as_do_those_the_file_names() -> None:
    assert ids(LINKS.threats_raised(VEGA)) == ["dust"]
    assert ids(LINKS.threats_raised(QUIST)) == ["ice"]
    assert LINKS.raised_by(LINKS.briefing.threats["dust"]) == [VEGA]


def test_what_is_said_in_a_talk_or_about_a_threat_is_found_from_there() -> None:
    assert ids(LINKS.quotes_about(Ref(Kind.TALK, "tyc-cop"))) == ["one"]
    assert ids(LINKS.quotes_about(Ref(Kind.THREAT, "dust"))) == ["one"]
    assert ids(LINKS.threats(Ref(Kind.TALK, "tyc-cop"))) == ["dust"]
    assert ids(LINKS.threats(COP)) == ["dust"]


def test_agenda_items_belong_to_their_talk_and_people() -> None:
    for ref in (Ref(Kind.TALK, "tyc-cop"), MOTH):
        assert [str(item.what) for item in LINKS.agenda(ref)] == ["The talk"]


def test_names_are_one_line_and_countries_need_no_entry() -> None:
    assert LINKS.name(COP) == "Coper nicus"
    assert LINKS.name(Ref(Kind.DELEGATION, "JPN")) == "Japan"
    assert LINKS.code(LINKS.briefing.talks["cop"]) == "COP–JPN"


def test_only_attending_delegates_attend() -> None:
    assert LINKS.delegates(COP) == [QUIST, MOTH]
    assert LINKS.attending(COP) == [QUIST]


def test_a_passage_is_found_by_all_names_of_its_speaker_and_by_what_is_around_it() -> None:
    passage = passages(LINKS.briefing, "x")[0]
    around = {(facet.role.value, name) for facet in passage.facets for name in facet.names}
    assert {("speaker", name) for name in ("Ida Vega", "이다", "The Hawk", "vega")} <= around
    assert {("to", "Mara Quist"), ("with", "Mara Quist"), ("about", "Dust"), ("topic", "weather")} <= around


def test_records_are_equal_by_what_they_say_not_by_where_it_stands() -> None:
    moved = read_bytes(b"# a line more\n" + TEXT.encode(), "y.yaml", "x").briefing
    assert moved == LINKS.briefing
    assert moved.talks["cop"].lineno == LINKS.briefing.talks["cop"].lineno + 1
    assert moved.quotes[0] != LINKS.briefing.quotes[1]
    assert hash(moved.quotes[0]) == hash(LINKS.briefing.quotes[0])
