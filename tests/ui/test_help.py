"""All keys are there in full on every screen, and are found by the words users have for them."""

import re
from pathlib import Path

import pytest
from moonbase import User, at_the_reader, moon

from briefing_tui.ui.cards.page import Page
from briefing_tui.ui.commands import COMMANDS


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


async def scrolled(user: User, key: str) -> list[str]:
    """All rows of the page, read to its end."""
    rows: list[str] = []
    for _ in range(200):
        page = user.rows[2:-1]
        rows += [row for row in page if row not in rows]
        await user.press(key)
        if user.rows[2:-1] == page:
            return rows
    raise AssertionError("no end")


@pytest.mark.parametrize(("size", "key"), [((60, 20), "down"), ((40, 12), "pagedown")])
async def test_a_small_screen_scrolls_through_all_keys(tmp_path: Path, size: tuple[int, int], key: str) -> None:
    async with at_the_reader(moon(tmp_path), size=size) as user:
        await user.press("question_mark")
        text = words(" ".join(row[12:] for row in await scrolled(user, key)))
        assert [each.words for each in COMMANDS if each.words not in text] == []


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_entry_is_cut(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_reader(moon(tmp_path), size=size) as user:
        await user.press("question_mark")
        assert not any("…" in row for row in await scrolled(user, "pagedown"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [("record", "memcon"), ("last time", "who met whom"), ("notes", "my notes"), ("problems", "summary, key points, problems")],
)
async def test_keys_are_found_by_the_words_users_have_for_them(tmp_path: Path, typed: str, found: str) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("question_mark")
        await user.type(typed)
        assert found in words("".join(user.rows[2:-1]).replace("▌", " "))


async def test_enter_runs_what_one_stands_on(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("question_mark")
        await user.type("agenda clo")
        await user.press("enter")
        assert len(user.app.screen_stack) == 1
        assert user.app.reader.subject is Page.NOW


async def test_a_key_that_is_typed_is_stood_on(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("question_mark")
        await user.type("i")
        await user.press("enter")
        assert user.app.reader.subject is Page.ABOUT


async def test_the_cursor_goes_on_in_the_next_column(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(120, 40)) as user:
        await user.press("question_mark", *["down"] * (len(COMMANDS) - 1), "enter")
        assert not user.app.is_running


async def test_what_cannot_be_done_now_says_why_and_does_nothing(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("question_mark")
        await user.type("next hit")
        assert "next hit – search first: /" in words(" ".join(user.rows))
        await user.press("enter")
        assert "search first: /" in user.rows[-1]
        assert len(user.app.screen_stack) == 2
