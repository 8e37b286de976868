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
    near = roster.between(mention.end, mention.end + _LONGEST)
    return near[0][2] if near and near[0][0] <= mention.end + 2 else None


_LONGEST = 80
"""The longest name, in characters."""


def _by_pronoun(mention: Mention, context: Context, roster: Roster) -> Person | None:
    """The person spoken of last before a pronoun, whose gender does not forbid it; subjects before others."""
    gender = mention.phrase.pronoun
    if gender == "neuter":
        return None
    best, chosen = (-99, -1), None
    first = context.sentences[max(0, mention.sentence.index - _BACK)].start
    for start, _, person in roster.between(first, mention.start):
        if _is_marked(start, context):
            continue
        fits = gender not in ("masculine", "feminine") or person.gender in ("", gender)
        rank = (_prominence(start, mention, context), start)
        if fits and rank > best:
            best, chosen = rank, person
    return chosen


def _is_marked(place: int, context: Context) -> bool:
    """Whether a place lies in marked words, whose people are those that somebody else speaks of."""
    return any(
        token.kind == 4 and token.start <= place < token.end for sentence in context.around(place) for token in sentence.tokens
    )


_BACK = 12
"""How many sentences before a pronoun the person it means may be named."""


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
    nearby = (person for _, _, person in reversed(roster.between(max(0, mention.start - _FAR), mention.start)))
    holder = next((each for each in nearby if _holds(each, offices[-1])), None)
    if holder:
        return holder
    holders = [each for each in roster.people[:_MANY] if _holds(each, offices[-1])]
    return holders[0] if len(holders) == 1 else None


_FAR = 20_000
"""How many characters before an office its holder may be named."""
_MANY = 100
"""How many people are looked at for the only one who holds an office."""


def _holds(person: Person, office: str) -> bool:
    """Whether somebody holds an office, or one whose name ends in its."""
    return any(office in role.lower() or role.lower().split(" ")[0].endswith(office) for _, role in person.roles[:_MANY])
