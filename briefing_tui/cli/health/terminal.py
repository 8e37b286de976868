"""The terminal, as the environment and the system tell of it."""

import os
import sys
from collections.abc import Iterator, Mapping

from ...i18n import _, later
from .finding import Finding, advice, ok, problem

SMALLEST = (20, 5)
"""Columns and rows below which the reader says that the window is too small."""
ROOMY = 40
"""Columns from which on nothing has to be left out."""
_COERCED = ("", "C.UTF-8", "C.utf8", "UTF-8")
"""What Python itself puts into LC_CTYPE where the locale is not there or is C."""
_AROUND = (
    ("TMUX", later("inside tmux")),
    ("STY", later("inside screen")),
    ("ZELLIJ", later("inside Zellij")),
    ("SSH_TTY", later("over SSH")),
)


def terminal(environ: Mapping[str, str] = os.environ) -> Iterator[Finding]:
    """What is known of the terminal without asking it."""
    yield _kind(environ)
    size = screen()
    if size:
        yield _size(*size)
    yield ok("colours", colours(environ))
    yield _encoding(environ)


def screen() -> tuple[int, int] | None:
    """Columns and rows of the terminal; None without one."""
    for stream in (sys.stderr, sys.stdin, sys.stdout):
        try:
            columns, rows = os.get_terminal_size(stream.fileno())
            return columns, rows
        except (OSError, ValueError, AttributeError):
            continue
    return None


def is_there() -> bool:
    """Whether the reader has a terminal: it reads standard input and paints on standard error."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def _kind(environ: Mapping[str, str]) -> Finding:
    term = environ.get("TERM", "")
    around = [_(word) for name, word in _AROUND if environ.get(name)]
    if not is_there():
        return advice("terminal", _("none here"), _("run `briefing doctor` in the terminal you read in"))
    if term in ("", "dumb"):
        named = _("TERM is {term}", term=term) if term else _("TERM is not set")
        return problem(
            "terminal",
            _("{named}, so the reader does not start", named=named),
            _("set TERM to what your terminal is: TERM=xterm-256color"),
        )
    program = environ.get("TERM_PROGRAM", "")
    return ok("terminal", ", ".join([f"{term} ({program})" if program else term, *around]))


def _size(columns: int, rows: int) -> Finding:
    what = f"{columns}×{rows}"
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return problem("size", what, _("make the window at least {columns}×{rows}", columns=SMALLEST[0], rows=SMALLEST[1]))
    if columns < ROOMY:
        return advice("size", what, _("from {columns} columns on, nothing has to be left out", columns=ROOMY))
    return ok("size", what)


def colours(environ: Mapping[str, str]) -> str:
    """How many colours the reader uses here, and who says so."""
    if environ.get("NO_COLOR"):
        return _("none, as NO_COLOR says")
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return _("16.7 million, as COLORTERM says")
    if environ.get("TERM", "").endswith(("-256color", "-direct", "-kitty")):
        return _("256, as TERM says")
    return "16"


def _encoding(environ: Mapping[str, str]) -> Finding:
    """In which encoding letters are written: see setlocale(3) for which variable wins, PEP 538 for Python’s own part."""
    names = ("LC_ALL", "LANG") if environ.get("LC_CTYPE", "") in _COERCED else ("LC_ALL", "LC_CTYPE", "LANG")
    name = next((name for name in names if environ.get(name)), "")
    value = environ.get(name, "")
    if "utf8" in value.lower().replace("-", ""):
        return ok("letters", f"UTF-8 ({name}={value})")
    mend = _("set LANG=C.UTF-8, or your own language with .UTF-8")
    said = _("{name}={value} is not UTF-8", name=name, value=value) if value else _("no locale is set")
    if (sys.stderr.encoding or "").lower().replace("-", "") == "utf8":
        return advice("letters", _("{said}; UTF-8 is used all the same, other programs may not", said=said), mend)
    return problem("letters", _("{said}, so letters come out wrong", said=said), mend)
