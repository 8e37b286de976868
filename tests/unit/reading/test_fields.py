"""What SCHEMA.md's principles 3 to 7 and 9 to 11 say of single records and values."""

from collections.abc import Callable
from datetime import time

import pytest

from briefing_tui.model.briefing import Handling, Presence, Scale, Severity
from briefing_tui.model.errors import UnreadableError
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.marking import Tlp
from briefing_tui.model.text import Text, Wording
from briefing_tui.reading import Reading, Weight, read_bytes

Reader = Callable[..., Reading]
Said = Callable[..., list[str]]


# --- required fields


@pytest.mark.parametrize("head", ["date: 2025-11-01\n", "title:\ndate: 2025-11-01\n", "title: ''\n", "Dear all: welcome\n"])
def test_no_title_is_refused(read_text: Reader, head: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_text(head=head)
    assert caught.value.message == "x.yaml:1:1: no title; add a line 'title: …'"


@pytest.mark.parametrize("head", ["title: x\n", "title: x\ndate:\n"])
def test_without_a_date_the_file_name_gives_it(head: str) -> None:
    reading = read_bytes(head.encode(), "x.yaml", "2024-05-06-x")
    assert str(reading.briefing.date) == "2024-05-06"
    assert "no date; it is taken from the file name; write date: 2024-05-06" in reading.problems[0].text


def test_a_date_that_cannot_be_read_is_told_at_its_place_only() -> None:
    reading = read_bytes(b"title: x\ndate: soon\n", "x.yaml", "2024-05-06-x")
    assert str(reading.briefing.date) == "2024-05-06"
    [problem] = reading.problems
    assert (problem.line, problem.column) == (2, 7) and problem.text.startswith("'soon' cannot be read")
    assert problem.text.endswith("; until then, it is taken from the file name")


def test_without_any_date_the_briefing_still_opens() -> None:
    reading = read_bytes(b"title: x\nas_of: 2023-02-03 12:00\n", "x.yaml", "2024-99-x")
    assert str(reading.briefing.date) == "2023-02-03"
    assert read_bytes(b"title: x\n", "x.yaml").problems


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2031-13-02", "'2031-13-02' cannot be read: there is no month 13; write year, month, day, like 2025-11-01"),
        (
            "2031-02-30",
            "'2031-02-30' cannot be read: there is no day 30 in that month; write year, month, day, like 2025-11-01",
        ),
        ("2031-00", "'2031-00' cannot be read: there is no month 00; write year, month, day, like 2025-11-01"),
        ("0000-01-01", "'0000-01-01' cannot be read: there is no such date"),
    ],
)
def test_a_date_that_is_none_is_not_answered_with_another(written: str, said: str) -> None:
    [problem] = read_bytes(f"title: x\ndate: {written}\n".encode(), "x.yaml").problems
    assert problem.text == f"{said}; until then, it is filed under the day of its last change"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ort: Bonn", "venue"),
        ("Teilnehmer: {}", "participants"),
        ("talks: {a: {parties: [b], say: [x]}}", "points"),
        ("talks: {a: {parties: [b], If Raised: [x]}}", "if_raised"),
        ("talks: {a: {parties: [b], topcs: [x]}}", "topics"),
        ("participants: {a: {name: A, land: DEU}}", "delegation"),
    ],
)
def test_a_key_that_a_card_or_german_calls_so_is_known_for_what_it_means(said: Said, written: str, meant: str) -> None:
    assert any(f"did you mean '{meant}'?" in each for each in said(f"{written}\n"))


def test_keyed_records_without_their_name_go_by_their_id(read_text: Reader) -> None:
    reading = read_text("participants: {a: , b: {role: Chair}}\nthreats: {t: }\nsources: {s: }\ntalks: {k: {venue: Room}}\n")
    briefing = reading.briefing
    assert [str(person.name) for person in briefing.participants.values()] == ["a", "b"]
    assert str(briefing.threats["t"].title) == "t"
    assert briefing.talks["k"].parties == (Ref(Kind.WORDS, "k"),)
    assert [message.text for message in reading.problems if message.line == 4] == [
        "this participant has no name; add 'name: …'"
    ] * 2


