"""How texts are read: words for people in one language or several, and plain strings.

Each reader, here and in `values`, takes the context, the node, its place and the field, and gives the value, or None after
it has said what is wrong. A value that cannot be read is never lost: the builder shows its words under "Other".
"""

from collections.abc import Iterator

from ..i18n import said as _
from ..model.text import Text, Wording
from .context import Context
from .languages import is_language
from .nodes import Map, Node, Seq, line_of, shorten, words
from .shapes import Field


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
        text = value if type(value) is str else plain(context, value, at, _("a text"))
        if text:
            found[lang] = Wording(lang, text)
            lines[lang] = line_of(key_at)
    return Text(tuple(found.values())) if found else None


def twice(key: str, line: int) -> str:
    """What to say of the second of two equal keys."""
    return _("the key '{key}' is here twice, first on line {line}; delete or rename one", key=shorten(key), line=line)


def plain(context: Context, node: Node, at: int, wanted: str) -> str:
    """The words of a node where one text is wanted, with a problem if it is a map or a list."""
    if type(node) is Map and len(node) == 4 and " " in node.names()[0]:
        context.findings.problem(at, _("a text with ': ' in it must stand in quotes: '{node}'", node=shorten(words(node))))
    elif type(node) in (Map, Seq):
        context.findings.problem(
            at,
            _("{wanted} is expected here, not a map", wanted=wanted)
            if type(node) is Map
            else _("{wanted} is expected here, not a list", wanted=wanted),
        )
    return words(node)


def read_string(context: Context, node: Node, at: int, field: Field) -> str | None:
    """One text."""
    return (node if type(node) is str else plain(context, node, at, _("one text"))) or None


def read_lang(context: Context, node: Node, at: int, field: Field) -> str | None:
    """A language code."""
    code = plain(context, node, at, _("a language code"))
    main, dash, rest = code.partition("-")
    if not is_language(f"{main.casefold()}{dash}{rest}"):
        context.findings.problem(at, _("'{code}' is no language code; write one like 'en' or 'de'", code=shorten(code)))
        return None
    return f"{main.casefold()}{dash}{rest}"


def read_strings(context: Context, node: Node, at: int, field: Field) -> tuple[str, ...]:
    """Some texts."""
    return tuple(plain(context, item, item_at, _("one text")) for item, item_at in items(node, at))


def items(node: Node, at: int) -> Iterator[tuple[Node, int]]:
    """The entries of a list, or one value as the only entry; what has no value is passed over."""
    found = node.entries() if type(node) is Seq else [(node, at)]
    return ((item, item_at) for item, item_at in found if item is not None and item != "")
