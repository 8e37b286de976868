"""The main screen: three panes and the card that follows the cursor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.binding import BindingsMap
from textual.geometry import Region
from textual.widget import Widget

from ...i18n import _, later, pgettext
from ...model.fields import Kind, Ref
from ...model.marking import Tlp
from ..cards import Subject, card
from ..cards.page import Page
from ..cards.there import WAITING, waiting
from ..cards.view import View, markings
from ..commands import BY_ID, bindings
from ..commands.move import MOVE
from ..filtering import filtered
from ..frame import Shape, frame, has_side, is_narrow
from ..hints import PANES, digit, hints
from ..history import History, Place
from ..leading import open_there
from ..rows import Row, participant_rows, talk_rows, threat_rows
from ..runs import Line, Run, plain
from ..targets import Target, TermsOn, There, thing
from ..timers import once
from ..widgets.bars import Banner, Tabs
from ..widgets.card import Card
from ..widgets.pane import Pane
from ..widgets.side import Side, marks
from .marked import MarkedScreen

if TYPE_CHECKING:
    from ..cards.grid import Card as Content
    from ..cards.grid import Stop
    from ..shown import Shown

CARD = 3
"""The focus number of the card; 0 to 2 are the panes."""

_PANES = (later("Participants"), later("Talks"), later("Threats"))
_KINDS = (Kind.PERSON, Kind.TALK, Kind.THREAT)
_PATIENCE = 0.3
"""Seconds for which the last state stays without a word, while something is looked up."""


class ReaderScreen(MarkedScreen[None]):
    """Shows one briefing. Commands act on it through the methods below; it passes data down and hears messages from below."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        keymap = self.briefing_app.keymap
        self._bindings = BindingsMap(bindings(keymap))
        self.shown = shown
        self.panes = tuple(Pane(keymap.key(id), _(title)) for id, title in zip(PANES, _PANES, strict=True))
        self.card = self.briefing_app.manner.make_card()
        self.tabs = Tabs()
        self.banner = Banner()
        self.side = Side()
        self.active = 1
        self.subject: Subject | None = None
        self.zoomed = False
        self.jumped = False
        self.history = History()
        self.following = False
        """Whether the card has still to go where the cursor is."""
        self._awaited: tuple[int, int] | None = None
        """The scroll and link to show, of what is being looked up."""
        self._changes_of = ""
        """The briefing whose changes are shown."""

    # --- the frame

    def body(self) -> Iterable[Widget]:
        """Everything; what has no place at a size is not shown."""
        return (self.banner, self.tabs, *self.panes, self.card, self.side)

    def places(self, columns: int, rows: int) -> dict[Widget, Region]:
        """By `frame`, for what is shown now."""
        linear = self.briefing_app.manner.linear
        for pane in self.panes:
            pane.ruled = linear or not is_narrow(columns, rows + 2)
        counts = tuple(len(pane.rows) for pane in self.panes)
        shape = Shape(counts, self.active, self.on_card, bool(self.shown.warning), self.zoomed or linear, linear)
        widgets = {"banner": self.banner, "tabs": self.tabs, "card": self.card, "side": self.side}
        widgets |= {f"pane{index}": pane for index, pane in enumerate(self.panes)}
        return {widgets[name]: region for name, region in frame(columns, rows, shape).items()}

    @property
    def narrow(self) -> bool:
        """Whether one pane at a time is shown."""
        return self.briefing_app.manner.linear or is_narrow(*self.size)

    @property
    def on_card(self) -> bool:
        """Whether the card has the focus."""
        return self.card.lit

    @property
    def pane(self) -> Pane:
        """The pane that was last in use."""
        return self.panes[self.active]

    def relayout(self) -> None:
        """Arrange anew, where the focus decides what is shown; rows drawn before a widget was hidden are not kept."""
        if self.narrow or self.zoomed:
            self.rearrange()
            for widget in (self.card, *self.panes):
                widget.refresh()

    # --- content

    def on_mount(self) -> None:
        """Show the briefing in the first frame."""
        self.load()
        self.light(self.active)
        self.briefing_app.keeper.restore()
        super().on_mount()

    def show(self, shown: Shown) -> None:
        """Show another briefing, or this one as it is now; cursors stay on what they stood on."""
        same = shown.key == self.shown.key
        self.shown = shown
        if not same:
            stays = self.on_card and not isinstance(self.subject, Ref | TermsOn)
            self.subject = self.subject if stays else None
            for pane in self.panes:
                pane.filtered = ""
                pane.cursor = pane.top = 0
        self.load()
        self.rearrange()

    def load(self) -> None:
        """Fill the panes and the card from the briefing."""
        for pane, rows in zip(self.panes, self._rows(self.view), strict=True):
            pane.show(filtered(rows, pane.filtered), everything=rows)
        if not self.pane.rows and not self.pane.filtered and not self.on_card:
            self.active = next((index for index, pane in enumerate(self.panes) if pane.rows), 1)
        gone = isinstance(self.subject, Ref) and self.view.links.record(self.subject) is None
        if self.subject is None or gone:
            self.subject = self.pane.row.ref if self.pane.row else Page.ABOUT
        self.banner.show(plain(self.shown.warning))
        self.side.show(self.view)
        self.briefing_app.pulse.look()
        self.draw(top=self.card.top, link=self.card.link)

    @property
    def view(self) -> View:
        """The briefing as it is looked at."""
        return self.shown.view

    @staticmethod
    def _rows(view: View) -> tuple[list[Row], list[Row], list[Row]]:
        return participant_rows(view), talk_rows(view), threat_rows(view)

    def draw(self, *, top: int = 0, link: int = -1) -> None:
        """Draw the card of the subject and what depends on it."""
        if self.subject is not None:
            self._put(card(self.view, self.subject), top, link)
        self.refresh_chrome()

    def _put(self, content: Content, top: int, link: int) -> None:
        """Put content on the card; what is still looked up leaves the last state there for as long as nobody wonders."""
        if not (self.subject is Page.CHANGES and self._changes_of in ("", self.shown.key)):
            self.leave_changes()
        if content is WAITING:
            if self._awaited is None:
                once(self, _PATIENCE, self._still_waiting)
            self._awaited = (top, link)
            return
        self._awaited = None
        self._changes_of = self.shown.key if self.subject is Page.CHANGES else ""
        self.card.digit = digit(self)
        self.card.show(content, top=top, link=link)

    def _still_waiting(self) -> None:
        if self._awaited is not None:
            self.card.show(waiting())

    def answered(self) -> None:
        """More is known of what is on the card, or looked up for it."""
        if self._awaited is None:
            self.redraw()
        else:
            self.draw(top=self._awaited[0], link=self._awaited[1])

    def leave_changes(self) -> None:
        """The changes of a briefing were looked at, if they were, and are left: they count as read."""
        if self._changes_of:
            self.briefing_app.desk.around.mark_read(self._changes_of)
        self._changes_of = ""

    def redraw(self) -> None:
        """Draw the card as it is by now, its scroll and the link one stands on as they were."""
        content = card(self.view, self.subject) if self.subject is not None else WAITING
        if content is not WAITING and self._awaited is None:
            self.card.renew(content)
        self.refresh_chrome()

    def renew(self, shown: Shown) -> None:
        """Show the same briefing with other notes on it."""
        self.shown = shown
        self.side.show(self.view)
        self.redraw()

    def refresh_chrome(self) -> None:
        """Bring tabs, marking and hints up to date."""
        shorts = (pgettext("tab", "People"), pgettext("tab", "Talks"), pgettext("tab", "Threats"))
        tabs = tuple((pane.digit, short, len(pane.rows)) for short, pane in zip(shorts, self.panes, strict=True))
        self.tabs.show(tabs, -1 if self.on_card else self.active)
        self.remark()

    # --- going places

    def follow(self, subject: Subject, *, top: int = 0, link: int = -1) -> None:
        """Show the card of a thing; if a pane lists it, its cursor goes there."""
        self.subject = subject
        if isinstance(subject, Ref) and subject.kind in _KINDS:
            self.panes[_KINDS.index(subject.kind)].find(subject)
        self.draw(top=top, link=link)

    def open(self, subject: Target | Page) -> None:
        """Follow a link: remember where one was, show the thing, stand on its card."""
        if isinstance(subject, There):
            open_there(self, subject)
            return
        self.history.leave(self.here())
        self.follow(subject)
        self.focus_on(CARD)

    def jump(self, subject: Subject) -> None:
        """Stand on the card of a thing that search found: `esc` leads back to where one was, not into a pane."""
        self.follow(subject)
        self.focus_on(CARD)
        self.jumped = True

    def focus_on(self, index: int) -> None:
        """Put the focus on a pane (0 to 2) or the card."""
        self.light(index)
        if index != CARD and self.pane.row:
            self.subject = self.pane.row.ref
        self.relayout()
        if not self.on_card and self.subject is not None:
            self.draw()
        else:
            self.refresh_chrome()

    def light(self, index: int) -> None:
        """Let keys act on a pane (0 to 2) or the card."""
        self.active = index if index != CARD else self.active
        self.jumped = self.jumped and index == CARD
        self.card.light(index == CARD)
        for number, pane in enumerate(self.panes):
            pane.light(number == index)

    def here(self) -> Place:
        """Where one is."""
        focus = CARD if self.on_card else self.active
        cursors = tuple(pane.row.ref if pane.row else None for pane in self.panes)
        return Place(self.shown.key, self.subject, focus, cursors, self.card.top, self.card.link, self.jumped)

    def return_to(self, place: Place) -> None:
        """Be where one was, scroll and cursors included."""
        if place.briefing != self.shown.key and not self.briefing_app.show_briefing(place.briefing):
            return
        for pane, cursor in zip(self.panes, place.cursors, strict=True):
            pane.find(cursor)
        self.subject = place.subject
        self.light(place.focus)
        self.jumped = place.jumped
        self.relayout()
        self.draw(top=place.top, link=place.link)

    # --- what is shown, and may be done

    def heading(self) -> Line:
        """` name · place · date · status`, before it `Δ4` for changes that nobody has looked at."""
        count = self.briefing_app.desk.around.unread
        return (*([Run(f"Δ{count} ", "accent")] if count else []), *self.shown.heading())

    def classification(self) -> str:
        """The file's classification, as written, and those of others from which something is on the card."""
        own = self.view.links.briefing.classification
        return " / ".join(dict.fromkeys(filter(None, (own, *self.card.content.classifications))))

    def markings(self) -> Iterable[Tlp | None]:
        """The file's marking, and that of every item in sight."""
        briefing = self.view.links.briefing
        yield briefing.tlp
        for records in (briefing.participants, briefing.talks, briefing.threats):
            yield from (record.tlp for record in records.values())
        yield from markings(self.card.content.shown)
        yield from self.card.content.marks
        yield from self.briefing_app.pulse.markings
        if has_side(*self.size) and not self.briefing_app.manner.linear:
            yield from marks(self.view)

    def offers(self) -> list[tuple[str, str]]:
        """The hints for where one stands, in the order of their use."""
        return hints(self)

    def key(self, id: str) -> str:
        """The main key of a command; the palette's, if it has none of its own."""
        return self.briefing_app.keymap.way(id)

    @property
    def standing(self) -> Stop | None:
        """The line or note one stands on."""
        return self.card.spot.stop if self.on_card and self.card.spot else None

    def noting(self) -> Ref:
        """What a note is made on: the link, line or note one stands on, else the card's thing, else the whole briefing."""
        spot = self.card.spot if self.on_card else None
        for found in (thing(spot.ref if spot else None), thing(self.subject)):
            if isinstance(found, Ref) and found.kind is not Kind.BRIEFING:
                return found
        return Ref(Kind.BRIEFING, "")

    def stand_on_note(self, id: str) -> None:
        """Stand on a note, if the card has it; what is left unsaved of it stands before."""
        found = [index for index, spot in enumerate(self.card.layout_now.links) if spot.stop and spot.stop.note == id]
        if found:
            self.card.stand_on(found[-1])
            self.refresh_chrome()

    def selected(self) -> Target | Page | None:
        """What copying or editing acts on: the link one stands on, else the card's thing; of a passage its quote."""
        spot = self.card.spot if self.on_card else None
        return thing(spot.ref if spot and not spot.stop else self.subject)

    def say(self, message: str) -> None:
        """Say something on the last row."""
        self.hints.say(message)

    def set_filter(self, pane: Pane, text: str) -> None:
        """Show only the rows of a pane that match."""
        pane.filtered = text
        pane.show(filtered(pane.everything, text), everything=pane.everything)
        self.rearrange()
        self.refresh_chrome()

    # --- messages

    def action_do(self, command_id: str) -> None:
        """Run a command, or say why it cannot be done here."""
        command = BY_ID[command_id]
        if not isinstance(command, MOVE):
            self._catch_up()
        if reason := command.off(self):
            self.say(reason)
        else:
            command.run(self)

    def _catch_up(self) -> None:
        """Let what is done in the same burst of keys as a move be done where the cursor is."""
        if not self.on_card and self.pane.row and (self.pane.astir or self.following):
            self.subject = self.pane.row.ref
            self.draw()

    @on(Pane.Moved)
    def _moved(self, event: Pane.Moved) -> None:
        """Let the card follow the cursor, once no more keys wait."""
        event.pane.astir = False
        if event.pane.row and event.pane is self.pane and not self.on_card:
            self.subject = event.pane.row.ref
            if not self.following:
                self.following = True
                self.call_later(self._follow)

    def _follow(self) -> None:
        if self.app.message_queue_size or self.message_queue_size or self.pane.message_queue_size:
            once(self, 0.001, self._follow)
            return
        self.following = False
        if not self.on_card:
            self.draw()

    @on(Pane.Chosen)
    def _chosen(self) -> None:
        self.focus_on(CARD)

    @on(Card.Followed)
    def _followed(self, event: Card.Followed) -> None:
        self.open(event.ref)

    @on(Tabs.Picked)
    def _picked(self, event: Tabs.Picked) -> None:
        self.focus_on(event.index)

    @on(Pane.Pressed)
    def _pressed(self, event: Pane.Pressed) -> None:
        self.focus_on(self.panes.index(event.pane))

    @on(Card.Pressed)
    def _card_pressed(self) -> None:
        self.focus_on(CARD)
