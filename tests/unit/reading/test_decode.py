import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.reading import read_bytes
from briefing_tui.reading.decode import decode
from briefing_tui.reading.findings import Findings

ALLOWED = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff\ufeff")


@given(st.text(ALLOWED))
def test_utf_8_passes_unchanged(text: str) -> None:
    findings = Findings("x")
    assert decode(text.encode(), findings) == text.encode()
    assert not findings.sorted()


@given(st.text(ALLOWED), st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf_16_is_known_by_its_mark(text: str, codec: str) -> None:
    mark = codecs.BOM_UTF16_LE if codec == "utf-16-le" else codecs.BOM_UTF16_BE
    assert decode(mark + text.encode(codec), Findings("x")).decode() == text


@given(st.binary(max_size=300))
def test_whatever_comes_out_is_utf_8_with_every_line_in_its_place(data: bytes) -> None:
    text = decode(b"k: v\r\n\n" + data, Findings("x")).decode()
    assert text.startswith("k: v\r\n\n")
    assert not {"\x00", "\x1b", "\x7f", "\x85", "\u2028"} & set(text)


def test_windows_1252_is_read_and_reported_at_its_first_character() -> None:
    reading = read_bytes("title: Gespräch – „gut“\ndate: 2025-11-01\n".encode("cp1252"), "x.yaml")
    assert str(reading.briefing.title) == "Gespräch – „gut“"
    assert str(reading.messages[0]) == "x.yaml:1:13: the file is not UTF-8 and is read as Windows-1252; save it as UTF-8"


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\x9f", "\ufffe"])
def test_what_yaml_forbids_is_replaced_one_for_one(char: str) -> None:
    reading = read_bytes(f"title: a{char}b\ndate: 2025-11-01\nfoo: 1\n".encode(), "x.yaml")
    assert str(reading.briefing.title) == "a\ufffdb"
    assert [(message.line, message.column) for message in reading.messages] == [(1, 9), (3, 1)]


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029"])
def test_unusual_line_breaks_break_nothing(char: str) -> None:
    reading = read_bytes(f"title: a{char}b\ndate: 2025-11-01\nfoo: 1\n".encode(), "x.yaml")
    assert str(reading.briefing.title) == "a b"
    assert [(message.line, message.column) for message in reading.messages] == [(1, 9), (3, 1)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_as_one(end: str) -> None:
    reading = read_bytes(f"title: a{end}date: 2025-11-01{end}foo: 1{end}".encode(), "x.yaml")
    assert [message.line for message in reading.messages] == [3]


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    reading = read_bytes(codecs.BOM_UTF8 + b"title: a\ndate: 2025-11-01\n", "x.yaml")
    assert not reading.messages
