"""Bytes become UTF-8 that YAML can read, character for character, so that every place stays where the author sees it."""

import codecs
import re

from ..i18n import said as _
from .findings import Findings
from .nodes import place
from .scrub import REPLACED

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
_MARKED = re.compile("[\x85\u2028\u2029]")
_LONE_RETURN = re.compile("\r(?!\n)")
_ALLOWED = bytes(range(0x20, 0x7F)) + b"\t\n"


def decode(data: bytes, findings: Findings) -> bytes:
    """`data` as clean UTF-8 without byte order mark; what had to be changed is reported.

    UTF-8, or UTF-16 with a byte order mark, else Windows-1252. What may not stand in YAML becomes U+FFFD; what YAML alone
    takes for a line break becomes a space, so that lines are counted as editors count them.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.isascii() and not data.translate(None, _ALLOWED):
        return data
    text = _text(data, findings)
    for pattern, why in ((_FORBIDDEN, _("a character that may not stand in YAML")), (_MARKED, _("an unusual line break"))):
        found = pattern.search(text)
        if found:
            findings.problem(
                _place(text, found.start()), _("{why} (U+{code:04X}) is replaced here; delete it", why=why, code=ord(found[0]))
            )
    text = _FORBIDDEN.sub(REPLACED, text.translate(_BREAKS) if _MARKED.search(text) else text)
    return _LONE_RETURN.sub("\n", text).encode()


def _text(data: bytes, findings: Findings) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", errors="replace")
        findings.problem(_place(text, error.start), _("the file is not UTF-8 and is read as Windows-1252; save it as UTF-8"))
        return text


def _place(text: str, index: int) -> int:
    start = text.rfind("\n", 0, index) + 1
    return place(text.count("\n", 0, index), index - start)