def test_a_quote_without_speaker_is_shown_and_one_without_words_is_not(read_text: Reader) -> None:
    reading = read_text("quotes:\n  - {text: hello}\n  - {speaker: KOR}\n  -\n  - {}\n")
    (quote,) = reading.briefing.quotes
    assert (quote.speaker, quote.text) == (Ref(Kind.WORDS, "?"), "hello")
    assert [message.line for message in reading.problems] == [5, 6, 7, 8]
    assert "this quote has no text; it is left out; add 'text: …'" in reading.problems[1].text


def test_an_agenda_item_without_words_is_shown(read_text: Reader) -> None:
    (item,) = read_text("agenda:\n  - {time: 09:30}\n").briefing.agenda
    assert (str(item.what), item.time) == ("?", time(9, 30))


# --- maps and lists


def test_lists_stand_where_maps_are_expected(read_text: Reader) -> None:
    reading = read_text(
        "participants:\n  - {id: a, name: Ann}\n  - name: Ahn Gyu-back\n  - Ahn Gyu-back\n  - b: {name: Bob}\n"
        "talks:\n  - parties: [KOR, JPN]\ndelegations: [KOR, {name: IAEA}]\nglossary:\n  - SCM: Meeting\n"
    )
    briefing = reading.briefing
    assert list(briefing.participants) == ["a", "ahn-gyu-back", "ahn-gyu-back-2", "b"]
    assert list(briefing.talks) == ["kor-jpn"]
    assert list(briefing.delegations) == ["KOR", "iaea"]
    assert briefing.delegations["KOR"].name is None
    assert str(briefing.glossary["SCM"].text) == "Meeting"
    assert not reading.problems


def test_one_entry_stands_where_several_are_expected(read_text: Reader) -> None:
    reading = read_text("threats: {title: One, severity: high}\nquotes: {speaker: KOR, text: a}\nparticipants: Ann\n")
    assert reading.briefing.threats["one"].severity is Severity.HIGH
    assert len(reading.briefing.quotes) == 1
    assert str(reading.briefing.participants["ann"].name) == "Ann"
    assert not reading.problems


def test_a_map_where_a_list_is_expected_is_a_problem(read_text: Reader) -> None:
    reading = read_text("quotes:\n  q1: {speaker: KOR, text: a}\n  q2: {speaker: KOR, text: b}\n")
    assert [quote.text for quote in reading.briefing.quotes] == ["a", "b"]
    assert "a list is expected here" in reading.problems[0].text


def test_one_value_stands_for_a_list_of_one(read_text: Reader) -> None:
    talk = read_text("talks: {t: {parties: KOR, topics: missiles}}\nparticipants: {a: {name: A, aliases: B}}\n").briefing.talks[
        "t"
    ]
    assert talk.parties == (Ref(Kind.DELEGATION, "KOR"),)
    assert [str(topic.text) for topic in talk.topics] == ["missiles"]


def test_a_bare_text_or_list_means_the_main_field(read_text: Reader) -> None:
    reading = read_text("talks: {t: [KOR, JPN]}\nagenda: [Lunch]\nparticipants: {a: Ann}\nthreats: {h: Missiles}\n")
    briefing = reading.briefing
    assert [party.id for party in briefing.talks["t"].parties] == ["KOR", "JPN"]
    assert str(briefing.agenda[0].what) == "Lunch"
    assert str(briefing.threats["h"].title) == "Missiles"
    assert not reading.messages


def test_every_record_may_carry_note_marking_source_and_locator(read_text: Reader) -> None:
    reading = read_text("sources: {s: S}\nkey_points: [{text: a, tlp: RED, note: b, source: s, locator: p. 2}]\n")
    (point,) = reading.briefing.key_points
    assert (point.tlp, str(point.note), point.source, point.locator) == (Tlp.RED, "b", Ref(Kind.SOURCE, "s"), "p. 2")
    assert not reading.messages


