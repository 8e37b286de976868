"""Whatever bytes are in a file, reading it never fails, and every entry that is whole in it is read."""

import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from journals import TALK, at

from briefing_tui.notes import added
from briefing_tui.notes.fold import Fold
from briefing_tui.notes.lines import Entry, line, scan

UNHURRIED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda each: st.lists(each) | st.dictionaries(st.text(), each),
    max_leaves=5,
)
ENTRIES = st.lists(st.dictionaries(st.sampled_from(["kind", "id", "at", "item", "text", "title", "number"]), JSON), max_size=5)
RUBBISH = st.binary(max_size=80) | st.sampled_from(
    [b"\n", b"deadbeef 3 {", b"00000000 999999999 {}", b"\0" * 40, b"0", b"{", b"\r\n"]
)


@UNHURRIED
@given(st.binary())
@example(line({"a": 1})[:-1] * 2)
@example(line({"a": [[]]}).replace(b"[[]]", b"[" * 5000))
def test_any_bytes_are_read(data: bytes) -> None:
    found = scan(data)
    assert 0 <= found.end <= len(data)
    assert b"\n" not in data[found.end :]


@UNHURRIED
@given(ENTRIES, st.data())
def test_what_is_whole_is_read_whatever_lies_around_it(entries: list[Entry], data: st.DataObject) -> None:
    """Rubbish may even stand before an entry on its line."""
    pieces = [data.draw(RUBBISH)]
    for entry in entries:
        pieces += [line(entry), data.draw(RUBBISH)]
    found = scan(b"".join(pieces))
    assert list(found.entries) == entries


@UNHURRIED
@given(ENTRIES.filter(bool), st.data())
def test_cut_anywhere_it_loses_the_last_entry_at_most(entries: list[Entry], data: st.DataObject) -> None:
    whole = b"".join(map(line, entries))
    cut = data.draw(st.integers(0, len(whole)))
    found = scan(whole[:cut])
    assert list(found.entries) == entries[: len(found.entries)]
    assert len(found.entries) >= whole[:cut].count(b"\n")
    assert found.damages == ()


@UNHURRIED
@given(ENTRIES, st.integers(0), st.integers(1, 255))
def test_a_byte_that_changed_takes_one_entry_at_most(entries: list[Entry], at: int, change: int) -> None:
    data = bytearray(b"".join(map(line, entries)))
    if data:
        data[at % len(data)] ^= change
    found = list(scan(bytes(data)).entries)
    lost = [entry for entry in entries if entry not in found]
    assert all(entry in entries for entry in found)
    assert len(lost) <= 1


@UNHURRIED
@given(ENTRIES)
def test_entries_of_any_shape_come_to_something(entries: list[Entry]) -> None:
    fold = Fold()
    for entry in entries:
        fold.take(entry)
    fold.state()


def test_a_line_is_a_checksum_a_length_and_json_that_people_can_read() -> None:
    data = line(added(TALK, "Über\nalles", at(0), "1f"))
    assert re.fullmatch(rb"[0-9a-f]{8} [0-9]+ \{.*\}\n", data)
    assert '"Über\\nalles"'.encode() in data


def test_a_note_that_holds_a_line_of_a_journal_is_a_note() -> None:
    inner = added(TALK, "inner", at(0))
    outer = added(TALK, line(inner).decode(), at(0))
    assert scan(line(outer)).entries == (outer,)
    assert inner not in scan(b"x" + line(outer)[9:]).entries
