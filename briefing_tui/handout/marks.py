"""The marking of what is handed out: the strictest of all that is in it."""

from collections.abc import Sequence

from ..model.briefing import Record
from ..model.links import Links
from ..model.marking import label, strictest
from ..reading.clean import clean


def marking(links: Links, *records: Record) -> str:
    """The marking of a hand-out of these records, as it is written on it."""
    return label(links.strictness(*records), links.briefing.classification)


def marking_of_all(whole: Sequence[Links]) -> str:
    """The marking of a hand-out that may hold anything of these briefings: the strictest label and every classification."""
    classifications = dict.fromkeys(filter(None, (links.briefing.classification for links in whole)))
    return label(strictest(links.strictness(links.briefing) for links in whole), " / ".join(classifications))


def marked(lines: Sequence[str], mark: str) -> str:
    """Lines with the marking at the end of the only one, or on a first and last line of its own."""
    text = f"{lines[0]} [{mark}]" if len(lines) == 1 else "\n".join((f"[{mark}]", *lines, f"[{mark}]"))
    return clean(text)
