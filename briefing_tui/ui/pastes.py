"""Pastes as a terminal sends them, between two marks: whatever was pasted, nothing in it is a key."""

BEGIN, END = "\x1b[200~", "\x1b[201~"
MOST = 2_000_000
"""How many letters of one paste are taken: more than any input keeps, and less than makes the program slow."""


class Pastes:
    """Takes escape characters, and what is too much, out of the pastes in a stream of letters."""

    def __init__(self) -> None:
        self._before = ""
        """The last letters outside of a paste: a mark may be cut in two. Nothing is held there, as `esc` is a key."""
        self._held: str | None = None
        """The last letters of a paste, which may be the beginning of its end; None outside."""
        self._room = 0

    def tamed(self, letters: str) -> str:
        """The next letters of the stream, tamed."""
        parts: list[str] = []
        while letters:
            part, letters = self._outside(letters) if self._held is None else self._inside(self._held + letters)
            parts.append(part)
        return "".join(parts)

    def _outside(self, letters: str) -> tuple[str, str]:
        """The letters up to the beginning of a paste, and the rest."""
        joined = self._before + letters
        at = joined.find(BEGIN)
        stop = at + len(BEGIN) - len(self._before) if at >= 0 else len(letters)
        self._before = joined[-len(BEGIN) + 1 :]
        if at >= 0:
            self._before, self._held, self._room = "", "", MOST
        return letters[:stop], letters[stop:]

    def _inside(self, letters: str) -> tuple[str, str]:
        """What is taken of the letters up to the end of the paste, and the rest."""
        pasted, end, rest = letters.partition(END)
        self._held = None if end else pasted[len(pasted) - _beginning(pasted, END) :]
        taken = pasted[: len(pasted) - len(self._held or "")].replace("\x1b", "")[: self._room]
        self._room -= len(taken)
        return taken + end, rest


def _beginning(letters: str, mark: str) -> int:
    """How many letters at the end may be the beginning of a mark."""
    return next((size for size in range(min(len(mark) - 1, len(letters)), 0, -1) if letters.endswith(mark[:size])), 0)
