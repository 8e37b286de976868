"""Talks: who met whom, as sentences say it with verbs and nouns of meeting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from . import verbs
from .context import Context
from .dates import When
from .people import Person, Roster
from .tokens import Sentence
from .vocabulary import Vocabulary


@dataclass(slots=True)
class Talk:
    """Two people who talked: where it is said, what about, and when if that is another day."""

    parties: tuple[Person, Person]
    start: int
    end: int
    topics: list[tuple[int, int]] = field(default_factory=list)
    when: When | None = None
    sure: bool = True
    """Whether a word of meeting says so, and not only that one spoke to the other."""


def talks(context: Context, roster: Roster, whens: Sequence[When], vocabulary: Vocabulary, day: date) -> list[Talk]:
    """All talks of a document of `day` in order, each pair of people once."""
    forms = verbs.german if vocabulary.lang == "de" else verbs.english
    known = Words(
        nouns=frozenset(vocabulary.lower("meetings")),
        verbs=forms(str(vocabulary.entries.get("meeting_verbs", "")).split()),
        objects=forms(str(vocabulary.entries.get("meeting_objects", "")).split()),
        withs=vocabulary.lower("meeting_with"),
        towards=vocabulary.lower("one_to_one"),
        abouts=vocabulary.lower("topic_words"),
        joins=vocabulary.lower("joins"),
    )
    found: dict[frozenset[str], Talk] = {}
    last: Person | None = None
    for sentence in context.sentences:
        people = list(_people(sentence, roster))
        for talk in _of_sentence(context, sentence, people, last, known):
            key = frozenset(person.name for person in talk.parties)
            first = found.setdefault(key, talk)
            first.sure = first.sure or talk.sure
            first.when = first.when or _when(sentence, whens, day)
            if talk.sure:
                first.topics += [topic for topic in _topics(context, sentence, known) if topic not in first.topics]
        last = people[0][1] if people else last
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language for talks."""

    nouns: frozenset[str]
    verbs: frozenset[str]
    objects: frozenset[str]
    """Forms of verbs that need no `with`."""
    withs: frozenset[str]
    towards: frozenset[str]
    abouts: frozenset[str]
    joins: frozenset[str]


def _people(sentence: Sentence, roster: Roster) -> Iterator[tuple[int, Person]]:
    """Everybody named in a sentence, with the token of the name."""
    starts = {token.start: at for at, token in enumerate(sentence.tokens)}
    seen = set()
    for start, _, person in roster.between(sentence.start, sentence.end):
        if start in starts and person.name not in seen:
            seen.add(person.name)
            yield starts[start], person


def _of_sentence(
    context: Context, sentence: Sentence, people: list[tuple[int, Person]], last: Person | None, known: Words
) -> Iterator[Talk]:
    lows = set(sentence.lows)
    meets = not known.nouns.isdisjoint(lows) or not known.verbs.isdisjoint(lows)
    spoken = not context.grammar.speech.isdisjoint(lows)
    if not people or not (meets or spoken):
        return
    others = [(at, person, word) for at, person in people if (word := _preposition(sentence, at, people, known))]
    subjects = [person for at, person in people if all(person is not other for _, other, _ in others)]
    host = subjects[0] if subjects else last if _has_pronoun(context, sentence) else None
    span = sentence.start, sentence.end
    if others:
        for _, other, word in others:
            joined = word in known.withs and meets
            if host and host is not other and (joined or (word in known.towards and spoken)):
                yield Talk((host, other), *span, sure=joined and word not in known.towards)
        return
    for one, other in _objects(sentence, people, host, known):
        yield Talk((one, other), *span)


def _objects(
    sentence: Sentence, people: list[tuple[int, Person]], host: Person | None, known: Words
) -> Iterator[tuple[Person, Person]]:
    """Who is met where the verb needs no `with`: whoever it is followed by, in German also the one between host and verb."""
    verb = next((at for at, low in enumerate(sentence.lows) if low in known.objects), -1)
    if verb < 0 or not host:
        return
    behind = [(at, person) for at, person in people if at > verb and person is not host]
    before = [at for at, person in people if at < verb]
    if behind and (before or host is not people[0][1]):
        last = verb
        for at, person in behind:
            if at - last > _APART:
                break
            last = at
            yield host, person
    elif len(people) == 2 and people[1][0] - people[0][0] <= _APART:
        yield people[0][1], people[1][1]


_APART = 16
"""The most words between two people of one list, or between the verb and the first."""


def _has_pronoun(context: Context, sentence: Sentence) -> bool:
    return any(each.pronoun and each.subject for each in context.phrases(sentence))


def _preposition(sentence: Sentence, at: int, people: list[tuple[int, Person]], known: Words) -> str:
    """The word that makes somebody the other side of a talk: `mit`, `with`; handed on along a list of people."""
    lows = sentence.lows
    for index in range(at - 1, max(-1, at - 12), -1):
        if lows[index] in known.withs or lows[index] in known.towards:
            return lows[index]
        if lows[index] in known.joins or lows[index] == ",":
            before = next(((place, person) for place, person in people if place < index and index - place < 8), None)
            earlier = [place for place, _ in people if place < index and index - place < 8]
            return _preposition(sentence, earlier[-1], people, known) if before and earlier else ""
        if sentence.tokens[index].kind == 0 or any(place == index for place, _ in people):
            return ""
    return ""


def _topics(context: Context, sentence: Sentence, known: Words) -> Iterator[tuple[int, int]]:
    """What a talk was about: what follows `über` or `about`, up to the end of the clause."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.low not in known.abouts:
            continue
        end = at + 1
        while end < len(tokens) and tokens[end].text not in ",;:.()" and end - at < 18:
            end += 1
        if end > at + 1:
            yield tokens[at + 1].start, tokens[end - 1].end


def _when(sentence: Sentence, whens: Sequence[When], day: date) -> When | None:
    """The day that a sentence gives, if it gives just one; a later day than the document's may be another event's."""
    days = [when for when in whens if sentence.start <= when.start < sentence.end and when.day]
    single = len({when.day for when in days}) == 1
    return days[0] if single and days[0].day and days[0].day <= day else None
