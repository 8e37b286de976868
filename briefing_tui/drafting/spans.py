"""What was found, as spans for other programs: offsets are characters of the text, the end is not included."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ..i18n import _
from .analysis import spoken, tools
from .dates import dates
from .language import recognised
from .quotes import Quote
from .resolve import Speaker
from .vocabulary import LANGUAGES


def spans(
    record: Mapping[str, object], lang: str = "", folders: tuple[Path, ...] = (), today: date | None = None
) -> dict[str, object]:
    """Quotes and dates of a record with `text`, and perhaps `doc_id`, `lang` and `dct` or `date` (the document's day).

    Raises ValueError with what is wrong with the record.
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise ValueError(_('has no "text"'))
    named = record.get("lang")
    lang = lang or (str(named) if named in LANGUAGES else recognised(text)[0])
    day = _day(record) or today or date.today()
    kit = tools(lang, folders)
    return {
        "doc_id": record.get("doc_id", record.get("id", "")),
        "lang": lang,
        "quotes": [quote(text, *each) for each in spoken(text, lang, folders)],
        "dates": [
            {"start": when.start, "end": when.end, "type": when.kind, "value": when.value, "text": text[when.start : when.end]}
            for when in dates(text, kit.vocabulary, day)
        ],
    }


def _day(record: Mapping[str, object]) -> date | None:
    for key in ("dct", "date"):
        try:
            return date.fromisoformat(str(record.get(key))[:10])
        except ValueError:
            continue
    return None


def quote(text: str, found: Quote, speaker: Speaker | None) -> dict[str, object]:
    """A quote as spans: with its marks, and the mention of its speaker that stands near it."""
    mention = found.speaker
    return {
        "start": found.marked.start,
        "end": found.marked.end,
        "text": text[found.marked.start : found.marked.end],
        "speaker_start": mention.start if mention else None,
        "speaker_end": mention.end if mention else None,
        "speaker_text": mention.text(text) if mention else None,
        "speaker_name": speaker.name(text) if speaker else None,
    }
