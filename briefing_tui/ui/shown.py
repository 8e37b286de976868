"""The briefing on the screen, and all the screen says of it beyond its content."""

from __future__ import annotations

from typing import NamedTuple

from ..i18n import word
from ..model.briefing import Briefing
from ..model.text import Text
from .cards.view import View
from .runs import Line, Run


class Shown(NamedTuple):
    """A briefing under its key in the library; `warning` is what is wrong with its file."""

    key: str
    view: View
    warning: str = ""

    @property
    def briefing(self) -> Briefing:
        """The briefing itself."""
        return self.view.links.briefing

    def in_language(self, lang: str) -> Shown:
        """The same in another language."""
        return self._replace(view=self.view._replace(lang=lang))

    def heading(self) -> Line:
        """` name · place · date · status`."""
        briefing = self.briefing
        place = self.view.words(briefing.venue)
        state = word(briefing.status) if briefing.status else ""
        status = " ".join(filter(None, (state, f"v{briefing.version}" if briefing.version else "")))
        line: Line = (Run(self.view.words(briefing.title), "bold"),)
        line = (*line, *(Run(f" · {fact}") for fact in (place, briefing.date.shown()) if fact))
        return (*line, Run(f" · {status}", "muted")) if status else line


def other_language(briefing: Briefing, lang: str) -> str:
    """The language `o` swaps to: the file's own, or, if that is shown, the first other one its texts have."""
    if briefing.lang and briefing.lang != lang:
        return briefing.lang
    texts = (briefing.title, briefing.summary, briefing.theme, *(point.text for point in briefing.key_points))
    spoken = (wording.lang for text in (*texts, *_more(briefing)) if text for wording in text.wordings)
    return next((other for other in spoken if other and other != lang), lang)


def _more(briefing: Briefing) -> list[Text | None]:
    return [
        *(talk.outcome for talk in briefing.talks.values()),
        *(threat.title for threat in briefing.threats.values()),
        *(person.role for person in briefing.participants.values()),
        *(quote.translation for quote in briefing.quotes),
    ]
