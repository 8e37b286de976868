"""What reading costs before anything is read, and without the fast parser."""

import subprocess
import sys

import pytest

from briefing_tui.reading import read_bytes


def loaded_after(code: str) -> set[str]:
    """The modules that are loaded once `code` has run in an interpreter of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(ran.stdout.split())


def test_the_import_is_cheap() -> None:
    heavy = {
        "yaml",
        "rapidfuzz",
        "numpy",
        "jsonschema",
        "difflib",
        "zoneinfo",
        "briefing_tui.reading.schema",
        "briefing_tui.reading.build",
    }
    assert not loaded_after("import briefing_tui.reading") & heavy


def test_a_flawless_file_needs_no_guessing() -> None:
    code = "from briefing_tui.reading import read_bytes; read_bytes(b'title: a\\ndate: 2025\\nchair: KOR\\n', 'x')"
    loaded = loaded_after(code)
    assert "yaml" in loaded
    assert not loaded & {"rapidfuzz", "briefing_tui.reading.schema"}


def test_reading_works_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"title: a\ndate: 2025\nvenue: x: y\nclassification: ~\nkey_points:\n  - b\n  - [c\ntags: [d]\n"
    fast = read_bytes(data, "x.yaml")
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    slow = read_bytes(data, "x.yaml")
    assert slow.briefing == fast.briefing
    assert len(slow.messages) == len(fast.messages)
