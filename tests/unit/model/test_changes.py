import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.model.briefing import Briefing, Quote, Record
from briefing_tui.model.changes import ORDER, FieldChange, How, ItemChange, changes
from briefing_tui.model.dates import Period
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.text import Text
from briefing_tui.model.words import InText
from briefing_tui.reading import read, read_bytes

TEXT = """\
title: Lunar Council
date: 2031-05-02
lang: en
tlp: GREEN
summary: The council met on the far side.
key_points: [Dust, Light]
delegations: {TYC: {name: Tycho}, COP: {}, JPN: {}}
participants:
  vega: {name: Ida Vega, role: Minister, delegation: TYC}
  quist: {name: Mara Quist, role: Minister, delegation: COP}
talks:
  tyc-cop: {parties: [vega, quist], points: [Thank them for the quick call, Ask for water, Say goodbye],
            agreed: [To meet again]}
threats:
  dust: {title: Dust in the air locks, talks: [tyc-cop], summary: It gets in everywhere and nothing keeps it out.}
quotes:
  - {speaker: vega, text: The dust is a grave challenge to all of us, talk: tyc-cop}
  - {speaker: quist, text: We have no further remarks to make}
agenda:
  - {time: 9:00, what: Coffee}
  - {time: 10:00, what: The talk, talk: tyc-cop}
  - {time: 15:00, what: Coffee}
follow_ups: [{what: Send the map, who: vega}]
glossary: {LEM: Lander}
sources: {paper: {title: Moon Paper}}
"""


def of(text: str) -> Briefing:
    return read_bytes(text.encode(), "x.yaml", "x").briefing


def between(old: str, new: str, text: str = TEXT) -> tuple[ItemChange, ...]:
    """What changes where `old` is replaced."""
    assert old in text
    return changes(of(text), of(text.replace(old, new)))


def only(old: str, new: str) -> ItemChange:
    (change,) = between(old, new)
    return change


def field(change: ItemChange) -> FieldChange:
    (found,) = change.fields
    return found


def marked(change: FieldChange) -> str:
    signs = {InText.SAME: "", InText.REMOVED: "-", InText.ADDED: "+"}
    (pieces,) = change.words.values()
    return "".join(f"[{signs[how]}{text}]" if signs[how] else text for how, text in pieces)


def test_nothing_changed() -> None:
    assert changes(of(TEXT), of("# a line more\n" + TEXT)) == ()


def test_an_order_alone_is_no_change() -> None:
    new = of(
        TEXT.replace("[Dust, Light]", "[Light, Dust]")
        .replace("[vega, quist]", "[quist, vega]")
        .replace("Thank them for the quick call, Ask for water", "Ask for water, Thank them for the quick call")
    )
    quotes, agenda = tuple(reversed(new.quotes)), tuple(reversed(new.agenda))
    people = dict(reversed(new.participants.items()))
    assert changes(of(TEXT), replace(new, quotes=quotes, agenda=agenda, participants=people)) == ()


def test_a_corrected_word_in_a_quote_is_a_change_of_that_quote() -> None:
    change = only("grave challenge", "great challenge")
    assert (change.how, change.kind, change.was) == (How.CHANGED, "quotes", "")
    assert change.ref == Ref(Kind.QUOTE, change.new.id)
    assert marked(field(change)) == "The dust is a [-grave][+great] challenge to all of us"


def test_other_words_of_the_same_speaker_are_another_quote() -> None:
    found = between("The dust is a grave challenge to all of us", "Nobody asked me about lunch")
    assert [change.how for change in found] == [How.ADDED, How.REMOVED]


def test_like_words_of_another_speaker_are_another_quote_and_the_same_words_a_correction() -> None:
    found = between("speaker: vega, text: The dust is a grave", "speaker: quist, text: The dust is a great")
    assert [change.how for change in found] == [How.ADDED, How.REMOVED]
    assert field(only("speaker: vega, text", "speaker: quist, text")).name == "speaker"


def test_a_person_with_another_id_is_renamed_and_nothing_else_changed_for_that() -> None:
    change = only("vega", "ida-vega")
    assert (change.how, change.kind, change.was, change.id, change.fields) == (
        How.RENAMED,
        "participants",
        "vega",
        "ida-vega",
        (),
    )


