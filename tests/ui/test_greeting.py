"""The last row names the eight keys on the first start and never again, and says what is wrong with the settings."""

import os
from functools import partial
from pathlib import Path

import pytest
from moonbase import at_the_reader, moon

from briefing_tui import places
from briefing_tui.keys.keymap import Keymap
from briefing_tui.settings import Complaint
from briefing_tui.ui.greeting import MARKER, greet

WELCOME = partial(greet, complaints=())
LONG = Complaint(3, 'library: a text is wanted, like "…", and this one is far too long for the last row of any screen')


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (120, "/ search   enter open   tab links   esc back   a note   space tick   . now   ? keys"),
        (90, "/ find ↵ open tab links esc back a note space tick . now ? keys"),
        (72, "/ ↵ tab esc a note space tick . now ? keys"),
        (52, "/ ↵ tab esc a space . ?"),
    ],
)
async def test_the_first_start_names_the_eight_keys(tmp_path: Path, columns: int, said: str) -> None:
    async with at_the_reader(moon(tmp_path), size=(columns, 24), greet=WELCOME) as user:
        assert user.rows[-1].startswith(f" {said} ")
        await user.press("j")
        assert not user.rows[-1].startswith(f" {said} ")


async def test_they_are_named_once(tmp_path: Path) -> None:
    for start in range(2):
        async with at_the_reader(moon(tmp_path), greet=WELCOME) as user:
            assert ("space tick   . now   ? keys" in user.rows[-1]) is not start


async def test_where_that_cannot_be_remembered_they_are_not_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "state").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    async with at_the_reader(moon(tmp_path), greet=WELCOME) as user:
        assert user.rows[-1].startswith(" notes cannot be saved; `briefing doctor` says why ")
        await user.press("j")
        assert "notes cannot be saved" not in user.rows[-1]


async def test_that_notes_cannot_be_saved_is_said_before_what_is_wrong_with_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    async with at_the_reader(moon(tmp_path), greet=partial(greet, complaints=[LONG, LONG])) as user:
        assert user.rows[-1].startswith(
            " notes cannot be saved; `briefing doctor` says why; 2 mistakes in config.toml: i lists them "
        )


async def test_the_keys_named_are_those_of_the_user(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), keymap=Keymap({"search": ("ü",)}), greet=WELCOME) as user:
        assert user.rows[-1].startswith(" ü search   enter open")


async def test_what_is_wrong_with_the_settings_is_said_first_and_the_keys_next_time(tmp_path: Path) -> None:
    wrong = [Complaint(3, "them: no such setting, did you mean 'theme'?"), Complaint(4, "lang: 'xx' is none of en, de")]
    async with at_the_reader(moon(tmp_path), greet=partial(greet, complaints=wrong)) as user:
        assert user.rows[-1].startswith(" config.toml:3: them: no such setting, did you mean 'theme'? (1 of 2; i lists them) ")
    assert not (places.state_folder() / MARKER).exists()


@pytest.mark.parametrize(
    ("columns", "wrong", "said"),
    [
        (90, [LONG], "a mistake in config.toml: i shows it"),
        (90, [LONG, LONG, LONG], "3 mistakes in config.toml: i lists them"),
        (52, [LONG, LONG, LONG], "3 mistakes in config.toml"),
    ],
)
async def test_how_many_mistakes_the_settings_have_is_said_where_there_is_no_room_for_the_first(
    tmp_path: Path, columns: int, wrong: list[Complaint], said: str
) -> None:
    async with at_the_reader(moon(tmp_path), size=(columns, 24), greet=partial(greet, complaints=wrong)) as user:
        assert user.rows[-1].startswith(f" {said} ") and "…" not in user.rows[-1]


async def test_the_card_of_the_briefing_lists_what_is_wrong_with_the_settings(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), complaints=[LONG.said(), "config.toml:4: so"]) as user:
        await user.press("i")
        assert "SETTINGS 2" in user.text
        await user.press("4", "b", "down", "enter", "i")
        assert "• config.toml:4: so" in user.text


async def test_that_the_keys_were_named_is_known_to_the_user_alone(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), greet=WELCOME):
        assert os.stat(places.state_folder() / MARKER).st_mode & 0o777 == 0o600
