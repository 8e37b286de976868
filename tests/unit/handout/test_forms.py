import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from moon_briefing import MOON, read_text

from briefing_tui import i18n
from briefing_tui.handout import as_text
from briefing_tui.handout.chicago import day
from briefing_tui.handout.forms import Form
from briefing_tui.handout.markdown import escaped
from briefing_tui.handout.sections import as_sections
from briefing_tui.model.dates import Period
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.links import Links

COUNCIL = read_text(
    """
title: Council
date: 2031-05-02
venue: Tycho
lang: de
tlp: GREEN
translated_by: the author
participants: {vega: {name: Ida Vega, role: Minister of Air, delegation: TYC}}
quotes:
  - {id: q, speaker: vega, text: "Luft *ist*\\nkein [Gefallen]", translation: {en: Air is no favour},
     source: gazette, locator: p. 3}
sources: {gazette: {title: Air for All, publisher: Tycho Gazette, date: 2031-05-03, url: "https://example.org/a"}}
glossary: {EVA: walk outside}
""",
    "council",
)
QUOTE = Ref(Kind.QUOTE, "q")


def copied(form: Form, ref: Ref = QUOTE) -> str:
    return as_text(COUNCIL, ref, "en", form)


def test_markdown_sets_the_words_off_and_takes_none_of_them_for_markup() -> None:
    assert copied(Form.MARKDOWN) == (
        "> “Luft \\*ist\\*  \n> kein \\[Gefallen\\]”\n>\n> Air is no favour (translated from German)\n\n"
        "— Ida Vega, Minister of Air (TYC), Tycho, 2 May 2031 (Tycho Gazette, 3 May 2031, p. 3). [TLP:GREEN]"
    )


def test_a_chicago_note() -> None:
    assert copied(Form.CHICAGO) == (
        "Ida Vega, Minister of Air (TYC), “Luft *ist*\nkein [Gefallen]” – Air is no favour "
        "(translated from German by the author), Tycho, May 2, 2031, "
        "quoted in Tycho Gazette, “Air for All,” May 3, 2031, p. 3, https://example.org/a. [TLP:GREEN]"
    )
    assert copied(Form.CHICAGO, Ref(Kind.SOURCE, "gazette")) == (
        "Tycho Gazette, “Air for All,” May 3, 2031, https://example.org/a. [TLP:GREEN]"
    )


def test_the_sources_of_a_section_as_chicago_notes() -> None:
    assert as_sections(Links(COUNCIL), ["sources"], "en", Form.CHICAGO) == (
        "Tycho Gazette, “Air for All,” May 3, 2031, https://example.org/a. [TLP:GREEN]"
    )


def test_a_note_has_the_dates_of_the_language_spoken() -> None:
    i18n.use("de")
    try:
        assert day(Period.parse("2031-05-02")) == "2. Mai 2031"
    finally:
        i18n.begin({})


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2031", "2031"), ("2031-05", "May 2031"), ("2031-05-02 09:30", "May 2, 2031"),
        ("2031-05-02/2031-05-03", "May 2, 2031–May 3, 2031"),
    ],
)  # fmt: skip
def test_days_in_a_note(written: str, shown: str) -> None:
    assert day(Period.parse(written)) == shown


def test_yaml_and_json_refer_to_the_quote_and_say_the_same() -> None:
    data = json.loads(copied(Form.JSON))
    assert yaml.safe_load(copied(Form.YAML)) == data
    assert data["briefing"] == "council" and data["quote"] == "q"
    assert data["text"] == COUNCIL.quotes[0].text
    assert data["translation"] == {"en": "Air is no favour"} and data["translated_by"] == "the author"
    assert data["marking"] == "TLP:GREEN" and data["tlp"] == "GREEN"
    assert data["source"]["url"] == "https://example.org/a"


@pytest.mark.parametrize("form", [Form.YAML, Form.JSON])
def test_other_things_are_data_in_the_shape_of_the_format(form: Form) -> None:
    data = yaml.safe_load(as_text(MOON, Ref(Kind.TALK, "deu-moon"), "en", form, openly=True))
    assert data["briefing"] == "moon" and data["talk"] == "deu-moon" and data["marking"] == "PRACTICE TLP:AMBER+STRICT"
    assert data["parties"] == ["orla", "vex"] and data["asks"][0]["by"] == "moon"


def test_a_section_in_markdown_has_headings_and_lists() -> None:
    lines = as_sections(Links(MOON), ("key_points", "glossary"), "en", Form.MARKDOWN, openly=True).splitlines()
    assert lines[0] == lines[-1] == "**[PRACTICE TLP:RED]**"
    assert "# First Meeting on the Moon" in lines and "## Key points" in lines
    assert "- EVA: Spacewalk" in lines and "- Air" in lines


def test_a_section_as_data() -> None:
    data = json.loads(as_sections(Links(COUNCIL), ("glossary",), "en", Form.JSON))
    assert data["glossary"] == {"EVA": "walk outside"} and data["marking"] == "TLP:GREEN"


@given(st.text(st.characters(codec="ascii", exclude_characters="\r\n\0"), max_size=40))
def test_escaped_text_is_the_text_with_backslashes(text: str) -> None:
    marked = escaped(text)
    assert marked.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\") == text
    assert not marked.lstrip().startswith(("# ", "- ", "+ ", "> ", "="))
