"""A quote as it may be pasted anywhere: the words, who said them where and when, where they are printed, who may see them."""

from ..model.briefing import Quote, Source, Use
from ..model.links import Links
from .marks import marked, marking

NO_SOURCE = "[no source]"


def citation(links: Links, quote: Quote, lang: str = "") -> str:
    """The quote with speaker, office, place, date, source, locator and marking, in one line if its words are.

    Quotation marks stand round the verbatim words alone. A translation into `lang` follows if there is one, labelled, and
    never stands alone. A ground rule other than on the record is named, since it binds whoever quotes.
    """
    facts = [
        f"“{quote.text}”",
        _speaker(links, quote, lang),
        _place(links, quote, lang),
        (quote.date or links.briefing.date).shown(),
    ]
    sentence = f"{', '.join(fact for fact in facts if fact)} {_source(links, quote, lang)}."
    parts = [sentence, _translation(links, quote, lang), _ground_rule(links, quote)]
    return marked([" ".join(part for part in parts if part)], marking(links, quote))


def _speaker(links: Links, quote: Quote, lang: str) -> str:
    """`Ahn Gyu-back, Minister of National Defence (KOR)`."""
    person = links.participant(quote.speaker)
    name = links.name(quote.speaker, lang)
    role = person.role.pick(lang).text if person and person.role else ""
    code = links.code_of(quote.speaker) if person else ""
    return ", ".join(fact for fact in (name, role) if fact) + (f" ({code})" if code else "")


def _place(links: Links, quote: Quote, lang: str) -> str:
    """Where it was said: the venue of its talk, else the briefing's, unless it was said on another day."""
    briefing = links.briefing
    talk = briefing.talks.get(quote.talk.id) if quote.talk else None
    if talk and talk.venue:
        return talk.venue.pick(lang).text
    date = quote.date or (talk.date if talk else None)
    elsewhere = date is not None and not briefing.date.first <= date.first <= briefing.date.last
    return briefing.venue.pick(lang).text if briefing.venue and not elsewhere else ""


def _source(links: Links, quote: Quote, lang: str) -> str:
    """`(Ministers meet, A news agency, para. 4)`, or that there is none."""
    if quote.source is None:
        return f"({quote.locator}) {NO_SOURCE}" if quote.locator else NO_SOURCE
    source = links.record(quote.source)
    words = [links.name(quote.source, lang)]
    if isinstance(source, Source) and source.publisher:
        words.append(source.publisher.pick(lang).text)
    return f"({', '.join(word for word in (*words, quote.locator) if word)})"


def _translation(links: Links, quote: Quote, lang: str) -> str:
    """`Translation [en], by the author: a grave challenge.`"""
    spoken = quote.lang or links.briefing.lang
    wording = quote.translation.pick(lang) if quote.translation and lang and lang != spoken else None
    if wording is None or wording.lang not in ("", lang):
        return ""
    return f"{translation_label(links, lang)}: {wording.text}."


def translation_label(links: Links, lang: str) -> str:
    """What stands before a translation: its language, and whose it is where the file says so."""
    by = links.briefing.translated_by
    return f"Translation [{lang}]" + (f" by {by.pick(lang).text}" if by else "")


def _ground_rule(links: Links, quote: Quote) -> str:
    rules = [quote.use.value] if quote.use is not Use.ON_RECORD else []
    rules += [links.briefing.handling.value] if links.briefing.handling else []
    return " ".join(f"[{rule}]" for rule in dict.fromkeys(rules))
