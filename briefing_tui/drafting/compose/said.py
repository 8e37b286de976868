"""Quotes in the form they are written in: parts of one sentence joined, with addressee, occasion, talk and day."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..analysis import Analysis
from ..people import Person
from ..quotes import Quote
from ..resolve import Speaker
from ..talks import Talk
from ..threats import Threat


@dataclass(frozen=True, slots=True)
class Said:
    """A quote to be written: its words letter for letter, parts joined by `[…]`."""

    text: str
    start: int
    end: int
    speaker: Speaker | None
    sure: int
    framed: bool
    """Whether the sentence itself says who speaks."""
    to: Person | None = None
    to_words: str = ""
    talk: Talk | None = None
    occasion: str = ""
    day: date | None = None
    about: tuple[Threat, ...] = ()


def said(analysis: Analysis) -> list[Said]:
    """The quotes of a document as they are written down, in order."""
    parts: list[list[tuple[Quote, Speaker | None]]] = []
    for each in analysis.quotes:
        if parts and _continues(analysis.text, parts[-1][-1], each):
            parts[-1].append(each)
        else:
            parts.append([each])
    about = _around(analysis)
    return [one for group in parts if (one := _joined(analysis, group, about)).text]


@dataclass(slots=True)
class _Around:
    """What is said in each sentence beside the quotes, by the number of the sentence."""

    days: dict[int, set[date]]
    threats: dict[int, list[Threat]]
    talks: dict[int, list[Talk]]


def _around(analysis: Analysis) -> _Around:
    found = _Around(defaultdict(set), defaultdict(list), defaultdict(list))
    for when in analysis.whens:
        for sentence in analysis.context.around(when.start) if when.day else ():
            found.days[sentence.index].add(when.day)  # type: ignore[arg-type]
    for threat in analysis.threats:
        for index in {sentence.index for start, _ in threat.places for sentence in analysis.context.around(start)}:
            found.threats[index].append(threat)
    for talk in analysis.talks:
        for sentence in analysis.context.around(talk.start):
            found.talks[sentence.index].append(talk)
    return found


def _continues(text: str, before: tuple[Quote, Speaker | None], after: tuple[Quote, Speaker | None]) -> bool:
    """Whether a quote goes on after its speaker was named: `„…“, sagte X, „…“`."""
    first, second = before[0], after[0]
    if first.sentence is not second.sentence or not first.frame or first.frame.kind not in ("after", "particle"):
        return False
    begins = second.marked.inner(text)[:1].islower()
    return begins and not first.marked.inner(text).rstrip().endswith((".", "!", "?"))


def _joined(analysis: Analysis, group: Sequence[tuple[Quote, Speaker | None]], around: _Around) -> Said:
    text = analysis.text
    first, speaker = group[0]
    words = " […] ".join(_words(quote.marked.inner(text)) for quote, _ in group)
    sentence = first.sentence
    start, end = first.marked.start + 1, group[-1][0].marked.end - 1
    talk = next((each for each in around.talks.get(sentence.index, ()) if _is_party(each, speaker)), None)
    to, to_words = _addressee(analysis, first, speaker, talk)
    talk = talk or _talk_of(analysis, speaker, to)
    days = around.days.get(sentence.index, set())
    day = next(iter(days)) if len(days) == 1 else None
    about = tuple(around.threats.get(sentence.index, ()))
    return Said(
        text=words,
        start=start,
        end=end,
        speaker=speaker,
        sure=min(quote.sure for quote, _ in group),
        framed=first.frame is not None,
        to=to,
        to_words=to_words,
        talk=talk,
        occasion=_occasion(analysis, first),
        day=day if day != analysis.header.day else None,
        about=about[:3],
    )


def _words(inner: str) -> str:
    """What stands between the marks, without blanks at its ends and the comma that American marks take in."""
    return inner.strip().rstrip(",").rstrip()


def _is_party(talk: Talk, speaker: Speaker | None) -> bool:
    return bool(speaker and speaker.person) and any(speaker.person is each for each in talk.parties)  # type: ignore[union-attr]


def _talk_of(analysis: Analysis, speaker: Speaker | None, to: Person | None) -> Talk | None:
    """The talk of a speaker and whom the words were for."""
    if not (speaker and speaker.person and to):
        return None
    pair = (speaker.person.name, to.name)
    return next((each for each in analysis.talks if {person.name for person in each.parties} == set(pair)), None)


def _addressee(analysis: Analysis, quote: Quote, speaker: Speaker | None, talk: Talk | None) -> tuple[Person | None, str]:
    """Whom it was said to: the other party of a talk, or whoever stands behind `gegenüber` or `told`."""
    if talk and speaker:
        return next((each for each in talk.parties if each is not speaker.person), None), ""
    context, sentence = analysis.context, quote.sentence
    told = context.grammar.words["told"]
    for phrase in context.phrases(sentence):
        before = sentence.lows[phrase.first - 1] if phrase.first else ""
        if phrase.preposition in told or before in told:
            mention = context.mention(sentence, phrase)
            person = analysis.roster.at(mention.start, mention.end)
            if person and (not speaker or person is not speaker.person):
                return person, ""
            words = " ".join(mention.text(analysis.text).split())
            if not phrase.pronoun and "“" not in words and "\n" not in words:
                return None, words
    return None, ""


def _occasion(analysis: Analysis, quote: Quote) -> str:
    """The speech, interview or letter that the sentence or the one before names."""
    words = analysis.context.grammar.words["occasions"]
    index = quote.sentence.index
    for sentence in reversed(analysis.context.sentences[max(0, index - 1) : index + 1]):
        if sentence.paragraph != quote.sentence.paragraph:
            break
        for token in sentence.tokens:
            if token.low in words:
                return token.text
    return ""
