"""`briefing keys`: which keys do what, as the settings have them."""

import click

from .exits import Exit
from .out import say
from .settings import loaded


@click.command(name="keys")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print a table in Markdown.")
def command(as_markdown: bool) -> int:
    """Print all keys of the reader, with yours from config.toml, what they do, and the name of each there."""
    from ..keys.keymap import Keymap
    from ..keys.written import markdown, plain

    keymap = Keymap(loaded().settings.keys)
    say("\n".join(markdown(keymap) if as_markdown else plain(keymap)))
    return Exit.OK
