"""The keys of search: editing the query, earlier queries, copying, going to each kind of hit and back."""

import asyncio
from pathlib import Path

import pytest
from answers import Answers
from moonbase import User, at_the_reader, moon
from textual import events

from briefing_tui.ui.screens.search import Search


async def test_ctrl_u_clears_to_the_start_and_ctrl_w_a_word(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("slash")
        await user.type("grave challenge")
        await user.press("ctrl+w")
        assert user.app.screen.input.value == "grave "
        await user.type("peace")
        await user.press("ctrl+u")
        assert user.app.screen.input.value == "" and "QUOTES 4" in user.text


async def test_a_letter_that_the_input_missed_replaces_the_query_before_all_the_same(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("slash")
        await user.type("friden")
        await user.press("escape", "slash")
        assert user.app.screen.input.value == "friden" and user.app.screen.input.has_focus
        for letter in "ko":
            user.app.screen.take(letter)
        assert user.app.screen.input.value == "ko"
        await user.type("i")
        assert user.app.screen.input.value == "koi"


async def test_up_on_an_empty_line_recalls_earlier_queries_and_down_goes_forward(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        for query in ("glacier", "grave", "ice", "grave"):
            await user.press("slash")
            await user.type(query)
            await user.press("escape")
        await user.press("slash", "ctrl+u")
        seen = []
        for key in ("up", "up", "up", "up", "down", "down", "down", "down"):
            await user.press(key)
            seen.append(user.app.screen.input.value)
        assert seen == ["grave", "ice", "glacier", "glacier", "ice", "grave", "", ""]


async def test_a_recalled_query_is_searched_and_its_hits_can_be_chosen(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("slash", *"ice", "escape", "slash", "ctrl+u", "up")
        assert "earlier queries" in user.rows[-1] and user.app.screen.input.value == "ice"
        await user.press("ctrl+n")
        assert user.app.screen.list.cursor == 1 and "choose" in user.rows[-1]
        await user.press("up")
        assert user.app.screen.list.cursor == 0 and user.app.screen.input.value == "ice"


async def test_up_within_the_hits_of_an_empty_line_moves(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("slash", *"ice", "escape", "slash", "ctrl+u", "down", "down", "up")
        assert user.app.screen.list.cursor == 1 and user.app.screen.input.value == ""


LANDINGS = [
    ("kind:quote grave", "Quotes", "schwere"),
    ("kind:line convoy", "TYC–COP", "Thank them for the convoy"),
    ("kind:line vote", "TYC–COP", "The vote is in June"),
    ("kind:line mended", "TYC–COP", "It is mended."),
    ("kind:person quist", "Mara Quist", "Minister of Ice"),
    ("kind:talk hotline", "TYC–COP", "A hotline between the domes"),
    ("kind:threat moonquakes", "Moonquakes", "Moonquakes"),
    ("kind:term walk", "Terms", "Walk outside"),
]


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=str)
@pytest.mark.parametrize(("query", "card", "words"), LANDINGS, ids=[query for query, *_ in LANDINGS])
async def test_enter_goes_to_each_kind_and_escape_returns(
    tmp_path: Path, query: str, card: str, words: str, size: tuple[int, int]
) -> None:
    async with at_the_reader(moon(tmp_path), size=size) as user:
        await user.press("1", "j")
        left = user.at
        await user.press("slash")
        await user.type(query)
        await user.press("enter")
        assert user.app.screen is user.app.reader and user.app.reader.on_card
        assert user.card == card and words in user.text, user.text
        x = user.app.reader.card.region.x
        pointed = " ".join(row[x:] for row in user.rows[1:-1] if row[x] == "▌")
        assert (words.split()[0] in pointed) == query.startswith(("kind:line", "kind:quote")), user.text
        await user.press("escape")
        assert user.at == left


@pytest.mark.parametrize(
    ("burst", "card"),
    [
        (("slash", *"grave", "enter"), "Quotes"),
        (("slash", *"moonq", "enter", "4"), "Quotes"),
        (("colon", *"agenda", "enter"), "Agenda"),
        (("b", *"second", "enter", "3"), "Moonquakes"),
    ],
    ids=" ".join,
)
async def test_an_overlay_and_what_is_typed_there_and_behind_may_come_at_once(
    tmp_path: Path, burst: tuple[str, ...], card: str
) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        for key in burst:
            user._send(key)
        for _ in range(200):
            await user.settle()
            if user.app.screen is user.app.reader and user.card == card:
                return
            await asyncio.sleep(0.005)
        raise AssertionError((user.card, user.text))


async def test_escape_returns_from_a_talk_to_the_pane_that_lists_it(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("2", "j")
        left = user.at
        await user.press("slash")
        await user.type("kind:talk hotline")
        await user.press("enter", "tab", "enter", "escape", "escape")
        assert user.at == left


async def test_a_term_is_stood_on(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("slash")
        await user.type("kind:term walk")
        await user.press("enter")
        assert user.app.reader.card.spot and user.app.reader.card.spot.ref.id == "EVA"


async def test_n_steps_from_kind_to_kind(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        left = user.at
        await user.press("slash")
        await user.type("ice")
        total = user.app.screen.list.length
        await user.press("enter")
        cards = {user.card}
        for _ in range(total - 1):
            await user.press("n")
            cards.add(user.card)
        assert total > 1 and len(cards) > 1
        assert f"hit {total} of {total}: ice" in user.rows[-1]
        await user.press("escape")
        assert user.at == left


async def test_search_opens_again_on_the_hit_last_gone_to(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("slash", *"minister", "down", "down", "enter", "slash")
        assert user.app.screen.list.cursor == 2


async def test_news_of_the_library_before_the_first_question_changes_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mount(screen: Search) -> None:
        screen.again()
        begin(screen)

    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("slash", *"minister", "down", "down", "enter")
        begin = Search.on_mount
        monkeypatch.setattr(Search, "on_mount", mount)
        await user.press("slash")
        assert user.app.screen.list.cursor == 2


async def test_enter_waits_for_the_answer_to_what_was_typed(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        answers = Answers(user.app.desk, quote=["a"])
        await user.press("slash")
        answers.gate.clear()
        user._send("y")
        user._send("enter")
        await user.pilot.pause(0.05)
        assert user.app.screen is not user.app.reader
        answers.gate.set()
        while user.app.screen is not user.app.reader:
            await user.pilot.pause(0.005)
        assert user.app.finding.trail.query == "y"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("kind:quote grave", "“schwere Herausforderung"),
        ("kind:line vote", "The vote is in June"),
        ("kind:person quist", "Mara Quist"),
        ("kind:talk hotline", "Both want quiet convoys."),
        ("kind:threat quakes", "Moonquakes"),
        ("kind:term walk", "EVA: Walk outside"),
    ],
)
async def test_ctrl_y_copies_each_kind_with_its_marking(
    tmp_path: Path, query: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("slash")
        await user.type(query)
        await user.press("ctrl+y")
        assert words in user.app.clipboard and user.app.clipboard.rstrip().endswith("[COUNCIL ONLY TLP:GREEN]")
        assert "sent" in user.rows[-1]


PASTED = {
    "long": "x" * 100_000, "nul": "a\x00b", "surrogate": "a\ud800b",
    "right to left": "مرحبا \u202eabc", "emoji": "👩\u200d👩\u200d👧🇩🇪" * 99,
    "combining": "a" + "\u0308" * 50_000, "signs": '"' * 500, "fields": "kind: @ date:..  !", "lines": "\n\n\n",
}  # fmt: skip


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED)
async def test_anything_can_be_pasted(tmp_path: Path, text: str) -> None:
    async with at_the_reader(moon(tmp_path), size=(80, 24)) as user:
        await user.press("slash")
        user.app.screen.input.post_message(events.Paste(text))
        await user.settle()
        await user.press("tab", "down", "shift+tab")
        assert user.app.is_running and len(user.rows) == 24
        assert all(char.isprintable() or char in "\u200c\u200d" for row in user.rows for char in row)
        await user.press("ctrl+u")
        await user.type("glacier")
        assert "single glacier" in user.text.replace("\n", " ")


async def test_a_query_longer_than_its_room_scrolls(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(40, 12)) as user:
        await user.press("slash")
        await user.type("grave challenge to regional peace and stability and more words")
        assert "more words" in user.rows[1]
        await user.press("home")
        assert "grave challenge" in user.rows[1]


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=str)
async def test_a_filter_marks_the_letters_that_matched(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_reader(moon(tmp_path), size=size) as user:
        await user.press("1", "f")
        await user.type("quist")
        assert _marked(user) == ["Quist"]
        await user.press("enter")
        assert "Quist" in _marked(user) or user.app.reader.narrow
        await user.press("escape", "0", "f")
        assert " f filters pan" in user.rows[-1]


def _marked(user: User) -> list[str]:
    strips = user.app.screen._compositor.render_strips()
    return [each.text for strip in strips for each in strip if each.style and each.style.bold and each.style.underline]
