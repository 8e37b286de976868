"""Two briefings about people who do not exist, and a user who sits at the reader and presses keys."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from briefing_tui.keys.keymap import PLAIN, Keymap
from briefing_tui.library import Library
from briefing_tui.model.links import Links
from briefing_tui.reading import read_bytes
from briefing_tui.session import Session
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.cards import Subject, card
from briefing_tui.ui.cards.grid import Layout, lay_out
from briefing_tui.ui.cards.view import View
from briefing_tui.ui.clock import Clock, real
from briefing_tui.ui.desk import Desk
from briefing_tui.ui.runs import Line

COUNCIL = """\
title: {en: Third Lunar Council, de: Dritter Mondrat}
date: 2031-05-02
lang: de
venue: Tycho
principal: vega
chair: orlo
tlp: GREEN
classification: COUNCIL ONLY
status: draft
version: 4
summary: {en: Air for all before ice for some., de: Erst Luft für alle.}
key_points: [{en: Air first, de: Luft zuerst}]
delegations:
  TYC: {name: Tycho Base, group: Inner, head: vega}
  COP: {name: Copernicus}
participants:
  vega: {name: Ida Vega, native: 이다, pronunciation: EE-da, role: {en: Minister of Air, de: Luftministerin}, delegation: TYC}
  orlo: {name: Bruno Orlo, role: {en: Speaker, de: Sprecher}, delegation: COP, bio: {en: A long life., de: Lang.}}
  quist: {name: Mara Quist, role: {en: Minister of Ice, de: Eisministerin}, delegation: COP}
  brandt: {name: Old Brandt, role: {en: Poet, de: Dichter}, delegation: COP, presence: mentioned}
talks:
  tyc-cop:
    parties: [vega, quist]
    topics: [{en: ice, de: Eis}]
    objectives: [{en: Keep the calendar of convoys, de: Kalender}]
    points: [{en: Thank them for the convoy, de: Danken}]
    outcome: {en: Both want quiet convoys., de: Beide wollen ruhige Konvois.}
    agreed: [{en: A hotline between the domes, de: Eine Hotline}]
    asks: [{by: COP, what: {en: More air by June, de: Mehr Luft}, answer: {en: under review, de: wird geprüft}}]
    previous: second-council/tyc-cop
  tyc-far:
    parties: [vega, orlo]
    status: planned
    date: 2031-05-09
    objectives: [{en: Win the vote, de: Gewinnen}]
    points: [{en: The vote is in June, de: Juni}]
    if_raised: [{topic: {en: the leak, de: das Leck}, line: {en: It is mended., de: Repariert.}}]
    avoid: [{en: The old debt, de: Die Schuld}]
    asks: [{by: TYC, what: {en: A second pump, de: Eine Pumpe}}]
    press_line: {en: A good talk., de: Gut.}
threats:
  leak: {title: {en: Leak in dome four, de: Leck}, actor: COP, severity: critical, talks: [tyc-cop], raised_by: vega}
  dust: {title: {en: Dust, de: Staub}, actor: [COP, TYC], severity: low}
  quake: {title: {en: Moonquakes, de: Beben}}
quotes:
  - id: q-grave
    speaker: vega
    text: schwere Herausforderung für den regionalen Frieden und die Stabilität
    translation: {en: a grave challenge to regional peace and stability}
    talk: tyc-cop
    about: [leak]
    source: minutes
    locator: para. 4
  - id: q-ice
    speaker: quist
    text: Die Verteidigungsministerin hat über Südtycho gesprochen
    translation: {en: The minister of defence spoke about South Tycho}
    occasion: {en: plenary, de: Plenum}
    tlp: AMBER
  - {id: q-air, speaker: orlo, text: Air is not a favour, lang: en, use: background}
agenda:
  - {time: 09:30, what: {en: Opening, de: Eröffnung}, who: orlo, press: true}
  - {time: 14:30, what: {en: Talk with Copernicus, de: Gespräch}, talk: tyc-cop}
follow_ups: [{what: {en: Send the air figures, de: Zahlen}, who: TYC, due: 2031-05-20, talk: tyc-cop}]
glossary:
  EVA: {en: Walk outside, de: Ausstieg}
sources:
  minutes: {title: {en: Minutes of the council, de: Protokoll}, publisher: Tycho Press, grade: B2, tlp: GREEN}
"""

SECOND = """\
title: Second Lunar Council
date: 2030-05-02
lang: en
principal: vega
tlp: CLEAR
participants:
  vega: {name: Ida Vega, role: Minister of Air, delegation: TYC}
  quist: {name: Mara Quist, delegation: COP}
