"""No line that a command says of itself is the same in German as in English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui import i18n
from briefing_tui.cli import run
from briefing_tui.cli.names import COMMANDS
from briefing_tui.model.errors import failed
from briefing_tui.settings.toml import parse

BAD = """\
title: Moon
date: soon
lang: english
talks:
  one: {parties: [nobody], status: hold, wether: fine}
  two: [a]
quotes:
- {speaker: me, text: "“so”"}
"""

CHOICES = re.compile(r"--\w+ \[[\w|]+\]")
"""An option with its choices, which are the same in all languages."""


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.begin({})


def lines(capsys: pytest.CaptureFixture[str], lang: str, *args: str) -> set[str]:
    run(["--lang", lang, *args])
    said = capsys.readouterr()
    found = (line.strip() for line in (said.out + said.err).splitlines())
    return {line for line in found if line and not CHOICES.fullmatch(line)}


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_no_line_of_the_english(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert lines(capsys, "de", name, "--help") & lines(capsys, "en", name, "--help") == set()


def test_messages_on_a_file_have_no_line_of_the_english(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "moon.yaml"
    path.write_text(BAD, encoding="utf-8")
    english = lines(capsys, "en", "check", str(path))
    assert len(english) > 7
    assert lines(capsys, "de", "check", str(path)) & english == set()


def test_messages_kept_in_english_are_shown_in_german(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "moon.yaml").write_text(BAD, encoding="utf-8")
    (folder / "list.yaml").write_text("- a\n", encoding="utf-8")
    english = lines(capsys, "en", "index", str(folder)) | lines(capsys, "en", "check", str(folder))
    assert lines(capsys, "de", "check", str(folder)) & english == set()
    assert "kein Briefing" in "".join(lines(capsys, "de", "list", str(folder)))


def test_help_is_in_the_language_that_is_asked_for_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    for args in (("--lang", "de", "--help"), ("-h", "--lang", "de")):
        run(["show", *args])
        assert "Aufruf: briefing show" in capsys.readouterr().out
    i18n.begin({})
    run(["show", "--lang", "xx", "--help"])
    assert "Usage: briefing show" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "said"),
    [("theme = = 1", "kein Wert"), ("theme", "nach dem Namen fehlt „=“"), ('theme = "x', "Anführungszeichen fehlt")],
)
def test_what_is_no_toml_is_said_in_german(line: str, said: str) -> None:
    i18n.use("de")
    assert said in parse(line).broken[0].text


def test_why_the_system_could_not_is_said_in_german_behind_the_file(tmp_path: Path) -> None:
    i18n.use("de")
    gone = tmp_path / "x"
    with pytest.raises(OSError, match="No such") as raised:
        gone.read_bytes()
    assert failed(raised.value) == f"{gone}: keine solche Datei oder kein solcher Ordner"
    with pytest.raises(UnicodeDecodeError) as broken:
        b"\xff".decode()
    assert failed(broken.value) == "ist nicht UTF-8"


@pytest.mark.parametrize(("name", "said"), [("a.docx", "ist kein ZIP-Archiv"), ("a.pdf", "die Datei bricht vorzeitig ab")])
def test_what_is_wrong_with_a_document_is_said_in_german(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.4 x" if name.endswith("pdf") else b"PK\3\4x")
    run(["--lang", "de", "draft", str(tmp_path / name)])
    assert said in capsys.readouterr().err


def test_a_command_that_was_called_in_english_is_explained_in_german(capsys: pytest.CaptureFixture[str]) -> None:
    assert "-h, --help  Show this message and exit." in lines(capsys, "en", "index", "--help")
    assert "-h, --help  Show this message and exit." not in lines(capsys, "de", "index", "--help")
