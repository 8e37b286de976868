"""Small libraries, and what is found in them."""

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing_tui.library import Library
from briefing_tui.library.upkeep import Upkeep
from briefing_tui.library.watch import attend

WORDS = ("glacier", "harbour", "lantern", "orchard", "thunder", "violin", "walnut", "zeppelin")


def briefing(number: int, word: str) -> str:
    """A briefing in which `word` is said."""
    return (
        f"title: Meeting {number}\ndate: 2031-05-{number + 1:02}\ntlp: GREEN\nvenue: Hall {number}\n"
        f"participants:\n  ann: {{name: Ann Example, delegation: DEU}}\n  bob{number}: {{name: Bob {number}}}\n"
        f"talks:\n  one: {{parties: [ann, bob{number}], outcome: Nothing new.}}\n"
        f"quotes:\n  - {{speaker: ann, text: The {word} is ours to keep}}\n"
        f"  - {{speaker: bob{number}, text: We said so before}}\n"
    )


def write(path: Path, text: str, age: float = 60) -> Path:
    """A file that was saved `age` seconds ago: what was saved just now is read twice."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    then = path.stat().st_mtime - age
    os.utime(path, (then, then))
    return path


def shelve(folder: Path, words: Iterable[str] = WORDS) -> Path:
    """A folder with a briefing for each word, and a file that cannot be read."""
    for number, word in enumerate(words):
        write(folder / f"meeting-{number}.yaml", briefing(number, word))
    write(folder / "broken.yaml", "date: 2031-05-01\n")
    return folder


def up_to_date(folder: Path) -> Upkeep:
    """The index of a library, up to date."""
    upkeep = Upkeep(Library(folder))
    upkeep.update()
    return upkeep


def found(upkeep: Upkeep, words: Iterable[str] = WORDS) -> dict[str, list[str]]:
    """In which briefings each word is said; what is damaged is mended on the way, as a command does it."""
    results = {}
    for word in words:
        results[word] = _keys(upkeep, word)
        if upkeep.damaged:
            upkeep.update()
            results[word] = _keys(upkeep, word)
    return results


def _keys(upkeep: Upkeep, word: str) -> list[str]:
    hits = upkeep.search(f"'{word}", limit=50).hits
    assert all(word in hit.passage.text for hit in hits)
    return sorted(hit.passage.briefing for hit in hits)


EXPECTED = {word: [f"meeting-{number}"] for number, word in enumerate(WORDS)}
"""What is found in a library as it was shelved."""


@contextmanager
def attended(folder: Path, told: list[str] | None = None, upkeep: Upkeep | None = None) -> Iterator[Upkeep]:
    """The index of a library that is watched, once it is up to date; what is said of it is `told`."""
    upkeep, stop = upkeep or Upkeep(Library(folder)), threading.Event()
    said = [] if told is None else told
    thread = threading.Thread(target=attend, args=(upkeep, stop, said.append))
    thread.start()
    try:
        soon(lambda: said)
        yield upkeep
    finally:
        stop.set()
        thread.join(20)
        assert not thread.is_alive()


def soon(condition: Callable[[], object], seconds: float = 10) -> float:
    """How many seconds until it is so."""
    started = time.monotonic()
    while not condition():
        assert time.monotonic() - started < seconds
        time.sleep(0.005)
    return time.monotonic() - started
