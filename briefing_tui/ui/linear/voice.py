"""What is said on the last row: whatever became another since something was said last."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.timer import Timer

from ...i18n import _, later
from ...model.marking import label
from ..screens.marked import MarkedScreen
from ..timers import once
from .standing import Standing, standing, unended
from .words import said, text_of

if TYPE_CHECKING:
    from ...model.fields import Ref
    from .app import LinearApp

PAUSE = 0.35
"""Seconds without a letter after which it is said what a query finds."""
FOLLOWING = 0.02
"""Seconds after a key at which the cursor follows, if the key drew nothing."""
TURN = 1.5
"""Seconds for which what is said goes with what was said before, if no key comes between."""
_GREETING = later("question mark lists the keys")


class _Said(NamedTuple):
    """What is said in one turn: messages, then what is open, then what one stands on, of which only the newest counts."""

    messages: tuple[str, ...] = ()
    place: str = ""
    words: str = ""
    end: str = ""

    @property
    def text(self) -> str:
        """All of it."""
        return ". ".join(unended(part) for part in (*self.messages, self.place, self.words, self.end) if part)


class Voice:
    """Compares, after every frame, where one stands with where one stood, and says what is new."""

    def __init__(self, app: LinearApp) -> None:
        self._app = app
        self._at: Standing | None = None
        self._facts: dict[str, str] = {}
        self._ticked: dict[tuple[Ref, str, int], bool] = {}
        self._said = _Said()
        self._since = 0.0
        self._pressed = True
        self._again = False
        self._waits: Timer | None = None
        self._follows: Timer | None = None

    @property
    def text(self) -> str:
        """What is said."""
        return self._said.text + (_(", again") if self._again else "")

    @property
    def waiting(self) -> bool:
        """Whether it is about to say something, or to see whether the cursor stands right."""
        return self._waits is not None or self._follows is not None

    def key(self) -> None:
        """A key was pressed: what is said now takes the place of what was, and the cursor follows, whatever is drawn."""
        self._pressed = True
        if self._follows:
            self._follows.stop()
        self._follows = once(self._app, FOLLOWING, self._follow)

    def _follow(self) -> None:
        self._follows = None
        self.look()

    def say(self, message: str) -> None:
        """Say something, behind what this key had us say already."""
        self._say(messages=[said(message)])

    def _say(self, messages: Sequence[str], **standing: str) -> None:
        before, now = self.text, time.monotonic()
        fresh = self._pressed or now - self._since > TURN
        turn = _Said() if fresh else self._said
        turn = turn._replace(messages=(*turn.messages, *messages), **{name: words for name, words in standing.items() if words})
        self._again = fresh and turn == self._said and not self._again
        self._said, self._pressed, self._since = turn, False, now
        if self.text != before:
            self._draw()

    def _draw(self) -> None:
        screen = self._app.screen
        if isinstance(screen, MarkedScreen):
            screen.hints.refresh()

    # --- what became another

    def look(self) -> None:
        """Say what is new; while letters are typed, once they pause."""
        self._hurry()
        screen = self._app.screen if self._app.screen_stack else None
        if not isinstance(screen, MarkedScreen) or getattr(screen, "waiting", False):
            return
        now = standing(screen)
        if now.at != self._app.cursor_position:
            self._draw()
        if now.typing and self._at and self._at.place == now.place and now.words != self._at.words:
            self._waits = once(self._app, PAUSE, lambda: self._tell(screen))
        else:
            self._tell(screen)

    def _hurry(self) -> None:
        """Wait no longer."""
        if self._waits:
            self._waits.stop()
            self._waits = None

    def _tell(self, screen: MarkedScreen[object]) -> None:
        self._hurry()
        if screen is not self._app.screen:
            return
        before, self._at = self._at, standing(screen)
        messages, moved = [*self._news(screen), *self._ticks()], _moved(before, self._at)
        if messages or moved:
            self._say(messages, **moved)

    def _news(self, screen: MarkedScreen[object]) -> list[str]:
        """Facts that became others: the briefing, the marking, what is wrong with the file, what comes next in the meeting."""
        reader = self._app.reader
        facts = {
            "briefing": text_of(reader.shown.heading()[:1]),
            "marking": _("marking {marking}").format(marking=label(screen.header.tlp, screen.header.classification)),
            "problem": reader.banner.text,
            "theme": _("theme {name}").format(name=self._app.theme),
            "meeting": text_of(self._app.pulse.news[2:]),
        }
        before, self._facts = self._facts or facts | {"problem": "", "meeting": ""}, facts
        whole = facts | {"meeting": said(text_of(self._app.pulse.news))}
        return [said(whole[name]) for name, fact in facts.items() if fact and fact != before.get(name)]

    def _ticks(self) -> list[str]:
        """That a line of the card was ticked, or is no longer."""
        stops = self._app.reader.card.content.stops
        before, self._ticked = self._ticked, {(stop.about, stop.what, stop.number): stop.done for stop in stops if stop.what}
        changed = [done for line, done in self._ticked.items() if before.get(line, done) != done]
        return [_("ticked") if changed[0] else _("no longer ticked")] if changed else []


def _moved(before: Standing | None, now: Standing) -> dict[str, str]:
    """What is to be said of where one stands now."""
    if before is None:
        return {"place": now.place, "words": now.words, "end": _(_GREETING)}
    if before.place != now.place:
        return {"place": now.place, "words": now.words}
    return {"words": now.words} if before.words != now.words else {}
