from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.agenda import AgendaState, Phase, agenda_at, in_days, in_minutes
from briefing_tui.model.clock import instant, parse_instant, shown_in, span, zone_named
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.programme import LONGEST, Slot, programme
from briefing_tui.reading import read_bytes

BERLIN, PARIS_OF_THE_EAST = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kuala_Lumpur")
ZONES = [
    ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca")
]

DAY = """\
title: Lunar Council
date: 2031-05-02/2031-05-03
timezone: Asia/Kuala_Lumpur
participants: {vega: {name: Ida Vega}, quist: {name: Mara Quist}}
talks:
  one: {parties: [vega, quist], date: 2031-05-02 14:30, status: planned}
  two: {parties: [vega, quist], date: 2031-05-02 11:00, status: planned}
  off: {parties: [vega, quist], date: 2031-05-02 13:00, status: cancelled}
  someday: {parties: [vega, quist], status: planned}
agenda:
  - {time: 09:30, until: 10:15, what: Opening, press: true}
  - {what: Gifts}
  - {time: 10:00, what: Photograph}
  - {time: 14:30, what: The talk, talk: one}
  - {time: 13:00, what: Off, talk: off}
  - {date: 2031-05-03, time: 22:00, until: 01:00, what: Dinner}
"""


def briefing(text: str = DAY):  # type: ignore[no-untyped-def]
    return read_bytes(text.encode(), "x.yaml", "x").briefing


def at(now: str, text: str = DAY, home: ZoneInfo | None = BERLIN) -> AgendaState:
    return agenda_at(briefing(text), datetime.fromisoformat(now), home)


def names(slots: tuple[Slot, ...]) -> list[str]:
    return [str(slot.what) if slot.what else slot.talk.id if slot.talk else "" for slot in slots]


def test_what_was_is_and_comes_next() -> None:
    state = at("2031-05-02T10:48")
    assert state.previous and str(state.previous.what) == "Opening"
    assert names(state.now) == ["Photograph"]
    assert names(state.next) == ["two"]
    assert (state.minutes, state.countdown, state.soon, state.press) == (12, "in 12 min", True, False)


def test_a_minute_that_has_begun_counts_as_one() -> None:
    assert at("2031-05-02T10:47:30").countdown == "in 13 min"
    assert at("2031-05-02T10:59:59").countdown == "in 1 min"
    assert names(at("2031-05-02T11:00").now) == ["two"]


def test_what_overlaps_goes_on_together_and_the_press_is_in_one_of_both() -> None:
    state = at("2031-05-02T10:05")
    assert names(state.now) == ["Opening", "Photograph"]
    assert state.press


def test_a_talk_counts_once_and_one_that_was_cancelled_not_at_all() -> None:
    shown = at("2031-05-02T08:00").shown
    assert names(shown) == ["Opening", "Gifts", "Photograph", "two", "The talk"]
    assert shown[-1].talk == Ref(Kind.TALK, "one")


def test_what_has_no_end_lasts_until_the_next_begins_but_not_for_ever() -> None:
    slots = {names((slot,))[0]: slot for slot in programme(briefing()).slots}
    photograph, talk = slots["Photograph"], slots["The talk"]
    assert photograph.end == slots["two"].start
    assert talk.start and talk.end == talk.start + LONGEST
    assert not talk.closed and slots["Opening"].closed


def test_local_and_home_time() -> None:
    state = at("2031-05-02T10:05")
    assert (f"{state.local:%H:%M}", f"{state.home:%H:%M}", state.away) == ("10:05", "04:05", True)
    assert not at("2031-05-02T10:05", home=PARIS_OF_THE_EAST).away


def test_a_moment_with_an_offset_is_that_moment_everywhere() -> None:
    assert at("2031-05-02T04:05+02:00").local == at("2031-05-02T10:05").local


@pytest.mark.parametrize(
    ("now", "phase", "day", "countdown"),
    [
        ("2031-04-29T10:00", Phase.BEFORE, 2, "in 3 days"),
        ("2031-05-01T10:00", Phase.BEFORE, 2, "tomorrow"),
        ("2031-05-01T23:50", Phase.BEFORE, 2, "tomorrow"),
        ("2031-05-02T00:10", Phase.DURING, 2, "in 9 h 20 min"),
        ("2031-05-02T20:00", Phase.DURING, 2, "tomorrow"),
        ("2031-05-03T23:00", Phase.DURING, 3, ""),
        ("2031-05-04T00:30", Phase.DURING, 3, ""),
        ("2031-05-04T01:00", Phase.AFTER, 3, "yesterday"),
        ("2031-06-03T12:00", Phase.AFTER, 3, "31 days ago"),
    ],
)
def test_before_the_meeting_there_is_a_countdown_and_after_it_the_last_day(
    now: str, phase: Phase, day: int, countdown: str
) -> None:
    state = at(now)
    assert (state.phase, state.day.day, state.countdown) == (phase, day, countdown)


