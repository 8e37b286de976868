"""What is said where a library for a kind of document is not installed."""

from ...i18n import _
from ...model.errors import UnreadableError


def missing(name: str, kind: str) -> UnreadableError:
    """The error for a document of a kind that needs the extra `documents`."""
    return UnreadableError(
        _("{name}: {kind} needs a library that is not installed; pip install 'briefing-tui[documents]'", name=name, kind=kind)
    )
