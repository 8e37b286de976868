from collections.abc import Callable

import pytest

from briefing_tui.model.errors import UnreadableError
from briefing_tui.reading import Reading, read_bytes

Reader = Callable[..., Reading]
QUOTE = "sources: {s: {title: S}}\nquotes:\n  - speaker: KOR\n    source: s\n"


@pytest.mark.parametrize(
    "words",
    [
        "He said: we will",
        "@home",
        "%x and y",
        "- a dash",
        "`code`",
        '"so" they say',
        "'t is: so",
        "[sic] he said: yes",
        "*important* words",
        "| a bar",
        "> 5 people",
        "? who",
        "it's: so",
        "10:30: a time",
    ],
)
def test_a_value_yaml_rejects_is_read_as_it_stands(read_text: Reader, words: str) -> None:
    reading = read_text(f"{QUOTE}    text: {words}\n    locator: p. 1\nvenue: Room\n")
    (quote,) = reading.briefing.quotes
    assert quote.text == words
    assert quote.locator == "p. 1"
    assert str(reading.briefing.venue) == "Room"
    assert [(message.line, message.column) for message in reading.problems] == [(8, 11)]
    assert "quotes" in reading.problems[0].text


def test_the_advice_says_what_to_write(said: Callable[..., list[str]]) -> None:
    assert said("venue: He said: it's\n") == [
        "x.yaml:4:8: this value must stand in quotes, because it holds ': ': 'He said: it''s'"
    ]


@pytest.mark.parametrize(
    ("written", "place"),
    [('venue: "Tycho\ntlp: RED\n', (4, 8)), ('tlp: RED\nvenue: {en: "Tycho, de: T}\n', (5, 13))],
)
def test_a_quotation_mark_that_is_not_closed_is_no_part_of_the_words(
    read_text: Reader, written: str, place: tuple[int, int]
) -> None:
    reading = read_text(written)
    assert reading.briefing.venue and reading.briefing.tlp
    assert reading.briefing.venue.pick("en").text == "Tycho"
    [problem] = reading.problems
    assert (problem.line, problem.column) == place and "is not closed: 'Tycho'" in problem.text


def test_a_list_that_stands_too_far_in_is_not_to_be_quoted(said: Callable[..., list[str]]) -> None:
    [one] = said("talks:\n  a:\n    parties: [KOR, JPN]\n     topics: [Ice]\n")
    assert "does not line up" in one


def test_a_value_between_brackets_is_mended_up_to_the_comma(read_text: Reader) -> None:
    reading = read_text("agenda:\n  - {what: He said: we will, place: '@x: y', press: yes}\n")
    (item,) = reading.briefing.agenda
    assert (str(item.what), str(item.place), item.press) == ("He said: we will", "@x: y", True)
    assert [(message.line, message.column) for message in reading.problems] == [(5, 12)]


def test_a_bracket_in_quotes_opens_nothing(read_text: Reader) -> None:
    reading = read_text("agenda:\n  - {place: 'Hall [2', what: He said: we will}\n")
    (item,) = reading.briefing.agenda
    assert (str(item.place), str(item.what)) == ("Hall [2", "He said: we will")


@pytest.mark.parametrize(
    ("written", "closing"),
    [
        ("tags: [a, b\nvenue: Tycho\nchair: KOR\n", "']' of the list"),
        ("talks:\n  a:\n    parties: [KOR, JPN\n    status: held\n", "']' of the list"),
        ("venue: {en: Tycho\nchair: KOR\n", "'}' of the map"),
    ],
)
def test_of_a_bracket_that_is_not_closed_nothing_else_is_said(
    said: Callable[..., list[str]], written: str, closing: str
) -> None:
    [message] = said(written)
    assert f"a comma or the closing {closing} is missing" in message


@pytest.mark.parametrize("key", ["? \n- tlp: RED{!a : ", '? \n- "so"id: <<: *a\nvenue: Tycho'])
def test_a_key_that_is_a_list_is_not_gone_on_from_like_a_value(key: str) -> None:
    with pytest.raises(UnreadableError, match=r"x\.yaml:2:1: this is not YAML"):
        read_bytes(key.encode(), "x.yaml")


