from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.marking import NO_MARKING, Tlp, label, strictest

MARKINGS = st.lists(st.none() | st.sampled_from(list(Tlp)))


def test_the_order_is_that_of_the_protocol() -> None:
    order = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]
    for milder, stricter in permutations(Tlp, 2):
        expected = max((milder, stricter), key=lambda tlp: order.index(tlp.value))
        assert strictest([milder, stricter]) is expected


@given(MARKINGS, MARKINGS)
def test_more_on_the_screen_never_lowers_its_marking(some: list[Tlp | None], more: list[Tlp | None]) -> None:
    alone, together = strictest(some), strictest(some + more)
    assert strictest([alone, together]) is together
    assert (together is None) == (set(some + more) <= {None})


def test_labels_hold_the_classification_as_written_and_no_blank_in_the_label() -> None:
    assert label(Tlp.AMBER_STRICT, "RESTRICTED (eyes only)") == "RESTRICTED (eyes only) TLP:AMBER+STRICT"
    assert label(None) == NO_MARKING
    assert all(" " not in tlp.label for tlp in Tlp)
