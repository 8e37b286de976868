"""Keys that the user changed do what they are to do, and everything that names a key names the user's."""

import re
from pathlib import Path

from moonbase import User, at_the_reader, moon

from briefing_tui.keys.keymap import Keymap
from briefing_tui.keys.names import textual_name
from briefing_tui.ui.cards.page import Page

MINE = Keymap(
    {
        "search": ("#",),
        "down": ("n",),
        "up": ("ctrl+k",),
        "hit-next": ("j",),
        "pane-participants": ("ö",),
        "quotes": ("Q",),
        "note": (),
        "now": ("f5",),
        "theme-light": ("t",),
    }
)


async def pressed(user: User, *keys: str) -> None:
    await user.press(*map(textual_name, keys))


async def test_changed_keys_work_and_those_they_replace_do_not(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), keymap=MINE) as user:
        first = user.cursor
        await pressed(user, "n")
        assert user.cursor != first
        await pressed(user, "ctrl+k")
        assert user.cursor == first
        for gone in ("j", "k", "down", "1", "/", "a", "."):
            await pressed(user, gone)
        assert (user.cursor, len(user.app.screen_stack), user.app.reader.active) == (first, 1, 1)
        await pressed(user, "ö")
        assert user.app.reader.active == 0
        await pressed(user, "f5")
        assert user.app.reader.subject is Page.NOW
        await pressed(user, "t")
        assert user.app.theme == "light"
        await pressed(user, "#")
        assert len(user.app.screen_stack) == 2


async def test_hints_panes_and_messages_name_the_changed_keys(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), keymap=MINE) as user:
        assert user.rows[-1].startswith(" # search") and "f5 now" in user.rows[-1]
        assert " note" not in user.rows[-1]
        assert "ö Participants" in user.text
        await pressed(user, "Q")
        assert "━ Q " in user.text
        await pressed(user, "j")
        assert "search first: #" in user.rows[-1]


async def test_help_and_palette_name_the_changed_keys(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), keymap=MINE) as user:
        await pressed(user, "?")
        await user.type("what is under")
        assert re.search(r"▌: +note on what is under the cursor", user.text)
        await pressed(user, "esc", ":")
        await user.type("search every")
        assert re.search(r"search everything .*#", user.text)


async def test_tabs_of_a_narrow_screen_name_the_changed_keys(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(40, 12), keymap=MINE) as user:
        assert user.rows[1].startswith(" ö People")


NOTING = Keymap({"note": ("A",), "note-back": ("B",), "note-remove": ("Z",), "notes": ("E",), "summary": (), "copy-as": ("c",)})


async def test_messages_of_notes_and_copies_name_the_changed_keys(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), keymap=NOTING) as user:
        await user.press("E")
        assert "A writes a note on whatever is under the cursor" in user.text
        await user.press("A")
        await user.type("what he said")
        await user.press("escape")
        assert "draft kept: A on the briefing goes on with it" in user.rows[-1]
        await user.press("A", "enter", "E", "tab", "e", "ctrl+a", "ctrl+k", "enter")
        assert "cannot be empty; Z removes it" in user.rows[-1]
        await user.press("escape", "Z")
        assert "removed; B brings it back until you quit" in user.rows[-1]


async def test_what_lists_the_problems_is_the_changed_key_or_else_the_palette(tmp_path: Path) -> None:
    folder = moon(tmp_path, **{"version: 4": "versio: 4", "status: draft": "statu: draft"})
    async with at_the_reader(folder, keymap=NOTING) as user:
        assert "2 problems (: lists them)" in user.text


async def test_what_a_rule_forbids_names_the_changed_key(tmp_path: Path) -> None:
    folder = moon(tmp_path, **{"use: background": "use: off-record"})
    async with at_the_reader(folder, keymap=NOTING) as user:
        await user.press("4", "G", "y")
        assert "c copies it after a typed yes" in user.rows[-1]
