"""What is known beyond the card: dossiers, who met whom, the talk before, the terms used here."""

import asyncio
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from moonbase import COUNCIL, User, at_the_reader, laid_out, moon, view, words

from briefing_tui.library.dossiers import Gathered
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.ui.cards import card
from briefing_tui.ui.cards.page import Page
from briefing_tui.ui.cards.terms import used
from briefing_tui.ui.runs import width
from briefing_tui.ui.targets import DossierOf, There

FIRST = """\
title: First Lunar Council
date: 2029-05-02
lang: en
tlp: RED
classification: EYES ONLY
participants:
  vega: {name: Ida Vega, role: Pilot, delegation: TYC}
  quist: {name: Mara Quist, delegation: COP}
delegations: {TYC: Tycho Base, COP: Copernicus}
talks:
  tyc-cop: {parties: [quist, vega], agreed: [To meet each spring], asks: [{by: TYC, what: A map of the ice}]}
quotes: [{id: q-far, speaker: vega, text: The ice is nearer than it seems}]
"""


def library(folder: Path) -> Path:
    """Three councils; in the second, who met whom is known, but not that Tycho and Copernicus are delegations."""
    moon(folder, **{"    previous: second-council/tyc-cop\n": ""})
    (folder / "first-council.yaml").write_text(FIRST)
    (folder / "second-council.yaml").unlink()
    return folder


def whole(user: User) -> str:
    """The card with what is not in sight."""
    return "\n".join(words(user.app.reader.card.layout_now.lines))


async def stand_on(user: User, target: object) -> None:
    """Step to the link that leads there."""
    for _ in user.app.reader.card.layout_now.links:
        await user.press("tab")
        if user.app.reader.card.spot and user.app.reader.card.spot.ref == target:
            return
    raise AssertionError(f"no link to {target}")


async def test_a_dossier_is_of_the_whole_library_and_leads_into_it_and_exactly_back(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("1", "D")
        assert user.card == "Dossier · Ida Vega"
        assert "Pilot" in user.text and "Minister of Air" in user.text
        await stand_on(user, There("first-council", Ref(Kind.QUOTE, "q-far")))
        left = user.at
        await user.press("enter")
        assert "First Lunar Council" in user.rows[0] and user.card == "Quote · Ida Vega"
        await user.press("escape")
        assert user.at == left and user.card == "Dossier · Ida Vega"
        await user.press("escape")
        assert user.card == "Ida Vega" and "Third Lunar Council" in user.rows[0]


async def test_the_strictest_marking_of_what_is_in_a_dossier_stands_on_the_screen(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        assert "COUNCIL ONLY TLP:RED" not in user.rows[-1]
        await user.press("1", "D")
        for row in (user.rows[0], user.rows[-1]):
            assert row.endswith(" COUNCIL ONLY / EYES ONLY TLP:RED ")


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (("2", "D"), "Dossier · TYC–COP"),
        (("1", "j", "j", "D"), "Dossier · Mara Quist"),
        (("4", "tab", "D"), "Dossier · Ida Vega"),
        (("1", "tab", "D"), "Dossier · Tycho Base"),
    ],
)
async def test_a_dossier_of_the_talk_the_person_the_quote_s_speaker_the_link(
    keys: tuple[str, ...], title: str, tmp_path: Path
) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press(*keys)
        assert user.card == title


async def test_the_dossier_of_a_talk_begins_with_what_is_open(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path), size=(80, 24)) as user:
        await user.press("2", "D")
        rows = words(user.app.reader.card.layout_now.lines)
        assert next(row for row in rows if row.startswith("OPEN")) == "OPEN 3"
        assert any("A map of the ice" in row for row in rows[: rows.index("TALKS 3")])
        assert "To meet each spring" in "\n".join(rows)


