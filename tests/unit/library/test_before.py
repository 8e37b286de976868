"""The talks before those of a briefing: the one that is named, else the newest of the same parties."""

from pathlib import Path

from shelves import write

from briefing_tui.library import Library
from briefing_tui.library.before import Before, talks_before
from briefing_tui.model.briefing import Talk

PEOPLE = "participants:\n  ann: {name: Ann Example, delegation: DEU}\n  bob: {name: Bob Sample, delegation: FRA}\n"
TALKS = """\
talks:
  newest: {parties: [bob, ann], status: planned}
  named: {parties: [bob, ann], previous: m1/t}
  missing: {parties: [bob, ann], previous: nowhere/t}
  first: {parties: [ann, JPN]}
  later: {parties: [ann, JPN], date: 2031-07-02}
"""


def before(folder: Path) -> dict[str, Before]:
    for month, talk in ((1, "[ann, bob]"), (2, "[DEU, FRA]"), (3, "[DEU, FRA], status: planned"), (9, "[ann, bob]")):
        text = f"title: M{month}\ndate: 2031-0{month}-01\n{PEOPLE}talks: {{t: {{parties: {talk}, outcome: Well.}}}}\n"
        write(folder / f"m{month}.yaml", text)
    write(folder / "m7.yaml", f"title: M7\ndate: 2031-07-01\n{PEOPLE}{TALKS}")
    library = Library(folder)
    known = {each.entry.key: each for each in library.listing()}
    entry = library.find("m7")
    return talks_before(library, known, entry, library.read(entry).briefing)


def place(found: Before) -> str:
    assert found.found and isinstance(found.found.record, Talk)
    return f"{found.found.key}/{found.found.ref.id}"


def test_the_newest_held_one_of_the_same_parties_is_found_and_one_that_is_named_wins(tmp_path: Path) -> None:
    found = before(tmp_path)
    assert place(found["newest"]) == "m2/t" and not found["newest"].named
    assert place(found["named"]) == "m1/t" and found["named"].named


def test_one_that_is_named_and_nowhere_is_said_beside_the_newest(tmp_path: Path) -> None:
    found = before(tmp_path)["missing"]
    assert (place(found), found.missing, found.named) == ("m2/t", "nowhere/t", False)


def test_it_may_stand_in_the_same_briefing_and_there_may_be_none(tmp_path: Path) -> None:
    found = before(tmp_path)
    assert found["first"] == Before(None)
    assert place(found["later"]) == "m7/first"
