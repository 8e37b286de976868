import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_tui.model.errors import UnreadableError
from briefing_tui.reading import Peek, peek, read

LINES = st.sampled_from(
    [
        *("title: A", "title: 'A: b'", 'title: "A"', "title: A # b", "title:", "title: {en: A}", "title: A: b", "title: >-"),
        *("date: 2025-11-01", "date: '2025-11-02'", "date: 2025 # x", "date: 2025-10-31/2025-11-01", "date:", "date: x"),
        *(
            "tlp: RED",
            "lang: de",
            "tlp: red",
            "summary: |",
            "  date: 2024-01-01",
            "- a",
            "? b",
            'venue: "a',
            "date: 2023-01-01",
        ),
        *('b"', "venue: [a,", "]", "# c", "", "quotes:", "  more", "---", "...", "\ttitle: T", "theme: {de: a", "venue: a"),
    ]
)
UNCERTAIN = [
    "title: A\n",
    "title: A\ndate: soon\n",
    "- a\ndate: 2025\n",
    'venue: "a\ndate: 2025\n"\n',
    "date: 2025\ndate: 2024\n",
    "",
]


def peeked(folder: Path, text: str) -> Peek | None:
    path = folder / "x.yaml"
    path.write_text(text)
    return peek(path)


def test_the_head_is_enough(tmp_path: Path) -> None:
    found = peeked(tmp_path, "title: 'A: b' # c\ndate: 2025-11-01/2025-11-02\ntlp: RED\nlang: de\nquotes: []\n" + "x" * 20_000)
    assert found
    assert (found.title, str(found.date), found.tlp, found.lang) == ("A: b", "2025-11-01/2025-11-02", "RED", "de")


@pytest.mark.parametrize("text", UNCERTAIN)
def test_what_is_not_certain_is_not_told(tmp_path: Path, text: str) -> None:
    assert peeked(tmp_path, text) is None


def test_a_head_that_is_not_utf_8_is_not_certain(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"title: Caf\xe9\ndate: 2025-11-01\n")
    assert peek(tmp_path / "x.yaml") is None


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, max_size=8).map("\n".join))
def test_a_peek_never_contradicts_the_reading(tmp_path: Path, text: str) -> None:
    found = peeked(tmp_path, text)
    if found is None:
        return
    try:
        briefing = read(tmp_path / "x.yaml").briefing
    except UnreadableError:
        return
    assert found.date == briefing.date
    assert found.title in ("", str(briefing.title))
    assert found.tlp in (None, briefing.tlp)
    assert found.lang in ("", briefing.lang)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert peek(tmp_path / "pipe") is None
    assert peek(tmp_path) is None
    assert peek(tmp_path / "missing") is None


def test_a_title_is_clean(tmp_path: Path) -> None:
    found = peeked(tmp_path, "title: a\u202eb\ndate: 2025\n")
    assert found
    assert found.title == "ab"


def test_a_character_cut_in_two_at_the_end_does_not_matter(tmp_path: Path) -> None:
    assert peeked(tmp_path, "title: A\ndate: 2025\nsummary: " + "é" * 5000)
    assert peeked(tmp_path, "title: A\ndate: 2025\nsummary:  " + "é" * 5000)
