"""The agenda clock: what a user reads off it at a moment, wherever the meeting and the user are."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from moonbase import at_the_reader, moon

from briefing_tui.model.fields import Kind, Ref
from briefing_tui.ui.widgets.line import LineWidget, paint

AGENDA = """\
timezone: Asia/Kuala_Lumpur
agenda:
  - {time: 09:30, what: {en: Opening, de: Eröffnung}, who: orlo, press: true}
  - {time: 11:00, until: 11:45, what: {en: Photograph}, place: {en: Terrace}, press: true, tlp: AMBER}
  - {time: 14:30, what: {en: Talk with Copernicus, de: Gespräch}, talk: tyc-cop, place: {en: Room 305}}
  - {what: {en: Gifts}}
  - {date: 2031-05-03, time: 08:00, what: {en: Breakfast}}
"""
OLD = """\
agenda:
  - {time: 09:30, what: {en: Opening, de: Eröffnung}, who: orlo, press: true}
  - {time: 14:30, what: {en: Talk with Copernicus, de: Gespräch}, talk: tyc-cop}
"""


@pytest.fixture(autouse=True)
def _in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The user's own zone."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


class Hands:
    """A clock that a test sets, in the time of Kuala Lumpur."""

    def __init__(self, shown: str) -> None:
        self.set(shown)

    def set(self, shown: str) -> None:
        """Put the hands somewhere."""
        self.instant = (datetime.fromisoformat(shown) - timedelta(hours=8)).replace(tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.instant


def day(folder: Path) -> Path:
    """The two briefings, the first with a day full of things."""
    return moon(folder, **{OLD: AGENDA})


async def test_the_point_key_shows_what_was_is_and_comes_next(tmp_path: Path) -> None:
    async with at_the_reader(day(tmp_path), clock=Hands("2031-05-02T11:10")) as user:
        await user.press("full_stop")
        assert user.card == "Now"
        rows = [" ".join(row[39:].split()) for row in user.rows]
        assert "11:10 local 05:10 home Fri 2 May" in rows
        before = rows.index("BEFORE 09:30 Opening")
        now = rows.index("NOW ▌11:00 – 11:45 Photograph")
        coming = rows.index("NEXT 14:30 Talk with Copernicus in 3 h 20 min")
        assert before < now < coming
        assert rows[now + 1] == "Terrace · press in the room · TLP:AMBER"
        assert rows[coming + 1] == "Room 305 · Ida Vega · Mara Quist"
        assert "NO TIME Gifts" in rows


async def test_of_the_press_is_said_what_the_file_says(tmp_path: Path) -> None:
    async with at_the_reader(day(tmp_path), clock=Hands("2031-05-02T14:40")) as user:
        await user.press("full_stop")
        assert "▌14:30  Talk with Copernicus" in user.text and "press" not in user.text


async def test_enter_opens_the_talk_it_is_time_for_and_a_second_point_goes_back(tmp_path: Path) -> None:
    async with at_the_reader(day(tmp_path), clock=Hands("2031-05-02T14:40")) as user:
        await user.press("1")
        left = user.at
        await user.press("full_stop", "full_stop")
        assert user.at == left
        await user.press("full_stop", "escape")
        assert user.at == left
        await user.press("full_stop", "enter")
        assert user.card == "TYC–COP" and user.app.reader.on_card


@pytest.mark.parametrize("moment", ["2031-05-02T08:00", "2031-05-02T11:10", "2031-05-02T14:40"])
async def test_enter_opens_the_next_talk_whatever_comes_before_it(tmp_path: Path, moment: str) -> None:
    async with at_the_reader(day(tmp_path), clock=Hands(moment)) as user:
        await user.press("full_stop", "enter")
        assert user.card == "TYC–COP" and user.app.reader.on_card


async def test_enter_opens_a_talk_of_another_day_too(tmp_path: Path) -> None:
    folder = moon(tmp_path, **{OLD: AGENDA, "date: 2031-05-09": "date: 2031-05-09 10:00"})
    async with at_the_reader(folder, clock=Hands("2031-05-02T19:00")) as user:
        await user.press("full_stop")
        assert "NEXT TALK" in user.text and "Fri 9 May 10:00  TYC–COP" in user.text
        await user.press("enter")
        assert user.card == "TYC–COP" and user.app.reader.subject == Ref(Kind.TALK, "tyc-far")


@pytest.mark.parametrize(
    ("moment", "talk"),
    [
        ("2031-05-02T08:00", "tyc-cop"),
        ("2031-05-02T14:40", "tyc-cop"),
        ("2031-05-02T17:00", "tyc-far"),
        ("2031-05-09T10:20", "tyc-far"),
        ("2031-05-09T18:00", "tyc-cop"),
        ("2031-04-20T10:00", "tyc-cop"),
    ],
)
async def test_a_reader_begins_on_the_talk_it_is_time_for(tmp_path: Path, moment: str, talk: str) -> None:
    folder = moon(tmp_path, **{OLD: AGENDA, "date: 2031-05-09": "date: 2031-05-09 10:00"})
    async with at_the_reader(folder, clock=Hands(moment)) as user:
        assert user.app.reader.subject == Ref(Kind.TALK, talk)
        assert user.app.reader.pane.row and user.app.reader.pane.row.ref == Ref(Kind.TALK, talk)
        assert not user.app.reader.on_card


async def test_space_marks_what_goes_on_as_done(tmp_path: Path) -> None:
    async with at_the_reader(day(tmp_path), clock=Hands("2031-05-02T11:10")) as user:
        await user.press("full_stop", "shift+tab", "space")
        assert any("✓" in row and "Photograph" in row for row in user.rows)
        await user.press("5")
        assert any("✓" in row and "Photograph" in row for row in user.rows)
        assert not any("✓" in row and "Opening" in row for row in user.rows)


async def test_before_the_meeting_it_counts_down(tmp_path: Path) -> None:
    async with at_the_reader(day(tmp_path), clock=Hands("2031-04-29T11:10")) as user:
        await user.press("full_stop")
        assert "begins in 3 days  Fri 2 May" in user.text
        assert "NEXT         09:30  Opening" in user.text
        assert "NOW " not in user.text


async def test_after_the_meeting_it_shows_the_last_day(tmp_path: Path) -> None:
    async with at_the_reader(day(tmp_path), clock=Hands("2031-05-05T11:10")) as user:
        await user.press("full_stop")
        assert "the last day was 2 days ago  Sat 3 May" in user.text
        assert "Breakfast" in user.text and "Photograph" not in user.text


async def test_a_briefing_without_times_says_so(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), "second-council", clock=Hands("2030-05-02T11:10")) as user:
        await user.press("full_stop")
        assert "05:10  your time: the briefing names no zone" in user.text
        assert "nothing on the agenda" in user.text


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=str)
async def test_now_and_next_are_on_the_first_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_reader(day(tmp_path), size=size, clock=Hands("2031-05-02T11:10")) as user:
        await user.press("full_stop")
        assert "Photograph" in user.text and "press in the room" in user.text
        assert "14:30  Talk with" in user.text


async def test_the_header_announces_what_is_soon_and_the_page_follows_the_clock(tmp_path: Path) -> None:
    hands = Hands("2031-05-02T13:59")
    async with at_the_reader(day(tmp_path), size=(100, 24), clock=hands) as user:
        assert "▸" not in user.text
        await user.press("full_stop")
        hands.set("2031-05-02T14:00")
        user.app.pulse.beat()
        await user.settle()
        assert "▸ in 30 min Talk with Copernicus 14:30" in user.rows[0]
        assert "14:00 local" in user.text and "Copernicus  in 30 min" in user.text
        await user.press("slash")
        assert "▸ in 30 min" in user.rows[0]
        hands.set("2031-05-02T14:30")
        user.app.pulse.beat()
        await user.press("escape")
        assert "▸ now Talk with Copernicus" in user.rows[0] and "until" not in user.rows[0]
        assert "▌14:30  Talk with Copernicus" in user.text
        hands.set("2031-05-02T17:00")
        user.app.pulse.beat()
        await user.press("escape")
        assert "▸" not in user.rows[0]


async def test_the_header_says_what_goes_on_and_until_when_unless_something_begins_soon(tmp_path: Path) -> None:
    hands = Hands("2031-05-02T11:10")
    folder = moon(tmp_path, **{OLD: AGENDA.replace("14:30", "12:00")})
    async with at_the_reader(folder, size=(100, 24), clock=hands) as user:
        assert "▸ now Photograph until 11:45" in user.rows[0]
        assert user.rows[0].endswith("TLP:AMBER ")
        hands.set("2031-05-02T11:40")
        user.app.pulse.beat()
        await user.settle()
        assert "▸ in 20 min Talk with Copernicus 12:00" in user.rows[0]


@pytest.mark.parametrize(("moment", "said"), [("2031-05-02T14:18", "▸ 12 min "), ("2031-05-02T14:40", "▸ now ")])
async def test_where_a_long_marking_leaves_no_room_the_announcement_is_short(tmp_path: Path, moment: str, said: str) -> None:
    folder = moon(tmp_path, **{OLD: AGENDA, "COUNCIL ONLY": "COUNCIL EYES ONLY"})
    async with at_the_reader(folder, size=(40, 12), clock=Hands(moment)) as user:
        assert user.rows[0].endswith(" COUNCIL EYES ONLY TLP:GREEN ")
        assert said in user.rows[0]
        await user.press("x")
        assert "▸" not in user.text


async def test_the_link_one_stands_on_stays_while_time_passes(tmp_path: Path) -> None:
    hands = Hands("2031-05-02T13:59")
    async with at_the_reader(day(tmp_path), size=(100, 24), clock=hands) as user:
        await user.press("full_stop", "tab")
        assert user.app.reader.card.spot and user.app.reader.card.spot.ref.id == "vega"
        hands.set("2031-05-02T07:59")
        user.app.pulse.beat()
        assert user.app.reader.card.spot is None or user.app.reader.card.spot.ref.id == "vega"


async def test_nothing_is_drawn_when_a_minute_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hands = Hands("2031-05-02T12:00")
    async with at_the_reader(day(tmp_path), size=(170, 45), clock=hands) as user:
        drawn: list[object] = []
        monkeypatch.setattr(LineWidget, "render_line", lambda self, y: drawn.append((self, y)) or paint((), 1, self.app.inks))
        for minute in range(1, 4):
            hands.set(f"2031-05-02T12:0{minute}")
            user.app.pulse.beat()
            await user.settle()
        assert drawn == []


@pytest.mark.parametrize(("size", "beginning"), [((40, 12), " Third"), ((20, 5), " Third…")], ids=str)
async def test_the_marking_keeps_its_place_before_news(tmp_path: Path, size: tuple[int, int], beginning: str) -> None:
    folder = moon(tmp_path, **{OLD: AGENDA, "classification: COUNCIL ONLY\n": "", "tlp: AMBER": "tlp: GREEN"})
    async with at_the_reader(folder, size=size, clock=Hands("2031-05-02T14:20")) as user:
        assert user.rows[0].endswith(" TLP:GREEN ")
        assert user.rows[0].startswith(beginning)
        assert ("▸ in 10 min Talk" in user.rows[0]) == (size == (40, 12))


async def test_what_is_announced_counts_for_the_marking(tmp_path: Path) -> None:
    async with at_the_reader(day(tmp_path), size=(80, 24), clock=Hands("2031-05-02T10:45")) as user:
        assert "▸ in 15 min Photograph" in user.rows[0]
        await user.press("1")
        assert user.rows[0].endswith("TLP:AMBER ")


async def test_a_wide_screen_has_the_day_at_its_side_and_marks_what_goes_on(tmp_path: Path) -> None:
    hands = Hands("2031-05-02T11:10")
    async with at_the_reader(day(tmp_path), size=(170, 45), clock=hands) as user:
        assert "▌11:00  Photograph" in user.text and "▌14:30" not in user.text
        hands.set("2031-05-02T14:31")
        user.app.pulse.beat()
        await user.settle()
        assert "▌14:30  Talk with Copernicus" in user.text and "▌11:00" not in user.text
        hands.set("2031-05-03T07:00")
        user.app.pulse.beat()
        await user.settle()
        assert "08:00  Breakfast" in user.text and "11:00" not in user.text
