"""What is added is added, and every other byte of the file stays as a person wrote it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing_tui.drafting.writer.adding import Added, Read, added
from briefing_tui.drafting.writer.insert import Entry, LayoutError
from briefing_tui.reading import clean, read_bytes

ROOT = Path(__file__).resolve().parents[3]
HEAD = "title: A\ndate: 2031-05-02\n"
PEOPLE = {
    "block": "participants:\n  ann:\n    name: Ann\n    role: >\n      Minister\n      of Ice\n\n  bob:\n    name: Bob  # he\n",
    "wide": "participants:\n      ann:   {name: Ann}\n      bob:   {name: Bob,\n         role: Clerk}   # two lines\n",
    "list": "participants:\n- id: ann\n  name: Ann\n# between\n- name: Bob\n",
    "deep list": "participants:\n    -   name: Ann\n        note: |\n          one\n\n          two\n\n\n",
    "brackets": "participants: {ann: {name: Ann}, bob: Bob}  # all\n",
    "brackets in lines": "participants: {\n  ann: {name: Ann},\n  bob: {name: Bob},  # last\n  }\n",
    "anchor": "participants: &all\n  ann: &ann\n    name: Ann\n",
    "list with anchor": "participants: &all\n  - &ann {name: Ann}\n",
    "list in brackets": "participants: [Ann, {name: Bob}]\n",
    "empty": "participants:\n",
    "empty with comments": "participants:  # who\n  # ann: {name: Ann}\n\n  # not below this\n",
    "empty brackets": "participants: {}\n",
    "empty list": "participants: [ ]\n",
    "null": "participants: ~  # none yet\n",
    "none": "",
    "kept lines": "participants:\n  ann:\n    name: Ann\n    bio: |+\n      text\n\n\n",
    "tabs": "participants:\n  ann:\t{name:\tAnn}\t# tab\n",
}
QUOTES = {
    "block": "quotes:\n  - speaker: DEU\n    text: 'Yes'\n    # check: sure?\n\n  # - speaker: FRA\n",
    "flush": "quotes:\n- speaker: DEU\n  text: |-\n    Yes,\n    yes\n",
    "brackets": "quotes: [{speaker: DEU, text: Yes}]\n",
    "mixed": "quotes:\n  - {speaker: DEU, text: Yes}\n\n  - {speaker: DEU, text: No}\n",
    "none": "",
}
TAILS = ("", "\n# the end\n", "sources:\n  s: {title: S}\n", "tags: [a,\n  b]\n", "summary: |\n  Words\n\n\n", "...\n")
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co")), min_size=1, max_size=30)


def reader(newline: str = "\n") -> Callable[[str], Read]:
    def read(text: str) -> Read:
        reading = read_bytes(text.encode(), "a.yaml")
        return Read(reading.briefing, reading.messages)

    return read


def add(text: str, section: str, entry: Entry) -> Added:
    read = reader()
    return added(text, section, entry, read, read(text))


def inserted(old: str, new: str) -> tuple[str, str, str]:
    """What stands before, in and after the one place where `new` has more than `old`."""
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    end = len(old) - start
    while not new.endswith(old[len(old) - end :] if end else ""):
        end -= 1
    start = len(old) - end
    assert new.startswith(old[:start])
    return old[:start], new[start : len(new) - end], old[len(old) - end :]


@pytest.mark.parametrize("style", PEOPLE)
@pytest.mark.parametrize("tail", TAILS)
def test_a_participant_comes_last_in_a_section_of_any_layout(style: str, tail: str) -> None:
    text = HEAD + PEOPLE[style] + tail
    before = read_bytes(text.encode(), "a.yaml").briefing
    done = add(text, "participants", Entry({"name": "Cy Ü: #1", "aliases": ["C, y", "S"]}, "cy"))
    after = read_bytes(done.text.encode(), "a.yaml").briefing
    assert list(after.participants) == [*before.participants, "cy"]
    assert (str(after.participants["cy"].name), after.participants["cy"].aliases) == ("Cy Ü: #1", ("C, y", "S"))
    for id, person in before.participants.items():
        assert after.participants[id] == person
    assert (after.sources, after.tags, after.summary) == (before.sources, before.tags, before.summary)
    assert any(word in done.text.split("\n")[done.line - 1] for word in ("cy", "Cy", "participants:"))
    if style != "null":
        inserted(text, done.text)


@settings(max_examples=150)
@given(
    people=st.sampled_from(list(PEOPLE.values())),
    quotes=st.sampled_from(list(QUOTES.values())),
    tail=st.sampled_from(TAILS),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
    ended=st.booleans(),
    words=WORDS,
    several=st.lists(WORDS, min_size=2, max_size=3),
)
def test_the_difference_is_added_lines_and_nothing_else(
    people: str, quotes: str, tail: str, newline: str, ended: bool, words: str, several: list[str]
) -> None:
    assume(words == clean(words) and words.strip() and all(word == clean(word) and word.strip() for word in several))
    text = HEAD + people + quotes + tail
    text = (text if ended else text.rstrip("\n")).replace("\n", newline)
    before = read_bytes(text.encode(), "a.yaml").briefing
    done = add(text, "quotes", Entry({"speaker": "DEU", "text": words, "topics": several}))
    quote = read_bytes(done.text.encode(), "a.yaml").briefing.quotes[-1]
    assert (quote.text, [str(each.text) for each in quote.topics]) == (words, several)
    assert read_bytes(done.text.encode(), "a.yaml").briefing.quotes[:-1] == before.quotes
    start, new, rest = inserted(text, done.text)
    if "[" not in quotes:
        assert not start or start.endswith(newline) or new.startswith(newline) or rest.startswith(newline)
        olds, news = text.split(newline), done.text.split(newline)
        assert [line for line in olds if line not in news] == []
    if newline != "\n":
        assert "\n" not in new.replace("\r\n", "")


FILES = [*sorted((ROOT / "briefings").glob("*.yaml")), *sorted((ROOT / "tests" / "fixtures").glob("all-fields*.yaml"))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize(
    ("section", "entry"),
    [
        ("quotes", Entry({"speaker": "DEU", "text": "Ja: „nein“"})),
        ("participants", Entry({"name": "Ida Vega", "delegation": "DEU"}, "vega")),
        ("talks", Entry({"parties": ["DEU", "FRA"]}, "deu-fra")),
        ("threats", Entry({"title": {"de": "Staub", "en": "Dust"}}, "dust")),
        ("follow_ups", Entry({"what": "Call them", "who": "DEU"})),
        ("sources", Entry({"title": "Paper"}, "paper")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_files_as_people_write_them_have_lines_added_and_none_changed(file: Path, section: str, entry: Entry) -> None:
    text = file.read_text(encoding="utf-8")
    _, new, rest = inserted(text, add(text, section, entry).text)
    assert new.endswith("\n") or not rest
    assert 1 <= new.count("\n") <= 6


def test_empty_lines_between_entries_are_kept_up() -> None:
    text = HEAD + "quotes:\n  - speaker: DEU\n    text: One\n\n  - speaker: DEU\n    text: Two\n\nagenda: []\n"
    done = add(text, "quotes", Entry({"speaker": "FRA", "text": "Three"}))
    assert "    text: Two\n\n  - speaker: FRA\n    text: Three\n\nagenda" in done.text


def test_an_entry_looks_like_its_neighbour() -> None:
    text = HEAD + "participants:\n    ann: {name: Ann}\n"
    assert (
        "\n    bob: {name: Bob, role: Clerk}\n"
        in add(text, "participants", Entry({"name": "Bob", "role": "Clerk"}, "bob")).text
    )
    long = add(text, "participants", Entry({"name": "Bob", "bio": "word " * 40 + "end"}, "bob")).text
    assert "\n    bob:\n      name: Bob\n      bio: word" in long


def test_a_new_section_stands_behind_all_others() -> None:
    done = add(HEAD + "tags: [a]\n# the end\n", "follow_ups", Entry({"what": "Call: them"}))
    assert done.text == HEAD + 'tags: [a]\n\nfollow_ups:\n  - what: "Call: them"\n# the end\n'
    assert done.line == 5


def test_a_mistake_is_refused_and_said_with_what_may_be_meant() -> None:
    text = HEAD + "participants: {ann: {name: Ann}}\n"
    with pytest.raises(LayoutError, match="did you mean 'Ann'"):
        add(text, "quotes", Entry({"speaker": "annn", "text": "Yes"}))
    with pytest.raises(LayoutError, match="twice"):
        add(text, "participants", Entry({"name": "Ann"}, "ann"))


def test_mistakes_that_were_there_before_stand_in_nobodys_way() -> None:
    text = HEAD + "venu: Here\nquotes:\n  - speaker: nobody\n    text: Yes\n    text: No\nthreats: {x: {severity: hihg}}\n"
    done = add(text, "participants", Entry({"name": "Ann"}, "ann"))
    assert done.text.startswith(text)


@pytest.mark.parametrize(
    "section",
    [
        "participants: Ann\n",
        "participants: *all\n",
        "participants: {name: Ann}\n",
        "participants:\n  name: Ann\n  role: Clerk\n",
    ],
)
def test_what_is_no_list_of_entries_is_left_to_a_person(section: str) -> None:
    with pytest.raises(LayoutError):
        add(HEAD + section, "participants", Entry({"name": "Bob"}, "bob"))


@pytest.mark.parametrize("text", ["title: A: B\ndate: 2031\n", "title: A\ndate: 2031\nquotes: [\n"])
def test_what_is_no_yaml_is_left_as_it_is(text: str) -> None:
    with pytest.raises(LayoutError, match="line"):
        add(text, "quotes", Entry({"speaker": "DEU", "text": "Yes"}))


def test_a_file_in_brackets_is_added_to_in_brackets() -> None:
    done = add("{title: A, date: 2031, quotes: }", "participants", Entry({"name": "Ann"}, "ann"))
    assert done.text == "{title: A, date: 2031, quotes: , participants: {ann: {name: Ann}}}"
    done = add(done.text, "quotes", Entry({"speaker": "ann", "text": "Yes, no"}))
    assert read_bytes(done.text.encode(), "a.yaml").briefing.quotes[0].text == "Yes, no"
