"""The catalogs are whole, current, and agree with the sources and with the CLDR."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from briefing_tui import i18n
from briefing_tui.model.dates import Moment, Period

ROOT = Path(__file__).resolve().parents[3]
PO = i18n.FOLDER / "de" / "LC_MESSAGES" / "briefing.po"


@pytest.fixture
def german() -> Iterator[None]:
    i18n.use("de")
    yield
    i18n.use("en")


def test_catalogs_have_every_text_of_the_sources_translated_and_are_compiled() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / ".packaging" / "catalog.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), "run python .packaging/catalog.py, and translate"


def test_placeholders_agree_and_nothing_is_unsure() -> None:
    with PO.open("rb") as file:
        catalog = read_po(file, locale="de")
    for message in catalog:
        if message.id:
            assert not message.fuzzy, message.id
            forms = zip(_forms(message.id), _forms(message.string), strict=True)
            assert [(text, said) for text, said in forms if _fields(text) != _fields(said)] == []


def _forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _fields(text: str) -> set[str]:
    """The names between braces; how a name is quoted is the language's own."""
    return set(re.findall(r"\{(\w*)(?:![rs])?(?::[^{}]*)?\}", text))


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("day", [date(2025, month, 1) for month in range(1, 13)])
def test_german_dates_are_those_of_the_cldr(day: date) -> None:
    assert Moment(day.year, day.month, day.day).shown() == format_date(day, "d. LLL y", locale="de")


@pytest.mark.usefixtures("german")
def test_german_numbers_are_those_of_the_cldr() -> None:
    assert i18n.number(1_234_567) == format_decimal(1_234_567, locale="de") == "1.234.567"
    assert i18n.number(1234.5, 1) == format_decimal(1234.5, locale="de") == "1.234,5"
    assert i18n.several("{count} talk", "{count} talks", 10_000) == "10.000 Gespräche"


@pytest.mark.usefixtures("german")
def test_a_german_range_says_each_day_as_an_ordinal() -> None:
    assert Period.parse("2025-11-01/2025-11-02").shown() == "1.–2. Nov 2025"


def test_english_is_as_it_is_written() -> None:
    assert (i18n.number(1_234_567), Moment(2025, 11, 1).shown(), i18n._("close")) == ("1,234,567", "1 Nov 2025", "close")


def test_no_function_takes_the_name_of_the_lookup_for_its_own() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "briefing_tui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _calls(node) and _binds(node)
    ]
    assert found == []


def _calls(node: ast.AST) -> bool:
    calls = (each for each in ast.walk(node) if isinstance(each, ast.Call))
    return any(isinstance(each.func, ast.Name) and each.func.id == "_" for each in calls)


def _binds(node: ast.AST) -> bool:
    """Whether `_` is bound in a function itself; a comprehension has names of its own."""
    own = [node]
    while own:
        each = own.pop()
        if isinstance(each, ast.Name) and each.id == "_" and isinstance(each.ctx, ast.Store):
            return True
        if isinstance(each, ast.arg) and each.arg == "_":
            return True
        inner = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
        own += [child for child in ast.iter_child_nodes(each) if not isinstance(child, inner)]
    return False
