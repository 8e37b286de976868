"""A process answers from what earlier starts have indexed, and says nothing of files that changed since."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from shelves import EXPECTED, WORDS, briefing, shelve, soon, up_to_date, write

from briefing_tui.cli.ahead import ahead
from briefing_tui.library import Library
from briefing_tui.library.stand_in import StandIn, stand_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = shelve(tmp_path / "library")
    up_to_date(folder).close()
    return folder


@pytest.fixture
def started(folder: Path) -> Iterator[list[StandIn]]:
    standing: list[StandIn] = []
    yield standing
    for each in standing:
        with suppress(ValueError):
            each.close()


def start(folder: Path, started: list[StandIn]) -> StandIn:
    work = ahead(lambda: Library(folder), stand_in)
    work()
    assert work.staying
    started.append(StandIn(*work.staying))
    return started[-1]


def found(standing: StandIn, word: str) -> list[str]:
    results = standing.search(f"'{word}", limit=200, prefer="", only=None)
    assert results is not None
    return [hit.passage.briefing for hit in results.hits]


def test_it_finds_what_an_earlier_start_has_indexed(folder: Path, started: list[StandIn]) -> None:
    standing = start(folder, started)
    assert {word: found(standing, word) for word in WORDS} == EXPECTED
    results = standing.search("lantrn", limit=200)
    assert results and results.total == 1
    (hit,) = results.hits
    assert hit.passage.text[slice(*hit.spans[0])] == "lantern"


def test_it_counts_more_than_it_sends(folder: Path, started: list[StandIn]) -> None:
    quotes = "".join(f"  - {{speaker: ann, text: A pebble of {number} grams}}\n" for number in range(90))
    write(folder / "pebbles.yaml", briefing(9, "pebble") + quotes)
    up_to_date(folder).close()
    results = start(folder, started).search("pebble", limit=200)
    assert results and results.total == 91 and 0 < len(results.hits) < 91


def test_a_file_that_changed_or_went_since_is_not_found(folder: Path, started: list[StandIn]) -> None:
    write(folder / "meeting-1.yaml", briefing(1, "umbrella"), age=30)
    (folder / "meeting-2.yaml").unlink()
    standing = start(folder, started)
    assert [found(standing, word) for word in ("glacier", "harbour", "lantern", "umbrella")] == [["meeting-0"], [], [], []]


@pytest.mark.parametrize("indexed", [False, True])
def test_where_nothing_is_indexed_it_ends_by_itself(indexed: bool, tmp_path: Path, started: list[StandIn]) -> None:
    write(tmp_path / "new" / "broken.yaml", "date: 2031-05-01\n")
    if indexed:
        up_to_date(tmp_path / "new").close()
    standing = start(tmp_path / "new", started)
    assert standing.search("glacier") is None
    assert not standing.there


def test_a_damaged_index_gives_no_answer_rather_than_a_wrong_one(folder: Path, started: list[StandIn]) -> None:
    upkeep = up_to_date(folder)
    assert upkeep.folder
    for segment in upkeep.folder.glob("*.segment"):
        data = bytearray(segment.read_bytes())
        data[len(data) // 3 :] = bytes(len(data) - len(data) // 3)
        segment.write_bytes(data)
    upkeep.close()
    assert start(folder, started).search("glacier") is None


def test_closed_it_is_gone(folder: Path, started: list[StandIn]) -> None:
    work = ahead(lambda: Library(folder), stand_in)
    work()
    assert work.staying
    process = work.staying.process
    standing = StandIn(*work.staying)
    standing.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert standing.search("glacier") is None


def test_it_ends_when_nobody_can_ask_any_more(folder: Path) -> None:
    work = ahead(lambda: Library(folder), stand_in)
    work()
    assert work.staying
    process, questions, answers = work.staying
    questions.close()
    answers.close()
    soon(lambda: os.waitpid(process, os.WNOHANG)[0] == process)
