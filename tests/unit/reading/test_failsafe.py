"""What protects somebody is never loosened by a slip of the pen."""

import pytest

from briefing_tui.model.briefing import Use
from briefing_tui.model.marking import Tlp
from briefing_tui.reading import read_bytes

TEXT = "title: T\ndate: 2031-05-02\nlang: en\ntlp: {tlp}\nquotes: [{{speaker: DEU, text: Words, use: {use}}}]\n"


@pytest.mark.parametrize(
    ("tlp", "use", "marking", "rule"),
    [
        ("GREEN", "background", Tlp.GREEN, Use.BACKGROUND),
        ("GREN", "backgrund", Tlp.RED, Use.OFF_RECORD),
        ("'[x]'", "'[x]'", Tlp.RED, Use.OFF_RECORD),
    ],
)
def test_what_cannot_be_read_counts_as_the_strictest_and_is_a_problem(tlp: str, use: str, marking: Tlp, rule: Use) -> None:
    reading = read_bytes(TEXT.format(tlp=tlp, use=use).encode(), "x.yaml")
    assert (reading.briefing.tlp, reading.briefing.quotes[0].use) == (marking, rule)
    assert len(reading.problems) == (0 if tlp == "GREEN" else 2)
    assert any(each.text.endswith("; until then, it counts as off-record") for each in reading.problems) is (tlp != "GREEN")


def test_nothing_written_is_the_default() -> None:
    reading = read_bytes(TEXT.format(tlp="", use="").encode(), "x.yaml")
    assert (reading.briefing.tlp, reading.briefing.quotes[0].use) == (None, Use.ON_RECORD)
