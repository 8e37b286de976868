"""Going through what a section lists: the cursor goes from entry to entry, and all keys act on the one it stands on."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from moonbase import User, at_the_reader, moon

from briefing_tui.model.fields import Kind, Ref
from briefing_tui.ui.widgets.card import Card

SIZES = pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=str)
MORE = """\
  S1: {title: One}
  S2: {title: Two}
"""


def spot(user: User) -> object:
    """What one stands on."""
    found = user.app.reader.card.spot
    return (found.stop.number if found.stop else found.ref) if found else None


def in_sight(user: User) -> bool:
    """Whether what one stands on is on the screen."""
    card: Card = user.app.reader.card
    return card.spot is not None and card.top <= card.spot.row < card.top + card.page


@SIZES
async def test_quotes_are_gone_through_and_the_one_stood_on_is_copied_and_opened(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_reader(moon(tmp_path), size=size) as user:
        await user.press("4")
        for key, id in (
            ("j", "q-grave"),
            ("j", "q-ice"),
            ("j", "q-air"),
            ("j", "q-air"),
            ("k", "q-ice"),
            ("g", "q-grave"),
            ("G", "q-air"),
        ):
            await user.press(key)
            assert spot(user) == Ref(Kind.QUOTE, id) and in_sight(user)
        await user.press("up", "y")
        assert "Südtycho" in user.app.clipboard and "schwere" not in user.app.clipboard
        await user.press("enter")
        assert user.app.reader.subject == Ref(Kind.QUOTE, "q-ice")


@SIZES
async def test_items_of_the_agenda_are_gone_through_copied_and_their_talk_opened(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_reader(moon(tmp_path), size=size) as user:
        await user.press("5", "j", "y")
        assert user.app.clipboard.splitlines()[1] == "2 May 2031 09:30, Opening, Bruno Orlo"
        assert user.app.clipboard.startswith("[COUNCIL ONLY TLP:GREEN]") and "14:30" not in user.app.clipboard
        await user.press("j", "enter")
        assert user.card == "TYC–COP"


async def test_a_note_is_gone_to_and_copied(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("1", "a")
        await user.type("she agrees")
        await user.press("enter", "a")
        await user.type("she waits")
        await user.press("enter", "6", "j", "j", "y")
        lines = user.app.clipboard.splitlines()
        assert lines[1:3] == ["she waits", "  on: Ida Vega"] and "agrees" not in user.app.clipboard


@pytest.mark.parametrize(("key", "first"), [("7", Ref(Kind.SOURCE, "minutes")), ("8", Ref(Kind.TERM, "EVA"))])
async def test_sources_and_terms_are_gone_through(tmp_path: Path, key: str, first: Ref) -> None:
    async with at_the_reader(moon(tmp_path, **{"sources:\n": f"sources:\n{MORE}", "  EVA:": "  AIR: Breath\n  EVA:"})) as user:
        await user.press(key, "j", "j", "G")
        assert spot(user) == first
        await user.press("enter")
        assert user.app.reader.subject == first


async def test_the_pairs_of_who_met_whom_are_gone_through(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("9", "j")
        card = user.app.reader.card
        assert card.spot and "COP–TYC" in "".join(run.text for run in card.layout_now.lines[card.spot.row])


async def test_page_keys_scroll_and_leave_nothing_stood_on_behind(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(40, 12)) as user:
        await user.press("4", "j", "pagedown", "pagedown", "y")
        assert user.app.reader.card.top > 0
        assert "schwere" not in user.app.clipboard


async def test_a_card_that_lists_nothing_scrolls(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(80, 12)) as user:
        await user.press("2", "0", "j", "j")
        assert user.app.reader.card.top == 2 and spot(user) is None


async def test_the_clock_stands_in_sight_and_goes_through_the_day(tmp_path: Path) -> None:
    rows = "".join(f"  - {{time: '0{hour}:30', what: Walk {hour}}}\n" for hour in range(1, 9))
    moment = datetime(2031, 5, 2, 1, 40, tzinfo=UTC)
    folder = moon(tmp_path, **{"agenda:\n": f"timezone: UTC\nagenda:\n{rows}"})
    async with at_the_reader(folder, size=(40, 12), clock=lambda: moment) as user:
        await user.press("full_stop")
        assert spot(user) == 9 and in_sight(user)
        await user.press("k")
        assert spot(user) == 8 and in_sight(user)
