"""Files that claim to be from a year that few programs expect."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from shelves import EXPECTED, found, shelve, up_to_date, write

from briefing_tui.library import Library

SECONDS = {"1901": -2_170_000_000, "1960": -300_000_000, "2262": 9_224_000_000, "2400": 13_569_000_000, "14645": 4 * 10**11}


@pytest.fixture
def roomy(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system that knows the years after 2446, where there is one."""
    if not os.path.isdir("/dev/shm"):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


@pytest.mark.parametrize("seconds", SECONDS.values(), ids=SECONDS.keys())
def test_a_briefing_from_any_year_is_found_and_listed(seconds: int, roomy: Path) -> None:
    folder = shelve(roomy / "library")
    os.utime(folder / "meeting-3.yaml", (seconds, seconds))
    for _ in range(2):
        upkeep = up_to_date(folder)
        assert found(upkeep) == EXPECTED
        titles = [str(facts.briefing.title) for facts in Library(folder).listing() if facts.briefing]
        assert titles == [f"Meeting {number}" for number in range(len(EXPECTED))]
        upkeep.close()


@pytest.mark.parametrize("seconds", SECONDS.values(), ids=SECONDS.keys())
def test_a_table_from_any_year_is_searched(seconds: int, roomy: Path) -> None:
    path = write(roomy / "said.tsv", "Ann\tThe glacier is ours\n")
    os.utime(path, (seconds, seconds))
    saved = path.stat().st_mtime
    upkeep = up_to_date(path)
    (hit,) = upkeep.search("glacier").hits
    if saved > 1e11:
        assert str(hit.passage.date) == "9999-12-31"
    assert len(list(Library(path).listing())) == 1
    upkeep.close()
