"""Paragraphs and sentences: where everything stands."""

from briefing_tui.drafting.marks import marked
from briefing_tui.drafting.paragraphs import Paragraphs
from briefing_tui.drafting.tokens import sentences

ABBREVIATIONS = frozenset(("dr", "nr"))


def cut(text: str) -> list[str]:
    """The sentences of a text."""
    found = sentences(text, Paragraphs.of(text).items, marked(text), ABBREVIATIONS)
    return [text[sentence.start : sentence.end] for sentence in found]


def test_each_line_is_a_paragraph() -> None:
    text = "Eine kurze Zeile.\nUnd eine zweite, die etwas länger ist als die erste.\n\nDann eine dritte."
    assert [text[item.start : item.end][:4] for item in Paragraphs.of(text).items] == ["Eine", "Und ", "Dann"]


def test_lines_broken_by_hand_are_one_paragraph() -> None:
    line = "Diese Zeile hat jemand von Hand umgebrochen, sie ist rund siebzig"
    text = f"{line}\n{line}\n{line}\nEnde.\n\nDanach."
    assert len(Paragraphs.of(text).items) == 2


def test_a_locator_names_paragraph_and_characters() -> None:
    text = "Erstens.\n\nZweitens."
    assert Paragraphs.of(text).locator(10, 18) == "para. 2, characters 10-18"


def test_sentences_end_at_full_stops_but_those_of_abbreviations_ordinals_and_initials() -> None:
    text = "Dr. Muster kam am 3. Mai. U. Probe blieb. Nr. 4 war frei! Und dann?"
    assert cut(text) == ["Dr. Muster kam am 3. Mai.", "U. Probe blieb.", "Nr. 4 war frei!", "Und dann?"]


def test_a_quote_does_not_end_the_sentence_around_it() -> None:
    text = "Er rief: „Halt! Wer da?“, sagte sie. „Ich komme. Bald.“ Dann war Ruhe."
    assert cut(text) == ["Er rief: „Halt! Wer da?“, sagte sie.", "„Ich komme. Bald.“", "Dann war Ruhe."]


def test_what_is_no_sentence_is_cut() -> None:
    assert max(len(part) for part in cut("wort " * 5000)) < 2000
