"""The words a draft goes by: data files per language, to which files of the user add.

A value is a text of words between blanks, `_` for a blank inside one; or a map of such texts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

LANGUAGES = ("de", "en")
"""The languages a draft can be made in."""

_FOLDER = Path(__file__).resolve().parent / "lexicon"

Entry: TypeAlias = "str | list[Entry] | dict[str, Entry]"
"""What a file gives: a text, a list or a map of these."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """One language's words by what they are for."""

    lang: str
    entries: Mapping[str, Entry]

    def words(self, key: str) -> frozenset[str]:
        """The words of an entry as they are written; none if there is no such entry."""
        return frozenset(_split(self.entries.get(key, "")))

    def lower(self, key: str) -> frozenset[str]:
        """The words of an entry in small letters, with `ß` and as the Swiss write it."""
        words = [word.lower() for word in _split(self.entries.get(key, ""))]
        return frozenset(words) | {word.replace("ß", "ss") for word in words}

    def table(self, key: str) -> dict[str, list[str]]:
        """A map of words by name."""
        entry = self.entries.get(key, {})
        return {name: _split(value) for name, value in entry.items()} if isinstance(entry, dict) else {}

    @cached_property
    def lists(self) -> dict[str, frozenset[str]]:
        """Every plain entry in small letters."""
        return _Lists({key: self.lower(key) for key, value in self.entries.items() if not isinstance(value, dict)})


class _Lists(dict[str, frozenset[str]]):
    """Lists of words by name; one that is not there is empty."""

    def __missing__(self, key: str) -> frozenset[str]:
        return frozenset()


def _split(entry: Entry) -> list[str]:
    if isinstance(entry, str):
        return [word.replace("_", " ") for word in entry.split()]
    return [word for part in entry for word in _split(part)] if isinstance(entry, list) else []


def load(lang: str, folders: Iterable[Path] = ()) -> Vocabulary:
    """The shipped words of `lang`, with those that files `lexicon/LANG.yaml` of `folders` add or take away (`-word`).

    Raises UnreadableError if a file cannot be read.
    """
    entries = _read(_FOLDER / f"{lang}.yaml")
    for folder in folders:
        path = folder / "lexicon" / f"{lang}.yaml"
        if path.is_file():
            entries = _merged(entries, _read(path))
    return Vocabulary(lang, entries)


def shipped(name: str) -> dict[str, Entry]:
    """What a shipped file holds."""
    return _read(_FOLDER / f"{name}.yaml")


def _read(path: Path) -> dict[str, Entry]:
    from ..reading.decode import decode
    from ..reading.files import slurp
    from ..reading.findings import Findings
    from ..reading.tree import grow

    findings = Findings(str(path))
    tree, _ = grow(decode(slurp(path, str(path))[0], findings), findings)
    if findings.broken:
        raise findings.refusal(*findings.broken)
    value = _plain(tree)
    return value if isinstance(value, dict) else {}


def _plain(node: object) -> Entry:
    from ..reading.nodes import Map, Seq

    if isinstance(node, Map):
        return {key: _plain(value) for key, _, value, _ in node.entries()}
    if isinstance(node, Seq):
        return [_plain(value) for value, _ in node.entries()]
    return str(node or "")


def _merged(base: dict[str, Entry], more: dict[str, Entry]) -> dict[str, Entry]:
    """The entries of both; of words that both have under a key, those are gone that stand with `-` before them."""
    return {**base, **{key: _joined(base.get(key, ""), value) for key, value in more.items()}}


def _joined(base: Entry, more: Entry) -> Entry:
    if isinstance(more, dict):
        return _merged(base if isinstance(base, dict) else {}, more)
    if isinstance(base, dict):
        return base
    words = [*_flat(base), *_flat(more)]
    gone = {word[1:] for word in words if word.startswith("-") and len(word) > 1}
    return " ".join(word for word in words if not word.startswith("-") and word not in gone)


def _flat(entry: Entry) -> list[str]:
    return entry.split() if isinstance(entry, str) else [word for part in entry for word in _flat(part)]
