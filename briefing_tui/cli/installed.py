"""Which packages are installed: told by the names of their folders of facts, in a tenth of `importlib.metadata`'s time."""

import os
import re
import sys
from pathlib import Path

OWN = "briefing-tui"
"""What the program is called as a package."""
_INFO = re.compile(r"(?P<name>.+?)-(?P<version>[^-]+)\.dist-info")


def installed() -> dict[str, tuple[str, Path]]:
    """The version and the folder of facts of each package that can be imported, by its normalized name (PEP 503)."""
    found: dict[str, tuple[str, Path]] = {}
    for place in sys.path:
        try:
            names = os.listdir(place or ".")
        except OSError:
            continue
        for name in names:
            if match := _INFO.fullmatch(name):
                found.setdefault(normal(match["name"]), (match["version"], Path(place, name)))
    return found


def normal(name: str) -> str:
    """The name of a package as it is compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
