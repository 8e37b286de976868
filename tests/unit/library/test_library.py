import os
import pickle
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelves import up_to_date, write

from briefing_tui.library import Library, opening
from briefing_tui.library.opening import SOON, _rank
from briefing_tui.model.dates import Period
from briefing_tui.model.errors import NotFoundError, UnreadableError
from briefing_tui.reading import peek_period

TODAY = date(2025, 11, 1)


def library(folder: Path, **files: str) -> Library:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text)
    return Library(folder)


def dated(day: str) -> str:
    return f"title: On {day}\ndate: {day}\n"


def opened(folder: Path, *days: str) -> str:
    chosen = library(folder, **{f"b{number}": dated(day) for number, day in enumerate(days)}).opening(TODAY)
    return days[int(chosen.id[1:])] if chosen else ""


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2025-10-31", "2025-11-01", "2025-11-02"), "2025-11-01"),
        (("2025-10-31", "2025-11-15", "2025-11-14"), "2025-11-14"),
        (("2025-10-30", "2025-10-31", "2025-11-16"), "2025-10-31"),
        (("2025-11-02", "2025-10-31/2025-11-02"), "2025-10-31/2025-11-02"),
        (("2025", "2025-10-31/2025-11-02"), "2025-10-31/2025-11-02"),
        (("2026-01-01", "2025-12-01"), "2025-12-01"),
        ((), ""),
    ],
)
def test_the_briefing_to_open(tmp_path: Path, days: tuple[str, ...], expected: str) -> None:
    assert opened(tmp_path, *days) == expected


def test_what_cannot_be_read_is_never_opened_first(tmp_path: Path) -> None:
    made = library(tmp_path, a="date: 2025-11-01\n", b=dated("2025-10-01"), c="\t{[\n")
    chosen = made.opening(TODAY)
    assert chosen
    assert chosen.id == "b"


def test_a_library_with_a_start_opens_there_whatever_the_day(tmp_path: Path) -> None:
    library(tmp_path, a=dated("2025-11-01"), start=dated("2020-01-01"))
    chosen = Library(tmp_path, start="start").opening(TODAY)
    assert chosen
    assert chosen.id == "start"


def test_a_date_that_a_glance_cannot_see_counts(tmp_path: Path) -> None:
    made = library(tmp_path, a=dated("2025-10-01"), b="{title: Flow, date: 2025-11-01}")
    chosen = made.opening(TODAY)
    assert chosen
    assert chosen.id == "b"


def test_what_is_known_of_files_as_they_are_chooses_as_reading_them_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in {"a": dated("2025-10-01"), "b": dated("2025-10-30"), "c": dated("2025-11-12"), "d": "title: D\n"}.items():
        write(tmp_path / f"{name}.yaml", text)
    up_to_date(tmp_path).close()

    def chosen() -> tuple[str, list[str]]:
        looked: list[str] = []
        with monkeypatch.context() as patch:
            patch.setattr(opening, "peek_period", lambda path: (looked.append(path.stem), peek_period(path))[1])
            entry = Library(tmp_path).opening(TODAY)
        assert entry
        return entry.id, looked

    assert chosen() == ("c", [])
    write(tmp_path / "c.yaml", dated("2026-03-01"), age=30)
    assert chosen() == ("b", ["c"])
    library = Library(tmp_path)
    assert len(library.entries) == 4
    (tmp_path / "b.yaml").unlink()
    entry = library.opening(TODAY)
    assert entry
    assert entry.id == "a"


@given(st.lists(st.dates(date(2025, 1, 1), date(2026, 12, 31)), min_size=1))
def test_the_order_of_opening(days: list[date]) -> None:
    best = min(days, key=lambda day: _rank(Period.parse(day.isoformat()), TODAY))
    soon = [day for day in days if TODAY <= day <= TODAY + SOON]
    past = [day for day in days if day < TODAY]
    assert best == (min(soon) if soon else max(past) if past else min(days))


def test_a_reading_is_kept_until_the_file_changes(tmp_path: Path) -> None:
    made = library(tmp_path, a=dated("2025-11-01"))
    entry = made.entries[0]
    first = made.read(entry)
    assert made.read(entry) is first
    entry.path.write_text("title: New\ndate: 2025-11-02\n")
    assert str(made.read(entry).briefing.title) == "New"


def test_a_file_replaced_by_another_of_the_same_size_and_time_is_read_again(tmp_path: Path) -> None:
    made = library(tmp_path, a=dated("2025-11-01"))
    entry = made.entries[0]
    made.read(entry)
    facts = entry.path.stat()
    (tmp_path / "new").write_text(dated("2025-11-02"))
    os.utime(tmp_path / "new", ns=(facts.st_atime_ns, facts.st_mtime_ns))
    (tmp_path / "new").replace(entry.path)
    assert made.read(entry).briefing.date.first == TODAY + timedelta(days=1)


