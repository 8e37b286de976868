"""The keys that the reader names: the hints of its last row, the digits of its panes and sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import _, pgettext
from ..keys.table import TABLE
from .cards.page import Page
from .commands import BY_ID

if TYPE_CHECKING:
    from .screens.reader import ReaderScreen

_BACK = 47
"""The rank of the way back among the hints; it is offered where there is one."""
_PAGES = {Page.ABOUT: "summary", Page.MET: "met", Page.CHANGES: "changes"}
"""The commands of sections whose titles are not their names."""
HINTED = sorted((row for row in TABLE if row.rank), key=lambda row: row.rank)
PANES = ("pane-participants", "pane-talks", "pane-threats")


def shortened() -> dict[str, str]:
    """Keys and words of hints, and what is said for them where there is little room."""
    return {"enter": "↵", pgettext("hint", "search"): _("find")}


def hints(reader: ReaderScreen) -> list[tuple[str, str]]:
    """The hints for where one stands, in the order of their use."""
    offered = [(row.rank, pgettext("hint", row.hint), row.id) for row in HINTED if not BY_ID[row.id].off(reader)]
    if reader.on_card or reader.zoomed or reader.pane.filtered:
        offered.append((_BACK, _("back"), "close"))
    key_of = reader.briefing_app.keymap.key
    short = shortened() if reader.narrow else {}
    return [(short.get(key, key), short.get(words, words)) for _, words, id in sorted(offered) if (key := key_of(id))]


def digit(reader: ReaderScreen) -> str:
    """The key that leads to what is on the card: a section's own, else that of the card."""
    subject = reader.subject
    return reader.briefing_app.keymap.key(_PAGES.get(subject, subject.value) if isinstance(subject, Page) else "card")
