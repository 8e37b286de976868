"""A quote as it may be pasted anywhere: the words, who said them where and when, where they are printed, who may see them."""

from ..i18n import _, later, quoted
from ..model.briefing import Quote
from ..model.links import Links
from .cited import Cited, Printed, cited
from .languages import language
from .marks import marked

NO_SOURCE = later("[no source]")
WITHHELD = later("(source withheld)")


def citation(links: Links, quote: Quote, lang: str = "", *, openly: bool = False) -> str:
    """The quote as its ground rule allows, with all that traces it, in one line if its words are; raises RefusedError.

    `“…”, Ahn Gyu-back, Minister of National Defence (KOR), Kuala Lumpur, 1 Nov 2025 (publisher, date, para. 4). [TLP:GREEN]`.
    Quotation marks stand round the verbatim words alone. A translation into `lang` follows them, labelled, and never stands
    alone. `openly` says all, and the rules with it, since they bind whoever reads it.
    """
    return cite(cited(links, quote, lang, openly=openly))


def cite(quote: Cited) -> str:
    """The citation of what may be handed out."""
    facts = (spoken(quote), speaker(quote), quote.place, quote.date.shown(clock=False) if quote.date else "")
    sentence = ", ".join(fact for fact in facts if fact)
    if not quote.alone:
        sentence += f" {printed(quote.printed)}."
    return marked([" ".join((sentence, *(f"[{rule}]" for rule in quote.rules)))], quote.mark)


def spoken(quote: Cited) -> str:
    """The verbatim words, and their translation: `“schwere Lage” – grave situation (translated from German)`."""
    words = quoted(quote.text)
    return f"{words} – {quote.translation} {translated_from(quote)}" if quote.translation else words


def translated_from(quote: Cited) -> str:
    """What stands behind a translation."""
    return _("(translated from {language})", language=language(quote.lang)) if quote.lang else _("(translated)")


def speaker(quote: Cited) -> str:
    """`Ahn Gyu-back, Minister of National Defence (KOR)`, or without the name."""
    return ", ".join(fact for fact in (quote.speaker, quote.role) if fact) + (f" ({quote.code})" if quote.code else "")


def printed(where: Printed) -> str:
    """`(A news agency, 2 Nov 2025, para. 4)`, the title where there is no publisher, or that there is no source."""
    if where.withheld:
        return _(WITHHELD)
    day = where.date.shown(clock=False) if where.date else ""
    facts = [fact for fact in (where.publisher or where.title, day, where.locator) if fact]
    known = f"({', '.join(facts)})" if facts else ""
    return known if where.known else f"{known} {_(NO_SOURCE)}".strip()


def translation_label(links: Links, lang: str) -> str:
    """What stands before a translation on a line of its own: its language, and whose it is where the file says so."""
    by = links.briefing.translated_by
    return _("Translation [{lang}] by {by}", lang=lang, by=by.pick(lang).text) if by else _("Translation [{lang}]", lang=lang)
