"""Ending the program by a key, and what is given back to the user then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import _

if TYPE_CHECKING:
    from .app import BriefingApp
    from .notebook import Notebook


class Leaving:
    """Ends the program; if a note would be lost, only if the key after the warning asks for it again."""

    def __init__(self, app: BriefingApp) -> None:
        self._app = app
        self._warned = self._warning = False

    @property
    def _notebook(self) -> Notebook | None:
        """The notes, if they were loaded."""
        return self._app.__dict__.get("notebook")

    def key(self) -> None:
        """Another key is pressed: a warning counts for one."""
        self._warned, self._warning = self._warning, False

    def leave(self, code: int) -> None:
        """End the program with an exit code, or warn."""
        if not self._warned and self._notebook and self._notebook.unkept():
            self._warning = True
            self._app.say(_("a note is not saved; quit again loses it"))
        else:
            self._app.exit(return_code=code)

    def given_back(self) -> list[str]:
        """Notes that are kept nowhere, after the program ended."""
        return self._notebook.given_back() if self._notebook else []
