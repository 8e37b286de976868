"""Advice on whole records: harmless, and worth a look."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ..i18n import said as _
from ..model.briefing import Quote, Record
from .context import Context
from .entries import Entry
from .ids import slug
from .languages import is_language
from .nodes import Map, Node, shorten, texts

_MARKED = re.compile(r"^(\".*\"|“.*”|„.*[“”]|«.*»|».*«)$", re.DOTALL)


def advise_quote(context: Context, values: dict[str, Any], at: int) -> None:
    """Advice on a quote: it should name its source, and hold no quotation marks of its own."""
    if "source" not in values and not context.has_source:
        context.findings.advise(at, _("this quote names no source; add source: and locator:"))
    if _MARKED.match(values["text"]):
        context.findings.advise(at, _("the words of a quote stand without quotation marks; delete them"))


ADVICE: dict[type[Record], Callable[[Context, dict[str, Any], int], None]] = {Quote: advise_quote}
"""What is looked at in a whole record, from its values and its place."""


def advise_alike(context: Context, people: Iterable[Entry]) -> None:
    """Advice on people with different ids and one name."""
    seen: dict[str, str] = {}
    for entry in people:
        for name in names_of(entry.node, ("name", "aliases")):
            like = "-".join(sorted(slug(name).split("-")))
            other = seen.setdefault(like, entry.id) if like else entry.id
            if other != entry.id:
                ids = shorten(entry.id), shorten(other)
                context.findings.advise(
                    entry.at,
                    _(
                        "'{one}' and '{other}' are both called '{name}'; are they one person?",
                        one=ids[0],
                        other=ids[1],
                        name=shorten(name),
                    ),
                )
                break


def names_of(node: Node, fields: Sequence[str]) -> list[str]:
    """The names that an entry not yet built goes by; the first field is the one that languages alone stand for, too."""
    if type(node) is not Map:
        return texts(node)
    if fields[0] not in node.names():
        bare = [name for key, _, value, _ in node.entries() if is_language(key) for name in texts(value)]
        return bare + [name for field in fields[1:] for name in texts(node.get(field)[0])]
    return [name for field in fields for name in texts(node.get(field)[0])]
