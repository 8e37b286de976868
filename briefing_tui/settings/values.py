"""What each setting may be: a value checked and made, or why it is none."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ..i18n import _, named
from ..keys.table import ROWS, TABLE

_THEME = "theme-"
THEMES = tuple(row.id.removeprefix(_THEME) for row in TABLE if row.id.startswith(_THEME))
"""The themes that can be chosen."""

Check = Callable[[object, Path], object]
"""Makes a value from what the file in a folder says; raises ValueError, with the reason, if that cannot be."""


def meant(word: str, known: Iterable[str]) -> str:
    """`, did you mean 'x'?` for a word that is nearly one of those known, else nothing."""
    from ..reading.nearest import nearest

    found = nearest(word, known)
    return _(", did you mean {word}?", word=named(found[0])) if found else ""


def none_of(value: object, known: Iterable[str]) -> str:
    """What to say of a value that is none of those there are."""
    words = tuple(known)
    return _("{value} is none of {words}", value=named(value), words=", ".join(words)) + meant(str(value), words)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(_('a text is wanted, like "…"'))
    if not value.isprintable():
        raise ValueError(_("signs that cannot be seen are no part of it"))
    return value


def _library(value: object, folder: Path) -> Path | None:
    text = _text(value)
    try:
        return folder / Path(text).expanduser() if text else None
    except RuntimeError:
        raise ValueError(_("{given} is in a home that is not known", given=repr(text))) from None


def _one_of(*words: str) -> Check:
    def check(value: object, folder: Path) -> str:
        text = _text(value)
        if text and text not in words:
            raise ValueError(none_of(text, words))
        return text

    return check


def _language(value: object, folder: Path) -> str:
    from ..reading.languages import is_language

    text = _text(value)
    if text and not is_language(text):
        raise ValueError(_("{given} is no code of a language, such as en or de", given=repr(text)))
    return text


def _switch(value: object, folder: Path) -> bool:
    if not isinstance(value, bool):
        raise ValueError(_("true or false is wanted"))
    return value


CHECKS: Mapping[str, Check] = {
    "library": _library,
    "theme": _one_of(*THEMES),
    "lang": _one_of("en", "de"),
    "content_lang": _language,
    "screen_reader": _switch,
}
"""What each setting may be, but for the keys."""


def unknown(name: str) -> str:
    """What to say of a name that is no setting."""
    if name in ROWS or name == "preset":
        return _("its place is below [keys]")
    return _("no such setting") + meant(name, (*CHECKS, "keys"))
