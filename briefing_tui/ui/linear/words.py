"""Words for the glyphs and codes that a speech synthesiser reads as noise, or not at all.

Quotes are verbatim and never come here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..rows import SEVERITY_SIGNS, Row
from ..runs import Line, Run, plain

_WHOLE = {"▌": "now: ", "▸ ": "", " ✓": ", verbatim", "✓": "verbatim", " ? unchecked": ", unchecked"}
"""Words for runs that are one glyph."""
_PATTERNS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"(?<=\w)–(?=[A-Z]{2})", " and "),
        (r"(?<=\d)\s?–\s?(?=\d)", " to "),
        (r"\s*·\s*", ", "),
        (r"\s*→\s*", ", to "),
        (r"Δ(\d+)", r"changed since you last read it: \1;"),
        (r"¶\s*", "paragraph "),
        (r"\s*≠\s*", ", not verbatim: "),
        (r"≤\s*", "at most "),
        (r"≥\s*", "at least "),
        (r"[•×✓▴▾▸▌┃─━·]", " "),
        (r"[^\S\n]{2,}", ", "),
    )
)
_ARROW = " → "
_PAUSES = (", ", " ", "")
_ABBREVIATED = {"TRANSL. BY": "TRANSLATED BY", "transl.": "translation"}


def said(text: str) -> str:
    """A text of ours with words for its glyphs: `KOR and JPN` for `KOR–JPN`, `1 to 2` for `1–2`, commas for dots."""
    if text in _WHOLE:
        return _WHOLE[text]
    if text.isascii() and "  " not in text:
        return text
    for pattern, words in _PATTERNS:
        text = pattern.sub(words, text)
    return text


def said_line(line: Line) -> Line:
    """A line with words for its glyphs; labels are no longer in capitals, which some voices spell."""
    spoken = [_said_run(run, line[index + 1 : index + 2]) for index, run in enumerate(line)]
    while spoken and spoken[-1].text in _PAUSES:
        spoken.pop()
    return (spoken[0]._replace(text=spoken[0].text.removeprefix(", ")), *spoken[1:]) if spoken else ()


def _said_run(run: Run, behind: Sequence[Run]) -> Run:
    if run.text == _ARROW:
        return run._replace(text=", now " if behind and behind[0].ink == "bold" else "; answer: ")
    if run.ink == "label":
        return run._replace(text=label(run.text))
    return run._replace(text=said(run.text))


def label(text: str) -> str:
    """A label as a sentence begins: `If raised`."""
    for short, whole in _ABBREVIATED.items():
        text = text.replace(short, whole)
    words = said(text)
    if not words.isupper() or any(char.isdigit() for char in words):
        return words
    return words[: len(words) - len(words.lstrip())] + words.lstrip().capitalize()


def text_of(line: Line) -> str:
    """The words of a line, one blank between them."""
    return " ".join(plain("".join(run.text for run in line)).split())


def row_line(row: Row) -> Line:
    """A row of a list in words: codes in full, the tag behind a comma."""
    text = said_line(_severity(row.text))
    tag = _others(said_line(row.tag))
    return (*text, *((Run(", "), *tag) if text_of(tag) else ()))


_SEVERITIES = {sign: severity.value for severity, sign in SEVERITY_SIGNS.items()} | {"–": "not rated"}


def _severity(line: Line) -> Line:
    """`CRIT` as a word: it stands in a column of its own before the title."""
    if len(line) > 1 and (word := _SEVERITIES.get(line[0].text.strip())):
        return (line[0]._replace(text=f"{word}: "), *line[1:])
    return line


def _others(line: Line) -> Line:
    """`CHN+` as words."""
    return tuple(run._replace(text=re.sub(r"\+\s*$", " and others", run.text).strip()) for run in line)
