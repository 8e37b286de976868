"""What copying one entry of a section takes away that is no thing of its own: an item of the agenda, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import _
from ..model.errors import NotFoundError
from ..model.marking import label, strictest
from .taken import Taken

if TYPE_CHECKING:
    from ..model.briefing import AgendaItem
    from .cards.grid import Stop
    from .shown import Shown


def taken_entry(shown: Shown, stop: Stop) -> Taken:
    """An item of the agenda or a note, with where it is from; raises RefusedError where that may not be told."""
    return _note(shown, stop.note) if stop.note else _item(shown, shown.briefing.agenda[stop.number])


def _item(shown: Shown, item: AgendaItem) -> Taken:
    from ..handout.marks import marked, marked_by, strictness
    from ..handout.rules import obey

    obey(shown.briefing, item)
    view, links = shown.view, shown.view.links
    clock = "–".join(f"{time:%H:%M}" for time in (item.time, item.until) if time)
    when = " ".join(filter(None, ((item.date or shown.briefing.date).shown(clock=False), clock)))
    who = ", ".join(links.name(ref, view.lang) for ref in item.who)
    line = ", ".join(filter(None, (when, view.words(item.what), who, view.words(item.place))))
    tlp = strictest((strictness(links, item), marked_by(links, *item.who)))
    return Taken(_("the item"), marked([line, *_origin(shown)], label(tlp, shown.briefing.classification)), tlp)


def _note(shown: Shown, id: str) -> Taken:
    from ..handout.marks import marked, marked_by

    note = shown.view.noted.note(id) if shown.view.noted else None
    if note is None:
        raise NotFoundError(_("nothing to copy here"))
    tlp = strictest((shown.briefing.tlp, note.item.tlp, marked_by(shown.view.links, note.item.ref)))
    about = ["  " + _("on: {title}", title=note.item.title)] if note.item.title else []
    text = marked([note.text, *about, *_origin(shown)], label(tlp, shown.briefing.classification))
    return Taken(_("the note"), text, tlp)


def _origin(shown: Shown) -> list[str]:
    title = " ".join(shown.view.words(shown.briefing.title).split())
    return ["  " + _("from: {title}, {date}", title=title, date=shown.briefing.date.shown())]
