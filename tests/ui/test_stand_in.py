"""Search answers before the index is loaded: a stand-in does, until the index is up to date."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from moonbase import User, moon

from briefing_tui.library import Library
from briefing_tui.model.passage import passages
from briefing_tui.search.index import index_of
from briefing_tui.search.results import Results
from briefing_tui.ui import background
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.desk import Desk


class Fake:
    """Answers from one briefing, as long as it is not closed."""

    def __init__(self, library: Library) -> None:
        entry = library.find("second-council")
        self._index = index_of(passages(library.read(entry).briefing, entry.key))
        self.there = True

    def search(self, text: str, **options: Any) -> Results | None:
        """What the index finds."""
        return self._index.search(text, **options).kept() if self.there else None

    def close(self) -> None:
        """No more answers."""
        self.there = False


@asynccontextmanager
async def started(folder: Path) -> AsyncIterator[tuple[User, Fake]]:
    library = Library(moon(folder))
    fake = Fake(library)
    app = BriefingApp(Desk(library, library.find("third-council"), stand_in=fake))  # type: ignore[arg-type]
    async with app.run_test(size=(120, 40)) as pilot:
        yield User(app, pilot), fake


async def see(user: User, words: str) -> str:
    for _ in range(1000):
        if words in user.text:
            return user.text
        await asyncio.sleep(0.005)
    raise AssertionError(f"{words!r} not in\n{user.text}")


async def test_the_stand_in_is_searched_while_nothing_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "PATIENCE", 60.0)
    async with started(tmp_path) as (user, fake):
        user._send("slash")
        for letter in "glacier":
            user._send(letter)
        text = await see(user, "thaw a single glacier")
        assert "QUOTES 1" in text and "opening the index" not in text
        assert fake.there
    assert not fake.there


async def test_it_is_done_without_once_the_index_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "PATIENCE", 0.0)
    async with started(tmp_path) as (user, fake):
        user._send("slash")
        for letter in "minister":
            user._send(letter)
        await see(user, "PEOPLE 3")
        await user.settle()
        assert not fake.there
        assert "2 briefings" in user.text


async def test_if_it_dies_the_index_answers(tmp_path: Path) -> None:
    async with started(tmp_path) as (user, fake):
        fake.close()
        user._send("slash")
        for letter in "glacier":
            user._send(letter)
        await see(user, "thaw a single glacier")
