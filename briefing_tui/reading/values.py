"""Single values: what a text, a choice, a date, a reference means to the field it stands in.

Each reader takes the context, the node, its place and the field, and gives the value, or None after it has said what is
wrong. A value that cannot be read is never lost: the builder shows its words under "Other".
"""

from collections.abc import Callable, Iterator
from datetime import time
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from ..model.briefing import Scale
from ..model.dates import Moment, Period, parse_clock
from ..model.fields import Ref
from ..model.marking import Tlp
from ..model.text import Text, Wording
from .entries import Ids
from .languages import is_language
from .messages import Findings
from .nearest import did_you_mean, nearest
from .nodes import Map, Node, Seq, line_of, shorten, words
from .references import Names
from .shapes import Field, Sort

_Parsed = TypeVar("_Parsed")
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_period: Callable[[str], Period] = lru_cache(4096)(Period.parse)


class Context:
    """What reading a value may need to know of its file."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.names = Names(findings)
        self.lang = ""
        self.scale = Scale.ICD203
        self.has_source = False
        self.attending: dict[str, list[str]] = {}
        """Participants who attend, by the delegation they speak for."""
        self.sections: dict[str, dict[str, Any]] = {}
        """The sections keyed by id, as they are built."""
        self.quotes = Ids()
        self.entries = 0
        """How many records have been built."""


Reader = Callable[[Context, Any, int, Field], Any]


def read_text(context: Context, node: Node, at: int, field: Field) -> Text | None:
    """Words for people, in the file's language or as a map of languages."""
    if type(node) is str:
        return Text((Wording(context.lang, node),)) if node and not node.isspace() else None
    if type(node) is Map and all(is_language(key) for key in node.names()):
        return wordings(context, node)
    text = read_string(context, node, at, field)
    return Text.of(text, context.lang) if text else None


def wordings(context: Context, node: Map) -> Text | None:
    """The text that a map of languages makes."""
    found: dict[str, Wording] = {}
    lines: dict[str, int] = {}
    for lang, key_at, value, at in node.entries():
        if lang in found:
            context.findings.problem(key_at, twice(lang, lines[lang]))
            lang = f"{lang}-{len(found)}"
        text = value if type(value) is str else plain(context, value, at, "a text")
        if text:
            found[lang] = Wording(lang, text)
            lines[lang] = line_of(key_at)
    return Text(tuple(found.values())) if found else None


def twice(key: str, line: int) -> str:
    """What to say of the second of two equal keys."""
    return f"the key '{shorten(key)}' is here twice, first on line {line}; delete or rename one"


def plain(context: Context, node: Node, at: int, wanted: str) -> str:
    """The words of a node where one text is wanted, with a problem if it is a map or a list."""
    if type(node) is Map and len(node) == 4 and " " in node.names()[0]:
        context.findings.problem(at, f"a text with ': ' in it must stand in quotes: '{shorten(words(node))}'")
    elif type(node) in (Map, Seq):
        context.findings.problem(at, f"{wanted} is expected here, not a {'map' if type(node) is Map else 'list'}")
    return words(node)


def read_string(context: Context, node: Node, at: int, field: Field) -> str | None:
    """One text."""
    return (node if type(node) is str else plain(context, node, at, "one text")) or None


def read_lang(context: Context, node: Node, at: int, field: Field) -> str | None:
    """A language code."""
    code = plain(context, node, at, "a language code")
    main, dash, rest = code.partition("-")
    if not is_language(f"{main.casefold()}{dash}{rest}"):
        context.findings.problem(at, f"'{shorten(code)}' is no language code; write one like 'en' or 'de'")
        return None
    return f"{main.casefold()}{dash}{rest}"


