"""Where letters end, asked for the whole text or for one place."""

from itertools import accumulate
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from briefing_tui.model import letters
from briefing_tui.model.letters import letter_ends, whole

SIGNS = "ab\n\r \u00ad\u0301\u200d\u200b👩👧🇩🇪🇫🏽한각ㅏ\u1100\u1161\u11a8कषि्ำ董é\u0600ع\u0d4e\U000111c2ﾞ"


@given(st.text(st.sampled_from(SIGNS), min_size=2, max_size=12), st.integers(1, 11))
def test_one_place_is_whole_where_the_text_says_so(text: str, place: int) -> None:
    if place < len(text):
        assert whole(text, place) == max(end for end in (0, *letter_ends(text)) if end <= place)


@given(st.text(st.sampled_from("가각ㅏ\u1100\u115f\u1161\u11a7\u11a8\u11ff\ua960\ud7b0\ud7cbé"), min_size=1, max_size=8))
def test_syllables_of_korean_end_where_unicode_says_so(text: str) -> None:
    assert [*letter_ends(text)] == [*accumulate(map(len, iter_graphemes(text)))]


def test_little_of_a_long_text_is_looked_at() -> None:
    for letter in "a董éก한ع":
        with patch.object(letters, "_stands_alone", wraps=letters._stands_alone) as looks:
            assert whole(letter * 100_000, 50_000) == 50_000
        assert looks.call_count < 10