def test_records_know_their_line(read_text: Reader) -> None:
    briefing = read_text("participants:\n  a:\n    name: A\nquotes:\n\n  - speaker: a\n    text: b\n").briefing
    assert (briefing.participants["a"].lineno, briefing.quotes[0].lineno) == (5, 9)


# --- languages


def test_a_text_is_in_the_files_language_or_a_map_of_languages(read_text: Reader) -> None:
    reading = read_text(
        "venue: Room\ntheme: {de: Eins, zh-Hant: 一}\nglossary: {A: {en: a, id: b}}\n"
        "participants: {a: {de: Anna, role: Chair}}\n"
    )
    briefing = reading.briefing
    assert briefing.venue == Text.of("Room", "en")
    assert briefing.theme == Text((Wording("de", "Eins"), Wording("zh-Hant", "一")))
    assert briefing.glossary["A"].text == Text((Wording("en", "a"), Wording("id", "b")))
    assert briefing.participants["a"].name == Text.of("Anna", "de")
    assert not reading.messages


def test_the_title_may_stand_in_languages_beside_the_fields(read_text: Reader) -> None:
    assert str(read_text(head="en: A\nde: B\ndate: 2025\n").briefing.title) == "A"


def test_a_field_name_wins_over_a_language(said: Said) -> None:
    assert said("participants: {a: {name: A, de: B}}\n") == ["x.yaml:4:29: unknown key 'de'; it is shown under Other"]


def test_a_mistyped_field_is_no_language(said: Said) -> None:
    assert said("key_points: [{text: a, tpl: RED}]\n") == ["x.yaml:4:24: unknown key 'tpl'; did you mean 'tlp'?"]


def test_two_wordings_in_one_language_are_a_problem(read_text: Reader) -> None:
    reading = read_text("venue: {de: a, de: b}\n")
    assert str(reading.problems[0]) == "x.yaml:4:16: the key 'de' is here twice, first on line 4; delete or rename one"


def test_a_quote_is_in_its_own_language(read_text: Reader) -> None:
    reading = read_text(
        "sources: {s: S}\nquotes: [{speaker: KOR, text: a, source: s}, {speaker: KOR, text: b, lang: KO, source: s}]\n"
    )
    assert [quote.lang for quote in reading.briefing.quotes] == ["en", "ko"]
    assert not reading.messages


def test_a_translation_without_its_language_is_shown_with_advice(read_text: Reader) -> None:
    reading = read_text("sources: {s: S}\nquotes: [{speaker: KOR, text: a, translation: b, source: s}]\n")
    assert reading.briefing.quotes[0].translation == Text.of("b")
    assert reading.problems[0].text == "a translation needs its language; write translation: {en: …}"


def test_a_text_with_a_colon_in_a_list_is_shown_as_written(read_text: Reader) -> None:
    reading = read_text("key_points:\n  - He said: we will\n")
    assert str(reading.briefing.key_points[0].text) == "He said: we will"
    assert str(reading.problems[0]) == "x.yaml:5:5: a text with ': ' in it must stand in quotes: 'He said: we will'"


# --- every scalar is text


def test_nothing_is_resolved(read_text: Reader) -> None:
    reading = read_text(
        "version: 1.10\nclassification: NO\ntags: [007, 0x10, 1_000, 14:30, on, 2025-11-01]\nglossary: {on: x, NO: y, 1.0: z}\n"
        "quotes: [{speaker: KOR, text: 1e3}]\nagenda: [{time: 14:30, what: 1}]\n"
    )
    briefing = reading.briefing
    assert (briefing.version, briefing.classification) == ("1.10", "NO")
    assert briefing.tags == ("007", "0x10", "1_000", "14:30", "on", "2025-11-01")
    assert list(briefing.glossary) == ["on", "NO", "1.0"]
    assert briefing.quotes[0].text == "1e3"
    assert briefing.agenda[0].time == time(14, 30)
    assert not reading.problems


@pytest.mark.parametrize("nothing", ["", "~", "null", "''"])
def test_no_value(read_text: Reader, nothing: str) -> None:
    reading = read_text(f"venue: {nothing}\ntlp: {nothing if nothing != chr(39) * 2 else ''}\ntags: {nothing}\n")
    assert (reading.briefing.venue, reading.briefing.tlp, reading.briefing.tags) == (None, None, ())
    assert not reading.messages


