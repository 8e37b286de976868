"""What changed in a briefing since it was last read, item by item; what came and what went shows without colour."""

from collections.abc import Iterable, Iterator

from ...handout.difference import AROUND, SIGNS
from ...handout.plain import Words, label, main_field
from ...i18n import _, later, several, word
from ...model.briefing import Quote, Record, Talk
from ...model.changes import BRIEFING, FieldChange, How, ItemChange
from ...model.inside import markings
from ...model.links import Links
from ...model.marking import Tlp
from ...model.words import InText, Piece
from ..runs import Line, Run
from ..since import Changed
from .common import quote_blocks
from .grid import Block, Card, Head, Section
from .there import WAITING, view_of
from .view import View

_INKS = {InText.SAME: "text", InText.REMOVED: "muted", InText.ADDED: "bold"}
_LEGEND = later("+ added   - removed   ~ changed   [-gone-] {+new+}")

KINDS = {
    "briefing": later("BRIEFING"),
    "delegations": later("DELEGATIONS"),
    "participants": later("PARTICIPANTS"),
    "talks": later("TALKS"),
    "threats": later("THREATS"),
    "quotes": later("QUOTES"),
    "agenda": later("AGENDA"),
    "follow_ups": later("FOLLOW-UPS"),
    "sources": later("SOURCES"),
    "glossary": later("GLOSSARY"),
    "key_points": later("KEY POINTS"),
}
"""What the kinds of things that change are called above them."""


def changes_card(view: View) -> Card:
    """The changes, or that there are none."""
    changed = view.around.changed() if view.around else None
    if changed is None:
        return WAITING
    if not changed.changes:
        nothing = Run(_("nothing changed since you last read this briefing"), "muted")
        return Card(_("What changed"), (Block((nothing,)),))
    page = _Page(view, changed)
    count = several(
        "{count} change since you last read this briefing",
        "{count} changes since you last read this briefing",
        len(changed.changes),
    )
    seen = _("; seen") if changed.read else ""
    top = (Block((Run(count + seen, "bold"),)), Block((Run(_(_LEGEND), "muted"),)))
    return Card(_("What changed"), top, tuple(page.sections()), marks=tuple(page.marks()))


class _Page:
    """Draws changes in the words of both versions."""

    def __init__(self, view: View, changed: Changed) -> None:
        self.view, self.changes = view, changed.changes
        self.old, self.new = Words(changed.old, view.lang), Words(changed.new, view.lang)

    def marks(self) -> Iterator[Tlp | None]:
        """The markings of all that is shown, as it was and as it is."""
        for links, record in (pair for change in self.changes for pair in self._records(change)):
            yield links.marking(record)
            yield from () if record is links.briefing else markings(record)

    def _records(self, change: ItemChange) -> Iterator[tuple[Links, Record]]:
        for links, record in ((self.old.links, change.old), (self.new.links, change.new)):
            if isinstance(record, Record):
                yield links, record

    def sections(self) -> Iterator[Section]:
        """A section a kind."""
        for kind in dict.fromkeys(change.kind for change in self.changes):
            blocks = [block for change in self.changes if change.kind == kind for block in self.item(change)]
            yield Section(KINDS.get(kind, kind.replace("_", " ").upper()), tuple(blocks))

    def item(self, change: ItemChange) -> Iterator[Block]:
        """What it is called, a link if it is there, and what of it came, went or changed."""
        words = self.old if change.how is How.REMOVED else self.new
        record = change.old if change.how is How.REMOVED else change.new
        if change.kind != BRIEFING:
            yield Block(self._title(words, record, change), SIGNS[change.how])
        if isinstance(record, Quote) and change.how in (How.ADDED, How.REMOVED):
            blocks = quote_blocks(view_of(self.view, words.links), record, speaker=True)
            yield from (_unled(block) for block in blocks if isinstance(block, Block))
        elif change.how in (How.ADDED, How.REMOVED):
            yield from (Block((Run(line),)) for line in words.lines(record, leave_out=(main_field(record), "speaker")))
        for field in change.fields:
            yield from self.field(field)

    def _title(self, words: Words, record: Record, change: ItemChange) -> Line:
        ref = change.ref if change.how is not How.REMOVED else None
        name = words.name(record.speaker) if isinstance(record, Quote) else ""
        if not name:
            named = change.ref and not isinstance(record, Talk)
            name = words.links.name(change.ref, words.lang) if named and change.ref else words.title(record)
        was = _("  was {id}", id=change.was) if change.was else ""
        return (Run(name or change.id, "link" if ref else "bold", ref), Run(f"  {word(change.how)}{was}", "muted"))

    def field(self, change: FieldChange) -> Iterator[Block]:
        """One field: the words that differ, the items of a list, or both values."""
        name = label(change.name)
        if change.items:
            yield Block((Run(f"{name}: ", "muted"),))
            yield from (block for item in change.items for block in self.entry(item))
        elif change.words:
            for lang, pieces in change.words.items():
                lead = f"{name}{f' [{lang}]' if len(change.words) > 1 and lang else ''}: "
                yield Block((Run(lead, "muted"), *_pieces(pieces)))
        else:
            old, new = self._value(self.old, change.old), self._value(self.new, change.new)
            yield Block((Run(f"{name}: {old} → ", "muted"), Run(new, "bold")))

    def entry(self, change: ItemChange) -> Iterator[Block]:
        """One item of a list, its sign in the text: what stands in the margin are things of the briefing."""
        sign = Run(f"{SIGNS[change.how]} ", "muted")
        only = change.fields[0] if len(change.fields) == 1 else None
        if only and only.words and only.name == main_field(change.new):
            for pieces in only.words.values():
                yield Block((sign, *_pieces(pieces)))
        elif change.fields:
            yield Block((sign, Run(self.new.title(change.new), "bold")))
            yield from (block for field in change.fields for block in self.field(field))
        elif change.how is How.REMOVED:
            yield Block((sign, Run(self.old.value(change.old), "muted")))
        else:
            yield Block((sign, Run(self.new.value(change.new))))

    @staticmethod
    def _value(words: Words, value: object) -> str:
        return words.value(value) if value not in (None, "", ()) else _("none")


def _pieces(pieces: Iterable[Piece]) -> Line:
    return tuple(Run(text.join(AROUND[how]), _INKS[how]) for how, text in pieces)


def _unled(block: Block | Head) -> Block:
    """A block without links, for they may lead to what is no more."""
    assert isinstance(block, Block)
    return block._replace(
        text=tuple(run._replace(link=None, ink="text" if run.ink == "link" else run.ink) for run in block.text)
    )
