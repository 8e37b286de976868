"""What stands in another briefing of the library, drawn so that its links lead there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ...i18n import _
from ...model.fields import Ref
from ...model.links import Links
from ..runs import Line, Run, together
from ..targets import Target, There
from .grid import Block, Card, Head
from .view import View

if TYPE_CHECKING:
    from ...model.found import Found

WAITING = Card("…", (Block((Run(("looking through the library …"), "muted"),)),))
"""What is shown of something that takes longer than anybody should wait without a word, in English: `waiting` says it."""


def waiting() -> Card:
    """The same in the language spoken."""
    return Card("…", (Block((Run(_("looking through the library …"), "muted"),)),))


def view_of(view: View, links: Links) -> View:
    """Another briefing, looked at in the same language."""
    return View(links, view.lang, clock=view.clock, far=True)


def led(line: Line, key: str) -> Line:
    """A line of another briefing with its links leading there."""
    return tuple(run._replace(link=_target(run.link, key)) if run.link else run for run in line)


def led_block(block: Block | Head, key: str) -> Block | Head:
    """The same for a block."""
    if isinstance(block, Head):
        return Head(led(block.left, key), led(block.right, key), _target(block.link, key) if block.link else None)
    return block._replace(text=led(block.text, key), stop=None)


def _target(link: Target, key: str) -> Target:
    return There(key, link) if isinstance(link, Ref) else link


def origin(view: View, found: Found[Any]) -> Line:
    """Where something stands: the date and the briefing, a link to it."""
    title = " ".join(found.links.briefing.title.pick(view.lang).text.split())
    return (Run(f"{together(found.date.shown(clock=False))} ", "muted"), Run(title, "link", There(found.key, found.ref)))


def classifications(whole: Iterable[Links]) -> tuple[str, ...]:
    """The classifications of some briefings, each once."""
    return tuple(dict.fromkeys(filter(None, (links.briefing.classification for links in whole))))
