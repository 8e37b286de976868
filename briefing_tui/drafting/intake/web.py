"""HTML: the text of what is meant to be read, one paragraph a block."""

from typing import Any

from .missing import missing
from .read import decoded

_SKIPPED = (
    "script, style, noscript, template, nav, header, footer, aside, form, button, svg, iframe, figure, "
    "[hidden], [aria-hidden=true]"
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "blockquote",
        "td",
        "th",
        "tr",
        "table",
        "pre",
        "dd",
        "dt",
        "dl",
        "br",
        "hr",
        "address",
    ]
)


def html(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    """The words of a page and a warning: those of its article or main part, if it marks one. Raises UnreadableError."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise missing(name, "HTML") from None
    text, warning = decoded(data, name, encoding or _named(data))
    tree = LexborHTMLParser(text)
    for node in tree.css(_SKIPPED):
        node.decompose()
    root = next((found for tag in ("article", "main", "body") if (found := tree.css_first(tag)) is not None), None)
    return (_text(root) if root is not None else ""), warning


def _named(data: bytes) -> str:
    """The encoding that a page declares, if it is one."""
    import codecs
    import re

    found = re.search(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,40})", data[:4096], re.IGNORECASE)
    try:
        return codecs.lookup(found[1].decode()).name if found else ""
    except LookupError:
        return ""


def _text(root: Any) -> str:
    parts: list[str] = []
    for node in root.traverse(include_text=True):
        if node.tag in _BLOCKS:
            parts.append("\n")
        elif node.tag == "-text":
            after_block = node.prev is not None and node.prev.tag in _BLOCKS
            parts.append("\n" * after_block + node.text(deep=False).replace("\n", " "))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n\n".join(line for line in lines if line)
