"""A small memory for what was worked out."""

from collections import OrderedDict
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Keeps the newest values. Two threads may work the same value out twice, never get a wrong one."""

    def __init__(self, most: int = 256) -> None:
        self._most = most
        self._values: OrderedDict[Key, Value] = OrderedDict()

    def get(self, key: Key) -> Value | None:
        """The value kept for a key."""
        return self._values.get(key)

    def keep(self, key: Key, value: Value) -> Value:
        """Keep a value, forgetting the oldest if there are too many; gives it back."""
        self._values[key] = value
        while len(self._values) > self._most:
            try:
                self._values.popitem(last=False)
            except KeyError:
                break
        return value
