import json
import os
import pty
import subprocess
from pathlib import Path

import pytest
from command_line import PROGRAM, briefing, environment

from briefing_tui import places

HALL = """title: Hall
date: 2031-01-01
lang: de
participants: {orla: {name: Orla Testfrau, delegation: DEU}}
threats: {noise: {title: {de: Der Krach, en: Noise in the hall}}}
quotes: [{speaker: orla, text: Orangen, translation: {en: oranges}, occasion: {de: beim Tee, en: over tea}}]
"""


def test_a_hit_is_shown_with_speaker_date_briefing_and_marking(folder: Path) -> None:
    done = briefing("search", "staub", "--in", folder)
    assert done.returncode == 0
    head, quote, *_ = done.stdout.splitlines()
    for words in ("Orla Testfrau (DEU)", "4 May 2031", "moon", "[TLP:GREEN]"):
        assert words in head
    assert quote == "  “Der Staub ist überall”"
    assert "\x1b" not in done.stdout


def test_a_translation_that_was_found_is_labelled(folder: Path) -> None:
    done = briefing("search", "everywhere", "--in", folder)
    assert "“Der Staub ist überall”" in done.stdout
    assert "en translation: The dust is everywhere" in done.stdout


def test_json_has_the_spans_of_what_was_found(folder: Path) -> None:
    data = json.loads(briefing("search", "--json", "staub", "--in", folder).stdout)
    assert data["query"] == "staub"
    assert data["ms"] >= 0
    hit, *_ = data["hits"]
    assert {key: hit[key] for key in ("kind", "text", "speaker", "briefing", "tlp")} == {
        "kind": "quote",
        "text": "Der Staub ist überall",
        "speaker": "Orla Testfrau",
        "briefing": "moon",
        "tlp": "GREEN",
    }
    assert [hit["text"][start:end] for start, end in hit["spans"]] == ["Staub"]
    assert hit["id"]
    assert hit["score"] > 0


def test_nothing_found_is_exit_code_1(folder: Path) -> None:
    done = briefing("search", "xylophonquartett", "--in", folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing found for 'xylophonquartett'" in done.stderr
    done = briefing("search", "xylophonquartett", "--json", "--in", folder)
    assert done.returncode == 1
    assert json.loads(done.stdout)["hits"] == []


def test_misuse_is_exit_code_2(folder: Path) -> None:
    for args in (
        ("search",),
        ("search", " "),
        ("search", "@"),
        ("search", '"'),
        ("search", "x", "--limit", "0"),
        ("search", "x", "--in", "/no/such"),
    ):
        done = briefing(*args)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("briefing: ")


def test_a_limit_limits_the_hits_and_not_the_total(folder: Path) -> None:
    quotes = "".join(f"  - {{speaker: a, text: Wasser Nummer {number}}}\n" for number in range(9))
    (folder / "many.yaml").write_text(f"title: M\ndate: 2031-01-01\nparticipants: {{a: {{name: Ann}}}}\nquotes:\n{quotes}")
    data = json.loads(briefing("search", "wasser", "--json", "--limit", "3", "--in", folder).stdout)
    assert len(data["hits"]) == 3
    assert data["total"] == 10
    done = briefing("search", "wasser", "--limit", "3", "--in", folder)
    assert (done.stdout.count("Wasser"), done.stderr) == (3, "3 of 10 shown; --limit N shows more\n")


def on_terminal(folder: Path, **env: str) -> str:
    """What `search` writes to a terminal."""
    master, slave = pty.openpty()
    words = [*PROGRAM, "search", "staub", "--in", str(folder)]
    with subprocess.Popen(words, stdin=slave, stdout=slave, stderr=slave, env=environment(env)) as process:
        os.close(slave)
        written = b""
        while chunk := read_chunk(master):
            written += chunk
        process.wait(timeout=60)
    os.close(master)
    return written.decode()


def read_chunk(master: int) -> bytes:
    try:
        return os.read(master, 65536)
    except OSError:
        return b""


def test_a_match_is_bold_on_a_terminal_only_if_colours_are_wanted(folder: Path) -> None:
    assert "\x1b[1mStaub\x1b[22m" in on_terminal(folder)
    assert "\x1b" not in on_terminal(folder, NO_COLOR="1")
    assert "\x1b" not in on_terminal(folder, TERM="dumb")


def test_each_line_of_standard_input_is_a_query_and_is_answered_with_a_line(folder: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "search", "-", "--json", "--in", str(folder)],
        input=b"staub\nxylophonquartett\nxyl\xffphon\n",
        capture_output=True,
        env=environment(),
        timeout=60,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(each["query"], each["total"]) for each in answers] == [("staub", 3), ("xylophonquartett", 0), ("xyl�phon", 0)]
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_is_no_quote_is_printed_in_the_language_spoken_and_in_another_where_that_matched(folder: Path) -> None:
    (folder / "hall.yaml").write_text(HALL, encoding="utf-8")
    assert briefing("search", "hall", "--kind", "threat", "--in", folder).stdout.splitlines()[1:] == ["  Noise in the hall", ""]
    told = ["  Noise in the hall", "  Der Krach", ""]
    assert briefing("search", "krach", "--kind", "threat", "--in", folder).stdout.splitlines()[1:] == told
    assert "1 Jan 2031 · over tea ·" in briefing("search", "oranges", "--in", folder).stdout


