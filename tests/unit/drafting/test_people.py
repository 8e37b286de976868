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
        ("Der Minister (MNP) Ulf Muster kam.", "Ulf Muster", "Minister", ""),
        ("Ulf Muster (MNP), der Minister, kam.", "Ulf Muster", "Minister", ""),
        ("Die neue finnische Ministerin Orla Testfrau kam.", "Orla Testfrau", "Ministerin", "FIN"),
        (
            "Die Sprecherin der Partei Orla Testfrau kam. Ministerin Orla Testfrau ging.",
            "Orla Testfrau",
            "Sprecherin der Partei",
            "",
        ),
        ("Minister Ulf Muster Nebel kam. Minister Ulf Muster ging.", "Ulf Muster", "Minister", ""),
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
        ("Finland’s new Foreign Minister Ulf Sample came.", "Ulf Sample", "Foreign Minister", "FIN"),
        ("Prime Minister Ulf Sample and Eva Trial met.", "Ulf Sample", "Prime Minister", ""),
        ("Finance Minister Ulf Sample (Norway) said no.", "Ulf Sample", "Finance Minister", "NOR"),
        ("Foreign Minister Eva Trial of Germany came.", "Eva Trial", "Foreign Minister", "DEU"),
        ("US Secretary of Defense Ulf Sample said no.", "Ulf Sample", "Secretary of Defense", "USA"),
        ("Minister for Foreign Affairs Eva Trial (Finland) came.", "Eva Trial", "Minister for Foreign Affairs", "FIN"),
        ("The Minister (FP), Ulf Sample, came.", "Ulf Sample", "Minister", ""),
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


@pytest.mark.parametrize(
    ("lang", "text", "roles"),
    [
        (
            "en",
            "Foreign Minister Eva Trial met her Norwegian counterpart Ulf Sample.",
            [("Eva Trial", "Foreign Minister", ""), ("Ulf Sample", "Foreign Minister", "NOR")],
        ),
        (
            "de",
            "Außenministerin Eva Probe traf ihren norwegischen Amtskollegen Ulf Muster.",
            [("Eva Probe", "Außenministerin", ""), ("Ulf Muster", "Außenminister", "NOR")],
        ),
        (
            "de",
            "Außenminister Ulf Muster traf seine norwegische Amtskollegin Eva Probe.",
            [("Ulf Muster", "Außenminister", ""), ("Eva Probe", "Außenministerin", "NOR")],
        ),
    ],
)
def test_a_counterpart_holds_the_same_office_for_another_country(
    read: Read, lang: str, text: str, roles: list[tuple[str, str, str]]
) -> None:
    analysis = read(text, lang)
    assert people(analysis) == roles
    assert [person.like for person in analysis.roster.people] == ["", roles[0][0]]


def test_an_institution_is_no_person(read: Read) -> None:
    assert people(read("The UN General Assembly and the Council of Ministers met.", "en")) == []


def test_a_name_the_other_way_round_is_an_alias(read: Read) -> None:
    (person,) = read("Minister Kim Li-mun kam. Li-mun Kim blieb.").roster.people
    assert (person.name, person.aliases) == ("Kim Li-mun", ["Li-mun Kim"])


@pytest.mark.parametrize(
    ("text", "lang", "speaks"),
    [
        ("Minister Jan van der Probe kam. „Wir fahren weiter“, sagte der Jan.", "de", "Jan van der Probe"),
        ("„Wir fahren weiter“, sagte ein Mitarbeiter, Jan Probe. Minister Jan Probe kam.", "de", "Jan Probe"),
        ("Minister Jan Probe kam. Es war Mai. Es war Juni. Es war Juli. Es regnete. Er sagte: „Wir gehen.“", "de", "Jan Probe"),
        ("Minister Jan Probe kam. Sein Ziel sei: „Wir fahren alle zusammen weiter.“", "de", "Jan Probe"),
    ],
)
def test_who_is_meant_by_a_part_of_a_name_or_by_none(read: Read, text: str, lang: str, speaks: str) -> None:
    ((_, speaker),) = read(text, lang).quotes
    assert speaker
    assert speaker.name(text) == speaks
