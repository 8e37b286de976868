"""Files come and go while the reader is open."""

import asyncio
from collections.abc import Callable, Collection
from pathlib import Path
from threading import Event

import pytest
from moonbase import SECOND, User, at_the_reader, moon

from briefing_tui.library import Library, attempt
from briefing_tui.library.upkeep import Upkeep
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.desk import Desk
from briefing_tui.ui.targets import There


async def all_read(user: User) -> None:
    while user.app.desk.loading:
        await asyncio.sleep(0.005)
    await user.settle()


async def test_a_file_that_came_is_in_the_picker_and_searchable_once(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        new = SECOND.replace("We shall not thaw a single glacier", "A wholly new sentence")
        (tmp_path / "fifth-council.yaml").write_text(new.replace("id: q-anger, ", ""), encoding="utf-8")
        await user.press("b")
        await all_read(user)
        assert "3/3" in user.text
        await user.press("escape", "slash")
        await user.type("wholly new")
        assert "QUOTES 1" in user.text
        await user.press("escape", "slash")
        await user.type("glacier")
        assert "QUOTES 1" in user.text, "what was searchable before is not there twice"


async def test_a_file_that_went_is_found_no_more(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        (tmp_path / "second-council.yaml").unlink()
        await user.press("b")
        assert "1/1" in user.text
        await user.press("escape", "slash")
        await user.type("glacier")
        assert "nothing matches “glacier”" in user.text


async def test_trouble_while_files_are_watched_is_said_and_watching_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_tui.library.watch.POLL", 0.1)
    async with at_the_reader(moon(tmp_path)) as user:
        index, troubles = user.app.desk.index, ["out of luck"]
        changed = index.changed

        def fail_once(places: Collection[str]) -> None:
            if troubles:
                raise RuntimeError(troubles.pop())
            changed(places)

        monkeypatch.setattr(index, "changed", fail_once)
        second = tmp_path / "second-council.yaml"
        second.write_text(SECOND.replace("thaw", "sublimate"), encoding="utf-8")
        await until(lambda: not troubles)
        await until(lambda: "not everything can be searched: RuntimeError: out of luck" in user.text)
        await until(lambda: bool(index.search("'sublimate").total))
        await until(lambda: user.app.background.at_work == 0)
        await user.press("slash")
        await user.type("sublimate")
        assert "QUOTES 1" in user.text


async def until(condition: Callable[[], bool]) -> None:
    for _ in range(1000):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to that")


async def test_who_leaves_while_much_is_read_lets_another_program_write_soon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_tui.library.gather.FIRST", 1)
    monkeypatch.setattr("briefing_tui.library.gather.MOST", 1)
    begun, held = Event(), Event()
    here = attempt.here

    def slowly(task: object) -> object:
        begun.set()
        held.wait(0.2)
        return here(task)  # type: ignore[arg-type]

    monkeypatch.setattr("briefing_tui.library.attempt.here", slowly)
    for number in range(100):
        (tmp_path / f"council-{number}.yaml").write_text(SECOND, encoding="utf-8")
    library = Library(moon(tmp_path))
    app = BriefingApp(Desk(library, library.find("third-council")))
    async with app.run_test():
        await until(begun.is_set)
    await until(lambda: app.desk.index.cache is None and app.desk.index.progress is None)
    assert len(app.desk.index.holdings.facts) < 50
    held.set()


@pytest.mark.parametrize("unread", [False, True])
async def test_what_is_no_longer_there_is_said_wherever_it_leads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unread: bool
) -> None:
    def attend_once(index: Upkeep, _leaving: object, said: Callable[[str], None]) -> None:
        index.update()
        said("")

    monkeypatch.setattr("briefing_tui.library.watch.attend", attend_once)
    second = moon(tmp_path) / "second-council.yaml"
    async with at_the_reader(tmp_path) as user:
        await user.press("slash", *"glacier", "enter", "right_square_bracket", "2", "0")
        card = user.app.reader.card
        card.stand_on(next(number for number, spot in enumerate(card.layout_now.links) if isinstance(spot.ref, There)))
        left = user.at
        if unread:
            second.write_text("")
        else:
            second.unlink()
            user.app.desk.library.rescan()
        said = "second-council.yaml" if unread else "no longer in this library: second-council"
        for key in ("enter", "n", "N", "H"):
            await user.press(key)
            assert said in user.rows[-1] and user.at == left, key
        for key in ("y", "Y"):
            await user.press(key)
            assert "no longer in this library" in user.rows[-1] and not user.app.clipboard
        await user.press("D")
        assert "stand on a person, country or talk" in user.rows[-1]
        monkeypatch.setenv("EDITOR", "no-such-editor")
        await user.press("e")
        assert ("no-such-editor is not installed" if unread else said) in user.rows[-1]
