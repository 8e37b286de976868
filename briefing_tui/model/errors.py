"""The errors this program raises on purpose: each has a short title and a message that says what to do."""

import errno
import os

from ..i18n import later, said

_REASONS = {
    errno.ENOENT: later("No such file or directory"),
    errno.EACCES: later("Permission denied"),
    errno.EPERM: later("Operation not permitted"),
    errno.ENOSPC: later("No space left on device"),
    errno.EROFS: later("Read-only file system"),
    errno.EISDIR: later("Is a directory"),
    errno.ENOTDIR: later("Not a directory"),
    errno.EIO: later("Input/output error"),
}
"""The system's own words for why a call failed, where they are translated."""
NOT_UTF8 = later("is not UTF-8")
_OTHERS = (later("File is not a zip file"), later("Stream has ended unexpectedly"))
"""What libraries say of broken documents, where it is translated."""


def reason(error: Exception, *, within: bool = False) -> str:
    """Why a call failed, in the language spoken if it is one of the usual reasons; `within` a sentence, in a small letter."""
    known = NOT_UTF8 if isinstance(error, UnicodeDecodeError) else _REASONS.get(getattr(error, "errno", None) or 0)
    other = getattr(error, "strerror", None) or str(error)
    text = said(known) if known else said(other) if other in _OTHERS else other
    return text[:1].lower() + text[1:] if within else text


def failed(error: Exception) -> str:
    """Why a call failed, behind the name of the file if the system says which it was."""
    name = getattr(error, "filename", None)
    return f"{os.fsdecode(name)}: {reason(error)}" if isinstance(name, (str, bytes)) else reason(error)


class BriefingError(Exception):
    """Something the user can understand and mend."""

    title = "Error"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UnreadableError(BriefingError):
    """A file that cannot be shown at all; the message is `path:line:column: why`."""

    title = "Cannot read"


class NotFoundError(BriefingError):
    """Nothing answers to what was asked for."""

    title = "Not found"


class RefusedError(BriefingError):
    """A rule of the file forbids what was asked for; the message names the rule."""

    title = "Refused"


class NotSavedError(BriefingError):
    """What the user wrote is not on the disk; whoever asked for it still has the text."""

    title = "Not saved"
