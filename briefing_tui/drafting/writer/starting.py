"""A new briefing: commented, short, and without a mistake as it stands."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ...model.dates import Period
from ...reading.ids import slug
from .scalars import scalar

_FOLDER = Path(__file__).parent / "templates"
"""The templates in English; those in another language are in a folder of its code."""
SCHEMA_FILE = "briefing.schema.json"
"""The file that editors find the format in."""
_FAR = 8
_LONGEST_NAME = 60


@cache
def templates() -> tuple[str, ...]:
    """The names of the templates."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def started(title: str, date: Period, *, template: str = "talk", lang: str = "en", schema: str = SCHEMA_FILE) -> str:
    """The text of a new briefing, explained in its language or else English; `schema` is where the schema lies from there."""
    spoken = _FOLDER / lang.partition("-")[0].lower() / f"{template}.yaml"
    text = (spoken if spoken.is_file() else _FOLDER / f"{template}.yaml").read_text(encoding="utf-8")
    words: Mapping[str, str] = {
        "schema": schema_line(schema),
        "date": str(date),
        "day": str(date.start)[:10],
        "lang": scalar(lang),
    }
    for word, value in words.items():
        text = text.replace(f"@{word}@", value)
    return text.replace("@title@", scalar(title), 1)


def schema_line(schema: str) -> str:
    """The comment, without its `#`, that tells an editor where the schema of a file lies."""
    return f"yaml-language-server: $schema={schema.replace(' ', '%20')}"


def file_name(title: str, date: Period) -> str:
    """`2031-05-02-lunar-council.yaml`, also the way to the id of the briefing."""
    return f"{str(date.start)[:10]}-{slug(title[:_LONGEST_NAME]) or 'briefing'}.yaml"


def schema_near(folder: Path) -> str:
    """Where the schema lies in a folder or above it, as a path from that folder; empty if it is nowhere."""
    here = folder.resolve()
    for steps, each in enumerate((here, *here.parents[:_FAR])):
        if (each / SCHEMA_FILE).is_file():
            return "../" * steps + SCHEMA_FILE
    return ""
