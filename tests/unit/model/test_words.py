from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.words import InText, word_diff, words

TEXTS = st.one_of(
    st.text(max_size=30), st.lists(st.sampled_from(["the", "dust", " ", ",", "is", "月"]), max_size=30).map("".join)
)


def marked(old: str, new: str) -> str:
    signs = {InText.SAME: "", InText.REMOVED: "-", InText.ADDED: "+"}
    return "".join(f"[{signs[how]}{text}]" if signs[how] else text for how, text in word_diff(old, new))


@given(TEXTS, TEXTS)
def test_a_word_diff_holds_both_texts(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(text for how, text in pieces if how is not InText.ADDED) == old
    assert "".join(text for how, text in pieces if how is not InText.REMOVED) == new
    assert all(text for _, text in pieces)
    assert (old == new) == all(how is InText.SAME for how, _ in pieces)


def test_a_corrected_word_is_marked_alone() -> None:
    assert marked("The dust is near.", "The dust is here.") == "The dust is [-near][+here]."
    assert marked("The dust is near.", "The grey dust is near.") == "The [+grey ]dust is near."
    assert marked("one two three", "one four five three") == "one [-two][+four five] three"


def test_words_in_a_row_that_differ_are_marked_as_one() -> None:
    assert marked("a big red house", "a small blue house") == "a [-big red][+small blue] house"


def test_a_script_without_spaces_is_compared_sign_by_sign() -> None:
    assert marked("月球很大", "月球很小") == "月球很[-大][+小]"
    assert marked("नमस्ते दुनिया", "नमस्ते दोस्त").startswith("नमस्ते ")


def test_long_texts_are_replaced_where_they_differ_and_cost_no_more() -> None:
    old, new = "a b " * 20_000, "b a c " * 20_000
    pieces = word_diff(f"Begin {old}end", f"Begin {new}end")
    assert [how for how, _ in pieces] == [InText.SAME, InText.REMOVED, InText.ADDED, InText.SAME]


def test_words_are_folded() -> None:
    assert words("Dust, dust — 12 Straße!") == ["dust", "dust", "12", "strasse"]
