"""A briefing and the records it is made of, as `SCHEMA` version 1 names them.

Every record is frozen and refers to others by `Ref`; `links.Links` resolves and inverts the references. Lists are tuples,
records keyed by id are dicts in file order. The annotations are also what the lenient builder and the JSON Schema are
generated from: see `fields`.
"""

from collections.abc import Mapping
from dataclasses import field, fields
from datetime import time as Clock
from enum import StrEnum
from typing import Annotated

from .dates import Moment, Period
from .fields import Kind, Lang, Main, Ref, Refers
from .marking import Tlp
from .records import record
from .text import Text

PEOPLE = Refers(Kind.PERSON, Kind.DELEGATION)


class Presence(StrEnum):
    """Whether a person takes part (iCalendar's PARTSTAT, in plain words)."""

    ATTENDING = "attending"
    MENTIONED = "mentioned"
    ABSENT = "absent"


class TalkStatus(StrEnum):
    """How far a talk has come."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Progress(StrEnum):
    """How far an ask or a follow-up has come."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Severity(StrEnum):
    """How bad a threat is, in rising order."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


class Confidence(StrEnum):
    """How sure the author is of an assessment."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Scale(StrEnum):
    """Whose words of likelihood a file uses: ICD 203 (US) or the PHIA yardstick (UK)."""

    ICD203 = "icd203"
    PHIA = "phia"


class Use(StrEnum):
    """The press ground rule a quote was given under."""

    ON_RECORD = "on-record"
    BACKGROUND = "background"
    DEEP_BACKGROUND = "deep-background"
    OFF_RECORD = "off-record"
    CHATHAM_HOUSE = "chatham-house"


class Handling(StrEnum):
    """A rule for the whole file."""

    CHATHAM_HOUSE = "chatham-house"


class Status(StrEnum):
    """Whether the author is done."""

    DRAFT = "draft"
    FINAL = "final"


LIKELIHOODS: Mapping[Scale, Mapping[str, str]] = {
    Scale.ICD203: {
        "almost no chance": "1–5%",
        "remote": "1–5%",
        "very unlikely": "5–20%",
        "highly improbable": "5–20%",
        "unlikely": "20–45%",
        "improbable": "20–45%",
        "roughly even chance": "45–55%",
        "roughly even odds": "45–55%",
        "likely": "55–80%",
        "probable": "55–80%",
        "very likely": "80–95%",
        "highly probable": "80–95%",
        "almost certain": "95–99%",
        "nearly certain": "95–99%",
    },
    Scale.PHIA: {
        "remote chance": "≤ 5%",
        "highly unlikely": "10–20%",
        "unlikely": "25–35%",
        "realistic possibility": "40–50%",
        "likely": "55–75%",
        "probable": "55–75%",
        "highly likely": "80–90%",
        "almost certain": "≥ 95%",
    },
}
"""The terms of each scale and the chance they stand for. Sources: ICD 203 (2015) § 2.a; PHIA probability yardstick (2019)."""


@record(kw_only=True)
class Record:
    """What every record may carry. Equal records have equal fields; where they stand in the file does not count."""

    note: Annotated[Text | None, "Anything worth adding."] = None
    tlp: Annotated[Tlp | None, "The marking of this item, where it is not the file's."] = None
    source: Annotated[Ref | None, Refers(Kind.SOURCE), "The source it is taken from."] = None
    locator: Annotated[str, "Where in the source: `para. 4`, `p. 12`."] = ""
    lineno: int = field(default=0, compare=False)
    other: tuple[tuple[str, str], ...] = ()

    def facts(self) -> dict[str, object]:
        """The fields that count when records are compared, by name."""
        return {each.name: getattr(self, each.name) for each in fields(self) if each.compare}

    def __hash__(self) -> int:
        return hash((type(self), getattr(self, "id", "")))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.facts().items() if value)})"


@record(kw_only=True)
class Point(Record):
    """One entry of a list of texts: a topic, an objective, a talking point, something agreed."""

    text: Annotated[Text, Main, "The words."]


@record(kw_only=True)
class Delegation(Record):
    """A country or organisation at the table."""

    id: str
    name: Annotated[Text | None, Main, "Its name; a country code needs none."] = None
    group: Annotated[Text | None, "The group it belongs to: `ASEAN`, `Plus`."] = None
    head: Annotated[Ref | None, Refers(Kind.PERSON), "The participant who leads it."] = None


@record(kw_only=True)
class Participant(Record):
    """A person in the room, or one the briefing speaks of."""

    id: str
    name: Annotated[Text, Main, "The name as it is shown."]
    native: Annotated[str, "The name in its own script."] = ""
    pronunciation: Annotated[str, "How to say the name: `ahn gyoo-BEK`."] = ""
    role: Annotated[Text | None, "The office held: `Minister of Defence`."] = None
    delegation: Annotated[
        Ref | None, Refers(Kind.DELEGATION), "The delegation, country or organisation the person speaks for: `KOR`, `EU`."
    ] = None
    address_as: Annotated[Text | None, "The form of address: `Minister Ahn`."] = None
    aliases: Annotated[tuple[str, ...], "Other spellings of the name: `An Kyu-baek`."] = ()
    presence: Annotated[Presence, "Whether the person takes part."] = Presence.ATTENDING
    bio: Annotated[Text | None, "One paragraph."] = None


