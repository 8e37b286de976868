from datetime import UTC, datetime

from briefing_tui.model.dossier import Dossier, dossier
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.links import Links
from briefing_tui.model.marking import Tlp
from briefing_tui.model.note import Item, Note
from briefing_tui.model.who import Country, Person, who_is
from briefing_tui.reading import read_bytes, read_registry_bytes

SPRING = """\
title: Spring
date: 2031-03-01
tlp: GREEN
delegations: {DEU: {name: Germany}}
participants:
  ann: {name: Ann Example, role: Minister, delegation: DEU}
  bob: {name: Bob Sample, role: Minister, delegation: FRA}
talks:
  deu-fra:
    parties: [ann, bob]
    agreed: [To write]
    asks: [{by: DEU, what: A map, status: done}, {by: FRA, what: A boat}]
    follow_ups: [{what: Drop it, status: dropped}, {what: Send the boat, who: DEU}]
  usa: {parties: [bob, USA]}
threats: {ice: {title: Ice, raised_by: ann, talks: [deu-fra]}, fog: {title: Fog, actor: DEU}}
quotes:
  - {id: q1, speaker: ann, text: Ice is near, talk: deu-fra}
  - {id: q2, speaker: bob, text: So it is, to: ann}
  - {id: q3, speaker: bob, text: To the press, to: plenary}
follow_ups: [{what: Call, talk: deu-fra}, {what: Report on fog, who: ann}]
"""
SUMMER = """\
title: Summer
date: 2031-07-01
participants:
  ann: {name: A. Example, aliases: [Ann EXAMPLE], role: Chancellor, delegation: DEU}
  bob: {name: Robert Stranger, delegation: FRA}
  eve: {name: Eve Sample, delegation: DEU}
talks: {next: {parties: [bob, ann], status: planned, date: 2031-07-02 10:00, asks: [{what: More boats}]}}
quotes: [{id: q1, speaker: ann, text: We meet again, date: 2031-06-30}, {id: q2, speaker: DEU, text: Berlin says no, tlp: RED}]
"""
AUTUMN = """\
title: Autumn
date: 2031-10-01
participants: {ann: {name: Ann Other, delegation: USA}}
quotes: [{speaker: ann, text: Hi}]
"""


def links(text: str, key: str) -> Links:
    return Links(read_bytes(text.encode(), f"{key}.yaml", key).briefing)


ENTRIES = [(key, links(text, key)) for key, text in (("spring", SPRING), ("autumn", AUTUMN), ("summer", SUMMER))]
ANN, DEU, TALK = Ref(Kind.PERSON, "ann"), Ref(Kind.DELEGATION, "DEU"), Ref(Kind.TALK, "deu-fra")


def of(ref: Ref, notes: dict[str, list[Note]] | None = None) -> Dossier:
    who = who_is(ENTRIES[0][1], ref)
    assert who
    return dossier(ENTRIES, who, notes)


def places(found: object) -> list[str]:
    return [f"{each.key}/{each.ref.id}" for each in found]  # type: ignore[attr-defined]


def test_a_person_is_who_has_the_id_and_a_name() -> None:
    found = of(ANN)
    assert places(found.identities) == ["summer/ann", "spring/ann"]
    assert places(found.quotes) == ["summer/q1", "spring/q1"], "not what Ann Other said"


def test_who_shares_a_name_with_a_namesake_is_known_by_all_names_of_both() -> None:
    chain = [("a", links("title: A\ndate: 2031\nparticipants: {x: {name: One}}\n", "a"))]
    chain += [("b", links("title: B\ndate: 2032\nparticipants: {x: {name: Two, aliases: [One]}}\n", "b"))]
    chain += [("c", links("title: C\ndate: 2033\nparticipants: {x: {name: Three, aliases: [Two]}}\n", "c"))]
    for order in (chain, chain[::-1]):
        assert places(dossier(order, Person("x", frozenset({"one"}))).identities) == ["c/x", "b/x", "a/x"]


def test_whom_a_registry_lists_is_one_person_under_any_of_the_names() -> None:
    registry = read_registry_bytes(
        b"participants: {ann: {name: Ann Example, aliases: [The Doctor]}}\n", "registry.yaml"
    ).registry
    text = b"title: X\ndate: 2031-01-01\nparticipants: {ann: {name: The Doctor}}\n"
    lent = Links(read_bytes(text, "x.yaml", "x", registry).briefing)
    who = who_is(ENTRIES[0][1], ANN)
    assert who
    assert "x/ann" in places(dossier([*ENTRIES, ("x", lent)], who).identities)


def test_talks_are_in_time_order_with_what_is_open_first() -> None:
    planned, held = of(ANN).talks
    assert (planned.key, planned.ref, held.key, held.ref) == ("summer", Ref(Kind.TALK, "next"), "spring", TALK)
    assert [str(point.text) for point in held.agreed] == ["To write"]
    assert [str(ask.what) for ask in held.asked] == ["A boat", "A map"]
    assert [str(item.what) for item in held.next] == ["Send the boat", "Call", "Drop it"]


def test_what_is_open_from_talks_that_were_held_is_told_with_its_talk() -> None:
    assert [(talk.key, str(item.what)) for talk, item in of(ANN).open] == [
        ("spring", "A boat"),
        ("spring", "Send the boat"),
        ("spring", "Call"),
    ]


def test_what_a_person_raised_and_is_to_do() -> None:
    found = of(ANN)
    assert places(found.threats) == ["spring/ice"]
    assert [str(item.record.what) for item in found.follow_ups] == ["Report on fog"]


def test_a_country_has_what_its_people_have_and_what_is_said_for_it() -> None:
    found = of(DEU)
    assert isinstance(found.who, Country)
    assert places(found.talks) == ["summer/next", "spring/deu-fra"]
    assert places(found.quotes) == ["summer/q2", "summer/q1", "spring/q1"]
    assert places(found.identities) == ["summer/ann", "summer/eve", "spring/DEU", "spring/ann"]


def test_those_who_meet_have_their_talks_and_what_they_said_to_each_other() -> None:
    found = of(TALK)
    assert places(found.talks) == ["summer/next", "spring/deu-fra"]
    assert places(found.quotes) == ["spring/q1", "spring/q2"]
    assert places(found.threats) == ["spring/ice"]


def test_the_marking_is_the_strictest_of_all() -> None:
    assert (of(ANN).tlp, of(DEU).tlp) == (Tlp.GREEN, Tlp.RED)


def test_notes_on_them_and_their_talks_are_theirs() -> None:
    def note(id: str, ref: Ref, hour: int) -> Note:
        return Note(id, datetime(2031, 3, 1, hour, tzinfo=UTC), Item(ref, "x"), "Text")

    notes = {
        "spring": [
            note("1", ANN, 9),
            note("2", TALK, 10),
            note("3", Ref(Kind.PERSON, "bob"), 11),
            note("4", Ref(Kind.QUOTE, "q1"), 8),
        ],
        "autumn": [note("5", ANN, 12)],
        "gone": [note("6", ANN, 13)],
    }
    assert [(each.key, each.note.id) for each in of(ANN, notes).notes] == [("spring", "2"), ("spring", "1"), ("spring", "4")]


def test_nobody_has_an_empty_dossier() -> None:
    found = dossier(ENTRIES, Person("zoe", frozenset({"zoe"})))
    assert (found.talks, found.quotes, found.identities, found.tlp) == ((), (), (), None)
    assert who_is(ENTRIES[0][1], Ref(Kind.PERSON, "zoe")) is None
    assert who_is(ENTRIES[0][1], Ref(Kind.THREAT, "ice")) is None
