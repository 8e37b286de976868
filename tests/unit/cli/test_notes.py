import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from command_line import briefing

from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.links import Links
from briefing_tui.model.marking import Tlp
from briefing_tui.model.note import ITSELF, Item, What
from briefing_tui.model.noted import item_of, lines_of
from briefing_tui.notes import Draft, added, edited, journal_of, journal_path, notes_folder, ticked
from briefing_tui.notes.lines import line
from briefing_tui.reading import read

TALK = Ref(Kind.TALK, "deu-fra")


def at(minutes: int) -> datetime:
    """Some minutes past noon on the day of the meeting."""
    return datetime(2031, 5, 4, 12, 0, tzinfo=UTC) + timedelta(minutes=minutes)


@pytest.fixture
def moon(folder: Path) -> Path:
    """A briefing with notes on a talk and on a threat, the latter edited, and two ticks."""
    path = folder / "moon.yaml"
    text = path.read_text(encoding="utf-8").replace(", tlp: AMBER", "")
    path.write_text(text.replace("parties: [orla, vex]", "parties: [orla, vex], points: [Thank them]") + "agenda: [Coffee]\n")
    found = read(path).briefing
    links = Links(found)
    book = journal_of(found, path)
    talk, dust = item_of(links, TALK), item_of(links, Ref(Kind.THREAT, "dust"))
    state = book.append(added(talk, "They agree *in part*\n# Wait", at(0)), added(dust, "dst", at(1)))
    book.append(edited(state.notes[1], "dust", at(31)), ticked(talk, lines_of(links, What.POINT, TALK)[0], at(2)))
    book.append(ticked(item_of(links, ITSELF), lines_of(links, What.AGENDA, ITSELF)[0], at(3)))
    return path


def test_notes_are_printed_with_time_item_and_ticks_between_two_markings(moon: Path) -> None:
    done = briefing("notes", moon)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == lines[-1] == "[TLP:GREEN]"
    assert lines[2] == "Meeting on the Moon"
    assert "4 May 2031 12:00 +00:00 · DEU–FRA" in lines
    assert lines[lines.index("4 May 2031 12:00 +00:00 · DEU–FRA") + 1 :][:2] == ["  They agree *in part*", "  # Wait"]
    assert "4 May 2031 12:01 +00:00 · Mondstaub · edited 12:31" in lines
    assert "  said: Thank them · DEU–FRA · 4 May 2031 12:02 +00:00" in lines
    assert "  done: Coffee · 4 May 2031 12:03 +00:00" in lines
    assert "NO LONGER" not in done.stdout
    assert briefing("notes", "moon", env={"BRIEFING_LIBRARY": str(moon.parent)}).stdout == done.stdout


def test_what_was_noted_and_ticked_in_a_rehearsal_says_so(moon: Path) -> None:
    found = read(moon).briefing
    links = Links(found)
    talk, point = item_of(links, TALK), lines_of(links, What.POINT, TALK)[0]
    book = journal_of(found, moon)
    book.append(added(talk, "Ho", at(5), rehearsed=True), ticked(talk, point, at(6), rehearsed=True))
    lines = briefing("notes", moon).stdout.splitlines()
    assert "4 May 2031 12:05 +00:00 · DEU–FRA · rehearsal" in lines
    assert "  said: Thank them · DEU–FRA · 4 May 2031 12:06 +00:00 · rehearsal" in lines
    data = json.loads(briefing("notes", moon, "--json").stdout)
    assert [each["rehearsed"] for each in data["notes"]] == [False, False, True]
    assert [each["rehearsed"] for each in data["ticks"]] == [False, True]


def test_what_was_left_unsaved_is_said(moon: Path) -> None:
    found = read(moon).briefing
    journal, talk = journal_of(found, moon).path, item_of(Links(found), TALK)
    if not (typing := os.fork()):
        Draft(journal).keep(talk, "half", "n1", at(9))
        os._exit(0)
    os.waitpid(typing, 0)
    said = "1 note is not saved yet and is not printed"
    assert said in briefing("notes", moon).stderr and "half" not in briefing("notes", moon).stdout
    assert said in briefing("memcon", "deu-fra", "--in", moon).stderr
    journal_of(found, moon).append(added(talk, "half", at(9), "n1"))
    assert said not in briefing("notes", moon).stderr


