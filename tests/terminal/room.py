"""A briefing about people who do not exist, opened by the installed command in a pseudo-terminal."""

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from pseudo import Terminal

BRIEFING = str(Path(sys.executable).with_name("briefing"))
MEETING = """\
title: Fourth Lunar Council
date: 2031-05-02
venue: Tycho
tlp: GREEN
delegations: {TYC: Tycho Base, COP: Copernicus}
participants:
  vega: {name: Ida Vega, role: Minister of Air, delegation: TYC}
  orlo: {name: Bruno Orlo, role: Speaker, delegation: COP}
  quist: {name: Mara Quist, role: Minister of Ice, delegation: COP}
talks:
  one: {parties: [vega, orlo], outcome: Both want quiet convoys., agreed: [A hotline, Two pumps]}
  two: {parties: [vega, quist], outcome: They parted in anger.}
threats:
  leak: {title: Leak in dome four, severity: critical}
  dust: {title: Dust, severity: low}
quotes:
  - {speaker: vega, text: Air is not a favour}
"""
MODES = {
    b"1049": "alternate screen", b"1000": "mouse", b"1003": "mouse", b"1006": "mouse", b"1015": "mouse", b"1016": "pixels",
    b"1004": "focus", b"2004": "bracketed paste", b"2026": "update", b"2048": "size reports",
}  # fmt: skip


def reader(
    folder: Path, size: tuple[int, int] = (80, 24), text: str = MEETING, env: Mapping[str, str] | None = None,
    options: Sequence[str] = (),
) -> Terminal:  # fmt: skip
    """The reader on a briefing that is written to `folder`."""
    path = folder / "council.yaml"
    path.write_text(text, encoding="utf-8")
    home = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    return Terminal([BRIEFING, *options, str(path)], *size, env=home | dict(env or {}))


def left_on(written: bytes) -> set[str]:
    """The modes that were set and not reset, what was reset and not set again."""

    def is_on(mode: bytes) -> bool:
        return written.rfind(b"\x1b[?" + mode + b"h") > written.rfind(b"\x1b[?" + mode + b"l")

    on = {name for mode, name in MODES.items() if is_on(mode)}
    on |= {
        name for mode, name in ((b"25", "cursor"), (b"7", "wrapping")) if not is_on(mode) and b"\x1b[?" + mode + b"l" in written
    }
    keyboards = len(re.findall(rb"\x1b\[>\d+u", written)) - written.count(b"\x1b[<u")
    return on | ({f"{keyboards} keyboard protocols"} if keyboards else set())
