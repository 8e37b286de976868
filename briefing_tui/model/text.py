"""Words for people, in one language or several."""

from typing import NamedTuple

from .records import record


class Wording(NamedTuple):
    """One language's words; `lang` is empty where no language is known."""

    lang: str
    text: str


@record()
class Text:
    """A text as the file gives it: its wordings in the order written, never empty.

    A plain string is one wording in the file's language; a map `{de: …, en: …}` is one a language.
    """

    wordings: tuple[Wording, ...]

    @classmethod
    def of(cls, text: str, lang: str = "") -> "Text":
        """The text that one string in one language makes."""
        return cls((Wording(lang, text),))

    def pick(self, lang: str) -> Wording:
        """The wording in `lang`, else the first written: what is missing is shown, never hidden."""
        for wording in self.wordings:
            if wording.lang == lang:
                return wording
        return self.wordings[0]

    def __str__(self) -> str:
        return self.wordings[0].text
