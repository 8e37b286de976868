"""`briefing draft` as a user runs it."""

import json
import subprocess
from pathlib import Path

import pytest
from command_line import PROGRAM, ROOT, briefing, environment

TEXT = "Bern, 2031-05-06\n\nDer norwegische Minister Ulf Muster kam. „Wir fahren weiter, wenn es geht“, sagte Muster gestern.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    return path


def test_a_draft_is_printed_and_passes_check(report: Path) -> None:
    done = briefing("draft", "report.txt", cwd=report.parent)
    assert done.returncode == 0
    draft = report.with_name("draft.yaml")
    draft.write_text(done.stdout)
    assert "file: report.txt" in done.stdout
    assert briefing("check", draft).returncode == 0


def test_a_draft_is_written_once(report: Path) -> None:
    draft = report.with_name("draft.yaml")
    assert briefing("draft", report, "-o", draft).returncode == 0
    assert draft.read_text().startswith("# yaml-language-server: $schema=briefing.schema.json\n")
    assert json.loads(report.with_name("briefing.schema.json").read_text())["type"] == "object"
    again = briefing("draft", report, "-o", draft)
    assert (again.returncode, "is there already" in again.stderr) == (2, True)


def test_standard_input_and_options() -> None:
    done = subprocess.run(
        [*PROGRAM, "draft", "-", "--lang", "de", "--date", "2030-01-02", "--title", "Nebel: ein Treffen"],
        input=TEXT.encode(),
        capture_output=True,
        env=environment(),
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, lines[1:3]) == (0, ['title: "Nebel: ein Treffen"', "date: 2030-01-02"])


def test_json_gives_spans(report: Path) -> None:
    data = json.loads(briefing("draft", report, "--json").stdout)
    (quote,) = data["quotes"]
    assert TEXT[quote["start"] : quote["end"]] == quote["text"] == "„Wir fahren weiter, wenn es geht“"
    assert (quote["speaker_text"], quote["speaker_name"]) == ("Muster", "Ulf Muster")
    assert [date["value"] for date in data["dates"]] == ["2031-05-06", "2031-05-05"]


def test_many_documents_at_once(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(json.dumps({"doc_id": str(index), "text": TEXT}) + "\n" for index in range(3)))
    done = briefing("draft", "--jsonl", path)
    assert [json.loads(line)["doc_id"] for line in done.stdout.splitlines()] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("line", "words"), [("{", ":1:"), ('{"doc_id": "a"}', 'has no "text"'), ("[1]", "no JSON object"), ("[" * 100_000, ":1:")]
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(line)
    done = briefing("draft", "--jsonl", path)
    assert (done.returncode, words in done.stderr, done.stderr.count("\n")) == (2, True, 1)


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["nothing.txt"],
        ["."],
        ["-", "--date", "soon"],
        ["-", "--encoding", "klingon"],
        ["--jsonl", "nothing.jsonl"],
    ],
)
def test_misuse_is_one_clear_line(args: list[str], tmp_path: Path) -> None:
    done = briefing("draft", *args, cwd=tmp_path)
    assert (done.returncode, done.stderr.startswith("briefing: "), done.stderr.count("\n")) == (2, True, 1)


def test_letters_that_had_to_be_guessed_are_said(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.replace("„", '"').replace("“", '"').replace("Bern", "Zürich").encode("cp1252"))
    done = briefing("draft", path)
    assert (done.returncode, "Zürich" in done.stdout) == (0, True)
    assert done.stderr == f"{path}: is not UTF-8 and is read as Windows-1252; --encoding names another\n"
