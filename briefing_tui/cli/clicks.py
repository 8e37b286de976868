"""The command line's parser in the user's language: what it says itself, and what the commands say of themselves."""

import copy
import gettext
from inspect import cleandoc
from typing import TYPE_CHECKING, TypeVar

from .. import i18n
from ..i18n import _, ngettext

if TYPE_CHECKING:
    import click

    Spoken = TypeVar("Spoken", bound=click.Command)

SAYINGS = (
    "Usage:",
    "Options",
    "Commands",
    "Positional arguments",
    "Show this message and exit.",
    "Missing command.",
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "No such option {name!r}.",
    "No such command {name!r}.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "Option {name!r} does not take a value.",
    "Choose from:\n\t{choices}",
    "default: {default}",
    "required",
)
"""What click says that a user of this program can meet."""
FORMS = (
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)
"""The same in its form for one and for several."""


def lend() -> None:
    """Let click, which asks the standard library for its words, find ours; to be called before it is imported."""
    setattr(gettext, "gettext", _)  # noqa: B010 - click takes it from there
    setattr(gettext, "ngettext", ngettext)  # noqa: B010


def spoken(command: "Spoken") -> "Spoken":
    """A command whose help, and that of its options, is in the language spoken; itself if that is the one of the sources."""
    if i18n.language() == i18n.SOURCE:
        return command
    said = copy.copy(command)
    said.help, said.short_help = (text and _(cleandoc(text)) for text in (command.help, command.short_help))
    said.options_metavar = _("[OPTIONS]")
    said.params = [_in_words(param) for param in command.params]
    said._help_option = None  # click keeps the first it makes, in whatever language that was
    if commands := getattr(command, "commands", None):
        setattr(said, "commands", {name: spoken(each) for name, each in commands.items()})  # noqa: B010
    return said


def _in_words(param: "click.Parameter") -> "click.Parameter":
    text = getattr(param, "help", None)
    if not text:
        return param
    said = copy.copy(param)
    setattr(said, "help", _(text))  # noqa: B010
    return said
