import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from moon_briefing import MOON, read_again, read_text

from briefing_tui.handout import as_data, as_page
from briefing_tui.model.briefing import Briefing, Quote, Record
from briefing_tui.model.dates import Period
from briefing_tui.model.errors import UnreadableError
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.text import Text
from briefing_tui.places import SHIPPED
from briefing_tui.reading import read


def records(value: object) -> Iterator[Record]:
    """A record and all inside it."""
    if isinstance(value, Record):
        yield value
        for each in fields(value):
            yield from records(getattr(value, each.name))
    elif isinstance(value, dict | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from records(item)


def test_the_invented_briefing_uses_every_field_of_every_record() -> None:
    used = {(type(record), each.name) for record in records(MOON) for each in fields(record) if getattr(record, each.name)}
    common = {each.name for each in fields(Record)} | {"format", "id"}
    known = {(type(record), each.name) for record in records(MOON) for each in fields(record) if each.name not in common}
    assert known - used == set()


SHIPPED_FILES = sorted(SHIPPED.glob("*.yaml"))


def test_everything_a_file_says_is_on_the_page() -> None:
    page = as_page(MOON, "en")
    for words in (
        "First Meeting on the Moon", "Sea of Crises", "Staub und Licht [de]", "kolour: grey", "- Air",
        "Licht [de] (tlp: TLP:AMBER)", "PARTICIPANTS", "presence: mentioned", "Frau Ministerin", "O. Testfrau",
        "More dust", "Sauerstoff", "answer: bald", "status: done", "Anruf", "due: Jun 2031",
        "previous: earlier/deu-moon", "likelihood: highly likely", "confidence: low", "Sturm [de] (date: 2031)",
        "The dust is everywhere (translated from German)", "Translation [fr] by the authors of this test: Partout",
        "das Plenum",
        "on the way out", "time: 09:30", "press: yes", "place: Halle", "LEM: Landefähre [de]", "Mondverlag",
        "[background]",
    ):  # fmt: skip
        assert words in page, words


def test_a_page_begins_and_ends_with_the_strictest_marking_on_it() -> None:
    lines = as_page(MOON).splitlines()
    assert lines[0] == lines[-1] == "[PRACTICE TLP:RED]"
    bare = as_page(read_text("title: A\ndate: 2025-11-01\n")).splitlines()
    assert bare[0] == bare[-1] == "[NO MARKING]"


def test_quotation_marks_stand_round_verbatim_words_alone() -> None:
    opened = [line for line in as_page(MOON, "en").splitlines() if "“" in line]
    assert len(opened) == len(MOON.quotes)


def test_data_can_be_read_again_as_the_same_briefing(tmp_path: Path) -> None:
    assert read_again(tmp_path, as_data(MOON), "moon") == MOON


@pytest.mark.parametrize("path", SHIPPED_FILES, ids=lambda path: path.stem)
def test_shipped_briefings_survive_the_round_trip(path: Path, tmp_path: Path) -> None:
    briefing = read(path).briefing
    assert read_again(tmp_path, as_data(briefing), path.stem) == briefing


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


@given(WORDS, WORDS, WORDS)
def test_any_words_survive_the_round_trip(
    tmp_path_factory: pytest.TempPathFactory, title: str, summary: str, quote: str
) -> None:
    data = {
        "title": title,
        "date": "2025-11-01",
        "summary": summary,
        "participants": {"a": {"name": "Ann"}},
        "quotes": [{"speaker": "a", "text": quote}],
    }
    try:
        briefing = read_text(json.dumps(data, ensure_ascii=False), "x")
    except UnreadableError:
        assume(False)
    assert read_again(tmp_path_factory.mktemp("again"), as_data(briefing), "x") == briefing


@given(st.text(max_size=60))
def test_no_control_character_leaves(text: str) -> None:
    briefing = Briefing(
        title=Text.of(text),
        date=Period.parse("2025-11-01"),
        classification=text,
        quotes=(Quote(id="q", speaker=Ref(Kind.WORDS, text), text=text),),
    )
    page = as_page(briefing)
    assert all(char in "\n\t" or char == " " or not (char < " " or "\x7f" <= char <= "\x9f") for char in page)
    assert "\u202e" not in page
