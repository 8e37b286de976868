"""Make the README's pictures from the real app: each main screen, in dark and in light.

    python tests/screenshot.py [FOLDER [NAME]…]

Writes `NAME.svg` and `NAME-light.svg` into `.github/pictures/`, or the folder named; all of them, or those named. What is shown
are the shipped briefings at a fixed time, and for the agenda clock, which they have no times for, the README's own example.
"""

import asyncio
import os
import re
import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SIZE = (100, 30)
EXAMPLE = re.compile(r"```yaml\n(title: Lunar Council\n.*?)```", re.DOTALL)
TRIES, PAUSE = 40, 0.3


class Picture(NamedTuple):
    """What is pressed before a picture is taken, and the instant on the clock; `example` is of the README's briefing."""

    keys: tuple[str, ...]
    at: str = "2025-11-01T14:20+08:00"
    example: bool = False


def typed(text: str) -> tuple[str, ...]:
    """The keys of a text."""
    return tuple({" ": "space"}.get(letter, letter) for letter in text)


PICTURES = {
    "reader": Picture(("j",)),
    "search": Picture(("slash", *typed("friden"))),
    "dossier": Picture(("1", "g", "D")),
    "talk": Picture(
        ("2", "g", "space", "space", "space", "a", *typed("Quist: an answer by June, not in writing"), "enter"),
        "2031-05-02T11:10+00:00",
        example=True,
    ),
    "clock": Picture(("full_stop",), "2031-05-02T09:50+00:00", example=True),
    "matrix": Picture(("9",)),
    "keys": Picture(("question_mark",)),
}


async def picture(name: str, theme: str) -> str:
    """The screen after some keys, as SVG, once nothing on it changes any more."""
    from briefing_tui import places
    from briefing_tui.library import Library
    from briefing_tui.ui.app import BriefingApp
    from briefing_tui.ui.desk import Desk

    wanted = PICTURES[name]
    instant = datetime.fromisoformat(wanted.at)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        _live_in(Path(folder))
        library = Library(_example(Path(folder)) if wanted.example else places.SHIPPED, start=places.SHIPPED_START)
        entry = library.entries[0] if wanted.example else library.find(places.SHIPPED_START)
        app = BriefingApp(Desk(library, entry, clock=lambda: instant), theme)
        async with app.run_test(size=SIZE) as pilot:
            await _settle(app, pilot)
            for key in wanted.keys:
                await pilot.press(key)
                if len(key) > 1 or not key.isalpha():
                    await pilot.pause(PAUSE)
            return await _settle(app, pilot)


async def _settle(app, pilot) -> str:  # type: ignore[no-untyped-def]
    """What the screen shows when it has shown the same three times running."""
    seen: list[str] = []
    for _ in range(TRIES):
        await app.workers.wait_for_complete()
        for field in app.screen.query("Input, TextArea"):
            field.cursor_blink = False
        await pilot.pause(PAUSE)
        seen.append(app.export_screenshot(title="briefing"))
        if len(seen) > 2 and len(set(seen[-3:])) == 1:
            return seen[-1]
    raise SystemExit("the screen does not come to rest")


def _live_in(folder: Path) -> None:
    """Keep settings, cache and notes of the user out of the pictures, and their language and zone."""
    for kind in ("CONFIG", "CACHE", "STATE", "DATA"):
        os.environ[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
    os.environ |= {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "TZ": "UTC"}
    os.environ.pop("NO_COLOR", None)


def _example(folder: Path) -> Path:
    """A library with the briefing that the README shows."""
    [text] = EXAMPLE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    library = folder / "library"
    library.mkdir()
    (library / "2031-05-02-lunar-council.yaml").write_text(text, encoding="utf-8")
    return library


def main(folder: Path, names: list[str]) -> None:
    """Write the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        for theme, ending in (("dark", ""), ("light", "-light")):
            (folder / f"{name}{ending}.svg").write_text(asyncio.run(picture(name, theme)), encoding="utf-8")
            print(f"{name}{ending}.svg")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".github" / "pictures", sys.argv[2:] or list(PICTURES))
