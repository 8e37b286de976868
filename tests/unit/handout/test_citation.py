import pytest
from moon_briefing import MOON, read_text

from briefing_tui.handout import as_text, citation
from briefing_tui.model.errors import NotFoundError
from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.links import Links

AHN = """
title: ADMM-Plus
date: 2025-11-01
venue: Kuala Lumpur
lang: en
{head}
participants: {{ahn: {{name: Ahn Gyu-back, role: Minister of National Defence, delegation: KOR}}}}
quotes: [{{speaker: ahn, text: a grave challenge {more}}}]
sources: {{report: {{title: Ministers meet}}, agency: {{title: Ministers meet, publisher: A news agency, date: 2025-11-02}}}}
"""


def cited(head: str = "tlp: CLEAR", more: str = ", source: report, locator: para. 4", lang: str = "") -> str:
    briefing = read_text(AHN.format(head=head, more=more))
    return citation(Links(briefing), briefing.quotes[0], lang)


def test_a_quote_carries_all_that_makes_it_traceable() -> None:
    assert cited() == (
        "“a grave challenge”, Ahn Gyu-back, Minister of National Defence (KOR), Kuala Lumpur, 1 Nov 2025 "
        "(Ministers meet, para. 4). [TLP:CLEAR]"
    )


def test_what_has_no_source_says_so() -> None:
    assert cited(more="").endswith("1 Nov 2025 [no source]. [TLP:CLEAR]")
    assert cited(more=", locator: para. 4").endswith("1 Nov 2025 (para. 4) [no source]. [TLP:CLEAR]")


@pytest.mark.parametrize(
    ("head", "more", "mark"),
    [
        ("", "", "[NO MARKING]"),
        ("tlp: GREEN\nclassification: PRACTICE", "", "[PRACTICE TLP:GREEN]"),
        ("tlp: GREEN", ", tlp: AMBER+STRICT", "[TLP:AMBER+STRICT]"),
    ],
)
def test_a_quote_carries_its_marking(head: str, more: str, mark: str) -> None:
    assert cited(head, more).endswith(mark)


@pytest.mark.parametrize(
    ("use", "mark"), [("on-record", "[TLP:RED]"), ("background", "[TLP:RED]"), ("deep-background", "[TLP:CLEAR]")]
)
def test_a_quote_is_as_strict_as_the_person_it_names(use: str, mark: str) -> None:
    text = AHN.format(head="tlp: CLEAR", more=f", use: {use}").replace("delegation: KOR", "delegation: KOR, tlp: RED")
    briefing = read_text(text)
    assert citation(Links(briefing), briefing.quotes[0]).endswith(mark)


def test_a_quote_may_be_less_strict_than_its_file() -> None:
    assert cited("tlp: AMBER", ", tlp: CLEAR, source: report").endswith("[TLP:CLEAR]")


def test_a_source_is_named_by_its_publisher_and_date() -> None:
    assert "1 Nov 2025 (A news agency, 2 Nov 2025, para. 4). [" in cited(more=", source: agency, locator: para. 4")
    assert "1 Nov 2025 (A news agency, 2 Nov 2025). [" in cited(more=", source: agency")


def test_a_translation_is_labelled_and_never_alone() -> None:
    more = ", translation: {de: eine Herausforderung}"
    text = cited("tlp: CLEAR\ntranslated_by: the author", more, "de")
    assert text.startswith("“a grave challenge” – eine Herausforderung (translated from English), Ahn Gyu-back")
    for lang in ("", "en", "fr"):
        assert "Herausforderung" not in cited(more=more, lang=lang)


def test_a_quote_is_as_old_as_the_talk_it_is_from() -> None:
    head = "tlp: CLEAR\ntalks: {t: {parties: [ahn], date: 2025-10-31 14:30, venue: Seoul}}"
    assert "(KOR), Seoul, 31 Oct 2025 [no source]" in cited(head, ", talk: t")
    assert "(KOR), Seoul, 2 Nov 2025 [no source]" in cited(head, ", talk: t, date: 2025-11-02")


def test_verbatim_words_are_left_as_they_are() -> None:
    links = Links(MOON)
    assert "“Der Staub ist „überall“ [sic]”" in citation(links, MOON.quotes[0], "en")
    assert "“Der Staub ist „überall“ [sic]”" in citation(links, MOON.quotes[0], "en", openly=True)
    assert "“No.\nNever.”" in citation(links, MOON.quotes[1])


@pytest.mark.parametrize(
    ("kind", "id", "expected"),
    [
        (Kind.PERSON, "orla", ["Orla Testfrau (DEU)", "pronunciation: OR-la", "role: Minister", "source: Staubzeitung"]),
        (
            Kind.TALK,
            "deu-moon",
            ["DEU–moon: Orla Testfrau (DEU), Vex Nobody (moon)", "- Kein Kommentar. [de] (topic: Luft [de])"],
        ),
        (Kind.THREAT, "dust", ["Mondstaub [de]", "severity: critical", "affects: Bundesrepublik, France"]),
        (Kind.SOURCE, "paper", ["Staubzeitung", "url: https://example.org/a", "grade: B2"]),
        (Kind.TERM, "EVA", ["EVA: Spacewalk"]),
        (Kind.DELEGATION, "FRA", ["France"]),
    ],
)
def test_other_things_are_copied_whole(kind: Kind, id: str, expected: list[str]) -> None:
    text = as_text(MOON, Ref(kind, id), "en", openly=True)
    for words in expected:
        assert words in text
    assert "from: First Meeting on the Moon, 4–6 May 2031" in text


def test_a_copy_is_marked_by_the_strictest_inside_it_at_both_ends() -> None:
    lines = as_text(MOON, Ref(Kind.PERSON, "vex"), openly=True).splitlines()
    assert lines[0] == lines[-1] == "[PRACTICE TLP:AMBER+STRICT]"
    assert as_text(MOON, Ref(Kind.QUOTE, "own")).endswith("[PRACTICE TLP:RED]")


def test_what_is_not_there_cannot_be_copied() -> None:
    with pytest.raises(NotFoundError, match="nobody"):
        as_text(MOON, Ref(Kind.PERSON, "nobody"))
