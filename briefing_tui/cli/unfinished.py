"""What of a briefing is not finished: what a draft asks to be looked at, and talks that count as held before they were."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from ..i18n import _
from ..model.briefing import Briefing, Status, Talk, TalkStatus
from ..reading import Message, Weight

_MARK = re.compile(r"\s# (?:check|prüfen): (.+)$")
"""The comment of a draft, in whichever language it was written."""


def unfinished(briefing: Briefing, path: Path, name: str, today: date) -> Iterator[Message]:
    """Advice on the briefing that was read from `path`, a file called `name`."""
    if briefing.status is Status.DRAFT:
        for number, line in enumerate(_text(path).split("\n"), 1):
            if found := _MARK.search(line):
                words = _("look at this, then delete the comment: {words}", words=found[1].strip())
                yield Message(name, number, found.start() + 2, Weight.ADVICE, words)
    for talk in ahead(briefing, briefing.talks.values(), today):
        yield Message(name, talk.lineno or 1, 1, Weight.ADVICE, called_held(talk))


def _text(path: Path) -> str:
    """What the file holds now, for its comments; nothing if it is gone."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def ahead(briefing: Briefing, talks: Iterable[Talk], today: date) -> list[Talk]:
    """The talks that count as held, as those do of which nothing is said, on a day to come."""
    return [talk for talk in talks if talk.status is TalkStatus.HELD and (talk.date or briefing.date).first > today]


def called_held(talk: Talk) -> str:
    """What to say of such a talk."""
    return _("the talk '{id}' lies ahead and counts as held; write status: planned", id=talk.id)
