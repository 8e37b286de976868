"""What is to be said of one quote: whether its words stand in the source, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...i18n import _
from ...model.words import InText, Piece
from .find import Span, alone, in_order
from .nearest import nearest
from .plain import parts_of
from .source import SourceText


class Status(StrEnum):
    """How a quote stands to its source."""

    VERBATIM = "verbatim"
    ALTERED = "altered"
    MISSING = "missing"
    REPORTED = "reported"
    UNCOMPARED = "uncompared"

    @property
    def good(self) -> bool:
        """Whether nothing is wrong with the quote, as far as anybody can say."""
        return self in (Status.VERBATIM, Status.UNCOMPARED)


OMISSION = " […] "


@dataclass(frozen=True, slots=True)
class Verdict:
    """`spans` are the stretches of the source that are the quote, or that are nearest to it; `locator` says where they stand.

    `pieces` lead from the source to an altered quote: removed is what the source alone has, added what the quote alone has.
    """

    status: Status
    spans: tuple[Span, ...] = ()
    locator: str = ""
    pieces: tuple[Piece, ...] = ()
    remark: str = ""


def compared(source: SourceText, quote: str) -> Verdict:
    """The verdict on a quote: verbatim only if every part of it stands in the source letter for letter, in marks, in order."""
    parts = parts_of(quote)
    if not parts:
        return Verdict(Status.MISSING, remark=_("holds no words"))
    if spans := in_order(source, parts, marked=True):
        return _at(source, Status.VERBATIM, spans)
    if spans := in_order(source, parts, marked=False):
        return _at(source, Status.REPORTED, spans, remark=_unmarked(source, spans))
    return _differing(source, parts)


def _at(source: SourceText, status: Status, spans: Sequence[Span], pieces: Sequence[Piece] = (), remark: str = "") -> Verdict:
    locator = "; ".join(dict.fromkeys(source.paragraphs.locator(*span) for span in spans))
    return Verdict(status, tuple(spans), locator, tuple(pieces), remark)


def _unmarked(source: SourceText, spans: Sequence[Span]) -> str:
    if source.next_marks(-1) < 0:
        return _("stands in the source, which has no quotation marks at all")
    part = _("part of it ") if any(source.in_marks(*span) for span in spans) else ""
    return _("{part}stands in the source without quotation marks", part=part)


def _differing(source: SourceText, parts: Sequence[str]) -> Verdict:
    """Each part with the passage nearest to it; missing if there is none for any of them."""
    spans: list[Span] = []
    pieces: list[Piece] = []
    exact = True
    for part in parts:
        pieces += [Piece(InText.SAME, OMISSION)] if pieces else []
        if span := alone(source, part):
            spans.append(span)
            pieces.append(Piece(InText.SAME, part))
            continue
        exact = False
        near = nearest(source, part)
        spans += [near.span] if near else []
        pieces += near.pieces if near else [Piece(InText.ADDED, part)]
    if not spans:
        return Verdict(Status.MISSING, remark=_("nothing in the source is like it"))
    return _at(source, Status.ALTERED, spans, pieces, _("its parts stand in another order in the source") if exact else "")
