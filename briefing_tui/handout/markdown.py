"""Plain text as Markdown that shows the same text: nothing in it is markup."""

import re
from collections.abc import Iterable, Iterator

from .plain import INDENT

_SPECIAL = re.compile(r"([\\`*\[\]<>|~#&$]|(?<![^\W_])_|_(?![^\W_]))")
"""An underscore within a word is none: `Kuala_Lumpur`."""
_LEADING = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)


def escaped(text: str) -> str:
    """A text of which no letter is markup, wherever it stands in a line."""
    return _LEADING.sub(_quoted, inline(text))


def inline(text: str) -> str:
    """The same for what stands behind other words of its line."""
    return _SPECIAL.sub(r"\\\1", text)


def _quoted(found: re.Match[str]) -> str:
    """What would begin a list or a heading."""
    indent, sign, number, stop = found.groups()
    return f"{indent}\\{sign}" if sign else f"{indent}{number}\\{stop}"


def blockquote(*paragraphs: str) -> list[str]:
    """Paragraphs set off as a quotation; their line breaks stay."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [">"] if lines else []
        rows = paragraph.split("\n")
        lines += [f"> {row}  " for row in rows[:-1]] + [f"> {rows[-1]}"]
    return lines


def bullets(lines: Iterable[str]) -> Iterator[str]:
    """Indented lines of plain text as nested lists."""
    for line in lines:
        for row in line.split("\n"):
            words = row.lstrip(" ")
            depth = (len(row) - len(words)) // len(INDENT)
            if words:
                yield f"{INDENT * depth}- {escaped(words.removeprefix('- '))}"


def framed(lines: Iterable[str], mark: str) -> str:
    """Lines of Markdown between two markings."""
    sign = f"**[{escaped(mark)}]**"
    return "\n".join((sign, "", *lines, "", sign))
