"""The settings there are. What is said here of each is what the user reads in `config.toml` and in the README."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from ..model.records import record


def _like(example: str) -> dict[str, str]:
    """How the value of a setting is written in TOML, to begin with."""
    return {"example": example}


@record()
class Settings:
    """What `config.toml` says; each setting is at its default unless the file says otherwise."""

    library: Path | None = field(default=None, metadata=_like('"~/briefings"'))
    """The folder of your briefings; a relative one is taken from the folder of this file. `$BRIEFING_LIBRARY` wins over it.
    Without either, the briefings that came with the program open."""
    theme: str = field(default="", metadata=_like('"dark"'))
    """The theme: `dark`, `light`, `high-contrast`, or `terminal` for the terminal’s own colours. `--theme` wins over it."""
    lang: str = field(default="", metadata=_like('"en"'))
    """The language of the program itself: `en` or `de`. Without it, that of your system (`LANG`)."""
    content_lang: str = field(default="", metadata=_like('"de"'))
    """The language that texts of briefings are shown in, where they have it, as a code such as `de`; `--lang` wins over both.
    Without it, that of the program."""
    screen_reader: bool = field(default=False, metadata=_like("true"))
    """Whether the reader is to be laid out for a screen reader: one column, no lines, changes said in words."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict, metadata=_like(""))
    """Your own keys. `preset` is the set to begin with: `vim` (letters as in vim, and arrows), `arrows` (no letters to move
    by), `de` (more keys that lie well on a German keyboard). Below it, a command is given a key, or several in brackets, in
    place of those it has; `[]` leaves it none. Two commands cannot share a key."""
