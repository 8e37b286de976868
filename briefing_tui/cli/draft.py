"""`briefing draft`: from a document to a briefing that a person corrects."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from ..i18n import _
from ..model.errors import BriefingError, NotFoundError, reason
from ..places import config_folder
from .exits import Exit
from .new import write_schema
from .out import clean, flush, narrate, say_json

_STDIN = "-"


@click.command(name="draft")
@click.argument("document", required=False)
@click.option(
    "-o", "--output", metavar="FILE", default="", help="Write the briefing to this file, which must not be there yet."
)
@click.option(
    "--lang", type=click.Choice(["de", "en"]), default=None, help="The language of the document, if it is not to be guessed."
)
@click.option("--date", "day", metavar="DAY", default="", help="The day of the document, such as 2025-11-01.")
@click.option("--title", metavar="TITLE", default="", help="The title of the briefing.")
@click.option("--encoding", metavar="NAME", default="", help="The encoding of a text, if it is not UTF-8.")
@click.option("--json", "as_json", is_flag=True, help="Print quotes and dates as spans of the text, for programs.")
@click.option(
    "--jsonl", metavar="IN", default="", help="The same for every line of a file of JSON objects with doc_id and text."
)
def command(
    document: str | None, output: str, lang: str | None, day: str, title: str, encoding: str, as_json: bool, jsonl: str
) -> int:
    """Draft a briefing from a document: text, Markdown, HTML, PDF or DOCX, or `-` for standard input.

    Nothing is sent anywhere, and nothing is made up: every quote stands in the document letter for letter. Words of your
    own (offices, verbs of speech, threats) are read from lexicon/de.yaml and lexicon/en.yaml in the config folder.
    """
    if bool(document) == bool(jsonl):
        raise click.UsageError(
            _("name a document, or - for standard input") if not jsonl else _("name a document or --jsonl, not both")
        )
    if jsonl:
        return _many(jsonl, lang or "")
    assert document
    if output and Path(output).exists():
        raise BriefingError(_("{output}: is there already; name another file", output=clean(output, newlines=False)))
    return _one(document, output, lang or "", _day(day), title, encoding, as_json)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise click.UsageError(
            _("--date: {day} is no day; write it like 2025-11-01", day=clean(text, newlines=False)[:40])
        ) from None


def _one(document: str, output: str, lang: str, day: date | None, title: str, encoding: str, as_json: bool) -> int:
    from ..drafting.intake import read, read_bytes
    from ..reading.files import MOST_BYTES

    if document == _STDIN:
        source = read_bytes(sys.stdin.buffer.read(MOST_BYTES + 1), _("standard input"), encoding)
    else:
        source = read(Path(document), encoding)
    if source.warning:
        narrate(source.warning)
    if as_json:
        from ..drafting.spans import spans

        record = {
            "doc_id": source.name,
            "text": source.text,
            "date": day.isoformat() if day else _written(source.text, source.name),
        }
        say_json({**spans(record, lang, (config_folder(),)), "sha256": source.sha256})
        return Exit.OK
    from ..drafting import draft
    from ..drafting.writer.starting import SCHEMA_FILE, schema_near

    file = _beside(document, output)
    schema = schema_near(_folder(output))
    text = draft(
        source,
        lang=lang,
        day=day,
        title=clean(title, newlines=False),
        file=file,
        schema=schema or (SCHEMA_FILE if output else ""),
        folders=(config_folder(),),
    )
    _write(text, output)
    if output and not schema:
        write_schema(_folder(output) / SCHEMA_FILE)
    return Exit.OK


def _written(text: str, name: str) -> str:
    """The day that the document gives itself."""
    from ..drafting.analysis import analyse

    return analyse(text, name=name).header.day.isoformat()


def _folder(output: str) -> Path:
    """The folder of the briefing; where one is, if it is printed."""
    return Path(output).parent if output else Path()


def _beside(document: str, output: str) -> str:
    """Where the document lies, seen from the folder of the briefing; empty if it lies outside of it."""
    if document == _STDIN:
        return ""
    folder = _folder(output).resolve()
    path = Path(document).resolve()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""


def _write(text: str, output: str) -> None:
    if not output:
        flush(text)
        return
    try:
        with open(output, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise BriefingError(f"{clean(output, newlines=False)}: {reason(error)}") from None
    narrate(
        _(
            "{output}: written {now:%H:%M}; correct what says 'check', then: briefing check {output}",
            output=output,
            now=datetime.now(),
        )
    )


def _many(path: str, lang: str) -> int:
    import json

    from ..drafting.spans import spans

    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if not isinstance(record, dict):
                raise ValueError(_("is no JSON object"))
            found = spans(record, lang, (config_folder(),))
        except (ValueError, RecursionError) as error:
            raise BriefingError(f"{clean(path, newlines=False)}:{number}: {clean(str(error), newlines=False)[:120]}") from None
        say_json(found, line=True)
    return Exit.OK


def _lines(path: str) -> Iterator[str]:
    try:
        with sys.stdin if path == _STDIN else open(path, encoding="utf-8") as file:
            yield from file
    except FileNotFoundError:
        raise NotFoundError(_("{path}: no such file", path=clean(path, newlines=False))) from None
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise BriefingError(f"{clean(path, newlines=False)}: {clean(reason(error), newlines=False)[:120]}") from None
