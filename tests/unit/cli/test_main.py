import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import PROGRAM, ROOT, briefing, environment


def test_help_names_commands_and_options() -> None:
    done = briefing("--help")
    assert done.returncode == 0
    for word in ("check", "list", "schema", "search", "show", "--theme", "--lang", "--version"):
        assert word in done.stdout


def test_version() -> None:
    done = briefing("--version")
    assert done.returncode == 0
    assert re.fullmatch(r"briefing (\d+\.\d+.*|, not installed)\n", done.stdout.replace("briefing, ", "briefing , "))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("args", [["schema"], ["--help"], ["--version"], ["list"]], ids=" ".join)
def test_output_that_has_no_room_or_is_closed_is_said_in_a_line(args: list[str]) -> None:
    for where in ("> /dev/full", ">&-"):
        done = subprocess.run(
            ["sh", "-c", f'"$@" {where}', "sh", *PROGRAM, *args], stderr=subprocess.PIPE, text=True, check=False
        )
        assert done.returncode == 2 and done.stderr.count("\n") == 1 and "the output cannot be written" in done.stderr


def test_a_schema_is_json() -> None:
    data = json.loads(briefing("schema").stdout)
    assert data["$schema"].endswith("2020-12/schema")


def test_a_word_that_is_neither_file_nor_command_is_misuse() -> None:
    done = briefing("serch")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "briefing: no file or command 'serch'; did you mean search?\n"


def test_a_mistyped_command_is_told_whatever_stands_behind_it(tmp_path: Path) -> None:
    done = briefing("serch", "frieden")
    assert (done.returncode, done.stderr) == (2, "briefing: no file or command 'serch'; did you mean search?\n")
    assert "one path, and 'x' is a second one" in briefing(str(tmp_path), "x").stderr


def test_a_path_is_never_a_command(tmp_path: Path) -> None:
    assert "no file or command './list'" in briefing("./list", cwd=tmp_path).stderr
    (tmp_path / "list").mkdir()
    assert "terminal" in briefing("./list", cwd=tmp_path).stderr


@pytest.mark.parametrize("args", [(), ("--theme", "dark"), ("--lang", "de", ".")])
def test_without_a_terminal_the_reader_says_so(args: tuple[str, ...], folder: Path) -> None:
    done = briefing(*args, env={"BRIEFING_LIBRARY": str(folder)}, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert ("braucht ein Terminal" if "de" in args else "needs a terminal") in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("args", [("--nonsense",), ("list", "--nonsense"), ("show",), ("show", "a", "b"), ("--theme",)])
def test_misuse_is_one_line_and_exit_code_2(args: tuple[str, ...]) -> None:
    done = briefing(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("briefing: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("limit", ["0", "-3", "x", "9" * 5000])
def test_a_limit_that_is_none_is_told_in_words(limit: str) -> None:
    done = briefing("search", "--limit", limit, "dust")
    assert done.stderr == f"briefing: Invalid value for '--limit': '{limit}' is no number from 1 up\n"


def test_a_group_of_commands_alone_gives_its_help() -> None:
    done = briefing("add")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == briefing("add", "--help").stdout


@pytest.mark.parametrize("args", [("--help",), ("add", "--help"), ("--lang", "de", "--help")])
def test_what_is_said_of_a_command_is_not_cut(args: tuple[str, ...]) -> None:
    assert "..." not in briefing(*args).stdout.replace("[ARGS]...", "")


@pytest.mark.skipif(sys.platform == "darwin", reason="settings have another place there")
def test_the_variable_wins_over_the_settings(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.yaml").write_text("title: A\ndate: 2031-01-01\n")
    (tmp_path / "briefing").mkdir()
    (tmp_path / "briefing/config.toml").write_text('library = "../one"\n')
    settings = {"XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}
    assert " one " in briefing("list", env=settings).stdout
    assert " two " in briefing("list", env=settings | {"BRIEFING_LIBRARY": str(tmp_path / "two")}).stdout


def test_a_library_that_is_not_there_is_one_clear_line() -> None:
    done = briefing("list", env={"BRIEFING_LIBRARY": "/no/such/folder"})
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "briefing: $BRIEFING_LIBRARY names '/no/such/folder', which is not there\n"


def test_a_pipe_that_closes_is_no_error(folder: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "show", str(folder / "moon.yaml")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


def test_an_interrupt_is_exit_code_130(folder: Path) -> None:
    code = (
        "import os, signal, briefing_tui.library.facts as facts\n"
        "facts.facts = None\n"
        "from briefing_tui.library import Library\n"
        "Library.listing = lambda self: os.kill(os.getpid(), signal.SIGINT)\n"
        "from briefing_tui.cli import main\n"
        f"main(['list', {str(folder)!r}])\n"
    )
    done = subprocess.run(
        [PROGRAM[0], "-c", code], capture_output=True, text=True, env=environment(), cwd=ROOT, timeout=60, check=False
    )
    assert done.returncode == 128 + signal.SIGINT
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("before", "frozen"), [("", b"True"), ("import briefing_tui.cli.read", b"False")])
def test_what_a_command_leaves_is_not_gone_through_at_the_end_and_what_the_reader_leaves_is(before: str, frozen: bytes) -> None:
    code = (
        "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > len(gc.get_objects())))\n"
        f"{before}\n"
        "from briefing_tui.cli import main\n"
        "main(['schema'])\n"
    )
    done = subprocess.run([PROGRAM[0], "-c", code], capture_output=True, env=environment(), cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 0
    assert done.stdout.endswith(frozen + b"\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_poor_encoding_is_no_error(folder: Path, encoding: str) -> None:
    env = {"LC_ALL": "C", "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    shown = briefing("show", "--json", folder / "moon.yaml", env=env)
    assert shown.returncode == 0
    assert json.loads(shown.stdout)["quotes"][0]["text"] == "Der Staub ist überall"
    done = subprocess.run(
        [*PROGRAM, "show", str(folder / "moon.yaml")],
        capture_output=True,
        env=environment(env),
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"Staub ist" in done.stdout


def test_an_argument_that_is_no_text_is_no_error() -> None:
    for args in ((b"\xff\x1b[31m",), ("list", b"\xff\x1b[31m"), ("search", b"\xff\x1b[31m", "--in", b"\xff")):
        done = briefing(*args)
        assert done.returncode == 2
        assert "\x1b" not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("args", [("diff", "a", "b"), ("memcon", "a"), ("show", "a"), ()])
def test_a_language_that_is_none_is_misuse(args: tuple[str, ...]) -> None:
    done = briefing(*args, "--lang", "1\x1b[m")
    assert (done.returncode, done.stdout) == (2, "")
    assert "is no language code; write one like en or de" in done.stderr
    assert "\x1b" not in done.stderr


def test_a_language_that_the_program_does_not_speak_is_for_texts_alone(folder: Path) -> None:
    done = briefing("show", folder / "moon.yaml", "--lang", "fr")
    assert (done.returncode, "Meeting on the Moon" in done.stdout) == (0, True)
    assert "--lang fr: the program speaks en, de; texts are in fr where they have it" in done.stderr
