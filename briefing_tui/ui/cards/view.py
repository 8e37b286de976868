"""A briefing as it is being looked at: in which language, with which library around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, NamedTuple

from ...keys.keymap import PLAIN, Keymap
from ...model.briefing import Point, Record
from ...model.dates import Period
from ...model.fields import Kind, Ref
from ...model.links import Links
from ...model.marking import Tlp
from ...model.text import Text
from ..clock import Clock, real
from ..runs import Line, Run, join, together
from ..verified import of
from .grid import Block

if TYPE_CHECKING:
    from ..around import Around
    from ..noted import Noted

_SHORT = 12
"""How many letters of a place in a source stay in one row."""


class Related(NamedTuple):
    """Another briefing that this one leads to: its key, its title, why, its marking."""

    key: str
    title: str
    why: str
    tlp: Tlp | None


class View(NamedTuple):
    """What cards are drawn from; `lang` is the language texts are shown in, `around` is the library around it.

    `problems` are the mistakes in the file, a line of text each; `related` are the briefings it leads to; `clock` gives the
    time; `noted` are the notes and ticks of the user, once they are read; `complaints` are the mistakes in the settings, a line
    of text each.
    """

    links: Links
    lang: str
    around: Around | None = None
    problems: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    clock: Clock = real
    noted: Noted | None = None
    far: bool = False
    """Whether it is looked at among others, and every date has its year."""
    keymap: Keymap = PLAIN
    """The keys that texts name."""
    complaints: tuple[str, ...] = ()

    def words(self, text: Text | None) -> str:
        """A text in the language shown, without saying so if it is another."""
        return text.pick(self.lang).text if text else ""

    def text(self, text: Text | None, ink: str = "text") -> Line:
        """A text in the language shown; one that is missing in it is in the file's, labelled `[de]`."""
        if not text:
            return ()
        wording = text.pick(self.lang)
        line: Line = (Run(wording.text, ink),)
        return (*line, Run(f" [{wording.lang}]", "muted")) if wording.lang and wording.lang != self.lang else line

    def name(self, ref: Ref) -> Line:
        """The name of a thing as a link; plain words are no link."""
        known = ref.kind is not Kind.WORDS and self.links.record(ref) is not None
        return (Run(self.links.name(ref, self.lang), "link" if known else "text", ref if known else None),)

    def names(self, refs: Iterable[Ref]) -> Line:
        """Names as links, separated by dots."""
        return join([self.name(ref) for ref in refs])

    def day(self, period: Period | None) -> str:
        """A date as it is said in this briefing: without the year where it is the briefing's."""
        if not period:
            return ""
        years = {period.first.year, period.last.year}
        return together(period.shown(year=self.far or years != {self.links.briefing.date.first.year}))

    def source(self, record: Record) -> Line:
        """Where a record is taken from: `report ¶4 ✓`, the name a link; `✓` if it is a quote that stands there as it is."""
        locator = short_locator(record.locator)
        if not record.source:
            return (Run(locator, "muted"),) if locator else ()
        sign, passage = of(self, record)
        link = passage or _linked(record.source)
        name = Run(record.source.id, "link" if record.source.kind is Kind.SOURCE else "muted", link)
        return (name, Run(f"\u00a0{locator}", "muted"), *sign) if locator else (name, *sign)

    def points(self, points: Iterable[Point], mark: str = "•") -> tuple[Block, ...]:
        """One block a point."""
        return tuple(Block((*self.text(point.text), *self.aside(point)), mark) for point in points)

    def aside(self, record: Record) -> Line:
        """What a point carries beside its words: its own marking, its note, its source."""
        extras: list[Line] = []
        if record.tlp:
            extras.append((Run(record.tlp.label, "muted"),))
        if record.note:
            extras.append(self.text(record.note, "muted"))
        if record.source:
            extras.append(self.source(record))
        return (Run("  "), *join(extras)) if extras else ()


def _linked(ref: Ref) -> Ref | None:
    return ref if ref.kind is Kind.SOURCE else None


def short_locator(locator: str) -> str:
    """`¶4` for `para. 4`; other locators as written, `p. 12` in one row."""
    word, _, rest = locator.partition(" ")
    if rest and word.rstrip(".").casefold() in ("para", "paragraph", "abs", "absatz"):
        return f"¶{rest}"
    return together(locator) if len(locator) <= _SHORT else locator


def markings(records: Iterable[Record]) -> Iterable[Tlp | None]:
    """The markings of records and of all that lies in their lists."""
    for record in records:
        yield record.tlp
        for field in fields(record):
            value = getattr(record, field.name)
            if isinstance(value, tuple) and value and isinstance(value[0], Record):
                yield from markings(value)
