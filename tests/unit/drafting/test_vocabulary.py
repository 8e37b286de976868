"""The words a draft goes by, and what users add to them."""

from pathlib import Path

import pytest

from briefing_tui.drafting.analysis import analyse
from briefing_tui.drafting.language import recognised
from briefing_tui.drafting.vocabulary import LANGUAGES, load
from briefing_tui.model.errors import UnreadableError

from .conftest import DAY


def own(folder: Path, text: str) -> tuple[Path, ...]:
    """A config folder with words of the user."""
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "de.yaml").write_text(text)
    return (folder,)


def test_a_user_adds_words_and_takes_some_away(tmp_path: Path) -> None:
    vocabulary = load("de", own(tmp_path, "offices: obernebelwart -minister\n"))
    assert "obernebelwart" in vocabulary.words("offices")
    assert "minister" not in vocabulary.words("offices")
    assert "präsident" in vocabulary.words("offices")


def test_a_user_may_write_words_as_a_list_and_cannot_put_words_for_a_table(tmp_path: Path) -> None:
    vocabulary = load("de", own(tmp_path, "offices: [obernebelwart, -minister]\nmonths: Nebel\n"))
    assert "obernebelwart" in vocabulary.words("offices")
    assert "minister" not in vocabulary.words("offices")
    assert vocabulary.table("months") == load("de").table("months")


def test_a_user_adds_an_office_a_verb_and_a_threat(tmp_path: Path) -> None:
    folders = own(
        tmp_path,
        "offices: nebelwart\nspeech_verbs: murmeln\nthreats:\n  fog: {title: Nebel, category: Wetter, terms: nebelbank}\n",
    )
    text = "Der Nebelwart Ulf Muster murmelte: „Es wird dichter, Leute.“ Norwegens Nebelbank kam näher."
    found = analyse(text, "de", DAY, folders=folders)
    assert [person.role for person in found.roster.people] == ["Nebelwart"]
    assert [speaker.name(text) for _, speaker in found.quotes if speaker] == ["Ulf Muster"]
    assert [(threat.key, threat.category) for threat in found.threats] == [("fog", "Wetter")]


@pytest.mark.parametrize("text", ["threats: {fog: {terms: '(('}}", "months: 7\n: [", "months: {May: Mai}"])
def test_a_broken_file_of_the_user_is_one_clear_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        analyse("Es war still.", "de", DAY, folders=own(tmp_path, text))
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Das ist der Text, und er ist nicht lang.", "de"), ("This is the text, and it is not long.", "en")],
)
def test_the_language_is_recognised(text: str, lang: str) -> None:
    assert recognised(text)[0] == lang


def test_both_languages_know_the_same_kinds_of_words() -> None:
    german, english = (set(load(lang).entries) for lang in LANGUAGES)
    assert german == english
