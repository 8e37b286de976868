"""Names and texts in every script: whatever width a terminal gives their letters, what stands beside them does not move."""

import os
from pathlib import Path

import pytest
from room import MEETING, reader

NAMES = {
    "Chinese": "王小明 (蕭美琴)", "Korean": "안규백 ᄋ", "Arabic": "مُحَمَّد بن سَلمان",
    "Hebrew": "שָׁלוֹם עֲלֵיכֶם", "Devanagari": "क्‍षत्रिय नरेन्द्र",
    "marks": "Zoe\u0308 A\u030an\u0303a", "emoji": "👩‍👩‍👧 ❤️ 👍🏽",
    "flags": "🇩🇪🇰🇷 Ada", "Thai": "น้ำใจ ไทย", "Tamil": "நிர்மலா க்ஷ",
}  # fmt: skip


@pytest.mark.parametrize("script", NAMES)
def test_the_card_stays_beside_the_names(tmp_path: Path, script: str) -> None:
    name = NAMES[script]
    text = MEETING.replace("Ida Vega", f'"{name} {name} {name}"').replace("Mara Quist", f'"{name}"')
    text = text.replace("Fourth Lunar Council", f'"{name} Council"').replace("A hotline", f'"{name} hotline"')
    with reader(tmp_path, (100, 24), text) as terminal:
        terminal.wait_for("Both want quiet convoys.")
        os.write(terminal.fd, b"1jj")
        terminal.wait_for("Minister of Ice")
        terminal.type("4", "Air is not")
        terminal.type("2", "AGREED")
        rows = terminal.screen.buffer
        assert "".join(rows[0][x].data for x in range(89, 100)) == " TLP:GREEN "
        assert "".join(rows[23][x].data for x in range(89, 100)) == " TLP:GREEN "
        assert rows[1][37].data in "─━" and rows[1][39].data in "─━"
        assert [y for y in range(1, 23) if rows[y][38].data != " "] == []
