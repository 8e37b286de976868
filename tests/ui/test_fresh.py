"""What is on the screen is always what drawing all of it anew would show: no row of an earlier card stays behind."""

import random
from itertools import permutations

import pytest
from moonbase import at_the_reader

from briefing_tui import places

KEYS = ("0", "1", "2", "3", "4", "8", "i")


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_no_row_of_an_earlier_card_stays(size: tuple[int, int]) -> None:
    walk = [key for keys in random.Random(7).sample([*permutations(KEYS, 3)], 12) for key in keys]
    async with at_the_reader(places.SHIPPED, places.SHIPPED_START, size=size) as user:
        for number, key in enumerate(walk):
            await user.press(key)
            shown = user.rows
            for widget in user.app.screen.walk_children():
                widget.refresh()
            await user.settle()
            assert shown == user.rows, walk[: number + 1]
