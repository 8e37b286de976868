"""What the last row says first: what is wrong with the settings and folders, or, on the very first start, eight keys."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from .. import places
from ..i18n import _, pgettext
from ..keys.table import ROWS
from ..settings import Complaint
from .hints import shortened
from .runs import Line, Run, width

if TYPE_CHECKING:
    from .app import BriefingApp

MARKER = "greeted"
"""The file in the state folder that says that the eight keys were named: they are never named again."""
EIGHT = ("search", "open", "link-next", "close", "note", "tick", "now", "help")
"""The commands a user needs, in the order they are named."""
PLAIN = ("open", "close", "link-next", "search", "now", "note", "tick", "help")
"""The same, those that say most by themselves first: they lose their words first where there is no room for all."""
_GAPS = (3, 2, 1)
"""Blanks between two keys, as many as there is room for."""


def greet(app: BriefingApp, complaints: Sequence[Complaint]) -> None:
    """Say what is wrong with the user's folder and settings; with nothing wrong, name the eight keys, once in a life."""
    wrong = [] if can_save() else [_("notes cannot be saved; `briefing doctor` says why")]
    if complaints:
        wrong.append(_mistakes(app, complaints, app.reader.hints.room - sum(len(text) + 2 for text in wrong)))
    if wrong:
        app.say("; ".join(wrong))
    elif not app.manner.linear and first_time():
        hints = app.reader.hints
        hints.stay(eight_keys({id: (app.reader.key(id), _hint(id)) for id in EIGHT}, hints.room))


def can_save() -> bool:
    """Whether the user may write in the folder of notes, or make it."""
    folder = places.state_folder()
    there = next(each for each in (folder, *folder.parents) if os.path.lexists(each))
    return os.path.isdir(there) and os.access(there, os.W_OK | os.X_OK)


def _mistakes(app: BriefingApp, complaints: Sequence[Complaint], room: int) -> str:
    """What is wrong with the settings, in full where there is room for it, else how many mistakes and what lists them."""
    count, key, first = len(complaints), app.keymap.way("summary"), complaints[0].said()
    if count > 1:
        whole = f"{first} {_('(1 of {count}; {key} lists them)', count=count, key=key)}"
        bare = _("{count} mistakes in config.toml", count=count)
        listed = _("{count} mistakes in config.toml: {key} lists them", count=count, key=key)
    else:
        whole, bare = first, _("a mistake in config.toml")
        listed = _("a mistake in config.toml: {key} shows it", key=key)
    fitting = (text for text in (whole, listed) if app.manner.linear or width((Run(text),)) <= room)
    return next(fitting, bare)


def _hint(id: str) -> str:
    return pgettext("hint", ROWS[id].hint) if ROWS[id].hint else _("back")


def first_time() -> bool:
    """Whether the keys were never named before; from now on they were. False, too, where that cannot be remembered."""
    place = places.state_folder() / MARKER
    with suppress(OSError):
        place.parent.mkdir(0o700, parents=True, exist_ok=True)
        os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))
        return True
    return False


def eight_keys(keys: Mapping[str, tuple[str, str]], room: int) -> Line:
    """Keys with a word each, by command, in so many cells: shorter words, fewer or none where room is short."""
    line: Line = ()
    for pairs in _shorter(keys):
        for gap in _GAPS:
            line = _line(pairs, gap)
            if width(line) <= room:
                return line
    return line


def _shorter(keys: Mapping[str, tuple[str, str]]) -> Iterator[Iterable[tuple[str, str]]]:
    yield keys.values()
    shorter = shortened()
    short = {id: (shorter.get(key, key), shorter.get(word, word)) for id, (key, word) in keys.items()}
    yield short.values()
    for id in PLAIN:
        short[id] = (short[id][0], "")
        yield short.values()


def _line(pairs: Iterable[tuple[str, str]], gap: int) -> Line:
    runs: list[Run] = []
    for key, word in pairs:
        runs += [Run(" " * gap if runs else ""), Run(key, "key"), Run(f" {word}" if word else "", "muted")]
    return tuple(run for run in runs if run.text)
