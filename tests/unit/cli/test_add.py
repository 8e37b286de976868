from pathlib import Path

import pytest
from command_line import briefing

from briefing_tui.reading import read


def test_a_quote_is_added_with_its_source(folder: Path) -> None:
    path = folder / "moon.yaml"
    before = path.read_text()
    options = ("--speaker", "vex", "--text", "Nein: „nie“", "--topics", "Wasser", "--topics", "Eis, Luft")
    done = briefing(
        "add", "quote", path, *options, "--source", "paper", "--locator", "para. 5", "--translation", "en=No: never"
    )
    assert done.stderr == f"{path}:14: quote added\n"
    quote = read(path).briefing.quotes[-1]
    assert (done.returncode, done.stdout) == (0, f"{quote.id}\n")
    assert (quote.speaker.id, quote.text, quote.locator) == ("vex", "Nein: „nie“", "para. 5")
    assert [str(topic.text) for topic in quote.topics] == ["Wasser", "Eis, Luft"]
    assert quote.translation is not None
    assert quote.translation.pick("en").text == "No: never"
    lines = path.read_text().splitlines()
    assert lines[:13] + lines[19:] == before.splitlines()


def test_ids_are_made_from_names_and_printed(folder: Path) -> None:
    path = folder / "moon.yaml"
    assert briefing("add", "participant", path, "--name", "Ida Møller", "--delegation", "NOR").stdout == "ida-møller\n"
    assert briefing("add", "talk", path, "--parties", "ida-møller", "--parties", "vex").stdout == "nor-fra\n"
    assert briefing("add", "talk", path, "--parties", "ida-møller", "--parties", "vex").stdout == "nor-fra-2\n"
    assert briefing("add", "threat", path, "--title", "en=Dust", "--title", "de=Mehr Staub").stdout == "dust-2\n"
    assert briefing("add", "follow-up", path, "--what", "Call them", "--who", "vex", "--due", "2031-06").stdout == ""
    found = read(path)
    assert found.messages == ()
    assert list(found.briefing.talks) == ["deu-fra", "nor-fra", "nor-fra-2"]
    assert str(found.briefing.follow_ups[0].what) == "Call them"


def test_a_talk_to_come_without_a_status_is_told_to_count_as_held(folder: Path) -> None:
    path = folder / "moon.yaml"
    options = ("--parties", "orla", "--parties", "vex", "--date", "2131-05-05")
    assert "'deu-fra-2' lies ahead and counts as held" in briefing("add", "talk", path, *options).stderr
    assert "lies ahead" not in briefing("add", "talk", path, *options, "--status", "planned").stderr
    assert briefing("check", path).stdout.count("lies ahead and counts as held; write status: planned") == 1


def test_what_has_parts_is_given_in_parts(folder: Path) -> None:
    path = folder / "moon.yaml"
    options = (
        "--if-raised",
        "topic=Zölle; line=Wir prüfen das; später mehr",
        "--asks",
        "by=vex; what=More ice",
        "--asks",
        "Air",
    )
    assert briefing("add", "talk", path, "--parties", "orla", "--parties", "vex", *options).returncode == 0
    talk = list(read(path).briefing.talks.values())[-1]
    assert [(str(each.topic), str(each.line)) for each in talk.if_raised] == [("Zölle", "Wir prüfen das; später mehr")]
    assert [(str(each.what), each.by and each.by.id) for each in talk.asks] == [("More ice", "vex"), ("Air", None)]
    for wrong, said in (
        ("{topic: Zölle, line: Nein}", "takes no YAML; write topic=…; line=…"),
        ("line=a; line=b", "line= is there twice"),
        ("topic=Zölle", "no line"),
    ):
        done = briefing("add", "talk", path, "--parties", "orla", "--parties", "vex", "--if-raised", wrong)
        assert done.returncode == 2 and said in done.stderr


def test_a_source_may_name_its_copy(folder: Path) -> None:
    done = briefing("add", "source", folder / "moon.yaml", "--title", "Minutes", "--file", "copy.txt")
    assert (done.returncode, done.stdout) == (0, "minutes\n")
    assert read(folder / "moon.yaml").briefing.sources["minutes"].file == "copy.txt"


def test_somebody_of_that_name_is_not_added_again(folder: Path) -> None:
    done = briefing("add", "participant", folder / "moon.yaml", "--name", "vex nobody")
    assert done.returncode == 2
    assert "'vex' is called so already" in done.stderr
    assert briefing("add", "participant", folder / "moon.yaml", "--name", "vex nobody", "--id", "vex-jr").returncode == 0


def test_a_person_of_the_registry_keeps_the_id(folder: Path) -> None:
    (folder / "registry.yaml").write_text("participants: {quist: {name: Mara Quist, aliases: [M. Quist]}}\n")
    assert briefing("add", "participant", folder / "moon.yaml", "--name", "M. Quist").stdout == "quist\n"


def test_in_a_library_the_registry_above_is_known(folder: Path) -> None:
    (folder / "registry.yaml").write_text("participants: {quist: {name: Mara Quist}}\n")
    (folder / "deep").mkdir()
    path = folder / "deep" / "a.yaml"
    path.write_text("title: A\ndate: 2031\n")
    options = ("--speaker", "quist", "--text", "Yes")
    assert briefing("add", "quote", path, *options).returncode == 2
    assert briefing("add", "quote", path, *options, env={"BRIEFING_LIBRARY": str(folder)}).returncode == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("quote", "--speaker", "vexx", "--text", "x"), "did you mean 'vex'"),
        (("quote", "--speaker", "vex"), "--text"),
        (("quote", "--speaker", "vex", "--tekst", "x"), "'--text'"),
        (("quote", "--speaker", "vex", "--text", "\x1b[31mx"), "U+001B"),
        (("quote", "--speaker", "vex", "--text", b"x\xff"), "U+DCFF"),
        (("threat", "--title", "x", "--severity", "Hihg"), "did you mean 'high'"),
        (("threat", "--title", "x", "--title", "y"), "languages"),
        (("participant", "--name", "x", "--id", "vex"), "twice"),
        (("thread", "--title", "x"), "'threat'"),
    ],
)
def test_a_mistake_is_one_line_and_the_file_stays(folder: Path, args: tuple[str | bytes, ...], said: str) -> None:
    path = folder / "moon.yaml"
    before = path.read_bytes()
    done = briefing("add", args[0], path, *args[1:])
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert path.read_bytes() == before


def test_windows_lines_and_byte_order_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: A\r\ndate: 2031\r\n")
    assert briefing("add", "threat", path, "--title", "Dust").returncode == 0
    assert path.read_bytes() == b"\xef\xbb\xbftitle: A\r\ndate: 2031\r\n\r\nthreats:\r\n  dust:\r\n    title: Dust\r\n"


@pytest.mark.parametrize("name", ["missing.yaml", ".", "broken.yaml", "registry.yaml"])
def test_what_is_no_briefing_is_said(folder: Path, name: str) -> None:
    (folder / "registry.yaml").write_text("participants: {quist: {name: Mara Quist}}\n")
    done = briefing("add", "threat", folder / name, "--title", "Dust")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
