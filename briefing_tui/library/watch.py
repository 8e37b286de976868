"""Keeping a library up to date while somebody looks at it: told by the system what changed, or looking now and then."""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from .folders import REGISTRY, SUFFIXES
from .upkeep import Upkeep

if TYPE_CHECKING:
    from watchfiles import Change

STEP = 20
"""Milliseconds between two looks at what the system has told; a change is known after one to three of them."""
BREATH = 250
"""Milliseconds after which what goes on in the background is seen to, whether there is a change or not."""
FOLLOW = 0.3
"""Seconds between two looks at what another program has written."""
ROUND = 30.0
"""Seconds between two looks at all files: some file systems tell nothing of what other machines do."""
SELDOM = 200
"""How many times as long as such a look takes passes at least before the next: who types meanwhile feels it."""
POLL = 2.0
"""The same where the system tells nothing at all."""


def attend(upkeep: Upkeep, stop: Event) -> None:
    """Keep a library up to date until `stop` is set, and let another program write then."""
    try:
        upkeep.warm()
        while not stop.is_set():
            if upkeep.following:
                _follow(upkeep, stop)
            else:
                _watch(upkeep, stop)
    finally:
        upkeep.close()


def _follow(upkeep: Upkeep, stop: Event) -> None:
    """Take in what the program that writes has written, and take its place once it has ended."""
    while upkeep.following and not stop.wait(FOLLOW):
        if upkeep.claim() or upkeep.damaged or upkeep.suspect:
            upkeep.update()
        elif upkeep.follow():
            upkeep.outline()
            upkeep.tell()


def _watch(upkeep: Upkeep, stop: Event) -> None:
    """Bring up to date what changes. What changed before the system was listening is found by a first look at all."""
    looked = 0.0
    told = _told(upkeep.shelf.roots, stop)
    wait = ROUND
    while not stop.is_set():
        try:
            places = next(told)
        except StopIteration:
            return
        except (OSError, RuntimeError):
            wait, told = POLL, _nothing(stop)
            continue
        if upkeep.damaged or upkeep.suspect or time.monotonic() - looked > wait or _concerns_all(upkeep, places):
            begun = time.monotonic()
            upkeep.update()
            looked = time.monotonic()
            wait = max(wait, SELDOM * (looked - begun))
        elif known := [place for place in places if upkeep.knows(place)]:
            upkeep.changed(known)
        elif upkeep.restless:
            upkeep.settle()
            upkeep.tidy()


def _told(roots: Iterable[str], stop: Event) -> Iterator[set[str]]:
    """What the system tells of changes, place by place; nothing after every BREATH. Raises OSError where it tells nothing."""
    from watchfiles import watch

    folders = [root for root in roots if os.path.isdir(root)]
    beside = {os.path.dirname(root) for root in roots} - set(folders)
    changes = watch(
        *(folders or beside),
        watch_filter=_matters,
        debounce=4 * STEP,
        step=STEP,
        stop_event=stop,
        rust_timeout=BREATH,
        yield_on_timeout=True,
        raise_interrupt=False,
        recursive=bool(folders),
        ignore_permission_denied=True,
    )
    for change in changes:
        yield {path for _, path in change}


def _nothing(stop: Event) -> Iterator[set[str]]:
    while not stop.wait(BREATH / 1000):
        yield set()


def _matters(_: "Change", path: str) -> bool:
    name = os.path.basename(path)
    return not name.startswith(".") and (name.endswith(SUFFIXES) or "." not in name or ".tsv" in name)


def _concerns_all(upkeep: Upkeep, places: Iterable[str]) -> bool:
    """Whether a file came that is not known, a folder came or went, or what lends to many files changed."""
    for place in places:
        if os.path.basename(place) == REGISTRY or (Path(place).suffix in SUFFIXES and not upkeep.knows(place)):
            return True
        if not upkeep.knows(place) and (os.path.isdir(place) or upkeep.knows_below(place)):
            return True
    return False
