"""Who asks the program to end or to stop, and what is done about it where nobody else does."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock, call

import pytest
from moonbase import at_the_reader, moon

from briefing_tui.library import Library
from briefing_tui.ui import exits
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.desk import Desk
from briefing_tui.ui.driver import TerminalDriver
from briefing_tui.ui.exits import NOT_STARTED, Exits
from briefing_tui.ui.titles import HIDING


@pytest.fixture
def app(tmp_path: Path) -> BriefingApp:
    """An app that does not run yet."""
    library = Library(moon(tmp_path))
    return BriefingApp(Desk(library, library.find("third-council")))


async def test_without_a_terminal_of_its_own_nothing_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[object] = []
    monkeypatch.setattr(exits, "stop", lambda: stopped.append("stop"))
    monkeypatch.setattr(exits.os, "kill", lambda *to: stopped.append(to))
    async with at_the_reader(moon(tmp_path)) as user:
        for number in (signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH):
            user.app.exits._heard(number)
        user.app.exits.interrupted()
        await user.press("ctrl+z", "3")
        assert user.card == "Leak in dome four" and not stopped


async def test_stopped_and_continued_it_takes_the_terminal_again_and_still_hides_the_title_of_a_blank_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = Mock(spec=TerminalDriver, inside=True, stop=Mock())
    monkeypatch.setattr(exits, "stop", driver.stop)
    monkeypatch.setenv("TERM", "xterm-256color")
    async with at_the_reader(moon(tmp_path)) as user:
        for blank in (False, True):
            driver.reset_mock()
            with monkeypatch.context() as patched:
                patched.setattr(Exits, "_driver", driver)
                user.app.exits._pause()
            taken = [call.stop_application_mode(), call.stop(), call.settle(), call.start_application_mode()]
            assert driver.mock_calls == [*taken, *([call.write_whole(HIDING)] if blank else [])]
            await user.press("x")


def test_whoever_borrows_the_terminal_is_stopped_and_asked_to_end_in_our_place(app: BriefingApp) -> None:
    borrower, loop = Mock(), Mock()
    app._loop = loop
    app.exits._lent, app.exits._borrower = True, borrower
    app.exits._heard(signal.SIGTSTP)
    app.exits._heard(signal.SIGINT)
    assert not loop.mock_calls and not borrower.mock_calls
    borrower.send_signal.side_effect = ProcessLookupError
    app.exits._heard(signal.SIGTERM)
    assert borrower.mock_calls == [call.send_signal(signal.SIGTERM)] and loop.call_soon_threadsafe.called
    app._loop = None


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, -signal.SIGTERM)])
def test_a_signal_that_comes_while_a_program_begins_is_its(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch, number: int, code: int
) -> None:
    real = subprocess.Popen

    def begun(words: list[str]) -> subprocess.Popen[bytes]:
        program = real(words)
        app.exits._heard(number)
        return program

    monkeypatch.setattr(exits.subprocess, "Popen", begun)
    assert app.exits.lend(["sleep", "0.1" if code == 0 else "30"]) == code
    assert app.exits._asked.is_set() == (code != 0)


def test_a_program_that_cannot_be_started_borrows_nothing(app: BriefingApp, tmp_path: Path) -> None:
    assert app.exits.lend([str(tmp_path / "missing")]) == NOT_STARTED
    assert app.exits._borrower is None


def test_an_app_that_does_not_end_is_ended_with_the_first_code_that_was_asked_for(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    driver = Mock(spec=TerminalDriver)
    monkeypatch.setattr(exits, "SECONDS", 0)
    monkeypatch.setattr(exits.os, "_exit", ended.append)
    for number in (signal.SIGTERM, signal.SIGHUP):
        app.exits._heard(number)
    app.exits._watch()
    monkeypatch.setattr(Exits, "_driver", driver)
    app.exits._watch()
    assert ended == [128 + signal.SIGTERM] * 2 and driver.abandon.call_count == 1


IGNORED = """
import os, signal, sys, threading
from briefing_tui.ui.signals import listen
signal.signal(signal.SIGHUP, signal.SIG_IGN)
heard, some = [], threading.Semaphore(0)
listen((signal.SIGHUP, signal.SIGTERM), lambda number: (heard.append(number), some.release()))
for number in (signal.SIGHUP, signal.SIGTERM):
    os.kill(os.getpid(), number)
some.acquire(timeout=10)
print(*heard)
"""


def test_a_signal_that_is_ignored_stays_so_and_another_is_heard_of() -> None:
    said = subprocess.run([sys.executable, "-c", IGNORED], capture_output=True, text=True, timeout=60, env=os.environ)
    assert said.stdout.split() == [str(int(signal.SIGTERM))]


LATE = """
import os, signal, time
from briefing_tui.ui.signals import listen
heard = []
catch_up = listen((signal.SIGTERM, signal.SIGINT), lambda number: (time.sleep(0.1), heard.append(number)))
for number in (signal.SIGTERM, signal.SIGINT):
    os.kill(os.getpid(), number)
catch_up()
print(*heard)
"""


def test_what_came_before_can_be_waited_for() -> None:
    said = subprocess.run([sys.executable, "-c", LATE], capture_output=True, text=True, timeout=60, env=os.environ)
    assert said.stdout.split() == [str(int(signal.SIGTERM)), str(int(signal.SIGINT))]
