"""Frames: what in a sentence says that marked words were spoken, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from .clauses import bounds, breaks, likes_person, names_somebody, subject
from .grammar import Grammar
from .phrases import Phrase
from .tokens import Sentence, Token

_STOPS = frozenset(",.–—-;!?…")


@dataclass(frozen=True, slots=True)
class Frame:
    """How a marked stretch is framed: `kind` says by what, `phrase` is who speaks, in sentence `sentence`."""

    kind: str
    """`after`, `particle`, `colon`, `verb`, `according`, or empty."""
    sentence: Sentence
    phrase: Phrase | None = None
    cue: int = -1
    """The token of the verb, if there is one."""


def frame(sentence: Sentence, at: int, found: Sequence[Phrase], grammar: Grammar) -> Frame | None:
    """The frame of the marked stretch at a token, taken from its own sentence; None if there is none."""
    return (
        _after(sentence, at, found, grammar)
        or _colon(sentence, at, found, grammar)
        or _according(sentence, at, found, grammar)
        or _as_reported(sentence, at, found, grammar)
        or _verb(sentence, at, found, grammar)
    )


def _after(sentence: Sentence, at: int, found: Sequence[Phrase], grammar: Grammar) -> Frame | None:
    """`„…“, sagte X`; `„…“, so X`; `"…," said X`; `"…," X said`."""
    tokens = sentence.tokens
    cue = at + 1
    while cue < len(tokens) and tokens[cue].text in _STOPS:
        cue += 1
    if cue >= len(tokens):
        return None
    if at == 0 and tokens[cue].text == "(" and tokens[at].end - tokens[at].start > _SHORT:
        source = next((each for each in found if each.first == cue + 1), None)
        return (
            Frame("after", sentence, source, cue)
            if source and tokens[source.tail + 1 : source.tail + 2] and tokens[source.tail + 1].text == ")"
            else None
        )
    paused = cue > at + 1 or _pauses(tokens[at], at, found)
    low = tokens[cue].low
    if paused and low in grammar.words["speech_particles"] and _named_at(sentence, cue + 1, found, grammar):
        return Frame("particle", sentence, _next(found, cue, sentence, grammar), cue)
    if low in grammar.speech or (low in grammar.pairs and _paired(sentence, cue, grammar)):
        if not paused and at > 0:
            return None
        return Frame("after", sentence, _speaker(sentence, found, cue, grammar, inverted=True), cue)
    words = sentence.lows[cue : cue + 3]
    if paused and not grammar.words["with"].isdisjoint(words[:1]) and not grammar.words["speech_nouns"].isdisjoint(words):
        return Frame("after", sentence, _next(found, cue + 2, sentence, grammar), cue)
    leads = at == 0 or not grammar.words["speech_nouns"].isdisjoint(sentence.lows[max(0, at - 2) : at])
    if paused and grammar.endings and tokens[cue].kind == 1 and leads and low not in grammar.small - grammar.finite:
        return Frame("after", sentence, _next(found, cue, sentence, grammar), cue)
    if paused and low in grammar.words["passive"] and not grammar.words["quoting"].isdisjoint(sentence.lows[cue : cue + 20]):
        return Frame("after", sentence, _next(found, cue, sentence, grammar), cue)
    return _named_after(sentence, cue, found, grammar) if paused and not grammar.endings else None


def _named_at(sentence: Sentence, at: int, found: Sequence[Phrase], grammar: Grammar) -> bool:
    """Whether a phrase or a verb of speech begins at a token: `so X`, `so urteilte X`."""
    return any(each.first == at for each in found) or (at < len(sentence.tokens) and sentence.lows[at] in grammar.speech)


_PAUSES = frozenset(",!?")


def _pauses(token: Token, at: int, found: Sequence[Phrase]) -> bool:
    """Whether a marked stretch without a comma behind it ends with one, or is long and no phrase reaches into it."""
    if token.marked and token.marked.last in _PAUSES:
        return True
    return token.end - token.start > 40 and not any(
        each.last < at and each.tail >= at - 2 and not each.preposition for each in found
    )


def _named_after(sentence: Sentence, cue: int, found: Sequence[Phrase], grammar: Grammar) -> Frame | None:
    """`"…," the minister said`."""
    phrase = next((each for each in found if each.first >= cue and each.subject), None)
    if not phrase or phrase.first > cue + 1:
        return None
    for index in range(phrase.tail + 1, min(phrase.tail + 14, len(sentence.tokens))):
        if sentence.lows[index] in grammar.speech:
            return Frame("after", sentence, phrase, index)
        if sentence.tokens[index].kind == 4:
            break
    return None


def _colon(sentence: Sentence, at: int, found: Sequence[Phrase], grammar: Grammar) -> Frame | None:
    """`X sagte: „…“`, `X ist zufrieden: „…“`, `X: „…“`."""
    tokens = sentence.tokens
    if at < 1 or tokens[at - 1].text != ":":
        return None
    cue = _last_cue(sentence, at - 1, 0, grammar)
    if cue >= 0:
        return Frame("colon", sentence, _speaker(sentence, found, cue, grammar), cue)
    where = next((index for index in range(at - 1) if sentence.lows[index] in grammar.words["says_where"]), -1)
    place = _where(sentence, found, where, grammar) if where >= 0 and sentence.lows[where] in grammar.words["stands"] else None
    if place:
        return Frame("colon", sentence, place, where)
    before = [each for each in found if each.last < at and each.subject]
    chosen = next((each for each in before if likes_person(sentence, each, grammar)), before[0] if before else None)
    leads = bool(before) and before[0].first == 0 and names_somebody(sentence, before[0], grammar)
    return Frame("colon", sentence, before[0] if leads else chosen)


def _according(sentence: Sentence, at: int, found: Sequence[Phrase], grammar: Grammar) -> Frame | None:
    """`laut X`, `nach Angaben von X`, `X zufolge`, `…, so X`, `according to X`; of several the nearest."""
    best: Frame | None = None
    for index, low in enumerate(sentence.lows):
        if low in grammar.according:
            phrase = _source(sentence, index, found, grammar)
            if phrase and any(word.startswith("eigen") for word in sentence.lows[phrase.first : phrase.last]):
                phrase = next((each for each in found if each.subject and each is not phrase), None)
            if phrase and (not best or _distance(sentence, index, at) < _distance(sentence, best.cue, at)):
                best = Frame("according", sentence, _owner(found, phrase, sentence, grammar), index)
    return best


def _as_reported(sentence: Sentence, at: int, found: Sequence[Phrase], grammar: Grammar) -> Frame | None:
    """`Wie X mitteilte, ist das „…“`: a first clause that ends with its verb of speech."""
    if sentence.lows[0] not in grammar.words["as_reported"]:
        return None
    last = bounds(sentence, 0)[1]
    cue = next((index for index in range(last - 1, max(0, last - 3), -1) if _is_cue(sentence, index, grammar)), -1)
    if cue < 0 or last > at:
        return None
    return Frame("according", sentence, _speaker(sentence, found, cue, grammar), cue)


def _distance(sentence: Sentence, index: int, at: int) -> int:
    """How far a token is from the marked words, with clauses between counted as long."""
    near, far = sorted((index, at))
    return far - near + 12 * sum(breaks(token) for token in sentence.tokens[near + 1 : far])


def _source(sentence: Sentence, index: int, found: Sequence[Phrase], grammar: Grammar) -> Phrase | None:
    """Whom the word at a token gives as the source."""
    words, low = grammar.words, sentence.lows[index]
    before = sentence.lows[index - 1] if index else ""
    if low in words["according_after"] or (low == "nach" and before in words["according_nouns"]):
        return next((each for each in reversed(found) if each.tail == index - 1), None)
    if low in words["speech_particles"]:
        starts = before == "," and index + 1 < len(sentence.tokens)
        return next((each for each in found if starts and each.first == index + 1 and each.subject), None)
    if low in words["according_before"] or (low == "to" and before == "according"):
        if named := _marked_name(sentence, index + 1):
            return named
        return next((each for each in found if each.first == index + 1), None)
    if low in words["according_nouns"]:
        return next((each for each in found if each.head == index and each.preposition in words["source_prepositions"]), None)
    return None


def said(sentence: Sentence, found: Sequence[Phrase], grammar: Grammar) -> Frame | None:
    """Whom a sentence lets speak, whether it holds marked words or not."""
    cue = first_cue(sentence, grammar)
    if cue >= 0:
        return Frame("verb", sentence, _speaker(sentence, found, cue, grammar), cue)
    return _according(sentence, len(sentence.tokens), found, grammar)


def _owner(found: Sequence[Phrase], phrase: Phrase, sentence: Sentence, grammar: Grammar) -> Phrase:
    """Whose words, view or conclusion a phrase names: what hangs on it, if it names nobody itself."""
    head = sentence.lows[phrase.head]
    if head in grammar.words["according_nouns"] or head in grammar.words["speech_nouns"]:
        owned = next((each for each in found if each.hangs and phrase.last < each.first <= phrase.last + 2), None)
        if owned:
            return owned
    return phrase


def _verb(sentence: Sentence, at: int, found: Sequence[Phrase], grammar: Grammar) -> Frame | None:
    """`X nannte das „…“`, `X sagte, dass „…“`, `als „…“ bezeichnete X das`."""
    cue = _last_cue(sentence, at, bounds(sentence, at)[0], grammar)
    if cue < 0:
        last = bounds(sentence, at + 1)[1] if at + 1 < len(sentence.tokens) and not breaks(sentence.tokens[at + 1]) else at
        cue = next((index for index in range(at + 1, last) if _is_cue(sentence, index, grammar)), -1)
    place = _shown(sentence, at, found, grammar) if cue < 0 else None
    if place:
        return place
    owner = _noun(sentence, at, found, grammar) if cue < 0 else None
    if owner:
        return Frame("noun", sentence, owner)
    if cue < 0:
        cue = _last_cue(sentence, at, 0, grammar)
    if cue < 0:
        cue = _trailing(sentence, at, grammar)
        return Frame("verb", sentence, _speaker(sentence, found, cue, grammar, inverted=True), cue) if cue >= 0 else None
    return Frame("verb", sentence, _speaker(sentence, found, cue, grammar), cue)


def _shown(sentence: Sentence, at: int, found: Sequence[Phrase], grammar: Grammar) -> Frame | None:
    """Where marked words stand: `auf Plakaten stand „…“`."""
    first = bounds(sentence, at)[0]
    cue = next((index for index in range(at - 1, first, -1) if sentence.lows[index] in grammar.words["stands"]), -1)
    place = next((each for each in found if first <= each.first <= cue and each.preposition in grammar.words["where"]), None)
    return Frame("verb", sentence, place, cue) if place and cue == place.tail + 1 else None


def _noun(sentence: Sentence, at: int, found: Sequence[Phrase], grammar: Grammar) -> Phrase | None:
    """Whose a noun of speech is, in a clause before the one of the marked words: `den Vorwurf der X, es sei „…“`."""
    commas = {index for index in range(1, bounds(sentence, at)[0]) if sentence.tokens[index].text == ","}
    for owned in reversed([each for each in found if each.hangs and each.tail + 1 in commas]):
        noun = next((each for each in found if each.tail == owned.tail and not each.hangs), None)
        if noun and sentence.lows[noun.head] in grammar.words["speech_nouns"]:
            return owned
    return None


def _trailing(sentence: Sentence, at: int, grammar: Grammar) -> int:
    """A verb of speech that begins a clause behind the marked words: `…, sagte X.`; -1 if there is none."""
    tokens = sentence.tokens
    places = range(at + 2, len(tokens))
    starts = [index for index in places if tokens[index - 1].text == ","]
    direct = next((index for index in starts if _is_cue(sentence, index, grammar)), -1)
    return direct if direct >= 0 else next((index for index in starts if _is_helped(sentence, index, grammar)), -1)


def _is_helped(sentence: Sentence, index: int, grammar: Grammar) -> bool:
    """Whether an auxiliary begins a clause that a verb of speech ends: `…, hatte X gesagt`."""
    if sentence.lows[index] not in grammar.words["auxiliaries"]:
        return False
    return any(_is_cue(sentence, place, grammar) for place in range(index + 1, bounds(sentence, index)[1]))


def _last_cue(sentence: Sentence, before: int, first: int, grammar: Grammar) -> int:
    """The last verb of speech before a token; -1 if there is none."""
    return next((index for index in range(before - 1, first - 1, -1) if _is_cue(sentence, index, grammar)), -1)


def first_cue(sentence: Sentence, grammar: Grammar) -> int:
    """The first verb of speech of a sentence; -1 if there is none."""
    return next((index for index in range(len(sentence.tokens)) if _is_cue(sentence, index, grammar)), -1)


def _is_cue(sentence: Sentence, index: int, grammar: Grammar) -> bool:
    token = sentence.tokens[index]
    if token.kind != 1 and not (token.kind == 2 and index == 0):
        return False
    if token.low in grammar.speech:
        return not _before_noun(sentence, index, grammar)
    return token.low in grammar.pairs and _paired(sentence, index, grammar)


def _before_noun(sentence: Sentence, index: int, grammar: Grammar) -> bool:
    """Whether what looks like a verb is a participle before a noun: `das genannte Ziel`."""
    tokens = sentence.tokens
    return (
        0 < index < len(tokens) - 1
        and tokens[index].low.endswith(("te", "ten", "ter"))
        and tokens[index].low.startswith("ge")
        and tokens[index + 1].kind == 2
    )


def _paired(sentence: Sentence, index: int, grammar: Grammar) -> bool:
    """Whether the word that makes a verb one of speech stands near it."""
    wanted = grammar.pairs[sentence.lows[index]]
    return not wanted.isdisjoint(sentence.lows[index + 1 : index + 26]) or not wanted.isdisjoint(
        sentence.lows[max(0, index - 6) : index]
    )


def _speaker(sentence: Sentence, found: Sequence[Phrase], cue: int, grammar: Grammar, inverted: bool = False) -> Phrase | None:
    """Who speaks with the verb at a token."""
    low = sentence.lows[cue]
    agent = _agent(sentence, found, cue, grammar)
    if agent and low not in grammar.words["quoting"]:
        return agent
    if low in grammar.words["says_where"]:
        owner = _where(sentence, found, cue, grammar) or subject(sentence, found, cue, grammar)
        return owner if owner and owner.pronoun != "neuter" else None
    found = [each for each in found if sentence.lows[each.head] not in grammar.pairs.get(low, ())]
    phrase = _next(found, cue, sentence, grammar) if inverted else subject(sentence, found, cue, grammar)
    if low in grammar.words["quoting"] and phrase:
        return _quoted(sentence, found, cue, phrase)
    return phrase


def _agent(sentence: Sentence, found: Sequence[Phrase], cue: int, grammar: Grammar) -> Phrase | None:
    """By whom something is called or described: `wird von X als „…“ bezeichnet`, `wurde im „X“ … genannt`."""
    low = sentence.lows[cue]
    if not (low.startswith("ge") or low.endswith(("t", "ed")) or low in grammar.words["participles"]):
        return None
    first = next((index + 1 for index in range(cue - 1, -1, -1) if sentence.tokens[index].text in _PARTS), 0)
    helper = next((index for index in range(first, cue) if sentence.lows[index] in grammar.words["passive"]), -1)
    if helper < 0:
        return None
    near = [each for each in found if first <= each.first < cue and each.preposition in grammar.words["by"]]
    named = [each for each in found if first <= each.first < cue and each.preposition in grammar.words["inside"]]
    return next((each for each in near if each.first > helper), None) or next(
        (each for each in named if sentence.tokens[each.last].kind == 4), None
    )


_PARTS = frozenset(",;:")


def _where(sentence: Sentence, found: Sequence[Phrase], cue: int, grammar: Grammar) -> Phrase | None:
    """What it says something in: `heißt es in der Erklärung`, `in der Erklärung hieß es`."""
    first, last = bounds(sentence, cue)
    near = [
        each
        for each in found
        if first <= each.first <= last
        and (
            each.preposition in grammar.words["where"]
            if not each.hangs
            else sentence.lows[each.first - 1] in grammar.words["sides"]
        )
    ]
    behind = [each for each in near if each.first > cue]
    inside = [each for each in near if each.preposition in grammar.words["inside"]]
    chosen = [each for each in behind if each in inside] or inside or behind or near
    return chosen[0] if chosen else None


def _quoted(sentence: Sentence, found: Sequence[Phrase], cue: int, phrase: Phrase) -> Phrase:
    """Who is quoted, where somebody else quotes: the second phrase of the clause."""
    last = bounds(sentence, cue)[1]
    later = [
        each
        for each in found
        if each.first > max(cue, phrase.last) and each.first < last and not (each.preposition or each.hangs)
    ]
    return later[0] if later else phrase


_SHORT = 32
"""The longest marked name, in characters."""


def _marked_name(sentence: Sentence, at: int) -> Phrase | None:
    """A name in marks at a token, such as that of a newspaper."""
    token = sentence.tokens[at] if at < len(sentence.tokens) else None
    return Phrase(at, at, at, at) if token and token.kind == 4 and token.end - token.start <= _SHORT else None


def _next(found: Sequence[Phrase], cue: int, sentence: Sentence, grammar: Grammar) -> Phrase | None:
    """The first phrase behind a verb that can be its subject."""
    named = _marked_name(sentence, cue + 1)
    if named:
        return named
    phrase = next((each for each in found if each.first > cue and each.subject), None)
    if phrase is None or any(sentence.tokens[index].text in ".;:" for index in range(cue, phrase.first)):
        return None
    return _owner(found, phrase, sentence, grammar)
