"""What the last row says does not outstay its welcome, and what matters of it is there on a narrow screen."""

import asyncio
from pathlib import Path

import pytest
from moonbase import at_the_reader, moon

from briefing_tui.ui.told import Cleared, Copied, told, told_cleared
from briefing_tui.ui.widgets.bars import HintBar


@pytest.mark.parametrize("key", ["j", "1", "4", "tab", "question_mark", "slash", "escape"])
async def test_a_message_goes_at_the_next_key(tmp_path: Path, key: str) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("u")
        assert "no note was removed" in user.rows[-1]
        await user.press(key)
        assert "no note was removed" not in user.rows[-1]
        await user.press("escape")
        assert "no note was removed" not in user.rows[-1] and "keys" in user.rows[-1]


async def test_a_saved_note_is_said_until_the_next_key(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("a", "h", "i", "enter")
        assert "saved: " in user.rows[-1]
        await user.press("j")
        assert "saved: " not in user.rows[-1] and "keys" in user.rows[-1]


async def test_the_time_of_one_message_does_not_end_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HintBar, "SECONDS", 0.4)
    async with at_the_reader(moon(tmp_path)) as user:
        user.app.say("the first")
        await asyncio.sleep(0.25)
        user.app.say("the second")
        await asyncio.sleep(0.25)
        await user.settle()
        assert "the second" in user.rows[-1]
        await asyncio.sleep(0.25)
        await user.settle()
        assert "the second" not in user.rows[-1]


async def test_a_message_is_whole_on_a_narrow_screen(tmp_path: Path) -> None:
    folder = moon(tmp_path, **{"classification: COUNCIL ONLY\n": ""})
    async with at_the_reader(folder, size=(40, 12)) as user:
        await user.press("6", "space")
        assert "nothing to tick here" in user.rows[-1]
        await user.press("a", "h", "i", "ctrl+x")
        assert "ctrl+x again discards it" in user.rows[-1]


@pytest.mark.parametrize("copied", [Copied("the quote", "xclip", seconds=45), Copied("the quote", sent=True, seconds=45)])
def test_what_becomes_of_a_copy_is_said_first(copied: Copied) -> None:
    assert "cleared in 45 s" in told(copied)[:36]


@pytest.mark.parametrize("cleared", [Cleared("xclip"), Cleared(sent=True), Cleared(kept=True), Cleared()])
def test_how_clearing_went_is_short(cleared: Cleared) -> None:
    assert len(told_cleared(cleared)) <= 36
