"""`briefing add`: one entry more in a briefing, and not a byte of it changed elsewhere."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..i18n import _, later
from ..model.briefing import Briefing, FollowUp, Participant, Quote, Record, Source, Talk, Threat
from ..model.errors import BriefingError
from ..reading.clean import clean, strangers
from ..reading.languages import is_language
from ..reading.shapes import Field, Shape, Sort, shape_of
from .change import reader_of
from .exits import Exit
from .group import Group
from .out import narrate, say

if TYPE_CHECKING:
    from ..drafting.writer.insert import Entry
    from ..reading.registry import Registry

KINDS: Mapping[str, tuple[type[Record], str]] = {
    "quote": (Quote, "quotes"),
    "participant": (Participant, "participants"),
    "talk": (Talk, "talks"),
    "threat": (Threat, "threats"),
    "follow-up": (FollowUp, "follow_ups"),
    "source": (Source, "sources"),
}
"""What can be added, by the word for it: its record and the section it goes to."""

_SEVERAL = (Sort.STRINGS, Sort.REFS, Sort.RECORDS)
_IN_A_LANGUAGE = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)=(.*)", re.DOTALL)


@click.group(name="add", cls=Group)
def command() -> None:
    """Add an entry to a briefing; nothing else in the file changes.

    It is written only if the briefing has no more problems with it than without.
    """


def _command(word: str, record: type[Record], section: str) -> click.Command:
    """The command for one kind of entry, whose options are the fields of its record."""
    shape = shape_of(record)
    options = [_option(field) for field in _ordered(shape)]
    if shape.has_id:
        how = later("An id of its own.") if record is Quote else later("Its id; made from its name unless given.")
        options.append(click.Option(["--id"], metavar="ID", help=how))
    return click.Command(
        word,
        params=[click.Argument(["into"], metavar="FILE"), *options],
        callback=_callback(shape, section),
        help=f"Add a {word} to FILE: {(record.__doc__ or '').strip()[0].lower()}{(record.__doc__ or '').strip()[1:]}",
        short_help=f"Add a {word}.",
    )


def _ordered(shape: Shape) -> list[Field]:
    """The fields of a record in the order they are written: its own, then those that every record has."""
    common = shape_of(Record).fields
    own = [field for name, field in shape.fields.items() if name not in common]
    return own + [shape.fields[name] for name in ("source", "locator", "tlp", "note")]


def _option(field: Field) -> click.Option:
    several = field.sort in _SEVERAL or field.sort is Sort.TEXT
    about = field.about.replace("`", "")
    about += " May be given more than once." if field.sort in _SEVERAL else ""
    about += " Also as en=…, de=…" if field.sort is Sort.TEXT else ""
    about += f" Also as {form}" if (form := _form(field)) else ""
    choices = f"  [{'|'.join(field.of)}]" if field.sort is Sort.CHOICE else ""
    return click.Option(
        [f"--{field.name.replace('_', '-')}", field.name],
        help=about + choices,
        metavar="TEXT",
        multiple=several,
        required=field.required,
    )


def _parts(field: Field) -> list[str]:
    """The fields of the records that a field holds, if they have more than one of their own."""
    if field.sort is not Sort.RECORDS:
        return []
    own = [name for name in shape_of(field.of).fields if name not in shape_of(Record).fields]
    return own if len(own) > 1 else []


def _form(field: Field) -> str:
    """How the parts of a record are written on the command line."""
    return "; ".join(f"{name}=…" for name in _parts(field))


def _callback(shape: Shape, section: str) -> Callable[..., int]:
    def add(into: str, **given: Any) -> int:
        id = _clean("id", given.pop("id", None) or "")
        fields = {field.name: value for field in _ordered(shape) if (value := _value(field, given[field.name]))}
        return _add(into, shape, section, fields, id)

    return add


def _value(field: Field, given: Any) -> Any:
    """What is written for a field: a text, a list, a map of languages, a list of records in parts."""
    texts = [_clean(field.name, text) for text in (given if isinstance(given, tuple) else [given] if given else [])]
    if _parts(field):
        records = [_in_parts(field, text) for text in texts]
        return records if len(records) > 1 or any(isinstance(each, dict) for each in records) else "".join(texts)
    if field.sort is Sort.TEXT:
        return _text(field, texts)
    return texts if field.sort in _SEVERAL and len(texts) != 1 else "".join(texts)


def _in_parts(field: Field, text: str) -> str | dict[str, str]:
    """A record given in parts, `topic=…; line=…`, by the names of its fields; a text that is not is all it says."""
    option, form = field.name.replace("_", "-"), _form(field)
    if text.lstrip().startswith("{"):
        raise click.UsageError(_("--{option}: takes no YAML; write {form}", option=option, form=form))
    name = "|".join(_parts(field))
    if not re.match(rf"({name})=", text):
        return text
    parts = [part.partition("=") for part in re.split(rf"\s*;\s*(?=(?:{name})=)", text)]
    twice = next((name for name, count in Counter(name for name, _sign, _value in parts).items() if count > 1), "")
    if twice:
        raise click.UsageError(_("--{option}: {name}= is there twice", option=option, name=twice))
    return {name: value.strip() for name, _sign, value in parts if value.strip()}


def _text(field: Field, texts: list[str]) -> Any:
    """Words in one language, or in each that is named."""
    found = [match for text in texts if (match := _IN_A_LANGUAGE.fullmatch(text)) and is_language(match[1])]
    if found and len(found) == len(texts):
        return {match[1]: match[2] for match in found}
    if len(texts) > 1:
        raise click.UsageError(
            _("--{option}: is there twice; say in which languages: en=… de=…", option=field.name.replace("_", "-"))
        )
    return "".join(texts)


def _clean(name: str, text: str) -> str:
    if clean(text) != text:
        raise click.UsageError(
            _(
                "--{option}: has characters that nobody sees ({strangers}); leave them out",
                option=name.replace("_", "-"),
                strangers=strangers(text),
            )
        )
    return text


def _add(file: str, shape: Shape, section: str, fields: dict[str, Any], id: str) -> int:
    from ..drafting.writer.adding import added
    from ..drafting.writer.insert import LayoutError
    from ..drafting.writer.save import original, replace
    from ..library.folders import REGISTRY
    from ..reading import id_of

    before = original(Path(file))
    if before.path.name == REGISTRY:
        raise BriefingError(_("{name}: is a registry; `briefing people` maintains it", name=before.name))
    registry = _lender(Path(file))
    read = reader_of(before, id_of(file), registry)
    known = read(before.text)
    entry = _entry(shape, fields, id, known.record, registry)
    try:
        done = added(before.text, section, entry, read, known)
    except LayoutError as error:
        raise BriefingError(f"{before.name}: {error.message}") from None
    replace(before, before.encoded(done.text))
    narrate(
        _("{name}:{line}: {word} added", name=before.name, line=done.line, word=_(shape.called))
        + (_(" as {id}", id=entry.id) if entry.id else "")
    )
    for advice in (*done.advice, *_ahead(done.record, known.record)):
        narrate(_("{name}:{line}: advice: {advice}", name=before.name, line=done.line, advice=" ".join(advice.split())))
    made = entry.id or (done.record.quotes[-1].id if shape.record is Quote else "")
    if made:
        say(made)
    return Exit.OK


def _ahead(after: Any, before: Any) -> list[str]:
    """Advice on talks that were added with a day to come and without a status, which count as held."""
    from datetime import date

    from .unfinished import ahead, called_held

    new = [talk for id, talk in after.talks.items() if id not in before.talks] if isinstance(after, Briefing) else []
    return [called_held(talk) for talk in ahead(after, new, date.today())]


def _lender(path: Path) -> "Registry | None":
    """The registry that lends to a briefing: in the user's library the nearest above it, else the one beside it."""
    from .. import places
    from ..library.registry import Registries
    from .target import configured

    home, here = places.home(configured().library)[0].resolve(), path.resolve()
    return Registries((home,)).of(here) if here.is_relative_to(home) else Registries((path,)).of(path)


def _entry(shape: Shape, fields: dict[str, Any], id: str, briefing: Briefing, registry: "Registry | None") -> "Entry":
    """The entry as it is written: those that are referred to are keyed by an id, a quote may have one among its fields."""
    from ..drafting.writer.ids import new_id
    from ..drafting.writer.insert import Entry

    if shape.record in (Quote, FollowUp):
        return Entry({"id": id, **fields} if id else fields)
    return Entry(fields, id or new_id(shape.record, fields, briefing, registry))


for _word, (_record, _section) in KINDS.items():
    command.add_command(_command(_word, _record, _section))
