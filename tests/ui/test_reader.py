"""The keys of the reader, as a user presses them."""

from pathlib import Path

import pytest
from moonbase import at_the_reader, moon

from briefing_tui.model.fields import Kind, Ref
from briefing_tui.ui.targets import There


async def test_opens_on_the_talks_with_the_card_of_the_first(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        assert "Third Lunar Council · Tycho · 2 May 2031 · draft v4" in user.rows[0]
        assert user.cursor.startswith("TYC–COP")
        assert user.card == "TYC–COP"
        assert "Both want quiet convoys." in user.text


async def test_digits_go_to_the_panes_and_the_card_follows_the_cursor(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        cards = []
        for key in ("1", "j", "3", "2", "down"):
            await user.press(key)
            cards.append(user.card)
        assert cards == ["Ida Vega", "Bruno Orlo", "Leak in dome four", "TYC–COP", "TYC–COP"]
        assert "planned 9 May" in user.text and "Win the vote" in user.text


async def test_moving_stops_at_either_end(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        seen = []
        for key in ("1", "k", "G", "j", "g"):
            await user.press(key)
            seen.append(user.card)
        assert seen == ["Ida Vega", "Ida Vega", "Old Brandt", "Old Brandt", "Ida Vega"]


async def test_the_card_scrolls_by_row_and_half_page_and_says_what_is_hidden(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(80, 20)) as user:
        await user.press("0")
        assert "▾" in user.rows[1] and "▴" not in user.rows[1]
        await user.press("j", "j", "k")
        assert user.app.reader.card.top == 1
        assert "▴" in user.rows[1]
        await user.press("g", "ctrl+d")
        assert user.app.reader.card.top == 8
        await user.press("G")
        assert "▾" not in user.rows[1]


async def test_tab_steps_through_links_enter_follows_and_h_returns(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("tab", "tab")
        left = user.at
        await user.press("enter")
        assert user.card == "Mara Quist"
        await user.press("H")
        assert user.at == left
        await user.press("L")
        assert user.card == "Mara Quist"
        await user.press("H", "shift+tab", "enter")
        assert user.card == "Ida Vega"


async def test_back_restores_cursors_and_scroll(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(80, 20)) as user:
        await user.press("1", "j", "2", "l", "l", "j", "j", "tab")
        left = user.at
        await user.press("enter", "8")
        assert user.card == "Terms"
        await user.press("H", "H")
        assert user.at == left


async def test_escape_goes_back_one_step_at_a_time(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        start = user.at
        await user.press("enter", "tab", "enter", "4")
        assert user.card == "Quotes"
        await user.press("escape")
        assert user.card == "Ida Vega"
        await user.press("escape", "escape")
        assert user.card == "TYC–COP"
        assert not user.app.reader.on_card
        assert user.at == start
        await user.press("escape")
        assert user.at == start


@pytest.mark.parametrize(
    ("key", "title", "words"),
    [
        ("4", "Quotes", "Air is not a favour"),
        ("5", "Agenda", "09:30"),
        ("7", "Sources", "Minutes of the council"),
        ("8", "Terms", "Walk outside"),
        ("i", "This briefing", "Air for all before ice for some."),
    ],
)
async def test_sections_take_the_place_of_the_card(tmp_path: Path, key: str, title: str, words: str) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press(key)
        assert user.card == title and words in user.text
        await user.press("escape")
        assert user.card == "TYC–COP"


async def test_h_and_l_go_through_the_panes_to_the_card(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        places = []
        for key in ("h", "h", "l", "l", "l", "l", "h"):
            await user.press(key)
            places.append("card" if user.app.reader.on_card else user.app.reader.active + 1)
        assert places == [1, 1, 2, 3, "card", "card", 3]


async def test_a_pane_can_have_the_whole_screen(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("1", "plus")
        assert "Mara Quist" in user.text and "Talks ─" not in user.text and "OUTCOME" not in user.text
        await user.press("underscore")
        assert "2 Talks" in user.text
        await user.press("plus", "escape")
        assert "2 Talks" in user.text


async def test_filter_narrows_the_pane_and_escape_clears_it(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("1", "f")
        await user.type("qist")
        await user.press("enter")
        assert user.card == "Mara Quist"
        assert "Ida Vega  " not in user.rows[2] and "/qist" in user.text
        await user.press("escape")
        assert "Old Brandt" in user.text and "/qist" not in user.text
        assert user.cursor.endswith("Mara Quist")


async def test_escape_in_the_filter_drops_it(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("1", "f")
        await user.type("orlo")
        await user.press("escape")
        assert user.cursor.endswith("Ida Vega") and len(user.app.reader.pane.rows) == 4


async def test_o_swaps_the_language_and_back(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("o")
        assert "Dritter Mondrat" in user.rows[0] and "Beide wollen ruhige Konvois." in user.text
        await user.press("o")
        assert "Third Lunar Council" in user.rows[0]


async def test_neighbours_go_round_and_back(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        titles = []
        for key in ("right_square_bracket", "left_square_bracket", "comma", "semicolon", "H"):
            await user.press(key)
            titles.append("Third" if "Third" in user.rows[0] else "Second")
        assert titles == ["Second", "Third", "Second", "Third", "Second"]


async def test_the_picker_opens_another_briefing_by_a_few_letters(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("b")
        assert "Third Lunar Council" in user.text and "Second Lunar Council" in user.text
        await user.type("secnd")
        await user.press("enter")
        assert "Second Lunar Council" in user.rows[0]
        await user.press("H")
        assert "Third Lunar Council" in user.rows[0] and user.card == "TYC–COP"


async def test_a_file_that_cannot_be_read_is_listed_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("nothing: here\n")
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("b")
        row = next(row for row in user.rows if row.lstrip(" ▌").startswith("broken"))
        assert "title" in row or "cannot be read" in row
        await user.type("broken")
        await user.press("enter")
        assert "Third Lunar Council" in user.rows[0] and "broken.yaml" in user.rows[-1]


async def test_last_time_leads_to_the_talk_before(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        assert "They parted in anger." in user.text
        card = user.app.reader.card
        for spot in card.layout_now.links:
            await user.press("tab")
            if spot.ref == There("second-council", Ref(Kind.TALK, "tyc-cop")):
                break
        await user.press("enter")
        assert "Second Lunar Council" in user.rows[0] and "OUTCOME      They parted in anger." in user.text
        await user.press("H")
        assert "Third Lunar Council" in user.rows[0]


async def test_help_lists_every_key_and_narrows(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("question_mark")
        assert "original or translation" in user.text and "quit" in user.text
        await user.type("translation")
        assert "original or translation" in user.text and "quit" not in user.text
        await user.press("escape")
        assert user.card == "TYC–COP" and "2 Talks" in user.text


async def test_the_palette_runs_a_command_by_name(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("colon")
        await user.type("terms")
        await user.press("enter")
        assert user.card == "Terms"


async def test_a_command_that_cannot_be_done_says_why(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("n")
        assert "search first" in user.rows[-1]
        await user.press("H")
        assert "this is where you started" in user.rows[-1]


async def test_a_blank_screen_shows_nothing_and_only_escape_ends_it(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("x", "q", "x", "1", "slash", "enter", "space", "question_mark", "ctrl+c")
        assert "Vega" not in user.text and "Council" not in user.text.replace("COUNCIL ONLY", "")
        assert "".join(user.rows[1:-1]).strip() == ""
        await user.press("escape")
        assert "Both want quiet convoys." in user.text


async def test_q_quits_with_0(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.pilot.press("q")
    assert user.app.return_code == 0


@pytest.mark.parametrize("key", ["slash", "question_mark", "b", "f", "colon"])
async def test_ctrl_c_closes_what_is_open_and_then_interrupts(tmp_path: Path, key: str) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press(key, "ctrl+c")
        assert "2 Talks" in user.text and user.app.is_running
        await user.pilot.press("ctrl+c")
    assert user.app.return_code == 130


async def test_one_pane_at_a_time_on_a_small_screen(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(40, 12)) as user:
        assert user.rows[1].rstrip() == " 1 People 4  2 Talks 2  3 Threats 3"
        await user.press("1")
        assert "Ida Vega" in user.text and "TYC–COP" not in user.text
        await user.press("enter")
        assert "Minister of Air" in user.text
        await user.press("escape")
        assert "Mara Quist" in user.text


async def test_a_click_selects_a_second_one_opens(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        y = next(y for y, row in enumerate(user.rows) if row.startswith(" COP  Mara Quist"))
        await user.pilot.click(offset=(8, y))
        await user.settle()
        assert user.card == "Mara Quist"
        await user.pilot.click(offset=(8, y), times=2)
        await user.settle()
        assert user.app.reader.on_card


@pytest.mark.parametrize(
    "size", [(20, 5), (30, 8), (79, 24), (80, 19), (80, 20), (100, 24), (160, 50), (300, 90), (10, 3), (1, 1)]
)
async def test_every_size_opens_and_shows_a_whole_picture(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_reader(moon(tmp_path), size=size) as user:
        for key in ("1", "enter", "4", "i", "slash", "escape", "question_mark", "escape", "b", "escape", "f", "escape"):
            await user.press(key)
            assert len(user.rows) == size[1]


async def test_resizing_keeps_the_place(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("1", "j", "j")
        for size in ((40, 12), (200, 60), (20, 5), (120, 40)):
            await user.pilot.resize_terminal(*size)
            await user.settle()
        assert user.cursor.endswith("Mara Quist") and user.card == "Mara Quist"


async def test_a_briefing_that_lists_nothing_says_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "bare.yaml").write_text("title: Bare\ndate: 2031-05-02\n")
    async with at_the_reader(tmp_path, "bare") as user:
        assert user.text.count("none in this briefing") == 3 and user.card == "This briefing"
        for keys, said in (
            ("j enter", ""),
            ("0 enter", "no links on this card"),
            ("space", "nothing to tick here"),
            ("D", "stand on a person, country or talk"),
            ("o", "no other language here"),
            ("K", ""),
            ("y", "nothing to copy here"),
            ("8 y", "nothing to copy here"),
            ("9 y", "nothing to copy here; `briefing matrix` prints who met whom"),
        ):
            await user.press(*keys.split())
            assert said in user.rows[-1], (keys, user.rows[-1])
        assert "no talks of two delegations in this library" in user.text


async def test_of_a_file_that_does_not_name_its_language_the_other_one_is_found_in_its_texts(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path, **{"lang: de\n": ""})) as user:
        await user.press("o")
        assert "texts in de" in user.rows[-1] and "Dritter Mondrat" in user.rows[0]


@pytest.mark.parametrize("size", [(60, 12), (120, 40)])
async def test_enter_on_a_card_without_a_link_stood_on_goes_to_the_first(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_reader(moon(tmp_path), size=size) as user:
        await user.press("2", "0", "enter")
        assert user.app.reader.card.spot and user.app.reader.card.spot.ref == Ref(Kind.PERSON, "vega")
        await user.press("escape", "j", "space", "enter")
        assert "nothing to open here" in user.rows[-1] and user.card == "TYC–COP"


async def test_tab_on_a_small_screen_goes_to_the_card_first(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(40, 12)) as user:
        await user.press("tab")
        assert "Both want quiet" in user.text and user.app.reader.card.spot is None
        await user.press("tab")
        assert user.app.reader.card.spot and user.app.reader.card.spot.ref == Ref(Kind.PERSON, "vega")


async def test_page_keys_move_the_cursor_of_a_pane(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("1", "pagedown")
        assert user.card == "Old Brandt"
        await user.press("pageup")
        assert user.card == "Ida Vega"


async def test_enter_in_a_filter_that_nothing_matches_keeps_it_and_escape_clears_it(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("1", "f")
        await user.type("zzz")
        await user.press("enter")
        assert "nothing matches" in user.text and user.card == "Ida Vega"
        user.app.read_library()
        await user.press("j", "enter")
        assert user.app.reader.active == 0 and not user.app.reader.on_card
        await user.press("escape")
        assert "Old Brandt" in user.text and user.cursor.endswith("Ida Vega")


async def test_a_size_that_comes_back_looks_as_it_did(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(80, 24)) as user:
        before = user.rows
        for size in ((40, 12), (80, 24), (40, 24), (80, 12), (80, 24)):
            await user.pilot.resize_terminal(*size)
            await user.settle()
        assert user.rows == before
