"""YAML events become a tree of light nodes, under limits; nothing is composed, constructed or recursed into.

`yaml.load` and `compose` are never used: nested brackets and merge keys can kill them. Source of the events: libyaml, or
PyYAML's own parser where libyaml is missing.
"""

from itertools import pairwise
from typing import Any

from ..i18n import number
from ..i18n import said as _
from .clean import clean, strangers
from .findings import Findings
from .nodes import COLUMN_BITS, Map, Seq, shorten

DEPTH = 32
NODES = 2_000_000
ENTRIES = 100_000
"""The most entries a map or list may have, and the most records a file: as many as 32 MB of real quotes are."""
SCALAR = 1 << 20
"""The most characters one text may have."""

_KEPT = 24
_NOTHING = ("", "~", "null")


def too_many() -> str:
    """What to say of a file with more entries than that."""
    return _("more than {entries} entries; split the file", entries=number(ENTRIES))


class Growth:
    """The tree of one file while it grows; it survives a syntax error and can go on from a mended line."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.trunk = Seq()
        self.stack: list[Map | Seq] = [self.trunk]
        self.styles: list[bool] = [False]
        self._left = NODES
        self._seen: dict[str, str] = {}

    @property
    def in_flow(self) -> bool:
        """Whether the innermost open node is written in brackets."""
        return self.styles[-1]

    def feed(self, data: bytes, shift: int = 0, skipped: int = 0) -> None:
        """Grows by the events of `data`, whose line 0 is line `shift` of the file; the first `skipped` events are known.

        Raises UnreadableError at a limit, yaml.YAMLError at a syntax error, and ValueError where the known events are others.
        """
        import yaml

        next_event = _parser(data)
        scalar, ends = yaml.ScalarEvent, (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        starts = {yaml.MappingStartEvent: Map, yaml.SequenceStartEvent: Seq}
        known = [next_event() for _ in range(skipped)]
        if known and starts.get(type(known[-1])) is not type(self.stack[-1]):
            raise ValueError(_("the mended line is no longer an entry"))
        grown = self.stack[-1].append
        seen = self._seen.get
        while (kind := type(event := next_event())) is not yaml.StreamEndEvent:
            if kind in ends:
                self._shut()
                grown = self.stack[-1].append
                continue
            self._left -= 1
            mark = event.start_mark
            at = mark.line + shift << COLUMN_BITS | mark.column
            if kind is scalar and event.tag is None and self._left:
                text = event.value
                grown(seen(text) or self._admit(text, at, event.style))
                grown(at)
            else:
                if self._left <= 0:
                    raise self.findings.refusal(at, _("more than {nodes} values; split the file", nodes=number(NODES)))
                if kind in starts:
                    self._open(starts[kind](), event, at)
                else:
                    self._other(event, at)
                grown = self.stack[-1].append

    def _admit(self, text: str, at: int, style: str | None) -> str | None:
        """A text through the gate; None if nothing is written. Short ones are kept, so that equal ones are one object."""
        if not style and text in _NOTHING:
            return None
        if len(text) > SCALAR:
            raise self.findings.refusal(at, _("a text of more than {scalar} characters; split it", scalar=number(SCALAR)))
        cleaned = clean(text)
        if cleaned != text:
            which = "" if self.findings.full else f" ({strangers(text)})"
            self.findings.problem(
                at, _("control or invisible characters are removed or replaced{which}; delete them", which=which)
            )
        elif len(text) < _KEPT and text not in _NOTHING:
            self._seen[text] = text
        return cleaned

    def _other(self, event: Any, at: int) -> None:
        """Whatever is rarer than a plain scalar or the start of a map or list."""
        import yaml

        match event:
            case yaml.ScalarEvent():
                self._tag(event, at)
                self.stack[-1].extend((self._admit(event.value, at, event.style), at))
            case yaml.AliasEvent():
                words = clean(f"*{event.anchor}")
                self.findings.problem(at, _("the alias '{words}' is not followed; write the value out", words=shorten(words)))
                self.stack[-1].extend((words, at))
            case yaml.DocumentStartEvent() if self.trunk:
                why = _("a second document starts here; a {called} is one file", called=_(self.findings.wanted.called))
                raise self.findings.refusal(at, _("{why}, so delete the '---' or split it", why=why))

    def _tag(self, event: Any, at: int) -> None:
        if event.tag:
            self.findings.problem(
                at, _("the tag '{tag}' is ignored; delete it, every value is text", tag=shorten(clean(event.tag)))
            )

    def _open(self, node: Map | Seq, event: Any, at: int) -> None:
        if len(self.stack) > DEPTH:
            raise self.findings.refusal(at, _("nested deeper than {depth}; write it flatter", depth=DEPTH))
        if not self.trunk and type(node) is Seq:
            wanted = self.findings.wanted
            raise self.findings.refusal(
                at, _("not a {called}: it starts with a list; {start}", called=_(wanted.called), start=_(wanted.start))
            )
        if event.tag:
            self._tag(event, at)
        if len(self.stack[-1]) > 2 * ENTRIES:
            self._bound(self.stack[-1], self.stack[-2][-1])
        self.stack[-1].extend((node, at))
        self.stack.append(node)
        self.styles.append(bool(event.flow_style))

    def _shut(self) -> None:
        node = self.stack.pop()
        self.styles.pop()
        self._bound(node, self.stack[-1][-1])

    def _bound(self, node: Map | Seq, at: Any) -> None:
        if len(node) > ENTRIES * (4 if type(node) is Map else 2):
            raise self.findings.refusal(at, too_many())

    def retreat(self, level: int) -> int:
        """Forgets the last entry of the open node at `level` and what is open in it; the place where that entry starts.

        Level 1 is the file's own map, level 2 the section that was being read.
        """
        node = self.stack[level]
        del self.stack[level + 1 :], self.styles[level + 1 :]
        keep = (len(node) - 1) // 4 * 4 if type(node) is Map else len(node) - 2
        at = node[keep + 1]
        del node[keep:]
        return int(at)  # type: ignore[arg-type]

    def last_entry(self, level: int) -> int:
        """The place where the last entry of the open node at `level` starts; -1 if it has none."""
        node = self.stack[level] if level < len(self.stack) else None
        if not node:
            return -1
        return int(node[(len(node) - 1) // 4 * 4 + 1 if type(node) is Map else -1])  # type: ignore[arg-type]

    def close(self) -> None:
        """Gives no value to the keys whose value never came; raises UnreadableError at a limit."""
        for outer, node in pairwise(self.stack):
            if type(node) is Map and len(node) % 4:
                node.extend((None, node[-1]))
            self._bound(node, outer[-1])

    def restart(self) -> None:
        """Forgets everything."""
        self.trunk.clear()
        del self.stack[1:], self.styles[1:]


def _parser(data: bytes) -> Any:
    """What gives the next event of `data` at each call."""
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]
    except ImportError:
        from yaml import SafeLoader

        return SafeLoader(data).get_event
    return CParser(data).get_event
