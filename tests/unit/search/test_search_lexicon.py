"""The words of a segment: which hold a part, and what stands from a place in them on."""

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.search.lexicon import Lexicon, signature, write_lexicon
from briefing_tui.search.storage import Stored, Writer

LETTERS = st.text("abeé漢", min_size=1, max_size=12)
CROWD = [f"x{number:03}industrie{number:03}" for number in range(200)]
"""Words that hold a part of eight letters and more, more of them than lie between two signposts."""


def lexicon(words: set[str]) -> Lexicon:
    """The lexicon of some words."""
    image = BytesIO()
    writer = Writer(image)
    write_lexicon(sorted(words), writer)
    writer.close()
    return Lexicon(Stored.load(image.getvalue()))


@given(st.sets(LETTERS), LETTERS)
def test_a_part_is_found_wherever_it_stands(words: set[str], part: str) -> None:
    among = sorted({*words, *CROWD})
    numbers, places = lexicon({*words, *CROWD}).containing(part)
    found = {(among[number], place) for number, place in zip(numbers.tolist(), places.tolist(), strict=True)}
    expected = {
        (word, len(word[:place].encode())) for word in among for place in range(len(word)) if word.startswith(part, place)
    }
    assert found == expected


@pytest.mark.parametrize("part", ["i", "ind", "industri", "industrie", "industrie10", "x199", "199", "zz"])
def test_a_part_of_very_many_words_is_found_in_all(part: str) -> None:
    among = lexicon({*CROWD})
    assert sorted({among.word(number) for number in among.containing(part)[0].tolist()}) == [
        word for word in CROWD if part in word
    ]


@given(st.lists(LETTERS, min_size=1, unique=True), st.data())
def test_parts_end_with_their_word(words: list[str], data: st.DataObject) -> None:
    among = sorted(words)
    number = data.draw(st.integers(0, len(among) - 1))
    word = among[number].encode()
    start, length = data.draw(st.integers(0, len(word))), data.draw(st.integers(1, 14))
    assert lexicon(set(words)).parts(np.array([number], np.uint32), np.array([start]), length) == [word[start:][:length]]


@given(LETTERS)
def test_a_signature_is_the_same_alone_as_among_others(word: str) -> None:
    assert int(lexicon({word}).signatures[0]) == signature(word)
