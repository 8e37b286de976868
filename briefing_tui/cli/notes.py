"""`briefing notes`: what was noted in the reader, on one briefing or on which."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..i18n import _, several
from ..model.clock import shown_in, zone_named
from ..model.errors import BriefingError, NotFoundError
from ..model.links import Links
from . import target
from .exits import Exit
from .noted import Noted, as_markdown, as_notes_data, as_page, when
from .out import narrate, say, say_json

if TYPE_CHECKING:
    from ..notes import Kept


@click.command(name="notes")
@click.argument("name", metavar="[ID|PATH]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--markdown", "marked_up", is_flag=True, help="Print Markdown.")
def command(name: str | None, as_json: bool, marked_up: bool) -> int:
    """Print your notes on a briefing, and what you ticked; without ID, the briefings you have notes on, the newest first."""
    if as_json and marked_up:
        raise click.UsageError(_("--json and --markdown exclude each other"))
    if name is None:
        return _list(as_json, marked_up)
    noted = _noted(name)
    if as_json:
        say_json(as_notes_data(noted))
    elif noted.state.notes or noted.state.set_ticks:
        say(as_markdown(noted) if marked_up else as_page(noted))
    return Exit.OK if noted.state.notes or noted.state.set_ticks else Exit.PROBLEMS


# --- one briefing


def _noted(name: str) -> Noted:
    """What is noted on the briefing that `name` means as it does elsewhere; else on one that is no more, by its id or path."""
    from ..notes.folder import journal_path, read

    settings = target.configured()
    try:
        library, entry = target.one(name, settings)
    except NotFoundError as error:
        kept = _without_file(name, error)
        narrate(_("{path} is gone; these are the notes on it", path=kept.state.about.path if kept.state.about else name))
        return _told(kept, None)
    try:
        links = Links(library.read(entry).briefing)
    except BriefingError as error:
        links = None
        narrate(error.message)
    kept = read(journal_path(entry.path))
    if not kept.has_notes:
        narrate(_("no notes on {path}", path=entry.path))
    if links:
        _name_moved(links, kept)
    return _told(kept, links)


def _told(kept: "Kept", links: Links | None) -> Noted:
    """The notes of a journal; what could not be read of it, or is not saved yet, is said."""
    from .unsaved import tell_unsaved

    tell_unsaved(kept.path, kept.state)
    if kept.state.damages:
        size = sum(damage.size for damage in kept.state.damages)
        narrate(_("{size} damaged bytes in {path} were passed over", size=size, path=kept.path))
    if kept.state.unknown:
        narrate(
            _(
                "{unknown} entries in {path} are of a later version and are not shown",
                unknown=kept.state.unknown,
                path=kept.path,
            )
        )
    return Noted(kept.state, links)


def _without_file(name: str, error: NotFoundError) -> "Kept":
    """The only journal of a briefing that is gone, by path, else by id; raises NotFoundError."""
    from ..notes import noted

    known = [(each, each.state.about) for each in noted() if each.state.about]
    real = os.path.realpath(name)
    found = [each for each, about in known if about and about.path == real]
    found = found or [each for each, about in known if about and about.briefing == name and not each.has_file]
    if len(found) > 1:
        paths = ", ".join(each.state.about.path for each in found if each.state.about)
        raise NotFoundError(_("{name!r} may be {paths}; name one of them", name=name, paths=paths))
    if not found:
        raise error
    return found[0]


def _name_moved(links: Links, own: "Kept") -> None:
    """Say where there may be more: notes on a file of the same name that is gone."""
    from ..notes import noted

    for each in noted():
        about = each.state.about
        if about is None or about.briefing != links.briefing.id or each.path == own.path or each.has_file:
            continue
        if own.state.answers.get(each.path.name) is None:
            narrate(_("there are notes on {path}, which is gone; `briefing notes {path}` prints them", path=about.path))


# --- all briefings


def _list(as_json: bool, marked_up: bool) -> int:
    from ..notes import noted

    found = []
    for each in noted():
        if each.trouble:
            narrate(each.trouble)
        else:
            found.append(each)
    if as_json:
        say_json([_data(each) for each in found])
    else:
        _print(found, marked_up)
    if not found:
        from ..keys.keymap import Keymap
        from ..settings import load

        key = Keymap(load().settings.keys).way("note")
        narrate(_("no notes; in the reader, `{key}` writes one on whatever is under the cursor", key=key))
    return Exit.OK if found else Exit.PROBLEMS


def _print(found: Sequence["Kept"], marked_up: bool) -> None:
    """One line a briefing, titles last."""
    from ..handout.markdown import escaped

    for each in found:
        words = "  ".join(_row(each))
        say(f"- {escaped(words)}" if marked_up else words)


def _row(kept: "Kept") -> list[str]:
    about, last = kept.state.about, kept.state.last
    path = about.path if about else str(kept.path)
    title = f"{about.title} ({path if kept.has_file else _('{path}, gone', path=path)})" if about else path
    counts = [
        several("{count} note", "{count} notes", len(kept.state.notes)) if kept.state.notes else "",
        several("{count} tick", "{count} ticks", len(kept.state.set_ticks)) if kept.state.set_ticks else "",
    ]
    mark = Noted(kept.state, None).mark
    zone = zone_named(about.timezone) if about else None
    last = shown_in(last, zone) if last and zone else last
    return [when(last) if last else "-", about.briefing if about else "-", mark, ", ".join(filter(None, counts)), title]


def _data(kept: "Kept") -> dict[str, object]:
    about, last, tlp = kept.state.about, kept.state.last, Noted(kept.state, None).tlp
    return {
        "id": about.briefing if about else None,
        "path": about.path if about else None,
        "there": kept.has_file,
        "title": about.title if about else None,
        "notes": len(kept.state.notes),
        "ticks": len(kept.state.set_ticks),
        "last": last.isoformat() if last else None,
        "tlp": tlp.value if tlp else None,
        "classification": about.classification or None if about else None,
    }
