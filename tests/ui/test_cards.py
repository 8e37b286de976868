"""What cards say, in which order, on either grid."""

import re

import pytest
from moonbase import COUNCIL, laid_out, view, words

from briefing_tui.model.fields import Kind, Ref
from briefing_tui.ui.cards import Subject, card
from briefing_tui.ui.cards.grid import Block, Card, Section, lay_out
from briefing_tui.ui.cards.page import Page
from briefing_tui.ui.runs import Run, width

HELD, PLANNED = Ref(Kind.TALK, "tyc-cop"), Ref(Kind.TALK, "tyc-far")
EVERYTHING: list[Subject] = [
    *Page, HELD, PLANNED, Ref(Kind.PERSON, "vega"), Ref(Kind.PERSON, "quist"), Ref(Kind.DELEGATION, "COP"),
    Ref(Kind.DELEGATION, "DEU"),
    Ref(Kind.THREAT, "leak"), Ref(Kind.THREAT, "quake"), Ref(Kind.QUOTE, "q-grave"), Ref(Kind.QUOTE, "q-air"),
    Ref(Kind.SOURCE, "minutes"), Ref(Kind.TERM, "EVA"), Ref(Kind.TALK, "gone"),
]  # fmt: skip


LABELS = (
    "OUTCOME", "TOPICS", "AGREED", "FOLLOW-UPS", "OBJECTIVES", "SAY", "IF RAISED", "AVOID", "ASKS", "PRESS LINE", "LAST TIME",
    "QUOTES", "THREATS", "SOURCE",
)  # fmt: skip


def labels(subject: Subject) -> list[str]:
    """The section labels in their order."""
    text = "\n".join(["", *words(laid_out(view(), subject).lines)])
    places = {label: text.find(f"\n{label}") for label in LABELS}
    return sorted((label for label in LABELS if places[label] >= 0), key=places.__getitem__)


def test_a_held_talk_begins_with_what_came_of_it() -> None:
    assert labels(HELD) == [
        "OUTCOME", "TOPICS", "AGREED", "FOLLOW-UPS", "OBJECTIVES", "SAY", "ASKS", "QUOTES", "THREATS",
    ]  # fmt: skip


def test_a_planned_talk_begins_with_what_to_say() -> None:
    assert labels(PLANNED) == ["OBJECTIVES", "SAY", "IF RAISED", "AVOID", "ASKS", "PRESS LINE"]


@pytest.mark.parametrize(
    ("talk", "item", "head"),
    [
        ("", "time: 14:30, until: 15:15, place: Room 305", "held 2 May 14:30–15:15 · Room 305"),
        ("venue: Dome", "time: 14:30, place: Room 305", "held 2 May 14:30 · Dome"),
        ("date: 2031-05-02 14:00", "time: 14:30", "held 2 May 14:00"),
        ("date: 2031-05-02 14:00/2031-05-02 14:50", "time: 14:30", "held 2 May 14:00–14:50"),
        ("date: 2031-05-03", "time: 14:30", "held 3 May 14:30"),
        ("", "date: 2031-05-03, time: 14:30", "held 3 May 14:30"),
        ("", "place: Room 305", "held 2 May · Room 305"),
    ],
)
def test_the_head_of_a_talk_says_when_and_where_as_it_or_the_agenda_has_it(talk: str, item: str, head: str) -> None:
    text = COUNCIL.replace("parties: [vega, quist]", f"parties: [vega, quist]\n    {talk}", 1)
    text = text.replace("time: 14:30, what", f"{item}, what")
    assert words(laid_out(view(text, "de"), HELD).lines)[1] == head


def test_what_a_file_leaves_out_is_said_in_one_line() -> None:
    held = [row.strip() for row in words(laid_out(view(), HELD).lines)]
    assert "not in this briefing: if raised, avoid, press line" in held
    planned = " ".join(words(laid_out(view(), PLANNED).lines))
    assert "not in this briefing: topics" in planned
    assert "outcome" not in planned.casefold()


def test_avoid_is_the_only_red_label() -> None:
    for subject in EVERYTHING:
        red = {run.text for line in laid_out(view(), subject).lines for run in line if run.ink == "error"}
        assert red <= {"AVOID", "CRIT", "HIGH"}, subject
    assert "AVOID" in {run.text for line in laid_out(view(), PLANNED).lines for run in line if run.ink == "error"}


@pytest.mark.parametrize("cells", [26, 47, 55, 56, 80, 120])
@pytest.mark.parametrize("subject", EVERYTHING, ids=str)
def test_every_card_fits_its_width_and_bars_stand_beside_verbatim_rows_only(subject: Subject, cells: int) -> None:
    of = view()
    verbatim = ["".join(quote.text.split()) for quote in of.links.briefing.quotes]
    barred = ""
    for line in laid_out(of, subject, cells).lines:
        assert width(line) <= cells
        row = "".join(run.text for run in line)
        if "┃" in row:
            assert {run.ink for run in line if run.text == "┃"} == {"accent"}
            barred += row.partition("┃")[2]
        else:
            assert not any("".join(row.split()) in text for text in verbatim if len(row.split()) > 2)
            assert "“" not in row and "”" not in row
    quoted = ["".join(part.split()) for part in barred.replace("”", "“").split("“") if part.strip()]
    assert all(part in verbatim for part in quoted)
    shown = card(of, subject).shown
    assert len(quoted) == len([record for record in shown if record in of.links.briefing.quotes])


def test_verbatim_words_are_whole_and_never_muted() -> None:
    for cells in (26, 80):
        runs = [run for line in laid_out(view(), Page.QUOTES, cells).lines if any(r.text == "┃" for r in line) for run in line]
        assert {run.ink for run in runs if len(run.text.strip()) > 2} <= {"text", "label"}
        assert "…" not in "".join(run.text for run in runs)


