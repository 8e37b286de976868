"""Brings the catalogs of the program's words up to date with its sources, and compiles them.

    python .packaging/catalog.py [--check]

With --check, nothing is written, and the exit code is 1 if a catalog is not current, not whole, or not compiled. What of
dates and numbers is in a catalog comes from the CLDR, by Babel; all else is for people to translate, in `briefing.po`.
"""

import ast
import io
import struct
import sys
from collections.abc import Iterable, Iterator
from enum import Enum
from inspect import cleandoc
from pathlib import Path
from typing import IO

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefing_tui import i18n
from briefing_tui.i18n import DOMAIN, FOLDER, LANGUAGES, SOURCE

ROOT = Path(__file__).resolve().parents[1]
KEYWORDS = {
    "_": None,
    "later": None,
    "section": None,
    "Section": None,
    "ngettext": (1, 2),
    "several": (1, 2),
    "pgettext": ((1, "c"), 2),
}
"""The functions that show or mark texts; the label of a section is looked up where the section is drawn."""

Text = tuple[str | tuple[str, ...], str | None]
"""A text, or its two forms, and its context."""


def texts() -> dict[Text, list[str]]:
    """Every text of the program with the files it stands in, in their order."""
    found: dict[Text, list[str]] = {}
    for path in sorted((ROOT / "briefing_tui").rglob("*.py")):
        name = str(path.relative_to(ROOT))
        with path.open("rb") as file:
            for _line, text, _comments, context in extract(_called, file, KEYWORDS):
                found.setdefault((text, context), []).append(name)
    for text, context, name in (
        *_commands(), *_settings(), *_clicked(), *_enumerated(), *_sentences(), *_sorts(), *_dates(), *_fields(), *_health(),
        *_likelihoods(),
    ):  # fmt: skip
        found.setdefault((text, context), []).append(name)
    return found


Called = tuple[int, str, tuple[str | None, ...], list[str]]


def _called(file: IO[bytes], keywords: Iterable[str], _tags: object, options: object) -> Iterator[Called]:
    """The calls of some functions in a source, with those arguments that are texts; Babel's own misses what is in f-strings."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in keywords and node.args:
            texts = tuple(_constant(each) for each in node.args)
            if texts[0]:
                yield node.lineno, node.func.id, texts, []


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _commands() -> Iterator[tuple[str, str, str]]:
    """What the commands of the reader are called in help, in the palette and among the hints."""
    from briefing_tui.keys.table import TABLE

    for row in TABLE:
        yield row.words, "command", "briefing_tui/keys/table.py"
        yield row.group, "group", "briefing_tui/keys/table.py"
        if row.hint:
            yield row.hint, "hint", "briefing_tui/keys/table.py"


def _settings() -> Iterator[tuple[str, str, str]]:
    """What the settings say of themselves."""
    from briefing_tui.settings.about import docstrings

    yield from ((text, "setting", "briefing_tui/settings/fields.py") for text in docstrings().values())


def _clicked() -> Iterator[tuple[str | tuple[str, ...], None, str]]:
    """What the commands of the command line say of themselves, and what click says."""
    import click

    from briefing_tui.cli.clicks import FORMS, SAYINGS
    from briefing_tui.cli.commands import READER, briefing

    context = click.Context(briefing)
    found = [briefing, *(briefing.get_command(context, name) for name in (READER, *briefing.list_commands(context)))]
    for command in found:
        found += getattr(command, "commands", {}).values()
        name = f"briefing_tui/cli/{command.name}.py"
        helps = [param.help for param in command.params if isinstance(param, click.Option)]
        yield from ((cleandoc(text), None, name) for text in (command.help, command.short_help, *helps) if text)
    yield from ((text, None, "briefing_tui/cli/clicks.py") for text in (*SAYINGS, *FORMS))


def _enumerated() -> Iterator[tuple[str, str, str]]:
    """The values of enumerations that are shown in words."""
    from briefing_tui.cli.health.finding import State
    from briefing_tui.drafting.verify import verdict
    from briefing_tui.handout.forms import Form
    from briefing_tui.model import briefing, changes, fields, note, passage
    from briefing_tui.model.words import InText
    from briefing_tui.reading import Weight
    from briefing_tui.ui.cards.page import Page

    shown: list[type[Enum]] = [briefing.TalkStatus, briefing.Progress, briefing.Severity, briefing.Confidence]
    shown += [briefing.Use, briefing.Handling, briefing.Presence, Weight, State, InText]
    shown += [briefing.Status, verdict.Status, changes.How, fields.Kind, note.What, passage.Sort, passage.Role, Page, Form]
    for each in shown:
        yield from ((str(member.value), each.__name__, f"{each.__module__.replace('.', '/')}.py") for member in each)


def _fields() -> Iterator[tuple[str, str | None, str]]:
    """The fields of the format where they are named in a page, and its records where they are in a message."""
    from briefing_tui.model.briefing import Briefing, Record
    from briefing_tui.model.changes import BRIEFING
    from briefing_tui.reading.shapes import shape_of

    records = sorted(Record.__subclasses__(), key=lambda record: record.__name__)
    for record in (Briefing, *records):
        shape = shape_of(record)
        yield shape.called, None, "briefing_tui/model/briefing.py"
        yield from ((name.replace("_", " "), "field", "briefing_tui/model/briefing.py") for name in shape.fields)
    yield BRIEFING, "field", "briefing_tui/model/changes.py"


def _likelihoods() -> Iterator[tuple[str, str, str]]:
    """The terms of the scales of likelihood."""
    from briefing_tui.model.briefing import LIKELIHOODS

    yield from ((term, "likelihood", "briefing_tui/model/briefing.py") for terms in LIKELIHOODS.values() for term in terms)


def _health() -> Iterator[tuple[str, str, str]]:
    """What `briefing doctor` looks at: the first argument of whatever says how it is."""
    for path in sorted((ROOT / "briefing_tui" / "cli" / "health").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            known = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if known and node.func.id in ("ok", "advice", "problem", "_folder") and (text := _constant(node.args[0])):
                yield text, "doctor", str(path.relative_to(ROOT))


def _sorts() -> Iterator[tuple[str, str, str]]:
    from briefing_tui.ui.sorts import CALLED

    yield from ((name, "sort", "briefing_tui/ui/sorts.py") for called in CALLED.values() for name in called)


def _sentences() -> Iterator[tuple[str, str, str]]:
    """The sections of a talk's card as they stand in a sentence."""
    from briefing_tui.ui.cards import talk

    for label in (*talk.PLANNED, *talk.HELD):
        yield label.lower(), "in a sentence", "briefing_tui/ui/cards/talk.py"


