"""What is to be done once is done, however busy the machine is."""

import time
from itertools import count
from pathlib import Path

import pytest
from moonbase import at_the_reader, moon

from briefing_tui.ui.timers import once


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two milliseconds go by whenever somebody looks at the clock."""
    looks = count()
    monkeypatch.setattr("textual._time.get_time", lambda: time.monotonic() + 0.002 * next(looks))


async def test_a_timer_that_is_late_fires(tmp_path: Path, busy: None) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        fired: list[str] = []
        user.app.set_timer(0.001, lambda: fired.append("Textual's own"))
        once(user.app, 0.001, lambda: fired.append("ours"))
        await user.pilot.pause(0.02)
        assert fired == ["ours"]


async def test_the_card_follows_the_cursor_on_a_busy_machine(tmp_path: Path, busy: None) -> None:
    async with at_the_reader(moon(tmp_path)) as user:
        await user.press("1")
        for key in "jkj":
            user._send(key)
        await user.press("k")
        assert user.card == "Ida Vega"
        await user.press("j")
        assert user.card == "Bruno Orlo"
