"""What changed between two versions of a briefing, as plain text or as data."""

from collections.abc import Iterable, Iterator, Sequence

from ..i18n import _, pgettext, word
from ..model.briefing import Briefing, Quote, Record, Talk, Use
from ..model.changes import BRIEFING, FieldChange, How, ItemChange
from ..model.links import Links
from ..model.use import rule
from ..model.words import InText, Piece
from .data import Data, as_value
from .marks import marked, marking_of_all
from .plain import INDENT, Words, hung, label, main_field

SIGNS = {How.ADDED: "+", How.REMOVED: "-", How.CHANGED: "~", How.RENAMED: "~"}
"""What stands before an item."""
AROUND = {InText.SAME: ("", ""), InText.REMOVED: ("[-", "-]"), InText.ADDED: ("{+", "+}")}
"""What stands around words, as `git diff --word-diff` writes it."""


def as_difference(old: Briefing, new: Briefing, changes: Sequence[ItemChange], lang: str = "") -> str:
    """The changes in plain text, item by item under the names of the sections, between the markings of both versions."""
    was, now = Links(old), Links(new)
    page = _Page(Words(was, lang), Words(now, lang))
    lines: list[str] = []
    kind = ""
    for change in changes:
        if change.kind != kind:
            kind = change.kind
            lines += ["", label(kind).upper()]
        lines += page.item(change)
    return marked([*lines, ""], marking_of_all((was, now)))


class _Page:
    """Writes changes in the words of both versions."""

    def __init__(self, old: Words, new: Words) -> None:
        self.old, self.new = old, new

    def item(self, change: ItemChange) -> Iterator[str]:
        """One item: what it is called, and what of it changed, or all of it if it came or went."""
        words = self.old if change.how is How.REMOVED else self.new
        record = change.old if change.how is How.REMOVED else change.new
        if change.kind != BRIEFING:
            yield hung(f"{SIGNS[change.how]} ", _head(words, record, change))
        if change.fields:
            yield from _indented(line for field in change.fields for line in self.field(field))
        elif change.how in (How.ADDED, How.REMOVED):
            yield from _indented(words.lines(record, leave_out=(main_field(record), "speaker")))

    def field(self, change: FieldChange) -> Iterator[str]:
        """One field: the words that differ, the items of a list, or both values."""
        name = label(change.name)
        if change.items:
            yield f"{name}:"
            yield from _indented(line for item in change.items for line in self.entry(item))
        elif change.words:
            for lang, pieces in change.words.items():
                own = self.new.links.briefing.lang
                yield hung(f"{name}{f' [{lang}]' if lang not in ('', own) else ''}: ", _pieces(pieces))
        else:
            yield hung(f"{name}: ", f"{_or_none(self.old, change.old)} → {_or_none(self.new, change.new)}")

    def entry(self, change: ItemChange) -> Iterator[str]:
        """One item of a list in one line, with what changed of it below."""
        if change.fields:
            yield from self.item(change)
        elif change.how is How.REMOVED:
            yield hung("- ", self.old.value(change.old))
        else:
            yield hung("+ ", self.new.value(change.new))


def _head(words: Words, record: Record, change: ItemChange) -> str:
    """What an item is called, with its id; before a quote who said it, behind it the ground rule, if it has one."""
    ref = None if isinstance(record, Talk | Quote) else change.ref
    title = words.links.name(ref, words.lang) if ref else words.title(record)
    if isinstance(record, Quote):
        use = rule(words.links.briefing, record)
        return f"{words.name(record.speaker)}: {title}" + (f" [{word(use)}]" if use is not Use.ON_RECORD else "")
    ids = _("{id}, was {was}", id=change.id, was=change.was) if change.was else change.id
    return f"{title} ({ids})" if ids not in ("", title) else title


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (INDENT + line.replace("\n", "\n" + INDENT) for line in lines)


def _or_none(words: Words, value: object) -> str:
    return words.value(value) if value not in (None, "", ()) else pgettext("value", "none")


def _pieces(pieces: Iterable[Piece]) -> str:
    return "".join(text.join(AROUND[how]) for how, text in pieces)


def difference_data(old: Briefing, new: Briefing, changes: Iterable[ItemChange]) -> Data:
    """The changes as maps, lists and texts, with the marking of both versions."""
    data = _Data(old.lang, new.lang)
    return {"marking": marking_of_all((Links(old), Links(new))), "changes": [data.item(change) for change in changes]}


class _Data:
    """Makes data of changes; texts in the language of their version need not name it."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new

    def item(self, change: ItemChange) -> Data:
        """One item; whole only if it came or went."""
        data: Data = {"how": change.how.value, "kind": change.kind}
        data |= {"id": change.id} if change.id else {}
        data |= {"was": change.was} if change.was else {}
        if change.how is How.ADDED:
            return data | {"new": as_value(change.new, self.new)}
        if change.how is How.REMOVED:
            return data | {"old": as_value(change.old, self.old)}
        return data | {"fields": [self.field(field) for field in change.fields]}

    def field(self, change: FieldChange) -> Data:
        """One field with both values, the words that differ by language, the items of a list."""
        data: Data = {"name": change.name, "old": as_value(change.old, self.old), "new": as_value(change.new, self.new)}
        words = {
            lang or self.new: [{"how": how.value, "text": text} for how, text in pieces]
            for lang, pieces in change.words.items()
        }
        data |= {"words": words} if words else {}
        return data | ({"items": [self.item(item) for item in change.items]} if change.items else {})
