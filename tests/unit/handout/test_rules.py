"""No form of a copy says more than the ground rule allows."""

import pytest
from moon_briefing import MOON, read_text

from briefing_tui.handout import as_page, as_text
from briefing_tui.handout.copies import forms_of
from briefing_tui.handout.forms import Form
from briefing_tui.handout.sections import as_quotes, as_sections
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.errors import RefusedError
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.links import Links

DINNER = """
title: Dinner in Tycho
date: 2031-05-02
venue: House Vega
lang: de
tlp: GREEN
{head}
participants:
  vega: {{name: Ida Vega, native: 이다, aliases: [Vega-Li], role: {role}, delegation: TYC}}
quotes:
  - {{id: vega-air, speaker: {speaker}, text: Luft ist kein Gefallen, translation: {{en: Air is no favour}},
      occasion: Toast by Vega, source: {source}, locator: p. 3, use: {use}}}
delegations: {{TYC: Tycho Base}}
sources:
  gazette: {{title: An interview with I. Vega, publisher: Tycho Gazette, url: https://example.org/ida-vega, date: 2031-05-03}}
  blog: {{title: The diary of Ida VEGA, publisher: Vega Press}}
glossary: {{EVA: walk outside}}
"""
EVERY_FORM = pytest.mark.parametrize("form", Form, ids=lambda form: form.name.lower())


def dinner(
    use: str = "on-record", head: str = "", source: str = "gazette", role: str = "Minister of Air", **more: str
) -> Briefing:
    more = {"speaker": "vega"} | more
    return read_text(DINNER.format(use=use, head=head, source=source, role=role, **more), "dinner")


def copied(briefing: Briefing, form: Form = Form.PLAIN, *, openly: bool = False) -> str:
    return as_text(briefing, Ref(Kind.QUOTE, briefing.quotes[0].id), "en", form, openly=openly)


def names_nobody(text: str) -> bool:
    return not any(name in text.casefold() for name in ("vega", "ida", "이다"))


@EVERY_FORM
def test_on_the_record_every_form_says_all(form: Form) -> None:
    text = copied(dinner(), form)
    for words in (
        "Ida Vega",
        "Minister of Air",
        "TYC",
        "Luft ist kein Gefallen",
        "Air is no favour",
        "Gazette",
        "p. 3",
        "TLP:GREEN",
    ):
        assert words in text


@EVERY_FORM
def test_on_background_the_office_stands_for_the_name(form: Form) -> None:
    text = copied(dinner("background"), form)
    assert names_nobody(text), text
    for words in ("Minister of Air", "TYC", "Tycho Gazette", "p. 3", "Luft ist kein Gefallen", "Air is no favour", "TLP:GREEN"):
        assert words in text


def test_on_background_what_holds_the_name_is_left_out() -> None:
    text = copied(dinner("background", source="blog", role="Speaker of Vega"))
    assert names_nobody(text)
    assert text == (
        "“Luft ist kein Gefallen” – Air is no favour (translated from German), a participant (TYC), "
        "2 May 2031 (source withheld). [TLP:GREEN]"
    )
    withheld = dinner("background", source="blog", role="Speaker of Vega")
    assert copied(withheld, Form.CHICAGO).endswith(", May 2, 2031 (source withheld). [TLP:GREEN]")
    assert "source: withheld" in copied(withheld, Form.YAML)
    assert not any("p. 3" in copied(withheld, form) for form in Form)


@EVERY_FORM
@pytest.mark.parametrize(("use", "room"), [("on-record", True), ("background", False)])
def test_on_background_the_room_of_a_talk_is_left_out_and_the_town_stays(form: Form, use: str, room: bool) -> None:
    text = (
        "title: A\ndate: 2031-05-02\nvenue: Tycho\nparticipants: {quist: {name: Mara Quist, role: Minister of Ice}}\n"
        "talks: {ice: {parties: [quist, TYC], venue: Crater 5}}\n"
        f"quotes: [{{speaker: quist, text: Air, talk: ice, use: {use}}}]"
    )
    handed = copied(read_text(text), form)
    assert ("Crater 5" in handed) is room
    assert room or "Tycho" in handed


def test_on_background_a_country_may_be_named_and_unknown_words_may_not() -> None:
    assert "(translated from German), South Korea, " in copied(dinner("background", speaker="KOR"))
    assert names_nobody(copied(dinner("background", speaker="Idda Vega")))


