"""Words for the glyphs and codes that a speech synthesiser reads as noise, or not at all.

Quotes are verbatim and never come here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...i18n import _, later, word
from ...model.briefing import Severity
from ..rows import SEVERITY_SIGNS, Row
from ..runs import Line, Run, plain

_WHOLE = {"▌": later("now: "), "▸ ": "", " ✓": later(", verbatim"), "✓": later("verbatim")}
"""Words for runs that are one glyph."""
_PATTERNS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"(?<=\w)–(?=[A-Z]{2})", later(" and ")),
        (r"(?<=\d)\s?–\s?(?=\d)", later(" to ")),
        (r"\s*·\s*", ", "),
        (r"\s*→\s*", later(", to ")),
        (r"Δ(\d+)", later(r"changed since you last read it: \1;")),
        (r"¶\s*", later("paragraph ")),
        (r"\s*≠\s*", later(", not verbatim: ")),
        (r"^\s*\?\s+", ", "),
        (r"≤\s*", later("at most ")),
        (r"≥\s*", later("at least ")),
        (r"[•×✓▴▾▸▌┃─━·]", " "),
        (r"[^\S\n]{2,}", ", "),
    )
)
_ASCII = re.compile(r"  |^\s*\?\s")
_ARROW = " → "
_PAUSE = ", "
_PAUSES = (_PAUSE, " ", "")
_STOPS = tuple(".,;:!?")
_TRANSLATED = "{lang} transl."


def said(text: str) -> str:
    """A text of ours with words for its glyphs: `KOR and JPN` for `KOR–JPN`, `1 to 2` for `1–2`, commas for dots."""
    if text in _WHOLE:
        return _(_WHOLE[text])
    if text.isascii() and not _ASCII.search(text):
        return text
    for pattern, words in _PATTERNS:
        text = pattern.sub(_(words), text)
    return text


def said_line(line: Line) -> Line:
    """A line with words for its glyphs; labels are no longer in capitals, which some voices spell."""
    spoken = [_said_run(run, line[index + 1 : index + 2]) for index, run in enumerate(line)]
    while spoken and spoken[-1].text in _PAUSES:
        spoken.pop()
    before = ","
    for index, run in enumerate(spoken):
        if before.endswith(_STOPS) and run.text.startswith(_PAUSE):
            spoken[index] = run._replace(text=run.text.removeprefix(_PAUSE[: 1 + (not index)]))
        before = run.text.rstrip() or before
    return tuple(spoken)


def _said_run(run: Run, behind: Sequence[Run]) -> Run:
    if run.text == _ARROW:
        return run._replace(text=_(", now ") if behind and behind[0].ink == "bold" else _("; answer: "))
    if run.ink == "label":
        return run._replace(text=label(run.text))
    return run._replace(text=said(run.text))


def label(text: str) -> str:
    """A label as a sentence begins: `If raised`."""
    words = said(text.replace(_(_TRANSLATED).format(lang="").strip(), _("translation")))
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


def _severity(line: Line) -> Line:
    """`CRIT` as a word: it stands in a column of its own before the title."""
    signs = {_(SEVERITY_SIGNS[severity]): word(severity) for severity in Severity} | {"–": _("not rated")}
    if len(line) > 1 and (whole := signs.get(line[0].text.strip())):
        return (line[0]._replace(text=f"{whole}: "), *line[1:])
    return line


def _others(line: Line) -> Line:
    """`CHN+` as words."""
    return tuple(run._replace(text=re.sub(r"\+\s*$", _(" and others"), run.text).strip()) for run in line)
