"""What `--lang` of a command does: the program speaks that language if it can, and its texts are wanted in it."""

from ..i18n import LANGUAGES, _, use
from .out import complain


def speak(lang: str) -> bool:
    """Speak a language; one the program does not speak is said to be for texts alone. False, and that is said, for none."""
    if not lang or use(lang, said=True):
        return True
    from ..reading.languages import is_language

    if not is_language(lang):
        complain(_("--lang: {code!r} is no language code; write one like en or de", code=lang[:40]))
        return False
    known = ", ".join(LANGUAGES)
    complain(_("--lang {code}: the program speaks {known}; texts are in {code} where they have it", code=lang, known=known))
    return True
