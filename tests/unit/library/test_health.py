"""What is kept of a library is looked at without mending it."""

import sqlite3
from pathlib import Path

import pytest
from shelves import WORDS, briefing, shelve, up_to_date, write

from briefing_tui.library import Library
from briefing_tui.library.cache import folder_of
from briefing_tui.library.health import health


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A library whose index is up to date."""
    folder = shelve(tmp_path / "library")
    up_to_date(folder).close()
    return folder


def cache_of(folder: Path) -> Path:
    place = folder_of([folder])
    assert place
    return place


def test_of_a_library_that_was_never_indexed_nothing_is_kept(tmp_path: Path) -> None:
    state = health(Library(shelve(tmp_path / "library")))
    assert (state.kept, state.damages, state.trouble) == (False, (), "")


def test_a_sound_index_is_sound_and_counts_what_is_fresh(shelf: Path) -> None:
    state = health(Library(shelf))
    assert (state.kept, state.damages, state.files) == (True, (), len(WORDS) + 1)
    assert state.segments >= 1
    assert state.size == sum(path.stat().st_size for path in cache_of(shelf).glob("*.segment"))
    write(shelf / "meeting-0.yaml", briefing(0, "pelican"), age=30)
    assert health(Library(shelf)).files == len(WORDS)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9, 1.0])
def test_one_bit_turned_anywhere_in_a_segment_is_named_and_left_alone(shelf: Path, share: float) -> None:
    [path] = cache_of(shelf).glob("*.segment")
    data = bytearray(path.read_bytes())
    data[min(len(data) - 1, int(len(data) * share))] ^= 16
    path.write_bytes(data)
    [damage] = health(Library(shelf)).damages
    assert str(path) in damage
    assert path.read_bytes() == bytes(data)


def test_a_segment_that_is_cut_empty_or_gone_is_named(shelf: Path) -> None:
    [path] = cache_of(shelf).glob("*.segment")
    for data in (path.read_bytes()[:-100], b""):
        path.write_bytes(data)
        assert len(health(Library(shelf)).damages) == 1
    path.unlink()
    assert "no such file" in health(Library(shelf)).damages[0]


def test_a_stamp_that_is_damaged_is_counted(shelf: Path) -> None:
    with sqlite3.connect(cache_of(shelf) / "catalog.db") as connection:
        connection.execute("update files set stamp = zeroblob(length(stamp)) where id = 1")
    connection.close()
    assert "1 entries" in health(Library(shelf)).damages[0]


def test_a_catalog_of_another_version_is_outdated_and_one_that_is_none_too(shelf: Path) -> None:
    with sqlite3.connect(cache_of(shelf) / "catalog.db") as connection:
        connection.execute("update meta set version = 'other'")
    connection.close()
    assert health(Library(shelf)).outdated
    for end in ("", "-wal", "-shm"):
        (cache_of(shelf) / f"catalog.db{end}").unlink(missing_ok=True)
    (cache_of(shelf) / "catalog.db").write_bytes(b"no catalog at all " * 300)
    assert health(Library(shelf)).outdated