def test_quoted_null_is_a_text_wherever_it_comes_first(read_text: Reader) -> None:
    briefing = read_text("version: '~'\nclassification: ~\ntags: ['null', null]\n").briefing
    assert (briefing.version, briefing.classification, briefing.tags) == ("~", "", ("null",))


def test_two_equal_keys_name_both_lines_and_lose_nothing(read_text: Reader) -> None:
    reading = read_text(
        "venue: A\nvenue: B\nparticipants:\n  a: A\n  a: B\nquotes:\n  - {speaker: a, text: x, id: q}\n"
        "quotes:\n  - {speaker: a, text: y, id: q}\n"
    )
    assert [message.text for message in reading.problems] == [
        "the key 'venue' is here twice, first on line 4; delete or rename one",
        "'a' is here twice, first on line 7; rename one, or merge them",
        "the key 'quotes' is here twice, first on line 9; delete or rename one",
        "the quote 'q' is here twice, first on line 10; rename one",
    ]
    assert reading.briefing.other == (("venue", "B"),)
    assert list(reading.briefing.participants) == ["a", "a-2"]
    assert [(quote.id, quote.text) for quote in reading.briefing.quotes] == [("q", "x"), ("q-2", "y")]


# --- values


def test_words_of_a_list_are_named_where_they_are_not_known(said: Said) -> None:
    assert said("threats: {t: {title: T, severity: hihg}}\n") == [
        "x.yaml:4:35: 'hihg' is not known here; severity is one of low, medium, high, critical; did you mean 'high'?"
    ]


def test_a_value_that_cannot_be_read_is_shown_under_other(read_text: Reader) -> None:
    reading = read_text("talks: {t: {parties: KOR, date: next week}}\n")
    assert reading.briefing.talks["t"].other == (("date", "next week"),)
    assert reading.problems[0].text.startswith("'next week' cannot be read: not a date; write it like")


def test_capitals_are_forgiven_and_told(read_text: Reader) -> None:
    reading = read_text("handling: Chatham House\nparticipants: {a: {name: A, presence: Absent}}\n")
    assert reading.briefing.handling is Handling.CHATHAM_HOUSE
    assert reading.briefing.participants["a"].presence is Presence.ABSENT
    assert [message.text for message in reading.problems] == [
        "'Chatham House' is not known here; write 'chatham-house'",
        "'Absent' is not known here; write 'absent'",
    ]


@pytest.mark.parametrize(
    ("written", "tlp", "problems"),
    [
        *(("GREEN", Tlp.GREEN, 0), ("AMBER+STRICT", Tlp.AMBER_STRICT, 0), ("TLP:AMBER", Tlp.AMBER, 1)),
        *(("amber strict", Tlp.AMBER_STRICT, 1), ("WHITE", Tlp.CLEAR, 1), ("secret", Tlp.RED, 1)),
        *(("[GREEN, RED]", Tlp.RED, 2), ("AMBER+STRICTER", Tlp.RED, 1)),
    ],
)
def test_a_marking_is_never_read_as_too_lax(read_text: Reader, written: str, tlp: Tlp, problems: int) -> None:
    reading = read_text(f"tlp: {written}\n")
    assert (reading.briefing.tlp, len(reading.problems)) == (tlp, problems)


def test_likelihood_is_a_term_of_the_files_scale(read_text: Reader) -> None:
    body = "threats: {t: {title: T, likelihood: realistic possibility}}\n"
    assert not read_text(body + "scale: phia\n").messages
    reading = read_text(body)
    assert reading.briefing.threats["t"].likelihood == "realistic possibility"
    assert "is no term of icd203; write one of almost no chance" in reading.problems[0].text
    assert reading.briefing.scale is Scale.ICD203


