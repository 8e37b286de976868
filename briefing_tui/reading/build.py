"""From the tree of a file to its briefing: sections first, so that everything that can be referred to is known."""

import re
from datetime import date

from ..model.briefing import (
    Briefing,
    Delegation,
    Participant,
    Presence,
    Scale,
    Source,
    Talk,
    Term,
    Threat,
)
from ..model.dates import Moment, Period
from ..model.fields import Kind
from .advice import advise_alike, names_of
from .context import Context
from .entries import Entry, bound, keyed
from .findings import Findings
from .languages import is_language
from .nodes import Map, Node, line_of
from .records import fields, record
from .shapes import Shape, Sort, shape_of
from .texts import twice

_NAMES = {
    Delegation: (Kind.DELEGATION, ("name",)),
    Participant: (Kind.PERSON, ("name", "native", "aliases")),
    Talk: (Kind.TALK, ()),
    Threat: (Kind.THREAT, ("title",)),
    Term: (Kind.TERM, ()),
    Source: (Kind.SOURCE, ("title",)),
}
KEY_POINTS = 5
"""How many key points a reader takes in."""

_Given = dict[str, tuple[Node, int]]
_ABSENT: tuple[Node, int] = (None, 0)
_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?(?!\d)", re.ASCII)


def build(root: Map, at: int, findings: Findings, id: str, day: date) -> Briefing:
    """The briefing that a file's own map writes; raises UnreadableError if it has no title.

    `id` is its file name; `day` is when to file it if neither it nor its name says when it is.
    """
    context = Context(findings)
    bound(root, at, findings)
    _merge(root, findings)
    given = {key: (value, value_at) for key, _, value, value_at in root.entries()}
    _look_ahead(context, given)
    points_at = given.get("key_points", _ABSENT)[1]
    _build_sections(context, given)
    del given
    values = fields(context, shape_of(Briefing), root, at)
    if "title" not in values:
        raise findings.refusal(*findings.broken or (at, "no title; add a line 'title: …'"))
    if "date" not in values:
        values["date"], origin = _guess(values, id, day)
        findings.problem(at, f"no date that can be read; {origin}; write date: {values['date']}")
    if len(values.get("key_points", ())) > KEY_POINTS:
        findings.advise(points_at, f"more than {KEY_POINTS} key points; a reader in a meeting takes in no more")
    return Briefing(id=id, lineno=line_of(at), **values)


def _merge(root: Map, findings: Findings) -> None:
    """A section written twice becomes one, with a problem; other equal keys are left to the builder."""
    first: dict[str, int] = {}
    kept: list[Node] = []
    for key, key_at, value, at in root.entries():
        index = first.setdefault(key, len(kept))
        section = kept[index + 2] if index < len(kept) else None
        if isinstance(section, list) and isinstance(value, list) and type(section) is type(value):
            findings.problem(key_at, twice(key, line_of(int(kept[index + 1]))))  # type: ignore[arg-type]
            section.extend(value)
        else:
            kept += (key, key_at, value, at)
    root[:] = kept


def _look_ahead(context: Context, given: _Given) -> None:
    """What reading any text needs to know first. What is wrong with it is told when its turn comes."""
    lang, scale, source = (given.get(key, _ABSENT)[0] for key in ("lang", "scale", "source"))
    if isinstance(lang, str) and is_language(lang):
        context.lang = lang
    if scale in Scale.__members__.values():
        context.scale = Scale(str(scale))
    context.has_source = bool(source)


def _build_sections(context: Context, given: _Given) -> None:
    """Makes known what can be referred to, then builds it, the people before anything that may quote them."""
    waiting: list[tuple[str, Shape, list[Entry]]] = []
    for field in shape_of(Briefing).fields.values():
        node, at = given.get(field.name, _ABSENT)
        if field.sort is Sort.KEYED and node is not None:
            shape = shape_of(field.of)
            entries = keyed(node, at, shape, context.findings)
            kind, names = _NAMES[field.of]
            for entry in entries:
                context.names.add(kind, entry.id, names_of(entry.node, names) if names else ())
            waiting.append((field.name, shape, entries))
            if kind is Kind.PERSON:
                advise_alike(context, entries)
            if isinstance(node, list) and not any(entry.node is node for entry in entries[:1]):
                node.clear()
    for name, shape, entries in waiting:
        context.sections[name] = {entry.id: record(context, shape, entry.node, entry.at, entry.id) for entry in entries}
    for id, person in context.sections.get("participants", {}).items():
        if person.presence is Presence.ATTENDING and person.delegation:
            context.attending.setdefault(person.delegation.id, []).append(id)


def _guess(values: dict[str, object], id: str, day: date) -> tuple[Period, str]:
    """A date for a briefing that gives none, and where it is from."""
    named = _DAY.match(id)
    if named:
        try:
            return Period.parse(named[0]), "it is taken from the file name"
        except ValueError:
            pass
    as_of = values.get("as_of")
    if isinstance(as_of, Moment):
        return Period(Moment(as_of.year, as_of.month, as_of.day)), "it is taken from as_of"
    return Period(Moment(day.year, day.month, day.day)), "it is filed under the day of its last change"
