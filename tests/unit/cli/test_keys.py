"""`briefing keys` prints the table that the reader uses, with the user's own keys, in the user's language."""

from pathlib import Path

import pytest
from command_line import briefing

from briefing_tui.keys.table import TABLE
from briefing_tui.settings.loading import path as settings_file


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An environment with settings of its own, and a folder for them."""
    env = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    settings_file().parent.mkdir(parents=True)
    return env


def test_every_command_has_a_line_with_its_keys_and_its_name(own: dict[str, str]) -> None:
    done = briefing("keys", env=own)
    lines = [line.strip() for line in done.stdout.splitlines() if line.startswith("  ")]
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[-1] for line in lines] == [row.id for row in TABLE]
    for row, line in zip(TABLE, lines, strict=True):
        assert row.words in line and line.startswith(row.keys[:1] or "–")


def test_markdown_is_a_table_that_no_key_breaks(own: dict[str, str]) -> None:
    settings_file().write_text('[keys]\nsearch = ["|", "`"]\n')
    lines = briefing("keys", "--markdown", env=own).stdout.splitlines()
    [search] = [line for line in lines if "search everything" in line]
    assert search == "| `\\|` `` ` `` | search everything | `search` |"
    assert {line.replace("\\|", "").count("|") for line in lines} == {4}


def test_the_keys_are_those_of_the_settings_and_what_is_wrong_there_is_said(own: dict[str, str]) -> None:
    settings_file().write_text('[keys]\npreset = "de"\nnote = "m"\ntick = "q"\n')
    done = briefing("keys", env=own)
    keys = {line.split()[-1]: line.split("  ")[1] for line in done.stdout.splitlines() if line.startswith("  ")}
    assert (keys["note"], keys["tick"], keys["search"], keys["quit"]) == ("m", "space", "/ s #", "q")
    assert done.returncode == 0
    assert done.stderr == f"briefing: {settings_file()}:4: tick: q is the key of quit already; give that one another, too\n"


def test_they_are_told_in_the_language_of_the_system_or_of_the_settings(own: dict[str, str]) -> None:
    german = briefing("keys", env={**own, "LANG": "de_DE.UTF-8"}).stdout
    assert "Teilnehmer" in german
    settings_file().write_text('lang = "de"\n')
    assert briefing("keys", env=own).stdout == german


def test_they_are_told_in_the_language_that_is_said_before_the_command(own: dict[str, str]) -> None:
    assert "Teilnehmer" in briefing("--lang", "de", "keys", env=own).stdout


def test_a_command_behind_an_option_of_the_reader_is_told_its_place(own: dict[str, str]) -> None:
    done = briefing("--theme", "dark", "keys", env=own)
    assert done.returncode == 2
    assert done.stderr == "briefing: keys is a command, and comes first: briefing keys …\n"
