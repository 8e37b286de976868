"""One more entry in a briefing or a registry: put in, read again, and only then good enough to be written."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from ...i18n import _
from ...model.errors import BriefingError
from ...reading.messages import Message, Weight
from .insert import Entry, LayoutError, applied, insertion
from .tree import SHALLOW, Node, grow

_LINES = re.compile(r"\bline \d+")


class Read(NamedTuple):
    """What reading makes of a file: its record, a briefing or a registry, and what is said of it."""

    record: Any
    messages: Sequence[Message]


class Added(NamedTuple):
    """A text with its new entry, what it reads as, the line that begins at, from 1, and the advice that it gives rise to."""

    text: str
    record: Any
    line: int
    advice: tuple[str, ...]


def added(text: str, section: str, entry: Entry, read: Callable[[str], Read], before: Read) -> Added:
    """`text` with an entry more in a section; `read` reads a text, and has read this one `before`.

    Raises LayoutError if the entry would be a mistake, or if it cannot be put in without changing another.
    """
    edit = insertion(text, root_of(text), section, entry)
    new = applied(text, [edit])
    after = _read_again(read, new, section)
    new_ones = fresh(before.messages, after.messages)
    problems = [message.text for message in new_ones if message.weight is Weight.PROBLEM]
    if problems:
        raise LayoutError(_("not added: {problems}", problems="; ".join(problems[:3])))
    if not _one_more(getattr(before.record, section), getattr(after.record, section)):
        raise _no_way(section)
    lead = edit.text[: len(edit.text) - len(edit.text.lstrip(", \r\n"))]
    line = len(re.findall(r"\r\n|\r|\n", new[: edit.start + len(lead)])) + 1
    return Added(new, after.record, line, tuple(message.text for message in new_ones))


def root_of(text: str, depth: int = SHALLOW) -> Node:
    """The tree of a file; raises LayoutError if there is none, or if what is there is no YAML."""
    from yaml import YAMLError

    try:
        root = grow(text, depth)
    except YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise LayoutError(_("it is no YAML from line {line} on; `briefing check` says what to mend there", line=line)) from None
    if root is None or root.kind != "map":
        raise LayoutError(_("it is empty; start it with 'title: …' and 'date: …', or with `briefing new`"))
    return root


def _read_again(read: Callable[[str], Read], text: str, section: str) -> Read:
    try:
        return read(text)
    except BriefingError:
        raise _no_way(section) from None


def _no_way(section: str) -> LayoutError:
    return LayoutError(
        _("{section}: is written in a way that only a person can add to; write the entry by hand", section=section)
    )


def fresh(before: Sequence[Message], after: Sequence[Message]) -> list[Message]:
    """The messages there were not before, wherever they stand and whatever lines they name."""
    known = Counter(map(_said, before))
    new = []
    for message in after:
        if known[_said(message)]:
            known[_said(message)] -= 1
        else:
            new.append(message)
    return new


def _said(message: Message) -> tuple[Weight, str]:
    return message.weight, _LINES.sub("line", message.text)


def _one_more(before: Any, after: Any) -> bool:
    """Whether a section of the file itself has one entry more, behind all that were there."""
    olds, news = _own(before), _own(after)
    return len(news) == len(olds) + 1 and news[:-1] == olds


def _own(section: Any) -> list[str]:
    """The ids of what the file itself has in a section; empty ones for what has none."""
    records = section.values() if isinstance(section, Mapping) else section
    return [getattr(record, "id", "") if isinstance(section, Mapping) else "" for record in records if record.lineno]