def _dates() -> Iterator[tuple[str, str, str]]:
    yield from ((text, context, "briefing_tui/i18n.py") for context, text in cldr(Locale(SOURCE)))


def cldr(locale: Locale) -> dict[tuple[str, str], str]:
    """What a language says for months, weekdays, separators and days of a month, by context and English text."""
    months = locale.months["stand-alone"]["abbreviated"]
    days = locale.days["stand-alone"]["short"]
    signs = locale.number_symbols["latn"]
    dot = "." if str(locale.date_formats["long"]).startswith("d.") else ""
    return {
        **{("month", text): months[place] for place, text in enumerate(i18n._MONTHS, 1)},
        **{("weekday", text): days[place].rstrip(".") for place, text in enumerate(i18n._WEEKDAYS)},
        ("between thousands", ","): signs["group"],
        ("before decimals", "."): signs["decimal"],
        ("date", "{day} {month}"): f"{{day}}{dot} {{month}}",
        ("date", "{day}"): f"{{day}}{dot}",
    }


def updated(language: str) -> Catalog:
    """The catalog of a language with every text of the program and no other; what is new is empty."""
    path = po(language)
    old = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)
    new = Catalog(locale=language, domain=DOMAIN, fuzzy=False)
    known = cldr(Locale(language))
    for (text, context), names in texts().items():
        before = old.get(text if isinstance(text, str) else text[0], context)
        said = before.string if before else ""
        if isinstance(text, str) and context and (context, text) in known:
            said = known[context, text]
        new.add(text, said, [(name, None) for name in sorted(set(names))], context=context)
    return new


HEADER = """# What the program says, in another language. `python .packaging/catalog.py` brings it up to date.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
"""The head of a catalog: no date and no version, so one that says the same is the same file."""


def po(language: str) -> Path:
    """The source of a catalog."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def files() -> dict[Path, bytes]:
    """What each file of the catalogs is to hold."""
    wanted: dict[Path, bytes] = {}
    for language in LANGUAGES:
        if language != SOURCE:
            catalog, source = updated(language), io.BytesIO()
            write_po(source, catalog, width=110, sort_by_file=True, omit_header=True)
            header = HEADER.format(language=language, plurals=catalog.plural_forms)
            wanted[po(language)] = header.encode() + source.getvalue()
            wanted[po(language).with_suffix(".mo")] = compiled(catalog)
    return wanted


def compiled(catalog: Catalog) -> bytes:
    """A catalog as programs read it: the layout of GNU gettext § 10.3, without the hash table."""
    head = f"Content-Type: text/plain; charset=utf-8\nPlural-Forms: {catalog.plural_forms}\n"
    pairs = sorted([("", head), *((_key(each), _forms(each.string)) for each in catalog if each.id and _whole(each.string))])
    texts = [text.encode() for column in zip(*pairs, strict=True) for text in column]
    start, table = 28 + 8 * len(texts), []
    for text in texts:
        table += [len(text), start]
        start += len(text) + 1
    first = (0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 28 + 8 * len(texts))
    return struct.pack(f"<{7 + len(table)}I", *first, *table) + b"".join(text + b"\0" for text in texts)


def _key(message: Message) -> str:
    return f"{message.context}\x04{_forms(message.id)}" if message.context else _forms(message.id)


def _forms(text: str | tuple[str, ...]) -> str:
    return text if isinstance(text, str) else "\0".join(text)


def missing(language: str) -> list[str]:
    """The texts that have no translation yet, or one that is not sure."""
    return [str(message.id) for message in updated(language) if message.id and (message.fuzzy or not _whole(message.string))]


def _whole(said: str | tuple[str, ...]) -> bool:
    return bool(said) and (isinstance(said, str) or all(said))


def main(check: bool) -> int:
    """Write the catalogs, or say which are not current; what is not translated is said either way."""
    wanted = files()
    stale = [path for path, data in wanted.items() if not path.exists() or path.read_bytes() != data]
    for path in stale:
        print(path.relative_to(ROOT), "is not current" if check else "written")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[path])
    left = {language: missing(language) for language in LANGUAGES if language != SOURCE}
    for language, gone in left.items():
        for text in gone:
            print(f"{language}: not translated: {text!r}")
    return 1 if (check and stale) or any(left.values()) else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
