import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.search.fold import Folded, fold

LETTERS = st.text(
    st.sampled_from("aeußüÜøæœłıIİﬁ½…한가\u1112\u1161\u11ab小が\u0301\u0308\u3099\u00ad\u200d ．ｶﾞ\ud800👩🏽0-\n"), max_size=30
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Südkorea", "sudkorea"),
        ("Straße STRASSE", "strasse strasse"),
        ("Łódź Đặng Øresund", "lodz dang oresund"),
        ("Ærø, cœur, Þór, Ísafjörður", "aero, coeur, thor, isafjordur"),
        ("İstanbul ışık", "istanbul isik"),
        ("ﬁnal ①", "final 1"),
        ("안규백", "안규백"),
        ("\u110b\u1161\u11ab", "안"),
        ("Vertei\u00addigung", "verteidigung"),
        ("e\u0301\u0302" * 3, "eee"),
        ("", ""),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_decomposed_and_composed_are_the_same() -> None:
    assert fold(unicodedata.normalize("NFD", "Südkorea 안규백")) == fold("Südkorea 안규백")


@given(LETTERS | st.text(max_size=30), st.data())
def test_a_span_leads_back_to_whole_letters(text: str, data: st.DataObject) -> None:
    folded = Folded(text)
    assert folded.text == fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first < last <= len(text)
    assert folded.text[start:end] in fold(text[first:last])
    assert not unicodedata.combining(text[first])
    assert last == len(text) or not unicodedata.combining(text[last])


@pytest.mark.parametrize(
    ("text", "part", "marked"),
    [
        ("Große Straße", "strass", "Straß"),
        ("Große Straße", "oss", "oß"),
        ("die Su\u0308dkoreaner", "sud", "Su\u0308d"),
        ("cafe\u0301\u0302 noir", "cafe", "cafe\u0301\u0302"),
        ("ein ﬁnaler Satz", "inal", "ﬁnal"),
        ("Minister \u110b\u1161\u11ab\u1100\u1172", "안", "\u110b\u1161\u11ab"),
        ("… und Frieden", "frieden", "Frieden"),
    ],
)
def test_marks_the_letters_of_the_original(text: str, part: str, marked: str) -> None:
    folded = Folded(text)
    at = folded.text.index(part)
    first, last = folded.span(at, at + len(part))
    assert text[first:last] == marked
