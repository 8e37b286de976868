"""Notes as what search indexes: found by their words, by what they hang on, and by their briefing."""

from collections.abc import Callable, Iterable, Iterator

from ..model import countries
from ..model.briefing import Briefing, Participant
from ..model.dates import Moment, Period
from ..model.fields import Kind, Ref
from ..model.links import Links
from ..model.marking import strictest
from ..model.note import Note
from ..model.noted import local
from ..model.passage import Facet, Passage, Role, Sort
from ..model.text import Text
from .folder import noted

_ROLES = {Kind.TALK: Role.TALK, Kind.THREAT: Role.ABOUT}


def all_passages(found: Callable[[str], tuple[str, Briefing] | None]) -> Iterator[Passage]:
    """The notes on every briefing that is `found` where a journal says its file is, under its key; the others are left out."""
    for kept in noted():
        there = found(kept.state.about.path) if kept.state.about and kept.state.notes else None
        if there:
            key, briefing = there
            yield from passages(Links(briefing), key, kept.state.notes)


def passages(links: Links, key: str, notes: Iterable[Note]) -> list[Passage]:
    """The notes of a briefing, which the library knows by `key`; also those whose item is gone."""
    briefing = links.briefing
    titles = (briefing.id, *(wording.text for wording in briefing.title.wordings))
    itself = Facet(Role.BRIEFING, tuple(dict.fromkeys(filter(None, titles))))
    return [_passage(links, key, note, itself) for note in local(briefing, notes)]


def _passage(links: Links, key: str, note: Note, itself: Facet) -> Passage:
    ref, title = note.item.ref, note.item.title
    day = Moment(note.time.year, note.time.month, note.time.day, note.time.time().replace(second=0, microsecond=0))
    record = links.record(ref)
    return Passage(
        briefing=key,
        ref=ref,
        text=note.text,
        date=Period(day),
        sort=Sort.NOTE,
        id=note.id,
        code=links.code_of(ref) if ref.kind in (Kind.PERSON, Kind.DELEGATION) else "",
        place=Text.of(title) if title else None,
        tlp=strictest((note.item.tlp, links.strictness(record) if record else links.briefing.tlp)),
        facets=(*_facets(links, ref, title), itself),
    )


def _facets(links: Links, ref: Ref, title: str) -> Iterator[Facet]:
    """What the note hangs on, under its title then and all its names now, and the countries it concerns."""
    record = links.record(ref)
    text = getattr(record, "name", None) or getattr(record, "title", None)
    names = [title, *(wording.text for wording in text.wordings)] if text else [title]
    names += [ref.id] if ref.kind not in (Kind.WORDS, Kind.QUOTE) else []
    names += (record.native, *record.aliases) if isinstance(record, Participant) else ()
    code = links.code_of(ref)
    named = tuple(dict.fromkeys(filter(None, names)))
    if named:
        yield Facet(_ROLES.get(ref.kind, Role.NAME), named, code)
    talk = links.briefing.talks.get(ref.id) if ref.kind is Kind.TALK else None
    codes = [links.code_of(party) for party in talk.parties] if talk else [code]
    for each in dict.fromkeys(filter(None, codes)):
        yield Facet(Role.COUNTRY, tuple(dict.fromkeys((each, countries.name(each, "en"), countries.name(each, "de")))), each)
