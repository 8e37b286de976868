"""The program's own words in the language of the user: as the sources have them, English, or from a compiled catalog.

    from .i18n import _, several

Texts are looked up where they are shown, never where a table or a class is made: whoever makes them does not know the
language yet. Nothing is loaded for English. Catalogs are `locale/LANGUAGE/LC_MESSAGES/briefing.mo`, beside their sources
(`.po`); months, separators and forms of dates in them are those of the CLDR (https://cldr.unicode.org), compared by a test.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from enum import Enum
    from gettext import GNUTranslations

SOURCE = "en"
"""The language of the sources."""
LANGUAGES = (SOURCE, "de")
"""The languages the program speaks."""
FOLDER = Path(__file__).resolve().parent / "locale"
DOMAIN = "briefing"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class _Spoken:
    """What is spoken now, and whether the command line said so."""

    language = SOURCE
    said = False
    catalog: GNUTranslations | None = None


def begin(environ: Mapping[str, str] = os.environ) -> None:
    """Speak the language of the environment, whatever was spoken before."""
    _Spoken.said = False
    _speak(wished(environ))


def use(tag: str, *, said: bool = False) -> bool:
    """Speak the language with a tag such as `de` or `de-AT`, if the program can; whether it can.

    What was `said` on the command line stands against what the settings wish, which is to be asked for later.
    """
    language = _known(tag)
    if language and (said or not _Spoken.said):
        _Spoken.said = _Spoken.said or said
        _speak(language)
    return bool(language)


def language() -> str:
    """The language spoken now."""
    return _Spoken.language


def wished(environ: Mapping[str, str] = os.environ) -> str:
    """The language the environment asks for: LC_ALL, LC_MESSAGES or LANG, and before them LANGUAGE unless they say C.

    So it is in the manual of GNU gettext (§ 2.3.2 Locale Environment Variables).
    """
    locale = next(filter(None, map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "") or ""
    if not locale or locale.partition(".")[0] in ("C", "POSIX"):
        return SOURCE
    wishes = (*environ.get("LANGUAGE", "").split(":"), locale)
    return next(filter(None, map(_known, wishes)), SOURCE)


def _known(tag: str) -> str:
    """The language of the program that a tag or a locale such as `de_AT.UTF-8` means; empty for none."""
    word = tag.replace("_", "-").partition(".")[0].partition("@")[0].partition("-")[0].lower()
    return word if word in LANGUAGES else ""


def _speak(language: str) -> None:
    if language != _Spoken.language:
        _Spoken.catalog = _catalog(language)
        _Spoken.language = language


def _catalog(language: str) -> GNUTranslations | None:
    """The catalog of a language; None, which is English, for English and where the catalog is not there or broken."""
    if language == SOURCE:
        return None
    from gettext import GNUTranslations

    try:
        with open(FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo", "rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError):
        return None


def _(text: str, **fields: object) -> str:
    """A text of the program in the language spoken, with what is to be filled in between its braces."""
    catalog = _Spoken.catalog
    said = catalog.gettext(text) if catalog and text else text
    return said.format(**fields) if fields else said


class Said(str):
    """A text in the language spoken that knows what it says, so that it can be kept and said again in another language."""

    id: str
    fields: dict[str, object]

    def without(self, value: str) -> str:
        """The same with nothing where this value is filled in; itself if it is not."""
        if value not in self.fields.values():
            return self
        return said(self.id, **{name: "" if field == value else field for name, field in self.fields.items()})


def said(text: str, **fields: object) -> Said:
    """What `_` gives, for texts that may be kept: what is filled in may be such a text itself."""
    words = Said(_(text, **fields))
    words.id, words.fields = text, fields
    return words


def told(text: str) -> object:
    """A text as lists, maps, letters and numbers, from which `again` has it in the language spoken by then."""
    if not isinstance(text, Said):
        return text
    return [text.id, {name: told(value if isinstance(value, Said) else str(value)) for name, value in text.fields.items()}]


def again(told: Any) -> str:
    """The text that was `told`, in the language spoken."""
    return told if isinstance(told, str) else said(told[0], **{name: again(value) for name, value in told[1].items()})


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a text that fits a number."""
    if catalog := _Spoken.catalog:
        return catalog.ngettext(one, many, count)
    return one if count == 1 else many


def pgettext(context: str, text: str) -> str:
    """A text that another language says in several ways, each in a context of its own."""
    return catalog.pgettext(context, text) if (catalog := _Spoken.catalog) else text


def several(one: str, many: str, count: int, **more: object) -> str:
    """`{count} talks` with the number as it is written in the language, and all else there is to fill in."""
    return ngettext(one, many, count).format(count=number(count), **more)


def number(value: float, digits: int = 0) -> str:
    """A number with its thousands and so many decimal places: `10,000.5`, `10.000,5`."""
    text = f"{value:,.{digits}f}" if digits else f"{value:,}"
    if _Spoken.catalog is None:
        return text
    signs = {",": pgettext("between thousands", ","), ".": pgettext("before decimals", ".")}
    return "".join(signs.get(sign, sign) for sign in text)


def month_name(number: int) -> str:
    """The short name of a month, from 1."""
    return pgettext("month", _MONTHS[number - 1])


def weekday(number: int) -> str:
    """The short name of a day of the week, from 0, Monday."""
    return pgettext("weekday", _WEEKDAYS[number])


def day_of_month(day: int, month: str) -> str:
    """`1 Nov`."""
    return pgettext("date", "{day} {month}").format(day=day, month=month)


def ordinal(day: int) -> str:
    """A day of the month where the month is said later: `31` in `31–2 Nov`."""
    return pgettext("date", "{day}").format(day=day)


def quoted(text: str) -> str:
    """Verbatim words in the quotation marks of the language spoken."""
    return pgettext("verbatim", "“{words}”").format(words=text)


def named(word: object) -> str:
    """A value as `repr` writes it, a word in the quotation marks of the language spoken: `'role'`, `„role“`."""
    shown = repr(word)
    return said(later("'{name}'"), name=shown[1:-1]) if shown[0] == "'" else shown


def later(text: str) -> str:
    """The text as it is: marks one in a table, which is looked up where it is shown."""
    return text


def word(member: Enum) -> str:
    """The value of an enumeration in words: each is a context of its own, for `open` is a state here and a deed there."""
    return pgettext(type(member).__name__, str(member.value))
