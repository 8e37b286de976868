"""`briefing memcon` as a user calls it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import briefing

from briefing_tui.cli.talks import talk_named
from briefing_tui.library import Library
from briefing_tui.model.errors import NotFoundError
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.note import Item, Line, What
from briefing_tui.notes import added, journal_of, ticked
from briefing_tui.reading import read

TALKS = """title: Meeting on the Moon
date: 2031-05-04
timezone: Asia/Seoul
tlp: GREEN
participants:
  orla: {name: Orla Testfrau, role: Minister, delegation: DEU}
  vex: {name: Vex Nobody, delegation: FRA}
talks:
  dust: {parties: [orla, vex], points: [Thank them, Ask about dust]}
  other: {parties: [orla, KOR]}
"""


@pytest.fixture
def moon(tmp_path: Path) -> Path:
    (tmp_path / "moon.yaml").write_text(TALKS, encoding="utf-8")
    (tmp_path / "again.yaml").write_text(
        TALKS.replace("2031-05-04", "2031-06-04").replace("other:", "third:"), encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("name", ["moon/dust", "moon/deu-fra", "moon/FRA–DEU", "moon/vex-orla"])
def test_a_talk_is_found_in_its_briefing_by_id_and_parties(moon: Path, name: str) -> None:
    assert talk_named(Library(moon), name).name == "moon/dust"


@pytest.mark.parametrize("name", ["other", "third", "Third"])
def test_a_talk_is_found_anywhere_by_its_id(moon: Path, name: str) -> None:
    assert talk_named(Library(moon), name).talk.id == name.lower()


@pytest.mark.parametrize("name", ["dust", "kor-deu"])
def test_a_name_of_several_talks_names_them(moon: Path, name: str) -> None:
    with pytest.raises(NotFoundError, match=r"again/\w+, moon/\w+; name one"):
        talk_named(Library(moon), name)


def test_an_id_is_that_talk_though_others_have_its_parties(moon: Path) -> None:
    text = TALKS.replace("  other:", "  vex-orla: {parties: [orla, vex], outcome: They parted}\n  other:")
    (moon / "moon.yaml").write_text(text, encoding="utf-8")
    assert "They parted" in briefing("memcon", "vex-orla", "--in", moon).stdout


@pytest.mark.parametrize("name", ["duts", "moon/duts"])
def test_a_slip_names_what_was_meant(moon: Path, name: str) -> None:
    with pytest.raises(NotFoundError, match="did you mean 'dust'"):
        talk_named(Library(moon), name)


def test_the_record_has_what_was_noted_and_ticked_at_the_time_of_the_place(moon: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    item = Item(Ref(Kind.TALK, "dust"), "DEU–FRA")
    at = datetime(2031, 5, 4, 5, 30, tzinfo=UTC)
    path = moon / "moon.yaml"
    journal = journal_of(read(path).briefing, path, state / "briefing" / "notes")
    journal.append(added(item, "they nodded", at), ticked(item, Line(What.POINT, "Ask about dust", 1), at))
    done = briefing("memcon", "moon/dust", env={"BRIEFING_LIBRARY": str(moon), "XDG_STATE_HOME": str(state)})
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == lines[-1] == "**[TLP:GREEN]**"
    assert {"- 14:30 they nodded", "- [ ] Thank them", "- [x] Ask about dust"} <= set(lines)


def test_the_record_says_what_was_only_rehearsed(moon: Path, tmp_path: Path) -> None:
    state, path = tmp_path / "state", moon / "moon.yaml"
    item, at = Item(Ref(Kind.TALK, "dust"), "DEU–FRA"), datetime(2031, 5, 4, 5, 30, tzinfo=UTC)
    journal_of(read(path).briefing, path, state / "briefing" / "notes").append(
        added(item, "they nodded", at, rehearsed=True),
        ticked(item, Line(What.POINT, "Ask about dust", 1), at, rehearsed=True),
        ticked(item, Line(What.POINT, "Thank them", 0), at),
    )
    done = briefing("memcon", "moon/dust", env={"BRIEFING_LIBRARY": str(moon), "XDG_STATE_HOME": str(state)})
    lines = set(done.stdout.splitlines())
    assert {"- 14:30 they nodded (rehearsal)", "- [x] Ask about dust (rehearsal)", "- [x] Thank them"} <= lines


def test_without_notes_there_is_a_skeleton(moon: Path) -> None:
    done = briefing("memcon", "other", "--in", moon)
    assert done.returncode == 0 and "## Next" in done.stdout and "- …" in done.stdout


def test_a_talk_that_is_not_there_is_said(moon: Path) -> None:
    done = briefing("memcon", "nothing", "--in", moon)
    assert done.returncode == 2 and done.stdout == "" and "no talk 'nothing' in " in done.stderr


def test_what_was_said_stands_in_the_words_it_was_ticked_in(moon: Path, tmp_path: Path) -> None:
    state, path = tmp_path / "state", moon / "moon.yaml"
    item, at = Item(Ref(Kind.TALK, "dust"), "DEU–FRA"), datetime(2031, 5, 4, 5, 30, tzinfo=UTC)
    path.write_text(TALKS.replace("Thank them, Ask about dust", "Give notice of 72 hours, Ask about ice"), encoding="utf-8")
    journal_of(read(path).briefing, path, state / "briefing" / "notes").append(
        ticked(item, Line(What.POINT, "Give notice of 48 hours", 0), at), ticked(item, Line(What.POINT, "Sing", 1), at)
    )
    done = briefing("memcon", "moon/dust", env={"BRIEFING_LIBRARY": str(moon), "XDG_STATE_HOME": str(state)})
    lines = done.stdout.splitlines()
    assert "- [x] Give notice of 48 hours (now: Give notice of 72 hours)" in lines
    assert "- [ ] Ask about ice" in lines and "- [x] Sing (no longer in the briefing)" in lines


def test_a_file_is_named_by_its_path_and_the_time_is_that_of_the_agenda(moon: Path) -> None:
    path = moon / "moon.yaml"
    path.write_text(
        TALKS + "lang: de\nagenda: [{time: '09:30', until: '10:15', what: Gespräch, talk: dust}]\n", encoding="utf-8"
    )
    done = briefing("memcon", f"{path}/deu-fra")
    lines = done.stdout.splitlines()
    assert "- Date: 4 May 2031, 09:30–10:15 (Asia/Seoul)" in lines
    assert "- [ ] Thank them" in lines and "[de" not in done.stdout
    assert "- [ ] Thank them \\[de\\]" in briefing("memcon", f"{path}/dust", "--lang", "en").stdout


def test_where_a_talk_was_looked_for_is_said(moon: Path) -> None:
    told = briefing("memcon", "nothing", "--in", moon).stderr
    assert f"no talk 'nothing' in {moon}" in told and "--in PATH looks in another folder" in told
    path = moon / "moon.yaml"
    told = briefing("memcon", f"{path}/nothing").stderr
    assert f"in {path}; it has " in told and "dust" in told and "--in" not in told
