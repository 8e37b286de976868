"""A line of 2,400 bytes a second: what is on the screen is what was asked for last, not all that was asked for on the way."""

import os
import select
import time
from pathlib import Path

from pseudo import Terminal
from room import BRIEFING

RATE = 2400
BEAT = 0.05
SHIPPED = Path(__file__).parents[2] / "briefings" / "2025-11-01-admm-plus.yaml"


class SlowLine(Terminal):
    """Takes no more than the line carries."""

    def receive(self, seconds: float) -> bytes:
        poll = select.poll()
        poll.register(self.fd, select.POLLIN)
        if not poll.poll(seconds * 1000):
            return b""
        time.sleep(BEAT)
        try:
            data = os.read(self.fd, int(RATE * BEAT))
        except OSError:
            return b""
        self.written += data
        return data


def test_moves_over_a_slow_line_are_drawn_as_far_as_it_carries_them(tmp_path: Path) -> None:
    env = {"XDG_STATE_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    with SlowLine([BRIEFING, str(SHIPPED)], 80, 24, env) as terminal:
        terminal.wait_for("2 Talks", limit=30)
        before = len(terminal.written)
        for _ in range(20):
            os.write(terminal.fd, b"j")
            terminal.read(0)
        terminal.wait_for("0 USA–CHN", limit=20)
        terminal.wait_for("7/7", limit=20)
        assert len(terminal.written) - before < 25_000
        os.write(terminal.fd, b"q")
        assert terminal.wait(20) == 0
