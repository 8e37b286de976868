"""The forms of verbs, made from what the vocabulary says of them."""

import re
from collections.abc import Iterable

_LINKED = re.compile(r"[td]$|(?:[^aeiouäöülrhmn]|ch)[mn]$")
_NO_GE = re.compile(r"^(?:be|er|ver|ent|emp|zer|ge|miss)|ieren$")


def german(entries: Iterable[str]) -> frozenset[str]:
    """All forms of verbs given as an infinitive or as their forms joined by `/`, in small letters."""
    forms = {form for entry in entries for form in _german(entry)}
    return frozenset(forms | {form.replace("ß", "ss") for form in forms})


def _german(entry: str) -> set[str]:
    if "/" in entry:
        return set(entry.lower().split("/"))
    stem = entry[:-2] if entry.endswith("en") else entry[:-1]
    link = "e" if _LINKED.search(stem) else ""
    past = f"{stem}{link}te"
    part = f"{stem}{link}t"
    present = {stem + link + "t", entry}
    return {*present, past, past + "n", part if _NO_GE.search(entry) else "ge" + part}


def joined(entries: Iterable[str], apart: frozenset[str]) -> frozenset[str]:
    """The forms in which the two parts of a German verb `verb|part` are one word, as behind `wie` and `dass`.

    `apart` are the parts that a verb can be joined to.
    """
    parts = [(verb, part) for verb, _, part in (entry.partition("|") for entry in entries) if part in apart]
    return frozenset(part + form for verb, part in parts for form in _german(verb))


def english(entries: Iterable[str]) -> frozenset[str]:
    """All forms of verbs given as an infinitive or as their forms joined by `/`, in small letters."""
    return frozenset(form for entry in entries for form in _english(entry))


def _english(entry: str) -> set[str]:
    if "/" in entry:
        return set(entry.lower().split("/"))
    if entry.endswith("e"):
        return {entry, entry + "s", entry + "d", entry[:-1] + "ing"}
    if entry.endswith("y") and entry[-2:-1] not in "aeo":
        return {entry, entry[:-1] + "ies", entry[:-1] + "ied", entry + "ing"}
    return {entry, entry + ("es" if entry.endswith(("s", "sh", "ch", "x")) else "s"), entry + "ed", entry + "ing"}


def pairs(entries: Iterable[str], forms: object = german) -> dict[str, frozenset[str]]:
    """Forms of verbs that need a word further on -> those words, from entries `verb|word`."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        verb, _, word = entry.partition("|")
        for form in forms([verb]):  # type: ignore[operator]
            found.setdefault(form, set()).add(word.lower())
    return {form: frozenset(words) for form, words in found.items()}
