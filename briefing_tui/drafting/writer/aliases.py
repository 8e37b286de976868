"""A person of a registry gets more names: an entry is made, or the names join those that are there."""

from collections.abc import Callable, Sequence

from ...i18n import _
from ...model.briefing import Participant
from .adding import Read, fresh, root_of
from .insert import Edit, Entry, LayoutError, Place, applied, insertion
from .scalars import Value, inline, scalar
from .tree import Node

HEAD = "# People, terms and sources that the briefings of this folder share.\n"
_DEEP = 32


def first_entry(id: str, name: str, names: Sequence[str]) -> str:
    """A registry that lists one person."""
    body = "".join(f"    {scalar(key)}: {inline(value)}\n" for key, value in _fields(name, names).items())
    return f"{HEAD}participants:\n  {scalar(id)}:\n{body}"


def with_names(text: str, id: str, name: str, names: Sequence[str], read: Callable[[str], Read]) -> str:
    """A registry in which the person `id` goes by all of `names`, and by `name` above all if they were not listed yet.

    `read` reads a text. Raises LayoutError if the registry is written in a way that only a person can change.
    """
    before = read(text)
    person = before.record.participants.get(id)
    if person is None:
        edit = insertion(text, root_of(text), "participants", Entry(_fields(name, names), id))
    else:
        more = [each for each in names if each not in _names(person)]
        if not more:
            return text
        edit = _longer(text, _entry(root_of(text, _DEEP), id), more)
    new = applied(text, [edit])
    if not _as_meant(before, read(new), id, names):
        raise _no_way(id)
    return new


def _fields(name: str, names: Sequence[str]) -> dict[str, Value]:
    return {"name": name, **({"aliases": list(names)} if names else {})}


def _as_meant(before: Read, after: Read, id: str, names: Sequence[str]) -> bool:
    """Whether the person has the names now, all others are as they were, and no problem is new."""
    people = after.record.participants
    others = (each for each in before.record.participants.values() if each.id != id)
    known = id in people and set(names) <= _names(people[id])
    return known and not fresh(before.messages, after.messages) and all(people.get(each.id) == each for each in others)


def _names(person: Participant) -> set[str]:
    return {*(wording.text for wording in person.name.wordings), person.native, *person.aliases}


def _no_way(id: str) -> LayoutError:
    return LayoutError(_("'{id}' is written in a way that only a person can change; add the aliases by hand", id=id))


def _entry(root: Node, id: str) -> tuple[Node, Node]:
    """The root and the entry of a person; raises LayoutError if it is not keyed by id."""
    section = root.get("participants")
    entry = section.get(id) if section else None
    if entry is None:
        raise _no_way(id)
    return root, entry


def _longer(text: str, where: tuple[Node, Node], names: Sequence[str]) -> Edit:
    """The edit that adds names to an entry."""
    root, entry = where
    place = Place(text, root)
    if entry.kind == "scalar":
        return Edit(entry.start, entry.end, f"{{name: {scalar(entry.value)}, aliases: {inline(names)}}}")
    aliases = entry.get("aliases")
    if aliases is None:
        line = f"aliases: {inline(names)}"
        return place.behind(entry, line) if entry.flow else place.under(entry, [line])
    if aliases.kind == "seq":
        inner = ", ".join(map(scalar, names))
        return place.behind(aliases, inner) if aliases.flow else place.under(aliases, [f"- {scalar(name)}" for name in names])
    old = [] if aliases.nothing else [aliases.value]
    lead = " " if aliases.start == aliases.end else ""
    return Edit(aliases.start, aliases.end, lead + inline([*old, *names]))
