"""What search indexes: one passage of a briefing, with the facts a hit is shown and filtered by."""

from collections.abc import Iterator
from dataclasses import dataclass

from .briefing import Briefing, Participant, Quote
from .dates import Period
from .fields import Kind, Ref
from .links import Links
from .marking import Tlp
from .text import Wording


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that can be found; `briefing` and `ref` say where, `names` are all spellings its speaker answers to.

    `context` is what it is found by beside its words: pairs of what that is (`to`, `with`, `about`) and its name.
    """

    briefing: str
    ref: Ref
    text: str
    translations: tuple[Wording, ...]
    speaker: str
    names: tuple[str, ...]
    code: str
    place: str
    date: Period
    tlp: Tlp | None
    context: tuple[tuple[str, str], ...] = ()


def passages(briefing: Briefing, key: str, lang: str = "") -> list[Passage]:
    """The quotes of a briefing as passages; `key` is what the library knows it by, `lang` the language places are named in."""
    links = Links(briefing)
    return [_of_quote(links, quote, key, lang) for quote in briefing.quotes]


def _of_quote(links: Links, quote: Quote, key: str, lang: str) -> Passage:
    names = [links.name(quote.speaker), quote.speaker.id, *_spellings(links, quote.speaker)]
    return Passage(
        briefing=key,
        ref=Ref(Kind.QUOTE, quote.id),
        text=quote.text,
        translations=quote.translation.wordings if quote.translation else (),
        speaker=names[0],
        names=tuple(dict.fromkeys(name for name in names if name)),
        code=links.code_of(quote.speaker),
        place=occasion(links, quote, lang),
        date=quote.date or links.briefing.date,
        tlp=links.marking(quote),
        context=tuple(dict.fromkeys(_context(links, quote))),
    )


def _context(links: Links, quote: Quote) -> Iterator[tuple[str, str]]:
    """Whom a quote was said to, who else was there, what it is about."""
    for ref in quote.to:
        yield from (("to", name) for name in _spellings(links, ref))
    talk = links.briefing.talks.get(quote.talk.id) if quote.talk else None
    for party in talk.parties if talk else ():
        if party != quote.speaker:
            yield from (("with", name) for name in _spellings(links, party))
    for ref in quote.about:
        yield from (("about", name) for name in _spellings(links, ref))
    for text in (quote.occasion, *(topic.text for topic in quote.topics)):
        yield from (("about", wording.text) for wording in (text.wordings if text else ()))


def _spellings(links: Links, ref: Ref) -> list[str]:
    """Every way a thing is written: its name or title in all languages, a person's other names."""
    record = links.record(ref)
    text = getattr(record, "name", None) or getattr(record, "title", None)
    names = [wording.text for wording in text.wordings] if text else [links.name(ref)]
    more = (record.native, *record.aliases) if isinstance(record, Participant) else ()
    return [*names, *(name for name in more if name)]


def occasion(links: Links, quote: Quote, lang: str = "") -> str:
    """Where a quote was said: `talk KOR–JPN`, or its occasion in words."""
    talk = links.briefing.talks.get(quote.talk.id) if quote.talk else None
    if talk:
        return f"talk {links.code(talk)}"
    return quote.occasion.pick(lang).text if quote.occasion else ""