def test_a_dinner_past_midnight_goes_on() -> None:
    assert names(at("2031-05-04T00:30").now) == ["Dinner"]


def test_a_meeting_without_any_time_has_its_days() -> None:
    text = "title: A\ndate: 2031-05\nagenda: [Opening, Closing]\n"
    state = at("2031-05-20T10:00", text)
    assert (state.phase, state.now, state.next, state.countdown) == (Phase.DURING, (), (), "")
    assert names(at("2031-04-30T10:00", text).shown) == ["Opening", "Closing"]
    assert at("2031-04-28T10:00", text).countdown == "in 3 days"


def test_an_item_of_several_days_happens_on_each() -> None:
    text = (
        "title: A\ndate: 2031-05-02/2031-05-04\nagenda: [{date: 2031-05-02/2031-05-04, time: 9:00, until: 10:00, what: News}]\n"
    )
    assert [slot.day.day for slot in programme(briefing(text)).slots] == [2, 3, 4]


def test_the_times_of_a_file_without_a_zone_or_with_an_unknown_one_are_the_readers() -> None:
    for zone in ("", "timezone: Mars/Olympus\n", "timezone: ../etc/passwd\n", "timezone: Europe\n"):
        text = f"title: A\ndate: 2031-05-02\n{zone}agenda: [{{time: 9:00, until: 10:00, what: News}}]\n"
        state = at("2031-05-02T07:30+00:00", text, BERLIN)
        assert names(state.now) == ["News"], zone
        assert not state.away


# --- the change to and from daylight saving time: in Berlin 2031-03-30 2:00 → 3:00 and 2031-10-26 3:00 → 2:00


def berlin(text: str) -> datetime:
    return instant(datetime.fromisoformat(text), BERLIN)


def lasts(day: str, begins: str, ends: str) -> tuple[str, timedelta]:
    start, end = span(date.fromisoformat(day), time.fromisoformat(begins), time.fromisoformat(ends), BERLIN)
    return f"{shown_in(start, BERLIN):%H:%M}", end - start


def test_a_time_that_clocks_skip_is_an_hour_later() -> None:
    assert shown_in(berlin("2031-03-30T02:30"), BERLIN).strftime("%H:%M") == "03:30"
    assert lasts("2031-03-30", "02:15", "02:45") == ("03:15", timedelta(minutes=30))


def test_a_meeting_across_the_change_is_as_long_as_it_is() -> None:
    assert lasts("2031-03-30", "01:30", "03:30") == ("01:30", timedelta(hours=1))
    assert lasts("2031-10-26", "01:30", "03:30") == ("01:30", timedelta(hours=3))
    assert lasts("2031-10-25", "23:00", "04:00") == ("23:00", timedelta(hours=6))


def test_a_meeting_whose_begin_is_skipped_keeps_its_length() -> None:
    assert lasts("2031-03-30", "02:30", "03:15") == ("03:30", timedelta(minutes=45))


def test_a_time_that_comes_twice_is_the_first_and_an_end_before_the_begin_the_second() -> None:
    assert berlin("2031-10-26T02:30") == datetime(2031, 10, 26, 0, 30, tzinfo=UTC)
    assert lasts("2031-10-26", "02:45", "02:15") == ("02:45", timedelta(minutes=30))
    assert lasts("2031-10-27", "02:45", "02:15") == ("02:45", timedelta(hours=23, minutes=30))


def test_the_clock_counts_real_minutes_across_the_change() -> None:
    text = "title: A\ndate: 2031-10-26\ntimezone: Europe/Berlin\nagenda: [{time: 3:10, what: Early start}]\n"
    assert at("2031-10-26T01:50", text).countdown == "in 2 h 20 min"
    assert at("2031-10-26T02:50+01:00", text).minutes == 20
    text = "title: A\ndate: 2031-03-30\ntimezone: Europe/Berlin\nagenda: [{time: 3:10, what: Early start}]\n"
    assert at("2031-03-30T01:50", text).minutes == 20


