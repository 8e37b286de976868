import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.reading import clean
from briefing_tui.reading.clean import strangers

TRICKY = list(
    "ab \n\té—👩🚀\u0301\u0302\u200b\u200c\u200d\ufe0f\ufe0e\x1b\x85\r\u2028\u202e\u3164\U0001f3fd\ud800\ufffd\u061c\u00ad"
)
TEXTS = st.text() | st.text(alphabet=st.sampled_from(TRICKY), max_size=40)


@settings(max_examples=500)
@given(TEXTS)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(TEXTS)
def test_nothing_that_steers_or_hides_survives(text: str) -> None:
    for char in clean(text):
        assert char in "\n\t\u200c\u200d" or unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert char not in "\u200b\u200e\u200f\u061c\u00ad\ufeff\u3164"
        assert not "\u202a" <= char <= "\u202e"
        assert not "\u2066" <= char <= "\u2069"


@given(TEXTS)
def test_cleaned_text_can_be_encoded(text: str) -> None:
    clean(text).encode()


@given(TEXTS)
def test_one_line_is_one_line(text: str) -> None:
    assert not {"\n", "\t", "\r"} & set(clean(text, newlines=False))


@given(
    st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs", "Sm", "Sc"), exclude_characters="\u115f\u1160\u3164\uffa0"))
)
def test_plain_words_pass_untouched(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b]52;c;eA==\x07", "\ufffd]52;c;eA==\ufffd"),
        ("a\u202eb\u2066c", "abc"),
        ("a\u200bb\ufeff", "ab"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("a" + "\u0301" * 20_000, "a" + "\u0301" * 8),
        ("[sic] [EU] [/x] [@click=app.quit]", "[sic] [EU] [/x] [@click=app.quit]"),
        ("🏴\U000e0067\U000e007f", "🏴"),
    ],
)
def test_what_is_shown(written: str, shown: str) -> None:
    assert clean(written) == shown


@pytest.mark.parametrize("text", ["👩🏽‍🚀", "می‌خواهم", "क्‍ष", "❤️", "안규백", "小泉 進次郎", "“…” – «»", "1️⃣"])
def test_scripts_and_emoji_keep_their_joiners(text: str) -> None:
    assert clean(text) == text


def test_a_joiner_between_nothing_is_dropped() -> None:
    assert clean("a\u200d b\u200c.") == "a b."


def test_strangers_are_named_by_code_point() -> None:
    assert strangers("a\u200b\x1b") == "U+001B, U+200B"
