"""What changed since a briefing was last read: counted in the header until it was looked at and left."""

import os
from pathlib import Path

import pytest
from moonbase import COUNCIL, User, at_the_reader, moon

from briefing_tui.ui.cards.page import Page

QUIET = "Both want quiet convoys."


def save(folder: Path, **changes: str) -> None:
    """Save the third council with words replaced."""
    text = COUNCIL
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path = folder / "third-council.yaml"
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1_000_000))


async def reload(user: User) -> None:
    user.app.reload()
    await user.settle()


async def test_a_briefing_that_was_never_read_has_no_changes(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        assert "Δ" not in user.rows[0]
        await user.press("d")
        assert "nothing changed since you last read" in user.text


async def test_changes_are_counted_until_they_were_looked_at_and_left(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder):
        pass
    save(folder, **{QUIET: "Both want loud convoys.", "severity: critical": "severity: low"})
    for _ in range(2):
        async with at_the_reader(folder) as user:
            assert user.rows[0].startswith(" Δ2 Third Lunar Council")
    async with at_the_reader(folder) as user:
        await user.press("d")
        assert "[-quiet-]{+loud+}" in user.text and "critical → low" in user.text
        assert "Δ2" in user.rows[0]
        await user.press("escape")
        assert "Δ" not in user.rows[0]
        await user.press("d")
        assert "[-quiet-]{+loud+}" in user.text and "; seen" in user.text and "Δ" not in user.rows[0]
    async with at_the_reader(folder) as user:
        assert "Δ" not in user.rows[0]


async def test_to_quit_is_to_leave(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder):
        pass
    save(folder, **{QUIET: "Both want loud convoys."})
    async with at_the_reader(folder) as user:
        await user.press("d")
    async with at_the_reader(folder) as user:
        assert "Δ" not in user.rows[0]


async def test_a_save_while_it_is_open_is_compared_with_what_was_on_the_screen(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        save(folder, **{QUIET: "Both want loud convoys."})
        await reload(user)
        assert user.rows[0].startswith(" Δ1 ")
        await user.press("d", "escape")
        save(folder, **{QUIET: "Both want no convoys."})
        await reload(user)
        await user.press("d")
        assert "[-loud-]{+no+}" in user.text
        save(folder, **{QUIET: "Both want loud convoys."})
        await reload(user)
        assert "nothing changed" in user.text and "Δ" not in user.rows[0]


async def test_what_came_and_went_shows_without_colour_and_leads_to_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        line = next(line for line in COUNCIL.splitlines(keepends=True) if "brandt:" in line)
        save(folder, **{line: "  nova: {name: Nova Starr}\n", "Air is not a favour": "Air is not a present"})
        await reload(user)
        await user.press("d")
        rows = [row[39:].strip() for row in user.rows]
        assert any("- Old Brandt  removed" in row for row in rows)
        assert any("+ Nova Starr  added" in row for row in rows)
        assert any("Air is not a [-favour-]{+present+}" in row for row in rows)
        await user.press("tab", "enter")
        assert user.card == "Nova Starr"
        assert "Δ" not in user.rows[0]


async def test_the_marking_of_what_went_counts(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        start, end = COUNCIL.index("  - id: q-ice"), COUNCIL.index("  - {id: q-air")
        save(folder, **{COUNCIL[start:end]: ""})
        await reload(user)
        assert "TLP:GREEN" in user.rows[0]
        await user.press("d")
        assert "TLP:AMBER" in user.rows[0] and "TLP:AMBER" in user.rows[-1]
        assert "┃ “Die Verteidigungsministerin" in user.text


async def test_a_broken_save_is_no_change(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        (folder / "third-council.yaml").write_text('talks: {"\n')
        await reload(user)
        assert "Δ" not in user.rows[0]


async def test_changes_of_another_briefing_are_its_own(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        save(folder, **{QUIET: "Both want loud convoys."})
        await reload(user)
        await user.press("left_square_bracket")
        assert "Second Lunar Council" in user.rows[0] and "Δ" not in user.rows[0]
        await user.press("d", "right_square_bracket")
        assert user.app.reader.subject is Page.CHANGES and "[-quiet-]{+loud+}" in user.text
        assert "Δ1" in user.rows[0]


async def test_changes_are_copied_with_their_markings(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        save(folder, **{QUIET: "Both want loud convoys."})
        await reload(user)
        await user.press("d", "y")
        assert user.app.clipboard.startswith("[COUNCIL ONLY TLP:AMBER]")
        assert "Both want [-quiet-]{+loud+} convoys." in user.app.clipboard


async def test_changes_that_name_who_spoke_on_background_are_copied_after_a_yes_alone(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder):
        pass
    save(folder, **{"Air is not a favour": "Air is no favour"})
    async with at_the_reader(folder) as user:
        await user.press("d", "y")
        assert "not copied, it names who spoke: background" in user.rows[-1] and "Orlo" not in user.app.clipboard
        await user.press("Y", "enter")
        await user.type("yes")
        await user.press("enter")
        assert "Bruno Orlo (COP): “Air is no favour” [background]" in user.app.clipboard


async def test_changes_that_are_gone_when_the_user_insists_end_nothing(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder):
        pass
    save(folder, **{"Air is not a favour": "Air is no favour"})
    async with at_the_reader(folder) as user:
        await user.press("d", "Y", "enter")
        await user.type("yes")
        save(folder)
        await reload(user)
        await user.press("enter")
        assert "nothing to copy here" in user.rows[-1]


async def test_a_file_that_is_opened_alone_has_changes_too(tmp_path: Path) -> None:
    path = moon(tmp_path) / "third-council.yaml"
    async with at_the_reader(path, str(path)):
        pass
    save(tmp_path, **{QUIET: "Both want loud convoys."})
    async with at_the_reader(path, str(path)) as user:
        assert user.rows[0].startswith(" Δ1 ")


async def test_what_changed_within_lists_and_of_the_briefing_itself_is_said_item_by_item(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    async with at_the_reader(folder) as user:
        save(
            folder,
            **{
                "Third Lunar Council": "Great Lunar Council",
                "venue: Tycho": "venue: Kepler",
                "The vote is in June": "The vote is in July",
                "    avoid: [{en: The old debt, de: Die Schuld}]\n": "    agreed: [A joint patrol]\n",
                "answer: {en: under review, de: wird geprüft}": "answer: {en: granted, de: gewährt}, status: done",
                "what: {en: A second pump, de: Eine Pumpe}": "what: {en: A second pump, de: Eine Pumpe}, status: done",
            },
        )
        await reload(user)
        await user.press("d")
        rows = [" ".join(row[39:].split()) for row in user.rows]
        at = rows.index("BRIEFING title: [-Third-]{+Great+} Lunar Council")
        assert rows[at + 1] == "venue: [-Tycho-]{+Kepler+}"
        at = rows.index("TALKS ~ TYC–COP: Ida Vega (TYC), Mara Quist (COP) changed")
        assert rows[at + 1 : at + 6] == [
            "asks:", "~ More air by June", "answer [en]: [-under review-]{+granted+}",
            "answer [de]: [-wird geprüft-]{+gewährt+}", "status: open → done",
        ]  # fmt: skip
        at = rows.index("~ TYC–COP: Ida Vega (TYC), Bruno Orlo (COP) changed")
        assert rows[at + 1 : at + 10] == [
            "points:", "~ The vote is in [-June-]{+July+}", "avoid:", "- The old debt", "asks:", "~ A second pump",
            "status: open → done", "agreed:", "+ A joint patrol [de]",
        ]  # fmt: skip
