"""The draft as a file: valid whatever the text is, and every quote letter for letter."""

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.drafting.analysis import Analysis, analyse
from briefing_tui.drafting.compose import compose
from briefing_tui.model.briefing import Briefing, Presence, Status, TalkStatus
from briefing_tui.reading import Weight, clean, read_bytes

from .conftest import DAY

Read = Callable[..., Analysis]

RELEASE = """Treffen der Nebelminister in Bern

Bern, 2031-05-06

Der norwegische Aussenminister Ulf Muster hat am Dienstag die finnische Ministerin Orla Testfrau in Bern empfangen. \
Das Treffen stand unter dem Motto „Gemeinsam durch den Nebel“.

In seiner Rede sagte Muster: „Wir fahren weiter.“ „Der Nebel“, sagte Testfrau, „wird uns nicht aufhalten“. \
Am Freitag äußerte Muster gegenüber Testfrau „ernste“ Bedenken wegen russischer Drohnenangriffe. \
Das Ziel von Präsident Jan Beispiel sei das nicht. „Wir sehen weiter“, sagte ein Sprecher der Hafenbehörde.
"""


def drafted(text: str, lang: str = "de") -> Briefing:
    """The briefing that the draft of a text is, which has no problems."""
    written = compose(analyse(text, lang, today=DAY), name="report.txt", sha256="0" * 64)
    reading = read_bytes(written.encode(), "draft.yaml")
    assert [message for message in reading.messages if message.weight is Weight.PROBLEM] == []
    return reading.briefing


def test_the_head() -> None:
    briefing = drafted(RELEASE)
    assert (str(briefing.title), str(briefing.date), briefing.lang, briefing.status) == (
        "Treffen der Nebelminister in Bern",
        "2031-05-06",
        "de",
        Status.DRAFT,
    )
    assert (str(briefing.venue), str(briefing.theme)) == ("Bern", "Gemeinsam durch den Nebel")


def test_people_attend_or_are_mentioned() -> None:
    people = drafted(RELEASE).participants
    assert {id: person.presence for id, person in people.items()} == {
        "muster": Presence.ATTENDING,
        "testfrau": Presence.ATTENDING,
        "beispiel": Presence.MENTIONED,
        "ein-sprecher-der-hafenbehorde": Presence.MENTIONED,
    }


def test_an_interrupted_quote_is_joined() -> None:
    texts = [quote.text for quote in drafted(RELEASE).quotes]
    assert texts == ["Wir fahren weiter.", "Der Nebel […] wird uns nicht aufhalten", "ernste", "Wir sehen weiter"]


def test_a_quote_says_to_whom_when_and_about_what() -> None:
    quote = drafted(RELEASE).quotes[2]
    assert ([ref.id for ref in quote.to], str(quote.date), [ref.id for ref in quote.about]) == (
        ["testfrau"],
        "2031-05-02",
        ["drones-rus"],
    )


def test_a_quote_has_its_occasion() -> None:
    assert str(drafted(RELEASE).quotes[0].occasion) == "Rede"


def test_every_item_says_where_it_stands() -> None:
    briefing = drafted(RELEASE)
    for quote in briefing.quotes:
        found = re.fullmatch(r"para\. \d+, characters (\d+)-(\d+)", quote.locator)
        assert found
        passage = RELEASE[int(found[1]) : int(found[2])]
        assert all(part in passage for part in quote.text.split(" […] "))


def test_what_is_unsure_says_so() -> None:
    written = compose(analyse(RELEASE, "de", today=DAY))
    assert re.search(r"delegation: \w+  # check: not beside the name", written)
    assert re.search(r"- speaker: ein-sprecher.*\n", written)


def test_a_text_without_quotes_people_or_dates_is_a_draft_too() -> None:
    briefing = drafted("Es war still.")
    assert (str(briefing.title), len(briefing.quotes), len(briefing.participants)) == ("Es war still", 0, 0)


def test_an_unknown_language_is_named(read: Read) -> None:
    assert "the language of the document is not known" in compose(read("Nunc est bibendum, nunc pede libero.", ""))


