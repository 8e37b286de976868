import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.search.query import LETTERS, WORDS, parse


def texts(text: str) -> list[str]:
    return [word.text for word in parse(text).words]


def test_words_in_their_order() -> None:
    assert texts("Frieden auf der koreanischen") == ["frieden", "auf", "der", "koreanischen"]


def test_speakers_are_apart() -> None:
    query = parse("@Ahn frieden @kor")
    assert [word.text for word in query.words] == ["frieden"]
    assert [word.text for word in query.speakers] == ["ahn", "kor"]


def test_only_the_last_word_is_unfinished() -> None:
    assert [word.typed for word in parse("der frie").words] == [False, True]


def test_a_space_finishes_the_last_word() -> None:
    assert [word.typed for word in parse("der frieden ").words] == [False, False]


@pytest.mark.parametrize(
    ("typed", "other"),
    [("Suedkorea", "sudkorea"), ("Müller", "mueller"), ("Mu\u0308ller", "mueller"), ("Mueller", "muller"), ("Goethe", "gothe")],
)
def test_umlauts_are_read_both_ways(typed: str, other: str) -> None:
    assert other in parse(typed).words[0].others


def test_ue_after_a_vowel_is_no_umlaut() -> None:
    assert parse("neue").words[0].others == ()


@pytest.mark.parametrize("text", ["", " ", "@", "@@ @", "?!…", '"', "\0", "\ud800", "\u0301" * 10])
def test_nothing_to_look_for(text: str) -> None:
    assert parse(text) == ((), ())


def test_a_flood_is_cut() -> None:
    assert len(texts("ab " * 50)) == 1
    assert len(texts(" ".join(f"w{number}" for number in range(50)))) == WORDS
    assert texts("a" * 100_000) == ["a" * LETTERS]
    assert len(texts("-".join("abcdefghijklmnopqrstuvwxyz"))) == WORDS


@given(st.text())
def test_never_raises(text: str) -> None:
    query = parse(text)
    assert all(word.text for word in (*query.words, *query.speakers))
