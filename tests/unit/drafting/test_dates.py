"""What dates and times mean, counted from Wednesday, 7 May 2031."""

import pytest

from briefing_tui.drafting.analysis import tools
from briefing_tui.drafting.dates import dates

from .conftest import DAY


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Er kam am Freitag an und sprach.", "2031-05-02"),
        ("Sie treffen sich am Freitag in Bern.", "2031-05-09"),
        ("Das war gestern.", "2031-05-06"),
        ("Morgen beginnt das Treffen.", "2031-05-08"),
        ("Am 1. November 2030 begann es.", "2030-11-01"),
        ("Es begann am 3. Mai.", "2031-05-03"),
        ("Es begann am 03.05.2031.", "2031-05-03"),
        ("Im Oktober war es still.", "2030-10"),
        ("Das war Anfang 2029.", "2029"),
        ("In der vergangenen Woche war Ruhe.", "2031-W18"),
        ("Im nächsten Jahr ist Pause.", "2032"),
        ("Das war vor drei Monaten.", "2031-02"),
        ("Im Herbst 2030 kam er.", "2030-FA"),
        ("Im 20. Jahrhundert war das anders.", "19"),
        ("Das war damals neu.", "PAST_REF"),
        ("Im Juni des vergangenen Jahres kam er.", "2030-06"),
        ("Gestern Abend kam er.", "2031-05-06TEV"),
        ("Er kam um 14.30 Uhr.", "2031-05-07T14:30"),
        ("Er kam um halb neun.", "2031-05-07T08:30"),
        ("Am 3. Juni 2029 kam er. Im Juli ging er.", "2029-07"),
        ("In den kommenden Jahren wird es besser.", "FUTURE_REF"),
    ],
)
def test_german(text: str, value: str) -> None:
    assert value in [when.value for when in dates(text, tools("de").vocabulary, DAY)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He came on Friday and spoke.", "2031-05-02"),
        ("They will meet on Friday.", "2031-05-09"),
        ("It was yesterday.", "2031-05-06"),
        ("It began on 1 November 2030.", "2030-11-01"),
        ("It began on November 1, 2030.", "2030-11-01"),
        ("It was quiet in October.", "2030-10"),
        ("Last week was quiet.", "2031-W18"),
        ("It was three months ago.", "2031-02"),
        ("He came at 2.30 p.m.", "2031-05-07T14:30"),
    ],
)
def test_english(text: str, value: str) -> None:
    assert value in [when.value for when in dates(text, tools("en").vocabulary, DAY)]


@pytest.mark.parametrize(
    "text",
    [
        "Es kamen 2000 Menschen.",
        "Am 31. Februar war nichts.",
        "Herr Jan Mark kam.",
        "Rund 1314 Kinder.",
        "In den vergangenen Jahren war Ruhe.",
        "Es kamen 1990 im Jahr.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [when.value for when in dates(text, tools("de").vocabulary, DAY)] == []


def test_a_time_belongs_to_the_day_named_last() -> None:
    values = [when.value for when in dates("Am 3. Juni kam er um 9 Uhr.", tools("de").vocabulary, DAY)]
    assert values == ["2031-06-03", "2031-06-03T09:00"]
