import hashlib
from pathlib import Path

from briefing_tui.library import Library
from briefing_tui.library.across import Across
from briefing_tui.reading import Weight

HEAD = "title: A\ndate: 2025-11-01\n"


def messages(folder: Path, key: str) -> list[tuple[Weight, int, str]]:
    library = Library(folder)
    entry = library.find(key)
    return [(message.weight, message.line, message.text) for message in Across(library).messages(entry, "x")]


def test_a_talk_before_that_is_nowhere_is_advice(tmp_path: Path) -> None:
    talks = "participants: {a: {name: Ann}, b: {name: Bob}}\ntalks:\n  t: {parties: [a, b], previous: last/t}\n"
    (tmp_path / "now.yaml").write_text(HEAD + talks)
    ((weight, line, text),) = messages(tmp_path, "now")
    assert (weight, line) == (Weight.ADVICE, 5)
    assert "last/t" in text
    (tmp_path / "last.yaml").write_text(HEAD + talks.replace(", previous: last/t", ""))
    assert messages(tmp_path, "now") == []


def test_an_equal_id_with_another_name_is_advice(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(HEAD + "participants:\n  kim: {name: Kim Min-jae}\n")
    (tmp_path / "two.yaml").write_text(HEAD + "participants:\n  kim: {name: Kim Duck-soo}\n")
    ((weight, line, text),) = messages(tmp_path, "one")
    assert (weight, line) == (Weight.ADVICE, 4)
    assert "Kim Duck-soo" in text
    (tmp_path / "two.yaml").write_text(HEAD + "participants:\n  kim: {name: Kim, aliases: [kim  MIN-JAE]}\n")
    assert messages(tmp_path, "one") == []


def test_a_person_that_a_registry_lends_is_named_once_for_all(tmp_path: Path) -> None:
    (tmp_path / "registry.yaml").write_text("participants: {kim: {name: Kim Min-jae}}\n")
    (tmp_path / "one.yaml").write_text(HEAD + "chair: kim\n")
    (tmp_path / "two.yaml").write_text(HEAD + "participants:\n  kim: {name: Kim Duck-soo}\n")
    assert messages(tmp_path, "one") == []


def source(folder: Path, file: str, digest: str = "") -> list[tuple[Weight, str]]:
    summed = f", sha256: {digest}" if digest else ""
    (folder / "a.yaml").write_text(f"{HEAD}sources: {{s: {{title: S, file: {file}{summed}}}}}\n")
    return [(weight, text) for weight, _, text in messages(folder, "a")]


def test_a_copy_is_compared_with_its_sum(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("words")
    right = hashlib.sha256(b"words").hexdigest()
    assert source(tmp_path, "s.txt", right) == []
    assert source(tmp_path, "s.txt", right.upper()) == []
    ((weight, text),) = source(tmp_path, "s.txt", "0" * 64)
    assert weight is Weight.PROBLEM
    assert right in text


def test_a_copy_that_is_missing_is_advice(tmp_path: Path) -> None:
    ((weight, _),) = source(tmp_path, "gone.txt", "0" * 64)
    assert weight is Weight.ADVICE


def test_a_copy_outside_the_folder_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("words")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/link.txt").symlink_to(tmp_path / "secret.txt")
    ((weight, text),) = source(tmp_path / "in", "link.txt", "0" * 64)
    assert weight is Weight.PROBLEM
    assert "outside" in text
