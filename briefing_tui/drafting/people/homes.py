"""Whom people speak for where no country stands beside their office: the nearest one before it, or the one that is at home."""

from bisect import bisect_left
from collections import Counter

from ..context import Context
from ..nations import Nations
from .person import Person
from .roster import Roster

_NEAR = 270
"""How many characters before a name a country counts as near."""


def place_of_all(context: Context, nations: Nations) -> list[tuple[int, str]]:
    """Every country that the text names, with where it does."""
    found = []
    for sentence in context.sentences:
        tokens = sentence.tokens
        at = 0
        while at < len(tokens):
            code, many = nations.at(tokens, at) if tokens[at].kind in (1, 2) else ("", 0)
            if code:
                found.append((tokens[at].start, code))
            at += many or 1
    return found


def settle(context: Context, nations: Nations, roster: Roster) -> None:
    """Gives a delegation to everybody who has an office and none; such a one is not `sure`."""
    named = place_of_all(context, nations)
    home = Counter(person.delegation for person in roster.people if person.delegation).most_common(1)
    usual = Counter(code for _, code in named).most_common(1)
    used: set[str] = set()
    for person in roster.people:
        if person.delegation or not person.role:
            continue
        others = _met(context, roster, person)
        federal = person.role.lower().startswith(("bundes", "federal"))
        near = "" if federal else _near(context, [each for each in named if each[1] not in others], person, used)
        likely = (near, *(code for (code, _count) in (*home, *usual)))
        person.delegation = next((code for code in likely if code and code not in others), "")
        person.sure = False
        used.add(person.delegation)


def _met(context: Context, roster: Roster, person: Person) -> set[str]:
    """The countries of those who are called somebody's counterpart where the person is named: they are of another one."""
    words = context.grammar.words["counterparts"]
    sentences = {sentence.index for start, _ in person.places for sentence in context.around(start)}
    return {
        other.delegation
        for other in roster.people
        if other is not person
        for start, role in other.roles
        if role.lower() in words and any(sentence.index in sentences for sentence in context.around(start))
    }


def _near(context: Context, named: list[tuple[int, str]], person: Person, used: set[str]) -> str:
    """The country named nearest before the person in one sentence; else the last in the paragraph that nobody else has."""
    inside = []
    for start, _ in person.places:
        index = bisect_left(named, (start, "")) - 1
        if index >= 0 and any(sentence.start <= named[index][0] for sentence in context.around(start)):
            inside.append((start - named[index][0], named[index][1]))
    if inside:
        return min(inside)[1]
    start = person.places[0][0]
    first = max(context.text.rfind("\n", 0, start) + 1, start - _NEAR)
    before = [code for _, code in named[bisect_left(named, (first, "")) : bisect_left(named, (start, ""))]]
    free = [code for code in before if code not in used] or before
    return free[-1] if free else ""
