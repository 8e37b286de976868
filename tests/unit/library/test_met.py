"""Who met whom, counted in one pass, is what the model makes of all talks."""

from pathlib import Path

from shelves import write

from briefing_tui.library import Library
from briefing_tui.library.dossiers import all_meetings
from briefing_tui.library.facts import Facts
from briefing_tui.library.met import talks_of, who_met
from briefing_tui.model.marking import Tlp
from briefing_tui.model.matrix import matrix

PEOPLE = "participants:\n  ann: {name: Ann Example, delegation: DEU}\n  bob: {name: Bob Sample, delegation: FRA}\n"
TALKS = (
    "a: {parties: [ann, bob]}, b: {parties: [FRA, DEU], date: 2031-01-09 10:00}, c: {parties: [DEU, FRA], date: 2031-01-08}",
    "a: {parties: [DEU, FRA, ITA], date: 2031-02-03}, b: {parties: [ITA, DEU], status: cancelled}, c: {parties: [ann, DEU]}",
    "a: {parties: [ITA, bob], status: planned, tlp: RED}, b: {parties: [Cyd, ann]}, c: {parties: [USA, ITA], status: planned}",
)


def facts(folder: Path) -> list[Facts]:
    for number, talks in enumerate(TALKS, 1):
        head = f"title: M\ndate: 2031-0{number}-01\ntlp: GREEN\nclassification: COUNCIL {number}\n"
        write(folder / f"m{number}.yaml", f"{head}{PEOPLE}talks: {{{talks}}}\n")
    write(folder / "m4.yaml", "title: M\ndate: 2031-01-01\nclassification: UNSEEN\ntlp: RED\n")
    return list(Library(folder).listing())


def test_it_counts_what_the_model_counts(tmp_path: Path) -> None:
    known = facts(tmp_path)
    met, whole = who_met(known), matrix(all_meetings(known))
    assert (met.codes, met.totals, met.tlp) == (whole.codes, whole.totals, whole.tlp)
    assert met.pairs.keys() == whole.cells.keys()
    for pair, cell in whole.cells.items():
        found = met.pairs[pair]
        assert (found.held, found.planned) == (cell.count, len(cell.planned))
        assert found.last == (cell.last.date if cell.last else None)
        assert found.only == ((cell.talks[0].key, cell.talks[0].id) if len(cell.talks) == 1 else None)
        assert talks_of(known, *pair) == cell.talks
    assert [pair for pair, _ in met.ranked()] == [pair for pair, _ in whole.pairs()]


def test_the_marking_is_that_of_talks_that_count(tmp_path: Path) -> None:
    met = who_met(facts(tmp_path))
    assert met.tlp is Tlp.RED and met.classifications == ("COUNCIL 1", "COUNCIL 2", "COUNCIL 3")
    assert who_met([]).codes == ()
