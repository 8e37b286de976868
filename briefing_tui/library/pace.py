"""How fast something is gone through: `iter` is as fast as can be."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Pace = Callable[[Iterable[Any]], Iterator[Any]]

STEP = 0.001
"""Seconds of work after which others get their turn: whoever types meanwhile waits no longer than that."""
REST = 0.003
"""Seconds they get."""


def gently(items: Iterable[Any]) -> Iterator[Any]:
    """Some items, so slowly that nobody who works beside it feels it: it takes four times as long."""
    begun = time.perf_counter()
    for item in items:
        yield item
        if time.perf_counter() - begun > STEP:
            time.sleep(REST)
            begun = time.perf_counter()
