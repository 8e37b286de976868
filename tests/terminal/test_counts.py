"""What keeps the reader quick over a slow line, counted: bytes a key, and what is imported for the first screen."""

import os
import subprocess
import sys
from pathlib import Path

from pseudo import Terminal
from room import MEETING, reader

FIRST, CARD_FOLLOWS, CARD_STAYS = 16 * 1024, 8 * 1024, 2 * 1024
PEOPLE = "".join(f"  p{n}: {{name: Person Number {n}, role: Office {n * 7}, bio: {'word ' * n}}}\n" for n in range(30))


def answer(terminal: Terminal, key: bytes) -> int:
    """The bytes a key is answered with."""
    before = len(terminal.written)
    os.write(terminal.fd, key)
    terminal.settle(0.2)
    return len(terminal.written) - before


def test_the_first_screen_is_drawn_once(tmp_path: Path) -> None:
    with reader(tmp_path, (120, 40)) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.settle(0.5)
        assert len(terminal.written) <= FIRST


def test_a_cursor_move_costs_few_bytes(tmp_path: Path) -> None:
    text = MEETING.replace("participants:\n", f"participants:\n{PEOPLE}")
    with reader(tmp_path, (120, 40), text) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        terminal.settle(0.5)
        terminal.type("1", "Person Number 0  ")
        terminal.settle(0.5)
        following = [answer(terminal, key) for key in (b"j", b"j", b"k", b"j", b"G", b"g")]
        answer(terminal, b"+")
        alone = [answer(terminal, key) for key in (b"j", b"j", b"k")]
        answer(terminal, b"_")
        answer(terminal, b"b")
    assert all(0 < size <= CARD_FOLLOWS for size in following), following
    assert all(0 < size <= CARD_STAYS for size in alone), alone


LOADED = """
import asyncio, sys
from pathlib import Path
from briefing_tui.library import Library
from briefing_tui.ui import app as module
module.BriefingApp.read_library = lambda self: print(*sorted(sys.modules))
from briefing_tui.ui.desk import Desk
library = Library(Path(sys.argv[1]))
app = module.BriefingApp(Desk(library, library.entries[0], "en"), "dark")
async def main():
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
asyncio.run(main())
"""


def test_the_first_screen_imports_only_what_it_shows(tmp_path: Path) -> None:
    (tmp_path / "council.yaml").write_text(MEETING)
    done = subprocess.run([sys.executable, "-c", LOADED, str(tmp_path)], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "briefing_tui.ui.screens.reader" in loaded
    late = {"numpy", "rapidfuzz", "click", "jsonschema"}
    late |= {f"briefing_tui.{name}" for name in ("handout", "search", "ui.screens.finder", "ui.cards.papers")}
    assert late & loaded == set()
