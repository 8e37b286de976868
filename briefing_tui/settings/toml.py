"""TOML that goes on behind a broken line, and knows the line of each key."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..i18n import _, later

MOST = 10
"""So many broken lines are looked past; a file that has more is no file of settings."""
_BACK = 30
"""So many lines before an error it is looked for where what it is in began: brackets and texts may go over several."""
_PLACE = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)$")
_HEAD = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*([\w.\s"'-]+?)\s*=""")
_OPEN = later("the text is not closed; a quotation mark is missing")
USUAL = {
    "Invalid value": later('not a value; a text stands in quotation marks: "dark"'),
    "Invalid statement": later("not a setting; write name = value"),
    "Unterminated string": _OPEN,
    "Illegal character '\\n'": _OPEN,
    "Cannot overwrite a value": later("it is set above as well"),
    "Expected '=' after a key in a key/value pair": later("no “=” behind the name; write name = value"),
    "Invalid initial character for a key part": later("no name begins like this"),
    "Expected newline or end of document after a statement": later("something stands behind the value; begin a new line"),
    "Unclosed array": later("the bracket “]” is missing"),
    "Unclosed inline table": later("the bracket “}” is missing"),
}
"""What is wrong with a line where `tomllib` says so; its other messages are left as they are."""


class Broken(NamedTuple):
    """A line that is no TOML, and why."""

    line: int
    text: str


class Table(NamedTuple):
    """What a file says: its values, and what is broken in it."""

    values: dict[str, object]
    lines: Mapping[str, int]
    """The line, from 1, of each key by its name; before that of one in a section stands the section's, and a dot."""
    broken: tuple[Broken, ...] = ()

    def line(self, name: str) -> int:
        """The line of a key, or else of the nearest thing it is in; 0 if that is nowhere."""
        while name and name not in self.lines:
            name = name.rpartition(".")[0]
        return self.lines.get(name, 0)


def parse(text: str) -> Table:
    """The values of all lines but the broken ones; a broken head of a section takes the section with it."""
    lines = text.replace("\r\n", "\n").split("\n")
    broken: list[Broken] = []
    while True:
        try:
            values = tomllib.loads("\n".join(lines))
        except RecursionError:
            return Table({}, {}, (*broken, Broken(1, _("too deep"))))
        except tomllib.TOMLDecodeError as error:
            found = _broken(str(error), lines)
            broken.append(found)
            if len(broken) > MOST or not lines[found.line - 1].strip():
                return Table({}, {}, tuple(broken))
            _drop(lines, found.line - 1)
        else:
            return Table(values, dict(_lines(lines)), tuple(broken))


def _broken(message: str, lines: list[str]) -> Broken:
    """The line in which that began which has an error, and what it is."""
    place = _PLACE.search(message)
    line = min(int(place[1]), len(lines)) if place and place[1] else len(lines)
    found = next((start for start in range(line, max(0, line - _BACK), -1) if _whole(lines[: start - 1])), line)
    return Broken(found, _plain(_PLACE.sub("", message)))


def _whole(lines: list[str]) -> bool:
    """Whether nothing is open behind these lines."""
    try:
        tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    return True


def _plain(message: str) -> str:
    """In words for people, if it is one of the usual messages."""
    return _(USUAL[message]) if message in USUAL else message[:1].lower() + message[1:]


def _drop(lines: list[str], index: int) -> None:
    """Leave out a line; with the head of a section what stands in it."""
    head = lines[index].lstrip().startswith("[")
    lines[index] = ""
    while head and index + 1 < len(lines) and not lines[index + 1].lstrip().startswith("["):
        index += 1
        lines[index] = ""


def _lines(lines: list[str]) -> Iterator[tuple[str, int]]:
    """The name and line of each key; what looks like one inside a text over several lines is none."""
    section = text = ""
    for number, line in enumerate(lines, 1):
        inside = bool(text)
        for marks in ('"""', "'''"):
            if line.count(marks) % 2 and text in ("", marks):
                text = "" if text else marks
        if inside:
            continue
        if head := _HEAD.match(line):
            section = _bare(head[1])
            yield section, number
        elif key := _KEY.match(line):
            yield ".".join(filter(None, (section, _bare(key[1])))), number


def _bare(name: str) -> str:
    """A name without quotation marks and blanks."""
    return re.sub(r"[\s\"']", "", name)
