"""`e` opens the editor at the line of what one stands on."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from moonbase import COUNCIL, at_the_reader, moon

from briefing_tui.editor import command
from briefing_tui.model.errors import NotFoundError


def line_of(words: str) -> int:
    return COUNCIL[: COUNCIL.index(words)].count("\n") + 1


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("1",), line_of("vega: {name")),
        (("2", "j"), line_of("tyc-far:")),
        (("3", "G"), line_of("quake: {title")),
        (("4", "tab", "tab", "tab"), line_of("- id: q-ice")),
        (("5",), line_of("- {time: 09:30")),
        (("8", "tab"), line_of("EVA: {en")),
        (("i",), 1),
    ],
)
async def test_the_editor_opens_at_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], line: int
) -> None:
    folder = tmp_path / "with 'blanks' and ;signs"
    folder.mkdir()
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > "{tmp_path}/said"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"{editor} --wait")
    async with at_the_reader(moon(folder)) as user:
        monkeypatch.setattr(user.app, "suspend", nullcontext)
        await user.press(*keys, "e")
        assert (tmp_path / "said").read_text() == f"--wait|+{line}|{folder}/third-council.yaml|"


def library_and_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> Path:
    """A folder for a library; the user's editor `does` something with the file."""
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\n{does} "$2" > /dev/null\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    folder = tmp_path / "library"
    folder.mkdir()
    return folder


async def test_what_was_edited_is_shown_when_the_editor_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = library_and_editor(tmp_path, monkeypatch, "sed -i s/quiet/noisy/")
    async with at_the_reader(moon(folder)) as user:
        monkeypatch.setattr(user.app, "suspend", nullcontext)
        await user.press("e")
        assert "Both want noisy convoys." in user.text


@pytest.mark.parametrize(("does", "told"), [("sed -i s/quiet/noisy/", True), ("cat", False)])
async def test_who_edits_a_briefing_that_came_with_the_program_is_told_that_an_update_replaces_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, told: bool
) -> None:
    folder = library_and_editor(tmp_path, monkeypatch, does)
    monkeypatch.setattr("briefing_tui.places.SHIPPED", folder)
    async with at_the_reader(moon(folder)) as user:
        monkeypatch.setattr(user.app, "suspend", nullcontext)
        await user.press("e")
        assert ("came with the program" in user.text) is told


async def test_an_editor_that_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("e")
        assert "no-such-editor is not installed" in user.rows[-1]


def test_editors_that_take_the_line_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.editor.shutil.which", lambda name: name)
    path = Path("/b.yaml")
    assert command(path, 7, {"EDITOR": "code -w"}) == ["code", "-w", "--goto", "/b.yaml:7"]
    assert command(path, 7, {"EDITOR": "hx"}) == ["hx", "/b.yaml:7"]
    assert command(path, 0, {"EDITOR": "vim"}) == ["vim", "+1", "/b.yaml"]
    assert command(path, 7, {"EDITOR": "my-script"}) == ["my-script", "/b.yaml"]
    assert command(path, 7, {"EDITOR": "vim", "VISUAL": "emacs -nw"}) == ["emacs", "-nw", "+7", "/b.yaml"]


def test_without_a_setting_what_is_installed_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.editor.shutil.which", lambda name: name if name == "vi" else None)
    assert command(Path("/b.yaml"), 7, {}) == ["vi", "+7", "/b.yaml"]
    monkeypatch.setattr("briefing_tui.editor.shutil.which", lambda name: None)
    with pytest.raises(NotFoundError, match="no editor is installed"):
        command(Path("/b.yaml"), 7, {})


def test_a_setting_that_is_no_command_is_said() -> None:
    with pytest.raises(NotFoundError):
        command(Path("b.yaml"), 1, {"EDITOR": "vim 'unclosed"})
    with pytest.raises(NotFoundError):
        command(Path("b.yaml"), 1, {"EDITOR": "/"})
