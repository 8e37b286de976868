"""What `y` takes away carries its marking, and what is said of it is true."""

from pathlib import Path

import pytest
from moonbase import User, at_the_reader, moon


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A native tool that writes what it is given to a file."""
    folder = tmp_path / "bin"
    folder.mkdir()
    tool = folder / "xclip"
    tool.write_text(f'#!/bin/sh\n/bin/cat > "{tmp_path}/taken"\n')
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DISPLAY", ":0")
    return tmp_path / "taken"


def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    return moon(folder)


async def copied(user: User, *keys: str) -> str:
    await user.press(*keys, "y")
    return user.app.clipboard


@pytest.mark.parametrize(
    ("keys", "words", "marking"),
    [
        (("1",), "Ida Vega", "COUNCIL ONLY TLP:GREEN"),
        (("2",), "Both want quiet convoys.", "COUNCIL ONLY TLP:GREEN"),
        (("3",), "Leak in dome four", "COUNCIL ONLY TLP:GREEN"),
        (("4", "tab", "tab", "tab"), "Südtycho", "COUNCIL ONLY TLP:AMBER"),
        (("4",), "Air is not a favour", "COUNCIL ONLY TLP:GREEN"),
        (("5",), "14:30", "COUNCIL ONLY TLP:AMBER"),
        (("7", "tab"), "Minutes of the council", "COUNCIL ONLY TLP:GREEN"),
        (("8", "tab", "enter"), "Walk outside", "COUNCIL ONLY TLP:GREEN"),
        (("i",), "Air for all before ice for some.", "COUNCIL ONLY TLP:AMBER"),
    ],
)
async def test_what_is_copied_ends_with_its_marking(
    tmp_path: Path, taken: Path, keys: tuple[str, ...], words: str, marking: str
) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        text = await copied(user, *keys)
        assert words in text
        assert text.rstrip().endswith(f"[{marking}]")
        assert taken.read_text() == text
        assert "with xclip" in user.rows[-1]


async def test_a_quote_is_copied_with_all_that_traces_it(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        text = await copied(user, "slash", "g", "r", "a", "v", "e", "enter")
        for fact in (
            "“schwere Herausforderung für den regionalen Frieden und die Stabilität”", "Ida Vega, Minister of Air (TYC)",
            "Tycho", "2 May 2031", "Minutes of the council", "para. 4", "Translation [en]", "a grave challenge", "TLP:GREEN",
        ):  # fmt: skip
            assert fact in text, fact


async def test_every_quote_of_a_section_carries_its_own_marking(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        text = await copied(user, "4")
        assert [line.rpartition("[")[2] for line in text.splitlines()] == [
            "COUNCIL ONLY TLP:GREEN]", "COUNCIL ONLY TLP:AMBER]", "COUNCIL ONLY TLP:GREEN]",
        ]  # fmt: skip


async def test_ctrl_y_copies_the_hit_one_stands_on(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("slash", *"glacier", "ctrl+y")
        assert "We shall not thaw a single glacier" in user.app.clipboard and user.app.clipboard.endswith("[TLP:CLEAR]")
        assert "sent the quote" in user.rows[-1]


async def test_without_a_tool_nothing_is_promised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with at_the_reader(library(tmp_path)) as user:
        await copied(user, "1")
        assert "sent Ida Vega, unconfirmed" in user.rows[-1] and "copied" not in user.rows[-1]


@pytest.mark.parametrize("script", ["exit 1", "exec /bin/sleep 60"])
async def test_a_tool_that_fails_is_not_said_to_have_copied(
    tmp_path: Path, taken: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    (tmp_path / "bin" / "xclip").write_text(f"#!/bin/sh\n{script}\n")
    monkeypatch.setattr("briefing_tui.ui.clipboard.SECONDS", 0.2)
    async with at_the_reader(library(tmp_path)) as user:
        await copied(user, "1")
        assert "sent Ida Vega, unconfirmed" in user.rows[-1]
