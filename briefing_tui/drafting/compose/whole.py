"""The whole draft: header, sections, and at its end the dates of the text."""

from ...i18n import _
from ..analysis import Analysis
from ..language import KNOWN
from ..writer.starting import schema_line
from . import sections
from .ids import Names
from .lines import Lines
from .said import said

_MOST_DATES = 40


def compose(analysis: Analysis, *, name: str = "", file: str = "", sha256: str = "", title: str = "", schema: str = "") -> str:
    """The text of a briefing; `name` is what the document is called, `file` and `schema` where its copy and the schema are."""
    lines, names, quotes = Lines(), Names(), said(analysis)
    ids = (
        {index: names.talk(talk) for index, talk in enumerate(analysis.talks)},
        {index: names.threat(threat) for index, threat in enumerate(analysis.threats)},
    )
    for person in analysis.roster.people:
        names.person(person)
    if schema:
        lines.note(schema_line(schema))
    _head(lines, analysis, names, title)
    sections.delegations(lines, analysis)
    sections.participants(lines, analysis, names, quotes)
    sections.talks(lines, analysis, names, ids[0])
    sections.threats(lines, analysis, ids[1])
    sections.quotes(lines, analysis, names, quotes, ids)
    _source(lines, analysis, name, file, sha256, title)
    _dates(lines, analysis)
    return str(lines)


def _head(lines: Lines, analysis: Analysis, names: Names, title: str) -> None:
    head = analysis.header
    lines.note(_("A draft. Every quote is letter for letter from the document; look at what says 'check'."))
    if analysis.share < KNOWN:
        lines.note(
            _("check: the language of the document is not known; it was read as if it were '{lang}'.", lang=analysis.lang)
        )
    lines.put(0, "title", title or head.title, "" if title or head.title_sure else _("the document has no title"))
    lines.put(0, "date", head.day.isoformat(), head.why_day)
    lines.put(0, "format", "1")
    lines.put(0, "lang", analysis.lang)
    if head.place:
        lines.put(0, "venue", head.place, _("where it was written, or the first place that is named"))
    if head.theme:
        lines.put(0, "theme", " ".join(analysis.text[head.theme[0] : head.theme[1]].split()))
    if head.chair:
        lines.put(0, "chair", names.person(head.chair))
    lines.put(0, "status", "draft")


def _source(lines: Lines, analysis: Analysis, name: str, file: str, sha256: str, title: str) -> None:
    lines.gap()
    lines.put(0, "sources")
    lines.put(1, "document")
    lines.put(2, "title", title or (analysis.header.title if analysis.header.title_sure else name or analysis.header.title))
    lines.put(2, "date", analysis.header.day.isoformat())
    lines.put(2, "lang", analysis.lang)
    if file:
        lines.put(2, "file", file)
    if sha256:
        lines.put(2, "sha256", sha256)


def _dates(lines: Lines, analysis: Analysis) -> None:
    days = [when for when in analysis.whens if when.value[:4].isdigit() and len(when.value) >= 4]
    if days:
        lines.gap()
        lines.note(_("Dates in the text, counted from {date}:", date=analysis.header.day.isoformat()))
    for when in days[:_MOST_DATES]:
        place = analysis.paragraphs.at(when.start)
        lines.note(
            "  "
            + _(
                "{words} = {value} (para. {number})",
                words=analysis.text[when.start : when.end],
                value=when.value,
                number=place.number if place else 0,
            )
        )
