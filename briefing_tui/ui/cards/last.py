"""LAST TIME: the talk before another, what came of it, what was agreed, what was asked or is to be done and is still open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...i18n import _
from ...model.briefing import Progress
from ...model.marking import Tlp
from ..runs import Line, Run
from .common import asks, section, still_to_do
from .grid import Block, Head, Section
from .there import led_block, origin, view_of
from .view import View

if TYPE_CHECKING:
    from ...library.before import Before
    from ...model.found import FoundTalk


def last_time(view: View, before: Before | None) -> list[Section]:
    """The talk before, as the library knows it; one that is named and nowhere is said to be missing."""
    if before is None:
        return []
    missing = Block((Run(before.missing), Run(_("  not in this library"), "muted"))) if before.missing else Block(())
    return section("LAST TIME", missing, *(_blocks(view, before) if before.found else ()))


def _blocks(view: View, before: Before) -> Iterator[Block | Head]:
    talk = before.found
    if talk is None:
        return
    there, record = view_of(view, talk.links), talk.record
    outcome: Line = (Run(": "), *there.text(record.outcome)) if record.outcome else ()
    how = () if before.named else (Run(_("  newest of the same parties"), "muted"),)
    yield Block((*origin(view, talk), *outcome, *how))
    blocks = [*there.points(talk.agreed, "✓")]
    blocks += [Block(asks(there, ask), "•") for ask in talk.asked if ask.status is Progress.OPEN]
    blocks += [still_to_do(there, item) for item in talk.next if item.status is Progress.OPEN]
    yield from (led_block(block, talk.key) for block in blocks)


def marks(before: Before | None) -> tuple[tuple[Tlp | None, ...], tuple[str, ...]]:
    """The marking and the classification of the talk before, which count on the card."""
    talk: FoundTalk | None = before.found if before else None
    return ((talk.tlp,), (talk.links.briefing.classification,)) if talk else ((), ())
