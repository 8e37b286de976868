"""Objects that only each other know: they go in a pause, not between a key and its answer."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from briefing_tui.ui import cycles
from briefing_tui.ui.cycles import Cycles


class Loop:
    def __init__(self) -> None:
        self.me = self


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    clock = Clock()
    monkeypatch.setattr(cycles, "monotonic", clock)
    monkeypatch.setattr(cycles, "MADE", 0)
    gc.disable()
    yield clock
    gc.enable()


def loop() -> "weakref.ref[Loop]":
    gc.collect()
    made = Loop()
    return weakref.ref(made)


def test_they_go_in_a_pause_after_the_last_key(clock: Clock) -> None:
    kept, each = Cycles(), loop()
    kept.key()
    kept.beat()
    assert each()
    clock.now = cycles.PAUSE + 0.1
    kept.beat()
    assert each() is None


def test_they_go_in_the_end_though_keys_never_stop(clock: Clock) -> None:
    kept, each = Cycles(), loop()
    clock.now = cycles.LATEST + 0.1
    kept.key()
    kept.beat()
    assert each() is None


def test_old_ones_go_in_a_longer_pause(clock: Clock) -> None:
    kept = Cycles()
    made = Loop()
    each = weakref.ref(made)
    for _ in range(3):
        gc.collect(1)
    del made
    for _ in range(cycles.YOUNG + 2):
        clock.now += cycles.PAUSE + 0.1
        kept.beat()
    assert each() is None


def test_what_python_searches_by_itself_is_left_to_it(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    gc.enable()
    monkeypatch.setattr(gc, "collect", pytest.fail)
    clock.now = 100
    Cycles().beat()
