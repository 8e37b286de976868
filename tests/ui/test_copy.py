"""What `y` takes away carries its marking, and what is said of it is true."""

import asyncio
import json
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from moonbase import User, at_the_reader, moon

from briefing_tui.model.marking import Tlp
from briefing_tui.places import state_folder
from briefing_tui.tools import Tool
from briefing_tui.ui import clipboard, copier, due
from briefing_tui.ui.screens.insist import Insist
from briefing_tui.ui.session import Keeper
from briefing_tui.ui.takeaway import TakeAway
from briefing_tui.ui.taken import Taken


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


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clipboard, as a file that an xclip which can show it reads and writes."""
    folder = tmp_path / "bin"
    folder.mkdir()
    held = tmp_path / "held"
    script = f'#!/bin/sh\ncase "$*" in *-o) exec /bin/cat "{held}";; esac\n/bin/cat > "{held}"\n'
    (folder / "xclip").write_text(script)
    (folder / "xclip").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DISPLAY", ":0")
    return held


class Alarms:
    """What is to be done later is done when a test says so."""

    def __init__(self) -> None:
        self._set: list[Callable[[], None]] = []

    def after(self, seconds: float, do: Callable[[], None]) -> None:
        self._set.append(do)

    def ring(self) -> None:
        for do in self._set:
            do()


@pytest.fixture
def alarms(monkeypatch: pytest.MonkeyPatch) -> Alarms:
    made = Alarms()
    monkeypatch.setattr(TakeAway, "after", lambda self, seconds, do: made.after(seconds, do))
    return made


def library(tmp_path: Path, **changes: str) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    return moon(folder, **changes)


def written(user: User) -> list[str]:
    """What is written to the terminal from here on, beyond drawing."""
    sequences: list[str] = []
    user.app.write_to_terminal = sequences.append  # type: ignore[method-assign]
    return sequences


async def said(user: User, words: str) -> None:
    """Wait until the last row says it."""
    for _ in range(400):
        await user.settle()
        if words in user.rows[-1]:
            return
        await asyncio.sleep(0.005)
    raise AssertionError(f"{words!r} was not said, but {user.rows[-1]!r}")


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
            "Tycho, 2 May 2031 (Tycho Press, para. 4)", "a grave challenge", "(translated from German)", "TLP:GREEN",
        ):  # fmt: skip
            assert fact in text, fact


async def test_every_quote_of_a_section_carries_its_own_marking(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        text = await copied(user, "4")
        assert [line.rpartition("[")[2] for line in text.splitlines()] == [
            "COUNCIL ONLY TLP:GREEN]", "COUNCIL ONLY TLP:AMBER]", "COUNCIL ONLY TLP:GREEN]",
        ]  # fmt: skip


async def test_of_an_empty_section_nothing_is_copied(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path, **{"quotes:\n": "former_quotes:\n"})) as user:
        await user.press("4", "y")
        assert "nothing to copy here" in user.rows[-1]
        assert user.app.clipboard == ""


async def test_ctrl_y_copies_the_hit_one_stands_on(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("slash", *"glacier", "ctrl+y")
        assert "We shall not thaw a single glacier" in user.app.clipboard and user.app.clipboard.endswith("[TLP:CLEAR]")
        assert "sent, unconfirmed: the quote" in user.rows[-1]


async def test_without_a_tool_nothing_is_promised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with at_the_reader(library(tmp_path)) as user:
        await copied(user, "1")
        assert "sent, unconfirmed: Ida Vega" in user.rows[-1] and "copied" not in user.rows[-1]


@pytest.mark.parametrize("script", ["exit 1", "exec /bin/sleep 60"])
async def test_a_tool_that_fails_is_not_said_to_have_copied(
    tmp_path: Path, taken: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    (tmp_path / "bin" / "xclip").write_text(f"#!/bin/sh\n{script}\n")
    monkeypatch.setattr("briefing_tui.ui.clipboard.SECONDS", 0.2)
    async with at_the_reader(library(tmp_path)) as user:
        await copied(user, "1")
        assert "sent, unconfirmed: Ida Vega" in user.rows[-1]


# --- rules


def ruled(tmp_path: Path, use: str) -> Path:
    return library(tmp_path, **{"use: background}": f"use: {use}}}"})


async def at_the_air_quote(user: User) -> None:
    await user.press("slash", *"favour", "enter")


async def test_on_background_the_name_stays_here(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await at_the_air_quote(user)
        text = await copied(user)
        assert "“Air is not a favour”, Speaker (COP)" in text and "Orlo" not in text
        assert "the quote without the name" in user.rows[-1]
        await user.press("slash", "ctrl+y")
        assert user.app.clipboard == text


@pytest.mark.parametrize("use", ["deep-background", "chatham-house"])
async def test_the_words_alone_are_copied_and_said_to_be(tmp_path: Path, use: str) -> None:
    async with at_the_reader(ruled(tmp_path, use)) as user:
        await at_the_air_quote(user)
        assert await copied(user) == "“Air is not a favour” [COUNCIL ONLY TLP:GREEN]"
        assert "the words alone" in user.rows[-1]


async def test_off_the_record_needs_a_typed_yes(tmp_path: Path) -> None:
    async with at_the_reader(ruled(tmp_path, "off-record")) as user:
        await at_the_air_quote(user)
        assert await copied(user) == ""
        assert "not copied, off the record; Y copies it after a typed yes" in user.rows[-1]
        await user.press("Y", "enter")
        assert isinstance(user.app.screen, Insist) and "off the record" in user.text
        await user.press("enter")
        await user.type("y")
        await user.press("enter")
        assert user.app.clipboard == "" and isinstance(user.app.screen, Insist)
        await user.type("es")
        await user.press("enter")
        assert "Bruno Orlo" in user.app.clipboard and "[off-record]" in user.app.clipboard


async def test_whoever_closes_the_question_copies_nothing(tmp_path: Path) -> None:
    async with at_the_reader(ruled(tmp_path, "off-record")) as user:
        await at_the_air_quote(user)
        await user.press("Y", "enter", "escape")
        assert user.app.clipboard == "" and "not copied" in user.rows[-1]
        await user.press("slash", "ctrl+y")
        assert user.app.clipboard == "" and "not copied, off the record" in user.rows[-1]


async def test_under_the_chatham_house_rule_cards_are_not_copied(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path, **{"status: draft": "handling: chatham-house"})) as user:
        for keys in (("1",), ("2",), ("3",), ("5",), ("7",), ("i",)):
            assert await copied(user, *keys) == "", keys
            assert "not copied, Chatham House rule" in user.rows[-1]
        await user.press("slash")
        await user.type("kind:line vote")
        await user.press("ctrl+y")
        assert user.app.clipboard == "" and "Chatham House rule" in user.rows[-1]
        await user.press("escape")
        text = await copied(user, "4")
        assert "Air is not a favour" in text and not re.search("Vega|Quist|Orlo|TYC|COP|Tycho Press", text)
        await user.press("1", "Y", "enter", "y", "e", "s", "enter")
        assert "Ida Vega" in user.app.clipboard


@pytest.mark.parametrize(
    ("use", "reason"),
    [("off-record", "off the record"), ("background", "it names who spoke"), ("chatham-house", "it names who spoke")],
)
async def test_a_note_does_not_name_who_spoke_under_a_rule(tmp_path: Path, use: str, reason: str) -> None:
    async with at_the_reader(ruled(tmp_path, use)) as user:
        await at_the_air_quote(user)
        await user.press("a", *"angry", "enter", "6", "tab")
        assert await copied(user) == "" and f"not copied, {reason}" in user.rows[-1]


async def test_under_the_chatham_house_rule_no_note_is_copied(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path, **{"status: draft": "handling: chatham-house"})) as user:
        for keys in (("2",), ("i",), ("5",)):
            await user.press(*keys, "a", *"angry", "enter")
        await user.press("6")
        for _ in range(3):
            await user.press("tab")
            assert await copied(user) == "" and "not copied, Chatham House rule" in user.rows[-1]


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({"    parties: [vega, quist]\n": "    parties: [vega, quist]\n    tlp: RED\n"}, ("slash", *"grave", "enter")),
        ({"name: Mara Quist,": "name: Mara Quist, tlp: RED,"}, ("2",)),
        ({"name: Mara Quist,": "name: Mara Quist, tlp: RED,"}, ("slash", *"tycho", "enter")),
        ({"name: Mara Quist,": "name: Mara Quist, tlp: RED,"}, ("2", "a", *"angry", "enter", "6", "tab")),
    ],
    ids=["the talk of a quote", "the party of a talk", "the speaker of a quote", "the party of a talk noted on"],
)
async def test_a_copy_is_as_strict_as_whatever_it_names_and_is_cleared_so(
    tmp_path: Path, changes: dict[str, str], keys: tuple[str, ...], alarms: Alarms
) -> None:
    async with at_the_reader(library(tmp_path, **changes)) as user:
        text = await copied(user, *keys)
        assert text.endswith("[COUNCIL ONLY TLP:RED]") and "cleared in 45 s" in user.rows[-1]


# --- forms


@pytest.mark.parametrize(
    ("typed", "start"),
    [("plain", "“schwere"), ("mark", "> “schwere"), ("chic", "Ida Vega, Minister of Air"), ("yaml", "marking:"), ("json", "{")],
)
async def test_other_forms_are_picked(tmp_path: Path, typed: str, start: str) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("slash", *"grave", "enter", "Y")
        assert all(form in user.text for form in ("plain", "Markdown", "Chicago note", "YAML reference", "JSON"))
        await user.press(*typed, "enter")
        assert user.app.clipboard.startswith(start)
        assert "TLP:GREEN" in user.app.clipboard and "the quote" in user.rows[-1]


async def test_a_section_is_data_as_well(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("4", "Y", *"json", "enter")
        assert [each.get("quote") for each in json.loads(user.app.clipboard)] == ["q-grave", "q-ice", None]
        await user.press("8", "Y")
        assert "Chicago" not in user.text


# --- where it lies, and for how long


async def test_amber_is_cleared_again_and_that_is_said(tmp_path: Path, board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copier, "SECONDS", 0.3)
    async with at_the_reader(library(tmp_path)) as user:
        assert "TLP:AMBER" in await copied(user, "4", "tab", "tab", "tab")
        await said(user, "clipboard cleared with xclip")
        assert board.read_text() == "" and user.app.clipboard == ""


async def test_what_somebody_else_put_there_stays(tmp_path: Path, board: Path, alarms: Alarms) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        sequences = written(user)
        await user.press("4", "tab", "tab", "tab", "y")
        assert "copied, cleared in 45 s: the quote with xclip" in user.rows[-1]
        board.write_text("mine")
        alarms.ring()
        await said(user, "not cleared: something else is there")
        assert board.read_text() == "mine" and len(sequences) == 1


async def test_by_the_terminal_alone_a_clear_is_sent(tmp_path: Path, alarms: Alarms) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        sequences = written(user)
        await user.press("4", "tab", "tab", "tab", "y")
        assert "sent, unconfirmed, cleared in 45 s: the quote (OSC 52)" in user.rows[-1]
        alarms.ring()
        await said(user, "clear sent, unconfirmed")
        assert sequences[1:] == ["\x1b]52;c;IA==\x07\x1b]52;c;\x07"]


async def test_a_newer_copy_is_not_cleared_with_an_older(tmp_path: Path, board: Path, alarms: Alarms) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("4", "tab", "tab", "tab", "y", "tab", "y")
        assert "TLP:GREEN" in board.read_text()
        alarms.ring()
        await user.settle()
        assert "TLP:GREEN" in board.read_text() and "cleared" not in user.rows[-1]


async def test_a_copy_that_went_nowhere_keeps_nobody_from_clearing_the_one_before(tmp_path: Path, alarms: Alarms) -> None:
    async with at_the_reader(library(tmp_path, **{"A long life.": "life " * 20_000})) as user:
        sequences = written(user)
        await user.press("4", "tab", "tab", "tab", "y", "1", "j", "y")
        assert "too long for OSC 52" in user.rows[-1]
        alarms.ring()
        await said(user, "clear sent, unconfirmed")
        assert sequences[1:] == ["\x1b]52;c;IA==\x07\x1b]52;c;\x07"]


async def test_what_a_tool_puts_there_while_the_program_ends_is_cleared(
    tmp_path: Path, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    putting, quitting, put = Event(), Event(), clipboard.put

    def slow(by: Tool, text: str) -> bool:
        putting.set()
        quitting.wait(10)
        return put(by, text)

    async with at_the_reader(library(tmp_path)) as user:
        monkeypatch.setattr(clipboard, "put", slow)
        await user.press("4", "tab", "tab", "tab")
        user._send("y")
        await asyncio.to_thread(putting.wait, 10)
        user.app.take_away.leave()
        quitting.set()
        await user.settle()
        assert board.read_text() == ""


async def test_leaving_clears_at_once(tmp_path: Path, board: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("4", "tab", "tab", "tab", "y")
        assert "TLP:AMBER" in board.read_text()
    assert board.read_text() == ""


async def killed_with_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Leave something AMBER on the clipboard as a program does that is killed; what it was."""
    with monkeypatch.context() as patch:
        patch.setattr(copier.Copier, "leave", lambda self: None)
        async with at_the_reader(library(tmp_path)) as user:
            await user.press("4", "tab", "tab", "tab", "y")
            return user.app.clipboard


