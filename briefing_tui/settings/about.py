"""The settings in words: a commented file to start from, and a table. All of it is made from the fields and the keys."""

import ast
import dataclasses
import inspect
import json
from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap
from typing import NamedTuple

from ..i18n import _, pgettext
from ..keys.presets import DEFAULT
from ..keys.table import TABLE, KeyRow
from . import fields
from .loading import KEYS

_CELLS = 100
"""How long a line of a comment is at most."""


class About(NamedTuple):
    """A setting: its name, a value to begin with as it is written, and what its docstring says of it."""

    name: str
    example: str
    words: str


def settings() -> list[About]:
    """All settings, in the order of the fields."""
    said = docstrings()
    return [
        About(field.name, field.metadata["example"], pgettext("setting", said[field.name]))
        for field in dataclasses.fields(fields.Settings)
    ]  # fmt: skip


def docstrings() -> dict[str, str]:
    """What stands below each field of the class, on one line; Python itself keeps no docstrings of fields."""
    [shape] = [node for node in ast.parse(inspect.getsource(fields)).body if isinstance(node, ast.ClassDef)]
    said: dict[str, str] = {}
    for field, words in zip(shape.body, shape.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(words, ast.Expr):
            said[field.target.id] = " ".join(str(ast.literal_eval(words.value)).split())
    return said


def default_file() -> str:
    """A file in which every setting is explained and none is set; it says nothing to the program as it is."""
    lines = _comment(
        _("Settings of briefing. What stands behind # is a comment: take the # before a setting away to make it count.")
        + " "
        + _("What cannot be used is said at the next start, with its line, and left as if it were not there.")
    )
    for about in settings():
        lines += ["", *_comment(about.words.replace("`", ""))]
        lines += _keys() if about.name == KEYS else [f"#{about.name} = {about.example}"]
    return "\n".join(lines) + "\n"


def markdown() -> Iterator[str]:
    """The lines of a table in Markdown."""
    yield _("| setting | what it says |")
    yield "|---|---|"
    for about in settings():
        name = f"[{KEYS}]" if about.name == KEYS else f"{about.name} = {about.example}"
        yield f"| `{name}` | {about.words} |"


def _keys() -> list[str]:
    """The section of keys, with those of the table."""
    lines = [f"[{KEYS}]", f'#preset = "{DEFAULT}"']
    width = max(len(_entry(row)) for row in TABLE)
    for group, rows in groupby(TABLE, lambda row: row.group):
        lines += ["", f"# {pgettext('group', group)}"]
        lines += [f"{_entry(row):<{width}}  # {pgettext('command', row.words)}" for row in rows]
    return lines


def _entry(row: KeyRow) -> str:
    keys = row.keys.split()
    value = keys[0] if len(keys) == 1 else keys
    return f"#{row.id} = {json.dumps(value, ensure_ascii=False)}"


def _comment(words: str) -> list[str]:
    return [f"# {line}" for line in wrap(words, _CELLS - 2, break_on_hyphens=False, break_long_words=False)]
