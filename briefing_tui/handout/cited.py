"""What a quote's ground rule lets out of the program, in the parts that every form of a citation is made of."""

from dataclasses import dataclass, replace

from ..i18n import _, later, word
from ..model.briefing import Quote, Source, Talk, Use
from ..model.dates import Period
from ..model.fields import Kind
from ..model.links import Links
from ..model.marking import Tlp, label, strictest
from ..model.use import rule
from .names import Names
from .rules import WORDS_ALONE, obey

NOBODY = later("a participant")
"""Who spoke, where neither a name nor an office may be said or is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Where a quote is printed; empty fields are not known. `withheld`: it is, but to say where would say who spoke."""

    publisher: str = ""
    title: str = ""
    date: Period | None = None
    url: str = ""
    locator: str = ""
    withheld: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a source, and not only a place in one."""
        return bool(self.publisher or self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A quote as it may be handed out: what is empty is not known, or not for others.

    `rules` are to be named with it, because it is handed out in spite of them. `id` is the quote's in `briefing`.
    """

    text: str
    lang: str = ""
    translation: str = ""
    translation_lang: str = ""
    translated_by: str = ""
    speaker: str = ""
    role: str = ""
    code: str = ""
    place: str = ""
    date: Period | None = None
    printed: Printed = Printed()
    briefing: str = ""
    id: str = ""
    use: Use = Use.ON_RECORD
    rules: tuple[str, ...] = ()
    tlp: Tlp | None = None
    mark: str = ""

    @property
    def alone(self) -> bool:
        """Whether the words go without a speaker, place, date and source."""
        return not (self.speaker or self.role)


def cited(links: Links, quote: Quote, lang: str = "", *, openly: bool = False) -> Cited:
    """A quote with a translation into `lang`, if there is one, as its rule allows; raises RefusedError off the record.

    `openly` is for the file's owner, and for whoever insists: everything, with the rules that would hide some of it.
    """
    if not openly:
        obey(links.briefing, quote)
    use = rule(links.briefing, quote)
    words = _words(links, quote, lang, use)
    if openly:
        return replace(_attributed(links, quote, lang, words), rules=_rules(links, quote))
    if use in WORDS_ALONE:
        return words
    whole = _attributed(links, quote, lang, words)
    return whole if use is Use.ON_RECORD else _nameless(links, quote, whole, lang)


def _words(links: Links, quote: Quote, lang: str, use: Use) -> Cited:
    """The words alone, with their marking."""
    spoken = quote.lang or links.briefing.lang
    wording = quote.translation.pick(lang) if quote.translation and lang and lang != spoken else None
    translated = wording if wording and wording.lang in ("", lang) else None
    return Cited(
        text=quote.text,
        lang=spoken,
        translation=translated.text if translated else "",
        translation_lang=lang if translated else "",
        use=use,
        tlp=(tlp := links.inner(quote)),
        mark=label(tlp, links.briefing.classification),
    )


def _attributed(links: Links, quote: Quote, lang: str, words: Cited) -> Cited:
    """The words, and who said them where and when, and where they are printed: as strict as what is named so."""
    person = links.participant(quote.speaker)
    by = links.briefing.translated_by
    talk = _talk(links, quote)
    tlp = strictest((words.tlp, links.borne(quote.speaker, quote.talk, quote.source)))
    return replace(
        words,
        tlp=tlp,
        mark=label(tlp, links.briefing.classification),
        translated_by=by.pick(lang).text if by and words.translation else "",
        speaker=links.name(quote.speaker, lang),
        role=person.role.pick(lang).text if person and person.role else "",
        code=links.code_of(quote.speaker) if person else "",
        place=_place(links, quote, talk, lang),
        date=quote.date or (talk.date if talk else None) or links.briefing.date,
        printed=_printed(links, quote, lang),
        briefing=links.briefing.id,
        id=quote.id,
    )


def _talk(links: Links, quote: Quote) -> Talk | None:
    return links.briefing.talks.get(quote.talk.id) if quote.talk else None


def _place(links: Links, quote: Quote, talk: Talk | None, lang: str) -> str:
    """Where it was said: the venue of its talk, else that of the briefing."""
    return talk.venue.pick(lang).text if talk and talk.venue else _town(links, quote, talk, lang)


def _town(links: Links, quote: Quote, talk: Talk | None, lang: str) -> str:
    """The briefing's venue, unless it was said on another day."""
    briefing = links.briefing
    date = quote.date or (talk.date if talk else None)
    elsewhere = date is not None and not briefing.date.first <= date.first <= briefing.date.last
    return briefing.venue.pick(lang).text if briefing.venue and not elsewhere else ""


def _printed(links: Links, quote: Quote, lang: str) -> Printed:
    if quote.source is None:
        return Printed(locator=quote.locator)
    source = links.record(quote.source)
    title = links.name(quote.source, lang)
    if not isinstance(source, Source):
        return Printed(title=title, locator=quote.locator)
    publisher = source.publisher.pick(lang).text if source.publisher else ""
    return Printed(publisher=publisher, title=title, date=source.date, url=source.url, locator=quote.locator)


def _nameless(links: Links, quote: Quote, whole: Cited, lang: str) -> Cited:
    """A quote with the office and country instead of the name, without the id, which is made from it.

    A country or organisation that speaks is named: it is no person. Other fields that hold the name are left out, and so is
    the room of a talk, in which few sat.
    """
    names = Names.of(links, quote.speaker)
    printed = whole.printed
    kept = replace(
        printed,
        publisher=names.without(printed.publisher),
        title=names.without(printed.title),
        url=names.without(printed.url),
        locator=names.without(printed.locator),
    )
    office = names.without(whole.role) or (_(NOBODY) if quote.speaker.kind is not Kind.DELEGATION else "")
    return replace(
        whole,
        speaker=whole.speaker if quote.speaker.kind is Kind.DELEGATION else "",
        role=office,
        place=names.without(_town(links, quote, _talk(links, quote), lang)),
        printed=Printed(withheld=True) if printed.known and not kept.known else kept,
        briefing=names.without(whole.briefing),
        id="",
    )


def _rules(links: Links, quote: Quote) -> tuple[str, ...]:
    rules = [word(quote.use)] if quote.use is not Use.ON_RECORD else []
    rules += [word(links.briefing.handling)] if links.briefing.handling else []
    return tuple(dict.fromkeys(rules))
