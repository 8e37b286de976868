r"""What may be typed to search, and what it asks for; one grammar for the overlay and the command.

A query is terms with spaces between them, in any order, and a passage must meet them all.

| typed                              | asks for passages                                                                       |
|------------------------------------|-----------------------------------------------------------------------------------------|
| `frieden halbinsel`                | with these words, or words near them; the last one may still lack letters               |
| `"free and open"`                  | with exactly these words in a row                                                       |
| `'peace`                           | with exactly this word                                                                  |
| `!war` `not:war` `!"cold war"`     | without it; goes before every term but `date:`                                          |
| `@ahn` `speaker:ahn`               | that Ahn said                                                                           |
| `to:jpn`                           | said to Japan, or to its people                                                         |
| `in:admm`                          | of a briefing                                                                           |
| `talk:kor-jpn`                     | of a talk                                                                               |
| `#missile` `about:missile`         | about a threat, a person or a topic                                                     |
| `country:japan`                    | of a country                                                                            |
| `date:2025-10` `date:2025-10-31`   | of a year, a month or a day                                                             |
| `date:2025-10..2025-11`            | of that time; `2025-10..` since, `..2025-11` until; `/` is as good as `..`              |
| `kind:quote`                       | of a kind: quote, line, person, talk, threat, term                                      |
| `use:on`                           | given on-record, background, deep-background, off-record, chatham-house, or `none`      |
| `tlp:amber`                        | marked clear, green, amber, amber+strict, red, or `none`                                |

- Case, accents and `ue` for `ü` do not matter. Names in fields may be mistyped, too, be in native script or an alias.
- A value with spaces goes in quotes: `speaker:"Ahn Gyu-back"`; in single ones its words are exact: `in:'admm'`.
- `kind:`, `use:` and `tlp:` take beginnings (`kind:qu`), slips (`kind:qoute`) and lists (`kind:quote,line`). Several of one
  mean any of them. Several of any other field must all be met.
- A quote that is not closed yet runs to the end. A sign with nothing after it asks for nothing.
- A field that is not in the table is text, and a remark says so if it looks like one (`speakr:ahn`, but not `10:30` or
  `https://…`). So is all that stands in quotes or after `'`: `'to:jpn` is the words `to` and `jpn`.
- Full-width and typographic signs are as good as plain ones: `＠ ＃ ： ！ “ ” „ « » ‘ ’`.
- The first 400 letters are read, and the first 16 words count.

While one types, more letters seldom mean more hits: the last term is unfinished until a space follows. A command that wants to
know what is wrong with a finished query reads the remarks of `parse(text + " ")`.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, TypeVar

from ..i18n import _
from ..model.briefing import Use
from ..model.marking import Tlp
from ..model.passage import Sort
from ..model.records import record
from .fold import fold
from .likeness import unspaced
from .values import KINDS, NEVER, TLPS, USES, Days, Either, days, nearest, unfinished
from .words import LETTERS, WORDS, Word, read

T = TypeVar("T")

_KIN = str.maketrans("“”„‟«»＂‘’＇＠＃：！", '"' * 7 + "'" * 3 + "@#:!")
"""Signs that are as good as others."""
_TERM = re.compile(
    r"""
    (?P<without> (?: ! | not: )* )
    (?: (?P<sign> [@#] ) | (?P<field> [^\W\d_]+ ): )?
    (?P<after> !* )
    (?: '*"(?P<double> [^"]* )(?P<closed> "? )
      | (?P<mark> '*)
        (?: (?<=[:@#!]')(?P<single> [^'"]* [^\s'"] )'(?!\S)
          | (?P<plain> (?: [^\s"] | (?<=\w)" )+ )
        )?
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A term: without, a field, exact; then what is in quotes, or all to the next space."""
MOST_REMARKS = 4
"""How many things of a query that are not understood are told."""
_MOST_SHOWN = 20


class Field(StrEnum):
    """A role something plays for a passage, and the field of a query that asks for it by name."""

    SPEAKER = "speaker"
    TO = "to"
    BRIEFING = "in"
    TALK = "talk"
    ABOUT = "about"
    COUNTRY = "country"


@record()
class Condition:
    """What a passage must be found by beside its words: something in that role whose names hold all the words.

    If it is not `wanted`, there must be no such thing.
    """

    field: Field
    words: tuple[Word, ...]
    wanted: bool = True


class Query(NamedTuple):
    """What is asked for; a passage must meet all of it, and nothing asks for nothing.

    `phrases` and `without` are runs of folded words that must, or must not, stand in a row; a passage's period must overlap
    each of `days`, one of which is `NEVER` where a field asks for what there is none of; of `sorts`, `uses` and `tlps` one is
    enough, and none means any. `uses` and `tlps` hold None for passages without one. `remarks` are short lines on what was not
    understood.
    """

    words: tuple[Word, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    conditions: tuple[Condition, ...] = ()
    days: tuple[Days, ...] = ()
    sorts: frozenset[Sort] = frozenset()
    uses: frozenset[Use | None] = frozenset()
    tlps: frozenset[Tlp | None] = frozenset()
    remarks: tuple[str, ...] = ()


def parse(text: str) -> Query:
    """What `text` asks for, whatever it holds; the last term may be unfinished unless a space follows."""
    return _parsed(text[: LETTERS + 1])


def terms(text: str) -> list[str]:
    """The terms of a query as they were typed, for one that leaves some out."""
    return [term for found in _TERM.finditer(text[:LETTERS].translate(_KIN)) if (term := text[found.start() : found.end()])]


def mended(term: str) -> str:
    """A term with what may have been meant by a field that is none, a kind or just words; or by a word that is a kind."""
    name, colon, value = term.partition(":")
    if not colon and fold(name) in KINDS:
        return f"kind:{fold(name)}"
    if not colon or not value[:1].isalnum() or not name.isalpha() or len(name) < 2 or (folded := _named(name)) in _KNOWN:
        return term
    if folded in KINDS:
        return f"kind:{folded} {value}"
    near = nearest(folded, _KNOWN)
    return f"{near}:{value}" if near else value


@lru_cache(512)
def _parsed(text: str) -> Query:
    reader = _Reader()
    if len(text) > LETTERS:
        reader.remark(_("only the first {letters} letters count", letters=LETTERS))
        text = text[:LETTERS]
    unfinished = not text[-1:].isspace()
    for found in _TERM.finditer(text if text.isascii() else text.translate(_KIN)):
        if found[0]:
            reader.read(_Term.of(found, last=unfinished and found.end() == len(text)))
    return reader.query()


class _Term(NamedTuple):
    """One term of a query, taken apart; `name` is the field's, `typed` means unfinished."""

    wanted: bool
    name: str
    text: str
    exact: bool
    double: bool
    closed: bool
    typed: bool

    @classmethod
    def of(cls, found: re.Match[str], *, last: bool) -> "_Term":
        """The term that was found, the `last` of the query or not."""
        without, sign, field, after, double, closed, mark, single, plain = found.groups(default="")
        name = _SIGNS.get(sign) or _named(field)
        return cls(
            wanted=not without and not (after and name in _KNOWN),
            name=name,
            text=double or single or plain,
            exact=bool(mark or single),
            double=found["double"] is not None,
            closed=bool(closed or single),
            typed=last and not closed and not single,
        )


_SIGNS = {"@": Field.SPEAKER, "#": Field.ABOUT}
_FIELDS: Mapping[str, Field] = {field.value: field for field in Field}
_KNOWN = (*_FIELDS, "date", "kind", "use", "tlp", "not")
"""All the names that mean something before `:`."""
_GERMAN = {
    fold(german): name
    for name, germans in {
        "speaker": ("Sprecher", "Sprecherin"),
        "to": ("an",),
        "talk": ("Gespräch",),
        "about": ("über", "ueber", "Thema"),
        "country": ("Land",),
        "date": ("Datum",),
        "kind": ("Art",),
        "use": ("Nutzung",),
    }.items()
    for german in germans
}


def _named(field: str) -> str:
    """The name of a field, folded; a German one as its English."""
    name = fold(field)
    return _GERMAN.get(name, name)


class _Reader:
    """Collects what the terms of a query ask for."""

    def __init__(self) -> None:
        self._words: dict[str, Word] = {}
        self._phrases: dict[tuple[str, ...], None] = {}
        self._without: dict[tuple[str, ...], None] = {}
        self._conditions: dict[Condition, None] = {}
        self._days: dict[Days, None] = {}
        self._sorts = Either(KINDS)
        self._uses = Either(USES)
        self._tlps = Either(TLPS)
        self._few: dict[str, Either[Sort] | Either[Use | None] | Either[Tlp | None]]
        self._few = {"kind": self._sorts, "use": self._uses, "tlp": self._tlps}
        self._remarks: dict[str, None] = {}
        self._room = WORDS

    def query(self) -> Query:
        """All that was asked for."""
        for name, few in self._few.items():
            if few.unwanted and not few.values():
                self.remark(_("nothing is left of {name}:", name=name))
                self._days[NEVER] = None
        return Query(
            tuple(self._words.values()),
            tuple(self._phrases),
            tuple(self._without),
            tuple(self._conditions),
            tuple(self._days),
            self._sorts.values(),
            self._uses.values(),
            self._tlps.values(),
            tuple(self._remarks)[:MOST_REMARKS],
        )

    def remark(self, text: str) -> None:
        """Say what was not understood, once."""
        self._remarks[text] = None

    def read(self, term: _Term) -> None:
        """Add what a term asks for."""
        if term.name in _FIELDS:
            self._read_condition(term)
        elif term.name == "date":
            self._read_date(term)
        elif term.name in self._few:
            self._read_few(term)
        else:
            if term.name:
                self._note_unknown(term)
            self._read_text(term)

    # --- fields

    def _read_condition(self, term: _Term) -> None:
        words = tuple(dict.fromkeys(read(term.text, typed=term.typed, exact=term.exact)))
        words = self._fit(words, whole=not term.wanted)
        if words:
            self._conditions[Condition(_FIELDS[term.name], words, term.wanted)] = None

    def _read_date(self, term: _Term) -> None:
        try:
            found = days(term.text, typed=term.typed and unfinished(term.text))
        except ValueError as error:
            self.remark(f"{_shown(term)} {error}")
            self._ask_for_nothing(term)
            return
        if found and term.wanted:
            self._days.update(dict.fromkeys(self._fit((found,))))
        elif found:
            self.remark(_("! before date: is not possible"))

    def _read_few(self, term: _Term) -> None:
        few = self._few[term.name]
        if few.add(term.text, wanted=term.wanted):
            names = dict.fromkeys(str(value.lower() if value else "none") for value in dict.fromkeys(few.known.values()))
            self.remark(_("{shown} is none of {names}", shown=_shown(term), names=", ".join(names)))
            if not few.wanted:
                self._ask_for_nothing(term)

    def _ask_for_nothing(self, term: _Term) -> None:
        """Find nothing rather than all, where what is wanted is nothing there is."""
        if term.wanted:
            self._days[NEVER] = None

    def _note_unknown(self, term: _Term) -> None:
        """Say that a field is none, if it looks like one at all: `10:30`, `C:` and `https://` do not."""
        if len(term.name) < 2 or not term.text[:1].isalnum() or unspaced(term.name) or len(self._remarks) >= MOST_REMARKS:
            return
        near = nearest(term.name, _KNOWN)
        self.remark(_("{cut}: is read as text", cut=cut(term.name)) + (_("; did you mean {near}:?", near=near) if near else ""))

    # --- text

    def _read_text(self, term: _Term) -> None:
        """Words, or a phrase, or what must not be there; an unknown field's name is a word before it."""
        if not term.wanted:
            run = self._fit(_run(read(f"{term.name} {term.text}")), whole=True)
            self._without.update(dict.fromkeys([run] if run else []))
            return
        self._add_words(read(term.name))
        if term.double:
            self._read_phrase(term)
        else:
            self._add_words(read(term.text, typed=term.typed, exact=term.exact))

    def _read_phrase(self, term: _Term) -> None:
        """Words in a row; as long as the quote is open, the last may be a beginning, and a single one is a word like any."""
        words = read(term.text, typed=term.typed)
        finished = [word for word in words if not word.typed]
        if term.closed or len(finished) > 1:
            run = self._fit(_run(finished))
            self._phrases.update(dict.fromkeys([run] if run else []))
            words = words[len(finished) :]
        self._add_words(words)

    def _add_words(self, words: Iterable[Word]) -> None:
        """Ask for words, each once, in the strictest way it was asked for."""
        for word in words:
            known = self._words.get(word.text)
            if known or self._fit((word,)):
                self._words[word.text] = max(known or word, word, key=lambda each: (each.exact, not each.typed))

    def _fit(self, words: tuple[T, ...], *, whole: bool = False) -> tuple[T, ...]:
        """As many of the words as there is room for; none at all if not the `whole` of them fits."""
        if len(words) > self._room:
            self.remark(_("only the first {words} words count", words=WORDS))
            words = () if whole else words[: self._room]
        self._room -= len(words)
        return words


def _run(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(word.text for word in words)


def _shown(term: _Term) -> str:
    return f"{term.name}:{cut(term.text)}"


def cut(text: str) -> str:
    """Some letters of what was typed, for a remark: one short line that a terminal can show."""
    text = "".join(filter(str.isprintable, text[: _MOST_SHOWN + 1]))
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
