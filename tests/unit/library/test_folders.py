import os
from pathlib import Path

import pytest

from briefing_tui.library import Library
from briefing_tui.library.folders import entries


def write(path: Path, text: str = "title: A\ndate: 2025-11-01\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def keys(*paths: Path) -> list[str]:
    return [entry.key for entry in entries(paths)]


def test_a_folder_is_searched_to_its_depths_and_sorted(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "deep/er/c.yaml", "notes.txt", "registry.yaml", ".hidden.yaml", ".git/d.yaml"):
        write(tmp_path / name)
    assert keys(tmp_path) == ["a", "b", "c"]


def test_two_alike_are_both_listed_by_path(tmp_path: Path) -> None:
    for name in ("2024/scm.yaml", "2025/scm.yaml", "other.yaml"):
        write(tmp_path / name)
    assert keys(tmp_path) == ["2024/scm.yaml", "2025/scm.yaml", "other"]
    assert {entry.id for entry in entries([tmp_path])} == {"scm", "other"}


def test_both_suffixes_of_one_name_are_two_briefings(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml")
    write(tmp_path / "a.yml")
    assert keys(tmp_path) == ["a.yaml", "a.yml"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path / "in/a.yaml")
    (tmp_path / "in/again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "in/self").symlink_to(tmp_path / "in", target_is_directory=True)
    assert keys(tmp_path) == ["a"]


def test_a_linked_folder_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere/a.yaml")
    (tmp_path / "library").mkdir()
    (tmp_path / "library/link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert keys(tmp_path / "library") == ["a"]


def test_a_key_holds_nothing_that_steers_a_terminal(tmp_path: Path) -> None:
    write(tmp_path / "\x1b]0;evil\x07.yaml")
    write(tmp_path / "\x1b]0;evil\x08.yaml")
    found = keys(tmp_path)
    assert len(set(found)) == 2
    assert all(key.isprintable() or "\ufffd" in key for key in found)
    assert not any("\x1b" in key for key in found)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_what_cannot_be_read_is_listed_all_the_same(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    write(tmp_path / "good.yaml")
    listing = {facts.entry.key: facts for facts in Library(tmp_path).listing()}
    assert listing["good"].reason == ""
    assert "regular file" in listing["pipe"].reason
    assert listing["gone"].reason


def test_a_folder_that_must_not_be_looked_into_is_listed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    write(tmp_path / "closed" / "hidden.yaml")
    write(tmp_path / "good.yaml")
    scandir = os.scandir

    def refusing(path: object) -> object:
        if str(path).endswith("closed"):
            raise PermissionError
        return scandir(path)  # type: ignore[call-overload]

    monkeypatch.setattr("briefing_tui.library.folders.os.scandir", refusing)
    listing = {facts.entry.key: facts.reason for facts in Library(tmp_path).listing()}
    assert set(listing) == {"closed", "good"} and listing["closed"] and not listing["good"]


def test_a_single_file_is_a_library_of_one(tmp_path: Path) -> None:
    write(tmp_path / "beside.yaml")
    assert keys(write(tmp_path / "a.yaml")) == ["a"]


def test_files_that_come_are_found_when_looked_for(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml")
    library = Library(tmp_path)
    assert len(library.entries) == 1
    assert not library.rescan()
    write(tmp_path / "b.yaml")
    assert len(library.entries) == 1
    assert library.rescan()
    assert len(library.entries) == 2
