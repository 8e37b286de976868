"""A dossier that is taken away: every line with where it stands, and nothing that a rule forbids."""

from datetime import UTC, datetime

import pytest
from moon_briefing import read_text

from briefing_tui.handout.dossier import as_dossier
from briefing_tui.model.dossier import dossier
from briefing_tui.model.errors import RefusedError
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.links import Links
from briefing_tui.model.note import Note
from briefing_tui.model.noted import item_of
from briefing_tui.model.who import Country

SPRING = """
title: Spring talks
date: 2031-03-01
tlp: GREEN
classification: COUNCIL ONLY
participants: {ann: {name: Ann Example, role: Minister, delegation: DEU}, bob: {name: Bob Sample, delegation: FRA}}
talks: {a: {parties: [ann, bob], outcome: Well., agreed: [A hotline], asks: [{by: FRA, what: More air}]}}
quotes:
  - {speaker: ann, text: Air for all, use: %s}
  - {speaker: ann, text: Between us it is thin, use: off-record, tlp: RED}
"""
DINNER = """
title: Dinner
date: 2031-04-01
handling: chatham-house
tlp: AMBER
participants: {ann: {name: Ann Example, delegation: DEU}}
talks: {b: {parties: [ann, FRA], outcome: They quarrelled.}}
quotes: [{speaker: ann, text: Ice is gone}]
"""


def text(use: str = "on-record", *, alone: str = "", openly: bool = False) -> str:
    files = {"spring": SPRING % use, "dinner": DINNER}
    entries = [(key, Links(read_text(file, key))) for key, file in files.items() if alone in ("", key)]
    return as_dossier(dossier(entries, Country("DEU")), "Germany", openly=openly)


def test_each_line_says_where_it_stands_between_the_strictest_markings() -> None:
    lines = text().splitlines()
    assert lines[0] == lines[-1] == "[COUNCIL ONLY TLP:RED]"
    assert lines[1] == "Dossier: Germany"
    assert "  DEU–FRA: Ann Example (DEU), Bob Sample (FRA), held 1 Mar 2031 (Spring talks)" in lines
    assert "    agreed: A hotline" in lines and "    asked: More air (by: France)" in lines
    assert any("“Air for all”, Ann Example" in line and "TLP:GREEN" in line for line in lines)


def test_what_a_rule_forbids_is_left_out_and_counted() -> None:
    found = text()
    assert "thin" not in found and "quarrelled" not in found and "Dinner" not in found
    assert "“Air for all”" in found and "4 left out" in found


@pytest.mark.parametrize("use", ["background", "deep-background", "chatham-house"])
def test_words_without_their_speaker_are_not_under_the_speaker_s_name(use: str) -> None:
    assert "Air for all" not in text(use) and "Ice is gone" not in text(use)


def test_a_note_is_left_out_where_what_it_hangs_on_may_not_be_told() -> None:
    spring, dinner = Links(read_text(SPRING % "on-record", "spring")), Links(read_text(DINNER, "dinner"))
    said, thin = (Ref(Kind.QUOTE, quote.id) for quote in spring.briefing.quotes)
    at = datetime(2031, 3, 1, tzinfo=UTC)
    refs = {"spring": (said, thin, Ref(Kind.TALK, "a")), "dinner": (Ref(Kind.TALK, "b"),)}
    notes = {
        key: [Note(f"{key}{number}", at, item_of(links, ref), f"note {key} {number}") for number, ref in enumerate(refs[key])]
        for key, links in (("spring", spring), ("dinner", dinner))
    }
    found = dossier([("spring", spring), ("dinner", dinner)], Country("DEU"), notes)
    kept = as_dossier(found, "Germany")
    assert "Ann Example: Air for all: note spring 0" in kept and "note spring 2" in kept
    assert "note spring 1" not in kept and "note dinner" not in kept and "thin" not in kept
    assert "note spring 1" in as_dossier(found, "Germany", openly=True)


def test_openly_all_of_it_is_there() -> None:
    found = text(openly=True)
    assert "thin" in found and "quarrelled" in found and "left out" not in found


def test_of_nothing_but_what_is_forbidden_there_is_no_copy() -> None:
    files = [("dinner", Links(read_text(DINNER.partition("quotes:")[0], "dinner")))]
    with pytest.raises(RefusedError):
        as_dossier(dossier(files, Country("DEU")), "Germany")
