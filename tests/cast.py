"""Record a session of the real app for asciinema, as one presses the keys of the README's first minutes.

    python tests/cast.py [FILE]

Writes `.github/session.cast` (asciicast v2), or the file named. A shell in a pseudo-terminal runs the installed command on the
shipped briefings at a fixed time. What comes after a key is taken down when it is all there, at the time that a person would
have pressed the key, so that a slow machine records the same session; what is pressed is a marker in it.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "terminal"))

from pseudo import Terminal  # noqa: E402 - from the folder named above

SIZE = (80, 24)
PROMPT = "$ "
START = "briefing --at 2025-11-01T14:20"
LETTER, KEY, LOOK = 0.09, 0.7, 2.5
"""Seconds between letters, between keys, and to look at a screen."""
LEFT_OUT = re.compile(
    rb"\x1b\[\?(?:9|1000|1002|1003|1004|1005|1006|1015|1016|2004|2026|2048|2031)(?:[hl]|\$p)|\x1b\[[><=][0-9;]*[uq]|\x1b\[\?u|\x1b\[c"
)
"""Modes and questions to the terminal, which whoever plays the session does not want changed or answered."""


class Step(NamedTuple):
    """Keys pressed one by one, the words that are on the screen then, how long to look, and what the marker says."""

    keys: tuple[str, ...]
    words: str
    label: str
    look: float = LOOK


def typed(text: str) -> tuple[str, ...]:
    """The keys of a text."""
    return tuple(text)


STEPS = (
    Step((*typed(START), "\r"), "Participants", START),
    Step(("/", *typed("nachbar")), "QUOTES", "/ nachbar: a word somebody said"),
    Step(("\r",), "4 Quotes", "enter: the quote, in its talk"),
    Step(("2", "g", "j"), "0 KOR–CHN", "2 j: the talk with China"),
    Step(("a", *typed("Answer by the spring"), "\r"), "saved", "a: a note, kept at once"),
    Step(("o",), "Halbinsel", "o: everything in German"),
    Step(("o",), "peninsula", "o: and back", KEY),
    Step(("1", "g", "D"), "Dossier", "D: the dossier of a person"),
    Step(("9",), "Who met whom", "9: who met whom"),
    Step(("q",), PROMPT, "q: leave", KEY),
    Step((*typed("briefing memcon kor-chn | head -24"), "\r"), "Answer by the spring", "the record of the talk, begun"),
)


def record(command_folder: Path, home: Path) -> Iterator[list[object]]:
    """The events of the session: time in seconds, kind, data."""
    env = {
        "PS1": PROMPT, "ENV": "", "HOME": str(home), "PATH": f"{command_folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en", "TZ": "Asia/Kuala_Lumpur",
        **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "CACHE", "STATE", "DATA")},
    }  # fmt: skip
    with Terminal(["sh"], *SIZE, env=env) as terminal:
        terminal.wait_for(PROMPT)
        now = 0.5
        yield [0.0, "o", _shown(terminal.written)]
        for step in STEPS:
            yield [round(now, 2), "m", step.label]
            for key in step.keys:
                before = len(terminal.written)
                terminal.type(key)
                yield [round(now, 2), "o", _shown(terminal.written[before:])]
                now += LETTER if key.isprintable() and len(step.keys) > 3 else KEY
            before = len(terminal.written)
            terminal.wait_for(step.words)
            terminal.settle(0.6)
            yield [round(now, 2), "o", _shown(terminal.written[before:])]
            now += step.look


def _shown(data: bytes) -> str:
    """The text of what was written, without what would change the terminal it is played in."""
    return LEFT_OUT.sub(b"", data).decode(errors="replace")


def main(file: Path) -> None:
    """Write the session."""
    header = {
        "version": 2, "width": SIZE[0], "height": SIZE[1], "title": "briefing",
        "env": {"TERM": "xterm-256color", "SHELL": "/bin/sh"},
    }  # fmt: skip
    with TemporaryDirectory() as home:
        events = [event for event in record(Path(sys.executable).parent, Path(home)) if event[2]]
    lines = [json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in (header, *events)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{file.name}: {len(events)} events, {events[-1][0]:.0f} s, {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".github" / "session.cast")
