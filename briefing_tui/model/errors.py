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