def test_the_days_to_a_meeting_do_not_lose_one_to_the_change() -> None:
    text = "title: A\ndate: 2031-03-31\ntimezone: Europe/Berlin\n"
    assert at("2031-03-28T23:59", text).countdown == "in 3 days"


@given(st.datetimes(datetime(1999, 1, 1), datetime(2037, 1, 1)), st.sampled_from(ZONES))
def test_clocks_show_what_was_written_unless_they_skip_it(shown: datetime, zone: ZoneInfo) -> None:
    back = shown_in(instant(shown, zone), zone).replace(tzinfo=None)
    assert back == shown or timedelta() < back - shown <= timedelta(hours=1)


@given(st.dates(date(2000, 1, 1), date(2036, 1, 1)), st.times(), st.times(), st.sampled_from(ZONES))
def test_everything_ends_after_it_began_and_within_a_day(day: date, begins: time, ends: time, zone: ZoneInfo) -> None:
    start, end = span(day, begins, ends, zone)
    assert timedelta() < end - start <= timedelta(hours=25)


@given(st.datetimes())
def test_no_moment_is_too_early_or_too_late(now: datetime) -> None:
    for year in ("0001", "9999"):
        item = f"{{time: 0:30, until: 0:10, what: News, date: {year}-12-31}}"
        text = f"title: A\ndate: {year}\ntimezone: Asia/Tokyo\nagenda: [{item}]\n"
        assert agenda_at(briefing(text), now, ZoneInfo("America/New_York")).phase


@given(st.datetimes(datetime(2031, 4, 29), datetime(2031, 5, 6)))
def test_the_clock_is_never_in_two_minds(now: datetime) -> None:
    state = agenda_at(briefing(), now, BERLIN)
    moment = instant(now, PARIS_OF_THE_EAST)
    assert all(slot.start <= moment < slot.end for slot in state.now)  # type: ignore[operator]
    assert state.previous is None or state.previous.end <= moment  # type: ignore[operator]
    assert (state.minutes is None) == (not state.next)
    if state.minutes is not None:
        assert state.minutes > 0
        later = agenda_at(briefing(), now + timedelta(minutes=state.minutes), BERLIN)
        assert later.now and set(state.next) <= set(later.now)


# --- `--at`


def test_a_moment_is_in_the_briefings_zone_unless_it_says_which() -> None:
    assert parse_instant("2025-11-01T14:20", PARIS_OF_THE_EAST) == datetime(2025, 11, 1, 6, 20, tzinfo=UTC)
    assert parse_instant(" 2025-11-01 14:20 ", PARIS_OF_THE_EAST) == datetime(2025, 11, 1, 6, 20, tzinfo=UTC)
    assert parse_instant("2025-11-01T14:20+01:00", PARIS_OF_THE_EAST) == datetime(2025, 11, 1, 13, 20, tzinfo=UTC)
    assert parse_instant("2025-11-01T14:20Z") == datetime(2025, 11, 1, 14, 20, tzinfo=UTC)


def test_a_time_alone_is_on_the_day_given() -> None:
    for text in ("9:40", " 09:40 ", "09:40:00"):
        assert parse_instant(text, PARIS_OF_THE_EAST, date(2025, 11, 1)) == datetime(2025, 11, 1, 1, 40, tzinfo=UTC)
    later = datetime(2025, 11, 2, 1, 40, tzinfo=UTC)
    assert parse_instant("2025-11-02T09:40", PARIS_OF_THE_EAST, date(2025, 11, 1)) == later
    for wrong in ("25:00", "9:4", "9:", "940", "2025"):
        with pytest.raises(ValueError, match="2025-11-01T14:20"):
            parse_instant(wrong, BERLIN, date(2025, 11, 1))


@pytest.mark.parametrize("text", ["", "14:20", "2025-13-01T14:20", "tomorrow", "2025-11-01T25:00"])
def test_what_is_no_moment_says_how_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="2025-11-01T14:20"):
        parse_instant(text, BERLIN)


def test_waits_in_words() -> None:
    assert [in_minutes(each) for each in (1, 59, 60, 125)] == ["in 1 min", "in 59 min", "in 1 h", "in 2 h 5 min"]
    assert [in_days(each) for each in (0, 1, 3, -1)] == ["today", "tomorrow", "in 3 days", "yesterday"]


def test_only_real_zones_are_zones() -> None:
    assert zone_named("Asia/Tokyo") == ZoneInfo("Asia/Tokyo")
    assert [zone_named(name) for name in ("", "Mars/Olympus", "/etc/localtime", "Europe", "\0")] == [None] * 5
