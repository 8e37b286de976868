"""Which registry lends to which file, and what follows when it changes."""

import os
import pickle
from pathlib import Path

import pytest
from command_line import briefing

from briefing_tui.library import Library, registry
from briefing_tui.library.across import Across
from briefing_tui.library.registry import Registries
from briefing_tui.model.errors import UnreadableError
from briefing_tui.model.fields import Kind, Ref

HEAD = "title: A\ndate: 2025-11-01\n"
KIM = "participants:\n  kim: {name: Kim Min-jae, role: Envoy}\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(registries: Registries, path: Path) -> list[str]:
    found = registries.of(path)
    return list(found.participants) if found else []


def test_the_nearest_registry_lends_up_to_the_librarys_folder(tmp_path: Path) -> None:
    write(tmp_path / "registry.yaml", "participants: {outside: {name: O}}\n")
    root = tmp_path / "lib"
    write(root / "registry.yaml", "participants: {top: {name: T}}\n")
    write(root / "a/registry.yaml", "participants: {near: {name: N}}\n")
    registries = Registries([root])
    assert names(registries, root / "x.yaml") == ["top"]
    assert names(registries, root / "a/x.yaml") == ["near"]
    assert names(registries, root / "a/deep/er/x.yaml") == ["near"]
    assert names(registries, root / "b/x.yaml") == ["top"]
    (root / "registry.yaml").unlink()
    assert names(registries, root / "b/x.yaml") == []
    assert registries.fingerprint_of(root / "b/x.yaml") == ""


def test_a_file_named_alone_has_the_registry_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "registry.yaml", KIM)
    file = write(tmp_path / "sub/x.yaml", HEAD)
    assert Registries([file]).of(file) is None
    write(tmp_path / "sub/registry.yaml", KIM)
    assert names(Registries([file]), file) == ["kim"]


def test_relative_folders_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "registry.yaml", KIM)
    monkeypatch.chdir(tmp_path)
    assert names(Registries([Path(".")]), Path("a/x.yaml")) == ["kim"]
    assert names(Registries([Path("x.yaml")]), Path("x.yaml")) == ["kim"]
    assert names(Registries([Path("..")]), Path("../nowhere/x.yaml")) == []


def test_a_briefing_is_read_anew_when_its_registry_changes(tmp_path: Path) -> None:
    write(tmp_path / "a/x.yaml", f"{HEAD}chair: kim\n")
    library = Library(tmp_path)
    (entry,) = library.entries
    assert library.read(entry).briefing.chair == Ref(Kind.WORDS, "kim")
    write(tmp_path / "registry.yaml", KIM)
    assert str(library.read(entry).briefing.participants["kim"].role) == "Envoy"
    write(tmp_path / "registry.yaml", KIM.replace("Envoy", "Consul"))
    assert str(library.read(entry).briefing.participants["kim"].role) == "Consul"
    (tmp_path / "registry.yaml").unlink()
    assert library.read(entry).problems


def test_the_fingerprint_changes_with_the_registry_only(tmp_path: Path) -> None:
    path = write(tmp_path / "registry.yaml", KIM)
    os.utime(path, (1, 1))
    registries = Registries([tmp_path])
    before = registries.fingerprint_of(tmp_path / "x.yaml")
    assert before
    assert before == registries.fingerprint_of(tmp_path / "a/y.yaml")
    path.write_text(KIM.replace("Envoy", "Enfoy"))
    os.utime(path, (1, 1))
    assert registries.fingerprint_of(tmp_path / "x.yaml") != before


def test_many_files_cost_one_look_a_folder_and_one_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "registry.yaml", KIM)
    looked: list[Path] = []
    found_at = registry.found_at
    monkeypatch.setattr(registry, "found_at", lambda path: (looked.append(path), found_at(path))[1])
    look = Registries([tmp_path]).now()
    lent = {id(look.of(tmp_path / f"a/b/{number}.yaml")) for number in range(1000)}
    assert len(looked) == 3
    assert len(lent) == 1


def test_of_many_registries_each_lends_to_its_own_files_and_few_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_KEPT", 2)
    monkeypatch.setattr(registry, "_kept", {})
    for name in "abcd":
        write(tmp_path / name / "registry.yaml", f"participants: {{{name}: {{name: Person {name}}}}}\n")
    registries = Registries([tmp_path])
    for name in "abcda":
        assert names(registries, tmp_path / name / "x.yaml") == [name]
        assert len(registry._kept) <= 2


def test_a_broken_registry_lends_nothing_and_stops_no_briefing(tmp_path: Path) -> None:
    write(tmp_path / "x.yaml", HEAD)
    library = Library(tmp_path)
    (entry,) = library.entries
    for text in ("- a\n", "", "x" * 1_000_000, "[" * 100_000):
        write(tmp_path / "registry.yaml", text)
        assert str(library.read(entry).briefing.title) == "A"
        assert library.registries.of(entry.path) is None


@pytest.mark.parametrize("sort", ["folder", "link to nowhere", "link to itself", "fifo", "link to a folder"])
def test_what_is_no_file_is_said_and_lends_nothing(tmp_path: Path, sort: str) -> None:
    write(tmp_path / "x.yaml", HEAD)
    path = tmp_path / "registry.yaml"
    match sort:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "link to itself":
            path.symlink_to(path)
        case "link to nowhere":
            path.symlink_to(tmp_path / "nowhere")
        case _:
            path.symlink_to(write(tmp_path / "empty/notes.txt", "").parent)
    library = Library(tmp_path)
    assert library.registries.of(library.entries[0].path) is None
    done = briefing("check", tmp_path)
    assert done.returncode == 2
    (line,) = done.stdout.splitlines()
    assert line.startswith(f"{path}: ")


