"""Which people of a library are likely one person under two ids or names. A guess, which a person decides.

Alike are those whose names have the same words in any order, whatever is known of their country not speaking against it.
Of one delegation, a name may also lack words of the other, give initials for them, or be spelled with a few other letters.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from .people import Known

_CROWD = 200
"""How many who share a word of their names, or a delegation, are compared with each other."""
_LEAST, _IN_OFFICE = 0.8, 0.7
"""How near two spellings of one name are; of two who hold one office, they may be further apart."""
_SHORTEST = 8
"""How long a name must be to be taken for a misspelled one."""


def alike(people: Iterable[Known]) -> Iterator[tuple[Known, Known]]:
    """Pairs who are likely one, in the order of the people; of each the one whose id is to be kept first."""
    listed = list(people)
    blocks: dict[object, list[int]] = defaultdict(list)
    for at, person in enumerate(listed):
        words = {word for name in person.spelled for word in name.split()}
        for block in (*words, *((code,) for code in person.codes), *(frozenset(name.split()) for name in person.spelled)):
            blocks[block].append(at)
    pairs = {pair for crowd in blocks.values() if len(crowd) <= _CROWD for pair in combinations(crowd, 2)}
    likely = ((listed[one], listed[other]) for one, other in sorted(pairs) if _likely(listed[one], listed[other]))
    return ((other, one) if _weight(other) > _weight(one) else (one, other) for one, other in likely)


def _weight(person: Known) -> tuple[bool, int]:
    """Whose id is to be kept: one that the registry lists, else the one in more briefings."""
    return person.listed, len(person.places)


def _likely(one: Known, other: Known) -> bool:
    if one.codes and other.codes and not one.codes & other.codes:
        return False
    if {_sorted(name) for name in one.spelled} & {_sorted(name) for name in other.spelled}:
        return True
    if not one.codes & other.codes:
        return False
    least = _IN_OFFICE if one.roles & other.roles else _LEAST
    together = [(a, b) for a in one.spelled for b in other.spelled]
    return any(_shortened(a.split(), b.split()) or _near(a, b, least) for a, b in together)


def _sorted(name: str) -> tuple[str, ...]:
    return tuple(sorted(name.split()))


def _shortened(one: list[str], other: list[str]) -> bool:
    """Whether a name is the other with words left out or given by their first letter; one word must be there in full."""
    short, long = sorted((one, other), key=len)
    rest = list(long)
    full = 0
    for word in sorted(short, key=len, reverse=True):
        same = next((each for each in rest if each == word or (len(word) == 1 and each.startswith(word))), None)
        if same is None:
            return False
        rest.remove(same)
        full += len(word) > 2
    return full > 0


def _near(one: str, other: str, least: float) -> bool:
    """Whether two names differ by a few letters, as two ways to write one name of another script do."""
    if min(len(one), len(other)) < _SHORTEST or one.count(" ") != other.count(" "):
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one, other, score_cutoff=least) > 0