def remembered() -> list[Path]:
    return list(state_folder().glob("clipboard-*"))


async def test_what_a_killed_program_left_is_cleared_at_the_next_start(
    tmp_path: Path, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = await killed_with_a_copy(tmp_path, monkeypatch)
    assert "TLP:AMBER" in text and board.read_text() == text
    [file] = remembered()
    assert file.stat().st_mode & 0o777 == 0o600
    assert not any(word in file.read_text() for word in re.findall(r"\w{4,}", text))
    async with at_the_reader(tmp_path / "library") as user:
        await said(user, "clipboard cleared: a copy was left")
        assert board.read_text() == "" and not remembered()


async def test_what_was_copied_since_a_program_was_killed_stays(
    tmp_path: Path, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await killed_with_a_copy(tmp_path, monkeypatch)
    board.write_text("mine")
    async with at_the_reader(tmp_path / "library") as user:
        for _ in range(400):
            if not remembered():
                break
            await asyncio.sleep(0.005)
        await user.settle()
        assert board.read_text() == "mine" and not remembered() and "cleared" not in user.rows[-1]


async def test_what_a_program_that_still_runs_copied_is_left_to_it(tmp_path: Path, board: Path) -> None:
    board.write_text("secret")
    due.keep(due.due("secret")._replace(tool="xclip", until=time.time() + 45))
    [file] = remembered()
    file.rename(file.with_name(f"clipboard-{os.getppid()}.json"))
    assert due.pay(time.time()) == (False, False) and board.read_text() == "secret"


async def test_what_a_program_copied_itself_is_not_cleared_by_its_start(tmp_path: Path, board: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("4", "tab", "tab", "tab", "y")
        await asyncio.to_thread(user.app._clear_left)
        assert "TLP:AMBER" in board.read_text() and remembered()


async def test_nothing_is_remembered_once_it_is_cleared_or_replaced(
    tmp_path: Path, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("4", "tab", "tab", "tab", "y")
        assert remembered()
        await user.press("1", "y")
        assert not remembered()
        await user.press("4", "tab", "tab", "tab", "y")
        assert remembered()
    assert not remembered()


def test_a_buffer_of_tmux_that_was_left_is_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    script = f'cd {tmp_path}\ncase "$1" in show*) exec /bin/cat "$3";; load*) /bin/cat > "$4";; *) /bin/rm "$3";; esac'
    (folder / "tmux").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "tmux").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    (tmp_path / "briefing-7").write_text("secret")
    due.keep(due.due("secret")._replace(buffer="briefing-7", sent=True))
    assert due.pay(time.time() + 1, {}) == (False, False) and (tmp_path / "briefing-7").exists()
    due.keep(due.due("secret")._replace(buffer="briefing-7", sent=True, until=time.time()))
    assert due.pay(time.time() + 1, {"TMUX": "/tmp/tmux,1,0"}) == (True, False)
    assert not (tmp_path / "briefing-7").exists() and not remembered()


def test_what_cannot_be_looked_at_is_left_to_a_later_start_until_it_is_old(board: Path) -> None:
    (board.parent / "bin" / "xclip").unlink()
    (board.parent / "bin" / "wl-copy").write_text("#!/bin/sh\n")
    (board.parent / "bin" / "wl-copy").chmod(0o755)
    environ, now = {"WAYLAND_DISPLAY": "wayland-0"}, time.time()
    for until, left in ((now, True), (now - due.LASTS - 1, False)):
        due.keep(due.due("secret")._replace(tool="wl-copy", sent=False, until=until))
        assert due.pay(now + 1, environ) == (False, False)
        assert bool(remembered()) is left


@pytest.mark.parametrize("rubbish", ["", "{}", "[]", '{"salt": 1}', "\0", "[" * 4000])
def test_rubbish_among_what_is_remembered_harms_nobody(rubbish: str) -> None:
    due.keep(due.due("secret"))
    remembered()[0].write_text(rubbish)
    assert due.pay(time.time() + 1, {}) == (False, False)


async def test_an_end_that_fails_clears_all_the_same(tmp_path: Path, board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Keeper) -> None:
        raise RuntimeError("the end")

    monkeypatch.setattr(Keeper, "leave", fail)

    async def quit_with_something_copied() -> None:
        async with at_the_reader(library(tmp_path)) as user:
            await user.press("4", "tab", "tab", "tab", "y")
            assert "TLP:AMBER" in board.read_text()

    with pytest.raises(RuntimeError, match="the end"):
        await quit_with_something_copied()
    assert board.read_text() == ""


async def test_over_ssh_the_terminal_is_asked_and_no_tool_of_this_machine(
    tmp_path: Path, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "1.2.3.4 5 6.7.8.9 22")
    async with at_the_reader(library(tmp_path)) as user:
        sequences = written(user)
        await copied(user, "1")
        assert "sent, unconfirmed: Ida Vega" in user.rows[-1] and len(sequences) == 1 and not board.exists()


async def test_what_is_too_long_for_terminals_goes_to_the_tool(tmp_path: Path, board: Path) -> None:
    async with at_the_reader(library(tmp_path, **{"A long life.": "long " * 20_000})) as user:
        sequences = written(user)
        await user.press("1", "j", "y")
        assert re.search(r"copied Bruno Orlo with xclip \(100,\d\d\d bytes: too long for OSC 52\)", user.rows[-1])
        assert not sequences and board.read_text() == user.app.clipboard


async def test_what_is_too_long_and_has_no_tool_is_not_said_to_be_copied(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path, **{"A long life.": "long " * 20_000})) as user:
        await user.press("1", "j", "y")
        assert "not copied: 100," in user.rows[-1]


class Hand:
    """A desktop that does everything when it is told to."""

    def __init__(self) -> None:
        self.to_do: list[Callable[[], None]] = []
        self.later: list[Callable[[], None]] = []
        self.said: list[str] = []
        self.written: list[str] = []
        self.held = ""
        self.in_thread = self.to_do.append
        self.say, self.write_to_terminal = self.said.append, self.written.append

    def hold(self, text: str) -> None:
        self.held = text

    def after(self, _seconds: float, do: Callable[[], None]) -> None:
        self.later.append(do)

    def call(self, do: Callable[[], None]) -> None:
        do()

    def work(self) -> None:
        """Do what waits."""
        while self.to_do:
            self.to_do.pop(0)()


@pytest.fixture
def in_tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tmux that keeps its buffer in a file, and a clipboard in another, that can be shown but is never emptied."""
    folder, buffer, held = tmp_path / "bin", tmp_path / "buffer", tmp_path / "held"
    folder.mkdir()
    tmux = f'case "$1" in load*) /bin/cat > "{buffer}";; *) /bin/rm "{buffer}";; esac'
    xclip = f'case "$*" in *-o) exec /bin/cat "{held}";; esac\n[ -e "{held}" ] && exit 1\n/bin/cat > "{held}"'
    for name, script in (("tmux", tmux), ("xclip", xclip)):
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return tmp_path


SECRET = Taken("the quote", "secret", Tlp.RED)


@pytest.mark.parametrize("replaced", [False, True])
def test_the_buffer_of_tmux_is_deleted_whatever_the_tool_holds(in_tmux: Path, replaced: bool) -> None:
    hand = Hand()
    copying = copier.Copier(hand, {"TMUX": "/tmp/tmux,1,0", "DISPLAY": ":0"})
    copying.copy(SECRET)
    hand.work()
    assert (in_tmux / "buffer").read_text() == (in_tmux / "held").read_text() == hand.held == "secret" and not hand.written
    if replaced:
        (in_tmux / "held").write_text("another's")
    for expire in hand.later * 2:
        expire()
    hand.work()
    assert not (in_tmux / "buffer").exists() and not hand.written and len(hand.said) == 2
    assert hand.said[-1] == ("not cleared: something else is there" if replaced else "clear sent, unconfirmed (OSC 52)")
    assert bool(remembered()) is not replaced, "what could not be emptied is left to the next start"


def test_of_two_copies_at_once_the_newer_one_lies_there(in_tmux: Path) -> None:
    hand = Hand()
    copying = copier.Copier(hand, {"TMUX": "/tmp/tmux,1,0"})
    copying.copy(SECRET)
    copying.copy(Taken("the talk", "open", Tlp.CLEAR))
    hand.work()
    assert (in_tmux / "buffer").read_text() == "open" and len(hand.said) == 1 and not hand.later
