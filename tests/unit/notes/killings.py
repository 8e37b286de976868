"""Programs that write notes as fast as they can, are killed with -9 at a random moment, and what must be left of them."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from journals import ABOUT, TALK, at

from briefing_tui.notes import Draft, Journal, added, deleted, edited, new_id
from briefing_tui.notes.lines import scan

ROUNDS = 25
"""So many killings happen to one journal before the next one is begun, so that reading it does not take all the time."""
SIZES = (0, 10, 200, 20_000)
LONG = 400_000
"""The letters of some notes: enough for a kill to come in the middle of writing one."""
_AHEAD = 0.04
_CHANGED = " again"

Said = list[tuple[str, str]]
"""What a program said it was told, in its order: a word and the id of a note."""


class Killings:
    """One journal after another, each written by two programs at a time, which are killed again and again."""

    def __init__(self, folder: Path, seed: int = 0) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self.saved = 0
        self._said: list[Said] = []
        self._book = folder

    def run(self, count: int, tell: Callable[[int], None] = lambda _: None) -> None:
        """Kill so many programs, and look at what is left after every two; raises AssertionError."""
        for number in range(0, count, 2):
            if number % (2 * ROUNDS) == 0:
                self._book = self.folder / f"{number}" / "notes" / "moon.journal"
                self._said = []
            self._round()
            tell(number + 2)

    @property
    def torn(self) -> int:
        """How many torn ends were cut and kept aside."""
        return sum(1 for _ in self.folder.glob("*/notes/*.torn-*"))

    def _round(self) -> None:
        programs = [_start(self._book, self.random.random()) for _ in range(2)]
        for process, _ in programs:
            time.sleep(self.random.uniform(0, _AHEAD))
            os.kill(process, signal.SIGKILL)
            _, status = os.waitpid(process, 0)
            assert os.WIFSIGNALED(status), "ended by itself"
        said = [_heard(pipe) for _, pipe in programs]
        self.saved += sum(word == "saved" for each in said for word, _ in each)
        self._said += said
        _check_drafts(self._book, said)
        _check(self._book, self._said)


def _check(book: Path, said: Iterable[Said]) -> None:
    """Every note is there as it was last acknowledged, or as it was just being changed, once, in its program's order."""
    state = Journal(book, ABOUT).refresh()
    texts = {note.id: note.text for note in state.notes}
    assert state.damages == ()
    assert all(text in (_text(id, len(text)), _text(id, len(text) - len(_CHANGED)) + _CHANGED) for id, text in texts.items())
    if book.exists():
        written = Counter(str(entry["id"]) for entry in scan(book.read_bytes()).entries)
        assert set(written.values()) <= {1}, "written twice"
    for each in said:
        words = set(each)
        saved = [id for word, id in each if word == "saved" and ("deleting", id) not in words]
        assert [id for id in texts if id in set(saved)] == saved, "acknowledged and lost, or in another order"
        assert all(texts[id].endswith(_CHANGED) for word, id in each if word == "changed" and id in texts), "change lost"
        assert not any(id in texts for word, id in each if word == "deleted"), "deletion lost"


def _check_drafts(book: Path, said: Iterable[Said]) -> None:
    """What was typed and not saved is a draft or, unacknowledged, a note."""
    draft, state = Draft(book), Journal(book, ABOUT).refresh()
    left = draft.left()
    there = {note.id for note in state.notes} | {each.note for each in left}
    for each in said:
        if each and each[-1][0] == "kept":
            assert each[-1][1] in there, "draft lost"
    assert all(each.text == _text(each.note, len(each.text)) for each in left)
    for each in left:
        draft.discard(each)


def _text(id: str, size: int) -> str:
    """The text of a note, which tells its id and how long it is."""
    return f"{id} ".ljust(size, "x")


def _start(book: Path, seed: float) -> tuple[int, int]:
    """A program of its own, and where it says what it is told."""
    pipe, say = os.pipe()
    process = os.fork()
    if process:
        os.close(say)
        return process, pipe
    try:
        _write(book, random.Random(seed), say)
    finally:
        os._exit(1)


def _write(book: Path, chance: random.Random, say: int) -> None:
    """Type, write, change and delete notes for ever, and say so as soon as each is acknowledged."""
    journal, draft = Journal(book, ABOUT), Draft(book)
    while True:
        id = new_id()
        text = _text(id, 20 + (LONG if chance.random() < 0.05 else chance.choice(SIZES)))
        draft.keep(TALK, text, id, at(0))
        _say(say, "kept", id)
        state = journal.append(added(TALK, text, at(0), id))
        _say(say, "saved", id)
        draft.drop()
        note = next(note for note in state.notes if note.id == id)
        fate = chance.random()
        if fate < 0.2:
            journal.append(edited(note, text + _CHANGED, at(1)))
            _say(say, "changed", id)
        elif fate < 0.3:
            _say(say, "deleting", id)
            journal.append(deleted(note, at(1)))
            _say(say, "deleted", id)


def _say(say: int, word: str, id: str) -> None:
    os.write(say, f"{word} {id}\n".encode())


def _heard(pipe: int) -> Said:
    with os.fdopen(pipe, "rb") as heard:
        lines = heard.read().decode().split("\n")[:-1]
    return [(word, id) for word, _, id in (line.partition(" ") for line in lines)]
