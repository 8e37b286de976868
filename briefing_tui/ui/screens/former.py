"""Asking whether the notes that were made under a former path of a file are taken over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widget import Widget

from ...i18n import _, several
from ...model.dates import Moment
from .below import Below, Words

if TYPE_CHECKING:
    from ...notes import Kept


def question(kept: Kept) -> str:
    """What there is, and where it comes from."""
    notes, ticks, about = len(kept.state.notes), len(kept.state.set_ticks), kept.state.about
    counts = [several("{count} note", "{count} notes", notes) if notes else ""]
    counts += [several("{count} tick", "{count} ticks", ticks) if ticks else ""]
    last = _(", the last of {time},", time=Moment.at(kept.state.last).shown()) if kept.state.last else ""
    where = _(", for “{title}” in {path}, which is no more", title=about.title, path=about.path) if about else ""
    made = _("{what}{last} were made on a briefing of this id{where}. Are they this briefing's? y takes them over.")
    return made.format(what=_(" and ").join(filter(None, counts)), last=last, where=where)


class Former(Below[bool]):
    """The result is True for `y`, False for `n`, and None for `esc`: then it is asked again."""

    BINDINGS = [  # noqa: RUF012 - Textual declares it so
        Binding("y", "answer(True)", show=False),
        Binding("n", "answer(False)", show=False),
        Binding("escape", "dismiss(None)", show=False),
    ]

    def __init__(self, kept: Kept) -> None:
        super().__init__(_("notes under a former path"))
        self.question = Words(question(kept))

    def body(self) -> Iterable[Widget]:
        """The question."""
        return (self.title_rule, self.question)

    def rows(self, columns: int, most: int) -> list[tuple[Widget, int]]:
        """The question."""
        return [(self.question, min(most, len(self.question.rows(columns))))]

    def offers(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        return [("y", _("take over")), ("n", _("leave")), ("esc", _("later"))]

    def action_answer(self, yes: bool) -> None:
        """Answer."""
        self.dismiss(yes)
