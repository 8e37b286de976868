"""What a document says of itself: title, day, place and who presides."""

import pytest

from briefing_tui.drafting.analysis import analyse
from briefing_tui.drafting.header import Header

from .conftest import DAY

LONG = "Der Minister sprach lange über Nebel und Wind und vieles mehr, " * 4


def header(text: str, lang: str = "de", name: str = "") -> Header:
    return analyse(text, lang, None, name=name, today=DAY).header


@pytest.mark.parametrize(
    ("text", "name", "day", "why"),
    [
        ("Bericht\n\n7. Mai 2030\n\nEs regnete.", "", "2030-05-07", ""),
        ("Bericht\n\nDas war am 3. Mai 2029 und lange davor schon so, wie alle sagten, die dort waren.", "", "2029-05-03", ""),
        ("Bericht\n\nEs war am 3. Mai.", "bericht-2029.txt", "2029-05-03", "the year is taken from the file name"),
        ("Bericht\n\nEs war am 3. Mai.", "", "2031-05-03", "the year is a guess"),
        ("Bericht\n\nEs regnete.", "2029-04-30 bericht.txt", "2029-04-30", "taken from the file name"),
        ("Bericht\n\nEs regnete.", "20290430.txt", "2029-04-30", "taken from the file name"),
        ("Bericht\n\nEs regnete.", "20290431.txt", "2031-05-07", "the text gives none; this is today's"),
        ("Bericht\n\nEs regnete.", "", "2031-05-07", "the text gives none; this is today's"),
    ],
)
def test_the_day_and_how_sure_it_is(text: str, name: str, day: str, why: str) -> None:
    found = header(text, name=name)
    assert (str(found.day), found.why_day) == (day, why)


@pytest.mark.parametrize(
    ("text", "title", "sure"),
    [
        ("Bericht\n\nEs regnete.", "Bericht", True),
        (LONG + "auf der Nebelkonferenz-Nord (NKN).", "Nebelkonferenz-Nord (NKN)", False),
        (LONG + "auf der Nebelministerkonferenz und der Windministerkonferenz.", "Nebelministerkonferenz", False),
        (LONG, "Der Minister sprach lange über Nebel und Wind und vieles mehr, Der Minister sprach lange", False),
        ("", "?", False),
    ],
)
def test_the_title_is_the_first_line_else_the_meeting_else_the_opening(text: str, title: str, sure: bool) -> None:
    found = header(text)
    assert (found.title, found.title_sure) == (title, sure)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bericht\n\nBad Ragaz, 7. Mai 2030", "Bad Ragaz"),
        ("Bericht\n\nAm 7. Mai 2030 regnete es.", ""),
        ("Bericht\n\nEr war in Bad Ragaz, Schweiz, und blieb.", "Bad Ragaz, Schweiz"),
        ("Bericht\n\nEr war in Mai, in Solothurn, und blieb.", "Solothurn"),
        ("Bericht\n\nEr war in Gefahr.", "Gefahr"),
        ("Bericht\n\nSie kamen in Solothurn mit Nebel.", ""),
    ],
)
def test_the_place(text: str, place: str) -> None:
    assert header(text).place == place


@pytest.mark.parametrize(
    ("text", "lang", "chair"),
    [
        ("Unter dem Vorsitz von Präsident Jan Beispiel trafen sie sich.", "de", "Jan Beispiel"),
        ("The meeting, chaired by President Jan Sample, was short.", "en", "Jan Sample"),
        (f"Der Vorsitz blieb leer. {LONG}. Präsident Jan Beispiel ging.", "de", ""),
    ],
)  # fmt: skip
def test_who_presides(text: str, lang: str, chair: str) -> None:
    found = header(text, lang).chair
    assert (found.name if found else "") == chair
