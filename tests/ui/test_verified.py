"""What the reader shows of quotes that were compared with their sources."""

from pathlib import Path

import pytest
from moonbase import User, at_the_reader, moon

from briefing_tui.model.fields import Kind, Ref
from briefing_tui.ui.targets import PassageOf

MINUTES = """\
Protokoll des Mondrats

Zuerst ging es um die Konvois.

Ida Vega nannte das Leck eine „schwere Herausforderung für den regionalen Frieden und die
Stabilität“. Mara Quist schwieg.

Danach wurde gegessen.
"""
COPY = {"grade: B2, tlp: GREEN": "grade: B2, tlp: GREEN, file: minutes.txt"}


def council(folder: Path, minutes: str = MINUTES, **changes: str) -> Path:
    """The briefings, and beside them a copy of the minutes that one quote is taken from."""
    (folder / "minutes.txt").write_text(minutes, encoding="utf-8")
    return moon(folder, **COPY, **changes)


async def open_passage(user: User) -> None:
    """Open the source of the quote."""
    await user.press("4")
    links = user.app.reader.card.layout_now.links
    user.app.reader.card.stand_on(next(i for i, spot in enumerate(links) if spot.ref == PassageOf("q-grave")))
    await user.press("enter")


def source_row(user: User) -> str:
    """The row of the quote that names its source."""
    return next(row for row in user.rows if "minutes ¶4" in row)


@pytest.mark.parametrize(
    ("minutes", "sign"),
    [
        (MINUTES, "minutes ¶4 ✓"),
        (MINUTES.replace("schwere", "große"), "minutes ¶4 ≠ altered"),
        (MINUTES.replace("„", "").replace("“", ""), "minutes ¶4 ≠ reported speech"),
        ("Es ging um ganz andere Dinge.\n", "minutes ¶4 ≠ not in the source"),
    ],
)
async def test_a_quote_says_how_it_stands_to_its_source(minutes: str, sign: str, tmp_path: Path) -> None:
    async with at_the_reader(council(tmp_path, minutes)) as user:
        await user.press("4")
        assert sign in source_row(user)


async def test_without_a_copy_nobody_knows(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("4")
        assert source_row(user).rstrip().endswith("minutes ¶4 ? unchecked")


async def test_a_copy_that_cannot_be_read_leaves_it_open(tmp_path: Path) -> None:
    folder = council(tmp_path)
    (folder / "minutes.txt").write_bytes(b"\0\1\2" * 50)
    async with at_the_reader(folder) as user:
        await user.press("4")
        assert source_row(user).rstrip().endswith("minutes ¶4 ? unchecked")


async def test_enter_on_the_source_shows_the_passage_marked_in_its_paragraph_and_escape_leads_back(tmp_path: Path) -> None:
    async with at_the_reader(council(tmp_path)) as user:
        await open_passage(user)
        text = " ".join(user.text.replace("┃", " ").split())
        assert "Passage · Ida Vega" in text
        assert "Ida Vega nannte das Leck eine „schwere Herausforderung" in text
        assert "Zuerst ging es um die Konvois." in text
        assert "✓ verbatim" in text
        hits = "".join(run.text for line in user.app.reader.card.layout_now.lines for run in line if run.ink == "hit")
        assert "".join(hits.split()) == "schwereHerausforderungfürdenregionalenFriedenunddieStabilität"
        await user.press("escape")
        assert (user.card, user.app.reader.card.spot.ref) == ("Quotes", PassageOf("q-grave"))


async def test_paragraphs_between_the_parts_of_a_passage_are_left_out(tmp_path: Path) -> None:
    minutes = """Zuerst.

Sie sprach von „schwere Herausforderung für den regionalen Frieden.

Dann hustete jemand.

Es ging ihr um die Stabilität“.
"""
    folder = council(tmp_path, minutes, **{"Frieden und die Stabilität\n": "Frieden […] die Stabilität\n"})
    async with at_the_reader(folder) as user:
        await open_passage(user)
        text = " ".join(row[39:].strip() for row in user.rows)
        assert "hustete" not in text and text.index("¶2") < text.index("…") < text.index("¶4"), user.text


async def test_of_a_copy_that_is_gone_no_passage_is_shown(tmp_path: Path) -> None:
    folder = council(tmp_path)
    async with at_the_reader(folder) as user:
        await open_passage(user)
        (folder / "minutes.txt").unlink()
        user.app.reload(force=True)
        await user.settle()
        assert "no passage to show" in user.text


async def test_an_altered_quote_shows_both_wordings(tmp_path: Path) -> None:
    async with at_the_reader(council(tmp_path, MINUTES.replace("schwere", "große")), size=(80, 30)) as user:
        await open_passage(user)
        card = " ".join("".join(run.text for run in line).strip() for line in user.app.reader.card.layout_now.lines)
        assert "[-große-]{+schwere+} Herausforderung" in card


async def test_the_passage_carries_the_marking_of_its_quote(tmp_path: Path) -> None:
    folder = council(tmp_path, **{"    locator: para. 4\n": "    locator: para. 4\n    tlp: RED\n"})
    async with at_the_reader(folder) as user:
        await open_passage(user)
        assert "TLP:RED" in user.rows[0] and "TLP:RED" in user.rows[-1]


async def test_a_paragraph_without_end_is_cut_around_the_passage(tmp_path: Path) -> None:
    long = "Wort " * 20_000
    minutes = MINUTES.replace("Ida Vega nannte", long + "Ida Vega nannte").replace("Mara Quist schwieg.", long)
    async with at_the_reader(council(tmp_path, minutes)) as user:
        await open_passage(user)
        assert "Herausforderung" in user.text
        assert len(user.app.reader.card.layout_now.lines) < 60


async def test_on_the_passage_one_copies_and_notes_its_quote(tmp_path: Path) -> None:
    async with at_the_reader(council(tmp_path)) as user:
        await open_passage(user)
        reader = user.app.reader
        reader.card.stand_on(-1)
        assert reader.selected() == reader.noting() == Ref(Kind.QUOTE, "q-grave")
        await user.press("y")
        assert "quote" in user.rows[-1]
