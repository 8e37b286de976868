"""The marking of what is handed out: the strictest of all that is in it."""

from collections.abc import Sequence

from ..model.briefing import Record
from ..model.fields import Ref
from ..model.inside import markings
from ..model.links import Links
from ..model.marking import Tlp, label, strictest
from ..reading.clean import clean


def strictness(links: Links, *records: Record) -> Tlp | None:
    """The strictest marking of these records and all in them; None if nothing of it is marked."""
    own = (links.marking(record) for record in records)
    return strictest((*own, *(tlp for record in records for tlp in markings(record))))


def marked_by(links: Links, *refs: Ref | None) -> Tlp | None:
    """The strictest marking that things bear themselves which are named in what is handed out; None if none does."""
    records = (links.record(ref) for ref in refs if ref)
    return strictest(record.tlp for record in records if record)


def marking(links: Links, *records: Record) -> str:
    """The marking of a hand-out of these records, as it is written on it."""
    return label(strictness(links, *records), links.briefing.classification)


def marking_of_all(whole: Sequence[Links]) -> str:
    """The marking of a hand-out that may hold anything of these briefings: the strictest label and every classification."""
    classifications = dict.fromkeys(filter(None, (links.briefing.classification for links in whole)))
    return label(strictest(strictness(links, links.briefing) for links in whole), " / ".join(classifications))


def marked(lines: Sequence[str], mark: str) -> str:
    """Lines with the marking at the end of the only one, or on a first and last line of its own."""
    text = f"{lines[0]} [{mark}]" if len(lines) == 1 else "\n".join((f"[{mark}]", *lines, f"[{mark}]"))
    return clean(text)
