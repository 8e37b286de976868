"""The folder of a cache: whose it is, who may look into it, how it goes, and what it is not emptied for."""

import gc
import sqlite3
from pathlib import Path

import pytest
from shelves import EXPECTED, found, shelve, up_to_date

from briefing_tui.library import cache as caches
from briefing_tui.library.cache import Cache, clear, clear_gone, folder_of
from briefing_tui.library.catalog import Catalog, CatalogError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shelve(tmp_path / "library")


def cache_of(folder: Path) -> Path:
    cache = folder_of([folder])
    assert cache
    return cache


def test_a_catalog_that_somebody_has_locked_is_not_emptied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    up_to_date(folder).close()
    gc.collect()
    monkeypatch.setattr("briefing_tui.library.catalog.PATIENCE", 0.01)
    segments = {path.name for path in cache_of(folder).glob("*.segment")}
    other = sqlite3.connect(cache_of(folder) / "catalog.db", isolation_level=None)
    other.execute("pragma locking_mode = exclusive")
    other.execute("begin exclusive")
    upkeep = up_to_date(folder)
    assert upkeep.alone
    assert found(upkeep) == EXPECTED
    upkeep.close()
    other.close()
    assert {path.name for path in cache_of(folder).glob("*.segment")} == segments
    assert_kept(folder, monkeypatch)


def test_a_catalog_that_cannot_be_read_now_is_not_emptied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise CatalogError("database is locked")

    up_to_date(folder).close()
    with monkeypatch.context() as patch:
        patch.setattr(Catalog, "segments", locked)
        upkeep = up_to_date(folder)
        assert upkeep.alone
        assert found(upkeep) == EXPECTED
        upkeep.close()
    assert_kept(folder, monkeypatch)


def assert_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read again."""
    with monkeypatch.context() as patch:
        patch.setattr("briefing_tui.library.work.do", None)
        upkeep = up_to_date(folder)
        assert upkeep.cache
        assert found(upkeep) == EXPECTED
        upkeep.close()


def test_what_is_removed_is_out_of_the_way_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    up_to_date(folder).close()
    cache = cache_of(folder)

    def halfway(path: Path) -> None:
        assert not cache.exists()
        other = Cache.claim(cache, [folder])
        assert other
        other.release()

    with monkeypatch.context() as patch:
        patch.setattr(caches, "_remove", halfway)
        assert not clear(cache)
    assert len(list(cache.parent.iterdir())) == 2
    clear_gone()
    assert list(cache.parent.iterdir()) == [cache]
    upkeep = up_to_date(folder)
    assert upkeep.cache
    upkeep.close()


def test_who_claims_a_cache_that_is_removed_meanwhile_gets_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    up_to_date(folder).close()
    cache = cache_of(folder)
    flock = caches.fcntl.flock

    def late(lock: int, how: int) -> None:
        monkeypatch.setattr(caches.fcntl, "flock", flock)
        cache.rename(cache.with_name("elsewhere"))
        flock(lock, how)

    monkeypatch.setattr(caches.fcntl, "flock", late)
    assert Cache.claim(cache, [folder]) is None
    claimed = Cache.claim(cache, [folder])
    assert claimed
    claimed.release()


def test_the_folders_above_are_made_for_their_owner_only(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "some" / "where" / "deep"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    upkeep = up_to_date(folder)
    assert upkeep.cache
    upkeep.close()
    for path in (tmp_path / "some", tmp_path / "some" / "where", home, home / "briefing"):
        assert path.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_may_look_into_is_closed(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "briefing").mkdir()
    (tmp_path / "briefing").chmod(0o777)
    tmp_path.chmod(0o755)
    up_to_date(folder).close()
    assert (tmp_path / "briefing").stat().st_mode & 0o777 == 0o700
    assert tmp_path.stat().st_mode & 0o777 == 0o755
