import os
import signal
import threading

import pytest

from briefing_tui.cli.ahead import ahead
from briefing_tui.model.errors import NotFoundError


def test_the_result_comes_from_another_process() -> None:
    work = ahead(os.getpid)
    assert work() != os.getpid()


def test_what_the_work_raises_is_raised_when_it_is_waited_for() -> None:
    def work() -> None:
        raise NotFoundError("no such briefing")

    waiting = ahead(work)
    with pytest.raises(NotFoundError, match="no such briefing"):
        waiting()


def test_work_whose_process_died_is_done_here() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert ahead(work)() == "done"


def test_a_result_that_cannot_be_sent_is_made_here() -> None:
    lock = ahead(threading.Lock)()
    assert lock.acquire(blocking=False)


def test_without_fork_the_work_is_done_when_it_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert ahead(os.getpid)() == os.getpid()


def test_where_no_process_can_be_made_the_work_is_done_when_it_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", fork)
    before = os.listdir("/dev/fd")
    assert ahead(os.getpid)() == os.getpid()
    assert os.listdir("/dev/fd") == before
