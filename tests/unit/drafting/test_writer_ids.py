"""The id of a new entry."""

from typing import Any

import pytest

from briefing_tui.drafting.writer.ids import new_id
from briefing_tui.model.briefing import Participant, Record, Source, Talk, Threat
from briefing_tui.model.errors import BriefingError
from briefing_tui.reading import read_bytes

TEXT = """\
title: A
date: 2031-05-02
participants:
  vega: {name: Ida Vega, delegation: DEU}
  orlo: {name: Bruno Orlo, aliases: [Bru], delegation: FRA}
  quist: {name: Mara Quist, delegation: FRA}
threats: {dust: Dust}
"""


def made(record: type[Record], **fields: Any) -> str:
    return new_id(record, fields, read_bytes(TEXT.encode(), "a.yaml").briefing)


@pytest.mark.parametrize(
    ("parties", "id"),
    [
        (["vega", "orlo"], "deu-fra"),
        (["Ida Vega", "Bru"], "deu-fra"),
        (["quist", "orlo"], "quist-orlo"),
        (["Germany", "JPN"], "deu-jpn"),
        (["Sample Bank", "FRA"], "sample-bank-fra"),
        ("JPN", "talk-jpn"),
    ],
)
def test_a_talk_is_called_after_its_sides(parties: str | list[str], id: str) -> None:
    assert made(Talk, parties=parties) == id


@pytest.mark.parametrize(
    ("record", "fields", "id"),
    [
        (Threat, {"title": "Dust"}, "dust-2"),
        (Threat, {"title": {"de": "Nebel", "en": "Fog"}}, "nebel"),
        (Threat, {"title": "Severity"}, "threat-severity"),
        (Threat, {}, "threat"),
        (Source, {"title": "Note"}, "source-note"),
        (Participant, {"name": "De"}, "participant-de"),
    ],
    ids=str,
)
def test_an_id_is_free_and_means_nothing_else(record: type[Record], fields: dict[str, Any], id: str) -> None:
    assert made(record, **fields) == id


def test_nobody_is_two_people() -> None:
    with pytest.raises(BriefingError, match="'vega' is called so already, on line 4"):
        made(Participant, name="ida vega")
