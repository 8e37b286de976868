"""The sections of a draft, each written from what was found."""

from collections.abc import Sequence
from datetime import date

from ...i18n import _
from ...model.countries import codes
from ..analysis import Analysis
from ..people import Person
from .ids import Names
from .lines import Lines
from .said import Said

_MOST_TOPICS = 4


def delegations(lines: Lines, analysis: Analysis) -> None:
    """Organisations and others that have no country code, which references need an entry for."""
    used = [person.delegation for person in analysis.roster.people] + [
        code for each in analysis.threats for code in each.actors
    ]
    used += [speaker.code for _quote_of, speaker in analysis.quotes if speaker and speaker.code]
    free = [code for code in dict.fromkeys(used) if code and code not in codes()]
    if free:
        lines.gap()
        lines.put(0, "delegations")
        for code in free:
            lines.put(1, code)
            lines.put(2, "name", code)


def participants(lines: Lines, analysis: Analysis, names: Names, quotes: Sequence[Said]) -> None:
    """Everybody who is named with an office, and whoever is quoted."""
    for each in quotes:
        names.speaker(each.speaker, analysis.text)
    if not analysis.roster.people and not names.others:
        return
    lines.gap()
    lines.put(0, "participants")
    active = {person.name for talk in analysis.talks for person in talk.parties}
    active |= {each.speaker.person.name for each in quotes if each.speaker and each.speaker.person}
    for person in analysis.roster.people:
        _person(lines, analysis, names, person, person.name in active or _acts(analysis, person))
    for words, id in names.others.items():
        lines.put(1, id, check=_("the text gives no name") if words != "?" else _("the text does not say who speaks"))
        lines.put(2, "name", words)
        lines.put(2, "presence", "mentioned")


def _person(lines: Lines, analysis: Analysis, names: Names, person: Person, attends: bool) -> None:
    lines.put(1, names.person(person))
    lines.put(2, "name", person.name, "" if person.delegation or not person.role else _("the text does not say for whom"))
    if person.role:
        like = _("the text says counterpart of {name}", name=person.like) if person.like else ""
        lines.put(2, "role", person.role, like)
    if person.delegation:
        lines.put(
            2, "delegation", person.delegation, "" if person.sure else _("not beside the name; taken from the text around it")
        )
    lines.several(2, "aliases", person.aliases)
    if not attends:
        lines.put(2, "presence", "mentioned")
    lines.put(2, "source", "document")
    lines.put(2, "locator", analysis.paragraphs.locator(*person.places[0]))


def _acts(analysis: Analysis, person: Person) -> bool:
    """Whether somebody is the subject of a sentence somewhere."""
    context = analysis.context
    for start, _end in person.places:
        for sentence in context.around(start):
            for phrase in context.phrases(sentence):
                if phrase.subject and sentence.tokens[phrase.first].start <= start < sentence.tokens[phrase.last].end:
                    return True
    return False


def talks(lines: Lines, analysis: Analysis, names: Names, ids: dict[int, str]) -> None:
    """Who met whom; `ids` are the ids of the talks by their place in the analysis."""
    if not analysis.talks:
        return
    lines.gap()
    lines.put(0, "talks")
    for index, talk in enumerate(analysis.talks):
        lines.put(1, ids[index], check="" if talk.sure else _("the text says that one spoke to the other, not that they met"))
        lines.several(2, "parties", [names.person(person) for person in talk.parties])
        day = talk.when.day if talk.when else None
        if day and day != analysis.header.day:
            lines.put(2, "date", day.isoformat(), _as_written(analysis, talk.when.start, talk.when.end) if talk.when else "")
        if (day or analysis.header.day) > date.today():
            lines.put(2, "status", "planned")
        topics = [" ".join(analysis.text[start:end].split()) for start, end in talk.topics[:_MOST_TOPICS]]
        if topics:
            lines.put(2, "topics")
            for topic in topics:
                lines.item(3, "text", topic)
        lines.put(2, "source", "document")
        lines.put(2, "locator", analysis.paragraphs.locator(talk.start, talk.end))


def _as_written(analysis: Analysis, start: int, end: int) -> str:
    return _("the text says {words}", words=analysis.text[start:end])


def threats(lines: Lines, analysis: Analysis, ids: dict[int, str]) -> None:
    """What the list of terms found."""
    if not analysis.threats:
        return
    lines.gap()
    lines.put(0, "threats")
    for index, threat in enumerate(analysis.threats):
        lines.put(1, ids[index])
        lines.put(2, "title", threat.title)
        lines.several(2, "actor", threat.actors, "" if threat.sure else _("the country is named earlier in the sentence"))
        lines.put(2, "category", threat.category)
        lines.put(2, "source", "document")
        lines.put(2, "locator", analysis.paragraphs.locator(threat.start, threat.end))


def quotes(
    lines: Lines, analysis: Analysis, names: Names, found: Sequence[Said], ids: tuple[dict[int, str], dict[int, str]]
) -> None:
    """Who said what; `ids` are those of talks and threats."""
    if not found:
        return
    lines.gap()
    lines.put(0, "quotes")
    for each in found:
        _quote(lines, analysis, names, each, ids)


def _quote(lines: Lines, analysis: Analysis, names: Names, each: Said, ids: tuple[dict[int, str], dict[int, str]]) -> None:
    lines.item(1, "speaker", names.speaker(each.speaker, analysis.text), _doubt_of_speaker(analysis, each))
    lines.put(2, "text", each.text, _doubt_of_quote(each))
    if each.to:
        lines.put(2, "to", names.person(each.to))
    elif each.to_words:
        lines.put(2, "to", each.to_words)
    if each.talk:
        lines.put(2, "talk", ids[0][_place(analysis.talks, each.talk)])
    elif each.occasion:
        lines.put(2, "occasion", each.occasion)
    if each.day:
        lines.put(2, "date", each.day.isoformat())
    lines.several(2, "about", [ids[1][_place(analysis.threats, threat)] for threat in each.about])
    lines.put(2, "source", "document")
    lines.put(2, "locator", analysis.paragraphs.locator(each.start, each.end))


def _place(items: Sequence[object], item: object) -> int:
    """Where an object itself stands in a sequence."""
    return next(index for index, each in enumerate(items) if each is item)


def _doubt_of_speaker(analysis: Analysis, each: Said) -> str:
    """Why the speaker may be another: the sentence does not name one, or only by a pronoun or an office."""
    if each.speaker is None:
        return _("nobody is named near it")
    words = " ".join(each.speaker.mention.text(analysis.text).split())
    if not each.framed:
        return _("unsure; no verb of speech here, taken from: {words}", words=words)
    phrase = each.speaker.mention.phrase
    person = each.speaker.person
    if phrase.pronoun or (person and not any(form in words for form in (person.name, person.short))):
        return _("likely; the text says: {words}", words=words)
    return ""


def _doubt_of_quote(each: Said) -> str:
    return _("unsure; may be a name or a word at arm's length") if each.sure <= 1 else ""
