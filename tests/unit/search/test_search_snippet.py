import unicodedata
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import iter_graphemes

from briefing_tui.model.letters import letter_ends, whole
from briefing_tui.search.snippet import CUT, snippet

QUOTE = "Nicht nur Südkorea und Nordkorea, sondern benachbarte Länder ... sollten gemeinsam Frieden schaffen"
FRIEDEN = (QUOTE.index("Frieden"), QUOTE.index("Frieden") + len("Frieden"))
TEXTS = st.text(st.sampled_from("abc äe\u0301\u0302小👩\u200d🇰🇷\n\t"), max_size=80)


def test_a_text_that_fits_is_whole() -> None:
    assert snippet(QUOTE, (FRIEDEN,), 200) == (QUOTE, (FRIEDEN,))


def test_starts_at_a_word_near_the_first_hit() -> None:
    line, spans = snippet(QUOTE, (FRIEDEN,), 40)
    assert line == "…sollten gemeinsam Frieden schaffen"
    assert [line[start:end] for start, end in spans] == ["Frieden"]


def test_starts_at_the_beginning_if_the_hit_is_in_sight() -> None:
    line, _ = snippet(QUOTE, ((10, 18),), 40)
    assert line == "Nicht nur Südkorea und Nordkorea, sonde…"


def test_is_cut_at_both_ends() -> None:
    line, spans = snippet(QUOTE, ((QUOTE.index("Länder"), QUOTE.index("Länder") + 6),), 24)
    assert line == "…Länder ... sollten gem…"
    assert spans == ((1, 7),)


def test_a_hit_deep_in_a_long_word_is_in_sight() -> None:
    text = "Der " + "Donau" * 20 + "minister"
    line, spans = snippet(text, ((len(text) - 8, len(text)),), 20)
    assert "minister" in line
    assert len(spans) == 1


CLUSTERS = [*"ab क्षि한각漢אا", "\u0301", "\u200d", "\ufe0f", "👩", "🏽", "🇩", "🇪", "\u093c", "\u1100", "\u1161", "\u11a8"]
CLUSTERS += ["\u0600", "\uff9e", "\u0e33", "\u200c", "\u0d4e", "\u00ad", "\U000e0067", "\u0903", "\r", "\n"]


@given(st.lists(st.sampled_from(CLUSTERS) | st.characters(exclude_categories=["Cs"]), max_size=12).map("".join))
def test_no_grapheme_cluster_is_ever_parted(text: str) -> None:
    between = set(accumulate(map(len, iter_graphemes(text)), initial=0))
    ends = [0, *letter_ends(text)]
    assert set(ends) <= between
    assert [whole(text, place) for place in range(len(text) + 1)] == [
        max(end for end in ends if end <= place) for place in range(len(text) + 1)
    ]


def test_line_breaks_are_spaces() -> None:
    assert snippet("ein\nWort\tund\r\nnoch", (), 40)[0] == "ein Wort und  noch"


def test_a_giant_text_is_cut_like_any_other() -> None:
    line, spans = snippet("wort " * 200_000 + "Frieden", ((1_000_000, 1_000_007),), 30)
    assert line == "…wort wort wort wort Frieden"
    assert spans == ((21, 28),)


@given(TEXTS, st.integers(0, 60), st.data())
def test_keeps_to_the_width_and_the_letters(text: str, width: int, data: st.DataObject) -> None:
    places = st.sampled_from([0, *letter_ends(text)])
    first, last = sorted((data.draw(places), data.draw(places)))
    spans = ((first, last),) if first < last else ()
    line, found = snippet(text, spans, width, cell_len)
    assert cell_len(line) <= width
    assert "\n" not in line
    assert all(0 <= start < end <= len(line) for start, end in found)
    cut = line.strip(CUT)
    assert cut in text.translate({9: " ", 10: " "})
    assert not cut or line[0] != CUT or not unicodedata.combining(cut[0])
