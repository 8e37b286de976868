"""The distinct words of many texts, numbered in the order they came. It only ever grows, so it can be read while it does."""

from collections.abc import Iterable


class Vocabulary:
    """Words by number; `by_length` holds them for searches that know about how long a word is."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.by_length: dict[int, list[str]] = {}
        self._numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The number of a word, a new one if it is new."""
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self.words)
            self.words.append(word)
            self.by_length.setdefault(len(word), []).append(word)
        return number

    def get(self, word: str) -> int | None:
        """The number of a word, None if it is not known."""
        return self._numbers.get(word)

    def known(self, words: Iterable[str]) -> list[int]:
        """The numbers of those words that are known."""
        return [self._numbers[word] for word in words if word in self._numbers]

    def near_length(self, length: int, distance: int) -> list[str]:
        """The words at most `distance` letters shorter or longer than `length`."""
        return [word for each in range(length - distance, length + distance + 1) for word in self.by_length.get(each, ())]
