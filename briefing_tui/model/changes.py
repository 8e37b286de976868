"""What changed between two versions of a briefing, item by item: never line by line, and never for a new order alone."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any

from .briefing import Briefing, Quote, Record, Term
from .fields import Kind, Ref
from .pairing import Pair, counted, pairs
from .records import record
from .text import Text
from .words import Piece, word_diff

BRIEFING = "briefing"
"""The kind of a change in the briefing's own fields."""
ORDER = (
    BRIEFING, "key_points", "delegations", "participants", "talks", "threats", "quotes", "agenda", "follow_ups", "glossary",
    "sources",
)  # fmt: skip
"""The kinds of changes, in which order they are told; a kind that is not here comes last."""
_KINDS = {
    "delegations": Kind.DELEGATION, "participants": Kind.PERSON, "sources": Kind.SOURCE, "talks": Kind.TALK,
    "threats": Kind.THREAT, "glossary": Kind.TERM, "quotes": Kind.QUOTE,
}  # fmt: skip
"""What is referred to, before what refers to it: an id that was renamed is no change in what refers to it."""
_DERIVED = re.compile(r"[0-9a-f]{10}(-\d+)?")
"""The id of a quote to which nobody gave one: it changes with speaker and text."""


class How(StrEnum):
    """What became of an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"
    """It has another id; fields may have changed, too."""


@record()
class FieldChange:
    """One field with its old and its new value; of a list, `items` are what came, went and changed in it."""

    name: str
    old: Any
    new: Any
    items: tuple["ItemChange", ...] = ()

    @property
    def words(self) -> Mapping[str, tuple[Piece, ...]]:
        """What changed word by word, by language, if this is a text; found out when it is asked for."""
        old, new = _wordings(self.old), _wordings(self.new)
        langs = [lang for lang in dict.fromkeys((*new, *old)) if old.get(lang) != new.get(lang)]
        return {lang: word_diff(old.get(lang, ""), new.get(lang, "")) for lang in langs}


@record()
class ItemChange:
    """One item that came, went or changed. `kind` is its section of the briefing, or the field of the list it is in.

    `id` is the new one, of what went the old one, empty for what has none; `was` is the old one of what was renamed.
    """

    how: How
    kind: str
    old: Any = None
    new: Any = None
    fields: tuple[FieldChange, ...] = ()
    id: str = ""
    was: str = ""

    @property
    def ref(self) -> Ref | None:
        """A reference to it, in the old version if it went; None for what cannot be referred to."""
        kind = _KINDS.get(self.kind)
        return Ref(kind, self.id) if kind and self.id else None


def changes(old: Briefing, new: Briefing) -> tuple[ItemChange, ...]:
    """What changed, in the order of `ORDER`, within a kind in the order of the new version, with what went last.

    Terms that a registry lends are none of the file's; the briefing's id is its file's name and does not count.
    """
    return tuple(_Comparison().of(old, new))


class _Comparison:
    """Compares two versions; `renames` leads from old references to new ones."""

    def __init__(self) -> None:
        self.renames: dict[Ref, Ref] = {}

    def of(self, old: Briefing, new: Briefing) -> Iterator[ItemChange]:
        sections = _sections(old, new)
        paired = {name: self._paired(name, old, new) for name in sorted(sections, key=_referred_first)}
        own = self._fields(old, new, [name for name in counted(Briefing) if name not in sections])
        if own:
            yield ItemChange(How.CHANGED, BRIEFING, old, new, tuple(own), new.id)
        for name in sorted(sections, key=_told):
            yield from self._items(name, paired[name])

    def _paired(self, name: str, old: Briefing, new: Briefing) -> list[Pair]:
        found = pairs(_own(getattr(old, name)), _own(getattr(new, name)), self.content, content)
        kind = _KINDS.get(name)
        if kind:
            both = (pair for pair in found if pair.old and pair.new and pair.old.id != pair.new.id)
            self.renames.update({Ref(kind, pair.old.id): Ref(kind, pair.new.id) for pair in both})
        return found

    def content(self, value: object) -> Hashable:
        """What of an old value is equal to a new one that says the same."""
        return content(value, self.renames)

    def _items(self, kind: str, found: Iterable[Pair]) -> Iterator[ItemChange]:
        for old, new in found:
            if old is None:
                yield ItemChange(How.ADDED, kind, None, new, id=_id(new))
            elif new is None:
                yield ItemChange(How.REMOVED, kind, old, None, id=_id(old))
            else:
                changed = tuple(self._fields(old, new, counted(type(new)))) if isinstance(new, Record) else ()
                renamed = _id(old) != _id(new) and not (isinstance(new, Quote) and _derived(old.id, new.id))
                if renamed:
                    yield ItemChange(How.RENAMED, kind, old, new, changed, _id(new), _id(old))
                elif changed:
                    yield ItemChange(How.CHANGED, kind, old, new, changed, _id(new))

    def _fields(self, old: Record, new: Record, names: Iterable[str]) -> list[FieldChange]:
        found: list[FieldChange] = []
        for name in names:
            before, after = getattr(old, name), getattr(new, name)
            if before == after and not self.renames:
                continue
            if name == "other":
                found += _unknown(dict(before), dict(after))
            elif self.content(before) != content(after):
                listed = isinstance(before, tuple) and isinstance(after, tuple) and not isinstance(after, Ref)
                items = self._items(name, pairs(before, after, self.content, content)) if listed else ()
                found.append(FieldChange(name, before, after, tuple(items)))
        return found


def content(value: object, renames: Mapping[Ref, Ref] | None = None) -> Hashable:
    """What is equal for two values that say the same: without ids and places, in whatever order lists are."""
    match value:
        case Ref():
            return renames.get(value, value) if renames else value
        case Text():
            return frozenset(value.wordings)
        case Record():
            return type(value), tuple([_of_field(value, name, renames) for name in counted(type(value))])
        case tuple():
            return _bag([content(item, renames) for item in value]) if value else ()
    return value


def _of_field(record: Record, name: str, renames: Mapping[Ref, Ref] | None) -> Hashable:
    return frozenset(record.other) if name == "other" else content(getattr(record, name), renames)


def _bag(items: list[Hashable]) -> Hashable:
    """The items without their order."""
    counts: dict[Hashable, int] = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return frozenset(counts.items())


def _unknown(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[FieldChange]:
    """What changed in fields the format does not know, which are texts by name."""
    for name in dict.fromkeys((*new, *old)):
        if old.get(name) != new.get(name):
            yield FieldChange(name, old.get(name), new.get(name))


def _wordings(value: object) -> dict[str, str]:
    if isinstance(value, Text):
        return {wording.lang: wording.text for wording in value.wordings}
    return {"": value} if isinstance(value, str) and type(value) is str else {}


def _sections(*briefings: Briefing) -> list[str]:
    """The fields that hold records."""
    return [
        each.name for each in fields(Briefing) if any(_holds_records(getattr(briefing, each.name)) for briefing in briefings)
    ]


def _holds_records(value: object) -> bool:
    return isinstance(value, Mapping) or (isinstance(value, tuple) and bool(value) and isinstance(value[0], Record))


def _own(section: Any) -> Iterable[Record]:
    records = section.values() if isinstance(section, Mapping) else section
    return (each for each in records if each.lineno or not isinstance(each, Term))


def _id(thing: object) -> str:
    return getattr(thing, "id", "") if isinstance(thing, Record) else ""


def _derived(*ids: str) -> bool:
    return any(_DERIVED.fullmatch(id) for id in ids)


def _referred_first(name: str) -> tuple[int, str]:
    return (list(_KINDS).index(name) if name in _KINDS else len(_KINDS)), name


def _told(name: str) -> tuple[int, str]:
    return (ORDER.index(name) if name in ORDER else len(ORDER)), name
