"""Collects what is found in one file, in any order, and not without end."""

from typing import NamedTuple

from ..i18n import later, number
from ..i18n import said as _
from ..model.errors import UnreadableError
from .messages import Message, Weight
from .nodes import column_of, line_of

MOST = 1000
"""How many messages of one weight are kept; what is beyond them is counted."""


class Wanted(NamedTuple):
    """What a file should be, and how such a file begins."""

    called: str
    start: str


BRIEFING = Wanted(later("briefing"), later("start it with 'title: …' and 'date: …'"))
REGISTRY = Wanted(later("registry"), later("start it with 'participants:', 'glossary:' or 'sources:'"))


class Findings:
    """Collects what is found in one file; `path` is the file as it is named in messages."""

    def __init__(self, path: str, wanted: Wanted = BRIEFING) -> None:
        self.path = path
        self.wanted = wanted
        self._problems: list[Message] = []
        self._advice: list[Message] = []
        self._beyond = 0
        self.cut: Message | None = None
        self.broken: tuple[int, str] | None = None
        """Where and why nothing more is read, if the file is cut off."""
        self._moved: dict[int, list[tuple[int, int]]] = {}

    @property
    def full(self) -> bool:
        """Whether more problems would only be counted, so that nobody need say what they are."""
        return len(self._problems) >= MOST

    def problem(self, at: int, text: str) -> None:
        """Reports a mistake at the place `at`."""
        self._add(at, text, self._problems, Weight.PROBLEM)

    def advise(self, at: int, text: str) -> None:
        """Reports something harmless at the place `at`."""
        self._add(at, text, self._advice, Weight.ADVICE)

    def go_on(self, at: int, text: str) -> None:
        """Says more of the mistake that was reported last at the place `at`."""
        told = self._message(at, Weight.PROBLEM, text)
        for index, message in reversed(list(enumerate(self._problems))):
            if (message.line, message.column) == (told.line, told.column):
                self._problems[index] = message._replace(text=f"{message.text}; {text}")
                return

    def cut_off(self, at: int, text: str) -> None:
        """Reports a mistake behind which nothing is read."""
        self.broken = (at, text)
        self.cut = self._message(at, Weight.PROBLEM, _("{why}; only what stands before it is shown", why=text))
        self._problems.append(self.cut)

    def refusal(self, at: int, why: str) -> UnreadableError:
        """The error that says why nothing of the file can be shown."""
        return UnreadableError(
            _("{file}:{line}:{column}: {why}", file=self.path, line=line_of(at), column=column_of(at), why=why)
        )

    def moved(self, at: int, by: int) -> None:
        """From the place `at` to the end of its line, what is read stands `by` columns further right than in the file."""
        self._moved.setdefault(line_of(at), []).insert(0, (column_of(at), by))

    def _message(self, at: int, weight: Weight, text: str) -> Message:
        line, column = line_of(at), column_of(at)
        for start, by in self._moved.get(line, ()):
            column -= by if column >= start else 0
        return Message(self.path, line, column, weight, text)

    def _add(self, at: int, text: str, found: list[Message], weight: Weight) -> None:
        if len(found) < MOST:
            found.append(self._message(at, weight, text))
        else:
            self._beyond += 1

    def sorted(self) -> tuple[Message, ...]:
        """All messages in order of place, and where there were too many, how many more."""
        messages = sorted({*self._problems, *self._advice})
        if self._beyond:
            weight = Weight.PROBLEM if self.full else Weight.ADVICE
            more = _("and {beyond} more messages; mend these first", beyond=number(self._beyond))
            messages.append(Message(self.path, messages[-1].line, messages[-1].column, weight, more))
        return tuple(messages)