def read_choice(context: Context, node: Node, at: int, field: Field) -> StrEnum | None:
    """One of a few words."""
    word = plain(context, node, at, "one word")
    if word in field.of.__members__.values():
        return field.of(word)  # type: ignore[no-any-return]
    near = word.casefold().replace(" ", "-").replace("_", "-")
    found = next((choice for choice in field.of if choice.value.casefold() == near), None)
    meant = f"write '{found}'" if found else f"{field.name} is one of {', '.join(field.of)}"
    guess = [] if found or context.findings.full else nearest(word, map(str, field.of))
    context.findings.problem(at, f"'{shorten(word)}' is not known here; {meant}{did_you_mean(guess)}")
    return found


def read_tlp(context: Context, node: Node, at: int, field: Field) -> Tlp:
    """A marking. One that cannot be read counts as the strictest, since nothing may leak by a slip of the pen."""
    word = plain(context, node, at, "a TLP label")
    label = word.upper().removeprefix("TLP:").strip().replace(" ", "+").replace("-", "+").replace("_", "+")
    found = Tlp.CLEAR if label == "WHITE" else next((tlp for tlp in Tlp if tlp == label), None)
    if found is None:
        allowed = ", ".join(Tlp)
        context.findings.problem(at, f"'{shorten(word)}' is no TLP label and is taken as RED; write one of {allowed}")
    elif found != word:
        context.findings.problem(at, f"'{shorten(word)}' is read as {found}; write {found}")
    return found or Tlp.RED


def read_period(context: Context, node: Node, at: int, field: Field) -> Period | None:
    """A date or a range of dates."""
    return _parsed(context, node, at, _period)


def read_moment(context: Context, node: Node, at: int, field: Field) -> Moment | None:
    """A date, perhaps with a time."""
    return _parsed(context, node, at, Moment.parse)


def read_clock(context: Context, node: Node, at: int, field: Field) -> time | None:
    """A time of day."""
    return _parsed(context, node, at, parse_clock)


def _parsed(context: Context, node: Node, at: int, parse: Callable[[str], _Parsed]) -> _Parsed | None:
    text = plain(context, node, at, "one date or time")
    try:
        return parse(text)
    except ValueError as error:
        context.findings.problem(at, f"'{shorten(text)}' cannot be read: {error}")
        return None


def read_flag(context: Context, node: Node, at: int, field: Field) -> bool | None:
    """Yes or no."""
    word = plain(context, node, at, "true or false")
    flag = _FLAGS.get(word.casefold())
    if flag is None:
        context.findings.problem(at, f"'{shorten(word)}' is neither true nor false; write one of them")
    return flag


def items(node: Node, at: int) -> Iterator[tuple[Node, int]]:
    """The entries of a list, or one value as the only entry; what has no value is passed over."""
    found = node.entries() if type(node) is Seq else [(node, at)]
    return ((item, item_at) for item, item_at in found if item is not None and item != "")


def read_strings(context: Context, node: Node, at: int, field: Field) -> tuple[str, ...]:
    """Some texts."""
    return tuple(plain(context, item, item_at, "one text") for item, item_at in items(node, at))


def read_ref(context: Context, node: Node, at: int, field: Field) -> Ref | None:
    """A reference to one thing."""
    word = node if type(node) is str else plain(context, node, at, "one id or name")
    return context.names.find(word, at, field.refers) if word else None


def read_refs(context: Context, node: Node, at: int, field: Field) -> tuple[Ref, ...]:
    """References to some things, each once."""
    if type(node) is str:
        return (context.names.find(node, at, field.refers),) if node else ()
    refs = (read_ref(context, item, item_at, field) for item, item_at in items(node, at))
    return tuple(dict.fromkeys(ref for ref in refs if ref))


READERS: dict[Sort, Reader] = {
    Sort.TEXT: read_text,
    Sort.STRING: read_string,
    Sort.LANG: read_lang,
    Sort.STRINGS: read_strings,
    Sort.REF: read_ref,
    Sort.REFS: read_refs,
    Sort.CHOICE: read_choice,
    Sort.PERIOD: read_period,
    Sort.MOMENT: read_moment,
    Sort.CLOCK: read_clock,
    Sort.FLAG: read_flag,
}
