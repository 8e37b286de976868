from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.dates import Moment, Period, parse_clock

DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))
CLOCKS = st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0))


@given(DAYS, CLOCKS, st.integers(1, 3))
def test_a_moment_is_read_as_it_is_written(day: date, clock, precision: int) -> None:  # type: ignore[no-untyped-def]
    moment = Moment(*(day.year, day.month, day.day)[:precision], **({"clock": clock} if precision == 3 else {}))
    assert Moment.parse(str(moment)) == moment
    assert moment.first <= day <= moment.last


@given(DAYS, DAYS)
def test_a_range_ends_where_it_says_and_never_before_it_begins(one: date, other: date) -> None:
    text = f"{one}/{other}"
    if other < one:
        with pytest.raises(ValueError, match="ends before it begins"):
            Period.parse(text)
    else:
        period = Period.parse(text)
        assert (period.first, period.last, str(period)) == (one, other, text)


@given(DAYS, CLOCKS, st.integers(1, 3), DAYS, CLOCKS, st.integers(1, 3))
def test_a_range_is_read_as_it_is_written_however_precise_its_ends_are(one, early, precise, other, late, exact) -> None:  # type: ignore[no-untyped-def]
    start, end = (
        Moment(*(day.year, day.month, day.day)[:parts], **({"clock": clock} if parts == 3 else {}))
        for day, clock, parts in ((one, early, precise), (other, late, exact))
    )
    if end.last >= start.first:
        period = Period(start, end)
        assert Period.parse(str(period)) == period
        assert period.first <= period.last


@given(st.text(max_size=30))
def test_nothing_but_a_value_error_is_raised(text: str) -> None:
    for parse in (Moment.parse, Period.parse, parse_clock):
        try:
            parse(text)
        except ValueError as error:
            assert str(error)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2025-11-01", "1 Nov 2025"),
        ("2025-11-01 14:30", "1 Nov 2025 14:30"),
        ("2025-10", "Oct 2025"),
        ("2025", "2025"),
        ("2025-11-01/2025-11-03", "1–3 Nov 2025"),
        ("2025-10-31/2025-11-02", "31 Oct – 2 Nov 2025"),
        ("2025-12-31/2026-01-02", "31 Dec 2025 – 2 Jan 2026"),
    ],
)
def test_dates_are_shown_for_people(written: str, shown: str) -> None:
    assert Period.parse(written).shown() == shown


def test_the_year_is_left_out_where_it_is_known_but_a_bare_year_never() -> None:
    assert Period.parse("2025-11-01").shown(year=False) == "1 Nov"
    assert Period.parse("2025").shown(year=False) == "2025"


@pytest.mark.parametrize("text", ["2025-02-29", "2025-13", "2025-11-31", "0000", "1 Nov 2025", "2025-11-01 25:00", "٢٠٢٥"])
def test_what_is_no_date_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|time|no month 13|no day"):
        Period.parse(text)


def test_the_last_day_of_a_month_knows_leap_years() -> None:
    assert Moment.parse("2024-02").last == date(2024, 2, 29)
    assert Moment.parse("2025-02").last == date(2025, 2, 28)
