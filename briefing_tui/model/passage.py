"""What search indexes: one passage of a briefing, with the facts a hit is shown and filtered by."""

from dataclasses import dataclass

from .briefing import Briefing, Quote
from .dates import Period
from .fields import Kind, Ref
from .links import Links
from .marking import Tlp
from .text import Wording


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that can be found; `briefing` and `ref` say where, `names` are all spellings its speaker answers to."""

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


def passages(briefing: Briefing, key: str) -> list[Passage]:
    """The quotes of a briefing as passages; `key` is what the library knows the briefing by."""
    links = Links(briefing)
    return [_of_quote(links, quote, key) for quote in briefing.quotes]


def _of_quote(links: Links, quote: Quote, key: str) -> Passage:
    person = links.participant(quote.speaker)
    names = [links.name(quote.speaker), quote.speaker.id]
    if person:
        names += [*(wording.text for wording in person.name.wordings), person.native, *person.aliases]
    return Passage(
        briefing=key,
        ref=Ref(Kind.QUOTE, quote.id),
        text=quote.text,
        translations=quote.translation.wordings if quote.translation else (),
        speaker=names[0],
        names=tuple(dict.fromkeys(name for name in names if name)),
        code=links.code_of(quote.speaker),
        place=occasion(links, quote),
        date=quote.date or links.briefing.date,
        tlp=links.marking(quote),
    )


def occasion(links: Links, quote: Quote, lang: str = "") -> str:
    """Where a quote was said: `talk KOR–JPN`, or its occasion in words."""
    talk = links.briefing.talks.get(quote.talk.id) if quote.talk else None
    if talk:
        return f"talk {links.code(talk)}"
    return quote.occasion.pick(lang).text if quote.occasion else ""
