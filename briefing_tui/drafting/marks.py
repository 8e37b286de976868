"""The structure of quotation marks: what opens where, and what closes it."""

from dataclasses import dataclass

from .glyphs import CLOSERS, MARK, is_single


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text between two quotation marks, its marks included."""

    start: int
    end: int
    opener: str
    depth: int = 0
    """How many other marked stretches it stands in."""
    last: str = ""
    """The last character between the marks."""

    def inner(self, text: str) -> str:
        """The words between the marks."""
        return text[self.start + 1 : self.end - 1]


_DEEPEST = 8
"""How deep marks are told apart; deeper ones are taken for letters."""
_FAR = 3000
"""How many characters a stretch may reach beyond the paragraph it began in."""


def marked(text: str) -> list[Marked]:
    """The outermost marked stretches of `text` in order, and those of single marks that stand in no others.

    An opener that nothing closes is ignored. Takes time in proportion to the text.
    """
    found: list[Marked] = []
    stack: list[tuple[str, int]] = []
    breaks = _breaks(text)
    for match in MARK.finditer(text):
        char, at = match[0], match.start()
        while stack and breaks(stack[-1][1], at) and not _continues(stack[-1], char, at):
            stack.pop()
        depth = _closes(stack, char, text, at)
        if depth >= 0:
            opener, start = stack[depth]
            del stack[depth:]
            if at > start + 1:
                found.append(Marked(start, at + 1, opener, len(stack), text[at - 1]))
        elif len(stack) < _DEEPEST and _opens(char, text, at):
            stack.append((char, at))
    return _outermost(found)


def _breaks(text: str):  # type: ignore[no-untyped-def]
    """A test whether a line ends between two places; asked with places that only grow."""
    last = [-1, text.find("\n")]

    def between(start: int, at: int) -> bool:
        while 0 <= last[1] < at:
            last[:] = last[1], text.find("\n", last[1] + 1)
        return last[0] > start

    return between


def _continues(opened: tuple[str, int], char: str, at: int) -> bool:
    """Whether a mark in a later paragraph still belongs to a quote: it can only close, and is near."""
    opener, start = opened
    return opener in "„»«" and char in CLOSERS[opener] and at - start < _FAR


def _closes(stack: list[tuple[str, int]], char: str, text: str, at: int) -> int:
    """Which of the open marks `char` closes, by its place in the stack; -1 if none."""
    if not stack or (char in "’'" and _inside_word(text, at)):
        return -1
    for depth in range(len(stack) - 1, max(-1, len(stack) - 3), -1):
        opener = stack[depth][0]
        closers = "'’" if opener == "'" else CLOSERS.get(opener, "")
        if char in closers and not (opener == char and _must_open(text, at)):
            return depth
        if not is_single(opener):
            break
    return -1


def _opens(char: str, text: str, at: int) -> bool:
    """Whether `char` can open: it is an opener, words follow it at once, and none stands right before it."""
    if char not in CLOSERS and char != "'":
        return False
    after = text[at + 1 : at + 2]
    before = text[at - 1 : at]
    if char in "„‚":
        return bool(after.strip())
    return bool(after.strip()) and not (before.isalnum() or (before in ".,!?;" and before != ""))


def _must_open(text: str, at: int) -> bool:
    """Whether a mark that looks the same on both sides stands where only an opener can."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([") and bool(after) and after.isalnum()


def _inside_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


def _outermost(found: list[Marked]) -> list[Marked]:
    """Those that stand in no other, in order."""
    kept: list[Marked] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept
