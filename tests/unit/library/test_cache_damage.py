"""Whatever happens to the cache, what is found and listed is right, and nobody hears of it."""

import errno
import os
import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from shelves import EXPECTED, briefing, found, shelve, up_to_date, write

from briefing_tui.library import Library
from briefing_tui.library.cache import folder_of
from briefing_tui.library.health import health
from briefing_tui.search.storage import DamagedError

Damage = Callable[[Path], object]
ROOT = os.geteuid() == 0


def segment(cache: Path) -> Path:
    return max(cache.glob("*.segment"), key=lambda path: path.stat().st_size)


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    path.write_bytes(change(path.read_bytes()))


def flip(path: Path, share: float) -> None:
    """Turn one bit, at some share of the file."""

    def change(data: bytes) -> bytes:
        turned = bytearray(data)
        turned[min(len(data) - 1, int(len(data) * share))] ^= 16
        return bytes(turned)

    rewrite(path, change)


def sql(cache: Path, *commands: str) -> None:
    with sqlite3.connect(cache / "catalog.db") as connection:
        for command in commands:
            connection.execute(command)
    connection.close()


def of_another_library(cache: Path) -> None:
    other = shelve(cache.parent.parent / "other-library", ["glacier", "walnut", "pelican"])
    up_to_date(other).close()
    place = folder_of([other])
    assert place
    shutil.copy(segment(place), segment(cache))


def catalog_of_another_library(cache: Path) -> None:
    of_another_library(cache)
    place = folder_of([cache.parent.parent / "other-library"])
    assert place
    shutil.copy(place / "catalog.db", cache / "catalog.db")


def foreign(cache: Path) -> None:
    if not ROOT:
        pytest.skip("only root can give a folder away")
    os.chown(cache, 12345, 12345)


def foreign_catalog(cache: Path) -> None:
    if not ROOT:
        pytest.skip("only root can give a file away")
    os.chown(cache / "catalog.db", 12345, 12345)


def replaced_by_a_link(cache: Path) -> None:
    moved = cache.with_name("elsewhere")
    cache.rename(moved)
    cache.symlink_to(moved)


def replaced_by_a_file(cache: Path) -> None:
    shutil.rmtree(cache)
    cache.write_text("not a folder")


def replaced_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def stale_drafts(cache: Path) -> None:
    for name in ("0123.draft", "4567.segment"):
        (cache / name).write_bytes(b"half a segm")


