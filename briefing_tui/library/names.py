"""Which briefing, or which talk of one, is meant by a name that a person wrote."""

import os
from collections.abc import Callable

from ..i18n import _
from ..model.briefing import Talk
from ..model.errors import BriefingError, NotFoundError
from ..reading.clean import clean
from ..reading.nearest import nearest
from .facts import Facts, listing
from .folders import Entry
from .shelf import Shelf

MOST_NAMED = 3


def find(library: Shelf, name: str) -> Entry:
    """The entry that `name` means by key, id, path or title, tried in this order.

    Raises NotFoundError if none does, with names that are near, or if several do, with their keys.
    """
    ways: tuple[Callable[[], list[Entry]], ...] = (
        lambda: [entry for entry in library.entries if name == entry.key],
        lambda: [entry for entry in library.entries if name == entry.id],
        lambda: [entry for entry in library.entries if os.path.abspath(name) == os.path.abspath(entry.file)],
        lambda: [facts.entry for facts in listing(library) if name.casefold() in titles(facts)],
    )
    shown = clean(name, newlines=False)
    for way in ways:
        found = way()
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFoundError(
                _("{shown!r} may be {found}; name one of them", shown=shown, found=", ".join(entry.key for entry in found))
            )
    raise NotFoundError(_("no briefing {shown!r}{meant}", shown=shown, meant=_meant(library, name)))


def titles(facts: Facts) -> list[str]:
    """The title of a briefing in each of its languages, in small letters; none if it cannot be read."""
    return [wording.text.casefold() for wording in facts.briefing.title.wordings] if facts.briefing else []


def _meant(library: Shelf, name: str) -> str:
    keys = [entry.key for entry in library.entries]
    near = [key for key in keys if name and name.casefold() in key.casefold()]
    near += [key for key in nearest(name, keys, MOST_NAMED) if key not in near]
    return (
        _("; did you mean {near}?", near=_(" or ").join(near[:MOST_NAMED])) if near else _("; `briefing list` names them all")
    )


def resolve_previous(library: Shelf, name: str, beside: Entry | None) -> tuple[Entry, Talk] | None:
    """The entry and talk that BRIEFING/TALK means; of briefings with like ids, one in the folder of `beside` comes first."""
    candidates = [entry for entry in library.entries if any(name.startswith(f"{known}/") for known in {entry.key, entry.id})]
    candidates.sort(key=lambda entry: not (beside and entry.path.parent == beside.path.parent))
    for entry in candidates:
        try:
            talks = library.read(entry).briefing.talks
        except BriefingError:
            continue
        for known in (entry.key, entry.id):
            talk = talks.get(name.removeprefix(f"{known}/"))
            if talk:
                return entry, talk
    return None
