"""A start goes on where the reader was left."""

from pathlib import Path

import pytest
from moonbase import User, at_the_reader, moon

from briefing_tui import session
from briefing_tui.session import Session, left


def kept(user: User) -> Session | None:
    """What would be found if the program were killed a second from now."""
    user.app.keeper.keep()
    if user.app.keeper._writing:
        user.app.keeper._writing.join()
    return left()


@pytest.mark.parametrize("size", [(40, 12), (120, 40)], ids=str)
@pytest.mark.parametrize(
    "keys",
    [("1", "j", "j"), ("3", "j"), ("5",), ("full_stop",), ("1", "j", "5", "escape"), ("2", "l", "l", "j", "j"), ("tab", "tab")],
    ids=" ".join,
)
async def test_section_cursor_and_scroll_are_as_they_were(tmp_path: Path, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    async with at_the_reader(moon(tmp_path), size=size) as user:
        await user.press(*keys)
        picture, state = user.rows[:-1], kept(user)
    async with at_the_reader(tmp_path, size=size, session=state) as user:
        assert user.rows[:-1] == picture


async def test_leaving_keeps_the_last_state(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("3", "j", "q")
    state = left()
    assert state and state.subject == ("threat", "dust") and state.file == str((tmp_path / "third-council.yaml").resolve())


async def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        assert kept(user)
        before = session.path().stat().st_mtime_ns
        assert kept(user)
        assert session.path().stat().st_mtime_ns == before
        await user.press("1")
        assert kept(user)
        assert session.path().stat().st_mtime_ns != before


async def test_what_is_gone_since_is_left_out(tmp_path: Path) -> None:
    state = Session("", ("person", "nobody"), 0, True, (("person", "nobody"), ("talk", "no"), ("martian", "x")), 900, 77)
    async with at_the_reader(moon(tmp_path), session=state) as user:
        assert user.card == "Ida Vega"
        assert not user.app.reader.on_card
        await user.press("j")
        assert user.card == "Bruno Orlo"


async def test_a_section_of_a_later_version_is_left_out(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), session=Session("", ("page", "choir"), 9, True)) as user:
        assert user.card == "TYC–COP"


async def test_a_state_folder_that_takes_nothing_is_no_trouble(tmp_path: Path) -> None:
    session.path().parent.parent.mkdir(parents=True, exist_ok=True)
    session.path().parent.write_text("in the way")
    async with at_the_reader(moon(tmp_path)) as user:
        assert kept(user) is None
        await user.press("3")
        assert user.card == "Leak in dome four"