talks:
  tyc-cop: {parties: [vega, quist], outcome: They parted in anger.}
threats:
  quake: Moonquakes
quotes:
  - {id: q-anger, speaker: quist, text: We shall not thaw a single glacier}
"""


def moon(folder: Path, **changes: str) -> Path:
    """A folder with both briefings, in the first of which words are replaced by others."""
    text = COUNCIL
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    (folder / "third-council.yaml").write_text(text, encoding="utf-8")
    (folder / "second-council.yaml").write_text(SECOND, encoding="utf-8")
    return folder


def view(text: str = COUNCIL, lang: str = "en") -> View:
    """A briefing as it is looked at."""
    return View(Links(read_bytes(text.encode(), "x.yaml", "x").briefing), lang)


def laid_out(of: View, subject: Subject, cells: int = 80) -> Layout:
    """A card at a width."""
    return lay_out(card(of, subject), cells)


def words(lines: tuple[Line, ...]) -> list[str]:
    """The text of lines, without styles; blanks at which no line breaks are as others."""
    return ["".join(run.text for run in line).replace("\xa0", " ").rstrip() for line in lines]


class User:
    """Presses keys, sees the screen."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until nothing works any more."""
        for _ in range(2):
            await self.pilot._wait_for_screen()
            async with asyncio.timeout(60):
                while self._at_work:
                    await asyncio.sleep(0.002)
            if self.app.is_running:
                refreshed = asyncio.Event()
                self.app.call_after_refresh(refreshed.set)
                await asyncio.wait_for(refreshed.wait(), 10)
        await self.pilot._wait_for_screen()
        self.app.screen._on_timer_update()

    @property
    def _at_work(self) -> bool:
        searching = getattr(self.app.screen, "waiting", False)
        noting = "notebook" in self.app.__dict__ and self.app.notebook.at_work
        return bool(searching or noting or self.app.background.at_work or self.app.reader.following) or not all(
            worker.is_finished for worker in self.app.workers
        )

    async def press(self, *keys: str) -> None:
        """Press keys, one after another, and see what each does. (Textual's own `press` sleeps 40 ms a key.)"""
        for key in keys:
            self._send(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type text in one go."""
        for letter in text:
            self._send(letter if letter.isalnum() else _NAMES[letter])
        await self.settle()

    def _send(self, key: str) -> None:
        letter = next((char for char, name in _NAMES.items() if name == key), key if len(key) == 1 else None)
        self.app.post_message(events.Key(key, letter))

    @property
    def rows(self) -> list[str]:
        """The screen, row by row."""
        return [
            "".join(segment.text for segment in strip).replace("\xa0", " ")
            for strip in self.app.screen._compositor.render_strips()
        ]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.rows)

    @property
    def cursor(self) -> str:
        """The row under the cursor of the pane that was last in use."""
        row = self.app.reader.pane.row
        return "".join(run.text for run in row.text) if row else ""

    @property
    def card(self) -> str:
        """What the card's rule says."""
        return self.app.reader.card.content.title

    @property
    def at(self) -> tuple[object, ...]:
        """Where one is, cursors and scroll included."""
        return self.app.reader.here()


_NAMES = {
    " ": "space", "@": "at", "-": "minus", ".": "full_stop", "/": "slash", "?": "question_mark", ":": "colon", "+": "plus",
    "_": "underscore", "[": "left_square_bracket", "]": "right_square_bracket", ",": "comma", ";": "semicolon",
    "=": "equals_sign", "(": "left_parenthesis", ")": "right_parenthesis", "\x1b": "escape",
}  # fmt: skip


@asynccontextmanager
async def at_the_reader(
    folder: Path, opened: str = "third-council", size: tuple[int, int] = (120, 40), lang: str = "en", theme: str = "dark",
    clock: Clock = real, session: Session | None = None, keymap: Keymap = PLAIN,
    complaints: Sequence[str] = (),
    greet: Callable[[BriefingApp], None] = lambda app: None,
) -> AsyncIterator[User]:  # fmt: skip
    """A user with a briefing of `folder` open, who was greeted by `greet`."""
    library = Library(folder)
    app = BriefingApp(Desk(library, library.find(opened), lang, clock, keymap=keymap, complaints=complaints), theme, session)
    app.greet = lambda: greet(app)
    async with app.run_test(size=size, notifications=True) as pilot:
        user = User(app, pilot)
        while app.desk.loading:
            await asyncio.sleep(0.002)
        await user.settle()
        yield user