@EVERY_FORM
@pytest.mark.parametrize(
    ("use", "head"),
    [
        ("deep-background", ""), ("chatham-house", ""), ("on-record", "handling: chatham-house"),
        ("background", "handling: chatham-house"),
    ],
)  # fmt: skip
def test_the_words_alone_are_alone(form: Form, use: str, head: str) -> None:
    text = copied(dinner(use, head), form)
    assert names_nobody(text), text
    assert "Luft ist kein Gefallen" in text and "Air is no favour" in text and "TLP:GREEN" in text
    for telling in ("Minister", "TYC", "Tycho", "2031", "Gazette", "p. 3", "dinner", "Toast", "no source"):
        assert telling not in text, telling


def test_the_words_alone_in_plain() -> None:
    assert copied(dinner("deep-background")) == (
        "“Luft ist kein Gefallen” – Air is no favour (translated from German) [TLP:GREEN]"
    )


@EVERY_FORM
@pytest.mark.parametrize("head", ["", "handling: chatham-house"])
def test_off_the_record_leaves_only_if_somebody_insists(form: Form, head: str) -> None:
    briefing = dinner("off-record", head)
    with pytest.raises(RefusedError, match="off the record"):
        copied(briefing, form)
    text = copied(briefing, form, openly=True)
    assert "Ida Vega" in text
    assert ("off-record" if form not in (Form.JSON, Form.YAML) else "use") in text


@EVERY_FORM
@pytest.mark.parametrize(
    "ref",
    [
        Ref(Kind.PERSON, "orla"), Ref(Kind.TALK, "deu-moon"), Ref(Kind.THREAT, "dust"), Ref(Kind.DELEGATION, "DEU"),
        Ref(Kind.SOURCE, "paper"),
    ],
)  # fmt: skip
def test_under_the_chatham_house_rule_nothing_that_says_who_took_part_is_copied(form: Form, ref: Ref) -> None:
    with pytest.raises(RefusedError, match="Chatham House"):
        as_text(MOON, ref, "en", form)
    assert "PRACTICE TLP:" in as_text(MOON, ref, "en", form, openly=True).replace("\\", "")


@EVERY_FORM
def test_under_the_chatham_house_rule_no_section_says_who_took_part(form: Form) -> None:
    links = Links(MOON)
    for names in (("key_points", "follow_ups"), ("agenda",), ("sources",)):
        with pytest.raises(RefusedError):
            as_sections(links, names, "en", form)
    terms = as_sections(links, ("glossary",), "en", form)
    assert "Spacewalk" in terms
    quotes = as_quotes(links, MOON.quotes, "en", form)
    for text in (terms, quotes):
        assert not any(name in text for name in ("Orla", "Vex", "Bundesrepublik", "DEU", "Krater", "orla", "vex"))


def test_many_quotes_leave_out_those_off_the_record() -> None:
    briefing = read_text("""
title: A
date: 2031-01-01
quotes: [{speaker: X, text: may be said}, {speaker: X, text: may not, use: off-record}]
""")
    links = Links(briefing)
    assert "may not" not in as_quotes(links, briefing.quotes, "en")
    assert "may not" in as_quotes(links, briefing.quotes, "en", openly=True)
    with pytest.raises(RefusedError):
        as_quotes(links, briefing.quotes[1:], "en")


def test_the_owner_reads_everything_with_its_rule() -> None:
    page = as_page(dinner("off-record"), "en")
    assert "Ida Vega" in page and "[off-record]" in page
    assert "[background] [chatham-house]" in as_page(MOON, "en")


def test_a_note_cites_quotes_and_sources_only() -> None:
    links = Links(dinner())
    assert Form.CHICAGO in forms_of(links, Ref(Kind.QUOTE, "vega-air"))
    assert Form.CHICAGO in forms_of(links, Ref(Kind.SOURCE, "blog"))
    assert Form.CHICAGO not in forms_of(links, Ref(Kind.PERSON, "vega"))


def test_a_briefing_whose_name_says_who_spoke_is_not_named_on_background() -> None:
    text = "title: A\ndate: 2031-01-01\nparticipants: {quist: Mara Quist}\n"
    briefing = read_text(text + "quotes: [{speaker: quist, text: Air, use: background}]", "visit-of-quist")
    reference = as_quotes(Links(briefing), briefing.quotes, "en", Form.JSON)
    assert "quist" not in reference.casefold()
