"""The version of a file that was last read outlives the index, and nothing else than it should."""

from pathlib import Path
from stat import S_IMODE

import pytest
from shelves import shelve, up_to_date

from briefing_tui import places
from briefing_tui.library.cache import Cache, folder_of
from briefing_tui.library.last_read import NAME, forget_below, forget_gone, keep_as_read, last_read


def database() -> Path:
    return places.cache_folder() / NAME


def test_what_was_kept_is_read_back_under_whatever_name_the_file_is_called(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("title: A")
    (tmp_path / "link.yaml").symlink_to(file)
    assert last_read(file) is None
    assert keep_as_read(file, b"title: A") and keep_as_read(tmp_path / "b.yaml", "title: Bö".encode())
    assert last_read(tmp_path / "link.yaml") == b"title: A"
    assert last_read(tmp_path / "b.yaml") == "title: Bö".encode()
    assert keep_as_read(file, b"title: Another")
    assert last_read(file) == b"title: Another"


def test_what_is_kept_already_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "moon.yaml"
    assert keep_as_read(path, b"title: Moon\n")
    before = database().stat().st_mtime_ns, database().read_bytes()
    assert keep_as_read(path, b"title: Moon\n")
    assert (database().stat().st_mtime_ns, database().read_bytes()) == before
    assert last_read(path) == b"title: Moon\n"


def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    keep_as_read(tmp_path / "a.yaml", b"title: A")
    assert S_IMODE(database().stat().st_mode) == 0o600
    assert S_IMODE(database().parent.stat().st_mode) == 0o700


def test_it_outlives_an_index_made_anew(tmp_path: Path) -> None:
    folder = shelve(tmp_path)
    keep_as_read(folder / "meeting-1.yaml", b"title: Once")
    up_to_date(folder).close()
    cache = Cache.claim(folder_of([folder]) or folder, [folder])
    assert cache
    cache.rebuild()
    cache.release()
    assert last_read(folder / "meeting-1.yaml") == b"title: Once"


def test_it_goes_with_its_file_when_the_library_is_looked_through(tmp_path: Path) -> None:
    folder = shelve(tmp_path)
    for name in ("meeting-1.yaml", "gone.yaml"):
        keep_as_read(folder / name, b"title: The secret of the glacier " + name.encode())
    up_to_date(folder).close()
    assert last_read(folder / "meeting-1.yaml") and last_read(folder / "gone.yaml") is None
    forget_gone()
    assert last_read(folder / "meeting-1.yaml")


def test_what_is_forgotten_is_not_in_the_file_any_more(tmp_path: Path) -> None:
    keep_as_read(tmp_path / "a.yaml", b"title: A")
    before = database().read_bytes()
    forget_below([tmp_path / "elsewhere"])
    assert last_read(tmp_path / "a.yaml")
    forget_below([tmp_path])
    assert last_read(tmp_path / "a.yaml") is None
    path = str((tmp_path / "a.yaml").resolve()).encode()
    assert path in before and path not in database().read_bytes()


@pytest.mark.parametrize("damage", [b"no database at all", b""])
def test_one_that_is_damaged_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    keep_as_read(tmp_path / "a.yaml", b"title: A")
    database().write_bytes(damage * 100)
    assert last_read(tmp_path / "a.yaml") is None
    assert keep_as_read(tmp_path / "a.yaml", b"title: A")
    assert last_read(tmp_path / "a.yaml") == b"title: A"


def test_bytes_that_are_not_as_they_were_written_are_none(tmp_path: Path) -> None:
    text = b"title: " + bytes(range(32, 127)) * 3
    keep_as_read(tmp_path / "a.yaml", text)
    data = bytearray(database().read_bytes())
    place = data.index(b"\x78\x9c") + 20
    data[place] ^= 0xFF
    database().write_bytes(data)
    assert last_read(tmp_path / "a.yaml") is None


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert keep_as_read(tmp_path / "a.yaml", b"title: A") is False
    assert last_read(tmp_path / "a.yaml") is None
    forget_gone()
