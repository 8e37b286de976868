"""The README keeps its word."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from briefing_tui.cli.names import COMMANDS
from briefing_tui.keys.keymap import PLAIN
from briefing_tui.keys.table import TABLE, KeyRow
from briefing_tui.keys.written import markdown as keys
from briefing_tui.reading import read_bytes, read_registry_bytes
from briefing_tui.search.grammar import parse
from briefing_tui.settings import load
from briefing_tui.settings.about import markdown as settings
from briefing_tui.ui.themes import NAMES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = dict.fromkeys(re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL))


def test_ci_runs_exactly_the_test_command_of_the_readme() -> None:
    [command] = [text.strip() for kind, text in BLOCKS if kind == "sh" and "pytest" in text]
    assert command in (ROOT / ".ci" / "run").read_text().splitlines()


def test_the_example_of_the_format_is_a_briefing_without_problems() -> None:
    [example] = [text for kind, text in BLOCKS if kind == "yaml" and "title: Lunar Council" in text]
    reading = read_bytes(example.encode(), "README.md")
    assert reading.messages == ()
    assert reading.briefing.quotes[0].text == "Das Eis reicht für alle"


def test_the_example_of_a_registry_lends_to_a_briefing() -> None:
    [example] = [text for kind, text in BLOCKS if kind == "yaml" and text.startswith("# registry.yaml")]
    known = read_registry_bytes(example.encode(), "registry.yaml")
    assert known.messages == ()
    text = "title: A\ndate: 2031\nquotes: [{speaker: M. Quist, text: Yes, source: minutes}]\n"
    reading = read_bytes(text.encode(), "x.yaml", registry=known.registry)
    assert reading.messages == ()
    assert str(reading.briefing.participants["quist"].role) == "Minister of Ice"
    assert (list(reading.briefing.sources), list(reading.briefing.glossary)) == (["minutes"], ["ICE"])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(command: str) -> None:
    assert f"`briefing {command}" in README


@pytest.mark.parametrize("row", [row for row in TABLE if row.keys], ids=lambda row: row.id)
def test_every_key_is_in_the_table(row: KeyRow) -> None:
    named = " ".join(re.findall(r"^\|.*\|$", README.partition("<!-- keys -->")[0], re.MULTILINE))
    shown = row.keys.split()
    assert any(f"`{key}`" in named for key in shown) or {"pgdn", "pgup"} & set(shown)


@pytest.mark.parametrize(("name", "lines"), [("keys", keys(PLAIN)), ("settings", settings())], ids=["keys", "settings"])
def test_the_tables_of_keys_and_settings_are_current(name: str, lines: Iterable[str]) -> None:
    table = README.partition(f"<!-- {name} -->")[2].partition(f"<!-- /{name} -->")[0]
    assert table.split("\n") == ["", "", *lines, "", ""], "run python .packaging/generate.py"


def test_the_example_of_settings_has_no_mistake(tmp_path: Path) -> None:
    [example] = [text for kind, text in BLOCKS if kind == "toml"]
    (tmp_path / "config.toml").write_text(example, encoding="utf-8")
    found = load(tmp_path / "config.toml")
    assert found.complaints == ()
    assert (found.settings.theme, found.settings.keys["now"]) == ("light", (".", "f5"))


@pytest.mark.parametrize("theme", NAMES)
def test_every_theme_is_named(theme: str) -> None:
    assert re.search(rf"\b{theme}\b", README)


def test_pictures_are_in_the_repository() -> None:
    pictures = re.findall(r'src(?:set)?="(.*?)"', README)
    assert len(pictures) > 2
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []
    assert {ROOT / picture for picture in pictures} == set((ROOT / ".github" / "pictures").iterdir())


def test_the_recorded_session_is_small_and_ends_where_it_says() -> None:
    file = ROOT / ".github" / "session.cast"
    header, *events = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert (header["version"], file.stat().st_size < 200_000) == (2, True)
    assert [at for at, _, _ in events] == sorted(at for at, _, _ in events)
    assert "Answer by the spring" in events[-1][2]


def test_every_query_of_the_table_is_understood() -> None:
    [table] = re.findall(r"\| type \| to find what \|\n\|---\|---\|\n((?:\|.*\n)+)", README)
    queries = [query for row in table.splitlines() for query in re.findall("`([^`]+)`", row.split("|")[1])]
    assert len(queries) > 15
    for query in queries:
        parsed = parse(f"{query} ")
        assert any(parsed[:-1]) and not parsed.remarks, query
