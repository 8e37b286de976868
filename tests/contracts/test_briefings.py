"""The shipped briefings keep to their source, and the fixtures write every field and word of the format."""

import os
import re
from collections.abc import Iterator
from dataclasses import Field, fields
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest

from briefing_tui.model import briefing as model
from briefing_tui.model.briefing import Briefing, Delegation, Participant, Quote, Record
from briefing_tui.model.fields import Kind
from briefing_tui.model.text import Text
from briefing_tui.reading import Reading, read

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted((ROOT / "briefings").glob("*.yaml"))
FIXTURES = [ROOT / "tests" / "fixtures" / f"{name}.yaml" for name in ("all-fields", "all-fields-previous")]
ADMM = ROOT / "briefings" / "2025-11-01-admm-plus.yaml"
SCM = ROOT / "briefings" / "2025-11-04-scm-57.yaml"
DOCUMENT = Path(os.environ.get("BRIEFING_SOURCES", ROOT.parent / "shared" / "source")) / "admm-plus-2025.de.txt"
RUN = 6
"""As many words of the document in a row, outside its quotation marks, are no longer ours."""

QUOTED = re.compile(r'"([^"]*)"')
RECORDS = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record]
CHOICES = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not Kind]
UNWRITTEN = {"id", "lineno", "other", "format"}
"""What the reader fills in, and what can have one value only."""

WRITTEN = [(kind, each) for kind in RECORDS for each in fields(kind) if each.name not in UNWRITTEN]


@cache
def reading(path: Path) -> Reading:
    return read(path)


def the(path: Path) -> Briefing:
    return reading(path).briefing


def records(record: Record) -> Iterator[Record]:
    """A record and all that lies in it."""
    yield record
    for each in fields(record):
        value = getattr(record, each.name)
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
        for item in inner:
            if isinstance(item, Record):
                yield from records(item)


def values(path: Path) -> Iterator[object]:
    for record in records(the(path)):
        yield from (getattr(record, each.name) for each in fields(record))


def paragraphs() -> list[str]:
    if not DOCUMENT.is_file():
        pytest.skip(f"the source document is not here; BRIEFING_SOURCES may name its folder, which is now {DOCUMENT.parent}")
    return DOCUMENT.read_text(encoding="utf-8").splitlines()


def runs(text: str, names: frozenset[str]) -> set[tuple[str, ...]]:
    """Every run of words in a text, names left out."""
    words = [word for word in re.findall(r"\w+", text.casefold()) if word not in names]
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def of_document(names: frozenset[str]) -> set[tuple[str, ...]]:
    own = (part for paragraph in paragraphs() for part in QUOTED.split(paragraph)[::2])
    return set[tuple[str, ...]]().union(*(runs(part, names) for part in own))


def texts_in_the_tree() -> Iterator[Path]:
    yield ROOT / "README.md"
    for folder in (ROOT / "briefings", ROOT / "tests"):
        yield from (path for path in folder.rglob("*") if path.suffix in {".yaml", ".py", ".md", ".txt", ".svg", ".json"})


def test_the_two_briefings_are_shipped() -> None:
    assert {ADMM, SCM} <= set(SHIPPED)


@pytest.mark.parametrize("path", [*SHIPPED, *FIXTURES], ids=lambda path: path.stem)
def test_it_reads_without_a_word_of_complaint(path: Path) -> None:
    assert [str(message) for message in reading(path).messages] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_text_is_there_in_both_languages(path: Path) -> None:
    for record in records(the(path)):
        for each in fields(record):
            value = getattr(record, each.name)
            named = each.name == "name" and isinstance(record, Participant | Delegation)
            if isinstance(value, Text) and not named:
                wanted = {"en"} if isinstance(record, Quote) and each.name == "translation" else {"de", "en"}
                assert {wording.lang for wording in value.wordings} == wanted, f"line {record.lineno}: {each.name}"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_previous_talks_are_shipped_too(path: Path) -> None:
    talks = {f"{other.stem}/{talk}" for other in SHIPPED for talk in the(other).talks}
    assert {talk.previous for talk in the(path).talks.values() if talk.previous} <= talks


def test_the_seoul_talk_follows_the_one_in_kuala_lumpur() -> None:
    assert the(SCM).talks["kor-usa"].previous == f"{ADMM.stem}/kor-usa"


@pytest.mark.parametrize("person", ["ahn", "hegseth"])
def test_both_briefings_know_the_same_person(person: str) -> None:
    assert the(ADMM).participants[person].name == the(SCM).participants[person].name


def test_what_the_document_does_not_rate_is_not_rated() -> None:
    for threat in (*the(ADMM).threats.values(), *the(SCM).threats.values()):
        assert (threat.severity, threat.likelihood, threat.confidence) == (None, "", None)


def test_every_quote_stands_between_quotation_marks_in_its_paragraph() -> None:
    document = paragraphs()
    for path in SHIPPED:
        for quote in the(path).quotes:
            number = int(quote.locator.removeprefix("para. "))
            assert quote.text in QUOTED.findall(document[number - 1])
            assert quote.lang == "de"


def test_every_quotation_is_a_quote_or_the_theme() -> None:
    marked = [text for paragraph in paragraphs() for text in QUOTED.findall(paragraph)]
    theme = the(ADMM).theme
    assert theme is not None
    assert sorted(marked) == sorted([theme.pick("de").text, *(quote.text for quote in the(ADMM).quotes)])


def test_no_sentence_of_the_document_is_in_the_tree() -> None:
    names = " ".join(person.name.pick("de").text for person in the(ADMM).participants.values())
    names_alone = frozenset(re.findall(r"\w+", names.casefold()))
    theirs = of_document(names_alone)
    for path in texts_in_the_tree():
        copied = theirs & runs(path.read_text(encoding="utf-8", errors="replace"), names_alone)
        assert not copied, f"{path.relative_to(ROOT)} says as the document does"


@pytest.mark.parametrize(("kind", "field"), WRITTEN, ids=[f"{kind.__name__}.{field.name}" for kind, field in WRITTEN])
def test_the_fixture_writes_every_field(kind: type[Record], field: Field[object]) -> None:
    given = [getattr(record, field.name) for record in records(the(FIXTURES[0])) if type(record) is kind]
    assert any(value and value != field.default for value in given)


@pytest.mark.parametrize("word", [word for kind in CHOICES for word in kind], ids=lambda word: f"{type(word).__name__}.{word}")
def test_the_fixtures_use_every_word_of_the_format(word: StrEnum) -> None:
    assert any(value is word for path in FIXTURES for value in values(path))
