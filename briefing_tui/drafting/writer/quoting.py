"""Values that YAML stops at, put in quotes as the reader does in memory: see SCHEMA, principle 1."""

from typing import Any

from ...reading.mend import mend
from ...reading.tree import RETRIES
from .tree import Growth, events


def quoted(text: str) -> str:
    """`text` with such values in quotes, on the lines they stand on; as it is if that does not make it YAML."""
    from yaml import YAMLError

    lines = text.split("\n")
    for _ in range(RETRIES + 1):
        growth = Growth("\n".join(lines), 0)
        try:
            for event in events(growth.text):
                growth.take(event)
        except YAMLError as error:
            if not _mended(lines, error, growth):
                return text
        else:
            return growth.text
    return text


def _mended(lines: list[str], error: Any, growth: Growth) -> bool:
    mark = getattr(error, "problem_mark", None)
    in_flow = bool(growth.open) and growth.open[-1].flow
    return mark is not None and mend(lines, mark.line, mark.column, in_flow) is not None
