"""A briefing whose every text is hostile: shown letter for letter or visibly replaced, never obeyed, never fatal."""

import json
from pathlib import Path

import pytest
from moonbase import User, at_the_reader
from textual import events

SQUARE = "[sic] [EU] [/x] [@click=app.quit]q[/] [bold red]"
CONTROL = "\x1b]52;c;aGFoYQ==\x1b\\ \x9b31m \x07 \x1b[2J"
HIDDEN = "\u202eevil\u202c \u2066x\u2069 zero\u200bwidth \ufeff \U000e0041"
SCRIPTS = "漢字 مرحبا 안녕 👩\u200d👩\u200d👧 🇩🇪 ❤\ufe0f"
TEXTS = {
    "square brackets": SQUARE,
    "controls": f"{SQUARE} {CONTROL}",
    "hidden": f"{SQUARE} {HIDDEN} {SCRIPTS}",
    "marks": f"{SQUARE} a" + "\u0308" * 5_000 + "b",
}
HEAVY = {
    "a long line": f"{SQUARE} " + "xä" * 49_000,
    "many words": f"{SQUARE} " + "xä " * 33_000,
    "many lines": SQUARE + "\n" * 10_000 + "end",
}
KEYS = """
    1 j enter tab tab enter H escape 2 enter tab shift+tab enter escape escape 3 G enter G g escape 4 G tab enter escape 5 tab
    7 tab enter escape 8 tab enter escape i G g escape o o y plus underscore b escape question_mark escape colon escape r
"""


def hostile(text: str) -> str:
    """A briefing with this in every place, every character of it written as YAML escapes it."""
    other, long = SQUARE + CONTROL, {"en": text, "de": text}
    points = [{"text": text, "note": other}, other]
    written = json.dumps(
        {
            "title": text, "date": "2031-05-02", "lang": "de", "venue": long, "theme": text, "chair": other, "principal": "p",
            "tlp": "GREEN", "classification": text, "summary": long, "key_points": points, "tags": [text, other],
            "note": text, "version": text, "timezone": other, "status": other, "translated_by": text, other: text,
            "delegations": {other: {"name": text, "group": other, "note": other}},
            "participants": {
                "p": {"name": text, "native": text, "pronunciation": other, "role": long, "delegation": other, "bio": text},
                other: {"name": other, "aliases": [text, other], "delegation": text, other: other, "presence": other},
            },
            "talks": {
                other: {
                    "parties": ["p", other], "venue": text, "outcome": long, "agreed": points, "topics": points,
                    "avoid": points,
                    "if_raised": [{"topic": text, "line": text}], "asks": [{"by": other, "what": text, "answer": other}],
                    "press_line": text, "background": text, "previous": other, "follow_ups": [{"what": text, "who": text}],
                }
            },
            "threats": {other: {"title": text, "actor": text, "category": other, "summary": text, "likelihood": other,
                                "talks": other, "events": [{"what": text, "date": other}], "raised_by": text}},
            "quotes": [
                {"id": other, "speaker": "p", "text": text, "lang": other, "translation": long, "occasion": text,
                 "locator": other, "source": other, "about": [other], "to": text},
                {"speaker": other, "text": other},
            ],
            "agenda": [{"what": text, "time": other, "place": text, "who": text}],
            "glossary": {other: text, text[:50]: other},
            "sources": {other: {"title": text, "publisher": other, "url": other, "file": other, "grade": other}},
        },
        ensure_ascii=False,
    )  # fmt: skip
    return "".join(char if char.isascii() else f"\\U{ord(char):08x}" for char in written)


def harmless(user: User, size: tuple[int, int]) -> None:
    """What is on the screen cannot steer a terminal, and is a whole screen."""
    rows = user.rows
    assert len(rows) == size[1]
    for row in rows:
        assert all(char.isprintable() or char in "\u200c\u200d" for char in row), ascii(row)
    assert rows[0].endswith(" TLP:GREEN ") and rows[-1].endswith(" TLP:GREEN ")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_every_card_and_screen_shows_hostile_text_as_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "hostile.yaml").write_text(hostile(text))
    size = (100, 30)
    async with at_the_reader(tmp_path, "hostile", size) as user:
        seen = []
        for key in KEYS.split():
            await user.press(key)
            assert user.app.is_running, key
            harmless(user, size)
            seen.append(user.text)
        assert sum(any(sign in screen for screen in seen) for sign in ("[sic]", "[EU]", "[/x]", "[@click=app.quit]q[/]")) == 4


