"""The bytes of a file that people write, and that may be anything by now."""

import os
import stat
from pathlib import Path

from ..i18n import _, number

LARGEST = 100_000
"""No file of settings has more bytes than this."""


def contents(path: Path) -> bytes:
    """What is in a file; raises FileNotFoundError if there is none, and OSError, with the reason, if it cannot be read."""
    file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        about = os.fstat(file)
        if not stat.S_ISREG(about.st_mode):
            raise OSError(0, _("is no file"))
        if about.st_size > LARGEST:
            raise OSError(0, _("has more than {count} bytes", count=number(LARGEST)))
        return os.read(file, LARGEST)
    finally:
        os.close(file)
