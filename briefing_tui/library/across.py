"""Advice that one file cannot give: on talks of other briefings, people of like ids, and copies of sources beside the file."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from ..model.briefing import Participant, Source
from ..reading import Message, Weight
from .folders import Entry
from .names import resolve_previous
from .shelf import Shelf


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
                people[person.id].setdefault(_spellings(person), (entry, str(person.name)))
        return people

    def messages(self, entry: Entry, name: str) -> Iterator[Message]:
        """What is said of one file, which messages call `name`; raises UnreadableError if it cannot be read."""
        briefing = self.library.read(entry).briefing
        for talk in briefing.talks.values():
            if talk.previous and not resolve_previous(self.around, talk.previous, entry):
                text = f"previous: there is no talk '{talk.previous}' in this library"
                yield Message(name, talk.lineno, 1, Weight.ADVICE, text)
        for person in briefing.participants.values():
            text = self._namesake(person)
            if text:
                yield Message(name, person.lineno, 1, Weight.ADVICE, text)
        for source in briefing.sources.values():
            for weight, text in _copy(source, entry.path.parent):
                yield Message(name, source.lineno, 1, weight, text)

    def _namesake(self, person: Participant) -> str:
        """Across files one person has one id and one name; an equal id with another name is another person."""
        own = _spellings(person)
        for spellings, (other, name) in self._people[person.id].items():
            if not own & spellings:
                return f"'{person.id}' is {name} in {other.key}; if they are one, add an alias, else choose another id"
        return ""


def _spellings(person: Participant) -> frozenset[str]:
    names = (*(wording.text for wording in person.name.wordings), person.native, *person.aliases)
    return frozenset(" ".join(name.casefold().split()) for name in names if name)


def _copy(source: Source, folder: Path) -> Iterator[tuple[Weight, str]]:
    """What is wrong with the copy of a source: it lies outside the folder, is not there, or is not what was summed."""
    if not source.file:
        return
    path = (folder / source.file).resolve()
    if not path.is_relative_to(folder.resolve()):
        yield Weight.PROBLEM, f"file: '{source.file}' lies outside the folder of this briefing"
    elif not path.is_file():
        yield Weight.ADVICE, f"file: there is no '{source.file}' beside this briefing"
    elif source.sha256 and (found := _sum(path)) != source.sha256.lower():
        yield Weight.PROBLEM, f"sha256: '{source.file}' is not the file that was summed; its SHA-256 is {found}"


def _sum(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"unknown: {error.strerror}"
