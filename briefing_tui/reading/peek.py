"""Title and date of a file at a glance, so that a library of a thousand files can be ordered before any is read."""

import re
from pathlib import Path

from ..model.dates import Period
from ..model.marking import Tlp
from ..model.records import record
from .clean import clean
from .files import head

_HEAD = 8192
_TOP = 2048
_KEY = b"date:"
_LINE = r"^(?:([a-z_]+):(?:[ \t]+(.*?))?[ \t]*\r?|[^\s#].*|[ \t]+[^\s#].*)$"
_PLAIN = r"(?![\s\-?:,\[\]{}#&*!|>'\"%@`])(?:(?!: | #|:$).)+"
_QUOTED = r"'([^'\\]*)'|\"([^\"\\]*)\""
_COMMENT = r"[ \t]+#.*$"
_DAY = rb"[ \t]+(\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?)[ \t]*(?:#.*)?\r?$"
_CLOSING = {"'": "'", '"': '"', "[": "]", "{": "}"}
_WANTED = ("title", "date", "lang", "tlp")
_SECTIONS = frozenset(
    ("delegations", "participants", "talks", "threats", "quotes", "agenda", "follow_ups", "glossary", "sources")
)


@record()
class Peek:
    """What the head of a file says for certain; a field is empty where it has to be read to be known.

    No `tlp` does not mean that the file has none.
    """

    title: str
    date: Period
    lang: str = ""
    tlp: Tlp | None = None


def peek_period(path: Path) -> Period | None:
    """The date of a briefing if it stands plainly near the top: enough to rank a library by, in microseconds each."""
    top = head(path, _TOP)
    at = 0 if top.startswith(_KEY) else top.find(b"\n" + _KEY) + 1
    found = re.match(_DAY, top[at + len(_KEY) :], re.MULTILINE) if top.startswith(_KEY, at) else None
    try:
        return Period.parse(found[1].decode()) if found else None
    except ValueError:
        return None


def peek(path: Path) -> Peek | None:
    """The head of a briefing, without reading it as YAML; None if its date is not certain."""
    try:
        text = head(path, _HEAD).decode()
    except UnicodeDecodeError as error:
        if error.start < _HEAD - 3:
            return None
        text = error.object[: error.start].decode()
    found = _fields(text)
    try:
        date = Period.parse(found["date"])
    except (KeyError, ValueError):
        return None
    tlp = next((tlp for tlp in Tlp if tlp == found.get("tlp")), None)
    return Peek(clean(found.get("title", ""), newlines=False), date, clean(found.get("lang", "")), tlp)


def _fields(text: str) -> dict[str, str]:
    """The wanted fields above the first section, as far as they stand on one line each; none at anything unusual."""
    found: dict[str, str] = {}
    before = ""
    for line in re.finditer(_LINE, text, re.MULTILINE):
        key, written = line[1], line[2] or ""
        if line[0][0] in " \t":
            if before and before[0] not in "|>":
                return {}
            continue
        before = re.sub(_COMMENT, "", written)
        if key in _SECTIONS:
            break
        if key is None or key in found or _runs_on(written):
            return {}
        found[key] = _value(written) if key in _WANTED else ""
    return found


def _runs_on(written: str) -> bool:
    """Whether a quoted or bracketed value may go on in the next line."""
    last = _CLOSING.get(written[:1])
    return last is not None and not (re.sub(_COMMENT, "", written).endswith(last) and (last in "]}" or _value(written)))


def _value(written: str) -> str:
    written = written if written[:1] in "'\"" and written.count(written[:1]) > 2 else re.sub(_COMMENT, "", written)
    quoted = re.fullmatch(_QUOTED, written)
    if quoted:
        return quoted[1] or quoted[2] or ""
    return written if re.fullmatch(_PLAIN, written) else ""
