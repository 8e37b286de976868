"""Rows filtered by words."""

from collections.abc import Sequence

from .rows import Row
from .runs import clipped, marked_line


def filtered(rows: Sequence[Row], text: str) -> list[Row]:
    """The rows that match, in their order, the letters that did marked."""
    if not text.strip():
        return list(rows)
    from ..search.match import matches

    kept = []
    for row in rows:
        words, tag = ("".join(run.text for run in line) for line in (row.text, row.tag))
        if match := matches(text, f"{words} {tag}"):
            behind = len(words) + 1
            found = clipped(match[1], behind, behind + len(tag))
            kept.append(row._replace(text=marked_line(row.text, match[1]), tag=marked_line(row.tag, found)))
    return kept
