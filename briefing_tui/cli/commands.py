"""Which commands there are. The first word is a command if it names one; anything else is for the reader."""

from importlib import import_module
from typing import Any

import click

from ..i18n import _
from .clicks import spoken
from .group import Group
from .names import COMMANDS

READER = ""
"""The name of the reader among the commands: one that nobody can take for a word."""

_SELF = ("--help", "-h", "--version")


class Commands(Group):
    """Imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all but the reader."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command from the module of its name, in the language spoken; None if there is none."""
        if name == READER:
            return spoken(_reader)
        if name not in COMMANDS:
            return None
        module = import_module(f".{name}", __package__)
        command: click.Command = module.command
        return spoken(command)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Hands everything that is no command to the reader."""
        if not args or args[0] not in (*COMMANDS, *_SELF):
            args = [READER, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Both ways to call it."""
        formatter.write_usage(ctx.command_path, f"{_('[OPTIONS]')} [PATH|ID]")
        formatter.write_usage(ctx.command_path, _("COMMAND …"), prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The reader's options with our own, then the commands."""
        reader = self.get_command(ctx, READER)
        params = [param for command in (reader, self) if command for param in command.params]
        options = [param for param in (*params, self.get_help_option(ctx)) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(_("Options")):
            formatter.write_dl(records)
        self.format_commands(ctx, formatter)


@click.command(name="read")
@click.argument("paths", nargs=-1, metavar="[PATH]")
@click.option("--theme", metavar="NAME", default="", help="The theme to use.")
@click.option("--lang", metavar="CODE", default="", help="The language of the program and of texts, such as de.")
@click.option("--at", metavar="TIME", default="", help="The time to rehearse, such as 2025-11-01T14:20 or 14:20.")
@click.option("--screen-reader", is_flag=True, help="One column and words for a screen reader.")
def _reader(paths: tuple[str, ...], theme: str, lang: str, at: str, screen_reader: bool) -> int:
    """Open the reader."""
    if len(paths) > 1:
        from ..settings import load
        from .target import open_in

        open_in(paths[0], load().settings)  # a command that is mistyped, with its argument, leads nowhere
        raise click.UsageError(_("the reader opens one path, and {path!r} is a second one", path=paths[1]))
    from .read import open_reader

    return open_reader(paths[0] if paths else None, theme, lang, at, screen_reader)


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from .installed import OWN, installed

        found = installed().get(OWN)
        click.echo(f"briefing {found[0]}" if found else _("briefing, not installed"))
        ctx.exit()


_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


@click.group(cls=Commands, context_settings=_SETTINGS)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say the version and exit.")
def briefing() -> None:
    """Read briefings: who is in the room, what was agreed, who said what.

    PATH is a briefing or a folder of them, ID a briefing of your library; without one, your library opens, or the briefings
    that came with the program.
    """
