"""No test meets the user's own cache or notes; those it has are in memory where there is such a folder."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

QUICK = Path("/dev/shm")


@pytest.fixture(autouse=True)
def _own_folders(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    usable = QUICK.is_dir() and os.access(QUICK, os.W_OK)
    with tempfile.TemporaryDirectory(prefix="briefing-", dir=QUICK if usable else None, ignore_cleanup_errors=True) as folder:
        monkeypatch.setenv("XDG_CACHE_HOME", folder)
        monkeypatch.setenv("XDG_STATE_HOME", os.path.join(folder, "state"))
        yield
