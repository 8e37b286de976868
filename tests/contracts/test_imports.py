"""What may be loaded when: the user interface by the reader alone, heavy libraries only where they are needed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BRIEFING = (
    "title: A\ndate: 2031-05-04\nparticipants: {a: {name: Ann}}\ntalks: {t: {parties: [a, KOR]}}\n"
    "quotes: [{speaker: a, text: dust}]\n"
)
RUN = "import sys; from briefing_tui.cli import run; code = run(sys.argv[1:]); print(*sys.modules, code, file=sys.stderr)"


def loaded(program: str, *args: str, env: dict[str, str] | None = None) -> tuple[set[str], str]:
    """The top-level modules a program loaded, and the last word it said."""
    done = subprocess.run(
        [sys.executable, "-c", program, *args], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False, env=env
    )
    words = done.stderr.splitlines()[-1].split()
    return {word.partition(".")[0] for word in words}, words[-1]


PRINTING = (
    ("--version",),
    ("--help",),
    ("add", "threat", "{file}", "--title", "Dust"),
    ("check", "{file}"),
    ("diff", "{file}", "{file}"),
    ("doctor",),
    ("draft", "{text}"),
    ("list", "{folder}"),
    ("list", "--ids", "{folder}"),
    ("matrix", "{folder}"),
    ("memcon", "t", "--in", "{file}"),
    ("new", "A", "-o", "{folder}/b.yaml"),
    ("notes",),
    ("people", "{folder}"),
    ("schema",),
    ("show", "{file}"),
    ("show", "{file}", "--json"),
    ("verify", "{file}"),
)
"""The commands that print and do not search."""


def modules_of(args: tuple[str, ...], folder: Path) -> set[str]:
    """What a command loads that works on a briefing."""
    (folder / "a.yaml").write_text(BRIEFING)
    (folder / "a.txt").write_text("Ann said: “The dust is near.”\n")
    places = {"file": folder / "a.yaml", "folder": folder, "text": folder / "a.txt"}
    modules, code = loaded(RUN, *(arg.format(**places) for arg in args))
    assert code in ("0", "1")
    return modules


@pytest.mark.parametrize("args", [*PRINTING, ("search", "dust", "--in", "{folder}")], ids=" ".join)
def test_no_command_but_the_reader_loads_the_user_interface(args: tuple[str, ...], tmp_path: Path) -> None:
    assert modules_of(args, tmp_path) & {"textual", "rich"} == set()


@pytest.mark.parametrize("args", PRINTING, ids=" ".join)
def test_what_needs_no_search_loads_none(args: tuple[str, ...], tmp_path: Path) -> None:
    assert modules_of(args, tmp_path) & {"numpy", "jsonschema", "watchfiles", "asyncio", "rapidfuzz"} == set()


def test_the_version_loads_next_to_nothing() -> None:
    modules, _ = loaded(RUN, "--version")
    assert modules & {"yaml", "rapidfuzz", "platformdirs", "tomllib", "numpy", "dataclasses", "email"} == set()


@pytest.mark.parametrize(
    "module", ["model.links", "reading", "reading.build", "search", "search.index", "library", "handout", "notes"]
)
def test_what_lies_below_the_user_interface_is_light(module: str) -> None:
    modules, _ = loaded(f"import sys, briefing_tui.{module}; print(*sys.modules, file=sys.stderr)")
    assert modules & {"textual", "rich", "numpy", "rapidfuzz", "click"} == set()
