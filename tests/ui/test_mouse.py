"""Nothing needs the mouse, and it works."""

from pathlib import Path

import pytest
from moonbase import at_the_reader, moon
from textual import events


async def test_a_click_chooses_a_row_and_its_pane(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        people = user.app.reader.panes[0]
        await user.pilot.click(people, offset=(5, 3))
        await user.settle()
        assert user.app.reader.pane is people
        assert "Mara Quist" in user.cursor
        assert user.card == "Mara Quist"


async def test_a_second_click_opens_the_row(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.pilot.click(user.app.reader.panes[0], offset=(5, 2), times=2)
        await user.settle()
        assert user.app.reader.on_card


async def test_a_click_follows_a_link(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        card = user.app.reader.card
        spot = card.layout_now.links[1]
        row, start, _ = spot.pieces[0]
        await user.pilot.click(card, offset=(start + 2, row + 1))
        await user.settle()
        assert user.card == "Mara Quist"
        await user.press("H")
        assert user.card == "TYC–COP"


@pytest.mark.parametrize("size", [(60, 24)])
async def test_a_click_picks_a_tab(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_reader(moon(tmp_path), size=size) as user:
        await user.pilot.click(user.app.reader.tabs, offset=(2, 0))
        await user.settle()
        assert user.app.reader.active == 0
        assert "Ida Vega" in user.text


async def test_the_wheel_moves_the_cursor_and_scrolls_the_card(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(80, 24)) as user:
        reader = user.app.reader
        for widget, wheel in ((reader.panes[0], events.MouseScrollDown), (reader.card, events.MouseScrollDown)):
            widget.post_message(wheel(widget, 1, 1, 0, 1, 0, False, False, False))
            await user.settle()
        assert reader.panes[0].cursor == 1
        assert reader.card.top == min(3, reader.card.last_top)


async def test_a_click_beside_what_can_be_clicked_chooses_its_pane_only(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        reader = user.app.reader
        await user.pilot.click(reader.panes[2], offset=(5, 0))
        await user.settle()
        assert reader.pane is reader.panes[2] and reader.pane.cursor == 0 and not reader.on_card
        await user.pilot.click(reader.card, offset=(5, reader.card.size.height - 1))
        await user.settle()
        assert reader.on_card and reader.card.spot is None


async def test_a_click_behind_the_tabs_does_nothing(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(60, 24)) as user:
        tabs = user.app.reader.tabs
        end = max(x for x, char in enumerate(user.rows[1]) if char != " ")
        for x, active in ((end + 3, 1), (end - 3, 2)):
            await user.pilot.click(tabs, offset=(x, 0))
            await user.settle()
            assert user.app.reader.active == active


async def test_keys_are_clicked_and_scrolled_in_the_help(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(80, 24)) as user:
        await user.press("question_mark")
        page = user.app.screen.page  # type: ignore[attr-defined]
        for wheel, entry in ((events.MouseScrollDown, 1), (events.MouseScrollUp, 0)):
            page.post_message(wheel(page, 1, 1, 0, 1, 0, False, False, False))
            await user.settle()
            assert page.cursor == entry
        y = next(y for y, row in enumerate(user.rows) if "agenda" in row[:40])
        await user.pilot.click(page, offset=(page.size.width - 1, page.size.height - 1))
        await user.settle()
        assert len(user.app.screen_stack) == 2
        await user.pilot.click(offset=(14, y))
        await user.settle()
        assert "agenda" in page.entry.words and len(user.app.screen_stack) == 2
        await user.pilot.click(offset=(14, y), times=2)
        await user.settle()
        assert user.card == "Agenda"