def test_notes_as_markdown_are_no_markup(moon: Path) -> None:
    lines = briefing("notes", moon, "--markdown").stdout.splitlines()
    assert lines[0] == lines[-1] == "**[TLP:GREEN]**"
    assert "  They agree \\*in part\\*\\" in lines
    assert "  \\# Wait" in lines
    assert "- [x] done: Coffee · 4 May 2031 12:03 +00:00" in lines


def test_notes_as_json(moon: Path) -> None:
    data = json.loads(briefing("notes", moon, "--json").stdout)
    assert (data["briefing"], data["tlp"], data["path"]) == ("moon", "GREEN", str(moon.resolve()))
    first, second = data["notes"]
    assert (first["text"], first["gone"], first["edited"]) == ("They agree *in part*\n# Wait", False, None)
    assert first["item"] == {"kind": "talk", "id": "deu-fra", "title": "DEU–FRA", "tlp": "GREEN"}
    assert second["edited"] == "2031-05-04T12:31:00+00:00"
    assert [tick["what"] for tick in data["ticks"]] == ["point", "agenda"]


def test_what_hangs_on_nothing_any_more_is_printed_apart(moon: Path) -> None:
    moon.write_text(
        moon.read_text(encoding="utf-8").replace("dust: {title", "sand: {title").replace("Thank them", "Say nothing")
    )
    done = briefing("notes", moon).stdout
    here, _, gone = done.partition("NO LONGER IN THIS BRIEFING")
    assert "They agree" in here and "done: Coffee" in here
    assert "dust" in gone and "said: Thank them" in gone
    data = json.loads(briefing("notes", moon, "--json").stdout)
    assert [each["gone"] for each in (*data["notes"], *data["ticks"])] == [False, True, False, True]
    assert "## No longer in this briefing" in briefing("notes", moon, "--markdown").stdout


def test_the_strictest_of_what_was_noted_marks_the_page(moon: Path) -> None:
    found = read(moon).briefing
    item = Item(Ref(Kind.THREAT, "gone"), "A leak", Tlp.RED)
    journal_of(found, moon).append(added(item, "who?", at(9)))
    assert briefing("notes", moon).stdout.startswith("[TLP:RED]")
    assert "TLP:RED" in briefing("notes").stdout
    moon.write_text("classification: SECRET\n" + moon.read_text(encoding="utf-8"))
    assert briefing("notes", moon).stdout.startswith("[SECRET TLP:RED]")


def test_what_is_about_the_whole_briefing_is_as_strict_as_anything_in_it(moon: Path) -> None:
    moon.write_text(moon.read_text(encoding="utf-8").replace("name: Orla Testfrau", "tlp: AMBER, name: Orla Testfrau"))
    assert briefing("notes", moon).stdout.startswith("[TLP:AMBER]"), "the agenda has a tick"


def test_without_a_name_all_that_have_notes_are_listed_the_newest_first(moon: Path) -> None:
    slip = moon.with_name("slip.yaml")
    journal_of(read(slip).briefing, slip).append(added(Item(ITSELF, "Slip"), "later", at(60)))
    done = briefing("notes")
    first, second = done.stdout.splitlines()
    assert "slip" in first and "1 note " in first and "NO MARKING" in first and "13:00" in first
    assert "moon" in second and "2 notes, 2 ticks" in second and "TLP:GREEN" in second
    data = json.loads(briefing("notes", "--json").stdout)
    assert [(each["id"], each["notes"], each["ticks"], each["there"]) for each in data] == [
        ("slip", 1, 0, True),
        ("moon", 2, 2, True),
    ]
    assert all(line.startswith("- ") for line in briefing("notes", "--markdown").stdout.splitlines())


def test_the_list_has_the_times_of_the_meeting_also_once_the_file_is_gone(moon: Path) -> None:
    moon.write_text(moon.read_text(encoding="utf-8") + "timezone: Asia/Seoul\n", encoding="utf-8")
    found = read(moon).briefing
    journal_of(found, moon).append(added(item_of(Links(found), TALK), "later", at(40)))
    assert briefing("notes").stdout.startswith("4 May 2031 21:40 +09:00  ")
    moon.unlink()
    assert briefing("notes").stdout.startswith("4 May 2031 21:40 +09:00  ")


