import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from command_line import briefing
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.drafting.writer.starting import started, templates
from briefing_tui.model.dates import Period
from briefing_tui.reading import clean, read_bytes
from briefing_tui.reading.schema import json_schema

DAY = Period.parse("2031-05-02")
LINE = re.compile(r"# yaml-language-server: \$schema=(.+)")


def as_editors_see_it(text: str) -> dict[str, object]:
    """Empty values are no values."""
    return {key: value or None for key, value in yaml.load(text, yaml.BaseLoader).items()}


def test_a_dash_prints_it_and_writes_nothing(tmp_path: Path) -> None:
    done = briefing("new", "Lunar Council", "--date", "2031-05-02", "-o", "-", cwd=tmp_path)
    assert done.returncode == 0 and done.stderr == "" and list(tmp_path.iterdir()) == []
    assert str(read_bytes(done.stdout.encode(), "x.yaml").briefing.title) == "Lunar Council"


def test_a_new_briefing_is_written_with_its_schema(tmp_path: Path) -> None:
    done = briefing("new", "Lunar Council: Mare", "--date", "2031-05-02/2031-05-04", "--template", "forum", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "2031-05-02-lunar-council-mare.yaml\n")
    path = tmp_path / "2031-05-02-lunar-council-mare.yaml"
    first = path.read_text().splitlines()[0]
    found = LINE.fullmatch(first)
    assert found
    assert json.loads((tmp_path / found[1]).read_text())["title"] == "Briefing"
    assert briefing("check", "--strict", path).returncode == 0
    again = briefing("new", "Lunar Council: Mare", "--date", "2031-05-02", cwd=tmp_path)
    assert again.returncode == 2
    assert "is there already" in again.stderr


def test_the_schema_of_a_folder_above_is_used(tmp_path: Path) -> None:
    (tmp_path / "briefing.schema.json").write_text("{}")
    (tmp_path / "a").mkdir()
    assert briefing("new", "A", "-o", tmp_path / "a" / "b.yaml", cwd=tmp_path).returncode == 0
    assert (tmp_path / "a" / "b.yaml").read_text().splitlines()[0].endswith("$schema=../briefing.schema.json")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.yaml"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("A", "--date", "2031-13"), "no month 13"),
        (("A", "--date", "May"), "2025-11-01"),
        (("A", "--template", "tlak"), "'talk'"),
        (("A", "--lang", "klingon"), "no language code"),
        (("\t ",), "title is empty"),
        (("A", "-o", "/no/such/folder/a.yaml"), "No such file"),
    ],
)
def test_a_mistake_is_one_line(tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    done = briefing("new", *args, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("environment", "args", "lang", "said"),
    [
        ({"LANG": "de_DE.UTF-8"}, (), "de", "# das Wesentliche in zwei Sätzen"),
        ({"LANG": "de_DE.UTF-8"}, ("--lang", "fr"), "fr", "# the bottom line, in two sentences"),
        ({}, ("--lang", "de-AT"), "de-AT", "# das Wesentliche in zwei Sätzen"),
        ({}, (), "en", "# the bottom line, in two sentences"),
    ],
)
def test_it_is_written_in_the_language_of_the_user_or_the_one_asked_for(
    tmp_path: Path, environment: dict[str, str], args: tuple[str, ...], lang: str, said: str
) -> None:
    assert briefing("new", "A", "-o", "a.yaml", *args, cwd=tmp_path, env=environment).returncode == 0
    text = (tmp_path / "a.yaml").read_text()
    assert f"\nlang: {lang}\n" in text
    assert said in text


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("template", templates())
@given(title=st.text(min_size=1).map(lambda text: " ".join(clean(text, newlines=False).split())).filter(bool))
def test_any_title_gives_a_short_file_without_a_mistake(template: str, lang: str, title: str) -> None:
    text = started(title, DAY, template=template, lang=lang)
    reading = read_bytes(text.encode(), "a.yaml")
    assert (reading.messages, str(reading.briefing.title)) == ((), title)
    assert len(text.splitlines()) <= 40
    jsonschema.Draft202012Validator(json_schema()).validate({**as_editors_see_it(text), "date": str(DAY)})


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("template", templates())
def test_the_examples_in_it_are_right_too(template: str, lang: str) -> None:
    head, body = started("A", DAY, template=template, lang=lang).split("\n\n", 1)
    shown = f"{head}\n\n" + re.sub(r"^  # ", "  ", body, flags=re.MULTILINE)
    reading = read_bytes(shown.encode(), "a.yaml")
    assert reading.messages == ()
    assert reading.briefing.talks
    assert reading.briefing.participants
