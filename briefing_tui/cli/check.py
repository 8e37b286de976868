"""`briefing check`: everything that is wrong with briefings, each with its place and how to mend it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from ..i18n import _, several, word
from ..library import Library
from ..library.across import Across, copies
from ..library.folders import REGISTRY
from ..model.briefing import Briefing
from ..model.errors import BriefingError, NotFoundError
from ..reading import Message, Weight, read_registry
from . import target
from .exits import Exit
from .out import clean, narrate, say, say_json
from .unfinished import unfinished


@dataclass
class Tally:
    """What was found: the messages in order, and the files that cannot be read with the reason."""

    files: int = 0
    messages: list[Message] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    registries: set[Path] = field(default_factory=set)
    verifies: bool = False
    """Whether quotes are compared with their sources as well."""

    @property
    def counts(self) -> Counter[Weight]:
        """How many messages there are of each weight."""
        return Counter(message.weight for message in self.messages)

    def summary(self) -> str:
        """`2 files: 1 problem, 3 pieces of advice`."""
        words = [
            several("{count} problem", "{count} problems", self.counts[Weight.PROBLEM]),
            several("{count} piece of advice", "{count} pieces of advice", self.counts[Weight.ADVICE]),
        ]
        words += [_("{count} cannot be read", count=len(self.unreadable))] if self.unreadable else []
        return f"{several('{count} file', '{count} files', self.files)}: {', '.join(words)}"

    def code(self, strict: bool) -> Exit:
        """The exit code: what cannot be read outweighs problems."""
        if self.unreadable:
            return Exit.MISUSE
        bad = self.counts[Weight.PROBLEM] or (strict and self.messages)
        return Exit.PROBLEMS if bad else Exit.OK


@click.command(name="check")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--strict", is_flag=True, help="Let advice count as problems do.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to print what is found."
)
@click.option(
    "--verify", "verifies", is_flag=True, help="Compare quotes with their sources as well, as `briefing verify` does."
)
@click.option("--fix", "fixes", is_flag=True, help="First mend what is certain; shows what it would change, and asks.")
@click.option("--yes", is_flag=True, help="Let --fix change files without asking.")
def command(paths: tuple[str, ...], strict: bool, form: str, verifies: bool, fixes: bool, yes: bool) -> int:
    """Say what is wrong with briefings, and how to mend it.

    Exits 0 if all is well or there is advice alone, 1 if there are problems, 2 if a file cannot be read.
    """
    tally = Tally(verifies=verifies)
    left = [path for path in paths if fixes and _mend(path, yes)]
    for path in paths:
        _check(path, tally)
    _print(tally, form)
    narrate(tally.summary())
    return max(tally.code(strict), Exit.PROBLEMS if left else Exit.OK)


def _print(tally: Tally, form: str) -> None:
    """What was found, on standard output."""
    if form == "json":
        say_json(_data(tally))
    elif form == "github":
        from .annotations import annotation, unreadable

        for line in (*map(annotation, tally.messages), *map(unreadable, tally.unreadable)):
            say(line)
    else:
        for message in tally.messages:
            say(f"{message.path}:{message.line}:{message.column}: {word(message.weight)}: {_one_line(message.text)}")
        for reason in tally.unreadable:
            say(_one_line(reason))


def _mend(word: str, yes: bool) -> bool:
    """Put right what is certain in the files at a path; whether anything was left."""
    from ..reading.registry import Registry
    from .change import mend

    path = Path(word)
    if not path.exists():
        return False
    shared = path / REGISTRY if path.is_dir() else path
    left = shared.name == REGISTRY and shared.is_file() and mend(shared, None, yes=yes, file=Registry)
    if shared == path and path.name == REGISTRY:
        return left
    library = target.named(word)
    return any([left, *(mend(entry.path, library.registries.of(entry.path), yes=yes) for entry in library.entries)])


def _check(word: str, tally: Tally) -> None:
    """Check a file among its neighbours, or all files of a folder; and the registries that lend to them, each once."""
    if Path(word).name == REGISTRY and not Path(word).is_dir():
        _check_registry(Path(word), tally)
        return
    try:
        library = target.named(word)
    except NotFoundError:
        tally.unreadable.append(_("{word}: no such file or folder", word=word))
        return
    across = Across(library, library if Path(word).is_dir() else Library(*_beside(Path(word))))
    if not library.entries:
        tally.unreadable.append(library.lack)
    look = library.registries.now()
    for path in (Path(word, REGISTRY), *(entry.path for entry in library.entries)):
        found = look.found(path)
        if found:
            _check_registry(found.path, tally)
    for entry in library.entries:
        tally.files += 1
        try:
            reading, name = library.read(entry), clean(str(entry.path), newlines=False)
            compared = _compared(reading.briefing, entry.path.parent, name) if tally.verifies else ()
            left = unfinished(reading.briefing, entry.path, name, date.today())
            tally.messages += sorted({*reading.messages, *across.messages(entry, name), *compared, *left})
        except BriefingError as error:
            tally.unreadable.append(error.message)


def _compared(briefing: Briefing, folder: Path, name: str) -> Iterable[Message]:
    from ..drafting.verify import verify
    from .verified import messages

    return messages(verify(briefing, folder), name)


def _check_registry(path: Path, tally: Tally) -> None:
    if path in tally.registries:
        return
    tally.registries.add(path)
    tally.files += 1
    name = clean(str(path), newlines=False)
    try:
        reading = read_registry(path, name)
    except BriefingError as error:
        tally.unreadable.append(error.message)
        return
    tally.messages += sorted((*reading.messages, *copies(reading.registry.sources.values(), path.parent, name)))


def _beside(path: Path) -> list[Path]:
    """The file and those in its folder, where the briefing of an earlier talk may be."""
    return [path, *sorted(each for each in path.parent.glob("*.yaml") if each != path and each.name != REGISTRY)]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _data(tally: Tally) -> dict[str, object]:
    messages = [
        {"path": each.path, "line": each.line, "column": each.column, "weight": each.weight.value, "message": each.text}
        for each in tally.messages
    ]
    counts = {"files": tally.files, "problems": tally.counts[Weight.PROBLEM], "advice": tally.counts[Weight.ADVICE]}
    return {**counts, "messages": messages, "unreadable": tally.unreadable}
