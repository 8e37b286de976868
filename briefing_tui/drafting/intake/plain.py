"""Text as it is, and Markdown without its marks."""

import re

from .read import decoded


def text(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    """The text of plain bytes and a warning; line ends become newlines, and a word is put together that a soft one cuts."""
    found, warning = decoded(data, name, encoding)
    return found.replace("\r\n", "\n").replace("\r", "\n").replace("\u00ad\n", ""), warning


def markdown(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    """The words of a Markdown file: headings, emphasis, links and lists without their marks."""
    found, warning = text(data, name, encoding)
    for pattern, kept in _MARKS:
        found = pattern.sub(kept, found)
    return found, warning


_MARKS = (
    (re.compile(r"\A---\n.*?\n---\n", re.DOTALL), ""),
    (re.compile(r"^[ \t]*```.*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:#{1,6}|>+|[-*+](?=[ \t]))[ \t]*", re.MULTILINE), ""),
    (re.compile(r"^[=-]{3,}[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"!?\[([^\[\]\n]{1,300})\]\([^()\n]{0,500}\)"), r"\1"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,500}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,500}?)(?<=\S)\1(?![\w_])"), r"\2"),
)
