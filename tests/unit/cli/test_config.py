"""`briefing config` begins, opens, prints and judges the file of settings."""

import re
import stat
from pathlib import Path

import pytest
from command_line import briefing

from briefing_tui.keys.table import TABLE
from briefing_tui.settings import Loaded, load
from briefing_tui.settings.loading import path as settings_file

SETTINGS = ("library", "theme", "lang", "content_lang", "screen_reader")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An environment with settings of its own."""
    env = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    return env


@pytest.fixture
def file(own: dict[str, str]) -> Path:
    """Where they are, in a folder that is there."""
    path = settings_file()
    path.parent.mkdir(parents=True)
    return path


def editor(folder: Path, does: str) -> dict[str, str]:
    """An editor that does something with the file, its last argument."""
    program = folder / "editor"
    program.write_text(f"#!/bin/sh\nfor file; do :; done\n{does}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return {"VISUAL": str(program), "EDITOR": ""}


def uncommented(text: str) -> str:
    return re.sub(r"^#(?=[a-z_-]+ = )", "", text, flags=re.MULTILINE)


def test_the_path_is_said_and_nothing_is_made(own: dict[str, str]) -> None:
    done = briefing("config", "--path", env=own)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{settings_file()}\n", "")
    assert not settings_file().parent.exists()


@pytest.mark.parametrize("lang", ["C.UTF-8", "de_DE.UTF-8"])
def test_the_file_that_is_printed_says_nothing_and_all_of_it_counts_once_it_is_uncommented(
    own: dict[str, str], file: Path, lang: str
) -> None:
    text = briefing("config", "--print-default", env={**own, "LANG": lang}).stdout
    file.write_text(text)
    assert load() == Loaded()
    file.write_text(uncommented(text))
    found = load()
    assert found.complaints == ()
    assert all(getattr(found.settings, name) for name in SETTINGS)
    assert found.settings.keys == {row.id: tuple(row.keys.split()) for row in TABLE}


def test_the_file_is_printed_in_the_language_of_the_system_or_of_the_settings(own: dict[str, str], file: Path) -> None:
    german = briefing("config", "--print-default", env={**own, "LANG": "de_DE.UTF-8"}).stdout
    assert "Der Ordner Ihrer Briefings" in german and "Teilnehmer" in german
    assert "The " not in german
    file.write_text('lang = "de"\n')
    assert briefing("config", "--print-default", env=own).stdout == german


def test_a_file_is_begun_and_opened_and_is_left_alone_from_then_on(own: dict[str, str], tmp_path: Path) -> None:
    env = {**own, **editor(tmp_path, 'echo "theme = \'light\'" > "$file"')}
    assert briefing("config", env=env).returncode == 0
    assert load().settings.theme == "light"
    assert briefing("config", env={**own, **editor(tmp_path, ":")}).returncode == 0
    assert settings_file().read_text() == "theme = 'light'\n"


def test_what_cannot_be_used_is_said_after_editing(own: dict[str, str], file: Path, tmp_path: Path) -> None:
    done = briefing("config", env={**own, **editor(tmp_path, 'echo "theem = 1" > "$file"')})
    assert done.returncode == 1
    assert done.stderr == f"briefing: {file}:1: theem: no such setting, did you mean 'theme'?\n"


def test_an_editor_that_fails_or_is_not_there_is_said(own: dict[str, str], tmp_path: Path) -> None:
    done = briefing("config", env={**own, **editor(tmp_path, "exit 3")})
    assert (done.returncode, done.stderr) == (1, "briefing: editor ended with 3\n")
    done = briefing("config", env={**own, "VISUAL": "/not/there"})
    assert done.returncode == 2
    assert "/not/there is not installed" in done.stderr


def test_a_file_that_cannot_be_begun_is_said(own: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "config").write_text("")
    done = briefing("config", env={**own, **editor(tmp_path, ":")})
    assert done.returncode == 2
    assert done.stderr.startswith(f"briefing: {settings_file()}: ")


def test_mistakes_are_said_in_the_language_of_the_settings_they_stand_in(
    own: dict[str, str], file: Path, tmp_path: Path
) -> None:
    file.write_text('[keys]\nnote = "ctrl+h"\ntick = "q"\n')
    german = briefing("config", env={**own, **editor(tmp_path, ":"), "LANG": "de_DE.UTF-8"}).stderr
    assert "note: die Taste ctrl+h ist nicht zu vergeben: Terminals senden dafür dasselbe wie für backspace" in german
    file.write_text('lang = "de"\ntheem = "dark"\n')
    done = briefing("config", env={**own, **editor(tmp_path, ":")})
    assert done.stderr == f"briefing: {file}:2: theem: keine solche Einstellung, meinten Sie „theme“?\n"
