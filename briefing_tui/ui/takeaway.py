"""Copying, from the key to the message: what is taken, in which form, whether a rule forbids it, how it went."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from threading import get_ident
from typing import TYPE_CHECKING

from ..i18n import _, later, word
from ..model.errors import BriefingError, RefusedError
from ..model.fields import Kind
from .cards import Subject
from .cards.page import Page
from .copier import Copier
from .items import Item
from .shown import Shown
from .taken import Taken, forms, taken, taken_line
from .targets import There
from .timers import once

if TYPE_CHECKING:
    from ..search.results import Hit
    from .app import BriefingApp
    from .cards.grid import Stop

INSISTING = later("{key} copies it after a typed yes")


class TakeAway:
    """Takes things out of the briefings of an app; also what a copier needs of that app."""

    def __init__(self, app: BriefingApp) -> None:
        self.app = app
        self.copier = Copier(self)
        self._home = get_ident()

    # --- what a user asks for

    def copy(self, subject: Subject | There) -> None:
        """Copy a thing or a section of the briefing shown, or a thing of another, as plain text."""
        if found := self._stands(subject):
            self._copy(lambda: taken(*found))

    def _stands(self, subject: Subject | There) -> tuple[Shown, Subject] | None:
        """What is to be copied, and from which briefing; None, and that is said, if that is no more."""
        if not isinstance(subject, There):
            return self.app.desk.shown, subject
        shown = self.app.desk.shown_of(subject.key)
        if shown is None:
            self.say(_("no longer in this library"))
            return None
        return shown, subject.ref if subject.ref.kind is not Kind.BRIEFING else Page.ABOUT

    def copy_entry(self, stop: Stop) -> None:
        """Copy the entry of a section one stands on, as plain text, the one form it has."""
        from .taken_entry import taken_entry

        try:
            self.copier.copy(taken_entry(self.app.desk.shown, stop))
        except RefusedError as error:
            self.say(_("not copied, {reason}", reason=error.message))
        except BriefingError as error:
            self.say(error.message)

    def copy_hit(self, hit: Hit) -> None:
        """Copy what was found, in whatever briefing."""
        shown = self.app.desk.shown_of(hit.passage.briefing)
        if shown and shown.view.links.record(hit.passage.ref):
            self._copy(lambda: _of_hit(shown, hit))
        else:
            self.say(_("no longer in its briefing"))

    def _copy(self, take: Callable[[], Taken]) -> None:
        try:
            self.copier.copy(take())
        except RefusedError as error:
            way = _(INSISTING, key=self.app.keymap.way("copy-as"))
            self.say(_("not copied, {reason}; {way}", reason=error.message, way=way))
        except BriefingError as error:
            self.say(error.message)

    def copy_as(self, subject: Subject | There) -> None:
        """Let the user pick a form, then copy in that; what a rule forbids after a typed yes."""
        from .screens.pick import Picker

        found = self._stands(subject)
        if not found:
            return
        shown, thing = found
        items = [Item(form.value, word(form)) for form in forms(shown, thing)]
        picked = Picker(_("copy as"), lambda: items, _("copy"))
        self.app.push_screen(picked, lambda form: self._copy_in(shown, thing, form) if form else None)

    def _copy_in(self, shown: Shown, subject: Subject, name: str) -> None:
        from ..handout.forms import Form

        form = Form(name)
        try:
            self.copier.copy(taken(shown, subject, form))
        except RefusedError as error:
            self._insist(error.message, lambda: self._copy(lambda: taken(shown, subject, form, openly=True)))
        except BriefingError as error:
            self.say(error.message)

    def _insist(self, reason: str, do: Callable[[], None]) -> None:
        from .screens.insist import Insist

        self.app.push_screen(Insist(reason), lambda yes: do() if yes else self.say(_("not copied, {reason}", reason=reason)))

    def leave(self) -> None:
        """Take back from the clipboard what may not stay there when nobody is left to do it."""
        self.copier.leave()

    # --- what a copier needs

    def write_to_terminal(self, sequence: str) -> None:
        """Write an escape sequence."""
        self.app.write_to_terminal(sequence)

    def say(self, message: str) -> None:
        """Say something on the last row."""
        self.app.say(message)

    def hold(self, text: str) -> None:
        """Keep what was copied for pasting within the program."""
        self.app.hold(text)

    def after(self, seconds: float, do: Callable[[], None]) -> None:
        """Do something later, in the app's own thread."""
        once(self.app, seconds, do)

    def in_thread(self, do: Callable[[], None]) -> None:
        """Do something at once, in another thread."""
        self.app.run_worker(do, group="clipboard", thread=True)

    def call(self, do: Callable[[], None]) -> None:
        """Do something in the app's own thread; nothing once the app is gone."""
        if get_ident() == self._home:
            do()
        else:
            with suppress(RuntimeError):
                self.app.call_from_thread(do)


def clear_left(app: BriefingApp, began: float) -> None:
    """Take off the clipboard, in a thread, what a program that was killed left there before `began`, and say so."""
    from .due import pay
    from .osc52 import clearing

    cleared, sent = pay(began)
    if cleared:
        app.call_later(app.write_to_terminal, clearing(os.environ) if sent else "")
        app.call_later(app.say, _("clipboard cleared: a copy was left"))


def _of_hit(shown: Shown, hit: Hit) -> Taken:
    from ..model.passage import Sort

    return taken_line(shown, hit.passage) if hit.passage.sort is Sort.LINE else taken(shown, hit.passage.ref)
