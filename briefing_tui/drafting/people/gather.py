"""Bringing mentions together: with and without first name, with and without office."""

from collections import Counter
from collections.abc import Iterator

from ..context import Context
from ..nations import Nations
from ..tokens import Sentence, Token
from .offices import Holding, holdings
from .person import Person
from .roster import Roster, bare


def roster(context: Context, nations: Nations) -> Roster:
    """All people who are named with an office or a form of address, with every place that names them."""
    found = Roster()
    known: dict[str, Person] = {}
    seen = list(_holdings(context, nations, frozenset()))
    words = frozenset(word.low for sentence, each in seen for word in sentence.tokens[slice(*each.name)])
    seen = list(_holdings(context, nations, words))
    _trim(seen)
    for sentence, holding in sorted(seen, key=lambda each: -(each[1].name[1] - each[1].name[0])):
        tokens = sentence.tokens[holding.name[0] : holding.name[1]]
        start, end = tokens[0].start, tokens[-1].end
        person = _known(known, found, [token.low for token in tokens])
        if not person:
            person = Person(_unpossessed(" ".join(context.text[start:end].split())), start, end)
            found.people.append(person)
        _learn(person, holding, start, end, context.text)
        known.setdefault(tokens[-1].low, person)
        found.by_word.setdefault(person.words[0], person)
    found.people = sorted(_with_roles(found.people, context.grammar.words["vague_offices"]), key=lambda each: min(each.places))
    _index(found)
    _equal(context, found)
    _places(context, found)
    found.settle()
    return found


def _trim(seen: list[tuple[Sentence, Holding]]) -> None:
    """Cuts off the noun behind a name that the text has without it: `trifft Minister Muster Kollegen`."""
    names = [tuple(token.low for token in sentence.tokens[slice(*each.name)]) for sentence, each in seen]
    counts, lasts = Counter(names), {name[-1] for name in names if len(name) > 1}
    for name, (_, holding) in zip(names, seen, strict=True):
        start, end = holding.name
        shorter = next((many for many in range(len(name) - 1, 1, -1) if name[:many] in counts), 0)
        if shorter:
            holding.name = start, start + shorter
        elif len(name) == 2 and name[0] in lasts and counts[name] == 1:
            holding.name = start, end - 1


def _holdings(context: Context, nations: Nations, known: frozenset[str]) -> Iterator[tuple[Sentence, Holding]]:
    for sentence in context.sentences:
        for holding in holdings(sentence, context.text, context.grammar, nations, known):
            yield sentence, holding


def _known(known: dict[str, Person], found: Roster, words: list[str]) -> Person | None:
    """Somebody met before whose name these words are, or a part of it; `known` has people by their last names."""
    person = known.get(words[-1]) or known.get(bare(words[-1]))
    if person and (len(words) == 1 or set(words[:-1]) & set(person.words)):
        return person
    return found.by_word.get(words[0]) if len(words) == 1 else None


def _learn(person: Person, holding: Holding, start: int, end: int, text: str) -> None:
    person.places.append((start, end))
    if holding.role:
        person.roles.append((start, holding.role))
    person.delegation = person.delegation or holding.delegation
    person.new = person.new or holding.new
    person.gender = person.gender or holding.gender
    if start < person.start and end - start >= person.end - person.start:
        person.name, person.start, person.end = _unpossessed(" ".join(text[start:end].split())), start, end


def _unpossessed(name: str) -> str:
    """A name without an English genitive."""
    return name.removesuffix("'s").removesuffix("’s")


def _with_roles(people: list[Person], vague: frozenset[str]) -> list[Person]:
    for person in people:
        person.role = _main_role([role for _, role in sorted(person.roles)], vague)
    return people


def _main_role(roles: list[str], vague: frozenset[str]) -> str:
    """The first office that is neither long nor vague; of a vague one the form that says more."""
    plain = [role for role in roles if len(role) <= 110]
    clear = [role for role in plain if role.lower() not in vague]
    return next(iter(clear or plain or [role[:110] for role in roles]), "")


def _equal(context: Context, found: Roster) -> None:
    """Gives whoever is only called a counterpart the office of the one named before in the sentence."""
    words, clear = context.grammar.words["counterparts"], context.grammar.words["vague_offices"]
    for person in found.people:
        if person.role.lower() not in words:
            continue
        at = next(start for start, role in person.roles if role == person.role)
        before = [
            (start, other)
            for sentence in context.around(at)
            for other in found.people
            for start, role in other.roles
            if sentence.start <= start < at and role and role.lower() not in clear
        ]
        if before:
            _start, other = max(before, key=lambda each: each[0])
            person.role, person.like = _inflected(other.role, person, context.grammar.lang), other.name


def _inflected(role: str, person: Person, lang: str) -> str:
    """A German office in the form for a man or a woman."""
    if lang != "de" or " " in role:
        return role
    stem = role.removesuffix("in") if role.endswith(("erin", "tin")) else role
    return f"{stem}in" if person.gender == "feminine" else stem


def _index(found: Roster) -> None:
    for person in found.people:
        for word in (person.words[-1], person.words[0]):
            found.by_word.setdefault(word, person)
    for person in found.people:
        found.by_word[person.words[-1]] = person


def _places(context: Context, found: Roster) -> None:
    """Finds every other mention: the name in full, its parts, and the forms the person is called by."""
    taken = {place for person in found.people for start, end in person.places for place in range(start, end)}
    for sentence in context.sentences:
        tokens = sentence.tokens
        at = 0
        while at < len(tokens):
            token = tokens[at]
            person = (found.by_word.get(token.low) or found.by_word.get(bare(token.low))) if token.kind == 2 else None
            many = 1
            if person and token.start not in taken:
                many = _full(tokens, at, person)
                if many > 1 or token.low != person.words[0] or _alone(tokens, at, person):
                    person.places.append((token.start, tokens[at + many - 1].end))
            at += many
    for person in found.people:
        person.places.sort()
        for start, end in person.places:
            _alias(person, " ".join(context.text[start:end].split()))


def _full(tokens: list[Token], at: int, person: Person) -> int:
    """How many tokens from `at` on are words of the name."""
    many = 1
    while at + many < len(tokens) and (
        tokens[at + many].low in person.words or bare(tokens[at + many].low) == person.words[-1]
    ):
        many += 1
    return many


def _alone(tokens: list[Token], at: int, person: Person) -> bool:
    """Whether a part of a name stands without the rest of it."""
    around = [token.low for token in tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 2]]
    return not any(word in person.words for word in around)


def _alias(person: Person, form: str) -> None:
    bare = form if form in person.name else _cut(form, person)
    if bare != person.name and bare not in person.aliases:
        person.aliases.append(bare)


def _cut(form: str, person: Person) -> str:
    for ending in ("'s", "’s", "s"):
        if (form.endswith(ending) and form.removesuffix(ending).lower() in person.words) or form.removesuffix(
            ending
        ) == person.name:
            return form.removesuffix(ending)
    return form
