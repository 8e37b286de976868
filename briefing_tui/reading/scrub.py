"""Scrubbing a text that `clean` does not let pass at a glance."""

import re
import unicodedata
from functools import lru_cache

REPLACED = "\ufffd"
MARKS = 8
"""How many combining marks a letter may carry."""

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff"
_BREAK = "\r\x85\u2028\u2029"
_INVISIBLE = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_JOINER = "\u200c\u200d"
_SELECTOR = "\ufe00-\ufe0f\U000e0100-\U000e01ef"

_doubtful = re.compile(f"[{_CONTROL}{_BREAK}{_INVISIBLE}{_JOINER}{_SELECTOR}]|[^\\w\\s\\x00-\\x7f]{{{MARKS + 1}}}")
_run = re.compile(f"(?:[^\\w\\s\\x20-\\x7e]|[{_CONTROL}{_BREAK}{_INVISIBLE}])+")
_break = re.compile(f"\r\n|[{_BREAK}]")
_SORTS = {
    "control": re.compile(f"[{_CONTROL}]"),
    "invisible": re.compile(f"[{_INVISIBLE}]"),
    "joiner": re.compile(f"[{_JOINER}]"),
    "selector": re.compile(f"[{_SELECTOR}]"),
}
_MARKS = ("M", "selector")
_BEFORE_NO_SELECTOR = ("selector", "Z", "C")
_BEFORE_JOINER = ("L", "M", "S", "selector")
_AFTER_JOINER = ("L", "S")


def scrub(text: str) -> str:
    """`text` with control characters replaced, invisible ones dropped, and no more marks on a letter than it may carry."""
    return _run.sub(_scrubbed, _break.sub("\n", text)) if _doubtful.search(text) else text


@lru_cache(4096)
def _sort(char: str) -> str:
    """What `_scrubbed` has to know of a character: one of the sorts above, else the first letter of its category."""
    for sort, pattern in _SORTS.items():
        if pattern.match(char):
            return sort
    return unicodedata.category(char)[0]


def _scrubbed(run: re.Match[str]) -> str:
    """A run of characters that are neither words nor ASCII, each kept, replaced or dropped by what was kept before it."""
    text, start = run.string, run.start()
    kept = [text[start - 1] if start else " "]
    before = _sort(kept[0])
    marks = 0
    for index in range(start, run.end()):
        sort = _sort(text[index])
        if sort == "control":
            kept.append(REPLACED)
        elif _stays(sort, before, marks) and (sort != "joiner" or _sort(text[index + 1 : index + 2] or " ") in _AFTER_JOINER):
            kept.append(text[index])
        else:
            continue
        marks = marks + 1 if sort in _MARKS else 0
        before = sort
    return "".join(kept[1:])


def _stays(sort: str, before: str, marks: int) -> bool:
    if sort == "joiner":
        return before in _BEFORE_JOINER
    if sort == "selector" and before in _BEFORE_NO_SELECTOR:
        return False
    return sort != "invisible" and (sort not in _MARKS or marks < MARKS)
