"""The rows of the panes: what they say, and by exception only."""

from moonbase import COUNCIL, view

from briefing_tui.ui.rows import Row, participant_rows, talk_rows, threat_rows
from briefing_tui.ui.runs import spread


def shown(row: Row, cells: int = 36) -> str:
    return "".join(run.text for run in spread(row.text, row.tag, cells, yields=row.yields)).rstrip()


def test_people_are_tagged_by_exception() -> None:
    assert [shown(row).split() for row in participant_rows(view())] == [
        ["TYC", "Ida", "Vega", "us"],
        ["COP", "Bruno", "Orlo", "chair"],
        ["COP", "Mara", "Quist"],
        ["COP", "Old", "Brandt", "named"],
    ]


def test_who_is_not_at_the_table_is_muted() -> None:
    rows = participant_rows(view())
    assert [all(run.ink == "muted" for run in row.text) for row in rows] == [False, False, False, True]


def test_the_absent_are_tagged_even_the_chair() -> None:
    text = COUNCIL.replace("  orlo: {name: Bruno Orlo,", "  orlo: {name: Bruno Orlo, presence: absent,")
    assert shown(participant_rows(view(text))[1]).endswith("absent")


def test_a_talk_leaves_out_the_principal_and_tags_other_days_and_states() -> None:
    assert [shown(row, 60) for row in talk_rows(view())] == [
        "TYC–COP  Mara Quist",
        "TYC–COP  Bruno Orlo".ljust(47) + "planned 9 May",
    ]


def test_a_tag_yields_to_the_name() -> None:
    planned = talk_rows(view())[1]
    name = "TYC–COP  Bruno Orlo"
    assert shown(planned, len(name) + 5) == name
    assert shown(planned, len(name)) == name
    assert shown(planned, len(name) - 3) == "TYC–COP  Bruno…"


def test_threats_by_severity_with_their_actor() -> None:
    rows = [shown(row) for row in threat_rows(view())]
    assert rows[0].startswith("CRIT  Leak in dome four") and rows[0].endswith("COP")
    assert rows[1].startswith("low   Dust") and rows[1].endswith("COP+")
    assert rows[2] == "–     Moonquakes"


def test_an_actor_stays_where_a_long_title_is_cut() -> None:
    assert shown(threat_rows(view())[0], 20).split() == ["CRIT", "Leak", "in…", "COP"]


def test_no_severity_column_where_nothing_is_rated() -> None:
    text = COUNCIL.replace(", severity: critical", "").replace(", severity: low", "")
    rows = [shown(row) for row in threat_rows(view(text))]
    assert rows[0].startswith("Leak in dome four") and rows[2] == "Moonquakes"


def test_people_without_delegations_have_no_code_column() -> None:
    text = "title: t\ndate: 2031-01-01\nparticipants:\n  a: Ann\n"
    assert shown(participant_rows(view(text))[0]) == "Ann"
