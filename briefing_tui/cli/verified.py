"""What is said of compared quotes, in words for `verify` and as messages for `check`."""

from collections.abc import Callable, Iterator, Sequence

from ..drafting.verify import Checked, Status, Verification
from ..handout.difference import AROUND
from ..i18n import _, quoted, word
from ..model.words import InText, Piece
from ..reading import Message, Weight
from ..reading.nodes import shorten

Paint = Callable[[str, InText], str]
"""Colours what differs."""

_MOST_SAME = 80
"""The most characters of words that do not differ which are shown in one piece."""
_MOST_OTHER = 300
_MOST_PIECES = 40


def plain(text: str, _how: InText) -> str:
    """Without colour."""
    return text


def verdict_words(checked: Checked, paint: Paint = plain) -> str:
    """`altered: the [-old-]{+new+} words (report.txt, para. 4, characters 12-80)`."""
    verdict = checked.verdict
    words = _difference(verdict.pieces, paint) if verdict.pieces else quoted(shorten(checked.quote.text, 60))
    remark = f": {verdict.remark}" if verdict.remark else ""
    where = ", ".join(filter(None, (checked.file, verdict.locator)))
    return f"{word(verdict.status)}: {words}{remark}" + (f" ({where})" if where else "")


def messages(found: Verification, name: str) -> Iterator[Message]:
    """The quotes that are not what their sources say, as problems of the file that messages call `name`."""
    for checked in found.checked:
        if not checked.verdict.status.good:
            yield Message(
                name,
                checked.quote.lineno or 1,
                1,
                Weight.PROBLEM,
                _("quote {verdict}", verdict=verdict_words(checked)),
            )
    for trouble in found.troubles:
        yield Message(name, trouble.source.lineno or 1, 1, Weight.PROBLEM, trouble.text)


def tally(found: Sequence[Verification]) -> str:
    """`7 verbatim, 1 altered, 2 with no source to compare with`."""
    statuses = [checked.verdict.status for each in found for checked in each.checked]
    compared = [status for status in Status if status is not Status.UNCOMPARED and status in statuses]
    counts = [f"{statuses.count(status)} {word(status)}" for status in compared]
    if left := statuses.count(Status.UNCOMPARED):
        counts.append(_("{left} with no source to compare with", left=left))
    return ", ".join(counts) or _("no quotes")


def _difference(pieces: Sequence[Piece], paint: Paint) -> str:
    shown = [paint(_short(piece).join(AROUND[piece.how]), piece.how) for piece in pieces[:_MOST_PIECES]]
    return "".join(shown) + (" …" if len(pieces) > _MOST_PIECES else "")


def _short(piece: Piece) -> str:
    """The words of a piece in one line, the middle of a long one left out."""
    text = piece.text.replace("\n", " ")
    most = _MOST_SAME if piece.how is InText.SAME else _MOST_OTHER
    return text if len(text) <= most else f"{text[: most // 2].rstrip()} … {text[-most // 2 :].lstrip()}"
