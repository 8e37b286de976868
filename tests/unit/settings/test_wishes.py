"""Keys of one's own: a bad entry is left out, the rest holds, and no two commands ever share a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.keys.keymap import PLAIN, Keymap
from briefing_tui.keys.names import KNOWN
from briefing_tui.keys.presets import PRESETS
from briefing_tui.keys.table import ROWS
from briefing_tui.settings.wishes import keys_of


def wished(section: object) -> tuple[Keymap, list[tuple[str, str]]]:
    """The keys, and what was said, entry by entry."""
    said: list[tuple[str, str]] = []
    return Keymap(keys_of(section, lambda id, why: said.append((id, why)))), said


def test_nothing_wished_is_the_table() -> None:
    assert wished({}) == (PLAIN, [])


def test_keys_take_the_place_of_those_of_the_table() -> None:
    keymap, said = wished({"note": "m", "search": ["/", "ctrl+f"], "page-down": "pgdn", "tick": []})
    assert (keymap.of("note"), keymap.of("search"), keymap.of("tick")) == (("m",), ("/", "ctrl+f"), ())
    assert said == []


def test_keys_may_be_changed_round() -> None:
    keymap, said = wished({"down": "n", "up": "p", "hit-next": "j"})
    assert (keymap.of("down"), keymap.of("hit-next"), said) == (("n",), ("j",), [])


def test_a_preset_is_where_ones_own_keys_begin() -> None:
    keymap, said = wished({"preset": "arrows", "note": "j"})
    assert (keymap.of("down"), keymap.of("note"), said) == (("down",), ("j",), [])
    assert wished({"preset": "de"})[0].of("briefing-next") == ("]", ";", "ä")


@pytest.mark.parametrize(
    ("section", "complaint"),
    [
        ({"preset": "emacs"}, ("preset", "'emacs' is none of vim, arrows, de")),
        ({"preset": 5}, ("preset", "5 is none of vim, arrows, de")),
        ({"serach": "x"}, ("serach", "no such command, did you mean 'search'?")),
        ({"hit": {"next": "x"}}, ("hit.next", "no such command, did you mean 'hit-next'?")),
        ({"note": 5}, ("note", 'a key is wanted, like "x", or keys in brackets, like ["x", "ctrl+x"]')),
        ({"note": ["m", 5]}, ("note", 'a key is wanted, like "x", or keys in brackets, like ["x", "ctrl+x"]')),
        ({"note": "ctrl+m"}, ("note", "the key ctrl+m is nobody’s: terminals send the same for it as for enter")),
        ({"note": "entr"}, ("note", "no key 'entr'; did you mean 'enter'?")),
        ({"note": "y"}, ("note", "y is the key of copy already; give that one another, too")),
        ({"note": "esc"}, ("note", "esc is the key of close already; give that one another, too")),
        ({"note": "esc", "close": ["esc", "insert"]}, ("note", "esc is the key of close already; give that one another, too")),
        ({"close": "Q"}, ("close", "esc stays with it, for all that opens closes with that")),
        ("vim", ("", "a section is wanted: [keys], and the keys below it")),
    ],
)
def test_a_bad_entry_is_said_and_left_out(section: object, complaint: tuple[str, str]) -> None:
    keymap, said = wished(section)
    assert said == [complaint]
    assert keymap.of("note") == ("a",)
    assert "esc" in keymap.of("close")


def test_of_several_keys_only_the_bad_one_is_left_out() -> None:
    keymap, said = wished({"note": ["y", "m", "ctrl+h"]})
    assert keymap.of("note") == ("m",)
    assert len(said) == 2


def test_of_two_that_wish_one_key_the_first_has_it() -> None:
    keymap, said = wished({"note": "m", "tick": "m"})
    assert (keymap.of("note"), keymap.of("tick")) == (("m",), ("space",))
    assert said == [("tick", "m is the key of note already; give that one another, too")]


def test_what_falls_back_to_a_key_that_was_given_away_takes_it_back() -> None:
    keymap, said = wished({"copy": "q", "note": "y"})
    assert (keymap.of("copy"), keymap.of("note"), keymap.of("quit")) == (("y",), ("a",), ("q",))
    assert [id for id, _ in said] == ["copy", "note"]


_KEYS = st.one_of(st.sampled_from(KNOWN), st.text(max_size=2), st.sampled_from("jkhlaynqsd"))
_VALUES = st.one_of(
    _KEYS, st.lists(_KEYS, max_size=3), st.integers(), st.none(), st.dictionaries(st.text(max_size=3), _KEYS, max_size=2)
)


@given(st.dictionaries(st.sampled_from([*ROWS, "preset", "x"]), _VALUES, max_size=12), st.sampled_from([*PRESETS]))
def test_whatever_is_wished_no_two_commands_share_a_key_and_esc_closes(section: dict[str, object], preset: str) -> None:
    keymap, _ = wished({"preset": preset, **section})
    keys = [key for id in ROWS for key in keymap.of(id)]
    assert sorted(keys) == sorted(set(keys))
    assert "esc" in keymap.of("close")
