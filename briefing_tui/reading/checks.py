"""What single fields ask of their values beyond their type."""

import re
from pathlib import Path

from ..i18n import later
from ..i18n import said as _
from ..model.briefing import LIKELIHOODS, Briefing, Quote, Record, Source, Talk, Threat
from ..model.fields import Kind, Ref
from ..model.text import Text
from .context import Context
from .nodes import Node, shorten
from .shapes import Field
from .texts import plain, read_string, read_text
from .values import Reader, read_ref, read_tlp, read_use

_INSIDE = re.compile(r"(?!~)(?!\.\.?(/|$))[^/\\:\0][^\\:\0]*")
_ZONE = re.compile(r"[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)*")
_ZONES = Path("/usr/share/zoneinfo")
FORMS: dict[tuple[type[Record], str], tuple[str, str]] = {
    (Talk, "previous"): (r"[^/\s]+/[^/\s]+", later("write BRIEFING/TALK, like admm-plus-2024/kor-jpn")),
    (Source, "grade"): (r"[A-F][1-6]", later("write a letter A to F and a number 1 to 6, like B2")),
    (Source, "sha256"): (r"[0-9a-fA-F]{64}", later("write its 64 hex digits")),
    (Source, "url"): (r"https?://\S+", later("write an address that starts with https://")),
}
"""The pattern a text must match, and what to write."""


def read_speaker(context: Context, node: Node, at: int, field: Field) -> Ref | None:
    """Who said it; a delegation with one attending participant stands for that person."""
    ref = read_ref(context, node, at, field)
    if ref and ref.kind is Kind.DELEGATION and len(people := context.attending.get(ref.id, [])) == 1:
        return Ref(Kind.PERSON, people[0])
    return ref


def read_translation(context: Context, node: Node, at: int, field: Field) -> Text | None:
    """The translations of a quote; a bare text is shown too, in no known language."""
    if type(node) is not str:
        return read_text(context, node, at, field)
    context.findings.problem(at, _("a translation needs its language; write translation: {en: …}"))
    return Text.of(node) if node else None


def read_likelihood(context: Context, node: Node, at: int, field: Field) -> str | None:
    """A term of the file's scale; other words are shown too."""
    term = plain(context, node, at, _("a term of likelihood"))
    terms = LIKELIHOODS[context.scale]
    if term not in terms and term:
        context.findings.problem(
            at,
            _(
                "'{term}' is no term of {scale}; write one of {terms}",
                term=shorten(term),
                scale=context.scale,
                terms=", ".join(terms),
            ),
        )
    return term or None


def read_format(context: Context, node: Node, at: int, field: Field) -> str | None:
    """The version of the format."""
    text = read_string(context, node, at, field)
    if text not in (None, "1"):
        context.findings.problem(
            at, _("format '{written}' is not known and is read as 1; write format: 1", written=shorten(text or ""))
        )
    return text


def read_timezone(context: Context, node: Node, at: int, field: Field) -> str | None:
    """A name of the IANA time zone database, as far as this machine knows it."""
    text = read_string(context, node, at, field)
    if text and not _known_zone(text) and _known_zone("UTC"):
        context.findings.problem(at, _("'{written}' is no time zone; write one like Asia/Kuala_Lumpur", written=shorten(text)))
    return text


def _known_zone(name: str) -> bool:
    """Whether there is such a zone; a look at the usual folder saves loading the time zone library."""
    if _ZONE.fullmatch(name) and (_ZONES / name).is_file():
        return True
    from zoneinfo import ZoneInfo

    try:
        return bool(ZoneInfo(name))
    except (OSError, ValueError, LookupError):
        return False


def _read_formed(context: Context, node: Node, at: int, field: Field) -> str | None:
    """A text that must look as its form says."""
    pattern, advice = next(form for (_record, name), form in FORMS.items() if name == field.name)
    text = read_string(context, node, at, field)
    if text is None or re.fullmatch(pattern, text):
        return text
    context.findings.problem(
        at, _("'{written}' is no {name}; {advice}", written=shorten(text), name=field.name, advice=_(advice))
    )
    return None


def _path(context: Context, node: Node, at: int, field: Field) -> str | None:
    """A file inside the briefing's folder."""
    text = read_string(context, node, at, field)
    if text is None or (_INSIDE.fullmatch(text) and ".." not in text.split("/")):
        return text
    context.findings.problem(
        at,
        _("'{written}' is not inside the folder of this file; write a relative path like sources/a.txt", written=shorten(text)),
    )
    return None


SPECIAL: dict[tuple[type[Record], str], Reader] = {
    (Quote, "speaker"): read_speaker,
    (Quote, "translation"): read_translation,
    (Quote, "use"): read_use,
    (Threat, "likelihood"): read_likelihood,
    (Briefing, "format"): read_format,
    (Briefing, "timezone"): read_timezone,
    (Source, "file"): _path,
}
"""Readers of fields that ask more than their type says."""


def special(record: type[Record], field: str) -> Reader | None:
    """The reader for one field of a record, if it has its own."""
    if field == "tlp":
        return read_tlp
    return SPECIAL.get((record, field)) or (_read_formed if (record, field) in FORMS else None)
