from briefing_tui.model.dates import Period
from briefing_tui.model.marking import Tlp
from briefing_tui.model.matrix import NEVER_MET, matrix
from briefing_tui.model.meetings import Meeting, Side, meetings, newest_before
from briefing_tui.reading import read_bytes

PEOPLE = """\
participants:
  ann: {name: Ann Example, delegation: DEU}
  bob: {name: Bob Sample, delegation: FRA}
  cid: {name: Cid Nobody}
"""


def held(key: str, date: str, *talks: str, tlp: str = "") -> tuple[Meeting, ...]:
    lines = "".join(f"  t{number}: {{{talk}}}\n" for number, talk in enumerate(talks))
    text = f"title: A\ndate: {date}\n{PEOPLE}talks:\n{lines}" + (f"tlp: {tlp}\n" if tlp else "")
    return meetings(read_bytes(text.encode(), f"{key}.yaml", key).briefing, key)


def test_the_parties_are_the_same_whoever_speaks_for_them_and_whoever_is_named_first() -> None:
    one, other = held("a", "2031-01-01", "parties: [ann, FRA]", "parties: [bob, DEU]")
    assert one.sides == other.sides == (Side("DEU"), Side("FRA"))
    (person,) = held("a", "2031-01-01", "parties: [cid, DEU]")
    assert person.codes == ("DEU",)
    assert person.sides != held("a", "2031-01-01", "parties: [DEU, somebody]")[0].sides


def test_a_namesake_with_another_name_is_another_party() -> None:
    (cid,) = held("a", "2031-01-01", "parties: [cid, DEU]")
    text = "title: A\ndate: 2031-01-02\nparticipants: {cid: {name: Cid Another}}\ntalks: {t: {parties: [cid, DEU]}}\n"
    (other,) = meetings(read_bytes(text.encode(), "b.yaml", "b").briefing, "b")
    assert other.sides != cid.sides


def test_last_time_is_the_newest_held_talk_of_the_same_parties_before_this_one() -> None:
    known = (
        *held("a", "2031-01-01", "parties: [ann, bob]"),
        *held("b", "2031-02-01", "parties: [DEU, FRA], date: 2031-02-01 09:00", "parties: [DEU, FRA], date: 2031-02-01 15:00"),
        *held("c", "2031-02-15", "parties: [DEU, FRA], status: planned", "parties: [DEU, FRA], status: cancelled"),
        *held("d", "2031-02-20", "parties: [DEU, FRA, USA]", "parties: [DEU, USA]"),
        *held("e", "2031-03-01", "parties: [DEU, FRA], status: planned"),
        *held("f", "2031-04-01", "parties: [DEU, FRA]"),
    )
    before = newest_before(known, known[-2])
    assert before and (before.link.id, before.date) == ("b/t1", Period.parse("2031-02-01 15:00"))
    before = newest_before(known, before)
    assert before and before.link.id == "b/t0", "two rounds on one day"
    first = newest_before(known, known[0])
    assert first is None


def test_a_matrix_counts_what_was_held_and_what_is_planned_apart() -> None:
    known = (
        *held("a", "2031-01-01", "parties: [ann, bob]", tlp="GREEN"),
        *held("b", "2031-02-01", "parties: [FRA, DEU]", "parties: [DEU, FRA, USA], tlp: RED"),
        *held("c", "2031-03-01", "parties: [DEU, USA], status: planned", "parties: [FRA, USA], status: cancelled"),
        *held("d", "2031-03-02", "parties: [ann, DEU]", "parties: [cid, DEU]"),
    )
    found = matrix(known)
    assert found.codes == ("DEU", "FRA", "USA")
    assert dict(found.totals) == {"DEU": 3, "FRA": 3, "USA": 1}
    cell = found.cell("FRA", "DEU")
    assert cell is found.cell("DEU", "FRA")
    assert (cell.count, cell.last and cell.last.link.id, [each.link.id for each in cell.talks]) == (
        3,
        "b/t1",
        ["b/t1", "b/t0", "a/t0"],
    )
    assert (found.cell("USA", "DEU").count, len(found.cell("USA", "DEU").planned)) == (1, 1)
    assert found.cell("DEU", "JPN") is NEVER_MET
    assert found.tlp is Tlp.RED
    assert [pair for pair, _ in found.pairs()] == [("DEU", "FRA"), ("DEU", "USA"), ("FRA", "USA")]


def test_the_matrix_is_the_same_in_whatever_order_talks_are_known() -> None:
    known = [*held("a", "2031-01-01", "parties: [DEU, FRA]", "parties: [USA, FRA]"), *held("b", "2031", "parties: [DEU, FRA]")]
    one, other = matrix(known), matrix(reversed(known))
    assert (one.codes, one.totals, one.pairs()[0][0]) == (other.codes, other.totals, other.pairs()[0][0])
    assert one.cell("DEU", "FRA").talks == other.cell("DEU", "FRA").talks
