"""Where the documents of a segment come from."""

from typing import NamedTuple


class Source(NamedTuple):
    """A file as it was at one reading: `path` names the file, `batch` the reading."""

    path: str
    batch: str