@record(kw_only=True)
class IfRaised(Record):
    """A line for a subject that the other side may bring up."""

    topic: Annotated[Text | None, "The subject."] = None
    line: Annotated[Text, Main, "What to say."]


@record(kw_only=True)
class Ask(Record):
    """A request that one side makes of the other."""

    what: Annotated[Text, Main, "What is asked."]
    by: Annotated[Ref | None, PEOPLE, "Who asks."] = None
    answer: Annotated[Text | None, "What the other side said."] = None
    status: Annotated[Progress, "How far it has come."] = Progress.OPEN


@record(kw_only=True)
class FollowUp(Record):
    """Something to be done after the meeting."""

    what: Annotated[Text, Main, "What is to be done."]
    who: Annotated[tuple[Ref, ...], PEOPLE, "Who does it."] = ()
    due: Annotated[Period | None, "By when: `2025-11-20`, `2025-12`."] = None
    status: Annotated[Progress, "How far it has come."] = Progress.OPEN
    talk: Annotated[Ref | None, Refers(Kind.TALK), "The talk it comes from."] = None


@record(kw_only=True)
class Talk(Record):
    """A bilateral (or smaller multilateral) talk: the thing to speak from before it, the record of it after."""

    id: str
    parties: Annotated[tuple[Ref, ...], PEOPLE, Main, "Who meets."]
    date: Annotated[Period | None, "When, where it is not the briefing's date."] = None
    venue: Annotated[Text | None, "Where."] = None
    status: Annotated[TalkStatus, "How far it has come."] = TalkStatus.HELD
    topics: Annotated[tuple[Point, ...], "What it is about."] = ()
    objectives: Annotated[tuple[Point, ...], "What we want."] = ()
    their_objectives: Annotated[tuple[Point, ...], "What they want."] = ()
    points: Annotated[tuple[Point, ...], "What to say."] = ()
    if_raised: Annotated[tuple[IfRaised, ...], "What to say if they bring it up."] = ()
    avoid: Annotated[tuple[Point, ...], "What not to bring up."] = ()
    asks: Annotated[tuple[Ask, ...], "What is requested, by whom."] = ()
    press_line: Annotated[Text | None, "One sentence for the press."] = None
    outcome: Annotated[Text | None, "What came of it."] = None
    agreed: Annotated[tuple[Point, ...], "What both sides agreed."] = ()
    follow_ups: Annotated[tuple[FollowUp, ...], "What is to be done now."] = ()
    firsts: Annotated[tuple[Point, ...], "What happened here for the first time."] = ()
    background: Annotated[Text | None, "What one has to know before it."] = None
    previous: Annotated[str, "The talk before it, as BRIEFING/TALK."] = ""


@record(kw_only=True)
class Event(Record):
    """Something that happened."""

    what: Annotated[Text, Main, "What happened."]
    date: Annotated[Period | None, "When."] = None


@record(kw_only=True)
class Threat(Record):
    """A threat or risk on the table."""

    id: str
    title: Annotated[Text, Main, "Its short name."]
    actor: Annotated[tuple[Ref, ...], PEOPLE, "Who it comes from."] = ()
    category: Annotated[Text | None, "Its kind: `missiles`, `maritime`, `cyber`."] = None
    severity: Annotated[Severity | None, "How bad it is."] = None
    likelihood: Annotated[str, "A term of the file's scale."] = ""
    confidence: Annotated[Confidence | None, "How sure the author is."] = None
    affects: Annotated[tuple[Ref, ...], PEOPLE, "Whom it hits."] = ()
    raised_by: Annotated[tuple[Ref, ...], PEOPLE, "Who brought it up."] = ()
    talks: Annotated[tuple[Ref, ...], Refers(Kind.TALK), "The talks in which it came up."] = ()
    summary: Annotated[Text | None, "What is known."] = None
    events: Annotated[tuple[Event, ...], "What happened, with dates."] = ()


