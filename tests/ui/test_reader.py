"""The keys of the reader, as a user presses them."""

from pathlib import Path

from moonbase import at_the_reader, moon


async def test_opens_on_the_talks_with_the_card_of_the_first(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        assert "Third Lunar Council · Tycho" in user.rows[0]
        assert user.cursor.startswith("TYC–COP")
        assert user.card == "TYC–COP"
        assert "Both want quiet convoys." in user.text
        print(user.text)


async def test_digits_go_to_the_panes_and_the_card_follows(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("1")
        assert user.card == "Ida Vega"
        await user.press("j")
        assert user.card == "Bruno Orlo"
        await user.press("3")
        assert user.card == "Leak in dome four"
        await user.press("2")
        assert user.card == "TYC–COP"


async def test_moving_stops_at_either_end(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("1", "k")
        assert user.cursor.endswith("Ida Vega")
        await user.press("G")
        assert user.cursor.endswith("Old Brandt")
        await user.press("j")
        assert user.card == "Old Brandt"
        await user.press("g")
        assert user.card == "Ida Vega"
