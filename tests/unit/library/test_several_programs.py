"""Two programs on one cache, and programs that are killed at any moment."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from shelves import EXPECTED, WORDS, briefing, found, shelve, up_to_date, write

from briefing_tui.library import Library
from briefing_tui.library.cache import clear, folder_of
from briefing_tui.library.upkeep import Upkeep
from briefing_tui.library.watch import attend

ROOT = Path(__file__).resolve().parents[3]
INDEX = (
    "import sys; from pathlib import Path; import briefing_tui.library.gather as gather; gather.FEW = gather.FIRST = 1000;"
    "from briefing_tui.library import Library; from briefing_tui.library.upkeep import Upkeep;"
    "upkeep = Upkeep(Library(Path(sys.argv[1]))); upkeep.tell = lambda: print('told', flush=True);"
    "print('begun', flush=True); upkeep.update(); upkeep.finish(); print('done', flush=True); sys.stdin.read()"
)


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


def test_who_watches_takes_over_from_who_is_killed(tmp_path: Path) -> None:
    folder = shelve(tmp_path / "library")
    with program(folder) as other:
        assert other.stdout
        while other.stdout.readline() != "done\n":
            pass
        upkeep, stop = Upkeep(Library(folder)), threading.Event()
        upkeep.update()
        assert upkeep.following
        thread = threading.Thread(target=attend, args=(upkeep, stop))
        thread.start()
        other.kill()
        other.wait()
        started = time.monotonic()
        while upkeep.following:
            assert time.monotonic() - started < 10
            time.sleep(0.01)
        (folder / "new.yaml").write_text(briefing(9, "umbrella"))
        while found(upkeep, ["umbrella"]) != {"umbrella": ["new"]}:
            assert time.monotonic() - started < 20
            time.sleep(0.01)
        stop.set()
        thread.join(20)


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


@pytest.mark.parametrize("seed", range(8))
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
