"""A briefing as what JSON can hold, in the shape of the format, so that it can be read again as the same briefing."""

from collections.abc import Mapping
from datetime import time
from enum import Enum

from ..model.briefing import Briefing, Point, Quote, Record, Term
from ..model.dates import Moment, Period
from ..model.fields import Ref
from ..model.text import Text
from .plain import filled

Data = dict[str, object]


def as_data(briefing: Briefing) -> Data:
    """The briefing as maps, lists and texts; what is at its default is left out. The marking is under `tlp`."""
    return record_data(briefing, briefing.lang)


def record_data(record: Record, lang: str) -> Data:
    """One record in the shape of the format; `lang` is the language of texts that name none."""
    data: Data = {"id": record.id} if isinstance(record, Quote) else {}
    data |= {name: as_value(value, lang) for name, value in filled(record)}
    return data | dict(record.other)


def as_value(value: object, lang: str) -> object:
    """Any value of a field; `lang` is the file's language, which texts in it need not name."""
    match value:
        case Text():
            return _text(value, lang)
        case Ref():
            return value.id
        case Enum():
            return value.value
        case Period() | Moment():
            return str(value)
        case time():
            return f"{value:%H:%M}"
        case Point() | Term():
            data = record_data(value, lang)
            return data["text"] if len(data) == 1 and isinstance(data["text"], str) else data
        case Record():
            return record_data(value, lang)
        case Mapping():
            return {key: as_value(item, lang) for key, item in value.items()}
        case tuple():
            return [as_value(item, lang) for item in value]
    return value


def _text(text: Text, lang: str) -> str | dict[str, str]:
    """A bare text where it is in the file's language, else a map of languages."""
    if len(text.wordings) == 1 and text.wordings[0].lang in ("", lang):
        return text.wordings[0].text
    return {wording.lang or lang: wording.text for wording in text.wordings}
