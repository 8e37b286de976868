"""Who is named, with which office and for whom."""

from collections.abc import Callable

import pytest

from briefing_tui.drafting.analysis import Analysis

Read = Callable[..., Analysis]


def people(analysis: Analysis) -> list[tuple[str, str, str]]:
    """Name, office and delegation of each."""
    return [(person.name, person.role, person.delegation) for person in analysis.roster.people]


@pytest.mark.parametrize(
    ("text", "name", "role", "delegation"),
    [
        ("Der norwegische Verteidigungsminister Ulf Muster kam.", "Ulf Muster", "Verteidigungsminister", "NOR"),
        ("US-Verteidigungsminister Ulf Muster kam.", "Ulf Muster", "Verteidigungsminister", "USA"),
        ("Der Aussenminister Brasiliens, Ulf Muster, kam.", "Ulf Muster", "Aussenminister", "BRA"),
        ("Die Ministerpräsidentin von Finnland, Orla Testfrau, kam.", "Orla Testfrau", "Ministerpräsidentin", "FIN"),
        ("Ulf Muster, der malaysische Minister, kam.", "Ulf Muster", "Minister", "MYS"),
        ("Mit dem norwegischen Ministers Ulf van der Muster sprach niemand.", "Ulf van der Muster", "Minister", "NOR"),
        ("Bundesrätin Orla Testfrau kam.", "Orla Testfrau", "Bundesrätin", "CHE"),
        ("UN-Generalsekretär Kim Li-mun kam.", "Kim Li-mun", "Generalsekretär", "UN"),
        ("Präsident XI Mustermann kam.", "XI Mustermann", "Präsident", ""),
    ],
)
def test_german_offices(read: Read, text: str, name: str, role: str, delegation: str) -> None:
    assert people(read(text)) == [(name, role, delegation)]


@pytest.mark.parametrize(
    ("text", "name", "role", "delegation"),
    [
        ("Norwegian Foreign Minister Ulf Sample came.", "Ulf Sample", "Foreign Minister", "NOR"),
        ("The Foreign Minister of Brazil, Ulf Sample, came.", "Ulf Sample", "Foreign Minister", "BRA"),
        ("Ulf Sample, Prime Minister of Finland, came.", "Ulf Sample", "Prime Minister", "FIN"),
        ("Federal Councillor Orla Testwoman came.", "Orla Testwoman", "Federal Councillor", "CHE"),
        ("President of the Swiss Confederation Orla Testwoman will come.", "Orla Testwoman", "President", "CHE"),
        ("The South Korean Defence Minister Kim Li-mun came.", "Kim Li-mun", "Defence Minister", "KOR"),
    ],
)
def test_english_offices(read: Read, text: str, name: str, role: str, delegation: str) -> None:
    assert people(read(text, "en")) == [(name, role, delegation)]


def test_all_mentions_are_one_person_with_aliases(read: Read) -> None:
    text = "Minister Ulf Muster kam. Muster sprach lange. Musters Rede war neu, sagte Herr Muster."
    (person,) = read(text).roster.people
    assert (person.name, person.aliases, len(person.places)) == ("Ulf Muster", ["Muster"], 4)


def test_a_family_name_may_come_first(read: Read) -> None:
    (person,) = read("Minister Kim Li-mun kam. Kim blieb lange.").roster.people
    assert (person.short, person.aliases) == ("Kim", ["Kim"])


def test_two_people_may_share_an_office(read: Read) -> None:
    names = [name for name, _, _ in people(read("Das Treffen der Präsidenten Ulf Muster und Jan Beispiel war kurz."))]
    assert names == ["Ulf Muster", "Jan Beispiel"]


def test_a_country_taken_from_around_is_unsure(read: Read) -> None:
    (person,) = read("Norwegens Ziel bleibt auch unter Präsident Ulf Muster gleich.").roster.people
    assert (person.delegation, person.sure) == ("NOR", False)


def test_an_institution_is_no_person(read: Read) -> None:
    assert people(read("The UN General Assembly and the Council of Ministers met.", "en")) == []