@record(kw_only=True)
class Quote(Record):
    """What somebody said, letter for letter."""

    id: str
    speaker: Annotated[Ref, PEOPLE, "Who said it."]
    text: Annotated[str, Main, "The words, verbatim, without quotation marks."]
    lang: Annotated[str, Lang, "The language of the words, where it is not the file's: `de`."] = ""
    translation: Annotated[Text | None, "The words in other languages; never verbatim, always labelled."] = None
    to: Annotated[
        tuple[Ref, ...], Refers(Kind.PERSON, Kind.DELEGATION, plain=True), "Whom it was said to: `ahn`, `JPN`, `plenary`."
    ] = ()
    occasion: Annotated[Text | None, "Where it was said, if not in a talk."] = None
    talk: Annotated[Ref | None, Refers(Kind.TALK), "The talk it was said in."] = None
    date: Annotated[Period | None, "When, where it is not the briefing's date."] = None
    about: Annotated[tuple[Ref, ...], Refers(Kind.TALK, Kind.THREAT), "The talks or threats it is about."] = ()
    topics: Annotated[tuple[Point, ...], "What it is about, in words."] = ()
    use: Annotated[Use, "The ground rule it was given under."] = Use.ON_RECORD


@record(kw_only=True)
class AgendaItem(Record):
    """One item of the programme."""

    what: Annotated[Text, Main, "What happens."]
    date: Annotated[Period | None, "The day, where it is not the first."] = None
    time: Annotated[Clock | None, "When it begins: `14:30`."] = None
    until: Annotated[Clock | None, "When it ends: `15:15`."] = None
    who: Annotated[tuple[Ref, ...], PEOPLE, "Who takes part."] = ()
    press: Annotated[bool, "Whether the press is in the room."] = False
    talk: Annotated[Ref | None, Refers(Kind.TALK), "The talk it is."] = None
    place: Annotated[Text | None, "Where."] = None


@record(kw_only=True)
class Term(Record):
    """An acronym or term; its id is the term itself."""

    id: str
    text: Annotated[Text, Main, "What it means."]


@record(kw_only=True)
class Source(Record):
    """A document the briefing is taken from."""

    id: str
    title: Annotated[Text, Main, "Its title."]
    publisher: Annotated[Text | None, "Who published it."] = None
    date: Annotated[Period | None, "When it was published."] = None
    lang: Annotated[str, Lang, "Its language."] = ""
    url: Annotated[str, "Where it can be found."] = ""
    file: Annotated[str, "A copy, relative to the briefing and never outside its folder: `sources/report.txt`."] = ""
    sha256: Annotated[str, "The SHA-256 of that copy, in hex."] = ""
    grade: Annotated[str, "Admiralty code: reliability A to F, credibility 1 to 6."] = ""


@record(kw_only=True)
class Briefing(Record):
    """One meeting: who is in the room, what was agreed in which talk, what threatens, who said what."""

    id: str = ""
    title: Annotated[Text, Main, "What the meeting is called."]
    date: Annotated[Period, "When it is: `2025-11-01`, `2025-10-31/2025-11-02`."]
    format: Annotated[str, "The version of this format."] = "1"
    lang: Annotated[str, Lang, "The language of texts that name none: `en`, `de`."] = ""
    timezone: Annotated[str, "The IANA name of the zone of all times: `Asia/Kuala_Lumpur`."] = ""
    venue: Annotated[Text | None, "Where it is."] = None
    theme: Annotated[Text | None, "Its motto."] = None
    chair: Annotated[Ref | None, PEOPLE, "Who presides."] = None
    principal: Annotated[Ref | None, PEOPLE, "Whose briefing this is: `we` in the talks."] = None
    classification: Annotated[str, "Shown as written beside the TLP label: `UNCLASSIFIED`."] = ""
    handling: Annotated[Handling | None, "A rule for the whole file."] = None
    status: Annotated[Status | None, "Whether it is finished."] = None
    translated_by: Annotated[Text | None, "Whose the translations of quotes are."] = None
    scale: Annotated[Scale, "Whose words `likelihood` uses."] = Scale.ICD203
    version: Annotated[str, "The author's count of versions."] = ""
    as_of: Annotated[Moment | None, "Up to when it is current: `2025-11-02 18:00`."] = None
    summary: Annotated[Text | None, "The bottom line, up front."] = None
    key_points: Annotated[tuple[Point, ...], "One line each; five at most."] = ()
    tags: Annotated[tuple[str, ...], "Words to file it under: `indo-pacific`."] = ()
    delegations: Annotated[Mapping[str, Delegation], "Countries and organisations, by code."] = field(default_factory=dict)
    participants: Annotated[Mapping[str, Participant], "People, by id."] = field(default_factory=dict)
    talks: Annotated[Mapping[str, Talk], "Bilateral talks, by id."] = field(default_factory=dict)
    threats: Annotated[Mapping[str, Threat], "Threats and risks, by id."] = field(default_factory=dict)
    quotes: Annotated[tuple[Quote, ...], "Who said what."] = ()
    agenda: Annotated[tuple[AgendaItem, ...], "The programme."] = ()
    follow_ups: Annotated[tuple[FollowUp, ...], "What is to be done that belongs to no single talk."] = ()
    glossary: Annotated[Mapping[str, Term], "Acronyms and terms."] = field(default_factory=dict)
    sources: Annotated[Mapping[str, Source], "The documents it is taken from, by id."] = field(default_factory=dict)
