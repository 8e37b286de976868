"""What the exit code says."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of every command; those above 128 name the signal that ended it, as shells do."""

    OK = 0
    PROBLEMS = 1
    """`check` found problems, `search` found nothing, `list` has nothing to list, `notes` has none."""
    MISUSE = 2
    """The command line is wrong, or what it names cannot be read."""
    INTERRUPTED = 130
    PIPE_CLOSED = 141
