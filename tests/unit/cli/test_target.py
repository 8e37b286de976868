from pathlib import Path

import pytest

from briefing_tui import places
from briefing_tui.cli import target
from briefing_tui.model.errors import NotFoundError
from briefing_tui.settings import Settings


@pytest.fixture
def settings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.delenv(places.LIBRARY_VARIABLE, raising=False)
    return Settings(library=folder)


def test_a_folder_opens_as_a_library(folder: Path, settings: Settings) -> None:
    library, entry = target.open_in(str(folder), settings)
    assert entry is None
    assert len(library.entries) == 3


def test_a_file_of_the_users_library_opens_in_it(folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    library, entry = target.open_in("moon.yaml", settings)
    assert entry
    assert entry.id == "moon"
    assert entry in library.entries
    assert len(library.entries) == 3


def test_a_file_elsewhere_opens_alone(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    path = tmp_path_factory.mktemp("else") / "a.yaml"
    path.write_text("title: A\ndate: 2031-01-01\n")
    (path.parent / "b.yaml").write_text("title: B\ndate: 2031-01-01\n")
    library, entry = target.open_in(str(path), settings)
    assert library.entries == (entry,)


def test_a_file_of_the_library_that_is_no_briefing_of_it_opens_alone(folder: Path, settings: Settings) -> None:
    (folder / ".hidden.yaml").write_text("title: A\ndate: 2031-01-01\n")
    library, entry = target.open_in(str(folder / ".hidden.yaml"), settings)
    assert library.entries == (entry,)


@pytest.mark.parametrize("word", ["./nothing", "", "lisst"])
def test_a_path_that_leads_nowhere_says_so(word: str, settings: Settings) -> None:
    with pytest.raises(NotFoundError, match="no file or command"):
        target.open_in(word, settings)


@pytest.mark.parametrize("word", ["moon", "Meeting on the Moon"])
def test_a_name_opens_what_it_means_in_the_users_library(word: str, settings: Settings) -> None:
    library, entry = target.open_in(word, settings)
    assert entry and entry.id == "moon"
    assert entry in library.entries and len(library.entries) == 3


def test_a_name_nearer_to_a_briefing_than_to_a_command_leads_there(settings: Settings) -> None:
    with pytest.raises(NotFoundError, match="no briefing 'mon'; did you mean moon"):
        target.open_in("mon", settings)


@pytest.mark.parametrize("word", ["moonn", "nothing", "a\0b", "x" * 5000])
def test_a_name_of_nothing_is_answered_as_everywhere(word: str, settings: Settings) -> None:
    with pytest.raises(NotFoundError) as shown:
        target.one(word, settings)
    with pytest.raises(NotFoundError) as opened:
        target.open_in(word, settings)
    assert opened.value.message == shown.value.message


def test_a_path_wins_over_a_name(folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "moon").mkdir(parents=True)
    monkeypatch.chdir(elsewhere)
    library, entry = target.open_in("moon", settings)
    assert entry is None and library.paths == (Path("moon"),)


def test_the_shipped_briefings_know_where_to_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "SHIPPED", tmp_path)
    assert target.at(tmp_path).start == places.SHIPPED_START
    assert target.at(tmp_path.parent).start == ""


def test_without_the_shipped_briefings_it_is_said_where_they_were_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(places.LIBRARY_VARIABLE, raising=False)
    monkeypatch.setattr(places, "SHIPPED", tmp_path / "gone")
    with pytest.raises(NotFoundError, match=r"the briefings are not at .*gone"):
        target.home(Settings())
