"""What search is made of, without a screen: groups, the trail, the thread that asks, excerpts, where a line stands."""

from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moonbase import laid_out, view, words
from rich.cells import cell_len

from briefing_tui.model.dates import Period
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.passage import Facet, Passage, Role, Sort, passages
from briefing_tui.model.text import Wording
from briefing_tui.search.results import Hit, Known, Marks, Results
from briefing_tui.search.snippet import snippet
from briefing_tui.ui.advice import counted
from briefing_tui.ui.asker import Asker
from briefing_tui.ui.excerpts import excerpt
from briefing_tui.ui.groups import group_at, group_of, grouped, row_of, rows_in
from briefing_tui.ui.hit_lines import hit_line
from briefing_tui.ui.landing import line_rows
from briefing_tui.ui.runs import Run, marked_line
from briefing_tui.ui.trail import Recall, Trail

COUNTS = {Sort.QUOTE: 3, Sort.PERSON: 1, Sort.TERM: 2}


def test_rows_and_hits_are_told_from_each_other() -> None:
    groups = grouped(Results("x", (None,) * 6, 6, COUNTS), None)  # type: ignore[arg-type]
    assert [row_of(groups, index) for index in range(6)] == [1, 2, 3, 5, 7, 8]
    assert [group_at(groups, row).sort.value for row in range(9)] == ["quote"] * 4 + ["person"] * 2 + ["term"] * 3
    assert [group_of(groups, index).sort for index in (0, 2, 3, 4)] == [Sort.QUOTE, Sort.QUOTE, Sort.PERSON, Sort.TERM]
    assert rows_in(groups) == 9 and rows_in(()) == 0


def test_the_groups_of_one_kind() -> None:
    [group] = grouped(Results("x", (None,) * 2, 6, COUNTS), Sort.TERM)  # type: ignore[arg-type]
    assert (group.sort, group.size, group.row) == (Sort.TERM, 2, 0)


def test_queries_are_remembered_once_the_newest_last() -> None:
    trail = Trail()
    for query in ("a", " b ", "", "a", *map(str, range(300))):
        trail.remember(query)
    assert len(trail.queries) == 200 and trail.queries[-1] == "299"
    recall = Recall(["b", "a"])
    assert [recall.step(steps) for steps in (-1, -1, -1, 1, 1, 1)] == ["a", "b", "b", "a", "", ""]


def test_the_newest_question_wins_and_the_others_are_never_asked() -> None:
    begun, go, done = Event(), Event(), Event()
    answered: list[int] = []

    def answer(question: int) -> None:
        begun.set()
        go.wait(5)
        answered.append(question)
        if question == 9:
            done.set()

    asker = Asker(answer)
    asker.ask(1)
    assert begun.wait(5)
    for question in range(2, 10):
        asker.ask(question)
    go.set()
    assert done.wait(5)
    asker.close()
    assert answered == [1, 9]


@given(st.data(), st.text(st.sampled_from("ab üß…–x  \t漢\u0308👩\u200d"), max_size=60), st.integers(0, 50))
def test_an_excerpt_is_a_snippet(data: st.DataObject, text: str, cells: int) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    spans = tuple(zip(places[::2], places[1::2], strict=False))
    assert excerpt(text, spans, cells) == snippet(text, spans, cells, cell_len)


def test_what_has_no_room_is_not_counted() -> None:
    facts = ("3 ms", "812 briefings")
    said = [counted(1, 1234, True, facts, cells) for cells in (30, 20, 8)]
    assert said == ["1/1,234+ · 3 ms", "1/1,234+ · 3 ms", "1/1,234+"]
    assert counted(1, 1234, False, facts, 40) == "1/1,234 · 3 ms · 812 briefings"
    assert counted(0, 0, False, (), 10) == "0"


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("cells", [20, 40, 100])
def test_a_line_to_take_is_found_on_its_card(lang: str, cells: int) -> None:
    shown = view(lang=lang)
    lines = [each for each in passages(shown.links.briefing, "x") if each.sort is Sort.LINE]
    assert len(lines) == 4
    for line in lines:
        layout = laid_out(shown, Ref(Kind.TALK, line.ref.id), cells)
        rows = line_rows(layout, line)
        text = "".join("".join(words(layout.lines[rows.start : rows.stop])).split())
        assert any("".join(each.split()) in text for each in (line.text, *(other.text for other in line.translations))), text


def test_a_line_to_take_is_not_found_on_the_card_of_another_talk() -> None:
    shown = view()
    line = next(each for each in passages(shown.links.briefing, "x") if each.sort is Sort.LINE and each.ref.id == "tyc-cop")
    assert not line_rows(laid_out(shown, Ref(Kind.TALK, "tyc-far")), line)


def found_in_german() -> Hit:
    threat = Passage(
        "b", Ref(Kind.THREAT, "cod"), "The cod · They leave", Period.parse("2031"), Sort.THREAT, "cod",
        (Wording("de", "Der Kabeljau · Er wandert ab"),),
        facets=(Facet(Role.FROM, ("Tycho",), "TYC"), Facet(Role.FROM, ("Copernicus",), "COP")),
    )  # fmt: skip
    return Hit(1.0, 0, Known(threat, Marks((), (((18, 25),),), "")))


def test_a_threat_is_called_by_its_title_in_the_language_shown_whichever_matched() -> None:
    hit = found_in_german()
    assert "".join(run.text for run in hit_line(hit, 44, "en")) == "TYC+ The cod  Er wandert ab".ljust(44)
    assert "".join(run.text for run in hit_line(hit, 44, "de")).startswith("TYC+ Der Kabeljau  Er wandert ab")


def test_a_title_that_matched_in_another_language_follows_the_one_shown() -> None:
    threat = found_in_german().passage
    hit = Hit(1.0, 0, Known(threat, Marks((), (((4, 12),),), "")))
    assert "".join(run.text for run in hit_line(hit, 44, "en")) == "TYC+ The cod  Der Kabeljau · Er wandert ab".ljust(44)


def test_a_line_is_marked_across_its_runs() -> None:
    line = (Run("ab", "muted"), Run("cd"))
    assert marked_line(line, ((1, 3),)) == (Run("a", "muted"), Run("b", "hit"), Run("c", "hit"), Run("d"))
