"""Files come and go while the reader is open."""

import asyncio
from pathlib import Path

from moonbase import SECOND, User, at_the_reader, moon


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
