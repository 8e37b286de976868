"""Letting the user edit a file in an editor of their own, while the reader steps aside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from .. import places
from ..editor import command
from ..i18n import _
from ..library.memo import fingerprint
from ..model.errors import BriefingError

if TYPE_CHECKING:
    from .app import BriefingApp
    from .cards import Subject
    from .targets import There


def edit(app: BriefingApp, subject: Subject | There | None) -> None:
    """Open the file at the line of a thing; show it anew when the editor has ended."""
    try:
        path, line = app.desk.stands(subject)
        words = command(path, line)
    except BriefingError as error:
        app.reader.say(error.message)
        return
    before = fingerprint(path)
    try:
        with app.suspend():
            code = app.exits.lend(words)
    except SuspendNotSupported:
        app.reader.say(_("no editor can be opened from here"))
        return
    app.refresh()
    if code:
        app.reader.say(_("{command} ended with {code}", command=Path(words[0]).name, code=code))
    app.reload()
    if path.parent == places.SHIPPED and fingerprint(path) != before:
        app.reader.say(_("this briefing came with the program, whose next version replaces it; keep a copy in your own folder"))
