"""`briefing show`: a whole briefing on standard output."""

import click

from ..i18n import language, several
from . import target
from .exits import Exit
from .out import narrate, say, say_json
from .spoken import speak


@click.command(name="show")
@click.argument("name", metavar="ID|PATH")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, which is also a briefing that can be read.")
@click.option("--lang", metavar="CODE", default="", help="The language to show texts in, such as de.")
def command(name: str, as_json: bool, lang: str) -> int:
    """Print a briefing as plain text."""
    from ..handout import as_data, as_page

    if not speak(lang):
        return Exit.MISUSE
    settings = target.configured()
    library, entry = target.one(name, settings)
    reading = library.read(entry)
    if as_json:
        say_json(as_data(reading.briefing))
    else:
        say(as_page(reading.briefing, lang or settings.content_lang or language()))
    if reading.problems:
        told = several(
            "{count} problem in this file; `briefing check {path}` names them",
            "{count} problems in this file; `briefing check {path}` names them",
            len(reading.problems),
            path=entry.path,
        )
        narrate(told)
    return Exit.OK
