import json
import sys
from pathlib import Path

import pytest
from command_line import briefing

from briefing_tui.reading import read


def test_ids_alone_are_for_other_programs_and_each_is_one_that_show_takes(folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "moon.yaml").write_text((folder / "moon.yaml").read_text())
    done = briefing("list", "--ids", folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "broken\nmoon.yaml\nmore/moon.yaml\nslip\n", "")
    assert briefing("show", "more/moon.yaml", env={"BRIEFING_LIBRARY": str(folder)}).returncode == 0
    assert briefing("list", "--ids", "--json", folder).returncode == 2
    assert briefing("list", "--ids", "--talks", folder).returncode == 2


def test_talks_are_listed_by_what_memcon_knows_them_by(folder: Path) -> None:
    assert briefing("list", "--talks", folder).stdout.split() == ["deu-fra", "moon/deu-fra"]
    (folder / "mars.yaml").write_text((folder / "moon.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    names = briefing("list", "--talks", folder).stdout.split()
    assert names == ["mars/deu-fra", "moon/deu-fra"]
    assert all(briefing("memcon", name, "--in", folder).returncode == 0 for name in names)


def test_a_list_has_a_line_for_every_file_by_date(folder: Path) -> None:
    done = briefing("list", folder)
    assert done.returncode == 0
    moon, slip, broken = done.stdout.splitlines()
    assert "broken" in broken
    assert "cannot be read" in broken
    for words in (
        "2031-05-04",
        "TLP:GREEN",
        "2 participants",
        "1 talk,",
        "1 threat,",
        "2 quotes",
        "Meeting on the Moon, Mare Crisium",
    ):
        assert words in moon
    assert "NO MARKING" in slip
    assert "(1 problem)" in slip


def test_a_list_as_json(folder: Path) -> None:
    moon, slip, broken = json.loads(briefing("list", "--json", folder).stdout)
    assert "title" in broken["error"]
    assert (moon["id"], moon["date"], moon["tlp"], moon["quotes"], moon["problems"]) == ("moon", "2031-05-04", "GREEN", 2, 0)
    assert (slip["tlp"], slip["venue"], slip["problems"]) == (None, None, 1)


def test_an_empty_library_lists_nothing_and_says_so(tmp_path: Path) -> None:
    done = briefing("list", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert str(tmp_path) in done.stderr
    assert json.loads(briefing("list", "--json", tmp_path).stdout) == []
    done = briefing("list", "--ids", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


def test_a_briefing_is_shown_by_id_and_by_path(folder: Path) -> None:
    library = {"BRIEFING_LIBRARY": str(folder)}
    by_id, by_path = briefing("show", "moon", env=library), briefing("show", folder / "moon.yaml")
    assert by_id.returncode == by_path.returncode == 0
    assert by_id.stdout == by_path.stdout
    lines = by_id.stdout.splitlines()
    assert lines[0] == lines[-1] == "[TLP:AMBER]"
    assert "Meeting on the Moon" in lines
    assert "Mondtreffen" in briefing("show", "moon", "--lang", "de", env=library).stdout


@pytest.mark.skipif(sys.platform == "darwin", reason="settings have another place there")
def test_texts_are_in_the_language_of_the_settings_unless_another_is_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "briefing").mkdir()
    (tmp_path / "briefing/config.toml").write_text('content_lang = "de"\n')
    settings = {"XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}
    assert "Mondtreffen" in briefing("show", folder / "moon.yaml", env=settings).stdout
    assert "Mondtreffen" in briefing("list", folder, env=settings).stdout
    assert "Mondtreffen" not in briefing("show", folder / "moon.yaml", "--lang", "en", env=settings).stdout


def test_shown_json_is_a_briefing(folder: Path, tmp_path: Path) -> None:
    done = briefing("show", folder / "moon.yaml", "--json")
    again = tmp_path / "again" / "moon.yaml"
    again.parent.mkdir()
    again.write_text(done.stdout, encoding="utf-8")
    assert read(again).briefing == read(folder / "moon.yaml").briefing


def test_problems_are_told_beside_the_data(folder: Path) -> None:
    done = briefing("show", folder / "slip.yaml")
    assert "venu: Here" in done.stdout
    assert "1 problem in this file" in done.stderr


def test_what_is_not_there_or_cannot_be_read_is_one_line(folder: Path) -> None:
    library = {"BRIEFING_LIBRARY": str(folder)}
    for name, words in (("mon", "did you mean moon?"), ("broken", "title"), (str(folder / "gone.yaml"), "no briefing")):
        done = briefing("show", name, env=library)
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr
        assert done.stderr.count("\n") == 1
