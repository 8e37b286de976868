"""One generic builder: a node becomes the record that the annotations describe, and every mistake on the way is told."""

from typing import Any

from ..i18n import said as _
from ..model.briefing import Briefing, Quote, Record
from ..model.fields import Kind, Ref, Refers
from ..model.text import Text
from .advice import ADVICE
from .checks import special
from .context import Context
from .entries import listed
from .events import ENTRIES, too_many
from .languages import is_language
from .nearest import did_you_mean
from .nodes import Map, Node, Seq, line_of, shorten, words
from .shapes import Field, Shape, Sort, shape_of
from .texts import twice, wordings
from .values import READERS, Reader

UNKNOWN = "?"
"""Stands where a required field is missing in a record that is shown all the same."""

ID = Field("id", Sort.STRING, str, Refers(), "An id of its own.", False)
"""What the entries of lists may carry, too."""

_Plan = dict[str, tuple[Reader, Field]]
_plans: dict[tuple[type[Any], bool], _Plan] = {}
_Strange = list[tuple[str, int, Node, int]]


def _plan(shape: Shape, listed: bool) -> _Plan:
    """How each field of a record is read, by its key; the entries of lists may carry an id."""
    plan = _plans.get((shape.record, listed))
    if plan is None:
        readers = READERS | {Sort.RECORDS: _read_records, Sort.KEYED: _read_section}
        plan = {name: (special(shape.record, name) or readers[field.sort], field) for name, field in shape.fields.items()}
        plan |= {"id": (READERS[Sort.STRING], ID)} if listed and shape.has_id else {}
        _plans[shape.record, listed] = plan
    return plan


def _read_records(context: Context, node: Node, at: int, field: Field) -> tuple[Any, ...]:
    """The records of a list."""
    shape = shape_of(field.of)
    built = (record(context, shape, item, item_at) for item, item_at in listed(node, at, shape, context.findings))
    return tuple(each for each in built if each is not None)


def _read_section(context: Context, node: Node, at: int, field: Field) -> dict[str, Any]:
    """A section keyed by id, which is built before the rest of the file."""
    return context.sections.get(field.name, {})


def record(context: Context, shape: Shape, node: Node, at: int, id: str = "") -> Any:
    """The record that `node` writes, with the id of its entry if it is keyed; None if there is nothing to show."""
    context.entries += 1
    if context.entries > ENTRIES:
        raise context.findings.refusal(at, too_many())
    values = fields(context, shape, node, at, id)
    if context.loan and id:
        context.loan.complete(shape.record, id, values)
    for field in shape.required:
        if field.name not in values and not _make_up(context, shape, field, values, at, id):
            return None
    if shape.record is Quote:
        _finish_quote(context, values, at)
    elif id:
        values["id"] = id
    if advise := ADVICE.get(shape.record):
        advise(context, values, at)
    return shape.record(lineno=line_of(at), **values)


def fields(context: Context, shape: Shape, node: Node, at: int, id: str = "") -> dict[str, Any]:
    """The values of a record's fields by name, and of what it cannot hold, `other`."""
    if type(node) is not Map:
        return _bare(context, shape, node, at)
    plan = _plan(shape, not id)
    values: dict[str, Any] = {}
    other: list[tuple[str, str]] = []
    strange: _Strange = []
    for key, key_at, value, value_at in node.entries():
        planned = plan.get(key)
        if planned is None:
            strange.append((key, key_at, value, value_at))
        elif key in values:
            context.findings.problem(key_at, twice(key, _first_line(node, key)))
            other.append((key, words(value)))
        elif value is not None:
            found = planned[0](context, value, value_at, planned[1])
            if found is not None:
                values[key] = found
            elif written := words(value):
                other.append((key, written))
    if strange:
        _settle(context, shape, strange, values, other)
    if other:
        values["other"] = tuple(other)
    return values


def _bare(context: Context, shape: Shape, node: Node, at: int) -> dict[str, Any]:
    """A bare text, or a list, where a record is expected: its main field."""
    if node is None or node == "" or not shape.main:
        return {}
    if type(node) is Seq and shape.main.sort is not Sort.REFS:
        context.findings.problem(at, _("one {called} is expected here, not a list", called=_(shape.called)))
        node = words(node)
    value = _plan(shape, True)[shape.main.name][0](context, node, at, shape.main)
    return {} if value is None else {shape.main.name: value}


def _first_line(node: Map, key: str) -> int:
    return next(line_of(key_at) for name, key_at, _, _ in node.entries() if name == key)


def _settle(context: Context, shape: Shape, strange: _Strange, values: dict[str, Any], other: list[tuple[str, str]]) -> None:
    """Keys that are no fields: language codes of the main field if all of them are, else unknown."""
    main = shape.main
    free = main and main.sort is Sort.TEXT and main.name not in values
    if main and free and all(is_language(key) for key, *_ in strange):
        values[main.name] = wordings(context, Map(part for entry in strange for part in entry))
    elif main and free and shape.record is not Briefing and not values and len(strange) == 1 and " " in strange[0][0]:
        key, key_at, value, _end = strange[0]
        context.findings.problem(
            key_at, _("a text with ': ' in it must stand in quotes: '{value}'", value=shorten(f"{key}: {words(value)}"))
        )
        values[main.name] = Text.of(f"{key}: {words(value)}", context.lang)
    elif strange:
        from .called import meant

        for key, key_at, value, _end in strange:
            near = [] if context.findings.full else meant(key, shape)
            context.findings.problem(
                key_at,
                _("unknown key '{key}'{did_you_mean}", key=shorten(key), did_you_mean=did_you_mean(near) or _fate(shape)),
            )
            other.append((key, words(value)))
    if main and values.get(main.name, main) is None:
        del values[main.name]


def _fate(shape: Shape) -> str:
    """What becomes of an unknown key."""
    if issubclass(shape.record, Record):
        return _("; it is shown under Other")
    return _("; a {called} holds {fields}", called=_(shape.called), fields=", ".join(shape.fields))


def _make_up(context: Context, shape: Shape, field: Field, values: dict[str, Any], at: int, id: str) -> bool:
    """Reports a required field that is missing, and puts its entry's id or a sign in its place if the rest can be shown."""
    shown = id or (UNKNOWN if values else "")
    made: Any = None
    if shown and field.sort is Sort.TEXT:
        made = Text.of(shown, context.lang)
    elif shown and field.sort in (Sort.REF, Sort.REFS):
        ref = Ref(Kind.WORDS, shown)
        made = ref if field.sort is Sort.REF else (ref,)
    if made:
        values[field.name] = made
    left_out = "" if made else _("; it is left out")
    context.findings.problem(
        at,
        _(
            "this {called} has no {name}{left_out}; add '{name}: …'",
            called=_(shape.called),
            name=field.name,
            left_out=left_out,
        ),
    )
    return bool(made)


def _finish_quote(context: Context, values: dict[str, Any], at: int) -> None:
    """Gives a quote its language and its id; an id that is not written comes from its speaker and text."""
    values.setdefault("lang", context.lang)
    written = values.get("id", "")
    if written and (line := context.quotes.line(written)):
        context.findings.problem(
            at, _("the quote '{written}' is here twice, first on line {line}; rename one", written=shorten(written), line=line)
        )
    id = written or _hashed(f"{values['speaker'].id}\0{values['text']}")
    values["id"] = context.quotes.take(id, line_of(at))


def _hashed(words: str) -> str:
    """An id made of what is said and by whom."""
    from hashlib import blake2s

    return blake2s(words.encode(), digest_size=5).hexdigest()
