"""The user's settings as a command takes them: what is wrong with them is said."""

from ..i18n import use
from ..settings import Loaded, load
from ..settings.loading import path
from .out import complain


def loaded() -> Loaded:
    """The settings, in whose language the program speaks from now on, and what is wrong with them, which is said."""
    found = load()
    if use(found.settings.lang) and found.complaints:
        found = load()
    for complaint in found.complaints:
        complain(complaint.said(str(path())))
    return found
