"""Advice that one file cannot give: on talks of other briefings, people who may be one, and copies of sources beside the file.

And what only who checks wants to know: of threats that nobody raised.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..i18n import _, later
from ..model.briefing import Briefing, Participant, Source, TalkStatus, Threat
from ..model.errors import reason
from ..model.fields import Kind
from ..reading import Message, Weight
from ..reading.spelling import names_in, spellings
from .folders import Entry
from .names import resolve_previous
from .shelf import Shelf

if TYPE_CHECKING:
    from .people import Known


class Across:
    """What is worth knowing of each file of `library` among the others; earlier talks may be on a larger shelf, `around`."""

    def __init__(self, library: Shelf, around: Shelf | None = None) -> None:
        self.library = library
        self.around = around or library

    @cached_property
    def _people(self) -> dict[str, dict[frozenset[str], tuple[Entry, str]]]:
        """For each id the spellings it has, and the first file and name that have them."""
        people: dict[str, dict[frozenset[str], tuple[Entry, str]]] = defaultdict(dict)
        for entry, briefing in self.library.briefings():
            for person in briefing.participants.values():
                if person.lineno:
                    people[person.id].setdefault(_spellings(person), (entry, str(person.name)))
        return people

    @cached_property
    def _likely(self) -> dict[tuple[Entry, int], str]:
        """What is said of people who are likely one with somebody of another file, by their own file and line."""
        from .alike import alike
        from .people import offer, people

        known = people(self.library)
        said: dict[tuple[Entry, int], str] = {}
        for kept, gone in alike(known):
            if kept.listed and kept.names.keys() & gone.names.keys():
                continue
            how = offer(known, kept, gone)
            for one, other in ((kept, gone), (gone, kept)):
                places = {entry for entry, _line in other.places}
                text = _(
                    "{name} may be {name2} ('{id}'{where}); if so: {how}",
                    name=one.name,
                    name2=other.name,
                    id=other.id,
                    where=_in(other),
                    how=how,
                )
                said |= {place: text for place in one.places if place[1] and place[0] not in places}
        return said

    def messages(self, entry: Entry, name: str) -> Iterator[Message]:
        """What is said of one file, which messages call `name`; raises UnreadableError if it cannot be read."""
        briefing = self.library.read(entry).briefing
        for talk in briefing.talks.values():
            if talk.previous and not resolve_previous(self.around, talk.previous, entry):
                text = _("previous: there is no talk '{previous}' in this library", previous=talk.previous)
                yield Message(name, talk.lineno, 1, Weight.ADVICE, text)
        yield from (
            Message(name, threat.lineno, 1, Weight.ADVICE, _(_UNRAISED, title=threat.title)) for threat in unraised(briefing)
        )
        registry = self.library.registries.of(entry.path)
        for person in briefing.participants.values():
            text = self._likely.get((entry, person.lineno), "")
            text = text or ("" if registry and person.id in registry.participants else self._namesake(person))
            if text:
                yield Message(name, person.lineno, 1, Weight.ADVICE, text)
        yield from copies((source for source in briefing.sources.values() if source.lineno), entry.path.parent, name)

    def _namesake(self, person: Participant) -> str:
        """Across files one person has one id and one name; an equal id with another name is another person.

        Of an id that a registry lists, reading has said it: whoever goes by one of its names is the person listed.
        """
        own = _spellings(person)
        for others, (other, name) in self._people[person.id].items():
            if not own & others:
                return _(
                    "'{id}' is {name} in {key}; if they are one, add an alias, else choose another id",
                    id=person.id,
                    name=name,
                    key=other.key,
                )
        return ""


_UNRAISED = later(
    "nobody raised '{title}': it has no raised_by:, talks: or source:, and no quote is about it; say who did, or where"
)


def unraised(briefing: Briefing) -> Iterator[Threat]:
    """The threats that nobody raised and no source tells of, in a briefing that tells of talks held or of words said."""
    held = any(talk.status is TalkStatus.HELD for talk in briefing.talks.values())
    if briefing.source or not (briefing.quotes or held):
        return
    raised = {ref.id for quote in briefing.quotes for ref in quote.about if ref.kind is Kind.THREAT}
    for threat in briefing.threats.values():
        if not (threat.raised_by or threat.talks or threat.source or threat.id in raised):
            yield threat


def _in(person: "Known") -> str:
    """` in BRIEFING`, the first of them."""
    return _(" in {key}", key=person.places[0][0].key) if person.places else _(" in the registry")


def _spellings(person: Participant) -> frozenset[str]:
    return spellings(names_in(person.facts(), Participant))


def copies(sources: Iterable[Source], folder: Path, name: str) -> Iterator[Message]:
    """What is said of the copies of sources in a folder, in the file that messages call `name`."""
    for source in sources:
        for weight, text in _copy(source, folder):
            yield Message(name, source.lineno, 1, weight, text)


def _copy(source: Source, folder: Path) -> Iterator[tuple[Weight, str]]:
    """What is wrong with the copy of a source: it lies outside the folder, is not there, or is not what was summed."""
    if not source.file:
        return
    path = (folder / source.file).resolve()
    if not path.is_relative_to(folder.resolve()):
        yield Weight.PROBLEM, _("file: '{file}' lies outside the folder of this briefing", file=source.file)
    elif not path.is_file():
        yield Weight.ADVICE, _("file: there is no '{file}' beside this briefing", file=source.file)
    elif source.sha256 and (found := _sum(path)) != source.sha256.lower():
        yield (
            Weight.PROBLEM,
            _("sha256: '{file}' is not the file that was summed; its SHA-256 is {found}", file=source.file, found=found),
        )


def _sum(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return _("unknown: {reason}", reason=reason(error))
