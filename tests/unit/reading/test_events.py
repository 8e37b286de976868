from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.model.errors import UnreadableError
from briefing_tui.model.links import Links
from briefing_tui.reading import Reading, events, read_bytes
from briefing_tui.reading.findings import MOST

Reader = Callable[..., Reading]
SIGNS = st.sampled_from(
    [
        *(
            "title: ",
            "date: ",
            "quotes:\n",
            "- ",
            "  ",
            "\n",
            ": ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "'",
            '"',
            "|\n",
            "&a ",
            "*a",
            "!t ",
        ),
        *("a", "é", "#", "---\n", "? ", "@", "%", "\t", "\x1b", "\u202e", "speaker: a\n", "participants: ", "text: x\n", "\r"),
        *("null", "~", "<<: ", "en: ", "id: "),
    ]
)


def refusal(text: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(text.encode(), "x.yaml")
    return caught.value.message


def outcome(data: bytes) -> str:
    """The place with which a refusal starts, or of a briefing that is read, its title."""
    try:
        reading = read_bytes(data, "x.yaml")
    except UnreadableError as error:
        return error.message
    Links(reading.briefing)
    return f"x.yaml: {reading.briefing.title}" if list(reading.messages) == sorted(reading.messages) else "not in order"


@settings(max_examples=500)
@given(st.lists(SIGNS, max_size=60).map("".join) | st.text(max_size=200), st.sampled_from(["", "title: x\ndate: 2025\n"]))
def test_any_text_is_read_or_refused(text: str, head: str) -> None:
    assert outcome((head + text).encode("utf-8", "surrogatepass")).startswith("x.yaml:")


@pytest.mark.parametrize(
    "data",
    [
        b'&a [\xc2\x85*a "]\xe2\x80\xa8##"null: #',
        b"title: x\nquotes:\n  - &a [*a @: b\n  - c\n",
        b"title: x\nparticipants:\n  [a]: b: c\n",
        b"title: x\ntags:\n- a\n- b: c: d\nvenue: e: f\n",
    ],
)
def test_odd_lines_are_mended_or_cut(data: bytes) -> None:
    assert outcome(data).startswith("x.yaml:")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert outcome(data).startswith("x.yaml:")


def test_nesting_is_limited() -> None:
    assert read_bytes(b"title: x\ndate: 2025\nfoo: " + b"[" * 31 + b"]" * 31, "x.yaml").briefing
    assert refusal("title: x\nfoo: " + "[" * 32 + "]" * 32) == "x.yaml:2:37: nested deeper than 32; write it flatter"


@pytest.mark.parametrize("bit", ["[", "{", "- ", "? ", "&a ", "!a ", "{a: ", "[a, "])
def test_a_flood_is_refused_or_read(bit: str) -> None:
    assert outcome(("title: x\nfoo: " + bit * 100_000).encode()).startswith("x.yaml:")


def test_values_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "NODES", 100)
    assert refusal("title: x\ntags: [" + "a, " * 200 + "]").endswith("more than 100 values; split the file")
    assert refusal("title: x\ntags: [" + "{}, " * 200 + "]").endswith("more than 100 values; split the file")


def test_one_text_is_limited() -> None:
    assert refusal(f"title: x\nsummary: {'a' * (events.SCALAR + 1)}").startswith("x.yaml:2:10: a text of more than 1,048,576")
    assert read_bytes(f"title: x\ndate: 2025\nsummary: {'a' * events.SCALAR}".encode(), "x.yaml").briefing.summary


def test_entries_are_limited() -> None:
    many = "a, " * 100_001
    assert refusal(f"title: x\nthreats: [{many}]").endswith("more than 100,000 entries; split the file")
    assert refusal("title: x\n" + "a: b\n" * 100_001).endswith("more than 100,000 entries; split the file")
    assert refusal(f"title: x\nkey_points: [{many}]").endswith("more than 100,000 entries; split the file")
    assert refusal(f"title: x\ntags: [{'{}, ' * 100_001}]") == "x.yaml:2:7: more than 100,000 entries; split the file"
    assert refusal(f"title: x\ntags: [{many}").endswith("more than 100,000 entries; split the file")
    assert read_bytes(f"title: x\ndate: 2025\ntags: [{'a, ' * 100_000}]".encode(), "x.yaml").briefing.tags


def test_one_document_only() -> None:
    assert refusal("title: x\n---\ntitle: y\n").startswith("x.yaml:2:1: a second document starts here")


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n...\n", "~"])
def test_an_empty_file_is_refused(text: str) -> None:
    assert refusal(text) == "x.yaml:1:1: the file is empty; start it with 'title: …' and 'date: …'"


@pytest.mark.parametrize("text", ["- a", "hello", "[a]", "'x'"])
def test_what_is_no_map_is_refused(text: str) -> None:
    assert "not a briefing" in refusal(text)


def test_tags_are_ignored_and_a_problem(read_text: Reader) -> None:
    reading = read_text("venue: !!python/object:os.system Room\nkey_points: !x [a]\n")
    assert str(reading.briefing.venue) == "Room"
    assert len(reading.briefing.key_points) == 1
    assert [(message.line, message.column) for message in reading.problems] == [(4, 8), (5, 13)]


def test_an_alias_is_shown_as_words_and_a_problem(read_text: Reader) -> None:
    reading = read_text("venue: &v Room\nclassification: *v\n")
    assert reading.briefing.classification == "*v"
    assert str(reading.problems[0]) == "x.yaml:5:17: the alias '*v' is not followed; write the value out"


def test_escape_sequences_are_seen_and_reported(read_text: Reader) -> None:
    reading = read_text('venue: "\\e]52;c;eA==\\e\\\\"\n"ke\\u200by": 1\n')
    assert str(reading.briefing.venue) == "\ufffd]52;c;eA==\ufffd\\"
    assert [str(message) for message in reading.problems[:2]] == [
        "x.yaml:4:8: control or invisible characters are removed or replaced (U+001B); delete them",
        "x.yaml:5:1: control or invisible characters are removed or replaced (U+200B); delete them",
    ]
    assert reading.briefing.other == (("key", "1"),)


def test_messages_are_all_told_at_once_but_not_without_end(read_text: Reader) -> None:
    reading = read_text("".join(f"unknown{index}: x\n" for index in range(MOST + 50)))
    assert len(reading.messages) == MOST + 1
    assert reading.messages[-1].text == "and 50 more messages; mend these first"
