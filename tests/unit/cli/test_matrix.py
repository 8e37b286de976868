import json
import re
from pathlib import Path

from command_line import briefing

from briefing_tui.model import countries


def meeting(folder: Path, name: str, *talks: str, date: str = "2031-05-04", more: str = "tlp: GREEN") -> None:
    lines = "".join(f"  t{number}: {{{talk}}}\n" for number, talk in enumerate(talks))
    (folder / f"{name}.yaml").write_text(f"title: A\ndate: {date}\n{more}\ntalks:\n{lines}")


def test_it_says_who_met_whom_how_often_and_when_last(tmp_path: Path) -> None:
    meeting(tmp_path, "one", "parties: [DEU, FRA]", "parties: [JPN, DEU], status: planned")
    meeting(tmp_path, "two", "parties: [FRA, DEU]", date="2031-06-01", more="tlp: AMBER\nclassification: PRACTICE")
    (tmp_path / "broken.yaml").write_text("no briefing")
    done = briefing("matrix", tmp_path)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == lines[-1] == "[PRACTICE TLP:AMBER]"
    assert [line.split() for line in lines[2:6]] == [
        ["DEU", "FRA", "JPN", "talks"],
        ["DEU", "·", "2", "+1", "2"],
        ["FRA", "2", "·", "2"],
        ["JPN", "+1", "·", "0"],
    ]
    assert "DEU–FRA  2 talks, last 1 Jun 2031 (two/t0)" in lines
    assert "DEU–JPN  1 planned" in lines


def test_of_many_delegations_those_with_the_most_talks_fit_on_80_columns(tmp_path: Path) -> None:
    codes = countries.codes()[:30]
    talks = [f"parties: [{one}, {other}]" for at, one in enumerate(codes) for other in codes[at + 1 : 30 - at]]
    meeting(tmp_path, "all", *talks)
    lines = briefing("matrix", tmp_path).stdout.splitlines()
    assert max(map(len, lines)) <= 80
    header, *rows = lines[2:]
    shown = header.split()[:-1]
    rows = rows[: len(shown)]
    ends = [found.end() for found in re.finditer(r"\S+", header)][:-1]
    whole = [[row[end - ends[1] + ends[0] : end].strip() for end in ends] for row in rows]
    assert [row.split()[0] for row in rows] == shown
    totals = [int(row.split()[-1]) for row in rows]
    assert totals == sorted(totals, reverse=True)
    assert all(row[at] == "·" for at, row in enumerate(whole))
    assert all(whole[one][other] == whole[other][one] for one in range(len(shown)) for other in range(one))
    assert any(f"and {30 - len(shown)} more delegations with at most" in line for line in lines)
    assert any(line.startswith("and ") and line.endswith("more pairs") for line in lines)


def test_json_has_all(tmp_path: Path) -> None:
    meeting(tmp_path, "one", "parties: [DEU, FRA]", "parties: [JPN, DEU], status: planned", "parties: [DEU, FRA, JPN]")
    data = json.loads(briefing("matrix", "--json", tmp_path).stdout)
    assert data["marking"] == "TLP:GREEN"
    assert data["delegations"] == [{"code": "DEU", "talks": 2}, {"code": "FRA", "talks": 2}, {"code": "JPN", "talks": 1}]
    first, second, _ = data["pairs"]
    assert (first["between"], first["held"], first["last"]) == (["DEU", "FRA"], 2, "2031-05-04")
    assert (second["between"], second["held"], second["planned"], len(second["talks"])) == (["DEU", "JPN"], 1, 1, 2)


def test_without_talks_there_is_nothing_and_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("title: A\ndate: 2031-05-04\n")
    done = briefing("matrix", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert str(tmp_path) in done.stderr
    assert json.loads(briefing("matrix", "--json", tmp_path).stdout)["pairs"] == []