def test_a_quote_of_a_person_with_another_id_is_corrected() -> None:
    found = changes(of(TEXT), of(TEXT.replace("vega", "ida-vega").replace("grave", "great")))
    assert [(change.how, change.kind) for change in found] == [(How.RENAMED, "participants"), (How.CHANGED, "quotes")]


def test_a_talk_and_a_threat_with_another_id_are_renamed_with_what_changed_in_them() -> None:
    new = TEXT.replace("tyc-cop", "first").replace("dust:", "moon-dust:").replace("To meet again", "To meet soon")
    talk, threat = changes(of(TEXT), of(new))
    assert (talk.how, talk.was, talk.id, [each.name for each in talk.fields]) == (How.RENAMED, "tyc-cop", "first", ["agreed"])
    assert (threat.how, threat.was, threat.id, threat.fields) == (How.RENAMED, "dust", "moon-dust", ())


def test_a_successor_in_office_is_another_person() -> None:
    found = between("quist: {name: Mara Quist,", "moth: {name: Otto Moth,", TEXT.replace("[vega, quist]", "[vega, COP]"))
    assert [(change.how, change.id) for change in found if change.kind == "participants"] == [
        (How.ADDED, "moth"),
        (How.REMOVED, "quist"),
    ]


def test_countries_of_which_nothing_is_said_are_not_one() -> None:
    assert [(change.how, change.id) for change in between("JPN: {}", "FRA: {}")] == [(How.ADDED, "FRA"), (How.REMOVED, "JPN")]


def test_an_id_that_was_written_for_a_quote_is_renamed() -> None:
    old = TEXT.replace("{speaker: quist, text", "{id: own, speaker: quist, text")
    (change,) = changes(of(old), of(old.replace("id: own", "id: mine")))
    assert (change.how, change.was, change.id) == (How.RENAMED, "own", "mine")
    assert changes(of(old), of(TEXT)) == ()


def test_in_a_list_its_entries_changed() -> None:
    change = field(only("[Thank them for the quick call, Ask for water,", "[Thank them for the late call, Offer a lift,"))
    assert [(each.how, str((each.new or each.old).text)) for each in change.items] == [
        (How.CHANGED, "Thank them for the late call"),
        (How.ADDED, "Offer a lift"),
        (How.REMOVED, "Ask for water"),
    ]
    assert marked(field(change.items[0])) == "Thank them for the [-quick][+late] call"


def test_of_items_that_are_called_the_same_the_one_that_changed_is_found() -> None:
    change = only("time: 15:00", "time: 15:30")
    assert (change.kind, change.old.time.hour, change.new.time.minute) == ("agenda", 15, 30)


def test_references_and_plain_texts_of_a_list_come_and_go() -> None:
    change = field(only("parties: [vega, quist]", "parties: [vega, JPN]"))
    assert [(each.how, each.new or each.old) for each in change.items] == [
        (How.ADDED, Ref(Kind.DELEGATION, "JPN")),
        (How.REMOVED, Ref(Kind.PERSON, "quist")),
    ]


def test_a_language_that_is_added_leaves_the_other_alone() -> None:
    change = field(
        only("summary: The council met on the far side.", "summary: {en: The council met on the far side., de: Rat}")
    )
    assert change.words == {"de": ((InText.ADDED, "Rat"),)}


def test_unknown_fields_are_fields() -> None:
    change = field(changes(of(TEXT + "kolour: grey\n"), of(TEXT + "kolour: blue\n"))[0])
    assert (change.name, change.old, change.new) == ("kolour", "grey", "blue")


def test_changes_are_told_in_a_fixed_order() -> None:
    found = changes(of("title: A\ndate: 2031-05-02\n"), of(TEXT))
    kinds = [change.kind for change in found]
    assert kinds == sorted(kinds, key=ORDER.index)
    assert set(kinds) == set(ORDER)


def test_the_name_of_the_file_is_no_change() -> None:
    assert changes(of(TEXT), replace(of(TEXT), id="y")) == ()


# --- every field of the model

ALL = read(Path(__file__).parents[2] / "fixtures" / "all-fields.yaml").briefing


