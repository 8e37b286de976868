"""A YAML file becomes a briefing and messages; nothing a file holds can break the program.

`files` `decode`   bytes of a regular file, then characters YAML can read
`clean`   the gate every text passes
`nodes` `events` `tree`   texts with their places, from bounded events
`mend` `trouble`   values put in quotes where YAML stopped, and why it did
`shapes`   what the model's annotations say of each record
`build` `sections` `records` `entries` `ids`   the tree made into a briefing, or a registry
`registry` `loan` `lend` `spelling`   what briefings of a folder share, and what one of them borrows
`texts` `values` `references` `checks` `languages`   what single values mean to their fields
`messages` `findings` `advice` `nearest`   what is wrong and how to mend it
`schema`   the same shapes as a JSON Schema
`peek`   title and date of a file, at a glance
"""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .clean import clean
from .findings import Findings
from .messages import Message, Reading, Weight
from .peek import Peek, peek, peek_period

if TYPE_CHECKING:
    from .nodes import Map
    from .registry import Registry, RegistryReading

__all__ = [
    "Message",
    "Peek",
    "Reading",
    "Weight",
    "clean",
    "id_of",
    "no_garbage",
    "peek",
    "peek_period",
    "read",
    "read_bytes",
    "read_registry",
    "read_registry_bytes",
]


def read(path: Path, name: str = "", registry: "Registry | None" = None) -> Reading:
    """The briefing in a file, and all that is wrong with it; `name` is what messages call the file.

    `registry` lends it people, terms and sources. Raises UnreadableError, whose message is `path:line:column: why` or
    `path: why`, if there is nothing to show.
    """
    from .files import slurp

    shown = clean(name or str(path), newlines=False)
    data, day = slurp(path, shown)
    return _read(data, shown, id_of(path), day, registry)


def read_bytes(data: bytes, name: str, id: str = "", registry: "Registry | None" = None) -> Reading:
    """The briefing that `data` writes, as `read` gives it, with `id` for its file name."""
    return _read(data, clean(name, newlines=False), id, date.today(), registry)


def read_registry(path: Path, name: str = "") -> "RegistryReading":
    """The registry in a file, and all that is wrong with it, as `read` does it; raises UnreadableError."""
    from .files import slurp

    shown = clean(name or str(path), newlines=False)
    return read_registry_bytes(slurp(path, shown)[0], shown)


def read_registry_bytes(data: bytes, name: str) -> "RegistryReading":
    """The registry that `data` writes, as `read_registry` gives it."""
    from .build import build_registry
    from .findings import REGISTRY
    from .registry import RegistryReading

    findings = Findings(clean(name, newlines=False), REGISTRY)
    with no_garbage():
        registry = build_registry(*_tree(data, findings), findings)
        return RegistryReading(registry, findings.sorted())


def id_of(path: Path | str) -> str:
    """A briefing's id: its file name without `.yaml` or `.yml`."""
    return clean(os.path.basename(path).removesuffix(".yaml").removesuffix(".yml"), newlines=False)


def _read(data: bytes, name: str, id: str, day: date, registry: "Registry | None") -> Reading:
    from .build import build

    findings = Findings(name)
    with no_garbage():
        briefing = build(*_tree(data, findings), findings, id, day, registry)
        return Reading(briefing, findings.sorted(), findings.cut)


def _tree(data: bytes, findings: Findings) -> "tuple[Map, int]":
    from .decode import decode
    from .tree import grow

    return grow(decode(data, findings), findings)


@contextmanager
def no_garbage() -> Iterator[None]:
    """For work that makes many objects and no cycles: collecting garbage meanwhile only looks at them over and over."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
