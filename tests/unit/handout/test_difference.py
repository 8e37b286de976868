"""Two versions of a briefing, and what of it changed, as text and as data."""

import pytest

from briefing_tui.handout.difference import as_difference, difference_data
from briefing_tui.model.changes import changes
from briefing_tui.reading import read_bytes

TEXT = """\
title: Lunar Council
date: 2031-05-02
lang: en
tlp: GREEN
participants:
  vega: {name: Ida Vega, role: Minister}
  quist: {name: Mara Quist}
talks:
  tyc-cop: {parties: [vega, quist], outcome: Both want ice, asks: [{by: vega, what: Air}], agreed: [To meet, To call]}
quotes: [{id: q, speaker: vega, text: Dust is near}]
"""


def between(old: str, new: str) -> list[str]:
    """The lines that say what changes where `old` is replaced, without markings and headings."""
    assert old in TEXT
    one, other = (read_bytes(text.encode(), "x.yaml", "x").briefing for text in (TEXT, TEXT.replace(old, new)))
    return [line for line in as_difference(one, other, changes(one, other), "en").splitlines() if line and not line.isupper()]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Both want ice", "Both want air", "  outcome: Both want [-ice-]{+air+}"),
        ("Both want ice", "{en: Both want ice, de: Beide wollen Eis}", "  outcome [de]: {+Beide wollen Eis+}"),
        ("[To meet, To call]", "[To meet]", "    - To call"),
        ("[To meet, To call]", "[To meet, To call, To write]", "    + To write"),
        (", role: Minister", "", "  role: [-Minister-]"),
        ("id: q, speaker: vega, text: Dust is near", "id: q, speaker: vega, text: Dust is here", "~ Ida Vega: “Dust is here”"),
        ("vega", "ida", "~ Ida Vega (ida, was vega)"),
        ("  quist: {name: Mara Quist}\n", "  quist: {name: Mara Quist}\n  orlo: {name: Bo Orlo, role: Cook}\n", "  role: Cook"),
        ("  quist: {name: Mara Quist}\n", "  quist: {name: Mara Quist}\n  orlo: {name: Bo Orlo}\n", "+ Bo Orlo (orlo)"),
        ("what: Air", "what: Air, answer: Never", "      answer: {+Never+}"),
    ],
)
def test_what_is_said_of_a_change(old: str, new: str, line: str) -> None:
    assert line in between(old, new)


def test_data_have_what_is_gone_whole() -> None:
    one, other = (
        read_bytes(text.encode(), "x.yaml").briefing for text in (TEXT, TEXT.replace("  quist: {name: Mara Quist}\n", ""))
    )
    (gone,) = [each for each in difference_data(one, other, changes(one, other))["changes"] if each["how"] == "removed"]
    assert (gone["kind"], gone["id"], gone["old"]["name"]) == ("participants", "quist", "Mara Quist")


def test_data_have_both_values_and_the_words_that_differ() -> None:
    one, other = (read_bytes(text.encode(), "x.yaml").briefing for text in (TEXT, TEXT.replace("want ice", "want air")))
    data = difference_data(one, other, changes(one, other))
    (change,) = data["changes"]
    assert (change["how"], change["kind"], change["id"]) == ("changed", "talks", "tyc-cop")
    (field,) = change["fields"]
    assert (field["name"], field["old"], field["new"]) == ("outcome", "Both want ice", "Both want air")
    assert [(each["how"], each["text"]) for each in field["words"]["en"]] == [
        ("same", "Both want "),
        ("removed", "ice"),
        ("added", "air"),
    ]
