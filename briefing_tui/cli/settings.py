"""The user's settings as a command takes them: what is wrong with them is said."""

from ..settings import Loaded, load
from ..settings.loading import path
from .out import complain


def loaded() -> Loaded:
    """The settings, and what is wrong with them, which is said."""
    found = load()
    for complaint in found.complaints:
        complain(complaint.said(str(path())))
    return found
