"""Where things stand at any size: all inside, nothing over another, nothing gone that has room."""

from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from textual.geometry import Region

from briefing_tui.ui.frame import Shape, frame, heights, is_narrow

ROWS = st.tuples(*[st.integers(0, 9) | st.integers(0, 60)] * 3)
HIGH = st.integers(20, 40) | st.integers(5, 200)


@settings(max_examples=400)
@example(80, 20, (0, 0, 12), 1, False, False, False)
@given(st.integers(20, 500), HIGH, ROWS, st.integers(0, 2), st.booleans(), st.booleans(), st.booleans())
def test_everything_is_inside_and_apart(
    columns: int, rows: int, counts: tuple[int, int, int], active: int, card: bool, banner: bool, zoomed: bool
) -> None:
    body = Region(0, 0, columns, rows - 2)
    places = frame(columns, rows - 2, Shape(counts, active, card, banner, zoomed))
    for name, region in places.items():
        assert region.area and body.contains_region(region), name
    for (one, first), (other, second) in combinations(places.items(), 2):
        assert not first.overlaps(second), (one, other)
    assert banner == ("banner" in places)
    if is_narrow(columns, rows):
        assert ("card" if card else f"pane{active}") in places
    elif not zoomed:
        assert {"pane0", "pane1", "pane2", "card"} <= places.keys()


@given(ROWS, st.integers(6, 200))
def test_panes_fit_the_room_and_none_vanishes(counts: tuple[int, int, int], room: int) -> None:
    sizes = heights(counts, room)
    assert sum(sizes) <= room
    assert min(sizes) >= 2
    for count, size in zip(counts, sizes, strict=True):
        assert size <= max(count, 1) + 1


@given(ROWS, st.integers(6, 200))
def test_rows_are_taken_from_the_tallest_and_no_more_than_needed(counts: tuple[int, int, int], room: int) -> None:
    sizes = heights(counts, room)
    wanted = [max(count, 1) + 1 for count in counts]
    assert sum(sizes) == min(sum(wanted), room)
    cut = [size for size, wish in zip(sizes, wanted, strict=True) if size < wish]
    assert all(size <= min(cut) + 1 for size in sizes) if cut else sizes == wanted


def test_the_widths_of_the_look() -> None:
    shape = Shape((4, 4, 4), 1, False)
    assert [frame(columns, 38, shape)["pane0"].width for columns in (80, 99, 100, 159, 160)] == [30, 30, 38, 38, 44]
    assert "side" not in frame(159, 38, shape)
    assert frame(160, 38, shape)["side"].width == 54
    assert set(frame(79, 38, shape)) == set(frame(200, 17, shape)) == {"tabs", "pane1"}


def test_a_blank_row_between_panes_where_rows_are_spare() -> None:
    roomy, tight = frame(80, 19, Shape((4, 5, 5), 1, False)), frame(80, 19, Shape((5, 5, 5), 1, False))
    assert roomy["pane1"].y - roomy["pane0"].bottom == 1
    assert tight["pane1"].y == tight["pane0"].bottom


def test_where_there_is_no_room_every_pane_keeps_its_rule_and_a_row() -> None:
    assert heights((9, 0, 4), 3) == [2, 2, 2]