async def test_there_is_no_dossier_of_a_threat_and_that_is_said(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("3", "D")
        assert user.card == "Leak in dome four" and "stand on a person, country" in user.rows[-1]


async def test_a_dossier_that_takes_long_leaves_the_card_until_it_is_there(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        around, waits = user.app.desk.around, asyncio.Event()
        loop = asyncio.get_running_loop()
        gather = around._gathered

        def slowly(of: DossierOf) -> Gathered:
            asyncio.run_coroutine_threadsafe(waits.wait(), loop).result(10)
            return gather(of)

        around._gathered = slowly  # type: ignore[method-assign]
        await user.press("1")
        user._send("D")
        seen = []
        while "looking through the library" not in user.text:
            seen.append(user.card)
            await asyncio.sleep(0.01)
        assert seen and set(seen[:-1]) <= {"Ida Vega"}
        waits.set()
        await user.settle()
        assert user.card == "Dossier · Ida Vega"


async def test_a_dossier_is_copied_with_where_each_line_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("1", "D", "y")
        copied = user.app.clipboard
        assert copied.startswith("[COUNCIL ONLY / EYES ONLY TLP:RED]\nDossier: Ida Vega")
        assert "(First Lunar Council)" in copied and "“The ice is nearer than it seems”" in copied
        await stand_on(user, There("first-council", Ref(Kind.QUOTE, "q-far")))
        await user.press("y")
        assert user.app.clipboard.startswith("“The ice is nearer than it seems”, Ida Vega, Pilot (TYC)")


async def test_who_met_whom_leads_to_the_talks_of_two_or_to_the_only_one(tmp_path: Path) -> None:
    text = COUNCIL.replace("delegation: COP, bio", "delegation: KOR, bio").replace("    status: planned\n", "")
    library(tmp_path)
    (tmp_path / "third-council.yaml").write_text(text.replace("    previous: second-council/tyc-cop\n", ""))
    async with at_the_reader(tmp_path, size=(80, 24)) as user:
        await user.press("9")
        rows = words(user.app.reader.card.layout_now.lines)
        assert [row.split() for row in rows[:4]] == [
            ["TYC", "COP", "KOR", "talks"], ["TYC", "·", "2", "(May", "31)", "1", "(May", "31)", "3"],
            ["COP", "2", "(May", "31)", "·", "2"], ["KOR", "1", "(May", "31)", "·", "1"],
        ]  # fmt: skip
        await stand_on(user, There("third-council", Ref(Kind.TALK, "tyc-far")))
        await user.press("enter")
        assert user.card == "TYC–KOR" and "Third Lunar Council" in user.rows[0]
        await user.press("escape", "escape", "9", "tab", "tab", "enter")
        assert user.card == "Talks TYC–COP" and "2 talks" in user.text
        await user.press("tab", "tab", "enter")
        assert "First Lunar Council" in user.rows[0] and user.card == "COP–TYC"
        await user.press("H", "H")
        assert user.card == "Who met whom"


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_a_matrix_that_is_too_broad_is_cut_with_a_word(size: tuple[int, int], tmp_path: Path) -> None:
    codes = "DEU FRA ITA ESP POL NLD BEL PRT GRC KOR JPN CHN USA GBR CAN AUS NZL IND".split()  # noqa: SIM905
    talks = "".join(f"  t{at}: {{parties: [{one}, {other}]}}\n" for at, (one, other) in enumerate(pairwise(codes)))
    (tmp_path / "many.yaml").write_text(f"title: Many\ndate: 2031-05-02\ntalks:\n{talks}")
    async with at_the_reader(tmp_path, "many", size=size) as user:
        await user.press("9")
        layout, cells = user.app.reader.card.layout_now, user.app.reader.card.size.width
        rows = words(layout.lines)
        assert all(width(line) <= cells for line in layout.lines)
        assert {row.split()[0] for row in rows[1 : len(codes) + 1]} == set(codes)
        columns = len(rows[0].split()) - 1
        assert any(row.startswith(f"{len(codes) - columns} column") and "not fit" in row for row in rows) == (
            columns < len(codes)
        )
        assert sum("1 talk, last 2 May 2031" in row for row in rows) == len(codes) - 1


async def test_the_newest_talk_of_the_same_parties_is_the_last_time(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        rows = words(user.app.reader.card.layout_now.lines)
        at = next(index for index, row in enumerate(rows) if row.startswith("LAST TIME"))
        assert "2 May 2029 First Lunar Council" in rows[at]
        assert any("To meet each spring" in row for row in rows[at:]) and "TLP:RED" in user.rows[0]


@pytest.mark.parametrize(("today", "late"), [("2029-07-01", False), ("2031-05-01", True)])
async def test_what_is_open_since_the_last_time_is_said_with_who_asks_and_what_is_overdue(
    today: str, late: bool, tmp_path: Path
) -> None:
    folder = library(tmp_path)
    more = "follow_ups: [{what: Send the chart, who: COP, due: 2029-07-01}, {what: Pay the crew, status: done}], agreed:"
    (folder / "first-council.yaml").write_text(FIRST.replace("agreed:", more))
    clock = datetime.fromisoformat(f"{today}T10:00+00:00")
    async with at_the_reader(folder, clock=lambda: clock) as user:
        end = "overdue" if late else ""
        await user.press("2", "g")
        card = " ".join(" ".join(words(user.app.reader.card.layout_now.lines)).split())
        last = card[card.index("LAST TIME") :]
        assert "• TYC asks: A map of the ice • Send the chart Copernicus · by 1 Jul 2029" in last
        assert "Pay the crew" not in card and ("2029 overdue" in last) == late
        await user.press("D")
        open_ones = " ".join(" ".join(words(user.app.reader.card.layout_now.lines)).split()).partition("TALKS")[0]
        assert "TYC asks: A map of the ice COP–TYC, 2 May 2029" in open_ones
        assert f"by 1 Jul 2029 {end}".strip() + " COP–TYC, 2 May 2029" in open_ones


def test_a_talk_s_head_says_how_the_others_are_addressed_and_called() -> None:
    text = COUNCIL.replace(
        "quist: {name: Mara Quist,", "quist: {name: Mara Quist, address_as: {en: Madam Minister}, pronunciation: KVIST,"
    )
    rows = words(laid_out(view(text), Ref(Kind.TALK, "tyc-cop")).lines)
    assert rows[2] == "Mara Quist: Madam Minister · say KVIST"
    assert "EE-da" not in "\n".join(rows)


@pytest.mark.parametrize(
    ("glossary", "expected"),
    [
        ("{ICE: Inter-Crater Exchange, THE: x, hot: x}", []),
        ("{QUIET: Not loud, convoy: A row of carts}", ["convoy"]),
        ("{Hotline: A wire}", ["Hotline"]),
        ("{hotline: x, A hotline: y}", ["A hotline"]),
        ("{X1: 'Hotline between the domes: a wire', hotline: x}", ["X1"]),
        ("{ídá: x}", ["ídá"]),
    ],
)
def test_the_terms_on_a_card_are_whole_words_of_it(glossary: str, expected: list[str]) -> None:
    start, _, end = COUNCIL.partition("glossary:\n")
    text = f"{start}glossary: {glossary}\n{end[end.index('sources:') :]}"
    of = view(text)
    assert [term.id for term in used(of.links.briefing.glossary.values(), card(of, Ref(Kind.TALK, "tyc-cop")))] == expected


async def test_terms_used_here_take_the_card_s_place_and_esc_gives_it_back(tmp_path: Path) -> None:
    async with at_the_reader(moon(tmp_path, **{"The vote is in June": "No EVA in June"})) as user:
        await user.press("2", "j", "K")
        assert user.card == "Terms · TYC–COP" and "Walk outside" in user.text
        await user.press("y")
        assert user.app.clipboard.startswith("[COUNCIL ONLY TLP:GREEN]\nEVA: Walk outside")
        await user.press("escape")
        assert user.card == "TYC–COP" and user.app.reader.active == 1
        await user.press("k", "K")
        assert "no terms of the glossary on this card" in user.text


async def test_sheets_speak_the_language_of_the_screen(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("1", "D", "o")
        assert "Luftministerin" in user.text and "Minister of Air" not in user.text
        await user.press("9", "o")
        assert user.app.reader.subject is Page.MET


async def test_a_related_briefing_is_gone_to_and_copied_and_its_marking_counts(tmp_path: Path) -> None:
    folder = moon(tmp_path)
    path = folder / "second-council.yaml"
    path.write_text(
        path.read_text().replace("tlp: CLEAR", "tlp: RED").replace("principal:", "summary: Too little air.\nprincipal:")
    )
    async with at_the_reader(folder, size=(170, 40)) as user:
        await user.press("3")
        assert "Second Lunar Council" in user.text and user.rows[0].endswith("TLP:RED ")
    async with at_the_reader(folder) as user:
        await user.press("3")
        assert user.rows[0].endswith("TLP:GREEN ")
        await user.press("i")
        assert "RELATED      Second Lunar Council  Ida Vega, Mara Quist" in user.text and user.rows[0].endswith("TLP:RED ")
        await stand_on(user, There("second-council", Ref(Kind.BRIEFING, "")))
        left = user.at
        await user.press("y")
        assert "Too little air." in user.app.clipboard and user.app.clipboard.endswith("[TLP:RED]")
        await user.press("D")
        assert "stand on a person, country or talk" in user.rows[-1]
        await user.press("enter")
        assert "Second Lunar Council" in user.rows[0] and user.card == "This briefing" and "Too little air." in user.text
        await user.press("escape")
        assert user.at == left


async def test_a_dossier_has_what_was_noted_since_and_is_its_own_dossier(tmp_path: Path) -> None:
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("1", "D", "D")
        assert user.card == "Dossier · Ida Vega" and "she waits" not in whole(user)
        await user.press("escape", "9", "escape", "1", "a")
        await user.type("she waits")
        await user.press("enter", "D")
        assert "she waits  Ida Vega" in whole(user)
        await user.press("K")
        assert user.card == "Terms · Dossier · Ida Vega"


async def test_older_briefings_are_looked_through_when_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_tui.library.dossiers.MOST", 1)
    more = "follow_ups: [{what: {en: Mend the lamp}, who: vega}, {what"
    folder = library(tmp_path)
    path = folder / "third-council.yaml"
    path.write_text(path.read_text().replace("follow_ups: [{what", more))
    async with at_the_reader(folder) as user:
        await user.press("1", "D")
        assert "Mend the lamp" in whole(user) and "1 older briefing not looked through" in whole(user)
        assert "The ice is nearer" not in whole(user)
        await user.press("0", "shift+tab")
        await user.press("enter")
        assert "The ice is nearer" in whole(user) and "not looked through" not in whole(user)


async def test_of_the_talks_of_two_there_is_a_dossier_and_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.ui.cards.matrix.MOST_PAIRS", 0)
    monkeypatch.setenv("EDITOR", "no-such-editor")
    async with at_the_reader(library(tmp_path)) as user:
        await user.press("9")
        assert "and 1 more pair" in user.text
        await user.press("tab", "tab", "enter")
        assert user.card == "Talks COP–TYC"
        for key, said in (("y", "`briefing matrix` prints who met whom"), ("e", "no-such-editor is not installed")):
            await user.press(key)
            assert said in user.rows[-1]
        await user.press("D")
        assert user.card == "Dossier · TYC–COP"


async def test_what_cannot_be_found_out_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object, **_more: object) -> Gathered:
        raise RuntimeError("out of luck")

    async with at_the_reader(library(tmp_path)) as user:
        monkeypatch.setattr("briefing_tui.library.dossiers.gathered", fail)
        await user.press("1", "D")
        assert "not everything is known: RuntimeError: out of luck" in user.rows[-1]
        monkeypatch.setattr("briefing_tui.notes.all_passages", fail)
        await user.press("escape", "a", "o", "enter")
        assert "notes cannot be searched: RuntimeError: out of luck" in user.rows[-1]
