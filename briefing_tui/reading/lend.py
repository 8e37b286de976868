"""What an entry of a registry becomes in one briefing: its language and marking there, and what it adds to the file's own."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from ..model.briefing import Participant, Record, Term
from ..model.marking import Tlp, strictest
from ..model.text import Text, Wording
from .registry import Registry
from .spelling import names_in, spelling

Rec = TypeVar("Rec", bound=Record)
_APART = ("id", "tlp", "aliases", "other")
"""Fields that are not simply taken over where an entry has none."""
_TOGETHER = (("source", "locator"), ("file", "sha256"))
"""Fields that are worth nothing without each other: a page of one source says nothing about another."""


def lent(record: Rec, lang: str, tlp: Tlp | None) -> Rec:
    """An entry as a briefing in `lang`, marked `tlp`, has it: no marking lowers the file's, and no line of it is the file's."""
    marking = record.tlp if record.tlp is not tlp and strictest((tlp, record.tlp)) is record.tlp else None
    return replace(record, **spoken(record.facts(), lang), tlp=marking, lineno=0)


def spoken(values: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """The texts among the values of a record that name no language, with `lang` for it."""
    texts = {name: value for name, value in values.items() if isinstance(value, Text)}
    return {name: _in(text, lang) for name, text in texts.items() if lang and any(not each.lang for each in text.wordings)}


def _in(text: Text, lang: str) -> Text:
    return Text(tuple(Wording(wording.lang or lang, wording.text) for wording in text.wordings))


@lru_cache(64)
def lent_terms(registry: Registry, lang: str, tlp: Tlp | None) -> dict[str, Term]:
    """All terms of a registry as the briefings in `lang`, marked `tlp`, have them: one dict for all of these."""
    return {id: lent(term, lang, tlp) for id, term in registry.glossary.items()}


def complete(values: dict[str, Any], known: Record, lang: str, tlp: Tlp | None) -> None:
    """Fills the fields an entry of the file has no value for; its own win, aliases are joined, no marking is lowered."""
    facts = {name: value for name, value in known.facts().items() if value and name not in _APART}
    facts |= spoken(facts, lang)
    for fields in _TOGETHER:
        if any(field in values for field in fields):
            facts = {name: value for name, value in facts.items() if name not in fields}
    own = values.get("tlp") or tlp
    marking = strictest((own, known.tlp))
    if marking is not own:
        values["tlp"] = marking
    values.update({name: value for name, value in facts.items() if name not in values})
    if known.other:
        other = values.get("other", ())
        values["other"] = (*other, *(pair for pair in known.other if pair[0] not in dict(other)))
    if isinstance(known, Participant):
        _join_names(values, known)


def _join_names(values: dict[str, Any], known: Participant) -> None:
    """Adds the names of a registered person that an entry does not have, so that both are found under all of them."""
    joined = list(values.get("aliases", ()))
    have = {spelling(name) for name in names_in(values, Participant)}
    for name in names_in(known.facts(), Participant):
        if spelling(name) not in have:
            have.add(spelling(name))
            joined.append(name)
    if joined:
        values["aliases"] = tuple(joined)