@pytest.mark.parametrize("kind", ["quote", "quotes", "Zitate"])
def test_a_kind_may_be_named_as_in_a_query(folder: Path, kind: str) -> None:
    done = briefing("search", "staub", "--kind", kind, "--json", "--in", folder)
    assert {hit["kind"] for hit in json.loads(done.stdout)["hits"]} == {"quote"}
    assert briefing("search", "staub", "--kind", "x", "--in", folder).returncode == 2


def test_the_ground_rule_of_a_quote_is_said_the_files_too(folder: Path) -> None:
    (folder / "hall.yaml").write_text(HALL.replace("text: Orangen", "text: Orangen, use: off-record"), encoding="utf-8")
    assert briefing("search", "orangen", "--in", folder).stdout.splitlines()[0].endswith(" · [NO MARKING] · [off-record]")
    [hit] = json.loads(briefing("search", "orangen", "--json", "--in", folder).stdout)["hits"]
    assert hit["use"] == "off-record"
    (folder / "hall.yaml").write_text(f"handling: chatham-house\n{HALL}", encoding="utf-8")
    assert briefing("search", "orangen", "--in", folder).stdout.splitlines()[0].endswith("[chatham-house]")
    assert briefing("search", "use:on-record", "orangen", "--in", folder).returncode == 1


def test_what_of_a_query_is_not_understood_is_said_beside_the_hits(folder: Path) -> None:
    done = briefing("search", "überall", "staub:ist", "--in", folder)
    assert (done.returncode, done.stdout.count("überall")) == (0, 1)
    assert "staub: is read as text" in done.stderr


@pytest.mark.parametrize("wrong", ["tlp:purple", "use:bogus", "kind:foo", "date:2025-13"])
def test_a_value_there_is_not_finds_nothing_rather_than_all(folder: Path, wrong: str) -> None:
    done = briefing("search", "staub", wrong, "--in", folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{wrong} is no" in done.stderr and "try staub" in done.stderr
    assert json.loads(briefing("search", "staub", "tlp:purple", "--json", "--in", folder).stdout)["remarks"]
    assert json.loads(briefing("search", "staub", "in:nowhere", "--json", "--in", folder).stdout)["remarks"]


def test_an_index_that_proves_damaged_while_it_is_searched_is_made_anew(folder: Path) -> None:
    whole = briefing("search", "staub", "--in", folder).stdout
    [segment] = places.cache_folder().glob("*/*.segment")
    data = segment.read_bytes()
    segment.write_bytes(data.replace(b"Der Staub", b"Das Staub"))
    assert segment.read_bytes() != data
    done = briefing("search", "staub", "--in", folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, whole, "")
