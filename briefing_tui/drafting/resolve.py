"""Who a mention means: a name, a pronoun, an office or a country, made out from the people and sentences before it."""

from dataclasses import dataclass

from .context import Context, Mention
from .nations import Nations
from .people import Person, Roster


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a person of the roster, a country or organisation, or only the words of the mention."""

    mention: Mention
    person: Person | None = None
    code: str = ""

    def name(self, text: str) -> str:
        """The name of the person, or the words of the mention."""
        return self.person.name if self.person else self.mention.text(text)


def resolved(mention: Mention, context: Context, roster: Roster, nations: Nations) -> Speaker:
    """Who a mention means; the words alone if nobody can be made out."""
    phrase, tokens = mention.phrase, mention.sentence.tokens
    inside = roster.at(mention.start, mention.end) or roster.named(" ".join(_capitals(mention)))
    if inside:
        return Speaker(mention, inside)
    if phrase.pronoun or tokens[phrase.first].low in context.grammar.words["possessives"]:
        return Speaker(mention, _by_pronoun(mention, context, roster))
    holder = _by_office(mention, context, roster)
    if holder:
        return Speaker(mention, holder)
    apposed = _beside(mention, context, roster)
    if apposed:
        return Speaker(mention, apposed)
    if phrase.last - phrase.first <= 2:
        code = next((code for at in range(phrase.first, phrase.last + 1) if (code := nations.named(tokens, at)[0])), "")
        return Speaker(mention, code=code)
    return Speaker(mention)


def _capitals(mention: Mention) -> list[str]:
    phrase = mention.phrase
    return [token.text for token in mention.sentence.tokens[phrase.first : phrase.last + 1] if token.kind == 2]


def _beside(mention: Mention, context: Context, roster: Roster) -> Person | None:
    """The person whose name stands behind the mention as an apposition: `the spokesman of the army, X,`."""
    following = context.text[mention.end : mention.end + 2]
    if following[:1] not in (",", " ", "("):
        return None
    for person in roster.people:
        if any(0 <= start - mention.end <= 2 for start, _ in person.places):
            return person
    return None


def _by_pronoun(mention: Mention, context: Context, roster: Roster) -> Person | None:
    """The person spoken of last before a pronoun, whose gender does not forbid it; subjects before others."""
    gender = mention.phrase.pronoun
    best: tuple[int, int] | None = None
    chosen: Person | None = None
    for person in roster.people:
        if gender in ("masculine", "feminine") and person.gender and person.gender != gender:
            continue
        before = [start for start, _ in person.places if start < mention.start]
        if before and gender != "neuter":
            rank = (_prominence(before[-1], mention, context), before[-1])
            if best is None or rank > best:
                best, chosen = rank, person
    return chosen


def _prominence(place: int, mention: Mention, context: Context) -> int:
    """How near the sentence of a place is, with the subject of a sentence counted nearer than the rest of it."""
    for back in range(4):
        index = mention.sentence.index - back
        if index < 0:
            break
        sentence = context.sentences[index]
        if sentence.start <= place < sentence.end:
            subject = next((each for each in context.phrases(sentence) if each.subject), None)
            is_subject = (
                subject is not None and sentence.tokens[subject.first].start <= place < sentence.tokens[subject.tail].end
            )
            return -2 * back + is_subject
    return -10


def _by_office(mention: Mention, context: Context, roster: Roster) -> Person | None:
    """The person who holds the office that a mention names, the one named last before it."""
    tokens = mention.sentence.tokens[mention.phrase.first : mention.phrase.last + 1]
    if tokens[0].low in context.grammar.words["indefinite"]:
        return None
    offices = [token.low.rstrip("s") for token in tokens if token.kind in (1, 2) and context.grammar.is_office(token.low)]
    if not offices:
        return None
    holders = [
        person
        for person in roster.people
        if any(offices[-1] in role.lower() or role.lower().split(" ")[0].endswith(offices[-1]) for _, role in person.roles)
    ]
    before = [
        (max(start for start, _ in each.places if start < mention.start), each)
        for each in holders
        if each.places[0][0] < mention.start
    ]
    return max(before, key=lambda pair: pair[0])[1] if before else (holders[0] if len(holders) == 1 else None)
