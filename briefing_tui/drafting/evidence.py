"""What speaks for and against marked words being a quote. Each piece of evidence has its points; the sum decides."""

import re

from .clauses import bounds
from .frames import Frame
from .glyphs import is_single
from .grammar import Grammar
from .tokens import Sentence, Token

POINTS = {
    "start": 0,
    "clause": 4,
    "words4": 2,
    "words7": 2,
    "word1": -1,
    "lower": 2,
    "names": -3,
    "bracketed": 2,
    "after": 3,
    "particle": 3,
    "colon": 3,
    "verb": 2,
    "according": 2,
    "reported": 2,
    "chained": 1,
    "title_before": -4,
    "title_inside": -3,
    "noun_before": -4,
    "article_before": -2,
    "compound": -8,
    "parenthesis": -3,
    "repeated": -3,
    "speech_noun": 1,
    "called_after": -2,
    "called": 1,
    "noun": 2,
    "motto_before": -6,
    "unframed": -3,
    "subject": -4,
    "passive_name": -4,
    "single": -3,
    "self": -3,
    "next_to_verb": 1,
    "example": 3,
    "opinion": 2,
    "joined": 3,
    "joined_not": 0,
    "named_clause": -3,
}
"""The points; a stretch is a quote if they add up to more than NEEDED."""

NEEDED = 2
_FRAMED = frozenset(
    [
        "after",
        "particle",
        "colon",
        "verb",
        "noun",
        "according",
        "reported",
        "chained",
        "speech_noun",
        "example",
        "opinion",
        "start",
        "clause",
    ]
)
_ENDS = {"de": ".!?", "en": "!?"}
"""What ends a sentence inside the marks; American marks take in the full stop of the sentence around them."""

_SHORTENED = re.compile(r"\b[^\W\d_]\.$")
"""Words in marks that end with an abbreviation such as `e.V.`, which ends no sentence."""
_WORD = re.compile(r"[\w’'.-]*\w")


def evidence(
    text: str, sentence: Sentence, at: int, frame: Frame | None, grammar: Grammar, circumstances: set[str]
) -> dict[str, int]:
    """The evidence found for the marked stretch at a token."""
    token = sentence.tokens[at]
    assert token.marked
    inner = token.marked.inner(text).strip()
    words = _WORD.findall(inner)
    found = _of_words(inner, words, grammar) | _before(sentence, at, grammar, inner) | _behind(sentence, at, text, grammar)
    if frame:
        found.add(frame.kind)
        found |= _near_cue(sentence, at, frame, grammar)
    if not grammar.reported.isdisjoint(sentence.lows):
        found.add("reported")
    found |= circumstances
    if frame and frame.kind in ("after", "particle") and _is_said(sentence, at, frame, grammar):
        found.discard("names")
    if at > 1 and sentence.lows[at - 1] in grammar.words["as_words"] and sentence.lows[at - 2] in grammar.determiners:
        found.add("passive_name")
    found -= _outweighed(sentence, at, found, grammar)
    if frame and frame.kind == "particle" and frame.phrase and sentence.lows[frame.phrase.head] in grammar.words["title_words"]:
        found.add("title_before")
    if "called" in found and "names" in found and "title_inside" not in found:
        found.discard("names")
        if _is_passive(sentence, at, grammar):
            found.add("passive_name")
    if len(words) <= 3 and "called" not in found and _is_subject(sentence, at, grammar):
        found.add("subject")
    if found.isdisjoint(_FRAMED) and (grammar.lang == "en" or not inner[:1].islower()):
        found.add("unframed")
    if is_single(token.marked.opener):
        found.add("single")
    return dict.fromkeys(found, 1)


def _outweighed(sentence: Sentence, at: int, found: set[str], grammar: Grammar) -> set[str]:
    """What no longer speaks against a quote: names are not called `eine „…“`, what is said of somebody is."""
    if not found.isdisjoint(("example", "opinion")):
        return {"names", "noun_before"}
    if "title_inside" in found:
        return set()
    spoken = not found.isdisjoint(("verb", "reported"))
    if spoken and at and sentence.lows[at - 1] in grammar.words["characterising"]:
        return {"names", "article_before"}
    return set()


def _near_cue(sentence: Sentence, at: int, frame: Frame, grammar: Grammar) -> set[str]:
    """What stands between a verb of speech and the marks: `als „…“ bezeichnet`, `von „…“ sprach`, `nannte das „…“`."""
    first, last = bounds(sentence, at)
    if frame.kind not in ("verb", "after") or not first - 1 <= frame.cue <= last + 8:
        return set()
    near = set(sentence.lows[max(first, at - 3) : at])
    spoken_of = sentence.lows[frame.cue] in grammar.words["speaks_of"] and not near.isdisjoint(grammar.words["spoken_of"])
    found = {"called"} if spoken_of or not near.isdisjoint(grammar.words["call_words"]) else set()
    if not near.isdisjoint(grammar.words["self_words"]):
        found.add("self")
    if 0 < at - frame.cue <= 3:
        found.add("next_to_verb")
    return found


