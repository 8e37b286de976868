"""Records of a library's briefings, each with where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .briefing import Ask, FollowUp, Point, Progress, Record, Talk
from .dates import Period
from .fields import Ref
from .links import Links
from .marking import Tlp
from .meetings import when

Rec = TypeVar("Rec", bound=Record, covariant=True)
Item = TypeVar("Item", Ask, FollowUp)
Each = TypeVar("Each", bound="Found[Any]")


@dataclass(frozen=True, slots=True, eq=False)
class Found(Generic[Rec]):
    """A record with where it stands: `key` is its briefing's in the library, `ref` leads to it there.

    What cannot be referred to has the reference of what it is in. `links` are its briefing's, for names and markings.
    """

    key: str
    ref: Ref
    date: Period
    links: Links
    record: Rec

    @property
    def tlp(self) -> Tlp | None:
        """The strictest marking of the record, what is in it and what it names."""
        return self.links.strictness(self.record)


@dataclass(frozen=True, slots=True, eq=False)
class FoundTalk(Found[Talk]):
    """A talk: what was asked and what comes next have what is open before what is done or dropped."""

    @property
    def agreed(self) -> tuple[Point, ...]:
        """What both sides agreed."""
        return self.record.agreed

    @property
    def asked(self) -> tuple[Ask, ...]:
        """What was requested."""
        return open_first(self.record.asks)

    @property
    def next(self) -> tuple[FollowUp, ...]:
        """What is to be done, as the talk or its briefing lists it."""
        listed = (item for item in self.links.briefing.follow_ups if item.talk == self.ref)
        return open_first((*self.record.follow_ups, *listed))


def open_first(items: Iterable[Item]) -> tuple[Item, ...]:
    """What is open before what is done or dropped, else as they stand."""
    return tuple(sorted(items, key=lambda item: item.status is not Progress.OPEN))


def newest_first(found: Iterable[Each]) -> tuple[Each, ...]:
    """By date; what is of one date by briefing, and there in the order of the file."""
    return tuple(sorted(sorted(found, key=lambda each: each.key), key=lambda each: when(each.date), reverse=True))
