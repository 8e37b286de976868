"""Folders of briefings: which files there are, what each holds, which one to open, which one is meant.

`library`   the library itself, `shelf` its files, read when asked for, `memo` what is kept of them until they change
`folders`   the files of a folder, and the keys they are known by
`opening`   the briefing to open first
`names`     the briefing that a name, path or title means
`facts`     what a list says of a briefing
`across`    advice that one file cannot give
"""

from .folders import Entry
from .library import Library

__all__ = ["Entry", "Library"]
