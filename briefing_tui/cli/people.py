"""`briefing people`: who is in the briefings of a library, and who of them are one."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import places
from ..i18n import _
from ..model.errors import BriefingError, NotFoundError
from . import target
from .exits import Exit
from .out import clean, narrate, say, say_json

if TYPE_CHECKING:
    from ..library.people import Known

_SHOWN = 8
"""How many briefings of a person are named."""


@click.command(name="people")
@click.argument("path", required=False)
@click.option("--merge", nargs=2, metavar="A B", help="Say that B is A, by id or name: the registry gets both names for A.")
@click.option("--yes", is_flag=True, help="Let --merge change the registry without asking.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(path: str | None, merge: tuple[str, str] | None, yes: bool, as_json: bool) -> int:
    """List the people in your library, or at PATH, with the briefings they are in, and who of them are likely one.

    `--merge` writes to the registry.yaml of the library's folder, after it has shown what would change.
    """
    from ..library.alike import alike
    from ..library.people import people, registry_of
    from ..reading import no_garbage

    library = target.named(path) if path else target.home()
    with no_garbage():
        known = people(library)
    if merge and not path and library.paths == (places.SHIPPED,):
        raise BriefingError(_("these are the briefings that came with the program; name your own folder"))
    if merge:
        return _merge(known, registry_of(library), *merge, yes=yes)
    pairs = [(one, other) for one, other in alike(known)]
    if as_json:
        say_json(_data(known, pairs))
    else:
        for line in _lines(known, pairs):
            say(line)
    return Exit.OK if known else Exit.PROBLEMS


def _lines(known: "Sequence[Known]", pairs: "Sequence[tuple[Known, Known]]") -> Iterator[str]:
    from ..library.people import offer

    width = max((len(each.id) for each in known), default=0)
    for each in known:
        office = f", {each.role}" if each.role else ""
        home = f" ({', '.join(sorted(each.codes))})" if each.codes else ""
        yield f"{each.id:{width}}  {each.name}{office}{home}: {_where(each)}"
    if pairs:
        yield ""
    for one, other in pairs:
        yield _(
            "likely one: {name} and {name2}; if so: {offer}", name=one.name, name2=other.name, offer=offer(known, one, other)
        )


def _where(person: "Known") -> str:
    keys = [entry.key for entry, _line in person.places]
    more = [_("and {count} more", count=len(keys) - _SHOWN)] if len(keys) > _SHOWN else []
    return ", ".join([*keys[:_SHOWN], *more]) or _("in the registry alone")


def _data(known: "Sequence[Known]", pairs: "Sequence[tuple[Known, Known]]") -> dict[str, object]:
    from ..library.people import word_for

    people = [
        {
            "id": each.id,
            "name": each.name,
            "names": list(each.names),
            "role": each.role or None,
            "delegations": sorted(each.codes),
            "briefings": [entry.key for entry, _line in each.places],
            "registered": each.listed,
        }
        for each in known
    ]
    alike = [{"ids": [one.id, other.id], "merge": [word_for(known, one), word_for(known, other)]} for one, other in pairs]
    return {"people": people, "alike": alike}


def _merge(known: "Sequence[Known]", file: Path, one: str, other: str, *, yes: bool) -> int:
    from ..library.people import offer

    kept, gone = _one(known, one), _one(known, other)
    if kept is gone:
        raise BriefingError(_("{one!r} and {other!r} are one person already", one=one, other=other))
    if gone.listed and gone.id != kept.id:
        if kept.listed:
            raise BriefingError(
                _("both are listed in {file}; delete the entry '{id}' there, then merge", file=file, id=gone.id)
            )
        raise BriefingError(
            _("'{id}' is listed in {file}; name it first: {offer}", id=gone.id, file=file, offer=offer(known, gone, kept))
        )
    if not _written(file, kept, gone, yes=yes):
        return Exit.PROBLEMS
    for entry, line in gone.places:
        if line and gone.id != kept.id:
            narrate(
                _(
                    "{path}:{line}: '{id}' is '{id2}' in the registry now; use that id here",
                    path=entry.path,
                    line=line,
                    id=gone.id,
                    id2=kept.id,
                )
            )
    return Exit.OK


def _written(file: Path, kept: "Known", gone: "Known", *, yes: bool) -> bool:
    """Have the registry know both names, if the user wants it; whether it does."""
    from ..drafting.writer.aliases import first_entry, with_names
    from ..drafting.writer.save import create, original, replace
    from .change import registry_reader, wanted

    names = [name for name in {**kept.names, **gone.names} if name != kept.name]
    if not file.exists():
        text = first_entry(kept.id, kept.name, names)
        if done := wanted(str(file), "", text, yes=yes):
            create(file, text.encode())
        return done
    before = original(file)
    text = with_names(before.text, kept.id, kept.name, names, registry_reader(before))
    if text == before.text:
        narrate(_("{name}: knows all their names already", name=before.name))
        return True
    if done := wanted(before.name, before.text, text, yes=yes):
        replace(before, before.encoded(text))
    return done


def _one(known: "Sequence[Known]", word: str) -> "Known":
    """The person that an id or name means; raises NotFoundError."""
    from ..library.people import found
    from ..reading.nearest import did_you_mean, nearest

    shown = clean(word, newlines=False)
    means = list(found(known, word))
    if len(means) > 1:
        raise NotFoundError(
            _(
                "{shown!r} may be {means}; write the name",
                shown=shown,
                means=_(" or ").join(f"{each.name} ({each.id})" for each in means[:5]),
            )
        )
    if not means:
        near = nearest(word, [*(each.id for each in known), *(name for each in known for name in each.names)], 3)
        raise NotFoundError(_("nobody is called {shown!r}{did_you_mean}", shown=shown, did_you_mean=did_you_mean(near)))
    return means[0]
