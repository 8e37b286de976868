"""The commands as those who describe them elsewhere need them: names, options, and what each of these takes."""

import inspect
import re
import sys
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

import click

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefing_tui.cli.commands import READER, briefing
from briefing_tui.ui.themes import NAMES as THEMES


class Kind(Enum):
    """What a word on the command line is."""

    NOTHING = auto()
    """There is none: the option is a switch."""
    TEXT = auto()
    """Anything at all."""
    CHOICE = auto()
    """One of some words."""
    PATH = auto()
    """A briefing's file, or a folder."""
    NAME = auto()
    """The same, or the id of a briefing in the library."""
    TALK = auto()
    """A talk of a briefing in the library."""
    FILE = auto()
    """Any file."""


_KINDS = {
    **dict.fromkeys(("path", "paths", "into", "old", "new"), Kind.PATH),
    **dict.fromkeys(("document", "output", "jsonl", "file"), Kind.FILE),
    "talk": Kind.TALK,
}
"""What an argument is, or the value of an option, by its name."""
_BY_METAVAR = {"ID|PATH": Kind.NAME, "[ID|PATH]": Kind.NAME, "TALK": Kind.TALK, "PATH": Kind.PATH}
_WORDS = re.compile(r"\s+\[([\w+-]+(?:\|[\w+-]+)+)\]$")
"""The words an option's help says that it takes."""


class Option(NamedTuple):
    """One option by all its names, what it takes, and what that is called."""

    names: tuple[str, ...]
    help: str
    kind: Kind
    words: tuple[str, ...] = ()
    metavar: str = ""
    several: bool = False


class Argument(NamedTuple):
    """One word that stands alone, or several."""

    metavar: str
    kind: Kind


class Command(NamedTuple):
    """A command with what belongs to it; `path` is its name and those of the commands it is one of."""

    path: tuple[str, ...]
    help: str
    short: str
    usage: str
    options: tuple[Option, ...]
    arguments: tuple[Argument, ...]
    commands: tuple["Command", ...]

    @property
    def every(self) -> list["Command"]:
        """It and all below it."""
        return [self, *(each for command in self.commands for each in command.every)]


def described() -> Command:
    """The whole command line; what the reader takes is taken by the program itself."""
    context = click.Context(briefing, info_name="briefing", **briefing.context_settings)
    reader = briefing.get_command(context, READER)
    assert reader is not None
    whole = _command(briefing, ("briefing",), context)
    taken = _command(reader, ("briefing",), click.Context(reader, info_name="briefing", parent=context))
    options = (*taken.options[:-1], *whole.options)
    return whole._replace(options=options, arguments=(Argument("PATH|ID", Kind.NAME),), usage="[OPTIONS] [PATH|ID]")


def _command(command: click.Command, path: tuple[str, ...], context: click.Context) -> Command:
    params = command.get_params(context)
    below = []
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            one = command.get_command(context, name)
            assert one is not None
            below.append(_command(one, (*path, name), click.Context(one, info_name=name, parent=context)))
    return Command(
        path,
        inspect.cleandoc(command.help or ""),
        _first_sentence(command),
        " ".join(command.collect_usage_pieces(context)),
        tuple(_option(each) for each in params if isinstance(each, click.Option) and not each.hidden),
        tuple(_argument(each, path) for each in params if isinstance(each, click.Argument)),
        tuple(below),
    )


def _first_sentence(command: click.Command) -> str:
    """What is said of a command beside its name, without a full stop."""
    paragraph = " ".join(inspect.cleandoc(command.short_help or command.help or "").partition("\n\n")[0].split())
    return re.split(r"[.;](?:\s|$)", paragraph, maxsplit=1)[0]


def _option(option: click.Option) -> Option:
    help = option.help or ""
    names = tuple(sorted((*option.opts, *option.secondary_opts), key=len))
    if option.is_flag:
        return Option(names, help, Kind.NOTHING)
    metavar = option.metavar or "WORD"
    said = _WORDS.search(help)
    words = _words(option, said)
    if words:
        help = help[: said.start()] if said else help
        return Option(names, help, Kind.CHOICE, words, metavar, option.multiple)
    kind = _BY_METAVAR.get(metavar) or _KINDS.get(names[-1].lstrip("-"), Kind.TEXT)
    return Option(names, help, Kind.TEXT if metavar in ("TEXT", "ID") else kind, (), metavar, option.multiple)


def _words(option: click.Option, said: re.Match[str] | None) -> tuple[str, ...]:
    """The words an option takes, if these are few."""
    if isinstance(option.type, click.Choice):
        return tuple(map(str, option.type.choices))
    if option.name == "theme":
        return tuple(THEMES)
    return tuple(said[1].split("|")) if said else ()


def _argument(argument: click.Argument, path: tuple[str, ...]) -> Argument:
    metavar = argument.metavar or argument.name or ""
    kind = _BY_METAVAR.get(metavar) or _KINDS.get(argument.name or "", Kind.TEXT)
    return Argument(argument.make_metavar(click.Context(click.Command(path[-1]))), kind)
