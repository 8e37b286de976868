"""What changed in a text, line by line as `diff -U0` writes it."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_MOST = 2000
"""How many lines that differ are compared with each other; more are shown as one change."""

_Change = tuple[int, int, int, int]


def difference(name: str, old: str, new: str) -> Iterator[str]:
    """The lines of the difference of two texts, with a header; line ends are not shown."""
    before, after = old.splitlines(), new.splitlines()
    yield f"--- {name}"
    yield f"+++ {name}"
    for start, end, other, other_end in _changes(before, after):
        yield f"@@ -{_range(start, end)} +{_range(other, other_end)} @@"
        yield from (f"-{line}" for line in before[start:end])
        yield from (f"+{line}" for line in after[other:other_end])


def _range(start: int, end: int) -> str:
    """Where lines stand, counted from 1; none stand behind the line before."""
    count = end - start
    return f"{start + bool(count)}" + ("" if count == 1 else f",{count}")


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[_Change]:
    """The lines that differ: line by line where there are as many, else as few as are found between those that agree."""
    if len(before) == len(after):
        yield from _runs([at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other])
        return
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    tail = next((at for at in range(shorter - head) if before[-1 - at] != after[-1 - at]), shorter - head)
    one, other = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(one) + len(other) > _MOST:
        yield head, head + len(one), head, head + len(other)
        return
    for how, start, end, start2, end2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if how != "equal":
            yield head + start, head + end, head + start2, head + end2


def _runs(lines: Sequence[int]) -> Iterator[_Change]:
    """Lines in a row as one change."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at] != lines[at - 1] + 1:
            first, last = lines[start], lines[at - 1] + 1
            yield first, last, first, last
            start = at
