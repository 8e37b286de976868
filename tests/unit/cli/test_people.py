import json
from pathlib import Path

import pytest
from command_line import briefing

ONE = "title: A\ndate: 2031\nparticipants:\n  quist: {name: Mara Quist, role: Minister of Ice, delegation: NOR}\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Three briefings, one of them with a person under another id."""
    (tmp_path / "a.yaml").write_text(ONE)
    (tmp_path / "b.yaml").write_text(ONE)
    (tmp_path / "c.yaml").write_text("title: C\ndate: 2031\nparticipants:\n  mq: {name: M. Quist, delegation: NOR}\n")
    return tmp_path


def test_people_are_listed_with_their_briefings_and_who_may_be_one(library: Path) -> None:
    done = briefing("people", library)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "mq     M. Quist (NOR): c",
        "quist  Mara Quist, Minister of Ice (NOR): a, b",
        "",
        "likely one: Mara Quist and M. Quist; if so: briefing people --merge quist mq",
    ]


def test_letters_with_signs_are_filed_with_those_without(tmp_path: Path) -> None:
    names = ("Änne Große", "Zoe Otvos", "Élise Durand", "Anna B", "Emil C")
    people = "".join(f"  p{number}: {{name: {name}}}\n" for number, name in enumerate(names))
    (tmp_path / "a.yaml").write_text(f"title: A\ndate: 2031\nparticipants:\n{people}", encoding="utf-8")
    listed = [each["name"] for each in json.loads(briefing("people", tmp_path, "--json").stdout)["people"]]
    assert listed == ["Anna B", "Änne Große", "Élise Durand", "Emil C", "Zoe Otvos"]


def test_json_holds_the_same(library: Path) -> None:
    data = json.loads(briefing("people", library, "--json").stdout)
    assert [(each["id"], each["briefings"], each["registered"]) for each in data["people"]] == [
        ("mq", ["c"], False),
        ("quist", ["a", "b"], False),
    ]
    assert data["alike"] == [{"ids": ["quist", "mq"], "merge": ["quist", "mq"]}]


def test_without_a_yes_nothing_is_written(library: Path) -> None:
    done = briefing("people", library, "--merge", "quist", "mq")
    assert done.returncode == 1
    assert "+    aliases: [M. Quist]" in done.stderr
    assert not (library / "registry.yaml").exists()


def test_merged_people_are_one_once_the_id_is_used(library: Path) -> None:
    done = briefing("people", library, "--merge", "quist", "mq", "--yes")
    assert done.returncode == 0
    assert f"{library}/c.yaml:4: 'mq' is 'quist' in the registry now" in done.stderr
    assert "use that id" in briefing("check", library).stdout
    path = library / "c.yaml"
    path.write_text(path.read_text().replace("mq:", "quist:"))
    assert briefing("check", library).stdout == ""
    (person,) = json.loads(briefing("people", library, "--json").stdout)["people"]
    assert (person["name"], person["briefings"], person["registered"]) == ("Mara Quist", ["a", "b", "c"], True)


def test_a_registry_that_is_there_keeps_all_else(library: Path) -> None:
    path = library / "registry.yaml"
    path.write_text("# ours\nlang: en\nparticipants:\n  quist: {name: Mara Quist}   # she\nglossary: {ICE: Exchange}\n")
    assert briefing("people", library, "--merge", "quist", "mq", "--yes").returncode == 0
    assert path.read_text() == (
        "# ours\nlang: en\nparticipants:\n  quist: {name: Mara Quist, aliases: [M. Quist]}   # she\nglossary: {ICE: Exchange}\n"
    )


@pytest.mark.parametrize(
    ("merge", "said"),
    [
        (("quist", "mqq"), "did you mean"),
        (("quist", "quist"), "one person already"),
        (("quist", "\x1b[1m"), "nobody is called"),
    ],
)
def test_a_mistake_is_one_line(library: Path, merge: tuple[str, str], said: str) -> None:
    done = briefing("people", library, "--merge", *merge, "--yes")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr


def test_a_library_without_people_exits_as_one_that_has_nothing(tmp_path: Path) -> None:
    assert briefing("people", tmp_path).returncode == 1


def test_the_briefings_that_came_with_the_program_are_left_alone() -> None:
    done = briefing("people", "--merge", "ahn", "lee", "--yes")
    assert done.returncode == 2
    assert "name your own folder" in done.stderr


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("mq: {name: M. Quist}", "'mq' is listed in {file}; name it first: briefing people --merge mq quist"),
        (
            "mq: {name: M. Quist}, quist: {name: Mara Quist}",
            "both are listed in {file}; delete the entry 'mq' there, then merge",
        ),
    ],
)
def test_an_id_that_the_registry_lists_is_not_merged_into_another(library: Path, listed: str, said: str) -> None:
    path = library / "registry.yaml"
    path.write_text(f"participants: {{{listed}}}\n")
    done = briefing("people", library, "--merge", "quist", "mq", "--yes")
    assert (done.returncode, done.stderr) == (2, f"briefing: {said.format(file=path)}\n")
    assert path.read_text() == f"participants: {{{listed}}}\n"


@pytest.mark.parametrize("names", ["Mara Quist", "Mara Quist, aliases: [M. Quist]"])
def test_a_registry_is_changed_with_a_yes_alone_and_only_if_it_lacks_a_name(library: Path, names: str) -> None:
    path = library / "registry.yaml"
    path.write_text(f"participants: {{quist: {{name: {names}}}}}\n")
    done = briefing("people", library, "--merge", "quist", "mq")
    assert path.read_text() == f"participants: {{quist: {{name: {names}}}}}\n"
    known = "aliases" in names
    assert done.returncode == (0 if known else 1)
    assert ("registry.yaml: knows all their names already" in done.stderr) is known
    assert ("c.yaml:4: 'mq' is 'quist' in the registry now" in done.stderr) is known


def test_two_people_of_one_id_are_told_apart_by_name_and_need_no_other_id_once_they_are_one(library: Path) -> None:
    (library / "c.yaml").write_text("title: C\ndate: 2031\nparticipants:\n  quist: {name: Tora Iversen}\n")
    done = briefing("people", library, "--merge", "quist", "Tora Iversen", "--yes")
    assert (done.returncode, done.stderr) == (
        2,
        "briefing: 'quist' may be Mara Quist (quist) or Tora Iversen (quist); write the name\n",
    )
    done = briefing("people", library, "--merge", "Mara Quist", "Tora Iversen", "--yes")
    assert (done.returncode, "use that id" in done.stderr) == (0, False)
    (person,) = json.loads(briefing("people", library, "--json").stdout)["people"]
    assert (person["name"], person["names"]) == ("Mara Quist", ["Mara Quist", "Tora Iversen"])
