"""The quotes of the briefing on the desk as compared with their sources: what a card says of it, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..i18n import _, later
from ..model.briefing import Briefing, Quote, Record
from .runs import Line, Run, together
from .targets import PassageOf

if TYPE_CHECKING:
    from ..drafting.verify import Checked, SourceText
    from .cards.view import View

SIGNS = {
    "verbatim": ("✓", "muted"),
    "altered": (later("≠ altered"), "warning"),
    "missing": (later("≠ not in the source"), "warning"),
    "reported": (later("≠ reported speech"), "warning"),
    "uncompared": (later("? unchecked"), "muted"),
}
"""What stands beside the source of a quote, by its status, and its ink."""


class Verified(NamedTuple):
    """What was found of each quote, by its id, and the texts of the sources, by theirs."""

    quotes: Mapping[str, Checked]
    texts: Mapping[str, SourceText]


NOTHING = Verified({}, {})
"""What is found where no source has a copy."""


def verified(briefing: Briefing, path: Path) -> Verified:
    """The quotes of a briefing compared; that takes time."""
    from ..drafting.verify import verify

    found = verify(briefing, path.parent)
    return Verified({each.quote.id: each for each in found.checked}, found.texts)


def has_copies(briefing: Briefing) -> bool:
    """Whether there is anything to compare with."""
    return any(source.file for source in briefing.sources.values())


def of(view: View, record: Record) -> tuple[Line, PassageOf | None]:
    """What to draw beside the source of a record, and what the source leads to; nothing as long as nobody compared."""
    if not isinstance(record, Quote):
        return (), None
    known = view.around.verified(view.links.briefing) if view.around else None
    if known is None:
        return (), None
    checked = known.quotes.get(record.id)
    text, ink = SIGNS[checked.verdict.status.value if checked else "uncompared"]
    return (Run(f" {together(_(text))}", ink),), PassageOf(record.id) if checked and checked.verdict.spans else None
