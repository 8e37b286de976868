"""Lines of text: cut and wrapped without losing, adding or splitting a letter."""

from itertools import accumulate

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import iter_graphemes

from briefing_tui.ui.runs import Line, Run, cut, cut_text, head, marked, plain, spread, width, wrap

PIECES = ["a", "Zürich", " ", "  ", "-", "e\u0301", "a" + "\u0308" * 8, "漢字", "안녕", "ﷺ", "مرحبا", "שלום"]
PIECES += ["क्षत्रिय", "क्\u200dष", "நிர்மலா", "น้ำ", "ﾊﾞ", "\u1112\u1161\u11ab", "\u06001"]
PIECES += ["👩\u200d👩\u200d👧", "🇩🇪", "🇰🇷🇩🇪", "❤\ufe0f", "👍🏽"]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(alphabet="abc äß漢é", max_size=12), max_size=24).map("".join)
LINE = st.lists(st.builds(Run, TEXT, st.sampled_from(["text", "bold", "muted"]), st.none()), max_size=4).map(tuple)
CELLS = st.integers(2, 60)


def text_of(line: Line) -> str:
    return "".join(run.text for run in line)


def letters(text: str) -> str:
    return "".join(text.split())


def splits(text: str, at: int) -> bool:
    """Whether a cut there would part a grapheme cluster, as UAX #29 has them."""
    return at not in accumulate(map(len, iter_graphemes(text)), initial=0)


@given(LINE, CELLS)
@example((Run("안녕\u1112\u1161\u11ab"),), 2)
def test_wrapping_keeps_every_letter_in_its_ink_and_fits(line: Line, cells: int) -> None:
    wrapped = wrap(line, cells)
    assert letters("".join(text_of(row) for row in wrapped)) == letters(text_of(line))
    assert all(width(row) <= cells or len([*iter_graphemes(text_of(row))]) == 1 for row in wrapped)
    for ink in ("text", "bold", "muted"):
        kept = "".join(run.text for row in wrapped for run in row if run.ink == ink)
        assert letters(kept) == letters("".join(run.text for run in line if run.ink == ink))


@given(TEXT, CELLS)
def test_wrapping_never_splits_a_letter_from_its_marks(text: str, cells: int) -> None:
    at = 0
    for row in wrap((Run(text),), cells):
        shown = text_of(row)
        at = text.index(shown, at) + len(shown)
        assert not splits(text, at), (shown, text[at:])


@given(st.lists(st.text("abcdef", min_size=1, max_size=8), min_size=1, max_size=20), st.integers(8, 40))
def test_words_that_fit_are_never_broken(words: list[str], cells: int) -> None:
    rows = [text_of(row) for row in wrap((Run(" ".join(words)),), cells)]
    assert " ".join(rows).split() == words


def test_line_breaks_in_a_text_are_kept() -> None:
    assert [text_of(row) for row in wrap((Run("one\n\ntwo"),), 20)] == ["one", "", "two"]


@given(TEXT, st.integers(0, 60))
def test_cutting_fits_and_splits_nothing(text: str, cells: int) -> None:
    kept = cut_text(text, cells)
    assert cell_len(kept) <= cells
    if kept != text and cells:
        assert kept.endswith("…") and kept.count("…") == 1
        assert text.startswith(kept[:-1])
    start = head(text, cells)
    assert text.startswith(start) and cell_len(start) <= cells and not splits(text, len(start))


@given(LINE, st.integers(0, 60))
def test_a_cut_line_fits_and_ends_in_one_ellipsis(line: Line, cells: int) -> None:
    kept = cut(line, cells)
    assert width(kept) <= cells
    if text_of(kept) != text_of(line) and cells:
        assert text_of(kept).endswith("…") and text_of(kept).count("…") == 1


@given(LINE, LINE, st.integers(1, 60))
def test_spreading_fits_and_a_tag_that_yields_goes_before_the_name_is_cut(left: Line, right: Line, cells: int) -> None:
    line = spread(left, right, cells)
    assert width(line) <= cells
    if text_of(line) != text_of(left) and width(right) and width(left) + width(right) < cells:
        assert text_of(line).startswith(text_of(left)) and text_of(line).endswith(text_of(right))
    elif width(left) <= cells:
        assert text_of(line).rstrip() == text_of(left).rstrip()


@given(st.text())
def test_nothing_plain_can_steer_a_terminal(text: str) -> None:
    shown = plain(text)
    assert len(shown) == len(text)
    assert all(char.isprintable() or char in "\u200c\u200d" for char in shown)


def test_marked_letters_are_those_of_the_spans() -> None:
    runs = marked("grave challenge", [(0, 5), (12, 15)])
    assert [run.text for run in runs if run.ink == "hit"] == ["grave", "nge"]
    assert text_of(runs) == "grave challenge"