def test_notes_on_a_briefing_that_is_gone_are_found_by_id_and_path(moon: Path) -> None:
    moon.unlink()
    library = {"BRIEFING_LIBRARY": str(moon.parent)}
    for name in ("moon", moon):
        done = briefing("notes", name, env=library)
        assert done.returncode == 0
        assert "They agree" in done.stdout and "said: Thank them" in done.stdout
        assert done.stdout.startswith("[TLP:GREEN]")
        assert "is gone" in done.stderr
    assert "gone)" in briefing("notes").stdout


def test_one_that_moved_is_told_where_its_notes_are(moon: Path) -> None:
    new = moon.parent / "below" / "moon.yaml"
    new.parent.mkdir()
    moon.rename(new)
    done = briefing("notes", new)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"briefing notes {moon.resolve()}" in done.stderr


def test_notes_on_a_file_that_can_no_longer_be_read_are_printed(moon: Path) -> None:
    moon.write_text("nothing: here\n")
    done = briefing("notes", moon)
    assert done.returncode == 0
    assert "They agree" in done.stdout
    assert done.stdout.startswith("[TLP:GREEN]")
    assert "title" in done.stderr


def test_damage_is_said(moon: Path) -> None:
    book = journal_of(read(moon).briefing, moon).path
    book.write_bytes(book.read_bytes().replace(b"They agree", b"They argue"))
    done = briefing("notes", moon)
    assert "They" not in done.stdout and "dust" in done.stdout
    assert "damaged" in done.stderr


def test_without_notes_the_key_that_writes_one_is_the_users(tmp_path: Path) -> None:
    (tmp_path / "briefing").mkdir()
    (tmp_path / "briefing/config.toml").write_text('keys.note = "m"\n')
    done = briefing("notes", env={"XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)})
    assert "`m` writes one" in done.stderr


def test_no_notes_and_misuse(folder: Path) -> None:
    assert briefing("notes").returncode == 1
    assert json.loads(briefing("notes", "--json").stdout) == []
    done = briefing("notes", folder / "moon.yaml")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no notes" in done.stderr
    assert json.loads(briefing("notes", folder / "moon.yaml", "--json").stdout)["notes"] == []
    for args in (("nowhere",), ("--json", "--markdown"), ("a", "b")):
        done = briefing("notes", *args, env={"BRIEFING_LIBRARY": str(folder)})
        assert (done.returncode, done.stdout) == (2, "")


def test_a_briefing_without_ticks_has_no_list_of_them(folder: Path) -> None:
    path = folder / "slip.yaml"
    journal_of(read(path).briefing, path).append(added(Item(ITSELF, "Slip"), "later", at(0)))
    assert "[x]" not in briefing("notes", path, "--markdown").stdout
    assert "TICKED" not in briefing("notes", path).stdout


def test_what_a_newer_program_wrote_is_counted(moon: Path) -> None:
    book = journal_of(read(moon).briefing, moon).path
    with book.open("ab") as file:
        file.write(line({"kind": "drawing", "id": "d1"}) + line({"kind": "song", "id": "s1"}))
    done = briefing("notes", moon)
    assert "They agree" in done.stdout
    assert done.stderr == f"2 entries in {book} are of a later version and are not shown\n"


def test_a_journal_that_cannot_be_read_does_not_hide_the_others(moon: Path) -> None:
    (notes_folder() / "x.journal").symlink_to("x.journal")
    for args in ((), ("--json",)):
        done = briefing("notes", *args)
        assert (done.returncode, "moon" in done.stdout) == (0, True)
        assert f"{notes_folder()}/x.journal: " in done.stderr


def test_an_id_of_two_briefings_that_are_gone_names_their_paths(moon: Path) -> None:
    other = moon.parent / "below" / "moon.yaml"
    other.parent.mkdir()
    other.write_bytes(moon.read_bytes())
    journal_of(read(other).briefing, other).append(added(Item(ITSELF, "Moon"), "again", at(70)))
    for path in (moon, other):
        path.unlink()
    done = briefing("notes", "moon", env={"BRIEFING_LIBRARY": str(moon.parent)})
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"briefing: 'moon' may be {other.resolve()}, {moon.resolve()}; name one of them\n"


def test_notes_that_were_declined_once_are_not_offered_again(moon: Path) -> None:
    new = moon.parent / "below" / "moon.yaml"
    new.parent.mkdir()
    moon.rename(new)
    journal_of(read(new).briefing, new).decline(journal_path(moon), at(90))
    assert "there are notes on" not in briefing("notes", new).stderr
