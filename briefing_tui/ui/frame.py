"""Where everything stands on the reader's screen: a pure function of its size."""

from typing import NamedTuple

from textual.geometry import Region

NARROW_COLUMNS = 80
NARROW_ROWS = 20
SIDE_COLUMNS = 54


class Shape(NamedTuple):
    """What the reader shows: the rows each pane has to show, which pane is active, whether the card is, and the rest.

    `zoomed` is the active one alone, `tabless` at any size.
    """

    rows: tuple[int, ...]
    active: int
    card: bool
    banner: bool = False
    zoomed: bool = False
    tabless: bool = False


def is_narrow(columns: int, rows: int) -> bool:
    """Whether only one pane at a time fits."""
    return columns < NARROW_COLUMNS or rows < NARROW_ROWS


def left_columns(columns: int) -> int:
    """The width of the panes."""
    return 30 if columns < 100 else 38 if columns < 160 else 44


def has_side(columns: int, rows: int) -> bool:
    """Whether there is room for the third column."""
    return columns >= 160 and not is_narrow(columns, rows)


def frame(columns: int, rows: int, shape: Shape) -> dict[str, Region]:
    """The regions by name: `banner`, `tabs`, `pane0` to `pane2`, `card`, `side`; what has no room has none."""
    places: dict[str, Region] = {}
    top, bottom = 0, rows
    if shape.banner:
        places["banner"] = Region(0, top, columns, 1)
        top += 1
    if is_narrow(columns, rows + 2) and not shape.tabless:
        places["tabs"] = Region(0, top, columns, 1)
        top += 1
        places["card" if shape.card else f"pane{shape.active}"] = Region(0, top, columns, max(0, bottom - top))
        return places
    if shape.zoomed:
        places["card" if shape.card else f"pane{shape.active}"] = Region(0, top, columns, max(0, bottom - top))
        return places
    left = left_columns(columns)
    side = SIDE_COLUMNS if has_side(columns, rows + 2) else 0
    y = top
    sizes = heights(shape.rows, bottom - top)
    spare = bottom - top - sum(sizes) >= len(sizes) - 1
    for index, height in enumerate(sizes):
        places[f"pane{index}"] = Region(0, y, left, height)
        y += height + spare
    places["card"] = Region(left + 1, top, columns - left - 1 - (side + 1 if side else 0), bottom - top)
    if side:
        places["side"] = Region(columns - side, top, side, bottom - top)
    return places


def heights(rows: tuple[int, ...], room: int) -> list[int]:
    """The height of each pane with its rule: its rows, or, if all do not fit, rows taken from the tallest until they do."""
    sizes = [max(count, 1) + 1 for count in rows]
    over = sum(sizes) - room
    while over > 0:
        tallest = max(range(len(sizes)), key=lambda index: (sizes[index], index))
        others = sorted(sizes)[-2] if len(sizes) > 1 else 2
        step = max(1, min(over, sizes[tallest] - others))
        if sizes[tallest] - step < 2:
            break
        sizes[tallest] -= step
        over -= step
    return sizes