def test_a_translation_is_labelled_and_an_original_in_the_language_shown_needs_none() -> None:
    rows = words(laid_out(view(), Ref(Kind.QUOTE, "q-grave")).lines)
    assert any(row.startswith("de         ┃ “schwere Herausforderung") for row in rows)
    assert any(row.startswith("en transl.   a grave challenge") for row in rows)
    narrow = " ".join(words(laid_out(view(), Ref(Kind.QUOTE, "q-grave"), 40).lines))
    assert "en transl. a grave challenge" in " ".join(narrow.split())
    german = "\n".join(words(laid_out(view(lang="de"), Page.QUOTES).lines))
    assert "transl." not in german


def test_texts_that_are_missing_in_the_language_shown_say_so() -> None:
    text = COUNCIL.replace(
        "{en: Both want quiet convoys., de: Beide wollen ruhige Konvois.}", "{de: Beide wollen ruhige Konvois.}"
    )
    assert "Beide wollen ruhige Konvois. [de]" in "\n".join(words(laid_out(view(text), HELD).lines))


def test_the_wide_grid() -> None:
    rows = words(laid_out(view(), HELD, 56).lines)
    outcome = next(row for row in rows if row.startswith("OUTCOME"))
    assert outcome.index("Both") == 13
    agreed = next(row for row in rows if "hotline" in row)
    assert agreed[11] == "✓" and agreed.index("A hotline") == 13
    assert rows[rows.index(outcome) - 1] == ""


def test_the_narrow_grid() -> None:
    rows = words(laid_out(view(), HELD, 55).lines)
    at = rows.index("OUTCOME")
    assert rows[at + 1] == "    Both want quiet convoys."
    agreed = next(row for row in rows if "hotline" in row)
    assert agreed[2] == "✓" and agreed.index("A hotline") == 4
    assert "" not in rows


def test_text_is_at_most_88_wide() -> None:
    text = COUNCIL.replace("Both want quiet convoys.", "quiet " * 100)
    assert max(len(row) for row in words(laid_out(view(text), HELD, 200).lines)) <= 13 + 88


def test_names_are_links_in_reading_order_and_dead_ones_are_none() -> None:
    links = laid_out(view(), HELD).links
    assert [spot.ref.id for spot in links[:2]] == ["vega", "quist"]
    assert Ref(Kind.THREAT, "leak") in [spot.ref for spot in links]
    assert [spot.row for spot in links] == sorted(spot.row for spot in links)
    briefing = view(COUNCIL.replace("raised_by: vega", "raised_by: nobody at all"))
    assert all(spot.ref.id != "nobody at all" for spot in laid_out(briefing, Ref(Kind.THREAT, "leak")).links)


@pytest.mark.parametrize("cells", [26, 47, 80])
def test_a_link_covers_the_words_it_is_made_of(cells: int) -> None:
    of = view()
    layout = lay_out(card(of, HELD), cells)
    for spot in layout.links:
        if spot.ref.kind is Kind.PERSON:
            rows = ["".join(run.text for run in layout.lines[row])[start:end] for row, start, end in spot.pieces]
            assert "".join(" ".join(rows).split()) == "".join(of.links.name(spot.ref).split())


def test_an_ask_names_who_asks_and_what_was_answered() -> None:
    assert any("• COP More air by June → under review" in row for row in words(laid_out(view(), HELD).lines))


def test_a_threat_says_its_severity_in_a_word_and_who_raised_it() -> None:
    text = "\n".join(words(laid_out(view(), Ref(Kind.THREAT, "leak")).lines))
    assert "CRIT critical severity · Copernicus" in text
    assert "RAISED BY" in text and "Ida Vega" in text
    assert "not rated" in "\n".join(words(laid_out(view(), Ref(Kind.THREAT, "quake")).lines))


def test_a_person_without_office_says_so_and_a_thing_that_is_gone_says_so() -> None:
    text = COUNCIL.replace(
        "quist: {name: Mara Quist, role: {en: Minister of Ice, de: Eisministerin}, delegation: COP}", "quist: Mara Quist"
    )
    assert "office not in this briefing" in words(laid_out(view(text), Ref(Kind.PERSON, "quist")).lines)[0]
    assert words(laid_out(view(), Ref(Kind.TALK, "gone")).lines) == ["no longer in this briefing"]


def test_unknown_keys_are_shown() -> None:
    text = COUNCIL.replace("venue: Tycho", "venue: Tycho\ncatering: moon cheese")
    rows = words(laid_out(view(text), Page.ABOUT).lines)
    assert any("catering: moon cheese" in row for row in rows)


def test_a_word_that_is_no_status_is_shown_as_it_is_written() -> None:
    planned = COUNCIL.replace("status: planned", "status: plannd")
    shown = "\n".join(words(laid_out(view(planned), Ref(Kind.TALK, "tyc-far")).lines))
    assert "status “plannd” unknown" in shown
    assert "held" not in shown


def test_neither_a_date_nor_a_place_in_a_source_is_torn() -> None:
    for cells in range(16, 61):
        for row in words(laid_out(view(), HELD, cells).lines):
            assert not re.search(r"(minutes|\b2|\b9|\b20)$", row), (cells, row)


def test_a_long_label_stands_apart_from_its_text() -> None:
    note = Card("x", (), (Section("", (Block((Run("word " * 30),), label="30. Nov 00:52"),)),))
    rows = words(lay_out(note, 80).lines)
    assert rows[0].startswith("30. Nov 00:52 word") and rows[1].startswith(" " * 14 + "word") and max(map(len, rows)) <= 80
