"""A group of commands whose list says what each does in full."""

import click

from ..i18n import _

_LONGEST = 1000
"""How long what is said of a command may be; what is longer than a line goes on in the next."""


class Group(click.Group):
    """Click cuts what is said of a command at the end of the line; this goes on below."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, each with the first sentence of its help."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(_LONGEST)) for name, command in commands if command]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)
