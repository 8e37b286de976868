"""Two programs on one cache, and programs that are killed at any moment."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from shelves import EXPECTED, WORDS, attended, briefing, found, shelve, soon, up_to_date, write

from briefing_tui.library.cache import clear, folder_of

ROOT = Path(__file__).resolve().parents[3]
INDEX = (
    "import sys; from pathlib import Path; import briefing_tui.library.gather as gather; gather.FEW = gather.FIRST = 1000;"
    "from briefing_tui.library import Library; from briefing_tui.library.upkeep import Upkeep;"
    "upkeep = Upkeep(Library(Path(sys.argv[1]))); upkeep.tell = lambda: print('told', flush=True);"
    "print('begun', flush=True); upkeep.update(); upkeep.finish(); print('done', flush=True); sys.stdin.read()"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shelve(tmp_path / "library")


def program(folder: Path) -> "subprocess.Popen[str]":
    """Another program that brings a library up to date, with workers, and then waits."""
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", INDEX, str(folder)], stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environ
    )


def ended(process: "subprocess.Popen[str]") -> None:
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")


def test_one_writes_and_the_other_follows(tmp_path: Path) -> None:
    folder = shelve(tmp_path / "library")
    first, second = up_to_date(folder), up_to_date(folder)
    assert first.cache and second.following
    assert found(second) == EXPECTED
    write(folder / "new.yaml", briefing(9, "umbrella"))
    first.update()
    assert second.follow()
    second.update()
    assert found(second, ["umbrella"]) == {"umbrella": ["new"]}
    first.close()
    second.update()
    assert second.cache
    write(folder / "new.yaml", briefing(9, "parasol"), age=5)
    second.update()
    assert found(second, ["umbrella", "parasol"]) == {"umbrella": [], "parasol": ["new"]}
    second.close()


def test_who_follows_reads_what_the_other_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.library.upkeep.PATIENCE", 0.2)
    folder = shelve(tmp_path / "library")
    first = up_to_date(folder)
    write(folder / "new.yaml", briefing(9, "umbrella"))
    second = up_to_date(folder)
    assert second.following
    assert found(second, ["umbrella", "glacier"]) == {"umbrella": ["new"], "glacier": ["meeting-0"]}
    second.close()
    first.close()


def test_who_follows_finds_segments_that_were_merged_meanwhile(tmp_path: Path) -> None:
    folder = shelve(tmp_path / "library")
    first, second = up_to_date(folder), up_to_date(folder)
    for number in range(20):
        write(folder / f"new-{number}.yaml", briefing(9, f"umbrella{chr(97 + number)}"))
        first.update()
    assert second.follow()
    second.update()
    assert found(second) == EXPECTED
    assert found(second, ["umbrellat"]) == {"umbrellat": ["new-19"]}
    first.close()
    second.close()


def test_who_follows_another_catalog_as_soon_as_there_is_one(folder: Path) -> None:
    first, second = up_to_date(folder), up_to_date(folder)
    assert second.following
    first.begin_anew()
    write(folder / "new.yaml", briefing(9, "umbrella"))
    first.update()
    assert second.follow()
    second.update()
    assert found(second) == EXPECTED
    assert found(second, ["umbrella"]) == {"umbrella": ["new"]}
    assert str(folder / "new.yaml") in second.shelf.stamps()
    first.close()
    second.close()


@contextmanager
def stopped(folder: Path) -> "Iterator[subprocess.Popen[str]]":
    """Another program that writes, and is stopped, as with ctrl+z."""
    with program(folder) as other:
        assert other.stdout
        while other.stdout.readline() != "done\n":
            pass
        other.send_signal(signal.SIGSTOP)
        try:
            yield other
        finally:
            other.kill()


def test_who_follows_a_program_that_is_stopped_finds_what_is_saved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.library.upkeep.PATIENCE", 0.2)
    with stopped(folder) as other, attended(folder) as upkeep:
        assert upkeep.following
        (folder / "meeting-3.yaml").write_text(briefing(3, "umbrella"))
        soon(lambda: found(upkeep, ["umbrella", "orchard"]) == {"umbrella": ["meeting-3"], "orchard": []})
        (folder / "new.yaml").write_text(briefing(9, "quagmire"))
        soon(lambda: found(upkeep, ["quagmire"]) == {"quagmire": ["new"]})
        (folder / "new.yaml").unlink()
        soon(lambda: found(upkeep, ["quagmire"]) == {"quagmire": []})
        assert found(upkeep, ["umbrella", "orchard"]) == {"umbrella": ["meeting-3"], "orchard": []}
        assert upkeep.following
        other.kill()
        soon(lambda: upkeep.cache)
        soon(lambda: upkeep.holdings.indexed() and found(upkeep, ["umbrella"]) == {"umbrella": ["meeting-3"]})


def test_who_follows_finds_a_save_that_the_other_takes_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    with attended(folder) as first, attended(folder) as second:
        assert first.cache and second.following
        monkeypatch.setattr(second, "keep", lambda rows, *_: read.extend(row.path for row in rows))
        (folder / "meeting-3.yaml").write_text(briefing(3, "umbrella"))
        soon(lambda: found(second, ["umbrella", "orchard"]) == {"umbrella": ["meeting-3"], "orchard": []}, 2)
        assert not read, "it waits for the one that writes"


def test_what_was_read_by_who_follows_is_kept_until_the_other_has_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.library.upkeep.PATIENCE", 0.05)
    first, second = up_to_date(folder), up_to_date(folder)
    write(folder / "meeting-3.yaml", briefing(3, "umbrella"), age=30)
    second.changed([str(folder / "meeting-3.yaml")])
    assert found(second, ["umbrella", "orchard"]) == {"umbrella": ["meeting-3"], "orchard": []}
    write(folder / "meeting-4.yaml", briefing(4, "parasol"), age=30)
    first.changed([str(folder / "meeting-4.yaml")])
    second.heed()
    assert found(second, ["umbrella", "orchard", "parasol", "thunder"]) == {
        "umbrella": ["meeting-3"], "orchard": [], "parasol": ["meeting-4"], "thunder": [],
    }  # fmt: skip
    first.changed([str(folder / "meeting-3.yaml")])
    second.heed()
    assert found(second, ["umbrella", "orchard"]) == {"umbrella": ["meeting-3"], "orchard": []}
    assert set(second.holdings.held) == set(first.holdings.held), "nothing is left in memory only"
    first.close()
    second.close()


def test_many_files_read_by_who_follows_are_found_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.library.upkeep.PATIENCE", 0.0)
    first, second = up_to_date(folder), up_to_date(folder)
    for number in range(30):
        write(folder / f"new-{number}.yaml", briefing(9, "umbrella"), age=100 - number)
        second.update()
        if number % 7 == 0:
            write(folder / "meeting-4.yaml", briefing(4, f"parasol{chr(97 + number)}"), age=100 - number)
            first.changed([str(folder / "meeting-4.yaml")])
            second.heed()
        assert found(second, ["umbrella"])["umbrella"] == sorted(f"new-{each}" for each in range(number + 1))
        assert found(second, ["glacier"]) == {"glacier": ["meeting-0"]}
        assert len(second.holdings.held) < 20
    first.close()
    second.close()


def test_who_watches_takes_over_from_who_is_killed(folder: Path) -> None:
    with stopped(folder) as other, attended(folder) as upkeep:
        assert upkeep.following
        other.kill()
        other.wait()
        soon(lambda: not upkeep.following)
        (folder / "new.yaml").write_text(briefing(9, "umbrella"))
        soon(lambda: found(upkeep, ["umbrella"]) == {"umbrella": ["new"]})


def test_two_that_begin_at_once_are_both_right(tmp_path: Path) -> None:
    folder = shelve(tmp_path / "library")
    others = [program(folder) for _ in range(3)]
    upkeep = up_to_date(folder)
    assert found(upkeep) == EXPECTED
    upkeep.close()
    for other in others:
        ended(other)
    again = up_to_date(folder)
    assert found(again) == EXPECTED
    again.close()


@pytest.mark.parametrize("seed", range(4))
def test_a_kill_at_any_moment_leaves_a_cache_that_is_right(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    folder = shelve(tmp_path / "library", [*WORDS, *(f"filler{chr(97 + number)}" for number in range(20))])
    for _ in range(3):
        write(folder / "meeting-3.yaml", briefing(3, "orchard"), age=chance.uniform(10, 1000))
        with program(folder) as other:
            assert other.stdout
            other.stdout.readline()
            time.sleep(chance.uniform(0, 0.8))
            other.send_signal(signal.SIGKILL)
    upkeep = up_to_date(folder)
    assert upkeep.cache and found(upkeep) == EXPECTED
    upkeep.finish()
    assert {path.name for path in upkeep.cache.folder.glob("*.segment")} == set(upkeep.holdings.held)
    assert not list(upkeep.cache.folder.glob("*.draft"))
    upkeep.close()


def test_no_worker_outlives_a_program_that_is_killed(tmp_path: Path) -> None:
    folder = shelve(tmp_path / "library", [f"word{number}" for number in range(300)])
    with program(folder) as other:
        assert other.stdout
        while other.stdout.readline() != "told\n":
            pass
        workers = children(other.pid)
        assert workers
        other.kill()
    started = time.monotonic()
    while any(alive(worker) for worker in workers):
        assert time.monotonic() - started < 5
        time.sleep(0.02)


def children(pid: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()] + [
        int(word)
        for task in Path(f"/proc/{pid}/task").iterdir()
        if task.name != str(pid)
        for word in (task / "children").read_text().split()
    ]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_cache_in_use_is_not_cleared(tmp_path: Path) -> None:
    folder = shelve(tmp_path / "library")
    cache = folder_of([folder])
    assert cache
    upkeep = up_to_date(folder)
    assert not clear(cache)
    upkeep.close()
    assert clear(cache)
    assert not cache.exists()
