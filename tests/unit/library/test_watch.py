"""Files change while somebody looks on; whatever goes wrong meanwhile, what is saved is found."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from shelves import attended, briefing, found, shelve, soon, write

from briefing_tui.library import Library
from briefing_tui.library import upkeep as upkeeping
from briefing_tui.library.scan import Scan
from briefing_tui.library.upkeep import Upkeep

NEVER = 1e9


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shelve(tmp_path / "library")


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """When all files were looked at."""
    times: list[float] = []

    class Noted(Scan):
        def __init__(self, *arguments: object) -> None:
            times.append(time.monotonic())
            super().__init__(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(upkeeping, "Scan", Noted)
    return times


def test_a_save_is_found_a_moment_later(folder: Path) -> None:
    with attended(folder) as upkeep:
        (folder / "meeting-3.yaml").write_text(briefing(3, "umbrella"))
        soon(lambda: found(upkeep, ["umbrella", "orchard"]) == {"umbrella": ["meeting-3"], "orchard": []})
        (folder / "meeting-3.yaml").write_text(briefing(3, "parasols"))
        soon(lambda: found(upkeep, ["umbrella", "parasols"]) == {"umbrella": [], "parasols": ["meeting-3"]})
        (folder / "new.yaml").write_text(briefing(9, "quagmire"))
        soon(lambda: found(upkeep, ["quagmire"]) == {"quagmire": ["new"]})
        (folder / "new.yaml").rename(folder / "newer.yaml")
        soon(lambda: found(upkeep, ["quagmire"]) == {"quagmire": ["newer"]})
        (folder / "newer.yaml").unlink()
        soon(lambda: found(upkeep, ["quagmire"]) == {"quagmire": []})
        soon(lambda: not upkeep.restless)


def test_a_folder_that_comes_and_goes_is_followed(folder: Path, tmp_path: Path) -> None:
    other = shelve(tmp_path / "other", ["quagmire"])
    with attended(folder) as upkeep:
        other.rename(folder / "deep")
        soon(lambda: found(upkeep, ["quagmire"]) == {"quagmire": ["deep/meeting-0.yaml"]})
        (folder / "deep").rename(other)
        soon(lambda: found(upkeep, ["quagmire"]) == {"quagmire": []})


def test_where_the_system_tells_nothing_files_are_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> Iterator[object]:
        raise OSError("file watch limit reached")

    monkeypatch.setattr("watchfiles.watch", failing)
    monkeypatch.setattr("briefing_tui.library.watch.POLL", 0.1)
    with attended(folder) as upkeep:
        (folder / "meeting-3.yaml").write_text(briefing(3, "umbrella"))
        soon(lambda: found(upkeep, ["umbrella"]) == {"umbrella": ["meeting-3"]})


def test_a_table_that_is_saved_is_searched_again(tmp_path: Path) -> None:
    path = write(tmp_path / "said.tsv", "Ann\tThe glacier is ours\n")
    with attended(path) as upkeep:
        path.write_text("Ann\tThe glacier is ours\nBob\tThe quagmire is not\n")
        soon(lambda: [hit.passage.speaker for hit in upkeep.search("'quagmire").hits] == ["Bob"])
        assert upkeep.search("'glacier").total == 1
        (tmp_path / "draft").write_text("Cleo\tOnly a parasol\n")
        (tmp_path / "draft").rename(path)
        soon(lambda: [hit.passage.speaker for hit in upkeep.search("'parasol").hits] == ["Cleo"])
        assert upkeep.search("'glacier").total == 0


def test_a_table_saved_a_moment_ago_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "said.tsv", "Ann\tThe quagmire is ours\n")
    upkeep = Upkeep(Library(path))
    upkeep.update()
    path.write_text("Ann\tThe glacier is ours\n")
    upkeep.update()
    monkeypatch.setattr("briefing_tui.library.table.chunks", None)
    upkeep.update()
    assert upkeep.search("glacier").total == 1
    upkeep.close()


# --- the first look and those after it


def test_the_first_look_is_not_repeated(folder: Path, looks: list[float]) -> None:
    with attended(folder):
        time.sleep(0.8)
        assert len(looks) == 1


def test_what_is_saved_during_the_first_look_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.library.watch.ROUND", NEVER)
    upkeep = Upkeep(Library(folder))
    claim = upkeep.claim

    def claim_after_a_save() -> bool:
        """Called once all files have been looked at."""
        monkeypatch.setattr(upkeep, "claim", claim)
        (folder / "meeting-3.yaml").write_text(briefing(3, "umbrella"))
        write(folder / "new.yaml", briefing(9, "quagmire"))
        return claim()

    monkeypatch.setattr(upkeep, "claim", claim_after_a_save)
    with attended(folder, upkeep=upkeep):
        soon(lambda: found(upkeep, ["umbrella", "orchard"]) == {"umbrella": ["meeting-3"], "orchard": []})
        soon(lambda: found(upkeep, ["quagmire"]) == {"quagmire": ["new"]})


def test_files_are_looked_at_again_and_nothing_is_done_if_they_are_as_they_were(
    folder: Path, looks: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_tui.library.watch.ROUND", 0)
    monkeypatch.setattr("briefing_tui.library.ear.BREATH", 0.01)
    with attended(folder) as upkeep:
        soon(lambda: len(looks) > 1)
        uses = upkeep._uses
        before = len(looks)
        soon(lambda: len(looks) > before + 3)
        assert upkeep._uses == uses


def test_a_gentle_look_rests(tmp_path: Path) -> None:
    folder = shelve(tmp_path / "library", [f"word{number}" for number in range(300)])
    upkeep = Upkeep(Library(folder))
    upkeep.update()
    write(folder / "meeting-3.yaml", briefing(3, "umbrella"), age=5)
    write(folder / "new.yaml", briefing(9, "quagmire"))
    (folder / "meeting-4.yaml").unlink()
    began, worked = time.perf_counter(), time.thread_time()
    upkeep.shelf.rescan(upkeeping.gently)
    Scan(upkeep.shelf, upkeeping.gently)
    assert time.thread_time() - worked < 0.6 * (time.perf_counter() - began)
    upkeep.look()
    assert found(upkeep, ["umbrella", "quagmire", "word4"]) == {"umbrella": ["meeting-3"], "quagmire": ["new"], "word4": []}
    upkeep.close()


def test_a_gentle_look_knows_no_better_than_a_quick_one_that_was_later(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    upkeep = Upkeep(Library(folder))
    upkeep.update()

    class Overtaken(Scan):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)  # type: ignore[arg-type]
            monkeypatch.setattr(upkeeping, "Scan", Scan)
            write(folder / "new.yaml", briefing(9, "quagmire"))
            upkeep.update()

    monkeypatch.setattr(upkeeping, "Scan", Overtaken)
    upkeep.look()
    assert found(upkeep, ["quagmire"]) == {"quagmire": ["new"]}
    upkeep.close()


# --- trouble


def failing(upkeep: Upkeep, monkeypatch: pytest.MonkeyPatch, name: str, times: int) -> None:
    """Let a method of an index fail some times."""
    method, left = getattr(upkeep, name), [times]

    def fail(*arguments: object) -> object:
        if left[0]:
            left[0] -= 1
            raise RuntimeError("out of luck")
        return method(*arguments)

    monkeypatch.setattr(upkeep, name, fail)


@pytest.mark.parametrize("name", ["update", "changed", "settle", "look", "warm"])
def test_trouble_is_told_and_what_was_missed_is_made_up_for(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.library.watch.POLL", 0.1)
    monkeypatch.setattr("briefing_tui.library.watch.ROUND", 0.5)
    monkeypatch.setattr("briefing_tui.library.memo.RACY", 300_000_000)
    told: list[str] = []
    upkeep = Upkeep(Library(folder))
    failing(upkeep, monkeypatch, name, 2)
    with attended(folder, told, upkeep):
        (folder / "meeting-3.yaml").write_text(briefing(3, "umbrella"))
        soon(lambda: found(upkeep, ["umbrella"]) == {"umbrella": ["meeting-3"]})
        soon(lambda: "RuntimeError: out of luck" in told)
        (folder / "new.yaml").write_text(briefing(9, "quagmire"))
        soon(lambda: found(upkeep, ["quagmire"]) == {"quagmire": ["new"]})
        soon(lambda: sorted(told) == ["", "RuntimeError: out of luck"])
        assert upkeep.cache, "still written"


def test_lasting_trouble_is_told_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.library.watch.POLL", 0.01)
    told: list[str] = []
    upkeep = Upkeep(Library(folder))
    failing(upkeep, monkeypatch, "update", 10**9)
    failing(upkeep, monkeypatch, "look", 10**9)
    with attended(folder, told, upkeep):
        time.sleep(0.3)
        assert told == ["RuntimeError: out of luck"]


def test_the_index_is_let_go_in_the_end(folder: Path) -> None:
    with attended(folder) as upkeep:
        assert upkeep.cache
    assert not upkeep.cache
    again = Upkeep(Library(folder))
    again.update()
    assert again.cache
    again.close()


# --- threads


def test_two_threads_that_claim_at_once_keep_the_right_to_write(folder: Path) -> None:
    for _ in range(20):
        upkeep = Upkeep(Library(folder))
        start = threading.Barrier(2)

        def claim(upkeep: Upkeep = upkeep, start: threading.Barrier = start) -> None:
            start.wait()
            upkeep.claim()

        threads = [threading.Thread(target=claim) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert upkeep.cache
        upkeep.close()


def test_an_index_that_nobody_knows_any_more_lets_another_write(folder: Path) -> None:
    upkeep = Upkeep(Library(folder))
    upkeep.update()
    assert upkeep.cache
    upkeep.cache = None
    again = Upkeep(Library(folder))
    assert again.claim()
    again.close()


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads that take turns after a few steps."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hasty")
def test_who_searches_and_finds_damage_disturbs_nobody_who_writes(folder: Path) -> None:
    upkeep = Upkeep(Library(folder))
    upkeep.update()
    stop, troubles = threading.Event(), list[Exception]()

    def search() -> None:
        try:
            while not stop.is_set():
                upkeep._avoid(list(upkeep.holdings.held)[:1])
                upkeep.search("'umbrella")
        except Exception as error:
            troubles.append(error)

    threads = [threading.Thread(target=search) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(30):
        write(folder / f"new-{number}.yaml", briefing(9, "umbrella"), age=100 - number)
        upkeep.update()
    stop.set()
    for thread in threads:
        thread.join()
    upkeep.update()
    assert not troubles
    assert len(found(upkeep, ["umbrella"])["umbrella"]) == 30
    upkeep.close()


def test_the_first_mistyped_word_finds_all_loaded(tmp_path: Path) -> None:
    shelve(tmp_path / "library")
    code = (
        "import sys; from pathlib import Path; from briefing_tui.library import Library;"
        "from briefing_tui.library.upkeep import Upkeep;"
        "upkeep = Upkeep(Library(Path(sys.argv[1]))); upkeep.update(); upkeep.warm(); before = set(sys.modules);"
        "upkeep.search('minsiter'); upkeep.close(); print(*(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "library")], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
