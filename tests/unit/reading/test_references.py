from collections.abc import Callable

import pytest

from briefing_tui.model.fields import Kind, Ref
from briefing_tui.reading import Reading

Reader = Callable[..., Reading]

PEOPLE = """participants:
  ahn: {name: {en: Ahn Gyu-back, de: Herr Ahn}, native: 안규백, aliases: [An Kyu-baek], delegation: KOR}
  kim1: {name: Kim, delegation: PRK}
  kim2: {name: Kim, delegation: PRK}
  hegseth: {name: Hegseth, delegation: USA, presence: mentioned}
delegations:
  IAEA: {name: Atomic Energy Agency}
"""


def speaker(read_text: Reader, words: str) -> Ref:
    return read_text(f"{PEOPLE}quotes: [{{speaker: '{words}', text: a}}]\n").briefing.quotes[0].speaker


def asker(read_text: Reader, words: str) -> Ref | None:
    reading = read_text(f"{PEOPLE}talks: {{t: {{parties: KOR, asks: [{{what: a, by: '{words}'}}]}}}}\n")
    return reading.briefing.talks["t"].asks[0].by


@pytest.mark.parametrize("words", ["ahn", "Ahn Gyu-back", "Herr Ahn", "안규백", "An Kyu-baek"])
def test_a_person_by_id_name_or_alias(read_text: Reader, words: str) -> None:
    assert asker(read_text, words) == Ref(Kind.PERSON, "ahn")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *(("KOR", "KOR"), ("KR", "KOR"), ("ROK", "KOR"), ("South Korea", "KOR"), ("Südkorea", "KOR"), ("DPRK", "PRK")),
        *(("UK", "GBR"), ("US", "USA"), ("PRC", "CHN"), ("ASEAN", "ASEAN"), ("EU", "EU"), ("NATO", "NATO"), ("UN", "UN")),
        *(("IAEA", "IAEA"), ("Atomic Energy Agency", "IAEA")),
    ],
)
def test_a_country_or_organisation_needs_no_entry(read_text: Reader, words: str, code: str) -> None:
    assert asker(read_text, words) == Ref(Kind.DELEGATION, code)


def test_delegations_are_kept_under_their_code(read_text: Reader) -> None:
    reading = read_text("delegations: {ROK: {head: a}, JP: Nippon}\nparticipants: {a: {name: A, delegation: South Korea}}\n")
    assert list(reading.briefing.delegations) == ["KOR", "JPN"]
    assert reading.briefing.participants["a"].delegation == Ref(Kind.DELEGATION, "KOR")
    assert not reading.messages


def test_a_country_speaks_through_its_one_attending_participant(read_text: Reader) -> None:
    assert speaker(read_text, "KOR") == Ref(Kind.PERSON, "ahn")
    assert speaker(read_text, "South Korea") == Ref(Kind.PERSON, "ahn")
    assert speaker(read_text, "PRK") == Ref(Kind.DELEGATION, "PRK")
    assert speaker(read_text, "USA") == Ref(Kind.DELEGATION, "USA")


def test_a_country_never_stands_for_a_person_elsewhere(read_text: Reader) -> None:
    assert asker(read_text, "KOR") == Ref(Kind.DELEGATION, "KOR")


def test_quotes_may_stand_before_their_speakers(read_text: Reader) -> None:
    reading = read_text(f"quotes: [{{speaker: KOR, text: a}}]\n{PEOPLE}")
    assert reading.briefing.quotes[0].speaker == Ref(Kind.PERSON, "ahn")


def test_an_unknown_reference_shows_its_words_and_names_candidates(read_text: Reader) -> None:
    reading = read_text(f"{PEOPLE}chair: hegset\n")
    assert reading.briefing.chair == Ref(Kind.WORDS, "hegset")
    assert str(reading.problems[0]) == (
        "x.yaml:11:8: no participant, delegation, country or organisation is called 'hegset'; did you mean 'Hegseth'?"
    )


def test_an_ambiguous_reference_names_its_candidates(read_text: Reader) -> None:
    reading = read_text(f"{PEOPLE}chair: Kim\n")
    assert reading.briefing.chair == Ref(Kind.WORDS, "Kim")
    assert [message.text for message in reading.problems] == ["'Kim' can be 'kim1' or 'kim2'; write the id"]


def test_every_unknown_reference_is_told_where_it_stands(read_text: Reader) -> None:
    reading = read_text("chair: nobody\nprincipal: nobody\n")
    assert [message.line for message in reading.problems] == [4, 5]


@pytest.mark.parametrize("words", ["us", "can", "kor", "plenary", "the press"])
def test_small_words_are_no_countries(read_text: Reader, words: str) -> None:
    reading = read_text(f"source: s\nsources: {{s: S}}\nquotes: [{{speaker: KOR, text: a, to: [{words}, JPN]}}]\n")
    assert reading.briefing.quotes[0].to == (Ref(Kind.WORDS, words), Ref(Kind.DELEGATION, "JPN"))
    assert not reading.messages


def test_kinds_are_tried_in_the_order_of_the_field(read_text: Reader) -> None:
    reading = read_text(
        "talks: {a: {parties: KOR}}\nthreats: {a: A, b: B, c: {title: Missiles, talks: a}}\n"
        "quotes: [{speaker: KOR, text: a, about: [a, b, Missiles]}]\n"
    )
    assert reading.briefing.quotes[0].about == (Ref(Kind.TALK, "a"), Ref(Kind.THREAT, "b"), Ref(Kind.THREAT, "c"))
    assert not reading.problems


def test_a_reference_of_the_wrong_kind_is_unknown(read_text: Reader) -> None:
    reading = read_text(f"{PEOPLE}agenda: [{{what: a, talk: ahn}}]\n")
    assert reading.briefing.agenda[0].talk == Ref(Kind.WORDS, "ahn")
    assert "no talk is called 'ahn'" in reading.problems[0].text


def test_a_list_where_one_reference_is_expected_is_a_problem(read_text: Reader) -> None:
    reading = read_text("chair: [KOR, JPN]\n")
    assert reading.briefing.chair == Ref(Kind.WORDS, "KOR, JPN")
    assert any("one id or name is expected here, not a list" in message.text for message in reading.problems)
