"""Some of the killings that `tests/benchmarks/notes.py` does a thousand of, and several programs on one journal."""

import os
import subprocess
import sys
from pathlib import Path

from journals import TALK, at, journal, texts
from killings import Killings

from briefing_tui.notes import added

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import sys
from pathlib import Path
from journals import ABOUT, TALK, at
from briefing_tui.notes import Journal, added
book = Journal(Path(sys.argv[1]), ABOUT)
for number in range(60):
    book.append(added(TALK, f"{sys.argv[2]} {number}", at(number)))
"""


def test_what_was_acknowledged_outlives_a_kill_at_any_moment(tmp_path: Path) -> None:
    killings = Killings(tmp_path)
    killings.run(40)
    assert killings.saved > 40


def test_programs_that_write_at_once_lose_nothing_and_keep_their_order(tmp_path: Path) -> None:
    book = journal(tmp_path)
    environ = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(Path(__file__).parent)))}
    programs = [subprocess.Popen([sys.executable, "-c", PROGRAM, str(book.path), name], env=environ) for name in ("ann", "bob")]
    assert [program.wait(timeout=60) for program in programs] == [0, 0]
    found = texts(book.refresh())
    for name in ("ann", "bob"):
        assert [text for text in found if text.startswith(name)] == [f"{name} {number}" for number in range(60)]
    assert len(found) == 120


def test_two_programs_see_each_others_notes_in_the_order_of_record(tmp_path: Path) -> None:
    ann, bob = journal(tmp_path), journal(tmp_path)
    ann.append(added(TALK, "one", at(5)))
    assert bob.changed()
    bob.refresh()
    assert not bob.changed()
    assert texts(bob.append(added(TALK, "two", at(1)))) == ["one", "two"]
    assert ann.changed()
    assert texts(ann.append(added(TALK, "three", at(3)))) == ["one", "two", "three"]
    assert texts(bob.refresh()) == ["one", "two", "three"]
    assert not ann.changed()
