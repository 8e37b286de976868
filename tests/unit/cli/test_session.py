"""Where the reader was left: kept whole, for the user alone, for half a day; anything else in its place is ignored."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from briefing_tui import places, session
from briefing_tui.cli.read import _wanted, day_of
from briefing_tui.model.errors import NotFoundError
from briefing_tui.session import LASTS, Session, keep, left

STATE = Session("/tycho/a.yaml", ("page", "agenda"), 0, True, (("person", "vega"), None, None), 3, 1)


def test_what_is_kept_is_found_for_twelve_hours_and_no_longer() -> None:
    keep(STATE, now=1000.0)
    assert left(now=1000.0 + LASTS) == STATE
    assert left(now=1001.0 + LASTS) is None
    assert left(now=999.0 - LASTS) is None


def test_it_is_for_the_user_alone() -> None:
    keep(STATE)
    assert session.path().stat().st_mode & 0o777 == 0o600
    assert session.path().parent.stat().st_mode & 0o777 == 0o700


def test_it_holds_ids_and_no_text() -> None:
    keep(STATE)
    data = json.loads(session.path().read_bytes())
    assert set(data) == {"version", "at", *Session._fields}


GOOD = {"version": 1, "at": 1000.0, **STATE._asdict()}


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b"[" * 60_000, b"\xff\xfe", b" " * 70_000,
        *(json.dumps(GOOD | change).encode() for change in (
            {"version": 2}, {"at": "soon"}, {"at": 1e400}, {"file": 3}, {"top": "1"}, {"top": 10**30}, {"top": -5},
            {"cursors": 3}, {"cursors": ["ab"]}, {"subject": ["talk"]}, {"subject": {"a": 1}},
        )),
        *(json.dumps({key: value for key, value in GOOD.items() if key != name}).encode() for name in GOOD),
    ],
)  # fmt: skip
def test_what_is_no_session_is_ignored(data: bytes) -> None:
    session.path().parent.mkdir(parents=True)
    session.path().write_bytes(data)
    assert left(now=1000.0) is None


def test_neither_a_folder_nor_a_pipe_nor_a_link_is_a_session(tmp_path: Path) -> None:
    place = session.path()
    place.parent.mkdir(parents=True)
    place.mkdir()
    assert left() is None
    place.rmdir()
    os.mkfifo(place)
    assert left() is None
    place.unlink()
    (tmp_path / "other.json").write_text(json.dumps(GOOD))
    place.symlink_to(tmp_path / "other.json")
    assert left(now=1000.0) is None


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three briefings, of which that of today is opened."""
    for day in (1, 2, 3):
        (tmp_path / f"{day}.yaml").write_text(f"title: Day {day}\ndate: 2031-05-0{day}\n")
    monkeypatch.setenv(places.LIBRARY_VARIABLE, str(tmp_path))
    return tmp_path


def opened(path: Path | None) -> tuple[str, bool]:
    """The briefing that opens, and whether where it was left."""
    _, entry, _, restored = _wanted(str(path) if path else None, date(2031, 5, 2))
    return entry.id, restored is not None


def test_the_briefing_that_was_open_comes_before_that_of_today(library: Path) -> None:
    assert opened(None) == ("2", False)
    keep(Session(os.path.realpath(library / "3.yaml")))
    assert opened(None) == ("3", True)
    assert opened(library) == ("3", True)


def test_a_path_that_says_otherwise_is_obeyed(library: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    keep(Session(os.path.realpath(library / "3.yaml")))
    assert opened(library / "1.yaml") == ("1", False)
    assert opened(library / "3.yaml") == ("3", True)
    other = tmp_path_factory.mktemp("other")
    (other / "3.yaml").write_text("title: Other\ndate: 2031-05-02\n")
    assert opened(other) == ("3", False)


def test_a_briefing_that_is_gone_or_broken_is_not_insisted_on(library: Path) -> None:
    keep(Session(os.path.realpath(library / "3.yaml")))
    (library / "3.yaml").write_text("[")
    assert opened(None) == ("2", False)
    (library / "3.yaml").unlink()
    assert opened(None) == ("2", False)


def test_today_is_the_day_of_the_time_given(monkeypatch: pytest.MonkeyPatch) -> None:
    assert day_of("2031-05-02T23:59") == date(2031, 5, 2)
    assert day_of("2031-05-02") == date(2031, 5, 2)
    assert day_of("14:20") == date.today()
    with pytest.raises(ValueError, match="write it like 2025-11-01T14:20"):
        day_of("tomorrow")


def test_a_folder_without_briefings_opens_nothing(library: Path) -> None:
    (library / "empty").mkdir()
    with pytest.raises(NotFoundError, match=r"no briefings in .*empty"):
        opened(library / "empty")
