"""A card to be heard: its labels, marks and margins as words, everything at the left, one thing after another."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _
from ..cards.grid import Block, Card, Drawn, Head, Section
from ..runs import Line, Run
from .words import label, said, said_line, text_of

AGREED = "✓"
_SAID_BY_LABEL = ("AGREED", "FOLLOW-UPS")
"""Sections in which the mark says nothing that the label, or the words behind it, do not."""


def linear(card: Card) -> Card:
    """The same card as blocks without sections."""
    blocks = [*_top(card), *(block for section in card.sections for block in _section(section))]
    return card._replace(title=said(card.title), top=tuple(blocks), sections=())


def _top(card: Card) -> Iterator[Block]:
    for block in card.top:
        yield from _blocks(block, "")


def _section(section: Section) -> Iterator[Block]:
    """The label and what it is of; on one row if that is a single text."""
    blocks = [said for block in section.blocks for said in _blocks(block, section.label)]
    title = label(_(section.label))
    if title and len(blocks) == 1 and not blocks[0].bar:
        yield _led(blocks[0], f"{title}: ")
        return
    if title:
        count = f", {section.number}" if section.number else ""
        yield Block((Run(f"{title}{count}:", "error" if section.alert else "bold"),))
    yield from blocks


def _blocks(block: Block | Head | Drawn, section: str) -> Iterator[Block]:
    """A block in words; a drawing has none of its own: what it shows is listed below it."""
    if isinstance(block, Head):
        yield _head(block)
    elif isinstance(block, Block) and text_of(block.text):
        yield _verbatim(block) if block.bar else _text(block, section)


def _head(head: Head) -> Block:
    right = (Run(", "), *said_line(head.right)) if text_of(head.right) else ()
    text = (*said_line(head.left), *right)
    return Block(tuple(run._replace(link=head.link) for run in text) if head.link else text)


def _verbatim(block: Block) -> Block:
    """The words as they are; that they are verbatim is said before them."""
    where = said(block.label)
    lead = where if block.label.startswith("¶") else ", ".join(filter(None, (_("verbatim"), where)))
    return Block((Run(f"{lead}: ", "label"), *block.text), stop=block.stop)


def _text(block: Block, section: str) -> Block:
    spoken = Block(said_line(_asked(block.text)), stop=block.stop)
    mark, named = _mark(block, section), f"{label(block.label)}: " if block.label else ""
    leads = (mark, named) if block.label.isupper() else (named, mark)
    for lead in filter(None, leads):
        spoken = _led(spoken, lead)
    return spoken


def _asked(line: Line) -> Line:
    """A bold word before a text says whose it is: `KOR: …`."""
    first, *rest = line
    leads = first.ink == "bold" and first.text.endswith(" ") and rest
    return (first._replace(text=f"{first.text.rstrip()}: "), *rest) if leads else line


def _mark(block: Block, section: str) -> str:
    """What the mark before a text says; a line to tick says that it is one."""
    if block.stop and block.stop.what:
        return _("ticked: ") if block.stop.done else _("to tick: ")
    if block.stop and block.stop.note:
        return _("note, ")
    agreed = block.mark == AGREED and section not in _SAID_BY_LABEL and not text_of(block.text).startswith(_("next: ").strip())
    return _("agreed: ") if agreed else ""


def _led(block: Block, words: str) -> Block:
    lead: Line = (Run(words, "label"),)
    return block._replace(text=(*lead, *block.text))
