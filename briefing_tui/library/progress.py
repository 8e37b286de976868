"""How far reading has come."""

import time
from dataclasses import dataclass, field

from ..i18n import _, number, several


@dataclass
class Progress:
    """How many files of how many are read, how many passages are searchable, and how much is left to be done."""

    files: int = 0
    of: int = 0
    passages: int = 0
    bytes: int = 0
    of_bytes: int = 0
    started: float = field(default_factory=time.monotonic)

    def add(self, files: int, passages: int, bytes: int) -> None:
        """So much more is done."""
        self.files += files
        self.passages += passages
        self.bytes += bytes

    def words(self) -> str:
        """`reading 1,200 of 10,000 files · 72,000 passages · 12 s left`."""
        parts = [several("reading {done} of {count} file", "reading {done} of {count} files", self.of, done=number(self.files))]
        parts += [several("{count} passage", "{count} passages", self.passages)] if self.passages else []
        left = self.left()
        return " · ".join(parts + ([_("{time} left", time=left)] if left else []))

    def left(self) -> str:
        """The time left, as far as it can be told; empty while it cannot."""
        if not self.bytes or self.bytes >= self.of_bytes:
            return ""
        seconds = (time.monotonic() - self.started) * (self.of_bytes - self.bytes) / self.bytes
        return f"{seconds / 60:.0f} min" if seconds > 90 else f"{max(1, seconds):.0f} s"
