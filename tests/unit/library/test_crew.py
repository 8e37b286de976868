"""Workers that fail, die or are let go: what is to blame is known, and the rest is found."""

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from shelves import EXPECTED, found, shelve, up_to_date, write

from briefing_tui.library import attempt, crew, hands
from briefing_tui.library.work import Chunk, Fate, File, Made, Merge, Task

ROOT = Path(__file__).resolve().parents[3]
BAD = "{title: Bad, date: 2031-05-01, quotes: [{speaker: Ann, text: Anything}]}\n"
KILLED = (
    "briefing_tui.reading.read = lambda path, *more: os.kill(os.getpid(), 9) if path.name == 'bad.yaml' else read(path, *more)"
)
RAISED = "briefing_tui.reading.read = lambda path, *more: path.name == 'bad.yaml' and 1 / 0 or read(path, *more)"

INDEXED = """
from briefing_tui.search import building
build = building.build
def failing(sources):
    sources = [(source, list(passages)) for source, passages in sources]
    return 1 / 0 if any("bad.yaml" in source.path for source, _ in sources) else build(sources)
building.build = failing
"""


def worker_that(does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have workers that are another program: it does one thing otherwise."""
    program = tmp_path / "worker"
    program.write_text(
        f"#!{sys.executable}\nimport os, sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        f"import briefing_tui.reading\nfrom briefing_tui.reading import read\n{does}\n"
        "from briefing_tui.library import worker\nworker.main()\n"
    )
    program.chmod(0o700)
    monkeypatch.setattr("briefing_tui.library.gather.FEW", 0)
    monkeypatch.setattr("sys.executable", str(program))


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        (KILLED, "could not be read: the program that read it was killed"),
        (RAISED, "could not be read: ZeroDivisionError"),
        (INDEXED, "could not be read: ZeroDivisionError"),
    ],
)
def test_one_bad_file_is_named_and_the_rest_is_found(
    does: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shelve(tmp_path / "library")
    write(folder / "bad.yaml", BAD)
    worker_that(does, tmp_path, monkeypatch)
    upkeep = up_to_date(folder)
    assert found(upkeep) == EXPECTED
    assert reason in upkeep.outlines.facts["bad"].reason
    assert "title" in upkeep.outlines.facts["broken"].reason
    upkeep.close()
    monkeypatch.setattr("briefing_tui.library.gather.gather", None)
    monkeypatch.setattr("briefing_tui.library.attempt.made", None)
    upkeep = up_to_date(folder)
    assert reason in upkeep.outlines.facts["bad"].reason
    upkeep.close()


def test_a_file_that_breaks_the_program_here_is_named_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing_tui import reading

    folder, read = shelve(tmp_path / "library"), reading.read
    write(folder / "bad.yaml", BAD)

    def failing(path: Path, *more: object) -> object:
        if path.name == "bad.yaml":
            raise RecursionError("deep \x1b[31m deep")
        return read(path, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read", failing)
    upkeep = up_to_date(folder)
    assert found(upkeep) == EXPECTED
    assert upkeep.outlines.facts["bad"].reason.endswith("bad.yaml: could not be read: RecursionError: deep �[31m deep")
    upkeep.close()


def test_what_fails_as_a_whole_is_split(tmp_path: Path) -> None:
    files = tuple(File(str(write(tmp_path / f"{number}.yaml", BAD))) for number in range(9))
    asked: list[Task] = []

    def attempted(task: Task) -> Made:
        asked.append(task)
        assert not isinstance(task, Chunk | Merge)
        return attempt.failed(task, "no room") if files[6] in task else Made(passages=len(task))

    results = list(attempt.made(files, attempted))
    assert sum(made.passages for made in results) == 8
    (row,) = (row for made in results for row in made.rows)
    assert (row.path, b"no room" in row.facts) == (files[6].path, True)
    assert len(asked) <= 9


def test_a_line_that_fails_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing_tui.library import work

    path = write(tmp_path / "said.tsv", "".join(f"Ann\tThe glacier number {number}\n" for number in range(50)))
    do = work.do

    def failing(task: Task) -> Made:
        if isinstance(task, Chunk) and b"number 33" in task.lines:
            raise MemoryError
        return do(task)

    monkeypatch.setattr(work, "do", failing)
    monkeypatch.setattr("sys.executable", "")
    upkeep = up_to_date(path)
    assert upkeep.search("glacier").total == 49
    assert [hit.passage.id for hit in upkeep.search("'34").hits] == ["34"]
    assert upkeep.outlines.facts["said"].reason.endswith("not all of it could be read: MemoryError")
    upkeep.close()


def test_who_can_have_no_other_worker_leaves_the_rest_for_another_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shelve(tmp_path / "library")
    write(folder / "bad.yaml", BAD)
    with monkeypatch.context() as patch:
        worker_that(KILLED, tmp_path, patch)
        patch.setattr(hands, "LIVES", 1)
        patch.setattr(crew, "MOST", 1)
        up_to_date(folder).close()
    upkeep = up_to_date(folder)
    assert found(upkeep) == EXPECTED
    assert not upkeep.outlines.facts["bad"].reason
    upkeep.close()


def test_who_is_let_go_ends_soon_and_does_nothing_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = "import time; briefing_tui.reading.read = lambda path, *more: time.sleep(path.name == 'slow.yaml' and 60) or 1 / 0"
    worker_that(slow, tmp_path, monkeypatch)
    here: list[Task] = []
    monkeypatch.setattr("briefing_tui.library.work.do", here.append)
    taken: list[str] = []

    def tasks() -> Iterator[Task]:
        for name in ("quick", *("slow",) * 100):
            taken.append(name)
            yield (File(str(tmp_path / f"{name}.yaml")),) * 8

    before = threading.active_count()
    results = crew.done(tasks(), 2)
    assert next(results).fate is Fate.DONE
    time.sleep(0.3)
    started = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    while threading.active_count() > before:
        assert time.monotonic() - started < 5
        time.sleep(0.01)
    assert len(taken) <= 3
    assert not here


def test_a_worker_imports_nothing_from_the_folder_it_is_started_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shelve(tmp_path / "library")
    for name in ("queue", "msgspec", "briefing_tui"):
        (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    monkeypatch.setattr("briefing_tui.library.gather.FEW", 0)
    monkeypatch.chdir(folder)
    upkeep = up_to_date(folder)
    assert found(upkeep) == EXPECTED
    assert not (tmp_path / "ran").exists()
    upkeep.close()


def test_a_worker_that_died_between_two_tasks_is_replaced_until_it_is_let_go(tmp_path: Path) -> None:
    path = write(tmp_path / "bad.yaml", BAD)
    task = (File(str(path)),)
    worker = hands.Worker()
    assert worker.do(task).fate is Fate.DONE
    first = worker._process
    first.kill()
    first.wait()
    assert worker.do(task).fate is Fate.DONE
    assert worker._process is not first
    worker.end()
    with pytest.raises(hands.EndedError):
        worker.do(task)


def test_who_cannot_make_tasks_says_so_to_who_waits_for_them() -> None:
    def tasks() -> Iterator[Task]:
        yield from ()
        raise OSError("the folder is gone")

    with pytest.raises(OSError, match="the folder is gone"):
        list(crew.done(tasks(), 1))
