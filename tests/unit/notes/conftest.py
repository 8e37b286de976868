"""Notes wait for the disk all the time: their tests have a folder in memory where there is such a one."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

QUICK = Path("/dev/shm")


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    usable = QUICK.is_dir() and os.access(QUICK, os.W_OK)
    with tempfile.TemporaryDirectory(prefix="briefing-notes-", dir=QUICK if usable else None) as folder:
        yield Path(folder)
