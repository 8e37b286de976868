"""No test meets the user's own cache, notes or language; those it has are in memory where there is such a folder.

No example of a property has a deadline: a machine may be busy with other things.
"""

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

QUICK = Path("/dev/shm")
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def _nothing_for_good() -> Iterator[None]:
    """What a reader freezes, because it lives as long as its process, goes with the test."""
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _own_folders(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    usable = QUICK.is_dir() and os.access(QUICK, os.W_OK)
    with tempfile.TemporaryDirectory(prefix="briefing-", dir=QUICK if usable else None, ignore_cleanup_errors=True) as folder:
        monkeypatch.setenv("XDG_CACHE_HOME", folder)
        for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("LANG", "C.UTF-8")
        monkeypatch.setenv("XDG_STATE_HOME", os.path.join(folder, "state"))
        yield
