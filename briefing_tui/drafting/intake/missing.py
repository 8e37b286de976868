"""What is said where a library for a kind of document is not installed."""

from ...model.errors import UnreadableError


def missing(name: str, kind: str) -> UnreadableError:
    """The error for a document of a kind that needs the extra `documents`."""
    return UnreadableError(f"{name}: {kind} needs a library that is not installed; pip install 'briefing-tui[documents]'")
