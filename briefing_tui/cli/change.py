"""Changes to a person's file: shown first, then asked for, then written whole."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..i18n import _
from ..model.briefing import Briefing
from ..model.errors import BriefingError
from .out import narrate

if TYPE_CHECKING:
    from ..drafting.writer.adding import Read
    from ..drafting.writer.save import Original
    from ..reading.registry import Registry


def reader_of(before: "Original", id: str, registry: "Registry | None") -> "Callable[[str], Read]":
    """What reads the texts that a briefing may become."""
    from ..drafting.writer.adding import Read
    from ..reading import read_bytes

    def read(text: str) -> Read:
        reading = read_bytes(before.encoded(text), before.name, id, registry)
        return Read(reading.briefing, reading.messages)

    return read


def registry_reader(before: "Original") -> "Callable[[str], Read]":
    """What reads the texts that a registry may become."""
    from ..drafting.writer.adding import Read
    from ..reading import read_registry_bytes

    def read(text: str) -> Read:
        reading = read_registry_bytes(before.encoded(text), before.name)
        return Read(reading.registry, reading.messages)

    return read


def wanted(name: str, old: str, new: str, *, yes: bool) -> bool:
    """Show what would change in a file, and ask; without a terminal to ask on, only `yes` is a yes."""
    from ..drafting.writer.difference import difference

    for line in difference(name, old, new):
        narrate(line)
    if yes:
        return True
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        narrate(_("{name}: nothing was changed; --yes changes it without asking", name=name))
        return False
    return click.confirm(_("Change {name}?", name=name), err=True)


def mend(path: Path, registry: "Registry | None", *, yes: bool, file: type[Any] = Briefing) -> bool:
    """Put right what is certain in a briefing or registry; whether anything that could be put right was left."""
    from ..drafting.writer.fixes import fixed
    from ..drafting.writer.save import original, replace
    from ..reading import id_of

    try:
        before = original(path)
        read = reader_of(before, id_of(path), registry) if file is Briefing else registry_reader(before)
        text = fixed(before.text, file, read)
    except BriefingError as error:
        narrate(_("not mended: {message}", message=error.message))
        return False
    if text == before.text:
        return False
    if not wanted(before.name, before.text, text, yes=yes):
        return True
    replace(before, before.encoded(text))
    return False
