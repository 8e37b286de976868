"""From the tree of a file to its briefing, or its registry."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from ..i18n import said as _
from ..model.briefing import Briefing, Participant, Source, Term
from ..model.dates import Moment, Period
from ..model.fields import Kind, Ref
from ..model.marking import Tlp, strictest
from .context import Context
from .findings import Findings
from .nodes import Map, line_of
from .records import fields
from .registry import Registry
from .sections import sections
from .shapes import shape_of
from .spelling import names_in, spellings

KEY_POINTS = 5
"""How many key points a reader takes in."""

_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?(?!\d)", re.ASCII)


def build(root: Map, at: int, findings: Findings, id: str, day: date, registry: Registry | None = None) -> Briefing:
    """The briefing that a file's own map writes; raises UnreadableError if it has no title.

    `id` is its file name; `day` is when to file it if neither it nor its name says when it is; `registry` lends it entries.
    """
    context = Context(findings, registry)
    sections(context, root, Briefing)
    points_at = root.get("key_points")[1]
    values = fields(context, shape_of(Briefing), root, at)
    if context.loan:
        values |= context.loan.sections()
        context.loan = None
    if "title" not in values:
        raise findings.refusal(*findings.broken or (at, _("no title; add a line 'title: …'")))
    if "date" not in values:
        values["date"], origin, wanted = _guess(values, id, day)
        given, place = root.get("date")
        if given:
            findings.go_on(place, _("until then, {origin}", origin=origin))
        else:
            findings.problem(at, _("no date; {origin}; write date: {date}", origin=origin, date=wanted))
    if len(values.get("key_points", ())) > KEY_POINTS:
        findings.advise(
            points_at, _("more than {key_points} key points; a reader in a meeting takes in no more", key_points=KEY_POINTS)
        )
    return Briefing(id=id, lineno=line_of(at), **values)


def build_registry(root: Map, at: int, findings: Findings) -> Registry:
    """The registry that a file's own map writes. Its people may speak for delegations that briefings alone know."""
    context = Context(findings)
    context.names.delegations_elsewhere = True
    sections(context, root, Registry)
    values = fields(context, shape_of(Registry), root, at)
    values.pop("other", None)
    found: dict[Kind, dict[str, Any]] = {
        Kind.PERSON: values.pop("participants", {}),
        Kind.TERM: values.pop("glossary", {}),
        Kind.SOURCE: values.pop("sources", {}),
    }
    for section in found.values():
        for id, record in section.items():
            section[id] = _entry(record, values.get("tlp"))
    return Registry(
        participants=found[Kind.PERSON],
        glossary=found[Kind.TERM],
        sources=found[Kind.SOURCE],
        index=context.names.own,
        spellings={Ref(kind, id): _spellings(record) for kind, section in found.items() for id, record in section.items()},
        cited=frozenset(term.source for term in found[Kind.TERM].values() if term.source and term.source.kind is Kind.SOURCE),
        **values,
    )


def _entry(record: Participant | Term | Source, tlp: Tlp | None) -> Participant | Term | Source:
    """An entry under the marking of its registry; a value it has beside that of a field is not lent."""
    known = shape_of(type(record)).fields
    other = tuple(pair for pair in record.other if pair[0] not in known)
    return replace(record, tlp=strictest((record.tlp, tlp)), other=other)


def _spellings(record: Participant | Term | Source) -> frozenset[str]:
    return spellings(names_in(record.facts(), type(record)))


def _guess(values: dict[str, object], id: str, day: date) -> tuple[Period, str, str]:
    """A date for a briefing that gives none, where it is from, and what is to be written: of the last change, only the form."""
    named = _DAY.match(id)
    if named:
        try:
            found = Period.parse(named[0])
            return found, _("it is taken from the file name"), str(found)
        except ValueError:
            pass
    as_of = values.get("as_of")
    if isinstance(as_of, Moment):
        found = Period(Moment(as_of.year, as_of.month, as_of.day))
        return found, _("it is taken from as_of"), str(found)
    changed = Period(Moment(day.year, day.month, day.day))
    return changed, _("it is filed under the day of its last change"), _("YYYY-MM-DD")
