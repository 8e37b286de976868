"""What is certain is put right, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.drafting.writer.adding import Read
from briefing_tui.drafting.writer.difference import difference
from briefing_tui.drafting.writer.fixes import fixed
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.errors import BriefingError
from briefing_tui.reading import read_bytes, read_registry_bytes
from briefing_tui.reading.registry import Registry

HEAD = "title: A\ndate: 2031-05-02\nparticipants: {ann: {name: Ann}, us: {name: UK, delegation: DEU}}\n"


def read(text: str) -> Read:
    reading = read_bytes(text.encode(), "a.yaml")
    return Read(reading.briefing, reading.messages)


def fix(rest: str) -> str:
    """What becomes of lines behind the head."""
    text = fixed(HEAD + rest, Briefing, read)
    assert text.startswith(HEAD)
    return text.removeprefix(HEAD)


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("tlp: amber strict # was\n", "tlp: AMBER+STRICT # was\n"),
        ("tlp: WHITE\n", "tlp: CLEAR\n"),
        ("status: 'Final'\n", "status: 'final'\n"),
        ("threats: {x: {title: High, severity: HIGH}}\n", "threats: {x: {title: High, severity: high}}\n"),
        ("quotes: [{speaker: ann, text: No, use: On Record}]\n", "quotes: [{speaker: ann, text: No, use: on-record}]\n"),
        ("talks:\n  a: [ROK, JP]\n", "talks:\n  a: [KOR, JPN]\n"),
        ("talks:\n- parties: [ROK, us]\n  status: Held\n", "talks:\n- parties: [KOR, us]\n  status: held\n"),
        ("delegations: {PRC: China, CAN: }\n", "delegations: {CHN: China, CAN: }\n"),
        ("chair: ROK\r\nvenue: ROK\r\n", "chair: KOR\r\nvenue: ROK\r\n"),
        ('quotes: [{speaker: ann, text: "„Ja, ja“"}]\n', 'quotes: [{speaker: ann, text: "Ja, ja"}]\n'),
        ("quotes: [{speaker: ann, text: «Oui»}]\n", "quotes: [{speaker: ann, text: Oui}]\n"),
        ("quotes:\n- speaker: ann\n  text: |\n    »Ja\n    nein«\n", "quotes:\n- speaker: ann\n  text: |\n    Ja\n    nein\n"),
        ("quotes: {speaker: ann, text: «Oui»}\n", "quotes: {speaker: ann, text: Oui}\n"),
        ("summary: It is so: good\n", "summary: 'It is so: good'\n"),
        ("quotes:\n- speaker: ann\n  text: “So: yes”\n", "quotes:\n- speaker: ann\n  text: 'So: yes'\n"),
    ],
)
def test_what_is_certain_is_put_right(written: str, mended: str) -> None:
    assert fix(written) == mended
    assert fix(mended) == mended


@pytest.mark.parametrize(
    "written",
    [
        "threats: {x: {title: X, severity: hihg}}\n",
        "chair: UK\n",
        "chair: South Korea\n",
        "talks: {a: {parties: [us, can]}}\n",
        "quotes: [{speaker: ann, text: “A” and “B”}]\n",
        "quotes: [{speaker: ann, text: „A}]\n",
        "summary: „All of it“\n",
        "status: &a Final\n",
        "other: {status: Final}\n",
        "status: {en: Final}\n",
        "quotes: [{speaker: ann, text: Yes, use: [Background]}]\n",
    ],
)
def test_what_a_person_has_to_decide_is_left(written: str) -> None:
    assert fix(written) == written


@pytest.mark.parametrize("words", ["«We go\n    to room:»", "«We go\n    »", "«We go\n    to room »"])
def test_what_would_change_more_than_it_says_is_left_and_the_rest_is_put_right(words: str) -> None:
    text = f"quotes:\n- speaker: ann\n  text: {words}\nchair: ROK\nstatus: Final\n"
    assert fix(text) == text.replace("ROK", "KOR").replace("Final", "final")


def test_a_registry_is_mended_too() -> None:
    def read(text: str) -> Read:
        reading = read_registry_bytes(text.encode(), "registry.yaml")
        return Read(reading.registry, reading.messages)

    assert (
        fixed("participants: {a: {name: A, delegation: UK}}\n", Registry, read)
        == "participants: {a: {name: A, delegation: GBR}}\n"
    )


SCALARS = st.sampled_from(
    ["ROK", "High", "on record", "„Ja“", '"So: la"', "amber", "ann", "x: y", "'UK'", "|\n      «a»\n", "*a", "[UK, us]"]
)
KEYS = st.sampled_from(["tlp", "speaker", "text", "use", "to", "about", "note", "source", "topics", "unknown"])


@given(st.lists(st.lists(st.tuples(KEYS, SCALARS), min_size=1, max_size=4, unique_by=lambda pair: pair[0]), max_size=4))
def test_mending_never_makes_a_problem_and_has_an_end(quotes: list[list[tuple[str, str]]]) -> None:
    lines = ["  - " + "\n    ".join(f"{key}: {value.rstrip()}" for key, value in quote) for quote in quotes]
    text = HEAD + "quotes:\n" + "\n".join(lines) + "\n"
    try:
        mended = fixed(text, Briefing, read)
    except BriefingError:
        return
    assert len(read(mended).messages) <= len(read(text).messages)
    assert len(mended.splitlines()) == len(text.splitlines())
    assert fixed(mended, Briefing, read) == mended


def test_a_difference_is_shown_as_diff_does() -> None:
    old, new = "a\nb\nc\nd\ne\n", "a\nB\nC\nd\nE\n"
    assert list(difference("f", old, new)) == [
        *("--- f", "+++ f", "@@ -2,2 +2,2 @@", "-b", "-c", "+B", "+C"),
        *("@@ -5 +5 @@", "-e", "+E"),
    ]
    assert list(difference("f", "a\nb\nc\n", "a\nx\nb\ny\nz\nc\n"))[2:] == [
        "@@ -1,0 +2 @@",
        "+x",
        "@@ -2,0 +4,2 @@",
        "+y",
        "+z",
    ]
    assert list(difference("f", "a\nb\n", "a\nx\ny\nb\n"))[2:] == ["@@ -1,0 +2,2 @@", "+x", "+y"]
