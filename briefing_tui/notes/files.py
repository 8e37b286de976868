"""The file calls of notes, all through one small object: a test puts another in its place, which fails or dies at any call."""

import fcntl
import os
from pathlib import Path

OWN_FILE = 0o600
OWN_FOLDER = 0o700


class Files:
    """The calls as the system makes them; each raises OSError as the system does."""

    def open(self, path: Path, flags: int) -> int:
        """A file, made for its owner only if it is made."""
        return os.open(path, flags | os.O_CLOEXEC, OWN_FILE)

    def close(self, file: int) -> None:
        """Close a file, which lets go of its lock."""
        os.close(file)

    def read(self, file: int, size: int, at: int) -> bytes:
        """At most `size` bytes from an offset on; none at the end."""
        return os.pread(file, size, at)

    def write(self, file: int, data: bytes) -> int:
        """Write some of the data and give how many bytes of it."""
        return os.write(file, data)

    def fsync(self, file: int) -> None:
        """Return when the file, or folder, is on the disk for good; on macOS, that takes more than `fsync`."""
        full = getattr(fcntl, "F_FULLFSYNC", None)
        if full is not None:
            try:
                fcntl.fcntl(file, full)
                return
            except OSError:
                pass
        os.fsync(file)

    def flock(self, file: int, how: int) -> None:
        """Lock a file."""
        fcntl.flock(file, how)

    def truncate(self, file: int, size: int) -> None:
        """Cut a file."""
        os.ftruncate(file, size)

    def fstat(self, file: int) -> os.stat_result:
        """The facts of an open file."""
        return os.fstat(file)

    def chmod(self, file: int, mode: int) -> None:
        """Change who may do what with an open file or folder."""
        os.fchmod(file, mode)

    def stat(self, path: Path) -> os.stat_result:
        """The facts of what is at a path."""
        return path.stat()

    def mkdir(self, path: Path) -> None:
        """Make a folder for its owner only."""
        path.mkdir(OWN_FOLDER)

    def rename(self, path: Path, to: Path) -> None:
        """Give a file another name, in place of what had it."""
        path.rename(to)

    def unlink(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def names(self, folder: Path) -> list[str]:
        """What is in a folder, sorted."""
        return sorted(os.listdir(folder))


DISK = Files()
"""The real ones."""
