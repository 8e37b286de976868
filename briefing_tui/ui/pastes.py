"""Pastes as a terminal sends them, between two marks: whatever was pasted, nothing in it is a key."""

from collections.abc import Iterator

from ..model.records import record

BEGIN, END = "\x1b[200~", "\x1b[201~"
MOST = 2_000_000
"""How many letters of one paste are taken: more than any input keeps, and less than makes the program slow."""


@record()
class Pasted:
    """A whole paste."""

    text: str


class Pastes:
    """Takes pastes out of a stream of letters. Their marks stay in it: who reads keys may have begun to read one."""

    def __init__(self) -> None:
        self._before = ""
        """The last letters outside of a paste: a mark may be cut in two. Nothing is held there, as `esc` is a key."""
        self._held: str | None = None
        """The last letters of a paste, which may be the beginning of its end; None outside."""
        self._parts: list[str] = []
        self._room = 0

    def taken_out(self, letters: str) -> Iterator[str | Pasted]:
        """The next letters of the stream, in pieces, and each paste when it is whole."""
        while letters:
            if self._held is None:
                part, letters = self._outside(letters)
                yield part
            else:
                pasted, letters = self._inside(self._held + letters)
                if pasted:
                    yield pasted
                    yield END

    def _outside(self, letters: str) -> tuple[str, str]:
        """The letters up to the beginning of a paste, and the rest."""
        joined = self._before + letters
        at = joined.find(BEGIN)
        stop = at + len(BEGIN) - len(self._before) if at >= 0 else len(letters)
        self._before = joined[-len(BEGIN) + 1 :]
        if at >= 0:
            self._before, self._held, self._room = "", "", MOST
        return letters[:stop], letters[stop:]

    def _inside(self, letters: str) -> tuple[Pasted | None, str]:
        """The paste, if its end is among the letters, and the rest."""
        pasted, end, rest = letters.partition(END)
        self._held = None if end else pasted[len(pasted) - _beginning(pasted, END) :]
        taken = pasted[: len(pasted) - len(self._held or "")].translate(_NONE)[: self._room]
        self._room -= len(taken)
        self._parts.append(taken)
        if not end:
            return None, rest
        text = "".join(self._parts)
        self._parts.clear()
        return Pasted(text), rest


_NONE = {0x00: None, 0x1B: None}


def _beginning(letters: str, mark: str) -> int:
    """How many letters at the end may be the beginning of a mark."""
    return next((size for size in range(min(len(mark) - 1, len(letters)), 0, -1) if letters.endswith(mark[:size])), 0)
