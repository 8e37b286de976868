"""The id of a new entry, made from what it is called."""

from collections.abc import Iterable, Mapping
from typing import Any

from ...i18n import _
from ...model.briefing import Briefing, Participant, Record, Source, Talk, Threat
from ...model.countries import alpha3
from ...model.errors import BriefingError
from ...model.fields import Kind
from ...model.spelling import spelling
from ...reading.ids import Ids, slug
from ...reading.languages import is_language
from ...reading.registry import Registry
from ...reading.shapes import shape_of

_SECTIONS: dict[type[Record], str] = {Participant: "participants", Talk: "talks", Threat: "threats", Source: "sources"}


def new_id(record: type[Record], fields: Mapping[str, Any], briefing: Briefing, registry: Registry | None = None) -> str:
    """An id that is free in the briefing; a person or source that the registry knows keeps the id it has there.

    Raises BriefingError if somebody of that name is in the briefing already, who would be two people then.
    """
    section: Mapping[str, Record] = getattr(briefing, _SECTIONS[record])
    own = {id: each for id, each in section.items() if each.lineno}
    names = _names(fields, "parties" if record is Talk else "title" if record in (Threat, Source) else "name")
    if record is Participant:
        _refuse_twice(own, names)
    kind = {Participant: Kind.PERSON, Source: Kind.SOURCE}.get(record)
    listed = next((id for name in names if registry and kind and (id := registry.index.only(name, kind))), "")
    if listed and listed not in own:
        return listed
    made = _talk(names, briefing) if record is Talk else slug(names[0] if names else "")
    return _free(made or record.__name__.lower(), record, own)


def _names(fields: Mapping[str, Any], main: str) -> list[str]:
    value = fields.get(main, "")
    return list(value.values()) if isinstance(value, Mapping) else [value] if isinstance(value, str) else list(value)


def _refuse_twice(own: Mapping[str, Any], names: Iterable[str]) -> None:
    wanted = {spelling(name) for name in names}
    for id, person in own.items():
        if wanted & {spelling(wording.text) for wording in person.name.wordings}:
            raise BriefingError(
                _(
                    "'{id}' is called so already, on line {lineno}; if this is another person, give an --id",
                    id=id,
                    lineno=person.lineno,
                )
            )


def _talk(parties: Iterable[str], briefing: Briefing) -> str:
    """Who speaks to whom: their delegations, else their names."""
    parties = list(parties)
    sides = [_side(word, briefing) for word in parties]
    return slug("-".join(sides if len(set(sides)) == len(sides) else parties))


def _side(word: str, briefing: Briefing) -> str:
    person = briefing.participants.get(word) or next(
        (each for each in briefing.participants.values() if word in (str(each.name), *each.aliases)), None
    )
    if person and person.delegation:
        return person.delegation.id
    return alpha3(word) or word


def _free(id: str, record: type[Record], own: Iterable[str]) -> str:
    """An id that no entry has, and that means nothing else where ids stand: no field, language or country."""
    if id in shape_of(record).fields or id in ("id", "note") or is_language(id) or alpha3(id):
        id = f"{record.__name__.lower()}-{id}"
    ids = Ids()
    for each in own:
        ids.take(each, 1)
    return ids.take(id, 1)
