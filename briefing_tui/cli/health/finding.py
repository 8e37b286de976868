"""What is said of one thing: how it is, and how to mend it."""

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """How a thing is: as it should be, worth a word, or in the way."""

    OK = "ok"
    ADVICE = "advice"
    PROBLEM = "problem"


class Finding(NamedTuple):
    """One thing that was looked at, in `what`; `mend` is what to do if that is not ok."""

    state: State
    about: str
    what: str
    mend: str = ""


def ok(about: str, what: str) -> Finding:
    """A thing that is as it should be."""
    return Finding(State.OK, about, what)


def advice(about: str, what: str, mend: str) -> Finding:
    """A thing that works, and could do better."""
    return Finding(State.ADVICE, about, what, mend)


def problem(about: str, what: str, mend: str) -> Finding:
    """A thing that is in the way."""
    return Finding(State.PROBLEM, about, what, mend)