def ways(record: Record, rebuild: Any = lambda record: record) -> Iterator[tuple[str, Record]]:
    """The briefing with one field of one of its records changed at a time."""
    for each in fields(record):
        value = getattr(record, each.name)
        if each.name in ("id", "lineno"):
            continue

        def put(new: object, name: str = each.name, record: Record = record) -> Any:
            return rebuild(replace(record, **{name: new}))

        if isinstance(value, Mapping) and value:
            id, first = next(iter(value.items()))
            yield from ways(first, lambda new, put=put, value=value, id=id: put({**value, id: new}))
            yield each.name, put({key: item for key, item in value.items() if key != id})
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            yield from ways(value[0], lambda new, put=put, value=value: put((new, *value[1:])))
            yield each.name, put(value[1:])
        elif each.name == "other":
            yield each.name, put((*value, ("kolour", "grey")))
        elif value != "something else":
            yield f"{type(record).__name__}.{each.name}", put("something else")


@pytest.mark.parametrize(("name", "new"), list(ways(ALL)), ids=lambda value: value if isinstance(value, str) else "")
def test_no_field_of_the_model_changes_unnoticed(name: str, new: Briefing) -> None:
    found = changes(ALL, new)
    assert found
    assert all(change.how in (How.ADDED, How.REMOVED) or change.was or change.fields for change in found)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.text("xyz ", min_size=1, max_size=12)), max_size=12), st.data())
def test_what_is_added_and_removed_accounts_for_both_versions(said: list[tuple[str, str]], data: st.DataObject) -> None:
    def briefing(said: list[tuple[str, str]]) -> Briefing:
        quotes = [
            Quote(id=str(at), speaker=Ref(Kind.PERSON, who), text=text, lineno=at + 1) for at, (who, text) in enumerate(said)
        ]
        return replace(ALL, quotes=tuple(quotes))

    after = data.draw(st.permutations(said)) + data.draw(st.lists(st.tuples(st.sampled_from("ab"), st.text("xyz "))))
    found = changes(briefing(said), briefing(after))
    counts = {how: sum(change.how is how for change in found) for how in How}
    assert len(said) - counts[How.REMOVED] + counts[How.ADDED] == len(after)
    assert found == changes(briefing(said), briefing(after))


PEOPLE = st.dictionaries(
    st.sampled_from("abcdef"), st.builds(lambda name, role: {"name": name, "role": role}, *[st.sampled_from("xyz")] * 2)
)


@settings(max_examples=60)
@given(PEOPLE, PEOPLE)
def test_the_changes_lead_from_one_version_to_the_other(before: dict[str, Any], after: dict[str, Any]) -> None:
    def briefing(people: dict[str, Any]) -> Briefing:
        return of(json.dumps({"title": "A", "date": "2031-05-02", "participants": people}))

    old, new = briefing(before), briefing(after)
    found = changes(old, new)
    left = dict(old.participants)
    for change in found:
        if change.how is not How.ADDED:
            assert left.pop(change.was or change.id) == change.old
    for change in found:
        if change.how is How.ADDED:
            left[change.id] = change.new
        elif change.how is not How.REMOVED:
            left[change.id] = replace(change.old, id=change.id, **{each.name: each.new for each in change.fields})
    assert left == dict(new.participants)
    assert changes(old, old) == changes(new, new) == ()


def test_many_quotes_are_not_compared_each_with_each() -> None:
    def quotes(end: str, first: int) -> tuple[Quote, ...]:
        return tuple(
            Quote(id=f"{first + at:010x}", speaker=Ref(Kind.PERSON, "a"), text=f"Number {at} is said {end}", lineno=at + 1)
            for at in range(4_000)
        )

    old = Briefing(title=Text.of("A"), date=Period.parse("2031"), quotes=quotes("here", 0))
    begun = time.process_time()
    found = changes(old, replace(old, quotes=quotes("there", 10_000)))
    assert time.process_time() - begun < 5
    assert {change.how for change in found} == {How.CHANGED}


def test_of_fields_that_the_format_does_not_know_those_that_changed_are_told() -> None:
    text = TEXT + "kolour: grey\nsize: 3\n"
    (change,) = between("kolour: grey", "kolour: red", text)
    assert [(each.name, each.old, each.new) for each in change.fields] == [("kolour", "grey", "red")]
