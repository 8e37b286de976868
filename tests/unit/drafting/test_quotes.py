"""Which marked words are quotes, and who is said to have said them."""

from collections.abc import Callable

import pytest

from briefing_tui.drafting.analysis import Analysis

Read = Callable[..., Analysis]


def found(analysis: Analysis) -> list[tuple[str, str]]:
    """The words of each quote and who speaks."""
    return [
        (quote.marked.inner(analysis.text), speaker.name(analysis.text) if speaker else "")
        for quote, speaker in analysis.quotes
    ]


def speakers(analysis: Analysis) -> list[str]:
    """Who speaks, for each quote."""
    return [name for _, name in found(analysis)]


INTRO = "Die Ministerin Orla Testfrau und der Minister Ulf Muster trafen sich am Montag. "


@pytest.mark.parametrize(
    "sentence",
    [
        "„Wir haben lange darüber gesprochen“, sagte Testfrau.",
        "„Wir haben lange darüber gesprochen“, so Testfrau.",
        "„Wir haben lange darüber gesprochen“, fügte Testfrau hinzu.",
        "Testfrau sagte: „Wir haben lange darüber gesprochen.“",
        "Testfrau zeigte sich zufrieden: „Wir haben lange darüber gesprochen.“",
        "Am Abend erklärte Testfrau: „Wir haben lange darüber gesprochen.“",
        "Laut Testfrau haben „wir lange darüber gesprochen“.",
        "Nach den Worten von Testfrau habe man „lange und ernst darüber gesprochen“.",
        "Das sei, so Testfrau, „ein sehr langes Gespräch“ gewesen.",
        "Als „langes und ernstes Gespräch“ bezeichnete Testfrau das Treffen.",
        "Testfrau, die neu im Amt ist, nannte es „ein langes und ernstes Gespräch“.",
        "Wie Testfrau ausführte, sei es „ein langes und ernstes Gespräch“ gewesen.",
    ],
)
def test_german_frames_name_the_speaker(read: Read, sentence: str) -> None:
    assert speakers(read(INTRO + sentence)) == ["Orla Testfrau"]


@pytest.mark.parametrize(
    "sentence",
    [
        "“We spoke about it for a long time,” said Mr Sample.",
        "“We spoke about it for a long time,” Mr Sample said.",
        "“We spoke about it for a long time,” the minister said on Monday.",
        "Mr Sample said: “We spoke about it for a long time.”",
        "Mr Sample said: “We shall pay.”",
        "Mr Sample said that “we spoke about it for a long time”.",
        "According to Mr Sample, they “spoke about it for a long time”.",
        "He added that it was “a long and serious conversation”.",
        '"We spoke about it for a long time," he told reporters.',
    ],
)
def test_english_frames_name_the_speaker(read: Read, sentence: str) -> None:
    intro = "The Foreign Minister of Norway, Ulf Sample, was in Bern on Monday. "
    assert speakers(read(intro + sentence, "en")) == ["Ulf Sample"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Treffen stand unter dem Motto „Gemeinsam für mehr Nebel“.",
        "Die Zeitung „Mondblatt“ hatte darüber berichtet.",
        "Er sagte der „Neuen Mondzeitung“, dass es spät geworden sei.",
        "Sie las aus dem Buch „Die lange Nacht der Boten“ vor.",
        "Die so genannte „Nebelbank“ ist ein Schiff.",
        "Das Schiff „Orion“ lag im Hafen, die „Orion“ ist neu.",
        "Die „Mondblatt“-Redaktion schwieg.",
        "Die Partei „Freie Mondfahrer“ (FMF) hat acht Sitze.",
    ],
)
def test_titles_mottos_and_names_are_no_quotes(read: Read, sentence: str) -> None:
    assert found(read(INTRO + sentence)) == []


def test_a_pronoun_is_resolved_and_kept(read: Read) -> None:
    analysis = read("Minister Ulf Muster war in Bern. „Wir kommen wieder, sobald es geht“, sagte er.")
    (_, speaker), *_ = analysis.quotes
    assert speaker
    assert speaker.person
    assert (speaker.person.name, speaker.mention.text(analysis.text)) == ("Ulf Muster", "er")


def test_a_pronoun_goes_by_gender(read: Read) -> None:
    text = "Ministerin Orla Testfrau empfing Herrn Ulf Muster. „Ich habe mich sehr gefreut“, sagte sie."
    assert speakers(read(text)) == ["Orla Testfrau"]


def test_an_office_means_who_holds_it(read: Read) -> None:
    text = (
        "Aussenminister Ulf Muster war in Bern. Später war es still. „Wir kommen wieder, sobald es geht“, sagte der Minister."
    )
    assert speakers(read(text)) == ["Ulf Muster"]


def test_reported_speech_goes_on_over_sentences(read: Read) -> None:
    text = INTRO + "Testfrau sagte, die Lage sei ernst. Man habe „lange genug gewartet“."
    assert speakers(read(text)) == ["Orla Testfrau"]


def test_a_country_can_speak(read: Read) -> None:
    analysis = read("Norwegen plant ein „zweistufiges Verfahren für alle“.")
    assert [speaker.code for _, speaker in analysis.quotes if speaker] == ["NOR"]


def test_a_speaker_without_a_name_is_kept_in_words(read: Read) -> None:
    assert speakers(read("„Das können wir nicht bestätigen“, sagte ein Sprecher der Hafenbehörde.")) == [
        "ein Sprecher der Hafenbehörde"
    ]


def test_who_zitiert_somebody_is_not_the_speaker(read: Read) -> None:
    text = INTRO + "„Wir haben lange darüber gesprochen“, zitiert die Agentur Testfrau."
    assert speakers(read(text)) == ["Orla Testfrau"]


def test_a_list_of_words_in_marks_is_no_quote(read: Read) -> None:
    assert found(read("Er sagte: " + ", ".join(["„sehr gut so“"] * 60))) == []
