"""What may be loaded when: the user interface by the reader alone, heavy libraries only where they are needed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BRIEFING = "title: A\ndate: 2031-05-04\nparticipants: {a: {name: Ann}}\nquotes: [{speaker: a, text: dust}]\n"
RUN = "import sys; from briefing_tui.cli import run; code = run(sys.argv[1:]); print(*sys.modules, code, file=sys.stderr)"


def loaded(program: str, *args: str, env: dict[str, str] | None = None) -> tuple[set[str], str]:
    """The top-level modules a program loaded, and the last word it said."""
    done = subprocess.run(
        [sys.executable, "-c", program, *args], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False, env=env
    )
    words = done.stderr.splitlines()[-1].split()
    return {word.partition(".")[0] for word in words}, words[-1]


@pytest.mark.parametrize(
    "args",
    [
        ("--version",),
        ("--help",),
        ("check", "{file}"),
        ("list", "{folder}"),
        ("show", "{file}"),
        ("show", "{file}", "--json"),
        ("verify", "{file}"),
        ("search", "dust", "--in", "{folder}"),
        ("schema",),
        ("people", "{folder}"),
        ("add", "threat", "{file}", "--title", "Dust"),
        ("new", "A", "-o", "{folder}/b.yaml"),
    ],
    ids=" ".join,
)
def test_no_command_but_the_reader_loads_the_user_interface(args: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BRIEFING)
    modules, code = loaded(RUN, *(arg.format(file=tmp_path / "a.yaml", folder=tmp_path) for arg in args))
    assert code == "0"
    assert modules & {"textual", "rich"} == set()


def test_the_version_loads_next_to_nothing() -> None:
    modules, _ = loaded(RUN, "--version")
    assert modules & {"yaml", "rapidfuzz", "platformdirs", "tomllib", "numpy", "dataclasses"} == set()


@pytest.mark.parametrize(
    "args",
    [
        ("list", "{folder}"),
        ("check", "{file}"),
        ("show", "{file}"),
        ("add", "threat", "{file}", "--title", "Dust"),
        ("new", "A", "-o", "{folder}/b.yaml"),
    ],
    ids=" ".join,
)
def test_what_needs_no_search_loads_none(args: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BRIEFING)
    modules, _ = loaded(RUN, *(arg.format(file=tmp_path / "a.yaml", folder=tmp_path) for arg in args))
    assert modules & {"rapidfuzz", "numpy", "jsonschema"} == set()


@pytest.mark.parametrize(
    "module", ["model.links", "reading", "reading.build", "search", "search.index", "library", "handout", "notes"]
)
def test_what_lies_below_the_user_interface_is_light(module: str) -> None:
    modules, _ = loaded(f"import sys, briefing_tui.{module}; print(*sys.modules, file=sys.stderr)")
    assert modules & {"textual", "rich", "numpy", "rapidfuzz", "click"} == set()
