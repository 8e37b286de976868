"""Nothing needs the mouse, and it works."""

from pathlib import Path

import pytest
from moonbase import at_the_reader, moon


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
    from textual import events

    async with at_the_reader(moon(tmp_path), size=(80, 24)) as user:
        reader = user.app.reader
        for widget, wheel in ((reader.panes[0], events.MouseScrollDown), (reader.card, events.MouseScrollDown)):
            widget.post_message(wheel(widget, 1, 1, 0, 1, 0, False, False, False))
            await user.settle()
        assert reader.panes[0].cursor == 1
        assert reader.card.top == min(3, reader.card.last_top)
