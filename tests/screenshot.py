"""Make the README's picture from the real app, on the shipped briefings.

    python tests/screenshot.py [FOLDER]

Writes `reader.svg` and `search.svg` into `.github/`, or the folder named.
"""

import asyncio
import sys
from pathlib import Path

from briefing_tui import places
from briefing_tui.library import Library
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.desk import Desk

SIZE = (100, 30)
PICTURES = {"reader": ("j",), "search": ("slash", *"friden")}
"""The keys pressed before each picture."""


async def picture(keys: tuple[str, ...]) -> str:
    """The screen after some keys, as SVG."""
    library = Library(places.SHIPPED, start=places.SHIPPED_START)
    app = BriefingApp(Desk(library, library.find(places.SHIPPED_START)))
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(*keys)
        await pilot.pause(0.5)
        return app.export_screenshot(title="briefing")


def main(folder: Path) -> None:
    """Write all pictures."""
    for name, keys in PICTURES.items():
        (folder / f"{name}.svg").write_text(asyncio.run(picture(keys)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / ".github")
