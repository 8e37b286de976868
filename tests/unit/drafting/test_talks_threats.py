"""Who met whom, and what threatens."""

from collections.abc import Callable

import pytest

from briefing_tui.drafting.analysis import Analysis

Read = Callable[..., Analysis]

INTRO = "Der norwegische Minister Ulf Muster und die finnische Ministerin Orla Testfrau waren in Bern. "


def pairs(analysis: Analysis) -> list[set[str]]:
    """The last names of the parties of each talk."""
    return [{person.name.split()[-1] for person in talk.parties} for talk in analysis.talks]


def test_talks_with_somebody(read: Read) -> None:
    analysis = read(INTRO + "Muster führte Gespräche mit Testfrau über den gemeinsamen Hafen.")
    assert pairs(analysis) == [{"Muster", "Testfrau"}]
    assert [analysis.text[slice(*topic)] for topic in analysis.talks[0].topics] == ["den gemeinsamen Hafen"]


def test_a_list_of_people_gives_a_talk_each(read: Read) -> None:
    text = (
        "Minister Ulf Muster führte Gespräche mit dem schwedischen Minister Jan Beispiel, "
        "der dänischen Ministerin Eva Probe und dem estnischen Minister Per Versuch."
    )
    assert pairs(read(text)) == [{"Muster", "Beispiel"}, {"Muster", "Probe"}, {"Muster", "Versuch"}]


def test_one_receives_the_other(read: Read) -> None:
    text = "Bundesrat Ulf Muster hat den Aussenminister Brasiliens, Jan Beispiel, in Solothurn empfangen."
    assert pairs(read(text)) == [{"Muster", "Beispiel"}]


def test_a_list_of_people_is_met_without_with(read: Read) -> None:
    text = (
        "Federal Councillor Orla Testwoman will meet the Prime Minister of Denmark, Eva Probe, "
        "the Foreign Minister of Israel, Jan Sample, and the President of Finland, Per Trial."
    )
    assert pairs(read(text, "en")) == [{"Testwoman", "Probe"}, {"Testwoman", "Sample"}, {"Testwoman", "Trial"}]


def test_words_to_somebody_are_an_unsure_talk_with_their_day(read: Read) -> None:
    analysis = read(INTRO + "Muster äusserte am Freitag gegenüber Testfrau Bedenken.")
    (talk,) = analysis.talks
    assert (talk.sure, talk.when and talk.when.value) == (False, "2031-05-02")


def test_people_who_only_speak_do_not_meet(read: Read) -> None:
    assert pairs(read("Minister Ulf Muster sprach in Oslo. Ministerin Orla Testfrau sprach in Rom.")) == []


def test_threats_have_actors_from_adjective_genitive_and_compound(read: Read) -> None:
    analysis = read(
        "Das Forum sprach von nordkoreanischen Raketen, von Cyberangriffen und von der US-China-Rivalität. "
        "Norwegens Haltung zur Piraterie ist klar."
    )
    assert [(threat.key, threat.actors) for threat in analysis.threats] == [
        ("missiles", ["PRK"]),
        ("cyber", ["PRK"]),
        ("rivalry", ["USA", "CHN"]),
        ("sea", ["NOR"]),
    ]


def test_the_same_threat_is_named_once(read: Read) -> None:
    analysis = read("Russische Drohnenangriffe nahmen zu. Neue russische Drohnenangriffe folgten.")
    assert [(threat.title, len(threat.places)) for threat in analysis.threats] == [("Russische Drohnenangriffe", 2)]


def test_people_of_one_list_stand_near_each_other(read: Read) -> None:
    text = (
        "Foreign Minister Ulf Sample will meet Foreign Minister Eva Trial, who has been in office for many long years and "
        "has seen a lot of fog and rain in all of them, and Foreign Minister Jan Probe."
    )
    assert pairs(read(text, "en")) == [{"Sample", "Trial"}]


def test_what_a_talk_was_about_is_not_empty(read: Read) -> None:
    (talk,) = read(INTRO + "Muster führte Gespräche mit Testfrau über, wie er sagte, alles.").talks
    assert talk.topics == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Rede galt Raketen- und Drohnenangriffen.", [("Raketen- und Drohnenangriffen", [])] * 2),
        ("Die Rede galt Raketen- & Drohnenangriffen.", [("Raketen- & Drohnenangriffen", [])] * 2),
        ("Die schweren Cyberangriffe Russlands nahmen zu.", [("schweren Cyberangriffe", ["RUS"])]),
        ("Norwegens Minister warnte vor Cyberangriffen.", [("Cyberangriffen", [])]),
        ("Auf dem US-China-Gipfel ging es um Piraterie.", [("Piraterie", ["USA", "CHN"])]),
        ("Das Papier hieß „Piraterie auf See“.", [("Piraterie", [])]),
    ],
)
def test_a_threat_is_called_by_all_of_its_words(read: Read, text: str, found: list[tuple[str, list[str]]]) -> None:
    assert [(threat.title, threat.actors) for threat in read(text).threats] == found
