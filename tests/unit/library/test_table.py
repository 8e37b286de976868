"""Tables of quotes that are no tables: lines without end, and what is no file at all."""

import gzip
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, FileIO
from pathlib import Path

import pytest
from shelves import up_to_date, write

from briefing_tui.library import table

MB = 1 << 20


def reason(path: Path) -> str:
    upkeep = up_to_date(path)
    (facts,) = upkeep.outlines.facts.values()
    upkeep.close()
    return facts.reason


class Watched(BufferedReader):
    """A file that knows how much of it was asked for at once."""

    most = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        Watched.most = max(Watched.most, len(line))
        return line


@contextmanager
def watched(path: Path) -> Iterator[Watched]:
    with Watched(FileIO(path)) as file:
        yield file


def test_of_a_line_without_end_the_beginning_is_read_in_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "said.tsv", "Ann\tThe glacier is ours\nBob\t")
    with path.open("ab") as file:
        file.truncate(64 * MB)
        file.seek(0, 2)
        file.write(b"\nAnn\tThe harbour too\n")
    monkeypatch.setattr(table, "_opened", watched)
    lines = [line for _, some in table.chunks(path) for line in some.split(b"\n")]
    assert [line[:11] for line in lines] == [b"Ann\tThe gla", b"Bob\t" + bytes(7), b"Ann\tThe har"]
    assert Watched.most <= MB + 1 and max(map(len, lines)) <= MB


def test_a_line_that_is_too_long_is_named_and_the_others_are_found(tmp_path: Path) -> None:
    path = write(tmp_path / "said.tsv", f"Ann\tThe glacier\nBob\tquagmire {'word ' * MB}\nAnn\tThe harbour\n")
    upkeep = up_to_date(path)
    assert [hit.passage.id for hit in upkeep.search("'harbour").hits] == ["2"]
    assert [hit.passage.id for hit in upkeep.search("'quagmire").hits] == ["1"]
    upkeep.close()
    assert reason(path).endswith("line 2 is longer than 1 MB; what is behind that is not searched")


def test_long_lines_are_indexed_a_few_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "said.tsv.gz"
    path.write_bytes(gzip.compress((b"x" * MB + b"\n") * 64, 1))
    sizes = [(first, len(lines)) for first, lines in table.chunks(path)]
    assert [first for first, _ in sizes] == list(range(0, 64, 8))
    assert max(size for _, size in sizes) <= table.BYTES + MB


@pytest.mark.parametrize("kind", ["fifo", "device"])
def test_what_is_no_file_is_said_and_not_waited_for(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "said.tsv"
    if kind == "fifo":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    assert reason(path).endswith("not all of it could be read: it is not a regular file")


def test_a_line_without_a_tab_is_what_nobody_said_and_one_without_words_is_nothing(tmp_path: Path) -> None:
    upkeep = up_to_date(write(tmp_path / "said.tsv", "Ann\tThe glacier is ours\n\nThe harbour too\nBob\t\n"))
    hits = {hit.passage.id: (hit.passage.speaker, hit.passage.text) for hit in upkeep.search("kind:quote").hits}
    assert hits == {"0": ("Ann", "The glacier is ours"), "2": ("", "The harbour too")}
    upkeep.close()
