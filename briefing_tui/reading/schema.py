"""The JSON Schema (2020-12) of a briefing, for editors, generated from the annotations the builder reads by.

It takes string, number or boolean wherever a text stands, because editors read YAML 1.2 and know other types than this
program, to which every value is text. Descriptions and examples are those of the annotations.
"""

import dataclasses
import re
from enum import StrEnum
from typing import Any

from ..model.briefing import LIKELIHOODS, Briefing, Record, Threat
from .checks import FORMS
from .languages import LANGUAGES
from .records import ID
from .shapes import Field, Shape, Sort, shape_of

Schema = dict[str, Any]

_MOMENT = r"\d{4}(-\d\d?(-\d\d?([ T]\d\d?:\d\d(:\d\d)?)?)?)?"
_LANGUAGE = f"^({'|'.join(sorted(LANGUAGES))})(-[A-Za-z0-9-]+)?$"
_SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
_WORDS: Schema = {"type": ["string", "number", "boolean"]}
_PATTERNS: dict[Sort, Schema] = {
    Sort.PERIOD: {"pattern": f"^{_MOMENT}(/{_MOMENT})?$"},
    Sort.MOMENT: {"pattern": f"^{_MOMENT}$"},
    Sort.CLOCK: {"pattern": r"^\d\d?[:.]\d\d$"},
    Sort.LANG: {"pattern": _LANGUAGE},
}
_EXAMPLES = re.compile(r": (`[^`]+`(?:, `[^`]+`)*)\.$")
"""Where a description ends in examples."""
_LIKE = re.compile(r"like (\S+)$")
_TEXT: Schema = {"$ref": "#/$defs/text"}


def json_schema() -> Schema:
    """The schema of a whole file, with a definition for each record."""
    shape = shape_of(Briefing)
    definitions = {
        "text": _text(),
        **{_name(each): _record(shape_of(each)) for each in _records(Briefing) if each is not Briefing},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Briefing",
        "description": (Briefing.__doc__ or "").strip(),
        **_object(shape, with_id=False),
        "$defs": definitions,
    }


def _records(record: type[Record]) -> dict[type[Record], None]:
    """A record and all that it holds, in order of appearance."""
    found: dict[type[Record], None] = {record: None}
    for field in shape_of(record).fields.values():
        if field.sort in (Sort.RECORDS, Sort.KEYED):
            found |= _records(field.of)
    return found


def _name(record: type[Record]) -> str:
    return record.__name__.lower()


def _text() -> Schema:
    return {
        "description": "Words in the file's language, or a map of language codes.",
        "anyOf": [_SCALAR, {"type": "object", "patternProperties": {_LANGUAGE: _SCALAR}, "additionalProperties": False}],
    }


def _record(shape: Shape) -> Schema:
    """A record: a bare text for its main field, or a map."""
    main = shape.main
    bare = [_field(shape, main)] if main else []
    if main and main.sort is Sort.TEXT:
        bare = [_SCALAR if shape.has_id else _WORDS]
    return {"description": (shape.record.__doc__ or "").strip(), "anyOf": [*bare, _object(shape, with_id=shape.has_id)]}


def _object(shape: Shape, *, with_id: bool) -> Schema:
    properties = {name: _field(shape, field) for name, field in shape.fields.items()}
    schema: Schema = {
        "type": "object",
        "properties": properties | ({"id": {"description": ID.about, **_SCALAR}} if with_id else {}),
    }
    required = [field.name for field in shape.required]
    if shape.main and shape.main.sort is Sort.TEXT:
        schema["patternProperties"] = {_LANGUAGE: _SCALAR}
        if shape.main.required:
            required.remove(shape.main.name)
            in_languages = {"not": {"propertyNames": {"not": {"pattern": _LANGUAGE}}}}
            schema["anyOf"] = [{"required": [shape.main.name]}, in_languages]
    return schema | {"required": required, "additionalProperties": False}


def _field(shape: Shape, field: Field) -> Schema:
    """One field, with what it is for."""
    form = FORMS.get((shape.record, field.name))
    if form:
        value: Schema = {"type": ["string", "null"], "pattern": f"^({form[0]})$"}
    elif (shape.record, field.name) == (Threat, "likelihood"):
        value = {"enum": [*dict.fromkeys(term for terms in LIKELIHOODS.values() for term in terms), None]}
    else:
        value = _value(field)
    examples = _examples(field.about, form[1] if form else "")
    return {"description": field.about, **value, **_default(shape, field), **({"examples": examples} if examples else {})}


def _examples(about: str, advice: str) -> list[str]:
    """What a description, or the advice on a field's form, gives for examples."""
    found = _EXAMPLES.search(about)
    like = _LIKE.search(advice)
    return found[1].strip("`").split("`, `") if found else [like[1]] if like else []


def _default(shape: Shape, field: Field) -> Schema:
    """The word that a field has where it is not written."""
    default = next(each.default for each in dataclasses.fields(shape.record) if each.name == field.name)
    return {"default": default.value} if isinstance(default, StrEnum) else {}


def _value(field: Field) -> Schema:
    match field.sort:
        case Sort.TEXT:
            return _TEXT
        case Sort.STRINGS | Sort.REFS:
            return _one_or_list(_SCALAR)
        case Sort.RECORDS:
            return _one_or_list({"$ref": f"#/$defs/{_name(field.of)}"})
        case Sort.KEYED:
            entry = {"$ref": f"#/$defs/{_name(field.of)}"}
            optional = {"anyOf": [entry, {"type": "null"}]} if not shape_of(field.of).required else entry
            keyed = {"type": "object", "additionalProperties": optional}
            return {"anyOf": [keyed, *_one_or_list(entry)["anyOf"]]}
        case Sort.CHOICE:
            return {"enum": [*(choice.value for choice in field.of), None]}
        case Sort.FLAG:
            return {"enum": [True, False, "yes", "no", "on", "off", "true", "false", None]}
    return _SCALAR | _PATTERNS.get(field.sort, {})


def _one_or_list(entry: Schema) -> Schema:
    return {"anyOf": [entry, {"type": "array", "items": entry}, {"type": "null"}]}
