"""Which language the program speaks."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping

import pytest

from briefing_tui import i18n
from briefing_tui.model.errors import reason
from briefing_tui.reading.nearest import did_you_mean


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    i18n.begin({})
    yield
    i18n.begin({})


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_AT"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "de"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "fr:de:en"}, "de"),
        ({"LANG": "C", "LANGUAGE": "de"}, "en"),
    ],
)
def test_the_environment_asks_for_a_language(environ: Mapping[str, str], language: str) -> None:
    assert i18n.wished(environ) == language


def test_the_command_line_stands_against_the_settings_and_these_against_the_environment() -> None:
    i18n.begin({"LANG": "de_DE.UTF-8"})
    i18n.use("en")
    assert i18n.language() == "en"
    i18n.use("de", said=True)
    i18n.use("en")
    assert i18n.language() == "de"


def test_a_language_it_does_not_speak_changes_nothing() -> None:
    i18n.use("de")
    assert (i18n.use("fr"), i18n.language()) == (False, "de")


def printed(*args: str, lang: str = "C.UTF-8") -> tuple[str, str]:
    env = {**os.environ, "LC_ALL": lang}
    program = "import sys; from briefing_tui.cli import run; sys.exit(run(sys.argv[1:]))"
    done = subprocess.run([sys.executable, "-c", program, *args], capture_output=True, text=True, env=env, check=False)
    return done.stdout, done.stderr


def test_help_is_in_the_language_of_the_user() -> None:
    assert printed("--help", lang="de_DE.UTF-8")[0].startswith("Aufruf: briefing")
    assert printed("--help")[0].startswith("Usage: briefing")


def test_what_the_parser_complains_of_is_in_the_language_of_the_user() -> None:
    assert "Es gibt keine Option „--nowhere“" in printed("list", "--nowhere", lang="de_DE.UTF-8")[1]


def test_a_word_that_is_no_language_is_refused() -> None:
    assert "'zz' is no language code" in printed("show", "x", "--lang", "zz")[1]


def test_english_loads_no_catalog_and_nothing_loads_babel() -> None:
    program = "import sys; from briefing_tui import i18n; i18n.begin(); i18n.number(10_000); print(*sys.modules)"
    for lang, catalog in (("C.UTF-8", False), ("de_DE.UTF-8", True)):
        env = {**os.environ, "LC_ALL": lang}
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=env, check=True)
        assert ("gettext" in done.stdout.split(), "babel" in done.stdout.split()) == (catalog, False)


def test_a_reason_of_the_system_and_a_word_that_may_be_meant_are_said_in_the_language_spoken() -> None:
    missing = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    assert reason(missing) == "No such file or directory" and reason(missing, within=True).startswith("no such")
    assert did_you_mean(["role"]) == "; did you mean 'role'?"
    i18n.use("de")
    assert reason(missing) == "keine solche Datei oder kein solcher Ordner"
    assert did_you_mean(["role"]) == "; meinten Sie „role“?"
    assert reason(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"
