"""The index follows the files: those that change, come, go and are named anew, and tables of quotes."""

import gzip
import lzma
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shelves import EXPECTED, WORDS, briefing, found, shelve, up_to_date, write

from briefing_tui.library import Library
from briefing_tui.library import work as tasks
from briefing_tui.library.tiers import FEW, WIDTH, Piece, plan
from briefing_tui.library.upkeep import Upkeep
from briefing_tui.model.dates import Period
from briefing_tui.model.errors import UnreadableError
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.passage import Passage, Sort


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shelve(tmp_path / "library")


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read from now on, as they are."""
    read: list[str] = []
    one = tasks._one

    def noted(file: tasks.File) -> object:
        read.append(Path(file.path).name)
        return one(file)

    monkeypatch.setattr(tasks, "_one", noted)
    return read


SAVES = st.lists(
    st.tuples(st.sampled_from(["a", "b", "sub/c"]), st.sampled_from([*WORDS[:3], "broken", "gone", "moved"])),
    min_size=1,
    max_size=5,
)


def reasons(upkeep: Upkeep) -> dict[str, str]:
    return {path: facts.reason for path, facts in upkeep.outlines.facts.items()}


@given(SAVES)
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_became_of_the_files_it_finds_what_a_new_index_finds(saves: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as place:
        folder = shelve(Path(place) / "library", ["lantern"])
        upkeep = up_to_date(folder)
        for number, (name, what) in enumerate(saves):
            path = folder / f"{name}.yaml"
            if what == "gone":
                path.unlink(missing_ok=True)
            elif what == "moved":
                if path.exists():
                    path.rename(folder / f"moved-{number}.yaml")
            else:
                write(path, "date: [" if what == "broken" else briefing(number, what), age=60 - number)
            upkeep.update()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_CACHE_HOME", str(Path(place) / "cache"))
            again = up_to_date(folder)
        assert again.cache and not again.following
        words = [*WORDS[:3], "ours"]
        assert found(upkeep, words) == found(again, words)
        assert reasons(upkeep) == reasons(again)
        again.close()
        upkeep.close()


def test_what_is_unchanged_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    up_to_date(folder).close()
    read = reads(monkeypatch)
    monkeypatch.setattr("briefing_tui.reading._read", None)
    upkeep = up_to_date(folder)
    assert found(upkeep) == EXPECTED
    library = Library(folder)
    assert [facts.entry.key for facts in library.listing()] == [entry.key for entry in library.entries]
    assert str(library.read(library.find("meeting 3")).briefing.title) == "Meeting 3"
    assert not read
    upkeep.close()


def test_only_what_changed_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    up_to_date(folder).close()
    read = reads(monkeypatch)
    write(folder / "meeting-3.yaml", briefing(3, "umbrella"), age=30)
    upkeep = up_to_date(folder)
    assert found(upkeep, ["orchard", "umbrella"]) == {"orchard": [], "umbrella": ["meeting-3"]}
    assert read == ["meeting-3.yaml"]
    upkeep.close()


def test_a_file_that_moves_is_found_under_its_new_name(folder: Path) -> None:
    upkeep = up_to_date(folder)
    (folder / "deep").mkdir()
    (folder / "meeting-3.yaml").rename(folder / "deep" / "moved.yaml")
    upkeep.update()
    assert found(upkeep, ["orchard"]) == {"orchard": ["moved"]}
    upkeep.close()


def test_two_files_of_one_name_are_told_apart_as_soon_as_there_are_two(folder: Path) -> None:
    upkeep = up_to_date(folder)
    write(folder / "other" / "meeting-3.yaml", briefing(9, "umbrella"))
    upkeep.update()
    assert found(upkeep, ["orchard", "umbrella"]) == {"orchard": ["meeting-3.yaml"], "umbrella": ["other/meeting-3.yaml"]}
    upkeep.close()


def test_a_library_is_known_by_where_it_is_not_by_how_it_is_called(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    up_to_date(folder).close()
    read = reads(monkeypatch)
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(tmp_path)
    for name in (Path("library"), Path("link"), tmp_path / "link"):
        upkeep = up_to_date(name)
        assert found(upkeep) == EXPECTED
        upkeep.close()
    assert not read


def test_a_registry_that_changes_has_its_briefings_read_again(folder: Path) -> None:
    upkeep = up_to_date(folder)
    write(folder / "registry.yaml", "participants:\n  ann: {name: Ann Example, aliases: [Xanthippe]}\n")
    upkeep.update()
    assert len(upkeep.search("Xanthippe", limit=50).hits) >= len(EXPECTED)
    (folder / "registry.yaml").unlink()
    upkeep.update()
    assert not upkeep.search("'Xanthippe").total
    upkeep.close()


def test_many_files_are_read_by_workers_as_one_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"word{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(60)]
    folder = shelve(tmp_path / "library", words)
    monkeypatch.setattr("briefing_tui.library.gather.FEW", 0)
    monkeypatch.setattr("briefing_tui.library.gather.FIRST", 2000)
    told: list[str] = []
    upkeep = Upkeep(Library(folder))
    upkeep.tell = lambda: told.append(upkeep.progress.words() if upkeep.progress else "done")
    upkeep.update()
    assert found(upkeep, words) == {word: [f"meeting-{number}"] for number, word in enumerate(words)}
    assert "reading 61 of 61 files" in told[-2]
    assert told[-1] == "done"
    upkeep.close()


def test_without_workers_all_is_read_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.library.gather.FEW", 0)
    monkeypatch.setattr("sys.executable", "/no/such/python")
    upkeep = up_to_date(folder)
    assert found(upkeep) == EXPECTED
    upkeep.close()


def test_a_worker_that_dies_loses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.library.gather.FEW", 0)
    monkeypatch.setattr("sys.executable", "/bin/false")
    upkeep = up_to_date(folder)
    assert found(upkeep) == EXPECTED
    upkeep.close()


def test_many_saves_leave_few_segments(folder: Path) -> None:
    upkeep = up_to_date(folder)
    for number in range(3 * WIDTH):
        write(folder / "meeting-3.yaml", briefing(3, f"umbrella{chr(97 + number)}"), age=100 - number)
        write(folder / f"new-{number}.yaml", briefing(4, f"parasol{chr(97 + number)}"))
        upkeep.update()
    assert len(upkeep.holdings.held) <= WIDTH
    assert found(upkeep, ["umbrellax", "umbrellaw", "parasola"]) == {
        "umbrellax": ["meeting-3"], "umbrellaw": [], "parasola": ["new-0"],
    }  # fmt: skip
    upkeep.close()
    assert len(list(upkeep.folder.glob("*.segment"))) == len(upkeep.holdings.held) if upkeep.folder else False


@pytest.mark.parametrize(
    ("pieces", "groups"),
    [
        ([Piece("a", 100, 0, False)] * (WIDTH - 1), 0),
        ([Piece("a", 100, 0, False)] * WIDTH, 1),
        ([Piece("a", 1_000_000, 0, False)] + [Piece("b", 100, 0, False)] * WIDTH, 1),
        ([Piece("a", 1_000_000, 0, False)] + [Piece("b", 10_000, 0, False)] * FEW, 1),
        ([Piece("a", 10_000, 0, False)] * (FEW - 1), 0),
        ([Piece("a", 1_000_000, 0.5, False)], 1),
        ([Piece("a", 1_000_000, 0.001, False)], 0),
        ([Piece("a", 1_000_000, 0.001, True)], 1),
    ],
)
def test_what_is_merged(pieces: list[Piece], groups: int) -> None:
    planned = list(plan(pieces, strict=True))
    assert len(planned) == groups
    assert all(len(group) in (1, FEW, WIDTH) for group in planned)


# --- tables

LINES = ["Ann Example\tThe glacier is ours", "\tNobody said this", "no speaker at all", "", "Bob\x1b[31m\tred \u202e alert"]


@pytest.mark.parametrize(("suffix", "pack"), [(".tsv", bytes), (".tsv.gz", gzip.compress), (".tsv.xz", lzma.compress)])
def test_a_table_of_quotes_is_searched(suffix: str, pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = tmp_path / f"said{suffix}"
    path.write_bytes(pack("\n".join(LINES).encode()))
    for _ in range(2):
        upkeep = up_to_date(path)
        (hit,) = upkeep.search("'glacier").hits
        passage = hit.passage
        assert (passage.briefing, passage.id, passage.speaker) == ("said", "0", "Ann Example")
        assert [hit.passage.id for hit in upkeep.search("nobody").hits] == ["1"]
        assert [hit.passage.id for hit in upkeep.search("speaker").hits] == ["2"]
        (hit,) = upkeep.search("'alert").hits
        assert (hit.passage.speaker, hit.passage.text) == ("Bob�[31m", "red  alert")
        assert [hit.passage.id for hit in upkeep.search("@ann glacier").hits] == ["0"]
        upkeep.close()


def test_a_table_is_not_read_again_and_has_no_briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "said.tsv", "Ann\tThe glacier is ours\n")
    up_to_date(path).close()
    monkeypatch.setattr("briefing_tui.library.table.chunks", None)
    upkeep = up_to_date(path)
    assert upkeep.search("glacier").total == 1
    with pytest.raises(UnreadableError, match="is a table of quotes"):
        upkeep.shelf.read(upkeep.shelf.entries[0])
    (facts,) = Library(path).listing()
    assert "is a table of quotes" in facts.reason
    upkeep.close()


def test_a_table_in_chunks_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.library.table.CHUNK", 100)
    path = write(tmp_path / "said.tsv", "".join(f"Ann\tThe glacier number {number}\n" for number in range(950)))
    upkeep = up_to_date(path)
    assert upkeep.search("glacier").total == 950
    assert [hit.passage.id for hit in upkeep.search("glacier 777", limit=1).hits] == ["777"]
    write(path, "Ann\tOnly this glacier\n", age=5)
    upkeep.update()
    assert upkeep.search("glacier").total == 1
    upkeep.close()


def test_a_table_that_lost_a_chunk_is_read_again_though_the_program_that_lost_it_died(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_tui.library.table.CHUNK", 3)
    path = write(tmp_path / "said.tsv", "".join(f"Ann\tPebble {number}\n" for number in range(9)))
    up_to_date(path).close()
    ledger = Upkeep(Library(path))
    ledger.claim()
    ledger.lose(list(ledger.holdings.held)[:1])
    ledger.close()
    upkeep = up_to_date(path)
    assert upkeep.search("pebble").total == 9
    upkeep.close()


def test_a_table_that_breaks_off_is_searched_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "said.tsv.gz"
    path.write_bytes(gzip.compress(b"".join(b"Ann\tThe glacier number %d\n" % number for number in range(200_000)))[:-2000])
    upkeep = up_to_date(path)
    assert upkeep.search("glacier", limit=5).total > 10_000
    (facts,) = upkeep.outlines.facts.values()
    assert "not all of it" in facts.reason
    upkeep.close()


def test_tables_in_a_folder_are_left_alone(folder: Path) -> None:
    write(folder / "said.tsv", "Ann\tA quagmire\n")
    upkeep = up_to_date(folder)
    assert not upkeep.search("'quagmire").total
    upkeep.close()


def test_broken_files_beside_good_ones_cost_nothing(tmp_path: Path) -> None:
    folder = shelve(tmp_path / "library")
    for number in range(300):
        write(folder / f"bad-{number}.yaml", "\t{[ never : closed\n")
    upkeep = up_to_date(folder)
    assert found(upkeep) == EXPECTED
    assert sum(bool(facts.reason) for facts in upkeep.outlines.facts.values()) == 301
    upkeep.close()


def test_terms_of_a_registry_are_kept_once_for_all(folder: Path) -> None:
    terms = "".join(f"  T{number}: a term that is explained at length, number {number}\n" for number in range(300))
    write(folder / "registry.yaml", f"glossary:\n{terms}")
    write(folder / "meeting-3.yaml", briefing(3, "orchard") + "glossary: {OWN: its own, T7: explained here}\n")
    upkeep = up_to_date(folder)
    place = upkeep.folder
    assert place
    fresh = Library(folder)
    fresh.use(None)
    kept = Library(folder)
    for entry in fresh.entries:
        if entry.id != "broken":
            assert list(kept.read(entry).briefing.glossary.items()) == list(fresh.read(entry).briefing.glossary.items())
    write(folder / "registry.yaml", "glossary: {U: another}\n", age=5)
    upkeep.update()
    upkeep.finish()
    upkeep.close()
    assert b"number 77" not in b"".join(path.read_bytes() for path in place.iterdir())


def test_a_large_registry_makes_no_large_cache(tmp_path: Path) -> None:
    folder = shelve(tmp_path / "library", [f"word{number}" for number in range(60)])
    terms = "".join(f"  T{number}: a term that is explained at length, number {number}\n" for number in range(1000))
    write(folder / "registry.yaml", f"glossary:\n{terms}")
    upkeep = up_to_date(folder)
    upkeep.close()
    place = upkeep.folder
    assert place
    assert (place / "catalog.db").stat().st_size < 1_500_000


def test_what_no_file_holds_is_searched_beside_the_library(folder: Path) -> None:
    note = Passage(
        "meeting 3", Ref(Kind.TALK, "a-b"), "ask for the umbrella treaty", Period.parse("2025-11-01"), Sort.NOTE, "n1"
    )
    upkeep = up_to_date(folder)
    upkeep.search_beside([note])
    assert [hit.passage.text for hit in upkeep.search("umbrela kind:note").hits] == [note.text]
    write(folder / "meeting-3.yaml", briefing(3, "umbrella"), age=30)
    upkeep.update()
    assert upkeep.search("umbrella").counts == {Sort.QUOTE: 1, Sort.NOTE: 1}
    upkeep.search_beside([])
    assert upkeep.search("umbrella").counts == {Sort.QUOTE: 1}
    upkeep.close()


def test_a_file_that_was_written_on_while_it_was_read_is_read_again_once_it_is_quiet(folder: Path) -> None:
    path = write(folder / "meeting-3.yaml", briefing(3, "orchard"), age=0)
    upkeep = up_to_date(folder)
    assert upkeep.restless
    facts = path.stat()
    path.write_text(briefing(3, "orchids"))
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    told: list[str] = []
    upkeep.tell = lambda: told.append("new")
    upkeep.settle()
    assert found(upkeep, ["orchard", "orchids"]) == {"orchard": [], "orchids": ["meeting-3"]}
    assert told == ["new"]
    upkeep.settle()
    assert told == ["new"]
    upkeep.close()
