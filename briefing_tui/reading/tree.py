"""The whole way from bytes to a tree: parse, mend a value where YAML stopped, go on from the entry it stands in."""

import re
from typing import Any

from ..i18n import said as _
from .events import Growth
from .findings import Findings
from .mend import Mended, mend
from .nodes import Map, column_of, line_of, place, shorten
from .trouble import Trouble, trouble_of

RETRIES = 20
_REREAD = 4_000_000
"""How many characters are read again, all retries together, before the rest of the mistakes are left alone."""


def grow(data: bytes, findings: Findings) -> tuple[Map, int]:
    """The tree of a file and its place; without what stands behind a syntax error that cannot be mended.

    Raises UnreadableError if there is nothing to show or a limit is exceeded.
    """
    from yaml import YAMLError

    growth = Growth(findings)
    lines: list[str] = []
    source, shift, skipped, reread = data, 0, 0, 0
    for attempt in range(RETRIES + 1):
        try:
            growth.feed(source, shift, skipped)
        except (YAMLError, ValueError) as error:
            trouble = trouble_of(error, shift, max(growth.last_entry(len(growth.stack) - 1), place(shift, 0)))
            lines = lines or data.decode().split("\n")
            line, skipped = _resume(growth, lines)
            reread += sum(map(len, lines[line : trouble.line + 1]))
            mended = mend(lines, trouble.line, trouble.column, growth.in_flow)
            if not mended or mended.line < line or attempt == RETRIES or reread > _REREAD:
                findings.cut_off(place(trouble.line, trouble.column), trouble.why)
                return _root(growth, trouble, lines)
            _report(findings, mended)
            _go_back(growth, skipped)
            shift = line - (skipped == _SECTION)
            source = ("_:\n" * (skipped == _SECTION) + "\n".join(lines[line:])).encode()
        else:
            break
    return _root(growth)


_FILE, _SECTION = 3, 5
"""How many events are known when reading goes on with an entry of the file, or of a section below a made-up key."""


def _resume(growth: Growth, lines: list[str]) -> tuple[int, int]:
    """The line of the innermost entry that reading can go on from, and how many events come before it."""
    if growth.trunk and growth.trunk[1] is not None and column_of(growth.last_entry(1)) == 1:
        at = growth.last_entry(2)
        if at >= 0 and not growth.styles[2] and len(growth.stack[1]) % 4 == 0:  # it is a value, not a key
            lead = lines[line_of(at) - 1][: column_of(at) - 1]
            dash = r" *- +" if type(growth.stack[2]) is not Map else r" +"
            if re.fullmatch(dash, lead):
                return line_of(at) - 1, _SECTION
        if not growth.styles[1]:
            return line_of(growth.last_entry(1)) - 1, _FILE
    return 0, 0


def _go_back(growth: Growth, skipped: int) -> None:
    if skipped:
        growth.retreat(2 if skipped == _SECTION else 1)
    else:
        growth.restart()


def _report(findings: Findings, mended: Mended) -> None:
    at = place(mended.line, mended.column)
    findings.problem(
        at,
        _(
            "this value must stand in quotes, because {why}: {quoted}",
            why=mended.why,
            quoted=shorten(_quoted(mended.value), 60),
        ),
    )
    findings.moved(place(mended.line, mended.end), mended.longer)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _root(growth: Growth, trouble: Trouble | None = None, lines: Any = ()) -> tuple[Map, int]:
    """The file's own map, without an entry that a syntax error broke; raises UnreadableError if there is none."""
    root, at = (growth.trunk[0], growth.trunk[1]) if growth.trunk else (None, 0)
    if trouble and type(root) is Map:
        _drop_broken(growth, trouble, lines)
    if type(root) is not Map or not root:
        wanted = growth.findings.wanted
        why = _("the file is empty") if root is None else _("not a {called}", called=_(wanted.called))
        nothing = (0, _("{why}; {start}", why=why, start=_(wanted.start)))
        raise growth.findings.refusal(*growth.findings.broken or nothing)
    return root, int(at)  # type: ignore[arg-type]


def _drop_broken(growth: Growth, trouble: Trouble, lines: list[str]) -> None:
    """Forgets the innermost entry, of a section or else of the file, that was not complete when reading stopped."""
    for level in (2, 1):
        at = growth.last_entry(level)
        if at < 0:
            continue
        line = lines[trouble.since] if trouble.since < len(lines) else ""
        start = lines[line_of(at) - 1]
        edge = len(start) - len(start.lstrip(" "))
        complete = trouble.since > line_of(at) - 1 and len(line) - len(line.lstrip(" ")) <= edge
        if not complete:
            growth.retreat(level)
        break
    growth.close()
