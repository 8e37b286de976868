"""The terms of the glossary that are used on a card."""

import re
from collections.abc import Iterable, Iterator

from ...i18n import _
from ...model.briefing import Term
from ...model.fields import Kind, Ref
from ...search.fold import Folded, fold
from ..runs import Line, Run
from .grid import Block, Card, Head, Section
from .view import View

_CLAUSE = re.compile(r"\s*(?:[;:(,.]|\s[–—-]\s)")
"""Where the name in the meaning of a term ends: `Security Consultative Meeting: …`."""
_LETTERS = 3
"""The fewest letters of a name that is looked for."""


def terms_card(view: View, card: Card) -> Card:
    """The terms on a card, in the order in which they are on it, with what they mean."""
    terms = used(view.links.briefing.glossary.values(), card)
    nothing = (Block((Run(_("no terms of the glossary on this card"), "muted"),)),)
    sections = tuple(Section("", (_head(term), Block(view.text(term.text))), tight=True) for term in terms)
    return Card(
        _("Terms · {title}", title=card.title),
        () if terms else nothing,
        sections,
        tuple(terms),
        card.marks,
        card.classifications,
    )


def _head(term: Term) -> Head:
    return Head((Run(term.id, "bold"),), link=Ref(Kind.TERM, term.id))


def used(terms: Iterable[Term], card: Card) -> list[Term]:
    """The terms whose id, or the name they stand for, is a word of the card's text; of names in one another the longest."""
    named: dict[str, list[Term]] = {}
    for term in terms:
        for name in dict.fromkeys(map(fold, _names(term))):
            named.setdefault(name, []).append(term)
    if not named:
        return []
    longest = sorted(named, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    found: dict[str, Term] = {}
    for text in texts(card):
        folded = Folded(text)
        for match in pattern.finditer(folded.text):
            start, end = folded.span(*match.span())
            found |= {term.id: term for term in named[match[0]] if term.id not in found and _meant(term, text[start:end])}
    return list(found.values())


def _names(term: Term) -> Iterator[str]:
    yield term.id
    for wording in term.text.wordings:
        name = _CLAUSE.split(wording.text, maxsplit=1)[0].strip()
        if len(name) >= _LETTERS:
            yield name


def _meant(term: Term, written: str) -> bool:
    """Whether a word is the term: of one in capitals, `US`, the same in small letters is another word."""
    return not (term.id.isupper() and fold(written) == fold(term.id) and written.islower())


def texts(card: Card) -> Iterator[str]:
    """The text of a card, block by block, without its labels."""
    for block in (*card.top, *(block for section in card.sections for block in section.blocks)):
        if isinstance(block, Head):
            yield _text((*block.left, Run(" "), *block.right))
        elif isinstance(block, Block):
            yield _text(block.text)


def _text(line: Line) -> str:
    return "".join(run.text for run in line)
