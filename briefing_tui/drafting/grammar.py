"""A vocabulary made ready for looking words up: which words begin, end or govern what."""

from dataclasses import dataclass, field

from . import verbs
from .vocabulary import Vocabulary

_ADJECTIVE = {"de": ("e", "en", "er", "es", "em"), "en": ()}


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of one language by what they do in a sentence; all in small letters."""

    lang: str
    speech: frozenset[str]
    pairs: dict[str, frozenset[str]]
    pronouns: dict[str, str]
    """Personal pronoun -> its gender, or `plural`."""
    determiners: frozenset[str]
    oblique: frozenset[str]
    genitive: frozenset[str]
    prepositions: frozenset[str]
    attaching: frozenset[str]
    relative: frozenset[str]
    conjunctions: frozenset[str]
    adverbs: frozenset[str]
    reported: frozenset[str]
    finite: frozenset[str]
    small: frozenset[str]
    """All words that are no adjectives and no nouns."""
    titles: frozenset[str]
    endings: tuple[str, ...]
    offices: tuple[str, ...]
    people: frozenset[str]
    person_tails: tuple[str, ...]
    noun_endings: tuple[str, ...]
    """Endings of nouns that are no names."""
    adverb_endings: tuple[str, ...]
    feminine_endings: tuple[str, ...]
    not_names: frozenset[str]
    """Capital words that are none of a name."""
    home_offices: tuple[tuple[str, str], ...]
    """Offices that belong to one country, with its code."""
    according: frozenset[str]
    """The words at which a source may be named."""
    seen: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    """Which words were found to be offices or not."""
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    """Every other list by its name."""

    def is_modifier(self, low: str) -> bool:
        """Whether a small word can stand between an article and its noun."""
        if low in self.small or (low in self.speech and not low.startswith("ge")) or low in self.pairs:
            return False
        return low.endswith(self.endings) if self.endings else low not in self.speech

    def is_person(self, low: str) -> bool:
        """Whether a noun names people or a body that can speak, alone or as the last part of a compound."""
        return self.is_office(low) or low in self.people or low.endswith(self.person_tails)

    def is_office(self, low: str) -> bool:
        """Whether a noun names an office, alone or as the last part of a compound."""
        known = self.seen.get(low)
        if known is None:
            known = self.seen[low] = low.rstrip("s").endswith(self.offices) or low.endswith(self.offices)
        return known


def grammar(vocabulary: Vocabulary) -> Grammar:
    """The grammar of a vocabulary's language."""
    lists = vocabulary.lists
    german = vocabulary.lang == "de"
    forms = verbs.german if german else verbs.english
    speech = forms(_raw(vocabulary, "speech_verbs"))
    speech |= verbs.joined(_raw(vocabulary, "speech_pairs"), lists["apart"]) if german else frozenset()
    pronouns = {word: name for name, words in vocabulary.table("pronouns").items() for word in words if name != "relative"}
    closed = ("oblique", "prepositions", "conjunctions", "adverbs", "reported", "finite", "nominative", "speech_particles")
    small = frozenset().union(*(lists[name] for name in closed), pronouns)
    return Grammar(
        lang=vocabulary.lang,
        speech=speech - small if not german else speech - lists["adverbs"] - lists["prepositions"],
        pairs=verbs.pairs(_raw(vocabulary, "speech_pairs"), forms),
        pronouns=pronouns,
        determiners=lists["nominative"] | lists["oblique"],
        oblique=lists["oblique"],
        genitive=lists["genitive"],
        prepositions=lists["prepositions"],
        attaching=lists["attaching"],
        relative=lists["relative"],
        conjunctions=lists["conjunctions"],
        adverbs=lists["adverbs"],
        reported=lists["reported"],
        finite=lists["finite"] | lists["reported"],
        small=small,
        titles=lists["titles"],
        endings=_ADJECTIVE[vocabulary.lang],
        offices=tuple(lists["offices"]),
        people=lists["people"],
        person_tails=tuple(word for word in lists["people"] if len(word) > 4),
        noun_endings=tuple(lists["noun_endings"]),
        feminine_endings=tuple(lists["feminine_endings"]),
        adverb_endings=tuple(lists["adverb_endings"]),
        not_names=lists["first_words"]
        | lists["titles"]
        | lists["people"]
        | _times(vocabulary)
        | lists["role_adjectives"]
        | lists["not_names"]
        | lists["edges"],
        home_offices=tuple((word.lower(), code) for code, words in vocabulary.table("home_offices").items() for word in words),
        according=frozenset({"nach", "to"}).union(
            *(lists[name] for name in ("according_before", "according_after", "according_nouns", "speech_particles"))
        ),
        words=lists,
    )


def _times(vocabulary: Vocabulary) -> frozenset[str]:
    tables = (vocabulary.table("months"), vocabulary.table("weekdays"))
    return frozenset(word.lower() for table in tables for words in table.values() for word in words if len(word) > 3)


def _raw(vocabulary: Vocabulary, key: str) -> list[str]:
    entry = vocabulary.entries.get(key, "")
    return entry.split() if isinstance(entry, str) else []
