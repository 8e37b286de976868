"""The marking stands in the first and last row of every screen, whatever is shown and however little room there is."""

from pathlib import Path

import pytest
from moonbase import User, at_the_reader, moon

SCREENS = {
    "reader": (), "card": ("0",), "quotes": ("4",), "search": ("slash",), "help": ("question_mark",), "picker": ("b",),
    "palette": ("colon",), "filter": ("f",), "blank": ("x",), "zoomed": ("plus",), "message": ("n",),
}  # fmt: skip


def marked(user: User, label: str) -> bool:
    return all(row.endswith(f" {label} ") for row in (user.rows[0], user.rows[-1]))


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24), (120, 40)], ids=str)
async def test_every_screen_is_marked(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_reader(moon(tmp_path, **{"    tlp: AMBER\n": ""}), size=size) as user:
        for name, keys in SCREENS.items():
            await user.press(*keys)
            assert marked(user, "TLP:GREEN"), (name, user.rows[0], user.rows[-1])
            await user.press("escape")


@pytest.mark.parametrize("columns", [40, 80, 120])
async def test_a_classification_that_is_too_long_gives_way_and_the_label_never(tmp_path: Path, columns: int) -> None:
    async with at_the_reader(
        moon(tmp_path, **{"COUNCIL ONLY": "VERY SECRET " * 30, "    tlp: AMBER\n": ""}), size=(columns, 24)
    ) as user:
        for keys in SCREENS.values():
            await user.press(*keys)
            assert marked(user, "TLP:GREEN") and "SECRET" in user.rows[0] and "…" in user.rows[0], user.rows
            await user.press("escape")


async def test_the_strictest_item_in_sight_decides(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        assert marked(user, "COUNCIL ONLY TLP:GREEN")
        await user.press("4")
        assert marked(user, "COUNCIL ONLY TLP:AMBER")
        await user.press("escape")
        assert marked(user, "COUNCIL ONLY TLP:GREEN")
        await user.press("1", "j", "j")
        assert user.card == "Mara Quist"
        assert marked(user, "COUNCIL ONLY TLP:AMBER")


async def test_hits_of_a_search_count_and_a_marked_point_does(tmp_path: Path) -> None:
    changes = {"agreed: [{": "agreed: [{tlp: RED, "}
    async with at_the_reader(moon(tmp_path, **changes)) as user:
        assert marked(user, "COUNCIL ONLY TLP:RED")
        await user.press("3", "G")
        assert user.card == "Moonquakes"
        await user.press("slash")
        await user.type("minister")
        assert marked(user, "COUNCIL ONLY TLP:AMBER")


async def test_the_picker_counts_what_it_lists(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    (folder / "red.yaml").write_text("title: Red council\ndate: 2031-01-01\ntlp: RED\n")
    async with at_the_reader(folder, "second-council") as user:
        assert marked(user, "TLP:CLEAR")
        await user.press("b")
        assert marked(user, "TLP:RED")
        await user.type("second")
        assert marked(user, "TLP:CLEAR")


async def test_no_marking_is_said_and_one_marked_item_ends_it(tmp_path: Path) -> None:
    (tmp_path / "bare.yaml").write_text(
        "title: t\ndate: 2031-01-01\nparticipants: {a: Ann, b: Bob}\nquotes: [{speaker: b, text: Hush, tlp: AMBER+STRICT}]\n"
    )
    async with at_the_reader(tmp_path, "bare", (40, 24)) as user:
        assert marked(user, "NO MARKING")
        await user.press("j", "enter")
        assert marked(user, "TLP:AMBER+STRICT")


async def test_the_marking_survives_a_theme_and_a_message(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path), size=(60, 24)) as user:
        for name in ("light", "high-contrast", "terminal", "dark"):
            user.app.theme = name
            user.app.reader.say("a long message " * 20)
            await user.settle()
            assert marked(user, "COUNCIL ONLY TLP:GREEN")


async def test_a_hit_is_as_strict_as_whoever_and_whatever_it_names(tmp_path: Path) -> None:
    changes = {"    parties: [vega, quist]\n": "    parties: [vega, quist]\n    tlp: RED\n"}
    async with at_the_reader(moon(tmp_path, **changes)) as user:
        await user.press("3", "G", "slash")
        await user.type("grave")
        assert marked(user, "COUNCIL ONLY TLP:RED") and "TLP:RED" in "".join(user.rows[1:-1])


async def test_a_card_is_as_strict_as_whoever_it_names(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path, **{"name: Mara Quist,": "name: Mara Quist, tlp: RED,"}), size=(60, 24)) as user:
        await user.press("2", "enter")
        assert "Mara Quist" in user.text and marked(user, "COUNCIL ONLY TLP:RED")
