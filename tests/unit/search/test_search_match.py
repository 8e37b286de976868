import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.search.match import matches


def marked(query: str, candidate: str) -> list[str]:
    found = matches(query, candidate)
    assert found, f"{query} should match {candidate}"
    return [candidate[start:end] for start, end in found[1]]


@pytest.mark.parametrize(
    ("query", "candidate", "letters"),
    [
        ("koiz", "Shinjiro Koizumi", ["Koiz"]),
        ("zumi", "Shinjiro Koizumi", ["zumi"]),
        ("seoul scm", "57th SCM, Seoul", ["SCM", "Seoul"]),
        ("koizmi", "Shinjiro Koizumi", ["Koizumi"]),
        ("lumpr", "ADMM-Plus, Kuala Lumpur", ["Lumpur"]),
        ("kl", "Kuala Lumpur", ["K", "L"]),
        ("suedkorea", "Südkorea und Japan", ["Südkorea"]),
        ("müller", "Herr Mueller", ["Mueller"]),
        ("+", "bigger + pane", ["+"]),
        ("ctrl+y", "copy ctrl+y", ["ctrl+y"]),
        ("小泉", "防衛相 小泉進次郎", ["小泉"]),
    ],
)
def test_matches(query: str, candidate: str, letters: list[str]) -> None:
    assert marked(query, candidate) == letters


@pytest.mark.parametrize(
    ("query", "candidate"), [("koizumi ahn", "Shinjiro Koizumi"), ("xyz", "Kuala Lumpur"), ("ahn", "Kuala"), ("k", "")]
)
def test_does_not_match(query: str, candidate: str) -> None:
    assert matches(query, candidate) is None


def test_nothing_typed_matches_everything() -> None:
    assert matches(" ", "anything") == (0.0, ())


def test_the_better_match_scores_higher() -> None:
    candidates = ["Ahn", "Ahnert", "Bahnhof", "Abend heute Nacht"]
    scores = [matches("ahn", candidate) for candidate in candidates]
    assert all(scores)
    assert scores == sorted(scores, key=lambda match: match[0] if match else 0, reverse=True)


@given(st.text(), st.text())
def test_never_raises(query: str, candidate: str) -> None:
    found = matches(query, candidate)
    if found:
        assert all(0 <= start < end <= len(candidate) for start, end in found[1])
