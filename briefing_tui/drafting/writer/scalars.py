"""Values as YAML that nobody takes for anything else, in blocks and between brackets."""

import json
import re
from collections.abc import Iterable, Mapping

Value = str | Mapping[str, str] | Iterable[str | Mapping[str, str]]
"""A text, a text in several languages or a record, or a list of these."""

_PLAIN = re.compile(r"[^\W_](?:[\w ./()’+–-]*[\w./)’])?", re.UNICODE)
_OTHERWISE = re.compile(r"null|true|false|yes|no|on|off|[\d._-]+(e[\d-]+)?|0[xo]\w+", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?")
_ESCAPED = {char: f"\\u{char:04x}" for char in (0x7F, 0x85, 0x2028, 0x2029, 0xFEFF)}


def scalar(text: str) -> str:
    """`text` in one line: plain if it may be, else in double quotes with escapes."""
    if _PLAIN.fullmatch(text) and not (_OTHERWISE.fullmatch(text) and not _DATE.fullmatch(text)):
        return text
    return json.dumps(text, ensure_ascii=False).translate(_ESCAPED)


def inline(value: Value) -> str:
    """A value in one line, lists and maps in brackets."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {inline(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(inline, value)) + "]"
