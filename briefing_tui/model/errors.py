"""The errors this program raises on purpose: each has a short title and a message that says what to do."""


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