def test_a_link_to_a_registry_is_followed(tmp_path: Path) -> None:
    target = write(tmp_path / "shared.txt", KIM)
    write(tmp_path / "lib/x.yaml", HEAD)
    (tmp_path / "lib/registry.yaml").symlink_to(target)
    assert names(Registries([tmp_path / "lib"]), tmp_path / "lib/x.yaml") == ["kim"]


def test_copies_of_sources_are_for_briefings_beside_the_registry(tmp_path: Path) -> None:
    write(tmp_path / "registry.yaml", f"sources: {{s: {{title: S, file: s.txt, sha256: {'0' * 64}}}}}\n")
    text = f"{HEAD}summary: x\nsource: s\n"
    write(tmp_path / "x.yaml", text)
    write(tmp_path / "a/y.yaml", text)
    files = {entry.id: found for entry, found in Library(tmp_path).briefings()}
    assert (files["x"].sources["s"].file, files["y"].sources["s"].file) == ("s.txt", "")
    assert str(files["y"].sources["s"].title) == "S"


def test_a_library_with_a_registry_goes_to_another_process(tmp_path: Path) -> None:
    write(tmp_path / "registry.yaml", KIM + "glossary: {A: B}\n")
    write(tmp_path / "x.yaml", f"{HEAD}chair: kim\n")
    library = Library(tmp_path)
    reading = library.read(library.entries[0])
    again = pickle.loads(pickle.dumps(library))
    assert again.read(again.entries[0]) == reading
    assert list(reading.briefing.glossary) == ["A"]


# --- who is one person


def advice(folder: Path, key: str) -> list[str]:
    library = Library(folder)
    entry = library.find(key)
    said = [*library.read(entry).messages, *Across(library).messages(entry, "x")]
    return [message.text for message in said]


def test_files_that_name_a_listed_person_in_two_ways_mean_one(tmp_path: Path) -> None:
    write(tmp_path / "one.yaml", f"{HEAD}participants:\n  kim: {{name: Kim Min-jae}}\n")
    write(tmp_path / "two.yaml", f"{HEAD}participants:\n  kim: {{name: M. J. Kim}}\n")
    assert len(advice(tmp_path, "one")) == 1
    write(tmp_path / "registry.yaml", "participants: {kim: {name: KIM MIN JAE, aliases: [M. J. Kim]}}\n")
    assert advice(tmp_path, "one") == advice(tmp_path, "two") == []


def test_an_equal_id_with_a_name_that_is_not_listed_is_advice_once(tmp_path: Path) -> None:
    write(tmp_path / "registry.yaml", KIM)
    write(tmp_path / "one.yaml", f"{HEAD}participants:\n  kim: {{name: Kim Duck-soo}}\n")
    write(tmp_path / "two.yaml", f"{HEAD}participants:\n  kim: {{}}\n")
    (said,) = advice(tmp_path, "one")
    assert "'kim' is 'Kim Min-jae' in registry.yaml" in said
    assert advice(tmp_path, "two") == []


# --- briefing check


def test_a_folders_registry_is_checked_with_it_once(tmp_path: Path) -> None:
    write(tmp_path / "x.yaml", f"{HEAD}chair: kim\n")
    write(tmp_path / "y.yaml", HEAD)
    path = write(tmp_path / "registry.yaml", "participants:\n  kim: {name: Kim, rol: x}\n")
    for paths in ([tmp_path], [tmp_path / "x.yaml", tmp_path / "y.yaml"], [tmp_path, path]):
        done = briefing("check", *paths)
        assert done.stdout == f"{path}:2:20: problem: unknown key 'rol'; did you mean 'role'?\n"
        assert (done.returncode, done.stderr) == (1, done.stderr.replace("2 files", "3 files"))


def test_a_registry_that_cannot_be_read_outweighs(tmp_path: Path) -> None:
    write(tmp_path / "x.yaml", HEAD)
    path = write(tmp_path / "registry.yaml", "- a\n")
    done = briefing("check", tmp_path)
    assert (done.returncode, done.stdout.count("\n")) == (2, 1)
    assert done.stdout.startswith(f"{path}:1:1: not a registry")


def test_a_registry_named_alone_is_checked_as_one(tmp_path: Path) -> None:
    path = write(tmp_path / "registry.yaml", KIM)
    assert briefing("check", path).returncode == 0
    write(path, f"{KIM}sources: {{s: {{title: S, file: gone.txt}}}}\n")
    done = briefing("check", "--strict", path)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{path}:3:11: advice: file: ") or done.stdout.startswith(f"{path}:3:1: advice: file: ")


def test_a_registry_is_no_briefing_of_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "registry.yaml", KIM)
    library = Library(tmp_path)
    assert library.entries == ()
    write(tmp_path / "x.yaml", HEAD)
    done = briefing("show", tmp_path / "x.yaml", "--json")
    assert done.returncode == 0
    assert "kim" not in done.stdout


def test_unreadable_bytes_raise_what_the_reader_understands(tmp_path: Path) -> None:
    from briefing_tui.reading import read_registry

    with pytest.raises(UnreadableError):
        read_registry(tmp_path / "\0.yaml")
