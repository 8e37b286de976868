"""Everything that is found in a document, brought together for whoever writes it down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from .context import Context
from .dates import When, dates
from .grammar import Grammar, grammar
from .header import Header, header
from .language import recognised
from .marks import marked
from .nations import Nations, nations
from .paragraphs import Paragraphs
from .people import Roster, roster
from .people.homes import settle
from .quotes import Quote, quotes
from .resolve import Speaker, resolved
from .talks import Talk, talks
from .threats import Threat, threats
from .tokens import sentences
from .vocabulary import Vocabulary, load


@dataclass(frozen=True, slots=True)
class Tools:
    """What one language is read with."""

    vocabulary: Vocabulary
    grammar: Grammar
    nations: Nations


@lru_cache(8)
def tools(lang: str, folders: tuple[Path, ...] = ()) -> Tools:
    """The tools of a language, with what the user's files in `folders` add; made once."""
    vocabulary = load(lang, folders)
    return Tools(vocabulary, grammar(vocabulary), nations(vocabulary))


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a document says: its header, people, talks, threats, quotes with their speakers, and dates."""

    text: str
    lang: str
    share: float
    """How much of the text are words of its language, from 0 to 1; 1 if the language was given."""
    paragraphs: Paragraphs
    header: Header
    roster: Roster
    talks: Sequence[Talk]
    threats: Sequence[Threat]
    quotes: Sequence[tuple[Quote, Speaker | None]]
    whens: Sequence[When]
    context: Context
    tools: Tools


def analyse(
    text: str,
    lang: str = "",
    day: date | None = None,
    name: str = "",
    folders: tuple[Path, ...] = (),
    today: date | None = None,
) -> Analysis:
    """All that is found in `text`; `lang` and `day` are taken from it, and the year from `name`, where they are not given."""
    guessed, share = recognised(text)
    kit = tools(lang or guessed, folders)
    paragraphs = Paragraphs.of(text)
    context = _context(text, paragraphs, kit)
    found = quotes(context)
    people = roster(context, kit.nations)
    settle(context, kit.nations, people)
    head = header(context, paragraphs, kit.vocabulary, people, name, day, today or date.today())
    whens = dates(text, kit.vocabulary, head.day)
    speakers = [(each, resolved(each.speaker, context, people, kit.nations) if each.speaker else None) for each in found]
    return Analysis(
        text=text,
        lang=kit.grammar.lang,
        share=1.0 if lang else share,
        paragraphs=paragraphs,
        header=head,
        roster=people,
        talks=talks(context, people, whens, kit.vocabulary, head.day),
        threats=threats(context, kit.vocabulary, kit.nations),
        quotes=speakers,
        whens=whens,
        context=context,
        tools=kit,
    )


def spoken(text: str, lang: str = "", folders: tuple[Path, ...] = ()) -> list[tuple[Quote, Speaker | None]]:
    """Only the quotes of a text with their speakers, in order."""
    kit = tools(lang or recognised(text)[0], folders)
    context = _context(text, Paragraphs.of(text), kit)
    found = quotes(context)
    people = roster(context, kit.nations)
    return [(each, resolved(each.speaker, context, people, kit.nations) if each.speaker else None) for each in found]


def _context(text: str, paragraphs: Paragraphs, kit: Tools) -> Context:
    cut = sentences(text, paragraphs.items, marked(text), kit.grammar.words["abbreviations"])
    return Context(text, cut, kit.grammar)
