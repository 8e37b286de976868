"""Citations as a note in the style of The Chicago Manual of Style (17th ed., 14.19 ff.).

Unlike Chicago, nothing is put between verbatim words and their closing quotation mark.
"""

import calendar

from ..i18n import SOURCE, _, quoted
from ..i18n import language as language_spoken
from ..model.briefing import Source
from ..model.dates import Moment, Period
from .citation import NO_SOURCE, WITHHELD, speaker, translated_from
from .cited import Cited, Printed
from .languages import language


def note(quote: Cited) -> str:
    """`Ahn Gyu-back, Minister (KOR), “…”, Kuala Lumpur, November 1, 2025, quoted in A news agency, “Title,” …, para. 4.`"""
    facts = [speaker(quote), _spoken(quote), quote.place, day(quote.date) if quote.date else ""]
    sentence = ", ".join(fact for fact in facts if fact)
    if not quote.alone:
        sentence += f"{_quoted_in(quote.printed)}."
    return sentence


def source_note(source: Source, lang: str) -> str:
    """`A news agency, “Ministers Meet,” November 1, 2025, https://example.org.`"""
    publisher = source.publisher.pick(lang).text if source.publisher else ""
    return _printed(Printed(publisher=publisher, title=source.title.pick(lang).text, date=source.date, url=source.url)) + "."


def _spoken(quote: Cited) -> str:
    words = quoted(quote.text)
    if not quote.translation:
        return words
    by = (
        _("translated from {language} by {by}", language=language(quote.lang), by=quote.translated_by)
        if quote.translated_by and quote.lang
        else ""
    )
    return f"{words} – {quote.translation} {f'({by})' if by else translated_from(quote)}"


def _quoted_in(where: Printed) -> str:
    if where.withheld:
        return f" {_(WITHHELD)}"
    if where.known:
        return ", " + _("quoted in {source}", source=_printed(where))
    return f", {where.locator} {_(NO_SOURCE)}" if where.locator else f" {_(NO_SOURCE)}"


def _printed(where: Printed) -> str:
    """The facts in order; the comma behind a title stands within its quotation marks."""
    rest = ", ".join(fact for fact in (day(where.date) if where.date else "", where.locator, where.url) if fact)
    title = f"“{where.title}{',' if rest else ''}”" if where.title else ""
    titled = f"{title} {rest}".strip() if title else rest
    return ", ".join(fact for fact in (where.publisher, titled) if fact)


def day(period: Period) -> str:
    """`October 31, 2025`, `November 2025`, `October 31, 2025–November 2, 2025`; in other languages as dates are elsewhere."""
    if language_spoken() != SOURCE:
        return period.shown(clock=False)
    return _moment(period.start) + (f"–{_moment(period.end)}" if period.end else "")


def _moment(moment: Moment) -> str:
    if not moment.month:
        return str(moment.year)
    month = calendar.month_name[moment.month]
    return f"{month} {moment.day}, {moment.year}" if moment.day else f"{month} {moment.year}"
