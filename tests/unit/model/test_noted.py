"""Notes and ticks find what they hang on in a briefing that changed, and are never dropped where it is gone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.links import Links
from briefing_tui.model.marking import Tlp
from briefing_tui.model.note import ITSELF, Item, Line, Note, Tick, What
from briefing_tui.model.noted import is_there, item_of, lines_of, local, sort_out, ticked
from briefing_tui.reading import read_bytes

MOON = """title: {en: Meeting on the Moon, de: Mondtreffen}
date: 2031-05-04
tlp: GREEN
participants: {orla: {name: Orla Testfrau, delegation: DEU}, vex: {name: Vex Nobody}}
talks:
  deu-fra:
    parties: [orla, FRA]
    points: [Thank them for the convoy, Ask for ice, Ask for ice]
    if_raised: [{topic: the leak, line: It is mended}]
    asks: [{what: More air, tlp: RED}]
quotes: [{speaker: orla, text: Dust}]
threats: {dust: {title: Dust}}
glossary: {ICE: frozen}
agenda: [Coffee, Talks]
follow_ups: [Send the map]
"""
WHEN = datetime(2031, 5, 4, 12, tzinfo=UTC)
TALK = Item(Ref(Kind.TALK, "deu-fra"), "DEU–FRA")


def links(text: str = MOON) -> Links:
    return Links(read_bytes(text.encode(), "moon.yaml", "moon").briefing)


def tick(words: str, number: int, *, on: bool = True, item: Item = TALK, what: What = What.POINT) -> Tick:
    return Tick(item, Line(what, words, number), on, WHEN)


def points(text: str) -> tuple[Line, ...]:
    return lines_of(links(text), What.POINT, TALK.ref)


def said(*ticks: Tick, text: str = MOON) -> list[int]:
    return sorted(ticked(ticks, TALK.ref, points(text)))


@pytest.mark.parametrize(
    ("zone", "shown"), [("Asia/Kuala_Lumpur", "20:00"), ("America/New_York", "08:00"), ("", "12:00"), ("Moon/Tycho", "12:00")]
)
def test_a_note_has_the_time_of_the_meeting(zone: str, shown: str) -> None:
    briefing = links(f"{MOON}timezone: {zone!r}\n").briefing
    note = Note("1", WHEN, TALK, "x", WHEN + timedelta(minutes=5))
    (moved,) = local(briefing, [note])
    assert f"{moved.time:%H:%M}" == shown and moved.time == WHEN
    assert moved.edited and moved.edited - moved.time == timedelta(minutes=5)
    assert f"{local(briefing, [tick('x', 0)])[0].time:%H:%M}" == shown


def test_a_time_that_the_zone_of_the_meeting_cannot_show_is_shown_as_written() -> None:
    briefing = links(f"{MOON}timezone: Asia/Kuala_Lumpur\n").briefing
    last = datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(0)))
    assert local(briefing, [Note("1", last, TALK, "x")])[0].time == last


@pytest.mark.parametrize(
    ("kind", "id", "there"),
    [
        (Kind.PERSON, "orla", True),
        (Kind.PERSON, "ann", False),
        (Kind.DELEGATION, "DEU", True),
        (Kind.DELEGATION, "FRA", True),
        (Kind.DELEGATION, "JPN", False),
        (Kind.TALK, "deu-fra", True),
        (Kind.TALK, "deu-jpn", False),
        (Kind.THREAT, "dust", True),
        (Kind.TERM, "ICE", True),
        (Kind.SOURCE, "paper", False),
        (Kind.BRIEFING, "", True),
        (Kind.WORDS, "Coffee", True),
        (Kind.WORDS, "Send the map", True),
        (Kind.WORDS, "Tea", False),
    ],
)
def test_what_is_there(kind: Kind, id: str, there: bool) -> None:
    assert is_there(links(), Ref(kind, id)) is there


def test_an_item_has_its_title_and_the_strictest_marking_in_it() -> None:
    assert item_of(links(), TALK.ref) == Item(TALK.ref, "DEU–FRA", Tlp.RED)
    assert item_of(links(), Ref(Kind.THREAT, "dust")) == Item(Ref(Kind.THREAT, "dust"), "Dust", Tlp.GREEN)
    assert item_of(links(), ITSELF, "de") == Item(ITSELF, "Mondtreffen", Tlp.RED)


def test_notes_are_sorted_and_none_is_lost() -> None:
    items = [Item(Ref(Kind.THREAT, "dust"), "Dust"), Item(Ref(Kind.THREAT, "sand"), "Sand"), TALK]
    notes = [Note(str(number), WHEN, item, "text") for number, item in enumerate(items)]
    found = sort_out(links(), notes, ())
    assert (found.notes, found.gone_notes) == ((notes[0], notes[2]), (notes[1],))


def test_lines_that_can_be_ticked() -> None:
    briefing = links()
    assert [line.words for line in lines_of(briefing, What.POINT, TALK.ref)] == [
        "Thank them for the convoy",
        "Ask for ice",
        "Ask for ice",
    ]
    assert lines_of(briefing, What.RAISED, TALK.ref) == (Line(What.RAISED, "It is mended", 0),)
    assert lines_of(briefing, What.ASK, TALK.ref) == (Line(What.ASK, "More air", 0),)
    assert lines_of(briefing, What.AGENDA, ITSELF) == (Line(What.AGENDA, "Coffee", 0), Line(What.AGENDA, "Talks", 1))
    assert lines_of(briefing, What.POINT, ITSELF) == ()


def test_a_tick_follows_its_line() -> None:
    moved = MOON.replace("points: [", "points: [Sit down, ")
    assert said(tick("Thank them for the convoy", 0), text=moved) == [1]
    assert said(tick("Thank  them for\nthe convoy", 0)) == [0]


def test_like_lines_are_told_apart_by_their_order() -> None:
    assert said(tick("Ask for ice", 2)) == [2]
    assert said(tick("Ask for ice", 1), tick("Ask for ice", 2)) == [1, 2]
    moved = MOON.replace("points: [", "points: [Sit down, ")
    assert said(tick("Ask for ice", 1), tick("Ask for ice", 2), text=moved) == [2, 3]


def test_a_line_that_was_rewritten_in_its_place_keeps_its_tick_and_another_does_not_get_it() -> None:
    thank = tick("Thank them for the convoy", 0)
    assert said(thank, text=MOON.replace("for the convoy", "for the convoys")) == [0]
    assert said(thank, text=MOON.replace("Thank them for the convoy", "Deny it all")) == []


def test_a_long_line_that_was_rewritten_keeps_its_tick_at_once() -> None:
    letters = " ".join(f"word{number}" for number in range(20_000))
    thank, other = tick(f"Thank {letters}", 0), " ".join(reversed(letters.replace("word", "term").split()))
    assert said(thank, text=MOON.replace("Thank them for the convoy", f"Praise {letters}")) == [0]
    assert said(thank, text=MOON.replace("Thank them for the convoy", other)) == []


def test_the_last_word_on_a_line_counts_wherever_it_stood_then() -> None:
    words = "Thank them for the convoy"
    assert said(tick(words, 3), tick(words, 0, on=False)) == []
    assert said(tick(words, 0, on=False), tick(words, 3)) == [0]
    assert sort_out(links(), (), [tick(words, 3), tick(words, 0, on=False)]).gone_ticks == ()


def test_ticks_whose_line_or_item_is_gone_are_named() -> None:
    gone = tick("Deny it all", 7)
    lost = tick("say", 0, item=Item(Ref(Kind.TALK, "deu-jpn"), "DEU–JPN"))
    here = tick("Coffee", 0, item=Item(ITSELF, "Meeting"), what=What.AGENDA)
    unset = tick("Never mind", 8, on=False)
    found = sort_out(links(), (), [gone, lost, here, unset])
    assert (found.ticks, found.gone_ticks) == ((here,), (gone, lost))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 4), st.booleans())), st.lists(st.sampled_from("abcd")))
def test_no_words_that_are_ticked_are_forgotten(done: list[tuple[str, int, bool]], words: list[str]) -> None:
    """Whatever was ticked and how the lines changed: the last tick of some words shows on a line or among those gone."""
    ticks = list({(word, number): tick(word, number, on=on) for word, number, on in done}.values())
    text = MOON.replace("Thank them for the convoy, Ask for ice, Ask for ice", ", ".join(words) or "zzz")
    found = sort_out(links(text), (), ticks)
    lines = points(text)
    set_ = {each for each in ticked(ticks, TALK.ref, lines).values() if each.on}
    assert set_ == set(found.ticks)
    for word in "abcd":
        own = [each for each in ticks if each.line.words == word]
        if own and all(each.on for each in own):
            assert any(each.line.words == word for each in (*found.ticks, *found.gone_ticks))
