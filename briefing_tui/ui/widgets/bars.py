"""The first and last row of every screen, the tabs of a narrow one, and the banner."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.timer import Timer

from ...i18n import _
from ...model.marking import Tlp, label
from ..runs import Line, Run, cut, cut_text, plain, spread, width
from ..timers import once
from .line import LineWidget


def marking_run(tlp: Tlp | None, classification: str, cells: int) -> Run:
    """The marking in its colour; a classification that is too long gives way, the TLP label never does."""
    room = cells - len(label(tlp)) - 3
    text = label(tlp, cut_text(plain(classification), max(0, room)))
    return Run(f" {text} ", f"tlp-{tlp.value.lower().replace('+', '') if tlp else 'none'}")


class _Barred(LineWidget):
    """A row on the panel's ground."""

    def ground(self, y: int) -> str:
        """The panel."""
        return "panel"


class TooSmall(LineWidget):
    """Stands alone in a window in which nothing else has room."""

    def line(self, y: int) -> Line:
        """What is wrong."""
        return () if y else (Run(_("window too small")),)


TITLE_CELLS = 4
"""What a title keeps beside news."""
NEWS_CELLS = 12
"""What news need to say anything: `▸ in 12 min`."""


class Bar(_Barred):
    """A row with something at its left and the marking flush right, whose width is reserved first; before it, what is new."""

    def __init__(self) -> None:
        super().__init__()
        self.left: Line = ()
        self.news: Line = ()
        self.brief: Line = ()
        self.tlp: Tlp | None = None
        self.classification = ""

    def mark(self, tlp: Tlp | None, classification: str) -> None:
        """Show a marking."""
        if (tlp, classification) != (self.tlp, self.classification):
            self.tlp, self.classification = tlp, classification
            self.refresh()

    def show(self, left: Line) -> None:
        """Show this at the left."""
        if left != self.left:
            self.left = left
            self.refresh()

    def tell(self, news: Line, brief: Line = ()) -> None:
        """Show news before the marking, in no more than half the row; `brief` is said where there is no room for more."""
        if (news, brief) != (self.news, self.brief):
            self.news, self.brief = news, brief
            self.refresh()

    def line(self, y: int) -> Line:
        """The left, the news, the marking."""
        marking = self.manner.marking(self.tlp, self.classification, self.size.width)
        news = self._told(self.size.width - width((marking,)))
        right = (*news, Run(" "), marking) if news else (marking,)
        return spread((Run(" "), *self.manner.line(self.left)), right, self.size.width, yields=False)

    def _told(self, free: int) -> Line:
        """The news for so many free cells; to their short form even the title gives way, but for the blank before it."""
        room = min(self.size.width // 2, free - TITLE_CELLS)
        if room >= NEWS_CELLS:
            return cut(self.manner.line(self.news), room)
        return self.manner.line(self.brief) if free >= width(self.brief) + 2 else ()


class HintBar(Bar):
    """The last row: key hints, dropped from the right where there is no room, the last one never; or a short message."""

    SECONDS = 6

    def __init__(self) -> None:
        super().__init__()
        self.hints: Sequence[tuple[str, str]] = ()
        self.message = ""
        self.staying: Line = ()
        self._ends: Timer | None = None

    def offer(self, hints: Sequence[tuple[str, str]]) -> None:
        """Offer these keys, most useful first, the last one always."""
        if hints != self.hints:
            self.hints = hints
            self.refresh()

    def say(self, message: str) -> None:
        """Say something in place of the hints, for some seconds or until the next key."""
        if self._ends:
            self._ends.stop()
        self.message = message
        self.refresh()
        self._ends = once(self, self.SECONDS, self.hush)

    def stay(self, line: Line) -> None:
        """Show something in place of the hints until the next key."""
        self.staying = line
        self.refresh()

    def hush(self) -> None:
        """Give the row back to the hints."""
        if self.message or self.staying:
            self.message, self.staying = "", ()
            self.refresh()

    @property
    def room(self) -> int:
        """The cells there are beside the marking."""
        return self.size.width - width((self.manner.marking(self.tlp, self.classification, self.size.width),)) - 2

    def line(self, y: int) -> Line:
        """The message or the hints, the marking."""
        marking = self.manner.marking(self.tlp, self.classification, self.size.width)
        room = self.room
        left: Line = cut((Run(self.message, "bold"),) if self.message else self.staying, room) or self._hints(room)
        return spread((Run(" "), *left), (marking,), self.size.width, yields=False)

    def _hints(self, room: int) -> Line:
        drawn = [(Run(key, "key"), Run(f" {words}", "muted")) for key, words in self.hints]
        if not drawn:
            return ()
        last = drawn.pop()
        while drawn and sum(width(hint) + 3 for hint in drawn) + width(last) > room:
            drawn.pop()
        line: list[Run] = []
        for hint in (*drawn, last):
            line += [*([Run("   ")] if line else []), *hint]
        return cut(tuple(line), room)


class Tabs(_Barred):
    """What the panes are on a screen with room for one: ` 1 People 9  2 Talks 7  3 Threats 8`."""

    class Picked(Message):
        """A tab was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self) -> None:
        super().__init__()
        self.tabs: Sequence[tuple[str, str, int]] = ()
        self.active = -1

    def show(self, tabs: Sequence[tuple[str, str, int]], active: int) -> None:
        """Show these tabs (digit, name, count), one of them active."""
        if (tabs, active) != (self.tabs, self.active):
            self.tabs, self.active = tabs, active
            self.refresh()

    def line(self, y: int) -> Line:
        """The tabs, the active one bold and underlined."""
        runs: list[Run] = []
        for index, (digit, name, count) in enumerate(self.tabs):
            runs += [Run("  " if runs else " "), Run(digit, "key"), Run(" ")]
            runs += [Run(name, "tab" if index == self.active else "muted"), Run(f" {count}", "muted")]
        return tuple(runs)

    def on_click(self, event: events.Click) -> None:
        """Pick the tab clicked."""
        at = 0
        for index, (digit, name, count) in enumerate(self.tabs):
            at += len(digit) + len(name) + len(str(count)) + 4
            if event.x < at:
                self.post_message(self.Picked(index))
                return


class Banner(_Barred):
    """One row for what is wrong with the file shown."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def show(self, text: str) -> None:
        """Show this."""
        if text != self.text:
            self.text = text
            self.refresh()

    def line(self, y: int) -> Line:
        """The text."""
        return (Run(" "), Run(self.text, "banner"))