def _is_passive(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether a name is what something is called, by nobody: `wird als „…“ bezeichnet`."""
    first = bounds(sentence, at)[0]
    first = next((index for index in range(at - 1, first, -1) if sentence.lows[index] in grammar.words["joins"]), first)
    last = bounds(sentence, at + 1)[1] if at + 1 < len(sentence.tokens) else at
    lows = sentence.lows[first:last]
    return not grammar.words["passive"].isdisjoint(lows) and grammar.words["by"].isdisjoint(lows)


def _is_said(sentence: Sentence, at: int, frame: Frame, grammar: Grammar) -> bool:
    """Whether a comma and a word of speech follow the marks at once."""
    spoken = grammar.speech | grammar.words["speech_particles"]
    return sentence.lows[at + 1] == "," and frame.cue == at + 2 and sentence.lows[frame.cue] in spoken


def _is_subject(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether the marked words are themselves who speaks: `wie „…“ berichtet`."""
    following = sentence.lows[at + 1 : at + 2]
    return any(low in grammar.speech for low in following) and (
        at == 0 or sentence.lows[at - 1] in grammar.words["before_speaker"]
    )


def points(found: dict[str, int]) -> int:
    """The sum of the points."""
    return sum(POINTS[name] for name in found)


def _of_words(inner: str, words: list[str], grammar: Grammar) -> set[str]:
    found = set()
    lows = [word.lower() for word in words]
    clause = any(low in grammar.finite or low in grammar.pronouns for low in lows)
    ends = inner[-1:] in _ENDS[grammar.lang] and not _SHORTENED.search(inner)
    if (len(words) >= 4 and (clause or ends)) or (len(words) >= 2 and clause and inner[-1:] in ".!?"):
        found.add("clause")
    if len(words) >= 4:
        found.add("words4")
    if len(words) >= 7:
        found.add("words7")
    if len(words) <= 1:
        found.add("word1")
    if inner[:1].islower():
        found.add("lower")
    if words and all(
        word[:1].isupper() or word[:1].isdigit() or low in grammar.words["name_links"]
        for word, low in zip(words, lows, strict=True)
    ):
        found.add("names")
    if "names" in found and lows[0] in grammar.words["title_words"]:
        found.add("title_inside")
    if grammar.lang == "en" and not clause and sum(word[:1].isupper() for word in words) * 5 >= 3 * len(words) > 0:
        found.add("names")
    if "[" in inner or "(…)" in inner or "(...)" in inner:
        found.add("bracketed")
    return found


def _before(sentence: Sentence, at: int, grammar: Grammar, inner: str) -> set[str]:
    found: set[str] = set()
    tokens = sentence.tokens
    words = grammar.words
    before = tokens[at - 1] if at else None
    if before is None:
        return {"start"}
    near = sentence.lows[max(0, at - 3) : at]
    if before.text in ",:":
        near = near[:-1] if before.text == ":" else []
    if before.low in words["motto_words"]:
        found.add("motto_before")
    kind = _example_of(sentence, at, grammar)
    if kind in words["speech_nouns"]:
        found.add("example")
    elif kind in words["title_words"]:
        found.add("title_before")
    if (
        before.low.rpartition("-")[2] in words["title_words"]
        or (before.text == ":" and at > 1 and tokens[at - 2].low in words["title_words"])
        or (not words["title_words"].isdisjoint(near) and (before.kind == 2 or before.low in grammar.determiners))
    ):
        found.add("title_before")
    elif before.kind == 2 and inner[:1].isupper():
        found.add("noun_before")
    elif before.low in grammar.determiners and inner[:1].isupper():
        found.add("article_before")
    if before.text == ":" or before.low in words["is_called"]:
        start = bounds(sentence, at - 1)[0]
        if not words["title_words"].isdisjoint(sentence.lows[start : at - 1]):
            found.add("named_clause")
    if before.text == "(" or (before.text == ":" and "(" in sentence.lows[max(0, at - 5) : at]):
        found.add("parenthesis")
    if not words["speech_nouns"].isdisjoint(sentence.lows[max(0, at - 6) : at]):
        found.add("speech_noun")
    return found


def _example_of(sentence: Sentence, at: int, grammar: Grammar) -> str:
    """What the marked words are an example of: `Rufe wie „…“`, `Stücke wie zum Beispiel „…“`; empty if nothing."""
    near = next(
        (index for index in range(at - 1, max(0, at - 4), -1) if sentence.lows[index] in grammar.words["example_words"]), 0
    )
    return sentence.lows[near - 1] if near else ""


def _behind(sentence: Sentence, at: int, text: str, grammar: Grammar) -> set[str]:
    tokens = sentence.tokens
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    found: set[str] = set()
    if behind is None:
        return found
    if behind.start == tokens[at].end and (behind.text[:1] == "-" or behind.kind in (1, 2)):
        found.add("compound")
    if behind.text == "," and not grammar.words["speech_nouns"].isdisjoint(sentence.lows[at + 2 : at + 5]):
        found.add("speech_noun")
    if behind.low in grammar.words["title_after"]:
        found.add("called_after")
    if behind.text == "(":
        found.add("title_inside")
    return found


def is_words(token: Token) -> bool:
    """Whether a token is a word."""
    return token.kind in (1, 2)
