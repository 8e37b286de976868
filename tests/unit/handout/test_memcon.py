from dataclasses import replace
from datetime import datetime

from moon_briefing import MOON, read_text

from briefing_tui.handout.memcon import Taken, memcon
from briefing_tui.model.briefing import Point
from briefing_tui.model.links import Links
from briefing_tui.model.marking import Tlp
from briefing_tui.model.text import Text

LINKS = Links(MOON)
TALK = MOON.talks["deu-moon"]


def test_the_record_says_what_the_file_and_the_notes_know() -> None:
    taken = Taken(
        ticked=(TALK.points[0], TALK.asks[0]),
        notes=((datetime(2031, 5, 4, 9, 40), "second\n# no heading"), (datetime(2031, 5, 4, 9, 12), "first [x]")),
    )
    lines = memcon(LINKS, TALK, "en", taken).splitlines()
    assert lines[0] == lines[-1] == "**[PRACTICE TLP:AMBER+STRICT]**"
    for line in (
        "# Record of conversation: DEU–moon", "- Meeting: First Meeting on the Moon",
        "- Date: 4 May 2031 09:05 (Europe/Berlin)",
        "- Place: Krater 5 \\[de\\], Sea of Crises", "- Handling: Chatham House rule",
        "- Orla Testfrau, Minister, Bundesrepublik (DEU)", "- Vex Nobody, Moon Base (moon)",
        "- [x] Danken \\[de\\]", "- [ ] if raised: Luft \\[de\\]: Kein Kommentar. \\[de\\]", "- Weiter \\[de\\]",
        "- [x] moon: Sauerstoff \\[de\\] → bald \\[de\\] (done)", "- [ ] Notiz \\[de\\] (Bundesrepublik, by 20 May 2031)",
        "- 09:12 first \\[x\\]", "- 09:40 second\\",
    ):  # fmt: skip
        assert line in lines, line
    assert lines.index("- 09:12 first \\[x\\]") < lines.index("- 09:40 second\\")
    assert "# no heading" not in lines


def test_the_record_has_the_topics_and_what_happened_for_the_first_time() -> None:
    topic, first = (Point(text=Text.of(words, "en")) for words in ("Ice", "first talk since 2023"))
    talk = replace(TALK, topics=(topic,), firsts=(first,))
    lines = memcon(LINKS, talk, "en").splitlines()
    assert "- For the first time: first talk since 2023" in lines
    assert lines[lines.index("## Topics") : lines.index("## Said")] == ["## Topics", "", "- Ice", ""]


def test_what_nobody_knows_yet_is_there_to_be_filled_in() -> None:
    briefing = read_text("title: A\ndate: 2031-01-01\ntlp: AMBER\ntalks: {t: {parties: [KOR, FRA]}}")
    lines = memcon(Links(briefing), briefing.talks["t"], "en").splitlines()
    for heading in ("## Said", "## Notes", "## Agreed", "## Asks", "## Next"):
        assert lines[lines.index(heading) + 2] == "- …"
    assert "- South Korea (KOR)" in lines
    assert lines[0] == "**[TLP:AMBER]**"


def test_the_strictest_thing_in_the_talk_marks_the_record() -> None:
    briefing = read_text(
        "title: A\ndate: 2031-01-01\ntlp: GREEN\ntalks: {t: {parties: [KOR, FRA], points: [{text: x, tlp: RED}]}}"
    )
    assert memcon(Links(briefing), briefing.talks["t"]).startswith("**[TLP:RED]**")


def test_who_is_named_and_what_the_talk_was_when_something_was_noted_mark_the_record() -> None:
    people = "participants: {ann: {name: Ann Example, tlp: AMBER}, bob: Bob Sample}"
    briefing = read_text(f"title: A\ndate: 2031-01-01\ntlp: GREEN\n{people}\ntalks: {{t: {{parties: [ann, bob]}}}}")
    links, talk = Links(briefing), briefing.talks["t"]
    assert memcon(links, talk).startswith("**[TLP:AMBER]**")
    assert memcon(links, talk, taken=Taken(notes=((datetime(2031, 1, 1), "x"),), tlp=Tlp.RED)).startswith("**[TLP:RED]**")


def test_what_was_said_word_for_word_is_in_the_record_and_marks_it() -> None:
    text = (
        "title: A\ndate: 2031-01-01\nlang: de\ntlp: GREEN\nparticipants: {ann: {name: Ann Example, of: KOR}}\n"
        "talks: {t: {parties: [KOR, FRA]}, other: {parties: [KOR, JPN]}}\n"
        "quotes:\n"
        "- {speaker: ann, talk: t, text: Das reicht, translation: {en: That is enough}, tlp: RED, use: off-record}\n"
        "- {speaker: ann, talk: other, text: Anderswo}\n"
    )
    briefing = read_text(text)
    record = memcon(Links(briefing), briefing.talks["t"], "en")
    assert "## Quotes\n\n> “Das reicht”\n>\n> That is enough (translated from German)\n" in record
    assert "Ann Example" in record and "Anderswo" not in record and "off-record" in record.replace("off record", "off-record")
    assert record.startswith("**[TLP:RED]**")


def test_a_note_of_another_day_says_which() -> None:
    notes = ((datetime(2031, 5, 4, 9, 12), "in the room"), (datetime(2032, 6, 5, 17, 1), "a year later"))
    lines = memcon(LINKS, TALK, "en", Taken(notes=notes)).splitlines()
    assert "- 09:12 in the room" in lines and "- 5 Jun 2032 17:01 a year later" in lines
