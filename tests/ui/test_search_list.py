"""The list of hits: groups, kinds, counts; still under the cursor while an index grows; and only what is in sight looked at."""

from pathlib import Path

import pytest
from answers import Answers
from moonbase import User, at_the_reader, moon

from briefing_tui.model.marking import Tlp
from briefing_tui.ui.desk import Desk
from briefing_tui.ui.widgets.line import LineWidget


def listed(user: User) -> list[str]:
    """The rows of the list, left of the preview."""
    cells = user.app.screen.list.size.width
    return [row[:cells].rstrip() for row in user.rows[3 : 3 + user.app.screen.list.size.height]]


def under_the_cursor(user: User) -> tuple[int, str]:
    """The line of the cursor, and what stands there."""
    return next((y, row) for y, row in enumerate(listed(user)) if row.startswith("▌"))


async def searched(user: User, query: str = "x") -> None:
    await user.press("slash")
    await user.type(query)


def many(number: int, word: str = "name") -> list[str]:
    return [f"{word}{each:04}" for each in range(number)]


async def test_hits_are_grouped_by_kind_quotes_first_with_counts(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("slash")
        await user.type("minister")
        rows = [row.strip() for row in listed(user)]
        assert [row for row in rows if row[:6].isupper() and row[0] != "▌"] == ["QUOTES 1", "PEOPLE 3"]
        assert "─ all 4 ─ quotes 1 ─ people 3 ─" in user.rows[2]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)], ids=str)