_WORDS = [
    *"„“”\"«»‚‘'():,.!?-#{}[]\\|>&*%@`~",
    *("\n", "\n\n", " ", " – ", ": ", "- ", ". ", "null", "~", "id", "No", "007", "1.10", "2031-13-45", "31. Februar"),
    *(
        "Minister ",
        "Präsident ",
        "Bundesrat ",
        "Mr. ",
        "der ",
        "und ",
        "mit ",
        "sagte ",
        "so ",
        "laut ",
        "traf ",
        "sie ",
        "er ",
    ),
    *("Ulf ", "Muster ", "Testfrau ", "Kosovo ", "UN-", "USA ", "Treffen ", "gestern ", "am Freitag ", "Raketen ", "Motto "),
    *("\t", "\u2028", "\ufeff", "\u202e", "\x1b", "\x00", "é", "日本", "😀", "ß", "title: x"),
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=60), st.sampled_from(["de", "en", ""]))
def test_any_text_makes_a_valid_draft_with_verbatim_quotes(words: list[str], lang: str) -> None:
    text = clean("".join(words))
    for quote in drafted(text, lang).quotes:
        assert all(part in text for part in quote.text.split(" […] "))


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_value_that_looks_like_something_else_stays_text(lang: str) -> None:
    briefing = drafted("null\n\nMinister Null Muster sagte: „~ # kein: Kommentar“, „- 1.10“ und „\\n“.", lang)
    assert str(briefing.title) == "null"


@pytest.mark.parametrize(
    "text",
    [
        "„a " * 9_000 + "“" * 3_000,
        "„Wir gehen“, " * 2_300,
        "Minister Ulf Muster traf Minister Jan Beispiel und " * 600,
        "sagte, " * 4_000,
        "gestern am 1. Mai " * 1_600,
        "Raketen " * 3_700,
        "(" * 30_000,
        "a" * 30_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.thread_time()
    compose(analyse(text, "de", today=DAY))
    assert time.thread_time() - start < 6


def test_the_chair_and_who_has_no_office() -> None:
    briefing = drafted(
        "Unter dem Vorsitz von Minister Ulf Muster tagte der Rat. „Wir fahren weiter“, sagte Frau Orla Testfrau."
    )
    assert briefing.chair and briefing.chair.id == "muster"
    assert {id: str(person.role) for id, person in briefing.participants.items()} == {"muster": "Minister", "testfrau": "None"}


def test_a_talk_of_two_from_one_country_is_called_by_their_names() -> None:
    briefing = drafted("Der norwegische Minister Ulf Muster traf die norwegische Ministerin Orla Testfrau.")
    assert list(briefing.talks) == ["muster-testfrau"]


@pytest.mark.parametrize(
    ("text", "to", "talk"),
    [
        ("Gegenüber dem Nebelblatt sagte Muster, das sei „gut und richtig für alle“.", ["dem Nebelblatt"], None),
        ("Gegenüber ihm sagte Muster, das sei „gut und richtig für alle“.", [], None),
        ("Muster führte Gespräche mit Ministerin Orla Testfrau und nannte sie „gut und richtig für alle“.", ["testfrau"], True),
    ],
)
def test_whom_words_were_for(text: str, to: list[str], talk: bool | None) -> None:
    (quote,) = drafted(f"Minister Ulf Muster kam. {text}").quotes
    assert ([ref.id for ref in quote.to], quote.talk and bool(quote.talk)) == (to, talk)


@pytest.mark.parametrize(("day", "status"), [("2021-05-06", TalkStatus.HELD), ("2091-05-06", TalkStatus.PLANNED)])
def test_a_talk_is_planned_until_its_day(day: str, status: TalkStatus) -> None:
    text = "Der norwegische Minister Ulf Muster traf die finnische Ministerin Orla Testfrau."
    (talk,) = drafted(f"Bern, {day}\n\n{text}").talks.values()
    assert talk.status is status


def test_a_country_speaks_for_itself() -> None:
    (quote,) = drafted("Norwegen erklärte: „Wir fahren weiter.“").quotes
    assert quote.speaker.id == "NOR"


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("In seiner Rede sagte Minister Ulf Muster: „Wir fahren weiter.“", "Rede"),
        ("Es war still im Saal. In seiner Rede sagte Minister Ulf Muster: „Wir fahren weiter.“", "Rede"),
        ("Minister Ulf Muster hielt eine Ansprache. „Wir fahren weiter“, sagte Muster.", "Ansprache"),
        ("Die Rede war lang. Es war still im Saal. „Wir fahren weiter“, sagte Minister Ulf Muster.", "None"),
        ("Die Rede war lang, wie man hörte.\n\n„Wir fahren weiter“, sagte Minister Ulf Muster.", "None"),
    ],
)
def test_the_occasion_is_named_in_the_sentence_or_the_one_before_in_its_paragraph(text: str, occasion: str) -> None:
    (quote,) = drafted(text).quotes
    assert str(quote.occasion) == occasion
