"""What quotation marks open and close."""

import time

import pytest

from briefing_tui.drafting.marks import marked


@pytest.mark.parametrize(
    "text",
    [
        "Er sagte „gut so“ und ging.",
        "Er sagte »gut so« und ging.",
        "Il dit «gut so» und ging.",
        "He said “gut so” and left.",
        'Er sagte "gut so" und ging.',
        "Er sagte ‚gut so‘ und ging.",
        "Er sagte „gut so” und ging.",
        'Er sagte „gut so" und ging.',
        "He said 'gut so' and left.",
    ],
)
def test_the_opener_decides_what_closes(text: str) -> None:
    assert [mark.inner(text) for mark in marked(text)] == ["gut so"]


def test_the_outermost_of_nested_marks_counts() -> None:
    text = "„Das Wort ‚Nebel‘ und der Sender „Eins“ sind neu“, sagte sie."
    assert [mark.inner(text) for mark in marked(text)] == ["Das Wort ‚Nebel‘ und der Sender „Eins“ sind neu"]


def test_an_apostrophe_is_no_mark() -> None:
    text = "The ministers' talks and Orla's visit weren't long."
    assert marked(text) == []


def test_an_opener_that_nothing_closes_ends_with_its_paragraph() -> None:
    text = "Er sagte „das ist offen.\n\nDann kam „ein Zitat“ im nächsten Absatz."
    assert [mark.inner(text) for mark in marked(text)] == ["ein Zitat"]


def test_a_quote_may_run_over_two_paragraphs() -> None:
    text = "Sie schrieb: „Erster Satz.\nZweiter Satz.“ Danach nichts."
    assert [mark.inner(text) for mark in marked(text)] == ["Erster Satz.\nZweiter Satz."]


@pytest.mark.parametrize("text", ["„a " * 20_000, "„a " * 10_000 + "“" * 10_000, '"a" ' * 20_000, "»«" * 20_000, "'a" * 20_000])
def test_ten_thousand_marks_take_no_time(text: str) -> None:
    start = time.thread_time()
    marked(text)
    assert time.thread_time() - start < 2