async def test_every_kind_is_listed_and_previewed(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_reader(moon(tmp_path), size=size) as user:
        await user.press("slash")
        shown: list[str] = []
        for _ in range(7):
            await user.press("tab")
            shown.append(user.text)
        for heading in ("QUOTES", "LINES TO TAKE", "PEOPLE", "TALKS", "THREATS", "TERMS"):
            assert any(f" {heading} " in screen for screen in shown), heading


async def test_the_cursor_skips_headings(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        Answers(user.app.desk, quote=["a"], person=["b"], term=["c"])
        await searched(user)
        seen = [under_the_cursor(user)]
        for _ in range(3):
            await user.press("down")
            seen.append(under_the_cursor(user))
        assert [y for y, _ in seen] == [1, 3, 5, 5]


async def test_tab_cycles_the_kinds_that_have_hits_and_back(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        answers = Answers(user.app.desk, quote=["a", "b"], line=[], person=["c"], term=["d"])
        await searched(user)
        assert "all 4" in user.rows[2] and "terms 1" in user.rows[2] and "lines" not in user.rows[2]
        seen = []
        for key in ("tab", "tab", "tab", "tab", "shift+tab"):
            await user.press(key)
            seen.append(answers.asked[-1][1])
        assert seen == ["quote", "person", "term", None, "term"]
        assert [row for row in listed(user) if row] == [" TERMS 1", listed(user)[1]]
        assert "1/1 " in user.rows[1] and "tab kind" in user.rows[-1]


async def test_a_kind_without_hits_says_that_others_have_some(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        answers = Answers(user.app.desk, quote=["a"], person=["b"])
        await searched(user)
        await user.press("tab")
        answers.hits = {"person": ["b"]}
        await user.type("y")
        assert "no quotes match “xy”" in user.text and "tab lists the 1 hits of other kinds" in user.text


async def test_total_time_and_briefings_are_told_as_far_as_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        answers = Answers(user.app.desk, quote=many(1234))
        answers.changes = {"more": True}
        await searched(user)
        assert user.rows[1].rstrip().endswith("1/1,234+ · 33 ms · 2 briefings")
        assert " QUOTES 1,234  the best 200" in user.rows[3]
        await user.pilot.resize_terminal(45, 12)
        await user.settle()
        assert user.rows[1].rstrip().endswith("1/1,234+")
        monkeypatch.setattr(Desk, "loading", property(lambda self: "reading 3/41"))
        await user.pilot.resize_terminal(80, 24)
        await user.press("down")
        assert user.rows[1].rstrip().endswith("2/1,234+ · reading 3/41")


async def test_what_was_not_understood_is_said(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        answers = Answers(user.app.desk, quote=["a"])
        answers.changes = {"remarks": ("no field foo: taken as words",)}
        await searched(user)
        assert "no field foo: taken as words" in user.rows[3]
        answers.hits = {}
        await user.type("y")
        assert "no field foo: taken as words" in user.text


async def test_why_is_said_where_no_letter_shows_it(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        answers = Answers(user.app.desk, quote=["a"])
        answers.why = "alias Admiral"
        await searched(user)
        assert "words of a" in under_the_cursor(user)[1] and "alias Admiral" in under_the_cursor(user)[1]
        assert "FOUND BY     alias Admiral" in user.text
        answers.why = ""
        await user.type("y")
        assert "alias" not in user.text


async def test_while_an_index_grows_the_cursor_stays_on_its_hit_and_its_line(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        answers = Answers(user.app.desk, quote=many(50), person=many(5, "who"))
        await searched(user)
        await user.press(*["down"] * 7)
        before = under_the_cursor(user)
        assert "name0007" in before[1]
        for grown in (many(6, "new") + many(50), many(60, "newer") + many(50), many(3, "other") + many(20)):
            answers.hits = {"quote": grown, "person": many(5, "who")}
            user.app.screen.again()
            await user.settle()
            assert under_the_cursor(user) == before
        assert "11/28" in user.rows[1]
        answers.hits = {"quote": ["name0000"], "person": many(5, "who")}
        user.app.screen.again()
        await user.settle()
        assert "name0000" in under_the_cursor(user)[1]


async def test_the_same_answer_draws_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        Answers(user.app.desk, quote=many(50))
        await searched(user)
        drawn: list[str] = []
        real = LineWidget.refresh
        monkeypatch.setattr(
            LineWidget, "refresh", lambda self, *at, **how: (drawn.append(type(self).__name__), real(self, *at, **how))[1]
        )
        user.app.screen.again()
        await user.settle()
        assert drawn == []


async def test_a_new_query_starts_at_its_first_hit_and_the_old_ones_stay_until_then(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        answers = Answers(user.app.desk, quote=many(50))
        await searched(user)
        await user.press("down", "down")
        before = listed(user)
        answers.gate.clear()
        answers.hits = {"quote": many(50, "other")}
        user._send("y")
        for _ in range(20):
            await user.pilot.pause(0.005)
            assert listed(user) == before
        answers.gate.set()
        await user.settle()
        assert "other0000" in under_the_cursor(user)[1] and under_the_cursor(user)[0] == 1


async def test_answers_that_take_long_are_worked_out_in_a_thread(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        answers = Answers(user.app.desk, quote=many(3))
        await searched(user)
        await user.press("a")
        assert set(answers.threads) == {"search"}, "long ones, and the first, of which nobody knows"
        answers.elapsed = 1.0
        await user.press(*"bcdef")
        assert answers.threads[-1] == "MainThread", "quick ones at once"
        answers.elapsed, before = 50.0, len(answers.threads)
        await user.press(*"gh")
        assert answers.threads[before] == "MainThread" and answers.threads[-1] == "search"


async def test_only_hits_in_sight_are_looked_at(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        answers = Answers(user.app.desk, quote=many(200), person=many(200, "who"))
        await searched(user)
        await user.press(*["down"] * 3)
        assert len(answers.looked_at) <= 40
        await user.press("ctrl+end")
        assert "who0199" in under_the_cursor(user)[1] and len(answers.looked_at) <= 80
        assert listed(user)[0].startswith(" PEOPLE 200"), "the heading of what is in sight stays"


async def test_page_keys_move_by_pages_and_stop_at_the_ends(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(80, 24)) as user:
        Answers(user.app.desk, quote=many(100))
        await searched(user)
        page = user.app.screen.list.page - 1
        await user.press("pagedown", "pagedown")
        assert user.app.screen.list.cursor == 2 * page
        await user.press("pageup", "pageup", "pageup")
        assert user.app.screen.list.cursor == 0
        await user.press("ctrl+end", "pagedown", "ctrl+n")
        assert user.app.screen.list.cursor == 99


async def test_the_strictest_marking_of_the_list_is_shown(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        answers = Answers(user.app.desk, quote=["a"])
        await searched(user)
        assert user.rows[0].endswith("TLP:GREEN ")
        answers.changes = {"tlp": Tlp.RED}
        await user.type("y")
        assert user.rows[0].endswith("TLP:RED ") and user.rows[-1].endswith("TLP:RED ")


async def test_a_search_that_fails_says_so(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        answers = Answers(user.app.desk, quote=["a"])
        await searched(user)
        answers.gate = None
        await user.type("y")
        assert "search failed: AttributeError" in user.text
        answers.leave()
        await user.press("ctrl+u")
        assert "QUOTES 4" in user.text


async def test_a_hit_that_is_no_longer_in_its_briefing_is_said_to_be_none(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path, **{"id: q-air, ": ""})) as user:
        answers = Answers(user.app.desk, quote=["one", "two"])
        answers.changes = {"counts": {}}
        await searched(user)
        assert "no longer in its briefing" in user.text
        await user.press("ctrl+y")
        assert "no longer in its briefing" in user.rows[-1] and not user.app.clipboard


@pytest.mark.parametrize("key", ["slash", "colon", "b", "question_mark"])
async def test_where_nothing_is_found_nothing_is_chosen(tmp_path: Path, key: str) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press(key)
        await user.type("zzzqqq")
        await user.press("down", "ctrl+y", "enter")
        assert len(user.app.screen_stack) == 2 and not user.app.clipboard
