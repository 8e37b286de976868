"""What a registry lends to the briefings of its folder, and what is said of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.handout import as_data
from briefing_tui.model.briefing import Presence
from briefing_tui.model.errors import UnreadableError
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.links import Links
from briefing_tui.model.marking import Tlp
from briefing_tui.model.text import Text
from briefing_tui.reading import Reading, Weight, read, read_bytes, read_registry, read_registry_bytes

HEAD = "title: A meeting\ndate: 2025-11-01\nlang: en\n"
PEOPLE = """
lang: en
participants:
  ahn:
    name: Ahn Gyu-back
    native: 안규백
    role: {en: Minister, de: Minister (de)}
    delegation: KOR
    aliases: [An Kyu-baek]
    source: list
    locator: p. 3
  koizumi: {name: {en: Shinjiro Koizumi, de: Koizumi Shinjirō}, delegation: JPN}
  vega: {name: Ida Vega, delegation: Tycho Base}
  spare: {name: Never Named}
glossary:
  SCM: Security Consultative Meeting
  KADIZ: {en: Air Defence Zone, source: terms}
sources:
  list: {title: List of ministers, url: https://example.org/list, source: archive}
  archive: {title: Archive}
  terms: {title: Book of terms}
  report: {title: Report, file: copies/report.txt}
"""


def registry(text: str = PEOPLE):  # type: ignore[no-untyped-def]
    return read_registry_bytes(text.encode(), "registry.yaml").registry


def meeting(body: str, known: str = PEOPLE, head: str = HEAD) -> Reading:
    return read_bytes((head + body).encode(), "x.yaml", "x", registry(known))


def texts(reading: Reading) -> list[str]:
    return [message.text for message in reading.messages]


@pytest.mark.parametrize("words", ["ahn", "Ahn Gyu-back", "안규백", "An Kyu-baek"])
def test_people_are_referred_to_by_id_name_or_alias(words: str) -> None:
    reading = meeting(f"quotes: [{{speaker: {words}, text: Yes, source: report}}]\n")
    assert texts(reading) == []
    assert reading.briefing.quotes[0].speaker == Ref(Kind.PERSON, "ahn")
    assert str(reading.briefing.participants["ahn"].role) == "Minister"
    assert reading.briefing.participants["ahn"].lineno == 0


def test_only_who_and_what_is_referred_to_is_borrowed_with_what_it_cites_itself() -> None:
    briefing = meeting("chair: ahn\n").briefing
    assert list(briefing.participants) == ["ahn"]
    assert set(briefing.sources) == {"list", "archive", "terms"}
    bare = meeting("", PEOPLE.replace(", source: terms", "")).briefing
    assert (dict(bare.participants), dict(bare.sources)) == ({}, {})


def test_a_source_is_referred_to_by_id_and_title() -> None:
    reading = meeting("summary: S\nkey_points: [{text: a, source: report}, {text: b, source: Report}]\n")
    assert {point.source for point in reading.briefing.key_points} == {Ref(Kind.SOURCE, "report")}
    assert reading.briefing.sources["report"].file == "copies/report.txt"
    assert reading.messages == ()


def test_all_terms_are_there_after_the_files_own() -> None:
    briefing = meeting("glossary: {ZZ: Last, SCM: Supply Chain Management}\n").briefing
    assert list(briefing.glossary) == ["ZZ", "SCM", "KADIZ"]
    assert str(briefing.glossary["SCM"].text) == "Supply Chain Management"
    assert briefing.glossary["KADIZ"].lineno == 0


def test_missing_fields_are_filled_and_own_ones_win() -> None:
    reading = meeting("participants:\n  ahn: {name: An Kyu-baek, role: Envoy, note: Tired}\n")
    ahn = reading.briefing.participants["ahn"]
    assert (str(ahn.name), str(ahn.role), ahn.native, ahn.delegation) == (
        "An Kyu-baek",
        "Envoy",
        "안규백",
        Ref(Kind.DELEGATION, "KOR"),
    )
    assert set(ahn.aliases) == {"Ahn Gyu-back"}
    assert ahn.lineno == 5
    assert reading.messages == ()


def test_aliases_are_joined_without_repeats() -> None:
    ahn = meeting("participants: {ahn: {name: ahn gyu back, aliases: [An, AN KYU-BAEK]}}\n").briefing.participants["ahn"]
    assert ahn.aliases == ("An", "AN KYU-BAEK")


@pytest.mark.parametrize("entry", ["", "{}", "{role: Envoy}"])
def test_an_entry_needs_no_name_if_the_registry_has_it(entry: str) -> None:
    reading = meeting(f"participants:\n  ahn: {entry}\n")
    assert str(reading.briefing.participants["ahn"].name) == "Ahn Gyu-back"
    assert reading.messages == ()


def test_a_list_may_name_registered_people_by_id_or_name() -> None:
    reading = meeting("participants: [ahn, Shinjiro Koizumi, Ida New]\n")
    assert [str(person.name) for person in reading.briefing.participants.values()] == [
        "Ahn Gyu-back",
        "Shinjiro Koizumi",
        "Ida New",
    ]
    assert list(reading.briefing.participants) == ["ahn", "koizumi", "ida-new"]
    assert reading.briefing.participants["koizumi"].delegation == Ref(Kind.DELEGATION, "JPN")
    assert reading.messages == ()


def test_a_page_of_another_source_is_not_taken() -> None:
    own = meeting("participants: {ahn: {source: own}}\nsources: {own: Mine}\n").briefing.participants["ahn"]
    assert (own.source, own.locator) == (Ref(Kind.SOURCE, "own"), "")
    taken = meeting("participants: {ahn: {role: Envoy}}\n").briefing
    assert (taken.participants["ahn"].source, taken.participants["ahn"].locator) == (Ref(Kind.SOURCE, "list"), "p. 3")
    assert "list" in taken.sources


def test_an_equal_id_with_another_name_is_another_person_and_advice() -> None:
    reading = meeting(
        "participants:\n  ahn: {name: Ahn Sung-ki}\nquotes: [{speaker: Ahn Gyu-back, text: Yes, source: report}]\n"
    )
    ahn = reading.briefing.participants["ahn"]
    assert (str(ahn.name), ahn.native, ahn.role, ahn.aliases) == ("Ahn Sung-ki", "", None, ())
    advice, problem = reading.messages
    assert (advice.weight, advice.line) == (Weight.ADVICE, 5)
    assert "'ahn' is 'Ahn Gyu-back' in registry.yaml" in advice.text
    assert problem.weight is Weight.PROBLEM
    assert reading.briefing.quotes[0].speaker == Ref(Kind.WORDS, "Ahn Gyu-back")


def test_a_name_in_two_languages_is_compared_too() -> None:
    reading = meeting("participants: {ahn: {en: Ahn Sung-ki, de: Ahn S.}}\n")
    assert reading.briefing.participants["ahn"].native == ""
    assert len(reading.messages) == 1


def test_another_source_of_an_equal_id_is_never_cited_for_a_registered_person() -> None:
    reading = meeting("chair: ahn\nsources: {list: Another list}\n")
    assert reading.briefing.participants["ahn"].source == Ref(Kind.WORDS, "List of ministers")
    (advice,) = reading.messages
    assert "'list' is 'List of ministers' in registry.yaml" in advice.text


def test_a_registered_source_under_another_id_of_the_file_is_cited_by_that_id() -> None:
    briefing = meeting("chair: ahn\nsources: {list: Another list, mine: List of ministers}\n").briefing
    assert briefing.participants["ahn"].source == Ref(Kind.SOURCE, "mine")


def test_a_source_the_registry_does_not_list_is_not_the_files_own_of_that_id() -> None:
    known = "participants: {a: {name: Ann, source: paper, locator: p. 1}}\n"
    ann = meeting("chair: a\nsources: {paper: My paper}\n", known).briefing.participants["a"]
    assert (ann.source, ann.locator) == (None, "")


def test_a_person_whom_the_registry_knows_by_another_id_is_advice() -> None:
    (advice,) = meeting("participants: {gyu: {name: Ahn Gyu-back}}\n").messages
    assert advice.weight is Weight.ADVICE
    assert "use that id" in advice.text


def test_the_files_own_names_and_countries_go_before_the_registrys() -> None:
    known = "participants:\n  chad: {name: Chad}\n  x: {name: Jordan, aliases: [Kim]}\n"
    reading = meeting("participants: {k: {name: Kim}}\nthreats: {t: {title: T, affects: [Jordan, Chad, chad, Kim]}}\n", known)
    assert reading.briefing.threats["t"].affects == (
        Ref(Kind.DELEGATION, "JOR"),
        Ref(Kind.DELEGATION, "TCD"),
        Ref(Kind.PERSON, "chad"),
        Ref(Kind.PERSON, "k"),
    )


def test_who_is_party_to_a_talk_attends_and_who_is_only_spoken_of_is_mentioned() -> None:
    body = "talks: {t: {parties: [ahn, DEU]}}\nthreats: {u: {title: U, actor: koizumi}}\n"
    briefing = meeting(body + "quotes: [{speaker: KOR, text: Yes, source: list}]\n").briefing
    assert briefing.participants["ahn"].presence is Presence.ATTENDING
    assert briefing.participants["koizumi"].presence is Presence.MENTIONED
    assert briefing.quotes[0].speaker == Ref(Kind.PERSON, "ahn")


def test_a_delegation_may_be_known_to_the_briefing_alone() -> None:
    briefing = meeting("delegations: {TYC: Tycho Base}\nchair: vega\n").briefing
    assert briefing.participants["vega"].delegation == Ref(Kind.DELEGATION, "TYC")
    assert [ref.id for ref in Links(briefing).delegates(Ref(Kind.DELEGATION, "TYC"))] == ["vega"]
    (advice,) = read_registry_bytes(PEOPLE.encode(), "registry.yaml").messages
    assert (advice.weight, advice.line) == (Weight.ADVICE, 13)
    assert "Tycho Base" in advice.text


@pytest.mark.parametrize(
    ("file", "whole", "entry", "own", "expected"),
    [
        ("GREEN", "", "RED", "", Tlp.RED),
        ("GREEN", "AMBER", "", "", Tlp.AMBER),
        ("GREEN", "AMBER", "CLEAR", "", Tlp.AMBER),
        ("GREEN", "", "CLEAR", "", Tlp.GREEN),
        ("GREEN", "", "RED", "CLEAR", Tlp.RED),
        ("GREEN", "", "GREEN", "RED", Tlp.RED),
        ("nonsense", "", "CLEAR", "", Tlp.RED),
        ("", "", "CLEAR", "", Tlp.CLEAR),
    ],
)
def test_no_marking_is_lowered(file: str, whole: str, entry: str, own: str, expected: Tlp) -> None:
    known = f"tlp: {whole}\nparticipants: {{a: {{name: Ann, tlp: {entry}}}}}\nglossary: {{T: {{text: x, tlp: {entry}}}}}\n"
    head = f"{HEAD}tlp: {file}\n"
    for body in (f"participants: {{a: {{tlp: {own}}}}}\n", "" if own else "chair: a\n"):
        briefing = meeting(body, known, head).briefing
        for record in [*briefing.participants.values(), *([] if own else briefing.glossary.values())]:
            assert Links(briefing).marking(record) is expected, body


def test_texts_without_a_language_are_in_the_briefings() -> None:
    known = PEOPLE.replace("lang: en", "")
    german = meeting("lang: de\n", known, "title: A\ndate: 2025-11-01\n").briefing
    assert german.glossary["SCM"].text == Text.of("Security Consultative Meeting", "de")
    assert meeting("", head="title: A\ndate: 2025-11-01\nlang: de\n").briefing.glossary["SCM"].text.wordings[0].lang == "en"


MIXED = """
principal: koizumi
participants:
  ahn: {name: An Kyu-baek, role: Envoy}
  vega: {name: Another Vega}
talks: {t: {parties: [ahn, KOR, JPN], source: report}}
threats: {u: {title: U, actor: spare}}
quotes: [{speaker: KOR, text: Yes, to: [Shinjiro Koizumi, all], source: terms}]
glossary: {SCM: {en: A, de: B}}
sources: {list: {title: Another list}}
"""


@pytest.mark.parametrize("head", [HEAD, "title: A\ndate: 2025\n", "title: A\ndate: 2025\nlang: de\ntlp: GREEN\n"])
@pytest.mark.parametrize("known", [PEOPLE, PEOPLE.replace("lang: en", "tlp: AMBER")])
def test_what_is_shown_as_data_reads_back_as_the_same_briefing(tmp_path: Path, head: str, known: str) -> None:
    import json

    briefing = meeting(MIXED, known, head).briefing
    path = tmp_path / "x.yaml"
    path.write_text(json.dumps(as_data(briefing), ensure_ascii=False), encoding="utf-8")
    assert read(path).briefing == briefing
    assert read(path, registry=registry(known)).briefing == briefing


def test_a_registry_changes_nothing_in_a_file_that_needs_nothing_of_it(tmp_path: Path) -> None:
    example = (Path(__file__).parent / "example.yaml").read_bytes()
    alone = read_bytes(example, "x.yaml", "x")
    beside = read_bytes(example, "x.yaml", "x", registry("participants: {other: {name: Otto Other}}\n"))
    assert beside == alone
    assert beside.briefing == replace(alone.briefing)


def test_terms_are_one_dict_for_all_files_that_have_none() -> None:
    known = registry()
    first, second = (read_bytes(HEAD.encode(), "x.yaml", id, known).briefing for id in "ab")
    assert first.glossary is second.glossary


# --- what is wrong with a registry


def said(text: str) -> list[str]:
    return [str(message) for message in read_registry_bytes(text.encode(), "registry.yaml").messages]


def test_a_registry_needs_no_title_and_other_sections_are_problems() -> None:
    assert said("glossary: {A: B}\n") == []
    (talks,) = said("glossary: {A: B}\ntalks: {}\n")
    assert talks.startswith("registry.yaml:2:1: unknown key 'talks'; a registry holds ")
    (slip,) = said("glosary: {A: B}\n")
    assert "did you mean 'glossary'?" in slip


def test_each_mistake_has_its_place() -> None:
    text = "participants:\n  a: {name: Ann, rol: x}\n  a: {name: Bob}\n  b: {source: nowhere}\nglossary: [[x]]\nsources: 7\n"
    found = said(text)
    assert any(line.startswith("registry.yaml:2:18: unknown key 'rol'; did you mean 'role'?") for line in found)
    assert any(line.startswith("registry.yaml:3:3: 'a' is here twice, first on line 2") for line in found)
    assert any(line.startswith("registry.yaml:4:15: no source is called 'nowhere'") for line in found)
    assert any(line.startswith("registry.yaml:4:3: this participant has no name") for line in found)


def test_people_of_one_name_are_advice() -> None:
    assert "are both called" in said("participants: {a: {name: Ann Ash}, b: {name: Ann Ash}}\n")[0]


def test_what_stands_before_a_syntax_error_is_lent() -> None:
    reading = read_registry_bytes(b"participants:\n  a: {name: Ann}\n  b: {name: [x\nglossary: {A: B}\n", "registry.yaml")
    assert reading.messages
    assert "a" in reading.registry.participants


@pytest.mark.parametrize(
    "data",
    [b"", b"- a\n", b"just words\n", b"\xff\xfe", b"[" * 100_000, b"x" * (1 << 20), b"\x00" * (1 << 20), b"a: b\n---\na: b\n"],
    ids=["empty", "list", "words", "bom", "brackets", "1 MB of x", "1 MB of NUL", "two documents"],
)
def test_nonsense_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_registry_bytes(data, "registry.yaml")
    assert str(refused.value).startswith("registry.yaml:")
    assert "title:" not in str(refused.value)


@pytest.mark.parametrize("entry", ["7", "[a, b]", "{name: {name: {}}}", "{aliases: {a: b}}", "{source: [x]}", "{tlp: PINK}"])
@pytest.mark.parametrize("section", ["participants", "glossary", "sources"])
def test_wrong_types_never_stop_a_briefing(section: str, entry: str) -> None:
    for known in (f"{section}: {{ahn: {entry}}}\n", f"{section}: {entry}\n", f"{section}: [{entry}, {entry}]\n"):
        briefing = meeting(f"{section}: {{ahn: {{}}, b: {entry}}}\nchair: ahn\n", known).briefing
        assert str(briefing.title) == "A meeting"


def test_sources_that_cite_each_other_end() -> None:
    known = "sources: {a: {title: A, source: b}, b: {title: B, source: a}}\n"
    assert set(meeting("source: a\n", known).briefing.sources) == {"a", "b"}


def test_a_thousand_people_are_fast_and_are_not_in_the_room() -> None:
    known = "participants:\n" + "".join(f"  p{n}: {{name: Person {n}, aliases: [Alias {n}]}}\n" for n in range(1000))
    briefing = meeting("chair: Alias 77\n", known).briefing
    assert list(briefing.participants) == ["p77"]


def test_a_registry_that_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "registry.yaml").mkdir()
    with pytest.raises(UnreadableError, match="Is a directory"):
        read_registry(tmp_path / "registry.yaml")
