import pytest

from briefing_tui.drafting.writer.adding import Read
from briefing_tui.drafting.writer.aliases import first_entry, with_names
from briefing_tui.drafting.writer.insert import LayoutError
from briefing_tui.reading import read_registry_bytes


def read(text: str) -> Read:
    reading = read_registry_bytes(text.encode(), "registry.yaml")
    return Read(reading.registry, reading.messages)


@pytest.mark.parametrize(
    ("entry", "with_it"),
    [
        ("  q: {name: Q}  # q\n", '  q: {name: Q, aliases: ["Q, two"]}  # q\n'),
        ("  q: {name: Q, aliases: [A]}\n", '  q: {name: Q, aliases: [A, "Q, two"]}\n'),
        ("  q: {name: Q, aliases: A, note: x}\n", '  q: {name: Q, aliases: [A, "Q, two"], note: x}\n'),
        ("  q: {name: Q, aliases: [ ]}\n", '  q: {name: Q, aliases: ["Q, two" ]}\n'),
        ("  q: Q  # q\n", '  q: {name: Q, aliases: ["Q, two"]}  # q\n'),
        ("  q:\n    name: Q\n    # more\n", '  q:\n    name: Q\n    # more\n    aliases: ["Q, two"]\n'),
        (
            "  q:\n      aliases:  # all\n      - A\n      name: Q\n",
            '  q:\n      aliases:  # all\n      - A\n      - "Q, two"\n      name: Q\n',
        ),
        ("  q:\n    name: Q\n    aliases:\n", '  q:\n    name: Q\n    aliases: ["Q, two"]\n'),
    ],
)
@pytest.mark.parametrize("tail", ["", "  z: Z\n", "# end\n\nglossary: {A: B}\n"])
def test_a_name_joins_an_entry_of_any_layout(entry: str, with_it: str, tail: str) -> None:
    head = "lang: en\nparticipants:\n  a: A\n"
    text = with_names(head + entry + tail, "q", "Q", ["Q, two"], read)
    assert text == head + with_it + tail
    assert with_names(text, "q", "Q", ["Q, two"], read) == text


def test_a_person_who_is_not_listed_is_listed_last() -> None:
    assert (
        with_names("participants:\n  a: A\n", "q", "Q", ["B"], read)
        == "participants:\n  a: A\n  q:\n    name: Q\n    aliases: [B]\n"
    )
    assert with_names("glossary: {A: B}\n", "q", "Q", [], read) == "glossary: {A: B}\n\nparticipants:\n  q:\n    name: Q\n"


def test_a_registry_begins_with_one_person() -> None:
    registry = read(first_entry("q", "Q: one", ["B, c"])).record
    assert (str(registry.participants["q"].name), registry.participants["q"].aliases) == ("Q: one", ("B, c",))


@pytest.mark.parametrize("text", ["participants: [{id: q, name: Q}]\n", "participants:\n  q: *a\n", "participants: [\n"])
def test_what_only_a_person_can_change_is_left(text: str) -> None:
    with pytest.raises(LayoutError):
        with_names(text, "q", "Q", ["B"], read)
