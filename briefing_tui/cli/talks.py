"""Which talk a command line names: BRIEFING/TALK, or the id or the parties of a talk somewhere in the library."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..i18n import _
from ..library import Entry, Library
from ..model.briefing import Briefing, Talk
from ..model.errors import NotFoundError
from ..model.links import Links
from ..reading.clean import clean
from ..reading.nearest import did_you_mean, nearest

MOST_NAMED = 5


class Found(NamedTuple):
    """A talk, and where it stands."""

    entry: Entry
    briefing: Briefing
    talk: Talk

    @property
    def name(self) -> str:
        """What names it and no other."""
        return f"{self.entry.key}/{self.talk.id}"


def talk_named(library: Library, name: str) -> Found:
    """The talk that `name` means; raises NotFoundError with those it may mean, if it means none or several."""
    briefing, slash, talk = name.rpartition("/")
    if slash:
        return _in_briefing(library, briefing, talk)
    found = _exact(name, _all(library)) or _meant(name, _all(library))
    return _only(name, found, _all(library), _where(library), _("; --in PATH looks in another folder"))


def talk_at(name: str) -> Found | None:
    """The talk that FILE/TALK means, FILE a path; None where there is no such file. Raises NotFoundError for the talk."""
    path, slash, talk = name.rpartition("/")
    if not (slash and os.path.isfile(path)):
        return None
    library = Library(Path(path))
    return talk_named(library, f"{library.entries[0].key}/{talk}")


def talk_names(library: Library) -> list[str]:
    """What names each talk of a library: its id where no other is called so, and BRIEFING/TALK."""
    talks = list(_all(library))
    count = Counter(found.talk.id for found in talks)
    return [*(each for each in count if count[each] == 1), *(found.name for found in talks)]


def _in_briefing(library: Library, name: str, talk: str) -> Found:
    entry = library.find(name)
    briefing = library.read(entry).briefing
    talks = [Found(entry, briefing, each) for each in briefing.talks.values()]
    names = ", ".join(each.talk.id for each in talks[:MOST_NAMED])
    found = _exact(talk, talks) or _meant(talk, talks)
    return _only(f"{name}/{talk}", found, iter(talks), str(entry.path), _("; it has {names}", names=names) if names else "")


def _all(library: Library) -> Iterator[Found]:
    for entry, briefing in library.briefings():
        for talk in briefing.talks.values():
            yield Found(entry, briefing, talk)


def _exact(name: str, talks: Iterable[Found]) -> list[Found]:
    return [found for found in talks if found.talk.id == name]


def _meant(name: str, talks: Iterable[Found]) -> list[Found]:
    return [found for found in talks if _means(name, found)]


def _means(name: str, found: Found) -> bool:
    """Whether a talk has this id, or these parties in any order, by their codes, ids or names."""
    wanted = name.casefold()
    if wanted == found.talk.id.casefold():
        return True
    links = Links(found.briefing)
    called = [{word.casefold() for word in (links.code_of(party), party.id, links.name(party))} for party in found.talk.parties]
    parts = [part.strip() for part in re.split(r"[-–,]", wanted)]
    return len(parts) == len(called) and _each_other(parts, called)


def _each_other(parts: list[str], called: list[set[str]]) -> bool:
    """Whether every part names another party."""
    if not parts:
        return True
    first, *rest = parts
    return any(first in names and _each_other(rest, called[:index] + called[index + 1 :]) for index, names in enumerate(called))


def _where(library: Library) -> str:
    return ", ".join(map(str, library.paths))


def _only(name: str, found: list[Found], known: Iterator[Found], where: str, advice: str) -> Found:
    """The only one found; raises NotFoundError with those it may be, or the nearest there are, or else the advice."""
    if len(found) == 1:
        return found[0]
    shown = clean(name, newlines=False)
    if found:
        names = ", ".join(each.name for each in found[:MOST_NAMED])
        more = _(" and {count} more", count=len(found) - MOST_NAMED) if len(found) > MOST_NAMED else ""
        raise NotFoundError(_("{shown!r} may be {names}{more}; name one of them", shown=shown, names=names, more=more))
    near = nearest(name.rpartition("/")[2], sorted({each.talk.id for each in known}), 3)
    raise NotFoundError(
        _(
            "no talk {shown!r} in {where}{did_you_mean}",
            shown=shown,
            where=clean(where, newlines=False),
            did_you_mean=did_you_mean(near) or advice,
        )
    )
