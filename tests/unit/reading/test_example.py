"""SCHEMA.md's whole example: read without a word, and valid by the schema that editors use."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.links import Links
from briefing_tui.reading import peek, read
from briefing_tui.reading.schema import json_schema
from briefing_tui.reading.shapes import Sort, shape_of

EXAMPLE = Path(__file__).parent / "example.yaml"
SCHEMA_MD = Path(__file__).parents[3].parent / "shared" / "SCHEMA.md"


class CoreLoader(yaml.SafeLoader):
    """Reads the types that editors see by YAML 1.2: no dates, no sexagesimal numbers, `yes` a word."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern in (("null", r"~|null|"), ("bool", "true|false"), ("int", r"[-+]?\d+"), ("float", r"[-+]?\d*\.\d+")):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


def as_editors_see_it(text: str) -> Any:
    return yaml.load(text, CoreLoader)


def is_valid(text: str) -> bool:
    return bool(jsonschema.Draft202012Validator(json_schema()).is_valid(as_editors_see_it(text)))


@pytest.fixture
def briefing() -> Briefing:
    return read(EXAMPLE).briefing


def test_the_example_is_read_without_a_word() -> None:
    assert not read(EXAMPLE).messages


def test_the_example_is_the_one_of_the_format() -> None:
    if not SCHEMA_MD.exists():
        pytest.skip("the format's own document is not on this machine")
    found = re.search(r"```yaml\n(.*?)```", SCHEMA_MD.read_text(), re.DOTALL)
    assert found
    assert found[1] == EXAMPLE.read_text()


def test_all_of_the_example_arrives(briefing: Briefing) -> None:
    links = Links(briefing)
    talk = briefing.talks["kor-jpn"]
    assert links.code(talk) == "KOR–JPN"
    assert [str(ask.what) for ask in talk.asks] == ["Faster exchange of launch data"]
    assert str(talk.date) == "2025-11-01 14:30"
    affected = [links.name(ref) for ref in briefing.threats["hwasong-20"].affects]
    assert affected == ["Republic of Korea", "Japan", "United States"]
    assert links.quotes_about(briefing.quotes[0].about[0]) == list(briefing.quotes)
    assert briefing.agenda[1].talk == briefing.follow_ups[0].talk
    assert (briefing.tlp, briefing.chair and briefing.chair.id, str(briefing.as_of)) == ("GREEN", "khaled", "2025-11-02 18:00")


def test_no_field_of_the_example_is_lost(briefing: Briefing) -> None:
    written = as_editors_see_it(EXAMPLE.read_text())
    for field in shape_of(Briefing).fields.values():
        found = getattr(briefing, field.name)
        if field.sort in (Sort.KEYED, Sort.RECORDS) and field.name in written:
            assert len(found) == len(written[field.name])
        elif field.name in written:
            assert found


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema())) == json_schema()


def test_the_example_is_valid() -> None:
    jsonschema.Draft202012Validator(json_schema()).validate(as_editors_see_it(EXAMPLE.read_text()))


HEAD = "title: 12\ndate: 2025\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        "{en: a, de: b, date: 2025-11-01}",
        f"{HEAD}version: 1.10\nagenda: [{{time: 14:30, what: 1, press: yes}}]\nclassification: NO\nvenue:\n",
        f"{HEAD}participants: [{{id: a, name: A}}, B]\ntalks: {{t: [a, b]}}\nthreats: T\nglossary: {{on: true}}\n",
        f"{HEAD}key_points: a\ntags: [1, a]\nquotes: {{speaker: KOR, text: 7, translation: {{de: x}}}}\n",
        f"{HEAD}delegations: {{KOR: , JPN: {{de: Japan}}}}\nthreats: {{title: T, likelihood: likely}}\n",
    ],
)
def test_what_is_read_without_a_problem_is_valid(text: str) -> None:
    from briefing_tui.reading import read_bytes

    assert not read_bytes(text.encode(), "x.yaml").problems
    assert is_valid(text)


@pytest.mark.parametrize(
    "text",
    [
        "title: a\n",
        "date: 2025\n",
        f"{HEAD}colour: blue\n",
        f"{HEAD}tlp: SECRET\n",
        f"{HEAD}as_of: soon\n",
        f"{HEAD}quotes: [{{speaker: a}}]\n",
        f"{HEAD}talks: {{t: {{venue: a}}}}\n",
        f"{HEAD}venue: {{tpl: a}}\n",
        f"{HEAD}sources: {{s: {{title: S, grade: Z9}}}}\n",
        f"{HEAD}agenda: [{{what: a, time: noon}}]\n",
    ],
)
def test_mistakes_are_not_valid(text: str) -> None:
    assert not is_valid(text)


def test_every_field_is_described() -> None:
    def described(schema: Any) -> bool:
        properties = schema.get("properties", {}) if isinstance(schema, dict) else {}
        own = all(field.get("description") for field in properties.values())
        children = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
        return own and all(described(child) for child in children)

    assert described(json_schema())


def properties() -> list[Any]:
    """The name and schema of every field of every record, with the record's name."""
    schema = json_schema()
    records = [("briefing", schema), *((name, each["anyOf"][-1]) for name, each in schema["$defs"].items())]
    return [(name, key, field) for name, record in records for key, field in record.get("properties", {}).items()]


def test_examples_are_what_the_fields_take() -> None:
    validator, schema = jsonschema.Draft202012Validator, json_schema()
    given = [(key, field, example) for _, key, field in properties() for example in field.get("examples", ())]
    assert {"locator", "pronunciation", "date", "timezone", "grade", "previous", "time", "due"} <= {key for key, *_ in given}
    for key, field, example in given:
        assert validator({**field, "$defs": schema["$defs"]}).is_valid(example), (key, example)


def test_words_of_choice_are_listed_with_the_one_that_goes_without_saying() -> None:
    found = {(name, key): field for name, key, field in properties() if "enum" in field}
    assert found["participant", "presence"]["enum"][:3] == ["attending", "mentioned", "absent"]
    assert found["participant", "presence"]["default"] == "attending"
    assert found["threat", "likelihood"]["enum"][0] == "almost no chance"
    assert "default" not in found["threat", "severity"]


def test_the_head_of_the_example_can_be_peeked() -> None:
    found = peek(EXAMPLE)
    assert found
    assert (found.title, str(found.date)) == ("12th ADMM-Plus, Kuala Lumpur", "2025-11-01")
    assert (found.lang, found.tlp) == ("en", "GREEN")
