"""Values that are more than words: choices, markings, dates, references. `texts` says how readers behave."""

from collections.abc import Callable
from datetime import time
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from ..i18n import said as _
from ..model.briefing import Use
from ..model.dates import Moment, Period, parse_clock
from ..model.fields import Ref
from ..model.marking import Tlp
from .context import Context
from .nearest import did_you_mean, nearest
from .nodes import Node, shorten, words
from .shapes import Field, Sort
from .texts import items, plain, read_lang, read_string, read_strings, read_text

_Parsed = TypeVar("_Parsed")
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_period: Callable[[str], Period] = lru_cache(4096)(Period.parse)


Reader = Callable[[Context, Any, int, Field], Any]


def read_choice(context: Context, node: Node, at: int, field: Field) -> StrEnum | None:
    """One of a few words."""
    word = plain(context, node, at, _("one word"))
    if word in field.of.__members__.values():
        return field.of(word)  # type: ignore[no-any-return]
    near = word.casefold().replace(" ", "-").replace("_", "-")
    found = next((choice for choice in field.of if choice.value.casefold() == near), None)
    meant = _("write '{found}'", found=found) if found else _("{name} is one of {of}", name=field.name, of=", ".join(field.of))
    guess = [] if found or context.findings.full else nearest(word, map(str, field.of))
    context.findings.problem(
        at,
        _(
            "'{word}' is not known here; {meant}{did_you_mean}",
            word=shorten(word),
            meant=meant,
            did_you_mean=did_you_mean(guess),
        ),
    )
    return found


def read_tlp(context: Context, node: Node, at: int, field: Field) -> Tlp:
    """A marking. One that cannot be read counts as the strictest, since nothing may leak by a slip of the pen."""
    word = plain(context, node, at, _("a TLP label"))
    found = tlp_label(word)
    if found is None:
        allowed = ", ".join(Tlp)
        context.findings.problem(
            at, _("'{word}' is no TLP label and is taken as RED; write one of {allowed}", word=shorten(word), allowed=allowed)
        )
    elif found != word:
        context.findings.problem(at, _("'{word}' is read as {found}; write {found}", word=shorten(word), found=found))
    return found or Tlp.RED


def tlp_of(node: Node) -> Tlp:
    """The marking that `read_tlp` reads, without a word."""
    return tlp_label(words(node)) or Tlp.RED


def tlp_label(word: str) -> Tlp | None:
    """The marking that a word means, however it is written; None if it means none."""
    label = word.upper().removeprefix("TLP:").strip().replace(" ", "+").replace("-", "+").replace("_", "+")
    return Tlp.CLEAR if label == "WHITE" else next((tlp for tlp in Tlp if tlp == label), None)


def read_use(context: Context, node: Node, at: int, field: Field) -> Use:
    """A ground rule. One that cannot be read counts as the strictest, as a marking does."""
    use = read_choice(context, node, at, field)
    if isinstance(use, Use):
        return use
    context.findings.go_on(at, _("until then, it counts as off-record"))
    return Use.OFF_RECORD


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
    text = plain(context, node, at, _("one date or time"))
    try:
        return parse(text)
    except ValueError as error:
        context.findings.problem(at, _("'{written}' cannot be read: {error}", written=shorten(text), error=error.args[0]))
        return None


def read_flag(context: Context, node: Node, at: int, field: Field) -> bool | None:
    """Yes or no."""
    word = plain(context, node, at, _("true or false"))
    flag = _FLAGS.get(word.casefold())
    if flag is None:
        context.findings.problem(at, _("'{word}' is neither true nor false; write one of them", word=shorten(word)))
    return flag


def read_ref(context: Context, node: Node, at: int, field: Field) -> Ref | None:
    """A reference to one thing."""
    word = node if type(node) is str else plain(context, node, at, _("one id or name"))
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
