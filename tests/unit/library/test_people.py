from pathlib import Path

import pytest

from briefing_tui.library import Library
from briefing_tui.library.across import Across
from briefing_tui.library.alike import alike
from briefing_tui.library.people import found, people

HEAD = "title: A\ndate: 2031\n"


def library(folder: Path, **files: str) -> Library:
    """A library of files, each with its participants; `registry` is the registry."""
    for name, body in files.items():
        (folder / f"{name}.yaml").write_text(f"{'' if name == 'registry' else HEAD}participants: {body}\n")
    return Library(folder)


def test_one_person_is_there_once_under_all_names(tmp_path: Path) -> None:
    here = library(
        tmp_path,
        a="{quist: {name: Mara Quist, role: Clerk}}",
        b="{quist: {name: M. Quist, aliases: [MARA QUIST]}}",
        c="{quist: {name: Pia Quist}}",
    )
    known = people(here)
    assert [(each.name, [entry.key for entry, _ in each.places]) for each in known] == [
        ("Mara Quist", ["a", "b"]),
        ("Pia Quist", ["c"]),
    ]
    assert list(known[0].names) == ["Mara Quist", "M. Quist", "MARA QUIST"]


def test_two_who_share_no_name_are_one_by_a_third(tmp_path: Path) -> None:
    here = library(tmp_path, a="{q: {name: A}}", b="{q: {name: B}}", c="{q: {name: A, aliases: [B]}}")
    assert [len(each.places) for each in people(here)] == [3]


def test_the_registry_makes_one_of_two_names_and_is_listed_itself(tmp_path: Path) -> None:
    here = library(tmp_path, a="{q: {name: A}}", b="{q: {name: B}}", registry="{q: {name: A, aliases: [B]}, zed: Zed}")
    assert [(each.id, each.listed, len(each.places)) for each in people(here)] == [("q", True, 2), ("zed", True, 0)]


def test_a_person_is_found_by_id_before_name(tmp_path: Path) -> None:
    here = library(tmp_path, a="{ann: {name: Bob}, bob: {name: Ann}, cy: {name: Cy Ång}}")
    assert [each.id for each in found(people(here), "ann")] == ["ann"]
    assert [each.id for each in found(people(here), "cy ang")] == ["cy"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{name: Dong Jun}", "{name: Jun Dong, delegation: CHN}"),
        ("{name: Ahn Gyu-back, delegation: KOR}", "{name: An Gyu-baek, delegation: KOR}"),
        ("{name: Ahn Gyu-back, delegation: KOR, role: Minister}", "{name: An Kyu-baek, delegation: KOR, role: minister}"),
        ("{name: Mara Quist, delegation: NOR}", "{name: M. Quist, delegation: NOR}"),
        ("{name: Mara Quist, delegation: NOR}", "{name: Quist, delegation: NOR}"),
        ("{name: Mara Quist, aliases: [Mary Q]}", "{name: mary q}"),
    ],
)
def test_likely_one(tmp_path: Path, one: str, other: str) -> None:
    here = library(tmp_path, a=f"{{one: {one}}}", b=f"{{other: {other}}}")
    assert [(a.id, b.id) for a, b in alike(people(here))] in ([("one", "other")], [("other", "one")])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{name: Dong Jun, delegation: CHN}", "{name: Jun Dong, delegation: KOR}"),
        ("{name: Mara Quist, delegation: NOR}", "{name: Pia Quist, delegation: NOR}"),
        ("{name: Mara Quist}", "{name: M. Quist}"),
        ("{name: Mara Quist, delegation: NOR}", "{name: M. Berg, delegation: NOR}"),
        ("{name: Xi, delegation: CHN}", "{name: Li, delegation: CHN}"),
    ],
)
def test_not_likely_one(tmp_path: Path, one: str, other: str) -> None:
    here = library(tmp_path, a=f"{{one: {one}}}", b=f"{{other: {other}}}")
    assert list(alike(people(here))) == []


def test_words_turned_round_are_seen_in_any_crowd(tmp_path: Path) -> None:
    crowd = ", ".join(f"p{number}: {{name: Kim N{number}, delegation: KOR}}" for number in range(300))
    here = library(tmp_path, a=f"{{{crowd}}}", b="{other: {name: N7 Kim, delegation: KOR}}")
    assert [(a.id, b.id) for a, b in alike(people(here))] == [("p7", "other")]


def test_check_offers_to_merge_those_who_are_likely_one(tmp_path: Path) -> None:
    here = library(tmp_path, a="{q: {name: Mara Quist}}", b="{q: {name: Mara Quist}}", c="{r: {name: Quist Mara}}")
    across = Across(here)
    said = {entry.key: [message.text for message in across.messages(entry, entry.key)] for entry in here.entries}
    assert said["a"] == said["b"] == ["Mara Quist may be Quist Mara ('r' in c); if so: briefing people --merge q r"]
    assert said["c"] == ["Quist Mara may be Mara Quist ('q' in a); if so: briefing people --merge q r"]


@pytest.mark.parametrize(
    ("rest", "advised"),
    [
        ("quotes: [{speaker: UK, text: Yes}]", True),
        ("talks: {t: [UK, NO]}", True),
        ("talks: {t: {parties: [UK, NO], status: planned}}", False),
        ("quotes: [{speaker: UK, text: Yes, about: dust}]", False),
        ("", False),
        ("quotes: [{speaker: UK, text: Yes}]\nsource: s\nsources: {s: S}", False),
    ],
)
def test_threats_that_nobody_raised(tmp_path: Path, rest: str, advised: bool) -> None:
    (tmp_path / "a.yaml").write_text(f"{HEAD}threats: {{dust: {{title: Dust}}}}\n{rest}\n")
    here = Library(tmp_path)
    (entry,) = here.entries
    said = [message for message in Across(here).messages(entry, "a") if "nobody raised 'Dust'" in message.text]
    assert [message.line for message in said] == [3] * advised


def test_a_threat_that_was_raised_needs_no_advice(tmp_path: Path) -> None:
    for extra in ("raised_by: UK", "talks: t", "source: s"):
        text = f"{HEAD}threats: {{dust: {{title: Dust, {extra}}}}}\ntalks: {{t: [UK, 'NO']}}\nsources: {{s: S}}\n"
        (tmp_path / "a.yaml").write_text(text)
        here = Library(tmp_path)
        assert list(Across(here).messages(here.entries[0], "a")) == []