@pytest.mark.parametrize("text", HEAVY.values(), ids=HEAVY)
async def test_a_text_of_a_hundred_thousand_letters_is_as_long_as_it_is_and_no_longer(tmp_path: Path, text: str) -> None:
    briefing = {
        "title": text, "date": "2031-05-02", "tlp": "GREEN", "classification": text, "participants": {"p": {"name": text}},
        "talks": {"t": {"parties": "p", "outcome": text}}, "threats": {"x": text},
        "quotes": [{"speaker": "p", "text": text}], "agenda": [text], "glossary": {"g": text},
    }  # fmt: skip
    (tmp_path / "heavy.yaml").write_text(json.dumps(briefing, ensure_ascii=False), encoding="utf-8")
    size = (100, 30)
    async with at_the_reader(tmp_path, "heavy", size) as user:
        for key in (*"12", "enter", "G", "tab", *"34", "G", "escape", *"58i", "slash", "escape", "b", "escape", "f"):
            await user.press(key)
            harmless(user, size)
            assert len(user.app.reader.card.layout_now.lines) < 50_000, key


@pytest.mark.parametrize("text", [text[:5000] for text in (TEXTS | HEAVY).values()], ids=TEXTS | HEAVY)
async def test_hostile_text_typed_and_pasted_is_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "hostile.yaml").write_text(hostile(SQUARE))
    size = (80, 24)
    async with at_the_reader(tmp_path, "hostile", size) as user:
        for key in ("slash", "b", "f", "question_mark", "colon"):
            await user.press(key)
            user.app.screen.input.post_message(events.Paste(text))
            await user.settle()
            harmless(user, size)
            assert "[sic] [EU]" in user.text and 0 < len(user.app.screen.input.value) <= 400
            await user.press("ctrl+e", "left_square_bracket", "slash", "x", "right_square_bracket")
            harmless(user, size)
            await user.press("escape")
        assert user.app.is_running


@pytest.mark.parametrize("name", ["[sic] [@click=app.quit]x[/]", "\x1b]52;c;aGk=\x07", "a\u202eb\nc", "x" * 250, "…/..\\"])
async def test_hostile_file_names_and_errors_are_text(tmp_path: Path, name: str) -> None:
    good = tmp_path / "good.yaml"
    good.write_text('title: Good\ndate: 2031-01-01\ntlp: GREEN\nfoo[/x]: "[sic]"\n')
    (tmp_path / f"{name.replace('/', '_')}.yaml").write_text(f"not a title: {SQUARE}\n[/x]: {{\n")
    (tmp_path / f"{name.replace('/', '_')[:40]} read.yaml").write_text(hostile(SQUARE))
    size = (90, 24)
    async with at_the_reader(tmp_path, "good", size) as user:
        harmless(user, size)
        for keys in (("b",), ("down",), ("enter",), ("right_square_bracket",), ("right_square_bracket",), ("y",), ("slash",)):
            await user.press(*keys)
            rows = user.rows
            assert all(char.isprintable() or char in "\u200c\u200d" for row in rows for char in row)
            assert len(rows) == 24 and rows[-1].rstrip().endswith("TLP:GREEN")


async def test_hostile_text_is_clean_where_it_is_copied(tmp_path: Path) -> None:
    (tmp_path / "hostile.yaml").write_text(hostile(f"{SQUARE} {CONTROL} {HIDDEN}"))
    async with at_the_reader(tmp_path, "hostile") as user:
        for keys in (("1",), ("2",), ("3",), ("4",), ("tab", "tab"), ("i",)):
            await user.press(*keys, "y")
            text = user.app.clipboard
            assert text and "[sic] [EU] [/x]" in text
            assert all(char.isprintable() or char in "\n\t\u200c\u200d" for char in text)
