"""Search as one types: what is found, what is not, and where `enter` leads."""

from pathlib import Path

import pytest
from moonbase import User, at_the_reader, moon


async def search(user: User, query: str) -> list[str]:
    """The rows below the count after a query is typed, without the marker."""
    if user.app.screen is user.app.reader:
        await user.press("slash")
    await user.type(query)
    await user.settle()
    return [row[1:].rstrip() for row in user.rows[4:-1]]


@pytest.mark.parametrize(
    "query",
    [
        "grave challenge",
        "challenge grave",
        "herausforderng",
        "regionalen fried",
        "fur den",
        "fuer den",
        "GRAVE",
        "@vega",
        "@ida peace",
        "challange",
    ],
)
async def test_the_grave_challenge_is_found(tmp_path: Path, query: str) -> None:
    async with at_the_reader(moon(tmp_path), size=(120, 30)) as user:
        rows = await search(user, query)
        assert rows[0].startswith("TYC Ida Vega"), user.text
        assert "schwere Herausforderung" in user.text
        assert "en transl." in user.text


@pytest.mark.parametrize("query", ["minister", "verteidigung", "Sudtycho", "suedtycho", "südtycho", "tycho", "South Tycho"])
async def test_compounds_and_umlauts_are_found_both_ways(tmp_path: Path, query: str) -> None:
    async with at_the_reader(moon(tmp_path), size=(80, 24)) as user:
        await search(user, query)
        quotes = user.text.partition("QUOTES")[2].partition("PEOPLE")[0]
        assert "COP Mara Quist" in quotes and "Südtycho" in user.text


async def test_other_briefings_are_searched_and_enter_opens_them(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("1", "j", "tab")
        left = user.at
        await search(user, "glacier")
        assert "2 briefings" in user.text
        await user.press("enter")
        assert "Second Lunar Council" in user.rows[0] and user.card == "Quotes"
        assert user.app.reader.card.spot and user.app.reader.card.spot.ref.id == "q-anger"
        await user.press("H")
        assert "Third Lunar Council" in user.rows[0]
        assert user.at == left


async def test_escape_after_a_jump_returns_too(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("3", "j")
        left = user.at
        await search(user, "grave")
        await user.press("enter", "escape")
        assert user.at == left


async def test_escape_in_search_changes_nothing(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("enter", "tab", "j")
        left = user.at
        await search(user, "glacier")
        await user.press("escape")
        assert user.at == left


async def test_n_steps_through_the_hits_round_and_round(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await search(user, "convoy")
        assert [group.sort for group in user.app.screen.list.groups] == ["line", "talk"]
        total = user.app.screen.list.length
        await user.press("enter")
        assert total == 2
        for number in (2, 1):
            await user.press("n")
            assert f"hit {number} of 2: convoy" in user.rows[-1]
            assert user.card == "TYC–COP"
        await user.press("N")
        assert "hit 2 of 2: convoy" in user.rows[-1]


async def test_an_empty_result_says_so_and_what_to_try(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        rows = await search(user, "xylophone zzz")
        assert "nothing matches “xylophone zzz”" in user.text
        assert any("fewer words" in row for row in rows)
        await user.press("enter")
        assert "nothing matches" in user.text
        await user.press("escape")
        assert user.card == "TYC–COP"


async def test_a_query_is_kept_for_the_next_time(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await search(user, "glacier")
        await user.press("enter", "slash")
        assert "glacier" in user.rows[1] and "Mara Quist" in user.text


async def test_moving_changes_the_preview_and_the_letters_go_to_the_query(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await search(user, "a")
        first = user.rows[3:20]
        await user.press("ctrl+n")
        assert user.rows[3:20] != first
        await user.press("ctrl+p")
        assert user.rows[3:20] == first
        await user.press("j", "q")
        assert "ajq" in user.rows[1]


async def test_an_empty_query_lists_everything_newest_first(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        rows = await search(user, "")
        assert user.rows[3].startswith(" QUOTES 4")
        assert "2031" in rows[0] and "2030" in rows[3] and rows[4].startswith("LINES TO TAKE 4")


async def test_the_whole_word_found_is_highlighted(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(120, 30)) as user:
        await search(user, "Herausforderung")
        bold = [
            segment.text
            for strip in user.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.bold and segment.style.underline
        ]
        assert bold.count("Herausforderung") == 2


async def test_a_file_that_cannot_be_read_does_not_stop_the_search(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_bytes(b"\x00\xff\xfe: [")
    async with at_the_reader(moon(tmp_path)) as user:
        assert "Mara Quist" in (await search(user, "glacier"))[0]
