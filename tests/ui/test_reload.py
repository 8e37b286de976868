"""The file is saved while one reads: the place is kept, a broken save is not shown, and says where it is broken."""

import os
import re
from contextlib import suppress
from pathlib import Path

from moonbase import COUNCIL, SECOND, User, at_the_reader, moon

from briefing_tui.model.errors import UnreadableError


async def save(user: User, path: Path, text: str) -> None:
    """Save the file and let the reader see it."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1_000_000))
    user.app.reload()
    await user.settle()


async def test_a_save_is_shown_and_the_place_kept(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder, size=(80, 20)) as user:
        await user.press("1", "j", "2", "enter", "j", "j", "j")
        left = user.at
        await save(user, folder / "third-council.yaml", COUNCIL.replace("Both want quiet convoys.", "Both want loud convoys."))
        assert user.at == left
        await user.press("g")
        assert "loud convoys" in user.text


async def test_the_cursor_stays_on_its_thing_when_others_come_before_it(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        await user.press("1", "j", "j")
        text = COUNCIL.replace("participants:\n", "participants:\n  new: {name: New Person}\n")
        await save(user, folder / "third-council.yaml", text)
        assert user.cursor.endswith("Mara Quist") and user.card == "Mara Quist"
        assert "New Person" in user.text


async def test_a_thing_that_is_gone_leaves_the_card_on_something_there(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        await user.press("1", "G")
        text = "".join(line for line in COUNCIL.splitlines(keepends=True) if "brandt" not in line)
        await save(user, folder / "third-council.yaml", text)
        assert "Old Brandt" not in user.text
        await user.press("k", "j")
        assert user.card == "Mara Quist"


async def test_a_broken_save_keeps_the_last_good_version_until_it_is_mended(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    path = folder / "third-council.yaml"
    async with at_the_reader(folder) as user:
        await save(user, path, COUNCIL.replace("talks:\n", 'talks: {"\n'))
        line = COUNCIL[: COUNCIL.index("talks:\n")].count("\n") + 1
        assert "Both want quiet convoys." in user.text
        assert "shown as last read" in user.rows[1] and any(
            f"{word} {n}" in user.rows[1] for word in ("line",) for n in range(line, 90)
        )
        await user.press("2", "j")
        assert user.card == "TYC–COP"
        await save(user, path, COUNCIL.replace("Win the vote", "Lose the vote"))
        assert "Lose the vote" in user.text and "shown as last read" not in user.text


async def test_an_unreadable_save_keeps_it_too(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        await save(user, folder / "third-council.yaml", "date: 2031-05-02\n")
        assert "Third Lunar Council" in user.rows[0] and "shown as last read" in user.rows[1]
        await save(user, folder / "third-council.yaml", "")
        assert "Third Lunar Council" in user.rows[0] and "shown as last read" in user.rows[1]


async def test_the_banner_of_a_broken_save_says_the_line_and_the_mistake_first(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    path = folder / "third-council.yaml"
    broken = COUNCIL.replace("talks:\n", "talks: {a: [\n").replace("severity: critical", "severity: awful")
    async with at_the_reader(folder, size=(80, 24)) as user:
        await save(user, path, broken)
        assert re.match(r" line \d+: a comma or the closing", user.rows[1])
        assert path.name not in user.rows[1] and "only what stands before" not in user.rows[1]
        await user.press("i")
        assert re.search(r"PROBLEMS.*line \d+: a comma or the closing", user.text, re.DOTALL)
        user.app.read_library()
        await user.settle()
        assert "a comma or the closing" in "".join(user.rows[2:])
        await save(user, path, "date: 2031-05-02\n")
        assert user.rows[1].startswith(" line 1: no title") and "line 1: no title" in "".join(user.rows[2:])
        path.unlink()
        user.app.reload()
        await user.settle()
        assert user.rows[1].startswith(" third-council.yaml: No such file or directory (shown as last read)")
        await save(user, path, COUNCIL)
        assert "PROBLEMS" not in user.text


async def test_a_deleted_file_keeps_what_was_read(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    path = folder / "third-council.yaml"
    async with at_the_reader(folder) as user:
        path.unlink()
        user.app.reload()
        await user.settle()
        assert "Both want quiet convoys." in user.text and "shown as last read" in user.rows[1]
        await user.press("o", "1", "j", "slash", "escape", "b", "escape", "y", "r", "right_square_bracket", "H")
        assert "Mondrat" in user.rows[0] or "Second Lunar Council" in user.rows[0]
        await save(user, path, COUNCIL)
        assert "shown as last read" not in user.text


async def test_mistakes_in_a_file_are_said_above_and_hide_nothing_else(tmp_path: Path) -> None:
    folder = moon(tmp_path, **{"severity: critical": "severity: awful"})
    async with at_the_reader(folder, size=(160, 40)) as user:
        line = COUNCIL[: COUNCIL.index("severity: critical")].count("\n") + 1
        assert f"line {line}" in user.rows[1] and "a problem in" in user.rows[1]
        await user.press("3")
        assert user.card == "Leak in dome four"


async def test_a_briefing_that_changed_while_another_was_open_is_shown_anew(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        (folder / "second-council.yaml").write_text(SECOND.replace("in anger", "as friends"))
        await user.press("right_square_bracket", "2")
        assert "as friends" in user.text


async def test_quotes_of_a_saved_file_are_searched_anew(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        await save(user, folder / "third-council.yaml", COUNCIL.replace("Air is not a favour", "Water is not a favour"))
        await user.press("slash")
        await user.type("water favour")
        assert "Bruno Orlo" in user.text


async def test_a_banner_outlives_the_reading_of_the_library(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        await save(user, folder / "third-council.yaml", "")
        user.app.read_library()
        await user.settle()
        assert "shown as last read" in user.rows[1]


async def test_a_picker_that_is_open_lists_what_has_been_read_meanwhile(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("b")
        (tmp_path / "lonely.yaml").write_text("title: A council of one\ndate: 2031-01-01\n")
        user.app.read_library()
        await user.settle()
        assert "A council of one" in user.text
        await user.press("enter")
        assert "Third Lunar Council" in user.rows[0]


async def test_a_save_is_shown_whoever_reads_it_first(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    path = folder / "third-council.yaml"
    async with at_the_reader(folder) as user:
        for text, words in (
            (COUNCIL.replace("quiet convoys", "loud convoys"), "loud convoys"),
            ("[1, 2]\n", "shown as last read"),
        ):
            path.write_text(text, encoding="utf-8")
            os.utime(path, ns=(1, path.stat().st_mtime_ns + 1_000_000))
            with suppress(UnreadableError):
                user.app.desk.library.read(user.app.desk.opened)
            user.app.reload()
            await user.settle()
            assert words in user.text
