"""The reader for those who hear it: one thing at a time, in words, what changes said, the cursor where one stands."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from moonbase import User, laid_out, moon, view, words
from textual.widgets import Input

from briefing_tui.library import Library
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.ui.cards import card
from briefing_tui.ui.cards.grid import lay_out
from briefing_tui.ui.desk import Desk
from briefing_tui.ui.linear.app import LinearApp
from briefing_tui.ui.linear.card import linear
from briefing_tui.ui.linear.words import said
from briefing_tui.ui.screens.reader import ReaderScreen
from briefing_tui.ui.timers import once

SIZES = pytest.mark.parametrize("size", [(40, 12), (80, 24), (170, 40)], ids=str)
NOISE = set("─━│┃▌▴▾▸·•×✓→←↑↓≠¶Δ↵…") - {"…"}
"""What a synthesiser reads as noise, or not at all."""


class Listener(User):
    """Presses keys, hears what is said."""

    @property
    def _at_work(self) -> bool:
        assert isinstance(self.app, LinearApp)
        return super()._at_work or self.app.voice.waiting

    @property
    def said(self) -> str:
        """What the last rows say, without the marking."""
        assert isinstance(self.app, LinearApp)
        return self.app.voice.text

    @property
    def pointed(self) -> tuple[str, int]:
        """What the cursor stands on and what follows on its row, and the column it stands in."""
        x, y = self.app.cursor_position
        return self.rows[y][x:].rstrip(), x

    async def until(self, words: str) -> None:
        """Wait until something is said."""
        for _ in range(400):
            if words in self.said:
                return
            await self.settle()
        raise AssertionError(self.said)


@asynccontextmanager
async def listening(folder: Path, size: tuple[int, int] = (80, 24), **changes: str) -> AsyncIterator[Listener]:
    library = Library(moon(folder, **changes))
    app = LinearApp(Desk(library, library.find("third-council"), "en"), "dark")
    async with app.run_test(size=size, notifications=True) as pilot:
        user = Listener(app, pilot)
        while app.desk.loading:
            await asyncio.sleep(0.002)
        await user.settle()
        yield user


SCREENS = [*"1230456789idKDbfaxY", "full_stop", "slash", "question_mark", "colon"]


@pytest.mark.parametrize("size", [(40, 12), (170, 40)], ids=str)
async def test_no_screen_has_a_glyph_that_is_noise(tmp_path: Path, size: tuple[int, int]) -> None:
    async with listening(tmp_path, size) as user:
        for key in SCREENS:
            await user.press("escape", "2", key)
            noise = {char for char in user.text if char in NOISE or "\u2500" <= char <= "\u259f"}
            assert not noise, (key, noise, user.text)


async def test_one_pane_or_card_is_shown_at_a_time_under_its_name(tmp_path: Path) -> None:
    async with listening(tmp_path, (170, 40)) as user:
        seen = []
        for key in ("1", "2", "3", "enter", "5"):
            await user.press(key)
            seen.append(user.rows[1].strip())
        assert seen == ["Participants, 4", "Talks, 2", "Threats, 3", "Leak in dome four", "Agenda"]
        assert "Opening" in user.text and "Leak" not in user.text


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        ("j", "TYC and COP, Bruno Orlo, planned 9 May, selected, 2 of 2"),
        ("1", "Participants, 4 items. TYC, Ida Vega, us, selected, 1 of 4"),
        ("1 G", "COP, Old Brandt, named, selected, 4 of 4"),
        ("3", "Threats, 3 items. critical: Leak in dome four, COP, selected, 1 of 3"),
        ("3 j", "low: Dust, COP and others, selected, 2 of 3"),
        ("3 G", "not rated: Moonquakes, selected, 3 of 3"),
        ("enter", "card TYC and COP, 19 lines. Ida Vega, Mara Quist, line 1 of 19"),
        ("enter j j", "Outcome: Both want quiet convoys, line 3 of 19"),
        ("enter tab tab", "link Mara Quist, selected, 2 of 9"),
        ("enter tab tab enter", "marking COUNCIL ONLY TLP:AMBER. card Mara Quist, 6 lines"),
        ("5", "section Agenda"),
        ("o", "texts in de"),
        ("x", "blank. escape brings the briefing back"),
        ("1 f", "filter. 4 found, TYC, Ida Vega, us, selected, 1 of 4"),
        ("y", "not copied"),
        ("b", "briefings. 2 found"),
        ("question_mark", "Keys. "),
        ("colon", "Command. "),
        ("H", "this is where you started"),
        ("H H", "this is where you started, again"),
    ],
)
async def test_what_a_key_does_is_said(tmp_path: Path, keys: str, heard: str) -> None:
    async with listening(tmp_path) as user:
        await user.press(*keys.split())
        if keys != "y":
            assert user.said.startswith(heard), user.said
        else:
            await user.until("sent, unconfirmed: the talk")
        assert " ".join(user.text.split()).find(user.said[:20]) >= 0


async def test_at_the_start_it_is_said_where_one_stands_and_where_help_is(tmp_path: Path) -> None:
    async with listening(tmp_path) as user:
        assert user.said == "Talks, 2 items. TYC and COP, Mara Quist, selected, 1 of 2. question mark lists the keys"
        assert "Third Lunar Council, Tycho, 2 May 2031" in user.rows[0]
        assert user.rows[0].rstrip().endswith("marking COUNCIL ONLY TLP:GREEN")
        assert user.rows[-1].rstrip().endswith("marking COUNCIL ONLY TLP:GREEN")


async def test_another_marking_is_said_in_words(tmp_path: Path) -> None:
    async with listening(tmp_path) as user:
        await user.press("4")
        assert user.said.startswith("marking COUNCIL ONLY TLP:AMBER. section Quotes")
        await user.press("escape")
        assert user.said.startswith("marking COUNCIL ONLY TLP:GREEN. Talks")


async def test_a_card_that_follows_late_ticks_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = ReaderScreen._follow
    async with listening(tmp_path) as user:
        await user.press("j", "space", "space")
        await user.until("ticked. ")
        await user.press("escape")

        def late(self: ReaderScreen) -> None:
            once(self, 0.1, lambda: real(self))

        monkeypatch.setattr(ReaderScreen, "_follow", late)
        for key in ("k", "j", "k"):
            await user.press(key)
            assert "ticked" not in user.said


async def test_ticking_and_saving_a_note_are_said(tmp_path: Path) -> None:
    async with listening(tmp_path) as user:
        await user.press("j", "space")
        assert "card TYC and COP" in user.said and "to tick: The vote is in June, selected" in user.said
        await user.press("space")
        await user.until("ticked. ")
        assert "Say: ticked: The vote is in June" in user.text
        await user.press("a")
        assert user.said.startswith("note on TYC and COP. enter saves")
        await user.type("ask again")
        assert user.app.cursor_position == (10, 2)
        await user.press("enter")
        await user.until("saved: note on TYC and COP")


async def test_search_says_what_it_finds_once_one_pauses_and_each_hit_one_goes_to(tmp_path: Path) -> None:
    async with listening(tmp_path) as user:
        await user.press("slash")
        await user.type("frieden")
        await user.until("1 hit, first: quote Ida Vega, TYC, schwere Herausforderung")
        assert user.pointed == ("", len("Search: frieden"))
        assert "Preview" in user.text
        await user.press("down")
        assert user.pointed[0].startswith("TYC Ida Vega") and user.pointed[1] == 0, (user.app.cursor_position, user.text)
        await user.type("x")
        assert user.app.cursor_position.y == 1
        await user.type("qqqq")
        await user.until("nothing matches “friedenxqqqq”")


async def test_what_is_found_in_another_language_is_called_in_the_one_shown(tmp_path: Path) -> None:
    async with listening(tmp_path) as user:
        await user.press("slash")
        await user.type("kind:threat beben")
        await user.until("1 hit, first: threat Moonquakes, Beben")


async def test_lists_that_are_narrowed_say_what_is_left(tmp_path: Path) -> None:
    async with listening(tmp_path, **{"use: background": "use: off-record"}) as user:
        for keys, typed, heard in (
            ("1 f", "zzz", "nothing matches"),
            ("enter", "", "Participants, filtered by “zzz”, 0 of 4. nothing matches"),
            ("f", "orlo", "1 found, COP, Bruno Orlo, chair, selected, 1 of 1"),
            ("down", "", "COP, Bruno Orlo, chair, selected, 1 of 1"),
            ("enter", "", "Participants, filtered by “orlo”, 1 of 4. COP, Bruno Orlo, chair, selected, 1 of 1"),
            ("question_mark", "zzz", "no key does that"),
            ("escape 4 G Y enter", "", "marking COUNCIL ONLY TLP:AMBER. copy it?. type yes and press enter, or escape"),
        ):
            await user.press(*keys.split())
            await user.type(typed)
            assert user.said == heard


async def test_reading_goes_on_at_the_line_to_take_that_was_found(tmp_path: Path) -> None:
    async with listening(tmp_path) as user:
        await user.press("slash")
        await user.type("kind:line vote")
        await user.until("1 hit, first: line TYC and COP")
        await user.press("enter")
        assert user.said == "card TYC and COP, 15 lines. Say: to tick: The vote is in June, line 4 of 15"
        await user.press("j")
        assert "line 5 of 15" in user.said


async def test_whether_notes_are_taken_over_is_asked(tmp_path: Path) -> None:
    for name in ("library", "elsewhere"):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        async with listening(folder) as user:
            if name == "library":
                await user.press("a")
                await user.type("before")
                await user.press("enter")
                await user.until("saved")
            else:
                await user.until("notes from a former path")
                await user.press("6")
                assert "1 note, the last of" in user.said and user.said.endswith("n leaves them, escape asks later")
                await user.press("y")
                await user.until("taken over")
        for file in folder.iterdir():
            file.unlink()


async def test_an_input_neither_blinks_nor_holds_words_that_nobody_typed(tmp_path: Path) -> None:
    async with listening(tmp_path) as user:
        for key in ("slash", "b", "colon"):
            await user.press(key)
            box = user.app.screen.query_one(Input)
            assert not box.cursor_blink and not box.placeholder
            await user.press("escape")


@SIZES
async def test_the_cursor_stands_on_what_is_selected(tmp_path: Path, size: tuple[int, int]) -> None:
    async with listening(tmp_path, size) as user:
        await user.press("1")
        for key, name in (("j", "COP, Bruno Orlo"), ("j", "COP, Mara Quist"), ("G", "COP, Old Brandt"), ("g", "TYC, Ida Vega")):
            await user.press(key)
            assert user.pointed[0].startswith(name) and user.pointed[1] == 0
        await user.press("2", "enter")
        assert user.pointed[0].startswith("Ida Vega, Mara Quist")
        await user.press("tab", "tab")
        assert user.pointed == ("Mara Quist", len("Ida Vega, "))
        for _ in range(25):
            await user.press("j")
            assert user.pointed[0] and user.pointed[0][:8] in user.said, (user.pointed, user.said)
        last = len(user.app.reader.card.layout_now.lines)
        await user.press("G")
        assert f"line {last} of {last}" in user.said
        await user.press("question_mark", "down")
        assert user.pointed[0].startswith("talks") and user.said.startswith("talks")


async def test_a_file_that_broke_is_said_without_a_key(tmp_path: Path) -> None:
    async with listening(tmp_path) as user:
        (tmp_path / "third-council.yaml").write_text("title: [", encoding="utf-8")
        user.app.reload()
        await user.until("line 2: did not find expected node content")


async def test_a_move_draws_the_two_rows_and_what_is_said_only(tmp_path: Path) -> None:
    async with listening(tmp_path) as user:
        await user.press("1")
        before = user.rows
        await user.press("j")
        changed = [y for y, row in enumerate(user.rows) if row != before[y]]
        assert changed and set(changed) <= {22, 23}


def test_a_card_is_one_text_in_words() -> None:
    found = words(lay_out(linear(card(view(), Ref(Kind.TALK, "tyc-far"))), 80).lines)
    assert found[:6] == [
        "Ida Vega, Bruno Orlo",
        "planned 9 May",
        "Objectives: Win the vote",
        "Say: to tick: The vote is in June",
        "If raised: to tick: the leak: It is mended.",
        "Avoid: The old debt",
    ]
    spots = [spot.ref for spot in lay_out(linear(card(view(), Ref(Kind.TALK, "tyc-far"))), 80).links]
    assert spots == [spot.ref for spot in laid_out(view(), Ref(Kind.TALK, "tyc-far")).links]


def test_a_quote_is_said_to_be_verbatim_and_stays_so() -> None:
    text = "Kein – so · nicht → 3–4  Worte"
    briefing = view().links.briefing
    changed = "\n".join(["title: T", "date: 2031-05-02", "lang: de", "quotes:", f"  - {{id: q, speaker: x, text: '{text}'}}"])
    found = words(lay_out(linear(card(view(changed), Ref(Kind.QUOTE, "q"))), 80).lines)
    assert briefing and f"verbatim, de: “{text}”" in found


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("KOR–JPN–USA", "KOR and JPN and USA"),
        ("1–2 Nov · Room 3", "1 to 2 Nov, Room 3"),
        ("14:30 – 15:15", "14:30 to 15:15"),
        ("¶4", "paragraph 4"),
        ("≠ altered", ", not verbatim: altered"),
        ("US–China rivalry", "US–China rivalry"),
        ("plain words", "plain words"),
        ("▌", "now: "),
    ],
)
def test_codes_are_said_in_words(written: str, heard: str) -> None:
    assert said(written) == heard