def test_a_file_that_breaks_and_is_mended_is_read_again(tmp_path: Path) -> None:
    made = library(tmp_path, a=dated("2025-11-01"))
    entry = made.entries[0]
    entry.path.write_text("[1, 2]\n")
    for _ in range(2):
        with pytest.raises(UnreadableError, match=r"a\.yaml"):
            made.read(entry)
    entry.path.write_text(dated("2025-11-05"))
    assert made.read(entry).briefing.date.first == date(2025, 11, 5)
    entry.path.unlink()
    with pytest.raises(UnreadableError):
        made.read(entry)


def test_a_library_keeps_what_it_read_when_it_is_sent_to_another_process(tmp_path: Path) -> None:
    made = library(tmp_path, a=dated("2025-11-01"), b="date: 2025-11-01\n")
    good, bad = made.entries
    reading = made.read(good)
    with pytest.raises(UnreadableError) as before:
        made.read(bad)
    again = pickle.loads(pickle.dumps(made))
    assert again.read(good) == reading
    with pytest.raises(UnreadableError) as after:
        again.read(bad)
    assert after.value.message == before.value.message


def test_neighbours(tmp_path: Path) -> None:
    made = library(tmp_path, a=dated("2025-11-01"), b=dated("2025-11-02"), c=dated("2025-11-03"))
    a, b, c = made.entries
    assert made.neighbours(a) == (None, b)
    assert made.neighbours(b) == (a, c)
    assert made.neighbours(c) == (b, None)


def test_a_listing_has_facts_or_a_reason(tmp_path: Path) -> None:
    people = "participants: {a: {name: Ann}, b: {name: Bob}}\nquotes: [{speaker: a, text: Yes}]\nkolour: red\n"
    good, bad = library(tmp_path, a=dated("2025-11-01") + people, b="date: 2025-11-01\n").listing()
    assert good.counts == {"participants": 2, "talks": 0, "threats": 0, "quotes": 1}
    assert good.problems == 1
    assert "title" in bad.reason
    assert bad.counts == {}


@pytest.mark.parametrize("name", ["scm-57", "57th scm", "Das 57. SCM", "{folder}/scm-57.yaml"])
def test_a_briefing_is_found_by_id_title_and_path(tmp_path: Path, name: str) -> None:
    made = library(
        tmp_path, **{"scm-57": "title: {en: 57th SCM, de: Das 57. SCM}\ndate: 2025-11-04\n", "x": dated("2025-11-01")}
    )
    assert made.find(name.format(folder=tmp_path)).id == "scm-57"


def test_a_name_that_means_nothing_says_what_may_have_been_meant(tmp_path: Path) -> None:
    made = library(tmp_path, **{"2025-11-04-scm-57": dated("2025-11-04"), "other": dated("2025-11-01")})
    for slip in ("scm", "2025-11-04-smc-57"):
        with pytest.raises(NotFoundError, match="did you mean 2025-11-04-scm-57"):
            made.find(slip)


def test_a_name_that_means_two_names_both(tmp_path: Path) -> None:
    for year in ("2024", "2025"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "scm.yaml").write_text(dated(f"{year}-11-01"))
    with pytest.raises(NotFoundError, match=r"2024/scm\.yaml, 2025/scm\.yaml"):
        Library(tmp_path).find("scm")
    assert Library(tmp_path).find("2024/scm.yaml").path.parent.name == "2024"


def test_the_talk_before_is_looked_for_beside_first(tmp_path: Path) -> None:
    talk = "participants: {a: {name: Ann}, b: {name: Bob}}\ntalks: {t: {parties: [a, b], outcome: %s}}\n"
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "last.yaml").write_text(dated("2024-11-01") + talk % folder)
        (tmp_path / folder / f"now-{folder}.yaml").write_text(dated("2025-11-01"))
    made = Library(tmp_path)
    for folder in ("x", "y"):
        found = made.resolve_previous("last/t", made.find(f"now-{folder}"))
        assert found
        assert str(found[1].outcome) == folder
    assert made.resolve_previous("last/nothing") is None
    assert made.resolve_previous("nothing/t") is None
    assert made.resolve_previous("last") is None


def test_a_folder_that_cannot_be_listed_is_not_said_to_be_empty(tmp_path: Path) -> None:
    library = Library(tmp_path / "empty", tmp_path / "gone")
    (tmp_path / "empty").mkdir()
    (tmp_path / "gone").mkdir()
    assert library.lack == f"no briefings in {tmp_path}/empty, {tmp_path}/gone"
    odd = tmp_path / "a\nb\x1b[31m"
    odd.mkdir()
    assert "\n" not in Library(odd).lack and "\x1b" not in Library(odd).lack
    (tmp_path / "gone").rmdir()
    assert library.lack == f"{tmp_path}/gone cannot be read: No such file or directory"
