"""Lines that can be ticked: points to say, asks, lines for what is raised, items of the agenda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...i18n import _
from ...model.fields import Kind, Ref
from ..runs import Run
from .grid import Block, Stop
from .view import View

ITSELF = Ref(Kind.BRIEFING, "")
"""What the ticks of the agenda hang on: `model.note.ITSELF`, which the first screen does without."""


def tickable(view: View, what: str, ref: Ref, blocks: Iterable[Block]) -> Iterator[Block]:
    """The lines of one list of a thing, in its order, as lines to stand on; those that are ticked are muted behind a `✓`.

    One that was rewritten since is not: behind it stands what was ticked.
    """
    done = view.noted.ticked(view.links, what, ref) if view.noted else {}
    for number, block in enumerate(blocks):
        stop = (block.stop or Stop(ref))._replace(what=what, number=number, done=number in done)
        former = done.get(number)
        yield _rewritten(block, stop, former) if former else line(block, stop)


def line(block: Block, stop: Stop) -> Block:
    """A line to stand on."""
    return _done(block, stop) if stop.done else block._replace(stop=stop)


def _rewritten(block: Block, stop: Stop, former: str) -> Block:
    return block._replace(text=(*block.text, Run(_("  ticked as: {words}", words=former), "muted")), mark="✓", stop=stop)


def _done(block: Block, stop: Stop) -> Block:
    text = tuple(run if run.link else run._replace(ink="muted") for run in block.text)
    return block._replace(text=text, mark="✓", stop=stop)
