"""Who speaks where a sentence does not say it: the speaker of the sentences before, or whoever they are about."""

from .clauses import bounds, breaks
from .context import Context, Mention
from .frames import Frame, said
from .phrases import Phrase
from .tokens import Sentence

_BACK = 4
"""How many sentences reported speech is followed back."""


def speaker(context: Context, sentence: Sentence, at: int, found: Frame | None) -> Mention | None:
    """Who said the marked words at a token, by their frame and by what went before; None if nobody is near."""
    if found and found.phrase:
        if found.kind == "according" or not _someones(sentence, found.phrase, context):
            return context.mention(sentence, found.phrase)
        return _inherited(context, sentence) or context.mention(sentence, found.phrase)
    judge = holder(context, sentence, at) if not found else None
    if judge:
        return context.mention(sentence, judge)
    if found or _is_reported(context, sentence, at):
        inherited = _inherited(context, sentence)
        if inherited:
            return inherited
    own = _own(context, sentence, at)
    if own and context.likes(sentence, own):
        return context.mention(sentence, own)
    return _inherited(context, sentence) or (context.mention(sentence, own) if own else None)


def _is_reported(context: Context, sentence: Sentence, at: int) -> bool:
    """Whether the clause around the marked words tells what somebody said."""
    first = bounds(sentence, at - 1)[0] if at else 0
    open_ended = at + 1 < len(sentence.tokens) and not breaks(sentence.tokens[at + 1])
    last = bounds(sentence, at + 1)[1] if open_ended else at + 1
    return not context.grammar.reported.isdisjoint(sentence.lows[first:last])


def _someones(sentence: Sentence, phrase: Phrase, context: Context) -> bool:
    """Whether a phrase is what somebody has, such as `her hope`, and so no speaker itself."""
    if sentence.lows[phrase.first] not in context.grammar.words["possessives"] or phrase.preposition:
        return False
    ends = phrase.tail + 1 < len(sentence.tokens) and sentence.tokens[phrase.tail + 1].text == ":"
    return not ends and not context.likes(sentence, phrase)


def holder(context: Context, sentence: Sentence, at: int) -> Phrase | None:
    """Whose opinion the clause of the marked words gives: `für X ist das „…“`."""
    start = bounds(sentence, at - 1)[0] if at else 0
    opinion = context.grammar.words["opinion"]
    near = (each for each in context.phrases(sentence) if each.preposition in opinion and start <= each.first <= start + 3)
    return next((each for each in near if each.last < at and context.likes(sentence, each)), None)


def _own(context: Context, sentence: Sentence, at: int) -> Phrase | None:
    """The subject of the sentence itself, before the marked words."""
    phrases = context.phrases(sentence)
    start = bounds(sentence, at - 1)[0] if at else 0
    near = [each for each in phrases if each.subject and start <= each.first and each.last < at]
    wide = near or [each for each in phrases if each.subject and each.last < at]
    return next((each for each in wide if context.likes(sentence, each)), wide[0] if wide else None)


def _inherited(context: Context, sentence: Sentence) -> Mention | None:
    """The speaker of the sentences before, as far back as speech is reported."""
    fallback: Mention | None = None
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        earlier = context.sentences[index]
        if index in context.speakers:
            return context.speakers[index]
        speaking = _said(context, earlier)
        if speaking:
            return speaking
        about = _about(context, earlier)
        if context.grammar.reported.isdisjoint(earlier.lows) and about and context.likes(earlier, about.phrase):
            return about
        fallback = fallback or about
    return fallback


def _said(context: Context, sentence: Sentence) -> Mention | None:
    """Whom a sentence without marks lets speak."""
    found = said(sentence, context.phrases(sentence), context.grammar)
    if not found or not found.phrase or _someones(sentence, found.phrase, context):
        return None
    if (
        not context.likes(sentence, found.phrase)
        and found.kind == "verb"
        and found.phrase.article
        and not found.phrase.preposition
    ):
        return None
    return context.mention(sentence, found.phrase)


def _about(context: Context, sentence: Sentence) -> Mention | None:
    """Whom a sentence is about."""
    subjects = [each for each in context.phrases(sentence) if each.subject]
    chosen = next((each for each in subjects if context.likes(sentence, each)), subjects[0] if subjects else None)
    return context.mention(sentence, chosen) if chosen else None
