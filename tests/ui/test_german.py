"""The reader in German: no word of the interface is English, and nothing is cut that was not."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from moonbase import at_the_reader, moon

from briefing_tui import i18n
from briefing_tui.ui.greeting import greet

WORDS = """
participants people talks threats quotes agenda sources terms summary outcome agreed objectives raised background held planned
draft search find open close choose copy links keys note notes tick more back filter run preview occasion where marking
none nothing matches type words speaker previous next first last pane card severity high low
topics asks follow-ups go move view leave away kind
"""
ENGLISH = WORDS.split()
"""Words of the interface that are no German ones, and that the briefing does not say."""


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    i18n.use("de")
    yield
    i18n.use("en")


def english(rows: list[str]) -> list[str]:
    words = {word for row in rows for word in re.findall(r"[\w-]+", row.casefold())}
    return [word for word in ENGLISH if word in words]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_no_screen_has_an_english_word(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_reader(moon(tmp_path), size=size, lang="de") as user:
        assert english(user.rows) == []
        for overlay in ("slash", "question_mark", "b"):
            await user.press(overlay)
            if overlay == "slash":
                await user.press("e")
            assert english(user.rows) == [], overlay
            await user.press("escape")
        for key in ("full_stop", *"45678i3"):
            await user.press(key)
            assert english(user.rows) == [], key


async def test_the_panes_and_sections_have_the_names_a_ministry_uses(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(120, 40), lang="de") as user:
        shown = "\n".join(user.rows)
        assert [
            word for word in ("Teilnehmer", "Gespräche", "Bedrohungen", "VEREINBART", "ERGEBNIS") if word not in shown
        ] == []


async def test_search_counts_and_leads_on_in_german(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), lang="de") as user:
        await user.press("slash", *"xyzzy")
        assert any("nichts gefunden zu „xyzzy“" in row for row in user.rows)


async def test_where_a_quote_and_a_line_to_take_are_from_is_said_in_german(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(120, 40), lang="de") as user:
        await user.press("4")
        assert any("Gespräch TYC–COP" in row for row in user.rows)
        await user.press("slash", *"repariert")
        shown = "\n".join(user.rows)
        assert "reaktiv" in shown
        assert re.search(r"TYC–COP\s+(say|if raised|press line)", shown) is None


async def test_a_note_on_the_briefing_is_named_in_the_right_case(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), lang="de") as user:
        await user.press("i", "a")
        assert "━ Notiz zu diesem Briefing ━" in user.text


@pytest.mark.parametrize("columns", [80, 72])
async def test_the_first_keys_have_words_where_not_all_have_room_for_one(tmp_path: Path, columns: int) -> None:
    async with at_the_reader(moon(tmp_path), size=(columns, 24), lang="de", greet=partial(greet, complaints=())) as user:
        assert re.match(r" / .*a Notiz +space abhaken", user.rows[-1])


async def test_changed_fields_are_called_by_their_german_names(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder, lang="de"):
        pass
    path = folder / "third-council.yaml"
    path.write_text(path.read_text("utf-8").replace("severity: critical", "severity: low").replace("version: 2", "version: 3"))
    async with at_the_reader(folder, lang="de") as user:
        await user.press("d")
        assert "Schwere: kritisch → gering" in user.text
        assert english(user.rows) == []