def test_a_value_on_several_lines_with_a_comment_between_is_left(said: Callable[..., list[str]]) -> None:
    (first, *_) = said("venue: We spoke # at length\n  and he said: all is over\ntheme: A\n")
    assert "must stand in quotes" not in first


def test_a_value_on_several_lines_is_mended_as_a_whole(read_text: Reader) -> None:
    reading = read_text(
        f"{QUOTE}    text: We spoke at length\n      and he said: it's over\n      for good\n    locator: p. 1\n"
    )
    (quote,) = reading.briefing.quotes
    assert quote.text == "We spoke at length and he said: it's over for good"
    assert quote.locator == "p. 1"


def test_a_comment_stays_a_comment(read_text: Reader) -> None:
    assert str(read_text("venue: @home # not here\n").briefing.venue) == "@home"


def test_other_messages_keep_their_places(said: Callable[..., list[str]]) -> None:
    found = said("venue: a: b\ncolour: it's\nparticipants:\n  a: {name: x: y, rule: z}\nfoo: 1\n")
    assert [message.split(": ")[0] for message in found] == [
        "x.yaml:4:8",
        "x.yaml:5:1",
        "x.yaml:7:13",
        "x.yaml:7:19",
        "x.yaml:8:1",
    ]


def test_twenty_values_are_mended_and_no_more(read_text: Reader) -> None:
    reading = read_text("key_points:\n" + "".join(f"  - {{text: a: {index}}}\n" for index in range(25)))
    assert len(reading.briefing.key_points) == 20
    assert reading.cut
    assert reading.cut.line == 25


def test_mending_reads_a_large_file_on_from_where_it_was(read_text: Reader) -> None:
    one = "  - {speaker: KOR, text: fine, source: s}\n"
    body = (
        "sources: {s: {title: S}}\nquotes:\n"
        + one * 5000
        + "".join(f"  - speaker: KOR\n    text: a: {n}\n    source: s\n" for n in range(15))
    )
    reading = read_text(body + "venue: Room\n")
    assert len(reading.briefing.quotes) == 5015
    assert reading.briefing.quotes[-1].text == "a: 14"
    assert reading.briefing.quotes[-1].lineno == 5 + 5000 + 43
    assert str(reading.briefing.venue) == "Room"
    assert len(reading.messages) == 15


def test_entries_before_another_mistake_are_shown(read_text: Reader) -> None:
    reading = read_text("key_points: [a]\nparticipants:\n  a: {name: A}\n  b:\n    name: B\n   role: C\nvenue: Room\n")
    assert list(reading.briefing.participants) == ["a"]
    assert len(reading.briefing.key_points) == 1
    assert reading.briefing.venue is None
    assert reading.cut in reading.problems
    assert str(reading.cut) == (
        "x.yaml:9:4: this does not line up with what is above; mend the indentation or a quotation mark; "
        "only what stands before it is shown"
    )


def test_a_bracket_that_is_never_closed_costs_what_comes_after_it(read_text: Reader) -> None:
    reading = read_text("venue: Room\ntags: [a, b\nsummary: foo\n")
    assert str(reading.briefing.venue) == "Room"
    assert reading.cut
    assert "']'" in reading.cut.text


def test_a_cut_never_loses_the_whole_entry_above(read_text: Reader) -> None:
    reading = read_text("quotes:\n  - speaker: KOR\n    text: whole\n  - speaker: KOR\n    text: broken\n     to: x: y\n")
    assert "whole" in [quote.text for quote in reading.briefing.quotes]


def test_a_file_cut_before_its_title_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"x\.yaml:1:1: nothing can start with this character") as caught:
        read_bytes(b"@\ntitle: x\n", "x.yaml")
    assert "\n" not in caught.value.message


def test_a_title_behind_the_cut_is_refused_for_the_cut() -> None:
    with pytest.raises(UnreadableError, match=r"x\.yaml:2:7: a ': ' cannot stand here") as caught:
        read_bytes(b"date: 2025\n  lang: en\ntitle: x\n", "x.yaml")
    assert "shown" not in caught.value.message


def test_indentation_slips_never_change_a_quote(read_text: Reader) -> None:
    reading = read_text(f"{QUOTE}    text: We will\n      lang: en\n")
    assert all("lang" not in quote.text for quote in reading.briefing.quotes)
    assert reading.cut
