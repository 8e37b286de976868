"""Segments that are merged in the background, and merging that fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from shelves import EXPECTED, briefing, found, shelve, up_to_date, write

from briefing_tui.cli import run
from briefing_tui.cli.exits import Exit
from briefing_tui.library import Library, crew
from briefing_tui.library.cache import Cache
from briefing_tui.library.health import health
from briefing_tui.library.merger import Merger
from briefing_tui.library.tiers import WIDTH
from briefing_tui.library.upkeep import Upkeep
from briefing_tui.library.work import Fate, Made, Task


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library whose segments are to be merged by a worker."""
    monkeypatch.setattr("briefing_tui.library.merger.AT_ONCE", 0)
    folder = shelve(tmp_path / "library")
    with monkeypatch.context() as patch:
        patch.setattr(Merger, "tidy", lambda *_, **__: None)
        upkeep = up_to_date(folder)
        for number in range(WIDTH):
            write(folder / f"new-{number}.yaml", briefing(4, f"parasol{chr(97 + number)}"))
            upkeep.update()
        assert len(upkeep.holdings.held) > WIDTH
        upkeep.close()
    return folder


def check(upkeep: Upkeep) -> None:
    assert found(upkeep) == EXPECTED
    assert found(upkeep, ["parasolb"]) == {"parasolb": ["new-1"]}


def begun(monkeypatch: pytest.MonkeyPatch, made: Made | None = None) -> list[Task]:
    """The merges that are begun from now on; what becomes of them, if that is given."""
    tasks: list[Task] = []
    done = crew.done

    def noted(some: list[Task], count: int) -> Iterator[Made]:
        tasks.extend(some)
        return iter([made]) if made else done(some, count)

    monkeypatch.setattr(crew, "done", noted)
    return tasks


def test_many_become_one_in_the_background(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = begun(monkeypatch)
    upkeep = up_to_date(many)
    upkeep.finish()
    assert len(tasks) == 1
    assert len(upkeep.holdings.held) == 1
    check(upkeep)
    upkeep.close()


def test_where_the_disk_is_full_merging_ends(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(cache: Cache, *_: bytes) -> Path:
        draft = cache.folder / "0123456789abcdef.draft"
        draft.symlink_to("/dev/full")
        return draft

    monkeypatch.setattr(Cache, "draft", full)
    tasks = begun(monkeypatch)
    upkeep = Upkeep(Library(many))
    upkeep.update()
    folder = upkeep.folder
    upkeep.finish()
    assert len(tasks) == 1
    assert upkeep.alone
    assert folder
    assert not list(folder.glob("*.draft"))
    check(upkeep)
    upkeep.update()
    assert not upkeep.restless
    upkeep.close()


def test_what_cannot_be_merged_is_not_tried_for_ever(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = begun(monkeypatch, Made(fate=Fate.FAILED, reason="killed"))
    upkeep = up_to_date(many)
    upkeep.finish()
    write(many / "one-more.yaml", briefing(5, "kettle"))
    upkeep.update()
    upkeep.finish()
    assert len(tasks) == 1
    assert not upkeep.restless
    assert upkeep.cache
    check(upkeep)
    upkeep.close()


def test_a_search_begins_no_merge_that_it_would_not_finish(
    many: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tasks = begun(monkeypatch)
    assert run(["search", "parasolb", "--in", str(many)]) == Exit.OK
    assert "The parasolb is ours" in capsys.readouterr().out
    assert not tasks
    assert run(["index", str(many)]) == Exit.OK
    assert len(tasks) == 1


def test_damage_that_a_merge_meets_is_mended(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    upkeep = Upkeep(Library(many))
    with monkeypatch.context() as patch:
        patch.setattr(Merger, "tidy", lambda *_, **__: None)
        upkeep.update()
    assert upkeep.folder
    for path in sorted(upkeep.folder.glob("*.segment"))[:2]:
        path.write_bytes(bytes(path.stat().st_size))
    tasks = begun(monkeypatch)
    upkeep.finish()
    assert tasks
    upkeep.update()
    check(upkeep)
    upkeep.finish()
    assert not upkeep.restless
    assert health(Library(many)).damages == ()
    upkeep.close()
