from journals import at

from briefing_tui.model.fields import Kind, Ref
from briefing_tui.model.links import Links
from briefing_tui.model.marking import Tlp
from briefing_tui.model.note import ITSELF, Item, Note
from briefing_tui.model.noted import item_of
from briefing_tui.notes import passages
from briefing_tui.reading import read_bytes
from briefing_tui.search.index import index_of

MOON = """title: {en: Meeting on the Moon, de: Mondtreffen}
date: 2031-05-04
tlp: GREEN
participants: {orla: {name: Orla Testfrau, aliases: [O. Test], delegation: DEU}, vex: {name: Vex, delegation: FRA}}
talks: {deu-fra: {parties: [orla, vex], tlp: AMBER}}
"""
LINKS = Links(read_bytes(MOON.encode(), "moon.yaml", "moon").briefing)


def found(query: str) -> list[str]:
    """The ids of the notes that a query finds."""
    items = [
        item_of(LINKS, Ref(Kind.PERSON, "orla")),
        item_of(LINKS, Ref(Kind.TALK, "deu-fra")),
        item_of(LINKS, ITSELF),
        Item(Ref(Kind.THREAT, "leak"), "The leak", Tlp.RED),
    ]
    words = ("wears a hat", "they will answer", "loud room", "who knew of it")
    notes = [Note(str(number), at(number), item, text) for number, (item, text) in enumerate(zip(items, words, strict=True))]
    index = index_of(passages(LINKS, "moon", notes))
    return sorted(hit.passage.id for hit in index.search(query).hits)


def test_notes_are_found_by_their_words_and_by_what_they_hang_on() -> None:
    assert found("answr") == ["1"]
    assert found("testfrau hat") == ["0"]
    assert found("talk:deu-fra") == ["1"]
    assert found("about:leak") == ["3"]
    assert found("in:mondtreffen") == ["0", "1", "2", "3"]
    assert found("country:france") == ["1"]
    assert found("kind:note hat") == ["0"]


def test_a_note_is_as_strict_as_what_it_hangs_on_is_or_was() -> None:
    assert found("tlp:amber") == ["1", "2"], "what is about the whole briefing is as strict as anything in it"
    assert found("tlp:red") == ["3"]
    assert found("date:2031-05-04") == ["0", "1", "2", "3"]
