"""Asks questions in a thread of its own: the newest one wins, so who asks never waits and nothing queues up."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

Question = TypeVar("Question")


class Asker(Generic[Question]):
    """Calls `answer` with the newest question, in one thread that lives until `close`; older questions are dropped.

    `answer` must not raise: nobody would hear of it.
    """

    def __init__(self, answer: Callable[[Question], None]) -> None:
        self._answer = answer
        self._questions: SimpleQueue[Question | None] = SimpleQueue()
        Thread(target=copy_context().run, args=(self._run,), name="search", daemon=True).start()

    def ask(self, question: Question) -> None:
        """Ask this, and forget what waits."""
        self._questions.put(question)

    def close(self) -> None:
        """End the thread, once it has answered what it is about."""
        self._questions.put(None)

    def _run(self) -> None:
        while (question := self._newest()) is not None:
            self._answer(question)

    def _newest(self) -> Question | None:
        question = self._questions.get()
        while question is not None and not self._questions.empty():
            question = self._questions.get()
        return question
