"""A plain value that YAML rejects is put in quotes on its line; nothing else of the file is touched.

Such are `text: He said: we will`, a value that starts with `@`, `%`, `-` or another sign of YAML, and words after a closing
quotation mark or bracket.
"""

import re
from typing import NamedTuple

from ..i18n import said as _

_KEY = r"""(?:[^\s\-?:,\[\]{}#&*!|>'"%@`][^:#{}\[\]"']*|-(?=\w)[^:#]*|"[^"]*"|'[^']*')"""
_ENTRY = re.compile(rf"(?P<lead>[ \t]*(?:- +)*(?:{_KEY}[ \t]*:[ \t]+)?)(?P<value>[^\s].*?)(?P<tail>[ \t]+#.*|\s*)")
_BLOCK = re.compile(r"[|>][-+0-9]*")
_SIGNS = "@`%&*!|>?-,[]{}\"'#"
_WHOLE = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""")
_BROKEN = re.compile(r":(?:\s|$)|\s#")
_PROSE = re.compile(r"\s*[^\s:]+[ \t][^:]*:\s.*")


class Mended(NamedTuple):
    """A value now in quotes, where it starts, counted from 0, why it had to be, and where what follows it now starts."""

    line: int
    column: int
    value: str
    why: str
    end: int
    longer: int


def mend(lines: list[str], line: int, column: int, in_flow: bool) -> Mended | None:
    """Quotes in `lines` the value at which YAML stopped, at `line` and `column` from 0; None if it cannot be told.

    `in_flow` says that brackets were open before the line.
    """
    if not 0 <= line < len(lines) or len(lines[line]) > 10_000:
        return None
    found = _ENTRY.fullmatch(lines[line])
    start = found.start("value") if found else 0
    if in_flow or (found and found["value"][0] in "{[" and _open(lines[line], start, column)):
        return _mend_flow(lines, line, 0 if in_flow else start, column)
    if found and found["lead"].strip() and _needs_quotes(found["value"]):
        return _quote(lines, line, start, found.end("value"))
    return _mend_folded(lines, line)


def _needs_quotes(value: str) -> bool:
    if _BLOCK.fullmatch(value) or _WHOLE.fullmatch(value) or _is_closed(value):
        return False
    return value[0] in _SIGNS or bool(_BROKEN.search(value))


def _is_closed(value: str) -> bool:
    """Whether a value is a list or a map in brackets, so that the trouble lies elsewhere."""
    return value[0] in "[{" and value[-1] in "]}" and _open(value, 0, len(value) - 1) and not _open(value, 0, len(value))


def _why(value: str) -> str:
    if _is_unclosed(value):
        return _("the quotation mark is not closed")
    return _("it starts with {value}", value=value[0]) if value[0] in _SIGNS else _("it holds ': '")


def _quote(lines: list[str], line: int, start: int, end: int) -> Mended:
    """Puts what stands between two columns in single quotes, which change no place before it."""
    text = lines[line]
    value, why = text[start:end], _why(text[start:end])
    value = value[1:] if _is_unclosed(value) else value
    lines[line] = f"{text[:start]}'{value.replace(chr(39), chr(39) * 2)}'{text[end:]}"
    longer = len(lines[line]) - len(text)
    return Mended(line, start, value, why, end + longer, longer)


def _is_unclosed(value: str) -> bool:
    """Whether a value opens with a quotation mark that it never closes; an apostrophe may stand so."""
    return value[0] == '"' and value.count('"') == 1


def _open(text: str, start: int, column: int) -> bool:
    """Whether a bracket that opens after `start` is still open at `column`; quoted words are passed over."""
    depth = 0
    quote = ""
    for index in range(start, min(column, len(text))):
        char = text[index]
        if quote:
            quote = "" if char == quote else quote
        elif char in "'\"" and text[index - 1] in " [{,:":
            quote = char
        else:
            depth += (char in "[{") - (char in "]}")
    return depth > 0


def _mend_flow(lines: list[str], line: int, start: int, column: int) -> Mended | None:
    """Quotes one value between brackets: from its key or comma to the next comma or closing bracket.

    What begins its line behind one that awaits nothing goes on with the words there: quoting it mends nothing.
    """
    text = lines[line]
    first = max(start, *(text.rfind(sign, start, column) + 1 for sign in "{[,"))
    colon = text.find(": ", first, column)
    first = colon + 1 if colon >= 0 else first
    first += len(text[first:]) - len(text[first:].lstrip())
    ends = [found for sign in ",]}" if (found := text.find(sign, max(first + 1, column))) >= 0]
    end = len(text[: min(ends, default=len(text))].rstrip())
    goes_on = line > 0 and not text[:first].strip() and _awaits_nothing(lines[line - 1].rstrip())
    if end <= first or goes_on or not _needs_quotes(text[first:end]):
        return None
    return _quote(lines, line, first, end)


def _awaits_nothing(text: str) -> bool:
    """Whether a line between brackets ends in words, so that a comma or a bracket is missing behind it."""
    return bool(text) and text[-1] not in ",[{:?" and "#" not in text


def _mend_folded(lines: list[str], line: int) -> Mended | None:
    """Quotes a plain value that began on a line above and runs on over `line`, if that reads like prose and not like a key."""
    if not _PROSE.fullmatch(lines[line]):
        return None
    for above in range(line - 1, max(line - 50, -1), -1):
        found = _ENTRY.fullmatch(lines[above])
        if found and found["lead"].rstrip().endswith(":") and _indent(lines[above]) < _indent(lines[line]):
            break
    else:
        return None
    key = len(found["lead"]) - len(found["lead"].lstrip(" \t-"))
    start, last = found.start("value"), line
    while last + 1 < len(lines) and lines[last + 1].strip() and _indent(lines[last + 1]) > key:
        last += 1
    if found["tail"].strip() or found["value"][0] in _SIGNS or _BROKEN.search(found["value"]):
        return None
    for row in range(above, last + 1):
        lines[row] = lines[row].replace("'", "''")
    lines[above] = f"{lines[above][:start]}'{lines[above][start:]}"
    lines[last] = lines[last].rstrip() + "'"
    return Mended(above, start, found["value"], _("': ' stands in it on line {line}", line=line + 1), len(lines[above]), 0)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
