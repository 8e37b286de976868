"""What lists and cards say of the briefings of a library that nobody has opened."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..reading import no_garbage
from .facts import Facts, load, named
from .holdings import Holdings
from .scan import Scan


class Outlines(NamedTuple):
    """The facts of all files, by key, and in which briefings a person is, by id and name in small letters."""

    facts: Mapping[str, Facts] = {}
    people: Mapping[tuple[str, str], list[str]] = {}

    def sharing(self, people: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
        """The briefings in which some of these people are, by key, with the names of those: equal id and equal name."""
        found: dict[str, list[str]] = {}
        for id, name in people:
            for key in self.people.get((id, name.casefold()), ()):
                found.setdefault(key, []).append(name)
        return found


def outlined(holdings: Holdings, scan: Scan, before: Outlines) -> Outlines:
    """The outlines of what is known now; what was known `before` is not decoded again."""
    with no_garbage():
        return _outlined(holdings, scan, before)


def _outlined(holdings: Holdings, scan: Scan, before: Outlines) -> Outlines:
    facts: dict[str, Facts] = {}
    people: dict[tuple[str, str], list[str]] = {}
    for place, seen in scan.seen.items():
        data, key = holdings.facts.get(place), seen.entry.key
        if data is None:
            continue
        old = before.facts.get(key)
        known = old if old and old.data is data and old.entry == seen.entry else load(data, seen.entry, named(seen.entry.path))
        facts[key] = known
        for id, name in known.briefing.people if known.briefing else ():
            people.setdefault((id, name.casefold()), []).append(key)
    return Outlines(facts, people)
