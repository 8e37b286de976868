"""The table of keys agrees with the commands, and no two of them share a key, whatever the preset."""

import pytest
from textual.keys import _character_to_key

from briefing_tui.keys.keymap import PLAIN, Keymap
from briefing_tui.keys.names import KNOWN, RESERVED, key_of, shown, textual_name
from briefing_tui.keys.presets import PRESETS
from briefing_tui.keys.table import ROWS, TABLE
from briefing_tui.ui.cards.page import Page
from briefing_tui.ui.commands import COMMANDS
from briefing_tui.ui.themes import NAMES

KEYMAPS = {name: Keymap({id: tuple(keys.split()) for id, keys in changed.items()}) for name, changed in PRESETS.items()}


def test_every_row_is_a_command_and_every_command_a_row() -> None:
    assert [command.id for command in COMMANDS] == [row.id for row in TABLE]
    assert len(ROWS) == len(TABLE)


def test_there_is_a_command_for_each_theme() -> None:
    assert [row.id for row in TABLE if row.id.startswith("theme-")] == [f"theme-{name}" for name in NAMES]


def test_ids_need_no_quotation_marks_in_toml() -> None:
    assert not [id for id in ROWS if not id.replace("-", "").isalpha()]


@pytest.mark.parametrize("keymap", KEYMAPS.values(), ids=KEYMAPS)
def test_no_two_commands_have_one_key(keymap: Keymap) -> None:
    keys = [key for row in TABLE for key in keymap.of(row.id)]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("keymap", KEYMAPS.values(), ids=KEYMAPS)
def test_keys_that_are_other_keys_in_a_terminal_are_nobodys(keymap: Keymap) -> None:
    keys = {key for row in TABLE for key in keymap.of(row.id)}
    assert not {*RESERVED, "ctrl+p"} & keys
    assert not [key for key in keys if key.startswith(("alt+", "f1", "f2"))]
    assert {key_of(key) for key in keys} == keys


def test_the_preset_for_german_keyboards_takes_nothing_away() -> None:
    for row in TABLE:
        assert KEYMAPS["de"].of(row.id)[: len(PLAIN.of(row.id))] == PLAIN.of(row.id)


@pytest.mark.parametrize("sign", [*"/?:.,;[]+-_#<>|~^°§$%&()=!\"'`*{}\\@", "a", "Z", "9", "ö", "Ü", "ß", "é", "я", "한"])
def test_a_sign_is_called_what_textual_calls_it(sign: str) -> None:
    assert textual_name(key_of(sign)) == _character_to_key(sign)


@pytest.mark.parametrize(
    ("written", "key", "textual"),
    [
        ("Esc", "esc", "escape"),
        ("escape", "esc", "escape"),
        ("PageDown", "pgdn", "pagedown"),
        ("page_up", "pgup", "pageup"),
        ("return", "enter", "enter"),
        (" ", "space", "space"),
        ("Ctrl-D", "ctrl+d", "ctrl+d"),
        ("control+x", "ctrl+x", "ctrl+x"),
        ("^x", "ctrl+x", "ctrl+x"),
        ("shift+a", "A", "A"),
        ("shift+ctrl+up", "ctrl+shift+up", "ctrl+shift+up"),
        ("o\u0308", "ö", "ö"),
        ("F5", "f5", "f5"),
        ("ctrl+pagedown", "ctrl+pgdn", "ctrl+pagedown"),
    ],
)
def test_a_key_may_be_written_as_people_do(written: str, key: str, textual: str) -> None:
    assert (key_of(written), textual_name(key_of(written))) == (key, textual)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("ctrl+h", "backspace"),
        ("Ctrl+I", "tab"),
        ("ctrl+j", "enter"),
        ("ctrl-m", "enter"),
        ("ctrl+[", "esc"),
        ("ctrl+c", "leaves"),
        ("ctrl+s", "stand still"),
        ("pagdown", "did you mean 'pagedown'"),
        ("ctrl+1", "no key"),
        ("cmd+x", "no key"),
        ("jj", "no key"),
        ("", "no key"),
        ("\x1b", "no key"),
        ("\u0308", "no key"),
    ],
)
def test_what_is_no_key_or_nobodys_says_why(written: str, why: str) -> None:
    with pytest.raises(ValueError, match="key") as caught:
        key_of(written)
    assert why in str(caught.value)


def test_every_known_key_is_itself() -> None:
    assert [key for key in KNOWN if key not in RESERVED and key_of(key) not in (key, key[-1].upper())] == []


def test_keys_that_have_no_room_are_left_out_but_never_the_main_one() -> None:
    assert PLAIN.written("history-back") == "H backspace"
    assert PLAIN.written("history-back", 10) == "H"
    assert PLAIN.written("link-previous", 3) == "shift+tab"
    assert (PLAIN.key("down"), PLAIN.written("down"), shown("ctrl+up")) == ("j", "j ↓", "ctrl+↑")
    assert PLAIN.key("theme-dark") == ""


def test_every_section_is_a_command() -> None:
    from briefing_tui.ui.hints import _PAGES

    assert {_PAGES.get(page, page.value) for page in Page} <= set(ROWS)
