"""What the registries above a file lend it."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from .memo import fingerprint
from .rows import UNSHARED

if TYPE_CHECKING:
    from ..reading.registry import Registry


def shared_by(registries: Sequence[str]) -> bytes:
    """The mark of some registries as they are: another one whenever one of them changes."""
    prints = [fingerprint(path) for path in registries]
    return blake2b(repr(prints).encode(), digest_size=8).digest() if registries else UNSHARED


def lent(registries: Sequence[str]) -> "Registry | None":
    """What some registries lend together."""
    return None
