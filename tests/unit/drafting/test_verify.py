"""Which quotes count as verbatim, and what is shown of those that do not."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.drafting.verify import SourceText, Status, compared, verify
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.words import InText
from briefing_tui.reading import read_bytes

REPORT = """\
Bericht vom Mond

Ministerin Vega sagte: „Wir haben genug Eis für uns und für alle, die kommen. Niemand muss gehen.“ Zuvor hatte sie
erklärt, die Kuppel halte noch dreißig Jahre.

“We can’t wait,” said Mr Orlo, “for the year 2031.” He called it «un défi» and a 'small step'.

Quist nannte das Vorhaben keinen Fehler. „Kein Stein bleibt auf dem anderen“, meinte sie; es koste 3,5 Millionen.
„Der Anfang war schwer.

„Das Ende wird leicht“, schloss sie. Sie sei „für Nicht-Mitglieder“ da.
"""
SOURCE = SourceText(REPORT)


def status(quote: str, source: SourceText = SOURCE) -> Status:
    return compared(source, quote).status


def difference(quote: str, source: SourceText = SOURCE) -> str:
    around = {InText.SAME: ("", ""), InText.REMOVED: ("[-", "-]"), InText.ADDED: ("{+", "+}")}
    return "".join(text.join(around[how]) for how, text in compared(source, quote).pieces)


@pytest.mark.parametrize(
    "quote",
    [
        "Wir haben genug Eis für uns und für alle, die kommen.",
        "Wir\u00a0haben  genug\nEis",
        "für alle, die kommen. Niemand muss gehen.",
        "We can't wait",
        "We can’t wait […] for the year 2031",
        "Wir haben [...] für alle […] Niemand muss gehen.",
        "„un défi“",
        "small step",
        "Der Anfang war schwer.",
        "Das Ende wird leicht",
        "un de\u0301fi",
        "für Nicht-Mitglieder",
    ],
)
def test_what_stands_there_in_marks_is_verbatim_however_it_is_set(quote: str) -> None:
    assert status(quote) is Status.VERBATIM


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("Wir haben kein Eis für uns", "Wir haben [-genug-]{+kein+} Eis für uns"),
        ("Wir haben genug Eis für alle, die kommen.", "Wir haben genug Eis für [-uns und für -]alle, die kommen."),
        ("Niemand muss sofort gehen.", "Niemand muss {+sofort +}gehen."),
        ("for the year 2032", "for the year [-2031-]{+2032+}"),
        ("Kein Stein bleibt auf dem andern", "Kein Stein bleibt auf dem [-anderen-]{+andern+}"),
    ],
)
def test_an_altered_quote_shows_what_differs_from_the_nearest_passage(quote: str, shown: str) -> None:
    assert status(quote) is Status.ALTERED
    assert difference(quote) == shown


@pytest.mark.parametrize(
    "quote",
    [
        "ein Stein bleibt auf dem anderen",
        "Das Ende wird leich",
        "Mitglieder",
        "We can",
        "für alle […] Wir haben genug Eis",
        "niemand muss gehen",
    ],
)
def test_parts_of_words_other_orders_and_other_letters_are_not_verbatim(quote: str) -> None:
    assert status(quote) is Status.ALTERED


def test_part_of_a_number_is_not_the_number() -> None:
    source = SourceText("Er sagte: „Es kostet 3,5 Millionen.“")
    assert status("Es kostet 3,5", source) is Status.VERBATIM
    assert status("Es kostet 3", source) is not Status.VERBATIM


@pytest.mark.parametrize(
    "quote", ["die Kuppel halte noch dreißig Jahre", "keinen Fehler", "Kein Stein […] es koste 3,5 Millionen"]
)
def test_words_that_stand_there_without_marks_are_reported_speech(quote: str) -> None:
    verdict = compared(SOURCE, quote)
    assert verdict.status is Status.REPORTED
    assert "without quotation marks" in verdict.remark


@pytest.mark.parametrize("quote", ["Ganz andere Worte über das Wetter von gestern", "[…]", "", "?!"])
def test_what_is_nowhere_is_missing(quote: str) -> None:
    assert status(quote) is Status.MISSING


def test_parts_are_taken_from_where_they_stand_nearest_to_each_other() -> None:
    source = SourceText("Er sagte: „Eis hier, Eis dort und Kuppeln überall, aber kein Eis mehr.“")
    (first, second) = compared(source, "Eis […] Kuppeln").spans
    assert [source.text[slice(*each)] for each in (first, second)] == ["Eis", "Kuppeln"]
    assert first[0] == source.text.index("Eis dort")


def test_parts_in_another_order_are_said_to_be_so() -> None:
    assert "another order" in compared(SOURCE, "Niemand muss gehen. […] Wir haben genug Eis").remark


def test_the_passage_is_where_the_locator_says() -> None:
    verdict = compared(SOURCE, "Niemand […] gehen.")
    start, end = verdict.spans[0]
    assert REPORT[start:end] == "Niemand"
    assert verdict.locator.startswith(f"para. 2, characters {start}-{end}; para. 2, ")


def test_words_that_a_line_end_cuts_are_put_together() -> None:
    source = SourceText("Sie sagte: „Die Verteidi-\ngung der deutsch-\nfranzösischen Kuppel.“")
    assert status("Die Verteidigung", source) is Status.VERBATIM
    assert status("der deutsch-französischen Kuppel", source) is Status.VERBATIM


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sagte: „Das Eis ist dick”, und ging.", Status.VERBATIM),
        ("Er sagte: „Das Eis ist dick„ und ging.", Status.VERBATIM),
        ('Er sagte: "Das Eis ist dick", und ging.', Status.VERBATIM),
        ("Er sagte: »Das Eis ist dick«, und ging.", Status.VERBATIM),
        ("„Ja“, sagte er, das Eis ist dick, „nein“, sagte sie.", Status.ALTERED),
        ("„Ja“, sagte er. Das Eis ist dick. „Nein“, sagte sie.", Status.REPORTED),
        ("„Ja, sagte er. Das Eis ist dick. Nein, sagte sie.", Status.REPORTED),
    ],
)
def test_marks_are_known_by_where_they_stand(text: str, expected: Status) -> None:
    assert status("Das Eis ist dick", SourceText(text)) is expected


@given(st.text("ab „“\"'.…-\n\u00a0[]", max_size=60), st.text("ab „“\"'.…-\n[]", max_size=12))
def test_any_text_gives_a_verdict_and_what_is_verbatim_is_there(text: str, quote: str) -> None:
    verdict = compared(SourceText(text), quote)
    assert all(0 <= start < end <= len(text) for start, end in verdict.spans)
    if verdict.status is Status.VERBATIM:
        letters = [char for start, end in verdict.spans for char in text[start:end] if char.isalpha()]
        assert letters == [char for char in quote if char.isalpha()]


@pytest.mark.parametrize("text", ["a" * 200_000, "a " * 99_000, "„a " * 40_000, "„a“ " * 30_000, "\n\n" * 99_000 + "a"])
def test_no_source_takes_long(text: str) -> None:
    source = SourceText(text)
    start = time.thread_time()
    for quote in ("a", "a b", "b […] a", "a […] c", "a " * 5_000, "c" * 10_000):
        compared(source, quote)
    assert time.thread_time() - start < 5


BRIEFING = """\
title: A
date: 2031-05-04
participants: {a: {name: Ann}}
quotes:
  - {speaker: a, text: Das Eis ist dick, source: r}
  - {speaker: a, text: Ohne Quelle}
