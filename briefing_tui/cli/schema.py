"""`briefing schema`: the format as a JSON Schema, for editors."""

import click

from .exits import Exit
from .out import say_json


@click.command(name="schema")
def command() -> int:
    """Print the JSON Schema of a briefing, for your editor."""
    from ..reading.schema import json_schema

    say_json(json_schema())
    return Exit.OK
