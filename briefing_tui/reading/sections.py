"""The sections keyed by id, made known and built before the rest, so that everything that can be referred to is known."""

from typing import Any

from ..model.briefing import Delegation, Participant, Scale, Source, Talk, Term, Threat
from ..model.fields import Kind
from .advice import advise_alike, names_of
from .context import Context
from .entries import Entry, keyed
from .findings import Findings
from .languages import is_language
from .nodes import Map, Node, line_of
from .records import record
from .shapes import Shape, Sort, shape_of
from .texts import twice
from .values import tlp_of

NAMES = {
    Delegation: (Kind.DELEGATION, ("name",)),
    Participant: (Kind.PERSON, ("name", "native", "aliases")),
    Talk: (Kind.TALK, ()),
    Threat: (Kind.THREAT, ("title",)),
    Term: (Kind.TERM, ()),
    Source: (Kind.SOURCE, ("title",)),
}

Given = dict[str, tuple[Node, int]]
ABSENT: tuple[Node, int] = (None, 0)


def sections(context: Context, root: Map, file: type[Any]) -> None:
    """Builds the sections that a whole file of the class `file` has, into `context`; `root` keeps only their places."""
    _merge(root, context.findings)
    given = {key: (value, value_at) for key, _, value, value_at in root.entries()}
    _look_ahead(context, given)
    waiting: list[tuple[str, Shape, list[Entry]]] = []
    for field in shape_of(file).fields.values():
        node, at = given.get(field.name, ABSENT)
        if field.sort is Sort.KEYED and node is not None:
            waiting.append((field.name, shape_of(field.of), _make_known(context, shape_of(field.of), node, at)))
    for name, shape, entries in waiting:
        context.sections[name] = {entry.id: record(context, shape, entry.node, entry.at, entry.id) for entry in entries}
    for person in context.sections.get("participants", {}).values():
        context.attend(person)
    if context.loan:
        context.loan.invite()


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


def _look_ahead(context: Context, given: Given) -> None:
    """What reading any text needs to know first. What is wrong with it is told when its turn comes."""
    lang, scale, source, tlp = (given.get(key, ABSENT)[0] for key in ("lang", "scale", "source", "tlp"))
    if isinstance(lang, str) and is_language(lang):
        context.lang = lang
    if scale in Scale.__members__.values():
        context.scale = Scale(str(scale))
    context.has_source = bool(source)
    context.tlp = tlp_of(tlp) if tlp else None


def _make_known(context: Context, shape: Shape, node: Node, at: int) -> list[Entry]:
    """The entries of one section, not yet built, which from now on can be referred to."""
    kind, names = NAMES[shape.record]
    loan = context.loan
    entries = keyed(node, at, shape, context.findings, (lambda entry: loan.id_of(kind, entry)) if loan else None)
    for entry in entries:
        context.names.own.add(kind, entry.id, names_of(entry.node, names) if names else ())
        if loan:
            loan.meet(kind, entry)
    if kind is Kind.PERSON:
        advise_alike(context, entries)
    if isinstance(node, list) and not any(entry.node is node for entry in entries[:1]):
        node.clear()
    return entries
