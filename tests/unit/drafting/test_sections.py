"""What the sections of a draft hold, and what of it a person should look at."""

from datetime import date

import pytest

from briefing_tui.drafting.analysis import analyse
from briefing_tui.drafting.compose import compose
from briefing_tui.reading import Weight, read_bytes

from .conftest import DAY

PAIR = "Bericht\n\nMinister Ulf Muster kam. Ministerin Orla Testfrau kam. "
AROUND = "Norwegens Ziel bleibt auch unter Präsident Ulf Muster gleich."


def draft(text: str, lang: str = "de", day: date | None = None) -> str:
    written = compose(analyse(text, lang, day, today=DAY), name="r.txt", sha256="0" * 64)
    messages = read_bytes(written.encode(), "draft.yaml").messages
    assert [each for each in messages if each.weight is Weight.PROBLEM] == []
    return written


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Generalsekretär der ASEAN Kim Li-mun sagte: „Wir gehen bald“.", "delegations:\n  ASEAN:\n    name: ASEAN\n"),
        ("„Der Nebel bleibt noch“, sagte er.", '  p-er:  # check: the text gives no name\n    name: er\n'),
        ("„Der Nebel bleibt noch“, sagte er.", "  - speaker: p-er  # check: likely; the text says: er\n"),
        ("Es war so. „Der Nebel bleibt noch lange.“", "# check: unsure; no verb of speech here, taken from: Es\n"),
        (PAIR + "In einem Interview sagte Muster: „Wir gehen bald nach Hause.“", "    occasion: Interview\n"),
        (AROUND, "    delegation: NOR  # check: not beside the name; "),
        (AROUND, "    presence: mentioned\n"),
        ("Minister Ulf Muster wird am 20. Mai 2090 mit Ministerin Orla Testfrau Gespräche führen.", "    status: planned\n"),
    ],
)  # fmt: skip
def test_what_it_says(text: str, line: str) -> None:
    assert line in draft(text)


def test_a_talk_of_another_day_says_how_the_text_gives_it() -> None:
    written = draft(PAIR + "Muster äusserte am Freitag gegenüber Testfrau Bedenken.", day=DAY)
    assert "    date: 2031-05-02  # check: the text says Freitag\n" in written
    assert "  muster-testfrau:  # check: the text says that one spoke to the other, not that they met\n" in written


def test_where_nothing_is_found_there_are_no_sections() -> None:
    written = draft("Bericht\n\nEs regnete.")
    assert not any(f"{section}:" in written for section in ("participants", "talks", "threats", "quotes", "delegations"))


def test_a_talk_has_at_most_four_topics() -> None:
    written = draft(PAIR + "Muster führte Gespräche mit Testfrau über den Hafen, den Nebel, den Wind, das Eis und das Licht.")
    assert 1 <= written.count("      - text: ") <= 4
