import os
import stat
from pathlib import Path

import pytest

from briefing_tui.drafting.writer.save import create, original, replace
from briefing_tui.model.errors import BriefingError, NotSavedError, UnreadableError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"title: A\n")
    return path


def test_a_file_is_replaced_with_its_mode_and_nothing_is_left_beside_it(file: Path) -> None:
    file.chmod(0o640)
    replace(original(file), b"title: B\n")
    assert file.read_bytes() == b"title: B\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert os.listdir(file.parent) == ["a.yaml"]


def test_a_link_stays_a_link_to_what_is_changed(file: Path) -> None:
    (file.parent / "deep").mkdir()
    link = file.parent / "deep" / "b.yaml"
    link.symlink_to("../a.yaml")
    replace(original(link), b"title: B\n")
    assert link.is_symlink()
    assert file.read_bytes() == b"title: B\n"


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(file: Path) -> None:
    before = original(file)
    file.write_bytes(b"title: Another\n")
    with pytest.raises(NotSavedError, match="meanwhile"):
        replace(before, b"title: B\n")
    assert file.read_bytes() == b"title: Another\n"


def test_a_write_that_fails_leaves_the_file_and_no_rest(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    before = original(file)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSavedError, match="No space left"):
        replace(before, b"title: B\n")
    assert file.read_bytes() == b"title: A\n"
    assert os.listdir(file.parent) == ["a.yaml"]


def test_a_read_only_file_is_left_alone(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(UnreadableError, match="read-only"):
        original(file)


@pytest.mark.parametrize("data", [b"title: M\xfcnchen\n", "title: A\n".encode("utf-16")])
def test_what_is_not_utf8_is_left_alone(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    with pytest.raises(UnreadableError, match="UTF-8"):
        _ = original(file).text


def test_a_byte_order_mark_stays(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbftitle: A\n")
    before = original(file)
    assert before.text == "title: A\n"
    assert before.encoded("title: B\n") == b"\xef\xbb\xbftitle: B\n"


@pytest.mark.parametrize("path", ["", "missing.yaml", "a\0b", "x" * 300])
def test_what_is_not_there_is_an_error_of_one_line(tmp_path: Path, path: str) -> None:
    with pytest.raises(BriefingError) as error:
        original(tmp_path / path)
    assert "\n" not in error.value.message


def test_a_new_file_never_takes_the_place_of_another(file: Path) -> None:
    with pytest.raises(NotSavedError, match="there already"):
        create(file, b"title: B\n")
    create(file.parent / "b.yaml", b"title: B\n")
    assert sorted(os.listdir(file.parent)) == ["a.yaml", "b.yaml"]
    assert stat.S_IMODE((file.parent / "b.yaml").stat().st_mode) & 0o600 == 0o600
