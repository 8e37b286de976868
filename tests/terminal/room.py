"""A briefing about people who do not exist, opened by the installed command in a pseudo-terminal."""

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
MODES = {b"?1049": "alternate screen", b"?1000": "mouse", b"?1003": "mouse", b"?1006": "mouse", b"?2004": "bracketed paste"}


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
    """The modes that were set and not reset, and the cursor if it was hidden and not shown."""
    last = {mode: max((written.rfind(b"\x1b[" + mode + state), state) for state in (b"h", b"l")) for mode in MODES}
    on = {MODES[mode] for mode, (at, state) in last.items() if at >= 0 and state == b"h"}
    hidden = written.rfind(b"\x1b[?25l") > written.rfind(b"\x1b[?25h")
    kitty = written.count(b"\x1b[>1u") > written.count(b"\x1b[<u")
    return on | ({"cursor"} if hidden else set()) | ({"kitty keys"} if kitty else set())
