"""YAML line by line, with comments for the person who corrects it."""

import json
import re

from ...i18n import _

_PLAIN = re.compile(r"[^\W\d_][\w .,;/()+äöüÄÖÜß’–-]*|\d{4}-\d\d(?:-\d\d)?|\d", re.UNICODE)
_NO_VALUE = frozenset(("null", "~", "Null", "NULL"))


def scalar(text: str) -> str:
    """`text` as a YAML value in one line: plain if nobody can take it for anything else, else in double quotes."""
    if _PLAIN.fullmatch(text) and text not in _NO_VALUE and not text.endswith((" ", ":")) and " #" not in text:
        return text
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f").replace("\x85", "\\x85").replace("\ufeff", "\\ufeff")


class Lines:
    """Lines of a YAML file."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def put(self, depth: int, key: str, value: str | None = None, check: str = "") -> None:
        """A key with its value, or one that a map follows; `check` says what a person should look at."""
        text = f"{'  ' * depth}{key}:" + (f" {scalar(value)}" if value is not None else "")
        self._lines.append(text + _comment(check))

    def item(self, depth: int, key: str, value: str, check: str = "") -> None:
        """The first key of an entry of a list."""
        self._lines.append(f"{'  ' * depth}- {key}: {scalar(value)}{_comment(check)}")

    def several(self, depth: int, key: str, values: list[str], check: str = "") -> None:
        """A key with a list in one line; nothing if the list is empty."""
        if values:
            self._lines.append(f"{'  ' * depth}{key}: [{', '.join(_in_list(value) for value in values)}]{_comment(check)}")

    def note(self, text: str, depth: int = 0) -> None:
        """A line of comment."""
        self._lines.append(f"{'  ' * depth}# {' '.join(text.split())}")

    def gap(self) -> None:
        """An empty line."""
        self._lines.append("")

    def __str__(self) -> str:
        return "\n".join(self._lines) + "\n"


def _comment(check: str) -> str:
    return f"  # {_('check')}: {' '.join(check.split())}" if check else ""


def _in_list(value: str) -> str:
    """A value in a list of one line, where a comma parts two values."""
    return scalar(value) if not set(value) & set(",[]{}") else json.dumps(value, ensure_ascii=False)
