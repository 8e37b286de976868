"""The input of a note: several rows, and nothing in it that a terminal could obey."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from ...model.letters import whole
from ...reading.clean import clean

LETTERS = 20_000
"""How long a note may be; of more, the end is cut, as a paste may hold anything."""
ROWS = 5
"""How many rows it shows at most."""


class Writing(TextArea):
    """Takes letters and pastes, line breaks among them; keys that do something else are for the screen."""

    DEFAULT_CSS = """
    Writing, Writing:focus {
        border: none; padding: 0 1; background: $background; color: $foreground; scrollbar-size: 0 0;
        & .text-area--cursor { text-style: reverse; background: $background; color: $foreground; }
        & .text-area--selection { text-style: reverse; background: $background; color: $foreground; }
    }
    """
    SCREENS: ClassVar[set[str]] = {"enter", "tab", "shift+tab", "escape", "ctrl+o", "ctrl+x", "shift+enter", "ctrl+c"}
    virtual_size = Reactive(Size(0, 0))
    """Textual's own lays the whole screen out anew whenever this grows by a row, hidden or not."""

    def __init__(self, text: str) -> None:
        super().__init__(clean(text), compact=True, highlight_cursor_line=False)
        self._bindings.key_to_bindings.pop("ctrl+x", None)
        self.cursor_blink = False
        self.cut = False
        """Whether something was too long for it."""
        self.move_cursor(self.document.end)

    @property
    def rows(self) -> int:
        """How many rows the whole text takes."""
        return self.wrapped_document.height

    def edit(self, edit: Edit) -> EditResult:
        """Take what has room, cleaned."""
        room = LETTERS - len(self.text) + len(self.get_text_range(edit.top, edit.bottom))
        text = clean(edit.text)
        self.cut = len(text) > room
        return super().edit(replace(edit, text=text[: whole(text, max(0, room))]))

    async def _on_key(self, event: events.Key) -> None:
        if event.key in self.SCREENS:
            event.prevent_default()
