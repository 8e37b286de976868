"""`briefing new`: a briefing to start from."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..drafting.writer.starting import templates
from ..i18n import _, language
from .exits import Exit
from .out import clean, flush, narrate, say

if TYPE_CHECKING:
    from ..model.dates import Period


STDOUT = "-"
"""The file that stands for standard output."""


@click.command(name="new")
@click.argument("title")
@click.option(
    "--date", "day", metavar="DATE", default="", help="A day, or a range such as 2031-05-02/2031-05-04; today unless given."
)
@click.option(
    "--template", type=click.Choice(templates()), default="talk", show_default=True, help="What kind of meeting it is."
)
@click.option("--lang", metavar="CODE", default="", help="The language you write in; the program's unless given.")
@click.option(
    "-o", "--output", metavar="FILE", default="", help="The file to write, in place of DATE-TITLE.yaml here; - prints it."
)
def command(title: str, day: str, template: str, lang: str, output: str) -> int:
    """Start a briefing called TITLE: a short file with comments that say what goes where.

    The JSON Schema is put beside it, unless it is there or in a folder above, so that editors complete and check what you
    write. No file is ever overwritten.
    """
    from ..drafting.writer.save import create
    from ..drafting.writer.starting import SCHEMA_FILE, file_name, schema_near, started

    title = " ".join(clean(title, newlines=False).split())
    if not title:
        raise click.UsageError(_("the title is empty; name the meeting"))
    period = _period(day)
    path = Path(output or file_name(title, period))
    schema = schema_near(path.parent)
    text = started(title, period, template=template, lang=_lang(lang or language()), schema=schema or SCHEMA_FILE)
    if output == STDOUT:
        flush(text)
        return Exit.OK
    create(path, text.encode())
    if not schema:
        write_schema(path.parent / SCHEMA_FILE)
    narrate(_("{path}: written; `briefing add` puts entries in, `briefing check` looks over them", path=path))
    say(str(path))
    return Exit.OK


def _period(text: str) -> "Period":
    from ..model.dates import Moment, Period

    if not text:
        today = date.today()
        return Period(Moment(today.year, today.month, today.day))
    try:
        return Period.parse(text)
    except ValueError as error:
        raise click.UsageError(f"--date: {clean(text, newlines=False)[:40]}: {error}") from None


def _lang(code: str) -> str:
    from ..reading.languages import is_language

    if not is_language(code):
        raise click.UsageError(
            _("--lang: {code} is no language code; write one like en or de", code=clean(code, newlines=False)[:40])
        )
    return code


def write_schema(path: Path) -> None:
    """The schema beside the new file; what is in the way of it is said, for the briefing is there all the same."""
    import json

    from ..drafting.writer.save import create
    from ..model.errors import NotSavedError
    from ..reading.schema import json_schema

    try:
        create(path, json.dumps(json_schema(), ensure_ascii=False, indent=2).encode() + b"\n")
    except NotSavedError as error:
        narrate(error.message)
    else:
        narrate(_("{path}: written, for your editor", path=path))
