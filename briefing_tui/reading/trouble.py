"""What a syntax error of YAML says, in words that tell how to mend it."""

from typing import NamedTuple

from ..i18n import later
from ..i18n import said as _
from .nodes import column_of, line_of

_PLAIN = {
    "mapping values are not allowed in this context": later(
        "a ': ' cannot stand here; quote the value, or mend the indentation"
    ),
    "did not find expected key": later("this does not line up with what is above; mend the indentation or a quotation mark"),
    "did not find expected '-' indicator": later("this does not line up with the list above; mend the indentation"),
    "found character that cannot start any token": later(
        "nothing can start with this character; quote it, or indent with spaces"
    ),
    "found unexpected end of stream": later("a quotation mark is opened here and never closed"),
    "found unexpected document indicator": later("a quotation mark is opened here and not closed before '---' or '...'"),
    "did not find expected ',' or ']'": later("a comma or the closing ']' of the list is missing"),
    "did not find expected ',' or '}'": later("a comma or the closing '}' of the map is missing"),
    "could not find expected ':'": later("a ':' is missing after this key, or the value above is not quoted or indented"),
    "block sequence entries are not allowed in this context": later(
        "a list entry cannot stand here; start it on a line of its own"
    ),
    "found a tab character that violates indentation": later("a tab; indent with spaces"),
}


class Trouble(NamedTuple):
    """Where YAML stopped, counted from 0, and why; `since` is the line where what it was reading began."""

    line: int
    column: int
    since: int
    why: str


def trouble_of(error: Exception, shift: int, last: int) -> Trouble:
    """What a syntax error says; line 0 is line `shift` of the file. An error without a place stands at `last`."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or later("this is not YAML")
    if mark is None:
        return Trouble(line_of(last) - 1, column_of(last) - 1, line_of(last) - 1, problem)
    wide = context if context and "block" not in (getattr(error, "context", None) or "") else mark
    if problem in ("found unexpected end of stream", "found unexpected document indicator"):
        mark = wide
    return Trouble(mark.line + shift, mark.column, wide.line + shift, _(_PLAIN.get(problem, problem)))
