"""Countries and organisations as a text names them: by name, adjective, or in front of a hyphen."""

from dataclasses import dataclass, field

from ..model.countries import codes, name
from .tokens import Token
from .vocabulary import Vocabulary

_ENDINGS = ("e", "en", "er", "es", "em", "")


@dataclass(frozen=True)
class Nations:
    """What words mean which country (ISO 3166-1 alpha-3) or organisation, all in small letters."""

    lang: str
    names: dict[str, str]
    adjectives: dict[str, str]
    longest: int
    """The most words that a name has."""
    firsts: frozenset[str]
    """The words that a name or adjective begins with."""
    _cases: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def named(self, tokens: list[Token], at: int) -> tuple[str, int]:
        """The country that the tokens from `at` on name, and how many tokens do; an empty code if none."""
        token = tokens[at]
        if token.kind != 2 or not (token.low in self.firsts or token.low[:-1] in self.firsts or "-" in token.text):
            return "", 0
        for many in range(min(self.longest, len(tokens) - at), 0, -1):
            low = " ".join(part.low for part in tokens[at : at + many])
            code = self.names.get(low) or (self.names.get(low[:-1]) if low.endswith("s") else None)
            if code:
                return code, many
        prefix = token.text.split("-", 1)[0]
        if "-" in token.text and (prefix.isupper() or prefix.lower() in self.names):
            return self.names.get(prefix.lower(), ""), 1
        return "", 0

    def adjective(self, tokens: list[Token], at: int) -> tuple[str, int]:
        """The country whose adjective stands at `at`, and how many tokens it takes; an empty code if none."""
        low = tokens[at].low
        if self.lang == "de":
            code = self._cases.get(low)
            if code is None:
                code = next((self.adjectives[low[: len(low) - len(end)]] for end in _ENDINGS if self._stem(low, end)), "")
                self._cases[low] = code
            return (code, 1) if code else ("", 0)
        return self._two(tokens, at)

    def _stem(self, low: str, end: str) -> bool:
        return low.endswith(end) and low[: len(low) - len(end)] in self.adjectives

    def _two(self, tokens: list[Token], at: int) -> tuple[str, int]:
        if tokens[at].low not in self.firsts:
            return "", 0
        for many in (3, 2, 1):
            low = " ".join(part.low for part in tokens[at : at + many])
            if low in self.adjectives:
                return self.adjectives[low], many
        return "", 0

    def at(self, tokens: list[Token], at: int) -> tuple[str, int]:
        """The country that is named at `at`, as a noun or adjective, and how many tokens that takes."""
        code, many = self.named(tokens, at)
        return (code, many) if code else self.adjective(tokens, at)


def nations(vocabulary: Vocabulary) -> Nations:
    """The countries of a vocabulary and of ISO 3166-1 by their names in its language."""
    names = {name(code, vocabulary.lang).lower(): code for code in codes()}
    names |= {word.lower(): code for code, words in vocabulary.table("countries").items() for word in words}
    adjectives = {word.lower(): code for code, words in vocabulary.table("nationalities").items() for word in words}
    firsts = frozenset(word.split()[0] for word in (*names, *adjectives))
    return Nations(vocabulary.lang, names, adjectives, max(word.count(" ") + 1 for word in names), firsts)
