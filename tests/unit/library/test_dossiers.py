"""Dossiers and earlier talks of a library: only the briefings that matter are opened."""

from pathlib import Path

from shelves import up_to_date, write

from briefing_tui.library import Library
from briefing_tui.library.dossiers import all_meetings, gathered, last_time, mattering
from briefing_tui.library.facts import Facts
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.links import Links
from briefing_tui.model.matrix import matrix
from briefing_tui.model.who import Who, who_is

PEOPLE = "participants:\n  ann: {name: Ann Example, delegation: DEU}\n  bob: {name: Bob Sample, delegation: FRA}\n"


def library(folder: Path) -> Library:
    """A talk a month; in April the id of Ann is somebody else, in May there is nobody, June cannot be read."""
    for month, talk in ((1, "[ann, bob]"), (2, "[DEU, FRA], status: planned"), (3, "[bob, USA]")):
        write(folder / f"m{month}.yaml", f"title: M\ndate: 2031-0{month}-01\n{PEOPLE}talks: {{t: {{parties: {talk}}}}}\n")
    other = "participants: {ann: {name: Ann Other, delegation: USA}}\n"
    write(folder / "m4.yaml", f"title: M\ndate: 2031-04-01\n{other}quotes: [{{speaker: FRA, text: Here we are}}]\n")
    write(folder / "m5.yaml", "title: M\ndate: 2031-05-01\n")
    write(folder / "m6.yaml", "date: 2031-06-01\n")
    talks = "talks: {next: {parties: [bob, ann], status: planned}, named: {parties: [bob, ann], previous: m3/t}}\n"
    write(folder / "m7.yaml", f"title: M\ndate: 2031-07-01\n{PEOPLE}{talks}")
    return Library(folder)


def facts(library: Library) -> dict[str, Facts]:
    return {each.entry.key: each for each in library.listing()}


def who(library: Library, ref: Ref, key: str = "m1") -> Who:
    found = who_is(Links(library.read(library.find(key)).briefing), ref)
    assert found
    return found


ANN, FRA, TALK = Ref(Kind.PERSON, "ann"), Ref(Kind.DELEGATION, "FRA"), Ref(Kind.TALK, "t")


def test_outlines_say_which_briefings_may_matter(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    known = facts(shelf)
    for ref, keys in ((ANN, "12347"), (FRA, "12347"), (TALK, "127")):
        assert sorted(each.entry.key for each in mattering(known.values(), who(shelf, ref))) == [f"m{key}" for key in keys]


def test_a_dossier_is_of_the_library_and_no_namesake_is_in_it(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    dossier, left = gathered(shelf, facts(shelf).values(), who(shelf, ANN))
    assert [f"{each.key}/{each.ref.id}" for each in dossier.talks] == ["m7/next", "m7/named", "m1/t"]
    assert left == 0


def test_a_large_dossier_is_of_the_newest_and_says_how_many_are_left(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    dossier, left = gathered(shelf, facts(shelf).values(), who(shelf, FRA), most=2)
    assert {each.key for each in (*dossier.talks, *dossier.quotes)} == {"m7", "m4"}
    assert left == 3


def test_last_time_is_the_talk_that_is_named_else_the_newest_of_the_same_parties(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    known, entry = facts(shelf), shelf.find("m7")
    talks = shelf.read(entry).briefing.talks
    for id, key in (("next", "m1"), ("named", "m3")):
        found = last_time(shelf, known, entry, talks[id])
        assert found
        assert (found[0].key, found[1].id) == (key, "t")
    first = shelf.find("m1")
    assert last_time(shelf, known, first, shelf.read(first).briefing.talks["t"]) is None


def test_what_the_catalog_keeps_gives_the_same_and_opens_only_what_matters(tmp_path: Path) -> None:
    shelf = library(tmp_path / "library")
    upkeep = up_to_date(tmp_path / "library")
    kept = upkeep.outlines.facts
    upkeep.close()
    fresh = Library(tmp_path / "library")
    opened: list[str] = []
    read = fresh.read
    fresh.read = lambda entry: opened.append(entry.key) or read(entry)  # type: ignore[method-assign, func-returns-value]
    assert matrix(all_meetings(kept.values())) == matrix(all_meetings(facts(shelf).values()))
    assert opened == []
    assert gathered(fresh, kept.values(), who(shelf, TALK))[0].talks
    assert sorted(opened) == ["m1", "m2", "m7"]


def test_what_changed_since_it_was_listed_is_read_as_it_is(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    known = facts(shelf)
    write(tmp_path / "m1.yaml", "no briefing", age=30)
    write(tmp_path / "m2.yaml", "title: M\ndate: 2031-02-01\n", age=30)
    dossier, _ = gathered(shelf, known.values(), who(shelf, ANN, "m7"))
    assert {each.key for each in dossier.talks} == {"m7"}
