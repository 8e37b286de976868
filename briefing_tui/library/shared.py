"""The mark of a registry in the stamp of a file that it lends to: another one whenever the registry changes."""

from functools import lru_cache

from .registry import Found
from .rows import UNSHARED


def shared_by(registry: Found | None) -> bytes:
    """The mark of a registry as it is; UNSHARED if there is none."""
    return _mark(registry.mark) if registry else UNSHARED


@lru_cache(64)
def _mark(mark: str) -> bytes:
    from hashlib import blake2b

    return blake2b(mark.encode(), digest_size=len(UNSHARED)).digest()