sources:
  r: {title: R, file: r.txt}
"""


def read(text: str = BRIEFING) -> Briefing:
    return read_bytes(text.encode(), "a.yaml").briefing


def test_the_copy_of_a_source_is_compared_and_summed(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("Er sagte: „Das Eis ist dick.“")
    found = verify(read(), tmp_path)
    assert [each.verdict.status for each in found.checked] == [Status.VERBATIM, Status.UNCOMPARED]
    assert found.good
    summed = verify(read(BRIEFING.replace("file: r.txt", f"file: r.txt, sha256: {'0' * 64}")), tmp_path)
    assert [each.text.partition(":")[0] for each in summed.troubles] == ["sha256"]
    assert not summed.good


@pytest.mark.parametrize("name", ["r.md", "r.html"])
def test_markdown_and_html_are_read_as_their_words(name: str, tmp_path: Path) -> None:
    if name == "r.html":
        pytest.importorskip("selectolax")
    texts = {
        "r.md": "# R\n\n> „Das *Eis* ist [dick](http://x.example).“\n",
        "r.html": "<html><p>„Das <b>Eis</b> ist&nbsp;dick“</p>",
    }
    (tmp_path / name).write_text(texts[name])
    [first, _] = verify(read(BRIEFING.replace("r.txt", name)), tmp_path).checked
    assert first.verdict.status is Status.VERBATIM


def test_copies_that_cannot_be_read_are_said_in_one_line_each(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("„Das Eis ist dick“")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "zero.txt").write_bytes(b"\0" * 99)
    (folder / "line.txt").write_text("x" * 5_000_000)
    (folder / "empty.txt").write_text(" \n")
    (folder / "folder.txt").mkdir()
    os.symlink(outside, folder / "link.txt")
    os.mkfifo(folder / "pipe.txt")
    for name in ("zero", "line", "empty", "folder", "link", "pipe", "gone"):
        found = verify(read(BRIEFING.replace("r.txt", f"{name}.txt")), folder)
        [trouble] = found.troubles
        assert f"{name}.txt" in trouble.text
        assert "\n" not in trouble.text
        assert str(tmp_path) not in trouble.text
        assert found.checked[0].verdict.status is Status.UNCOMPARED