DAMAGE: dict[str, Damage] = {
    "nothing": lambda cache: None,
    "segment truncated": lambda cache: rewrite(segment(cache), lambda data: data[: len(data) // 2]),
    "segment without its last byte": lambda cache: rewrite(segment(cache), lambda data: data[:-1]),
    "segment of no length": lambda cache: segment(cache).write_bytes(b""),
    "segment longer": lambda cache: rewrite(segment(cache), lambda data: data + b"\0"),
    "segment of zeros": lambda cache: rewrite(segment(cache), lambda data: bytes(len(data))),
    "segment missing": lambda cache: segment(cache).unlink(),
    "segment a folder": lambda cache: replaced_by_a_folder(segment(cache)),
    "segment of another library": of_another_library,
    "catalog and segment of another library": catalog_of_another_library,
    "catalog garbage": lambda cache: (cache / "catalog.db").write_bytes(random.Random(1).randbytes(9000)),
    "catalog of no length": lambda cache: (cache / "catalog.db").write_bytes(b""),
    "catalog truncated": lambda cache: rewrite(cache / "catalog.db", lambda data: data[: len(data) // 2]),
    "catalog missing": lambda cache: (cache / "catalog.db").unlink(),
    "catalog a folder": lambda cache: replaced_by_a_folder(cache / "catalog.db"),
    "catalog of another version": lambda cache: sql(cache, "update meta set version = 'older'"),
    "catalog without a table": lambda cache: sql(cache, "drop table readings"),
    "catalog with stamps of other files": lambda cache: sql(
        cache, "update files set stamp = (select stamp from files where id = 1)"
    ),
    "catalog with facts of other files": lambda cache: sql(
        cache, "update files set facts = (select facts from files where id = 1)"
    ),
    "catalog with readings of other files": lambda cache: sql(
        cache, "update readings set data = (select data from readings where file = (select max(file) from readings))"
    ),
    "catalog with numbers for bytes": lambda cache: sql(
        cache, "update files set stamp = 5, facts = 7", "update segments set batches = 1"
    ),
    "catalog without segments": lambda cache: sql(cache, "delete from segments"),
    "catalog without files": lambda cache: sql(cache, "delete from files"),
    "log garbage": lambda cache: (cache / "catalog.db-wal").write_bytes(random.Random(2).randbytes(5000)),
    "lock a folder": lambda cache: replaced_by_a_folder(cache / "lock"),
    "list of paths missing": lambda cache: (cache / "paths").unlink(),
    "drafts of somebody who was killed": stale_drafts,
    "folder of another user": foreign,
    "catalog of another user": foreign_catalog,
    "folder a link": replaced_by_a_link,
    "folder a file": replaced_by_a_file,
    "folder missing": shutil.rmtree,
    "folder empty": lambda cache: [each.unlink() for each in cache.iterdir()],
}


def check(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """All is right, at once and at the next start."""
    for _ in range(2):
        before = {facts.entry.key: (facts.counts, facts.reason) for facts in Library(folder).listing()}
        assert before == {facts.entry.key: (facts.counts, facts.reason) for facts in fresh(folder).listing()}
        kept, made = Library(folder), fresh(folder)
        assert all(kept.read(entry) == made.read(entry) for entry in made.entries if entry.id != "broken")
        upkeep = up_to_date(folder)
        assert found(upkeep) == EXPECTED
        assert upkeep.outlines.facts.keys() == {entry.key for entry in upkeep.shelf.entries}
        upkeep.close()
    assert health(Library(folder)).damages == ()
    assert capfd.readouterr() == ("", "")


def fresh(folder: Path) -> Library:
    """The library without a cache."""
    library = Library(folder)
    library.use(None)
    return library


@pytest.fixture
def cached(tmp_path: Path) -> tuple[Path, Path]:
    """A library, and its cache."""
    folder = shelve(tmp_path / "library")
    up_to_date(folder).close()
    cache = folder_of([folder])
    assert cache
    return folder, cache


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_mended_in_silence(name: str, cached: tuple[Path, Path], capfd: pytest.CaptureFixture[str]) -> None:
    folder, cache = cached
    DAMAGE[name](cache)
    check(folder, capfd)


@pytest.mark.parametrize("part", ["segment", "catalog"])
@pytest.mark.parametrize("share", [0, 0.02, 0.1, 0.23, 0.37, 0.5, 0.61, 0.7, 0.77, 0.83, 0.9, 0.97, 1])
def test_a_bit_that_turns_changes_nothing(
    part: str, share: float, cached: tuple[Path, Path], capfd: pytest.CaptureFixture[str]
) -> None:
    folder, cache = cached
    flip(segment(cache) if part == "segment" else cache / "catalog.db", share)
    check(folder, capfd)


@pytest.mark.parametrize("damage", ["segment of zeros", "segment missing", "catalog garbage", "folder missing"])
def test_damage_while_the_index_is_open(damage: str, cached: tuple[Path, Path], capfd: pytest.CaptureFixture[str]) -> None:
    folder, cache = cached
    upkeep = up_to_date(folder)
    DAMAGE[damage](cache)
    assert found(upkeep) == EXPECTED
    upkeep.update()
    assert found(upkeep) == EXPECTED
    upkeep.close()
    check(folder, capfd)


def fails(number: int) -> Callable[..., object]:
    def failing(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return failing


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("seam", ["open", "fsync", "rename", "mkdir"])
def test_what_cannot_be_written_works_from_memory(
    number: int, seam: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = shelve(tmp_path / "library")
    seams = {"open": (os, "open"), "fsync": (os, "fsync"), "rename": (Path, "rename"), "mkdir": (Path, "mkdir")}
    with monkeypatch.context() as patch:
        if seam == "open":
            opened = os.open
            patch.setattr(
                os, "open", lambda path, flags, *more: fails(number)() if flags & os.O_CREAT else opened(path, flags, *more)
            )
        else:
            patch.setattr(*seams[seam], fails(number))
        upkeep = up_to_date(folder)
        assert upkeep.alone
        assert found(upkeep) == EXPECTED
        upkeep.update()
        upkeep.close()
    check(folder, capfd)


def test_a_disk_that_fills_up_while_reading(cached: tuple[Path, Path], capfd: pytest.CaptureFixture[str]) -> None:
    folder, _ = cached
    upkeep = up_to_date(folder)
    assert upkeep.cache
    connection = upkeep.cache.catalog._connection
    connection.execute(f"pragma max_page_count = {connection.execute('pragma page_count').fetchone()[0]}")
    (folder / "long.yaml").write_text(
        "title: Long\ndate: 2031-01-01\nquotes:\n" + "  - {speaker: DEU, text: quagmire}\n" * 5000
    )
    upkeep.update()
    assert upkeep.alone
    assert found(upkeep) == EXPECTED
    assert upkeep.search("quagmire").total == 5000
    upkeep.close()
    (folder / "long.yaml").unlink()
    check(folder, capfd)


@pytest.mark.parametrize("home", ["/proc/nothing/here", "/dev/null/here", ""])
def test_without_any_cache_folder(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = shelve(tmp_path / "library")
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    monkeypatch.setenv("HOME", "/dev/null")
    check(folder, capfd)


def test_what_is_kept_is_for_nobody_else(cached: tuple[Path, Path]) -> None:
    _, cache = cached
    assert cache.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in cache.iterdir()} == {0o600}


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o777])
def test_no_umask_changes_that(mask: int, tmp_path: Path) -> None:
    folder = shelve(tmp_path / "library")
    before = os.umask(mask)
    try:
        upkeep = up_to_date(folder)
        cache = folder_of([folder])
        assert cache
        assert cache.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in cache.iterdir()} == {0o600}
    finally:
        os.umask(before)
    upkeep.close()


def everything_in(cache: Path) -> bytes:
    return b"".join(path.read_bytes() for path in cache.iterdir())


def test_what_is_gone_leaves_nothing_behind(cached: tuple[Path, Path]) -> None:
    folder, cache = cached
    assert b"glacier" in everything_in(cache)
    (folder / "meeting-0.yaml").unlink()
    upkeep = up_to_date(folder)
    assert found(upkeep) == EXPECTED | {"glacier": []}
    upkeep.finish()
    upkeep.close()
    assert b"glacier" not in everything_in(cache)


def test_the_cache_of_a_library_that_is_gone_goes(cached: tuple[Path, Path], tmp_path: Path) -> None:
    from briefing_tui.library.cache import clear_gone

    folder, cache = cached
    clear_gone()
    assert cache.exists()
    shutil.rmtree(folder)
    clear_gone()
    assert not cache.exists()


def test_a_file_saved_twice_within_a_blink_is_read_as_it_is_last(tmp_path: Path) -> None:
    folder = shelve(tmp_path / "library")
    path = folder / "meeting-0.yaml"
    for word in ("glacier", "gletsch"):
        text = path.read_text().replace("glacier", word)
        path.write_text(text)
        facts = path.stat()
        upkeep = up_to_date(folder)
        upkeep.close()
    path.write_text(text.replace("gletsch", "glassys"))
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    time.sleep(0.01)
    upkeep = up_to_date(folder)
    assert upkeep.search("'glassys").total
    upkeep.close()


def test_a_library_too_large_for_one_batch_is_whole_without_a_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
    folder = tmp_path / "large"
    folder.mkdir()
    quotes = "".join(f"  - {{speaker: Ann, text: frost number {number} {'word ' * 200}}}\n" for number in range(9))
    for number in range(80):
        (folder / f"{number}.yaml").write_text(f"title: M\ndate: 2031\nquotes:\n{quotes}")
    assert up_to_date(folder).search("frost").total == 80 * 9
    assert capfd.readouterr() == ("", "")


def test_two_who_find_the_same_damage_at_once_lose_no_more_than_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shelve(tmp_path / "library")
    upkeep = up_to_date(folder)
    write(folder / "new.yaml", briefing(9, "umbrella"))
    upkeep.update()
    spoiled, sound = upkeep.holdings.held
    monkeypatch.setattr("briefing_tui.library.ledger.damaged_among", lambda _, names: [n for n in names if n == spoiled])
    both, search = Barrier(2), upkeep.index.search
    waiting = [1, 2]

    def search_together(text: str, **options: Any) -> object:
        if waiting:
            waiting.pop()
            both.wait(5)
            raise DamagedError("not as it was written")
        return search(text, **options)

    monkeypatch.setattr(upkeep.index, "search", search_together)
    threads = [Thread(target=upkeep.search, args=("'umbrella",)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert upkeep.damaged == {spoiled}
    upkeep.update()
    assert sound in upkeep.holdings.held
    assert found(upkeep) == EXPECTED
    upkeep.close()