@pytest.mark.parametrize("path", ["/etc/passwd", "../a", "a/../../b", "~/a", "C:\\a", "a\\b", "..", "file:x"])
def test_a_copy_outside_the_folder_is_refused(read_text: Reader, path: str) -> None:
    reading = read_text(f"sources: {{s: {{title: S, file: '{path}'}}}}\n")
    assert reading.briefing.sources["s"].file == ""
    assert "is not inside the folder of this file" in reading.problems[0].text


@pytest.mark.parametrize("field", ["url: 'javascript:x'", "grade: Z9", "sha256: abc", "date: 2025-13-01", "lang: xx"])
def test_facts_of_a_source_have_a_form(read_text: Reader, field: str) -> None:
    reading = read_text(f"sources: {{s: {{title: S, {field}}}}}\n")
    key, value = field.replace("'", "").split(": ")
    assert reading.briefing.sources["s"].other == ((key, value),)
    assert len(reading.problems) == 1


@pytest.mark.parametrize("field", ["previous: kor-jpn", "previous: a/b/c"])
def test_the_talk_before_is_named_by_briefing_and_talk(said: Said, field: str) -> None:
    assert "write BRIEFING/TALK" in said(f"talks: {{t: {{parties: KOR, {field}}}}}\n")[0]


@pytest.mark.parametrize("zone", ["Asia/Kuala_Lumpurr", "/etc/passwd", "../UTC", "nowhere"])
def test_a_time_zone_has_to_be_known(said: Said, zone: str) -> None:
    assert "is no time zone" in said(f"timezone: {zone}\n")[0]


def test_unknown_keys_are_kept_and_the_nearest_is_named(read_text: Reader) -> None:
    reading = read_text("quotes: [{speeker: ahn, text: a}]\nwhatever: {a: [1, 2], b: {c: d}}\n")
    assert reading.briefing.quotes[0].other == (("speeker", "ahn"),)
    assert reading.briefing.other == (("whatever", "a: 1, 2; b: c: d"),)
    assert "unknown key 'speeker'; did you mean 'speaker'?" in [message.text for message in reading.problems]


# --- quotes


def test_the_id_of_a_quote_is_stable_and_its_own(read_text: Reader) -> None:
    one, two = "{speaker: KOR, text: a, source: s}", "{speaker: KOR, text: b, source: s}"
    first = [quote.id for quote in read_text(f"sources: {{s: S}}\nquotes: [{one}, {two}, {one}]\n").briefing.quotes]
    second = [
        quote.id
        for quote in read_text(f"sources: {{s: S}}\nquotes: [{two}, {one.replace('KOR', 'South Korea')}]\n").briefing.quotes
    ]
    assert second == [first[1], first[0]]
    assert first[2] == f"{first[0]}-2"


# --- advice


def test_advice_is_told_apart(read_text: Reader) -> None:
    reading = read_text(
        "participants: {a: {name: Gyu-back Ahn}, b: {name: X, aliases: Ahn Gyu-Báck}}\nkey_points: [a, b, c, d, e, f]\n"
        'quotes: [{speaker: a, text: "“a”"}]\n'
    )
    assert not reading.problems
    assert {message.weight for message in reading.messages} == {Weight.ADVICE}
    assert [message.text for message in reading.messages] == [
        "'b' and 'a' are both called 'Ahn Gyu-Báck'; are they one person?",
        "more than 5 key points; a reader in a meeting takes in no more",
        "the words of a quote stand without quotation marks; delete them",
        "this quote names no source; add source: and locator:",
    ]


def test_a_source_for_the_whole_file_is_enough(read_text: Reader) -> None:
    assert not read_text("sources: {s: S}\nsource: s\nquotes: [{speaker: KOR, text: a}]\n").messages


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("format: 2\n", "format '2' is not known and is read as 1; write format: 1"),
        ("agenda: [{what: Coffee, press: perhaps}]\n", "'perhaps' is neither true nor false; write one of them"),
        (
            "participants: {a: {name: A, aliases: [The Hawk: great]}}\n",
            "a text with ': ' in it must stand in quotes: 'The Hawk: great'",
        ),
    ],
)
def test_a_value_that_is_none_of_those_that_may_be_is_said(said: Said, written: str, words: str) -> None:
    assert any(words in each for each in said(written))
