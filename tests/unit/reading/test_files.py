import os
from pathlib import Path

import pytest

from briefing_tui.model.errors import UnreadableError
from briefing_tui.reading import id_of, read
from briefing_tui.reading.files import MOST_BYTES


def refusal(path: Path, name: str = "") -> str:
    with pytest.raises(UnreadableError) as caught:
        read(path, name)
    return caught.value.message


def test_a_file_is_read_and_named_as_asked(tmp_path: Path) -> None:
    path = tmp_path / "2025-11-01-a.yaml"
    path.write_text("title: A\ndate: 2025-11-01\nfoo: 1\n")
    reading = read(path, "a.yaml")
    assert reading.briefing.id == "2025-11-01-a"
    assert str(reading.messages[0]).startswith("a.yaml:3:1: ")
    assert read(path).messages[0].path == str(path)


def test_an_id_is_the_file_name_without_its_ending() -> None:
    assert [id_of(Path(name)) for name in ("b/a.yaml", "a.yml", "a.b.yaml", "a")] == ["a", "a", "a.b", "a"]


def test_a_fifo_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert refusal(tmp_path / "pipe.yaml", "pipe.yaml") == "pipe.yaml: is not a regular file; name a YAML file"


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused(path: str) -> None:
    assert "not a regular file" in refusal(Path(path))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "folder").startswith("folder: ")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a\x1b[2J.yaml", "a\x1b[2J.yaml") == "a\ufffd[2J.yaml: No such file or directory"


def test_a_path_that_cannot_be_is_refused() -> None:
    assert "embedded null" in refusal(Path("a\0b"))


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert refusal(path, "big.yaml") == "big.yaml: is larger than 32 MB; split it"
