from pathlib import Path

from journals import ABOUT, TALK, at, texts

from briefing_tui.model.note import Line, What
from briefing_tui.notes import About, Journal, added, deleted, edited, journal_of, journal_path, moved, noted, ticked
from briefing_tui.reading import read

BRIEFING = "title: Meeting on the Moon\ndate: 2031-05-04\ntlp: GREEN\n"


def briefing(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(BRIEFING)
    return path


def book(path: Path, folder: Path) -> Journal:
    return journal_of(read(path).briefing, path, folder)


def test_a_briefing_has_one_journal_whatever_way_leads_to_it(tmp_path: Path) -> None:
    file = briefing(tmp_path / "library" / "moon.yaml")
    (tmp_path / "link").symlink_to(tmp_path / "library")
    assert journal_path(file) == journal_path(tmp_path / "link" / "moon.yaml")
    assert journal_path(file) == journal_path(tmp_path / "link" / ".." / "library" / "moon.yaml")
    assert journal_path(file) != journal_path(tmp_path / "library" / "mars.yaml")


def test_a_path_of_any_bytes_has_a_journal_that_knows_it(tmp_path: Path) -> None:
    file = briefing(tmp_path / "m\udcffn.yaml")
    book(file, tmp_path / "notes").append(added(TALK, "one", at(0)))
    [kept] = noted(tmp_path / "notes")
    assert kept.has_file


def test_a_moved_briefing_finds_its_notes_by_its_id_and_takes_them_over(tmp_path: Path) -> None:
    notes, old, new = tmp_path / "notes", briefing(tmp_path / "a" / "moon.yaml"), tmp_path / "b" / "moon.yaml"
    first = book(old, notes)
    one, two, _ = first.append(*(added(TALK, text, at(0)) for text in ("one", "two", "three"))).notes
    first.append(edited(one, "one!", at(1)), deleted(two, at(1)), ticked(TALK, Line(What.POINT, "say", 0), at(1)))
    new.parent.mkdir()
    second = book(old.rename(new), notes)
    second.append(added(TALK, "since", at(2)))
    [found] = moved(second)
    assert (found.path, texts(found.state), found.state.about) == (first.path, ["one!", "three"], first.about)
    before = first.path.read_bytes()
    state = second.adopt(found.path, at(3))
    assert texts(state) == ["since", "one!", "three"]
    assert len(state.set_ticks) == 1
    assert first.path.read_bytes() == before
    assert moved(second) == []
    assert [kept.path for kept in noted(notes)] == [second.path]
    assert texts(second.adopt(found.path, at(4))) == ["since", "one!", "three"]


def test_what_is_still_noted_under_the_old_path_is_found_again(tmp_path: Path) -> None:
    notes, old, new = tmp_path / "notes", briefing(tmp_path / "a" / "moon.yaml"), tmp_path / "b" / "moon.yaml"
    first = book(old, notes)
    first.append(added(TALK, "one", at(0)))
    new.parent.mkdir()
    second = book(old.rename(new), notes)
    second.adopt(first.path, at(1))
    first.append(added(TALK, "by a program that was open", at(2)))
    assert [each.path for each in moved(second)] == [first.path]
    assert first.path in [each.path for each in noted(notes)]
    assert texts(second.adopt(first.path, at(3))) == ["one", "by a program that was open"]


def test_a_briefing_that_moved_there_and_back_has_all_and_is_listed_once(tmp_path: Path) -> None:
    notes, old, new = tmp_path / "notes", briefing(tmp_path / "a" / "moon.yaml"), tmp_path / "b" / "moon.yaml"
    first = book(old, notes)
    first.append(added(TALK, "one", at(0)))
    new.parent.mkdir()
    second = book(old.rename(new), notes)
    second.adopt(first.path, at(1))
    second.append(added(TALK, "two", at(2)))
    new.rename(old)
    [found] = moved(first)
    assert texts(first.adopt(found.path, at(3))) == ["one", "two"]
    assert [kept.path for kept in noted(notes)] == [first.path]
    old.unlink()
    assert len(noted(notes)) == 1


def test_other_briefings_are_not_asked_about(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    own = book(briefing(tmp_path / "a" / "moon.yaml"), notes)
    book(briefing(tmp_path / "b" / "moon.yaml"), notes).append(added(TALK, "still there", at(0)))
    gone = briefing(tmp_path / "c" / "mars.yaml")
    book(gone, notes).append(added(TALK, "another id", at(0)))
    gone.unlink()
    assert moved(own) == []


def test_one_that_was_declined_is_not_asked_about_again_and_still_listed(tmp_path: Path) -> None:
    notes, gone = tmp_path / "notes", briefing(tmp_path / "b" / "moon.yaml")
    other = book(gone, notes)
    other.append(added(TALK, "another meeting", at(0)))
    gone.unlink()
    own = book(briefing(tmp_path / "a" / "moon.yaml"), notes)
    assert own.decline(other.path, at(1)).notes == ()
    assert moved(own) == []
    assert [each.path for each in noted(notes)] == [other.path]


def test_the_list_has_the_newest_first_and_nothing_without_notes(tmp_path: Path) -> None:
    for name, minute in (("old", 1), ("new", 9), ("middle", 5)):
        Journal(tmp_path / f"{name}.journal", About(f"/nowhere/{name}.yaml", name)).append(added(TALK, name, at(minute)))
    empty = Journal(tmp_path / "empty.journal", ABOUT)
    [note] = empty.append(added(TALK, "gone", at(20))).notes
    empty.append(deleted(note, at(21)))
    (tmp_path / "rubbish.journal").write_bytes(b"\0\n" * 100)
    assert [texts(each.state) for each in noted(tmp_path)] == [["new"], ["middle"], ["old"]]


def test_a_journal_that_cannot_be_read_is_named_with_its_reason(tmp_path: Path) -> None:
    Journal(tmp_path / "good.journal", ABOUT).append(added(TALK, "one", at(0)))
    (tmp_path / "folder.journal").mkdir()
    good, bad = noted(tmp_path)
    assert texts(good.state) == ["one"]
    assert "folder.journal" in bad.trouble


def test_no_folder_is_no_notes(tmp_path: Path) -> None:
    assert noted(tmp_path / "nowhere") == []
