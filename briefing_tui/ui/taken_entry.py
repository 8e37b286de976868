"""What copying one entry of a section takes away that is no thing of its own: an item of the agenda, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import _
from ..model.errors import NotFoundError
from ..model.fields import Kind
from ..model.marking import label, strictest
from .taken import Taken

if TYPE_CHECKING:
    from ..model.briefing import AgendaItem
    from .cards.grid import Stop
    from .shown import Shown


def taken_entry(shown: Shown, stop: Stop) -> Taken:
    """An item of the agenda or a note, with where it is from; raises RefusedError where that may not be told.

    What a note hangs on names who spoke or took part; of a quote that is gone, whose rule is not known, nothing is said.
    """
    return _note(shown, stop.note) if stop.note else _item(shown, shown.briefing.agenda[stop.number])


def _item(shown: Shown, item: AgendaItem) -> Taken:
    from ..handout.marks import marked
    from ..handout.rules import obey

    obey(shown.briefing, item)
    view, links = shown.view, shown.view.links
    clock = "–".join(f"{time:%H:%M}" for time in (item.time, item.until) if time)
    when = " ".join(filter(None, ((item.date or shown.briefing.date).shown(clock=False), clock)))
    who = ", ".join(links.name(ref, view.lang) for ref in item.who)
    line = ", ".join(filter(None, (when, view.words(item.what), who, view.words(item.place))))
    tlp = links.strictness(item)
    return Taken(_("the item"), marked([line, *_origin(shown)], label(tlp, shown.briefing.classification)), tlp)


def _note(shown: Shown, id: str) -> Taken:
    from ..handout.marks import marked
    from ..handout.rules import obey_naming

    note = shown.view.noted.note(id) if shown.view.noted else None
    if note is None:
        raise NotFoundError(_("nothing to copy here"))
    links, item = shown.view.links, note.item
    record = links.record(item.ref)
    obey_naming(shown.briefing, record or shown.briefing)
    tlp = strictest((shown.briefing.tlp, item.tlp, links.strictness(record) if record else None))
    title = "" if record is None and item.ref.kind is Kind.QUOTE else item.title
    about = ["  " + _("on: {title}", title=title)] if title else []
    text = marked([note.text, *about, *_origin(shown)], label(tlp, shown.briefing.classification))
    return Taken(_("the note"), text, tlp)


def _origin(shown: Shown) -> list[str]:
    title = " ".join(shown.view.words(shown.briefing.title).split())
    return ["  " + _("from: {title}, {date}", title=title, date=shown.briefing.date.shown())]
