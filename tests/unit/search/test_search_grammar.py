import re
import string
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_tui.model.briefing import Use
from briefing_tui.model.marking import Tlp
from briefing_tui.model.passage import Sort
from briefing_tui.search.grammar import Condition, Field, Query, parse, terms
from briefing_tui.search.values import NEVER
from briefing_tui.search.words import LETTERS, WORDS, Word

EVER = "0001-01-01 9999-12-31"

RUN = st.lists(st.text(string.ascii_lowercase, min_size=1, max_size=8), min_size=1, max_size=WORDS)
PIECES = (
    *('"', "'", "!", "@", "#", ":", "..", "/", ",", " ", "„", "“", "＠", "："),
    *("not:", "speaker:", "date:", "kind:", "tlp:", "use:", "to:", "speakr:", "2025", "-10", "-1", "ahn", "quote", "frieden"),
    *("董军", "ü", "\u0301", "\0", "\ud800", "\u202e", "😀"),
)
SIGNS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
ANY = st.text() | SIGNS


def shown(words: tuple[Word, ...]) -> str:
    """Words as one line: `'exact typed…`."""
    return " ".join("'" * word.exact + word.text + "…" * word.typed for word in words)


def told(condition: Condition) -> str:
    return f"{'' if condition.wanted else '!'}{condition.field}:{shown(condition.words)}"


def only(query: Query, **parts: object) -> None:
    """The query has these parts, and no other."""
    assert {name: part for name, part in query._asdict().items() if part} == parts


# --- text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("frieden halb", "frieden halb…"),
        ("frieden halb ", "frieden halb"),
        ("  Frieden\u3000HALB", "frieden halb…"),
        ("frieden frieden fried", "frieden fried…"),
        ("'peace treat", "'peace treat…"),
        ("'peace", "'peace"),
        ("peace 'peace peace", "'peace"),
        ("peac peac", "peac"),
        ("''Peace’", "'peace"),
        ("‘peace", "'peace"),
        ("'kyu-baek", "'kyu 'baek"),
        ("kyu-baek", "kyu baek…"),
        ("don't People’s x", "don t people s x…"),
        ("U.S. COVID-19 ", "u s covid 19"),
        ("董军 小泉", "董军 小泉…"),
        ("Halt! Halt!! stop", "halt stop…"),
        ('5" of 12" x', "5 of 12 x…"),
        ("a@b.org c#", "a b org c…"),
        ("https://x.org/y", "https x org y…"),
        ("10:30", "10 30…"),
        ("12:00 16:9 ", "12 00 16 9"),
        ("C:", "c"),
        ("c:\\x", "c x…"),
        ("std::vector", "std vector…"),
        (":) :-(", ""),
        ("'to:jpn", "'to 'jpn"),
        ("'@ahn '#x", "'ahn 'x"),
        ("frage: was", "frage was…"),
        ("achtung:! x", "achtung x…"),
    ],
)
def test_words(text: str, words: str) -> None:
    query = parse(text)
    assert shown(query.words) == words
    assert not any(query[1:])


NOTHING = (
    *("", " ", "\0", "\ud800", "\u0301" * 10, "..."),
    *('"', "'", "!", "@", "#", '""', '" "', '"!?"', "!!!", "@ ", "# ", "! ", '!"', "@!", "not:", "NOT:@"),
    *("speaker:", "speaker: ", 'speaker:"', "to:?", "in:''", "date:", "date: ", "kind:", "use: ", "tlp:,", "!kind:"),
)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_asked_for(text: str) -> None:
    assert parse(text) == Query()
    assert parse(f"{text.strip(chr(34))} frieden ").words == (Word("frieden"),)


@pytest.mark.parametrize(
    ("text", "phrases", "words"),
    [
        ('"free', [], "free…"),
        ('"free ', [], "free"),
        ('"free and', [], "free and…"),
        ('"free and ', ["free and"], ""),
        ('"free and op', ["free and"], "op…"),
        ('"free and open"', ["free and open"], ""),
        ('"free and open" ', ["free and open"], ""),
        ('"Frieden"', ["frieden"], ""),
        ('"don\'t stop" "don\'t stop" x', ["don t stop"], "x…"),
        ('x "a b" c "d', ["a b"], "x c d…"),
        ("„Süd Korea“ «a b» ＂c d＂ “e f”", ["sud korea", "a b", "c d", "e f"], ""),
        ('("free world")', ["free world"], ""),
        ('\'"free world"', ["free world"], ""),
        ('"to:jpn @x"', ["to jpn x"], ""),
        ('"nord\nkorea"', ["nord korea"], ""),
    ],
)
def test_phrases(text: str, phrases: list[str], words: str) -> None:
    query = parse(text)
    assert [" ".join(run) for run in query.phrases] == phrases
    assert shown(query.words) == words
    assert any(query[1:-1]) is bool(phrases)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("!war", ["war"]),
        ("！War", ["war"]),
        ("not:war NOT:peace", ["war", "peace"]),
        ('!"Cold War" !"cold war"', ["cold war"]),
        ('not:"cold war', ["cold war"]),
        ("!'cold war'", ["cold war"]),
        ("!'war !kyu-baek", ["war", "kyu baek"]),
        ("!10:30 !!x", ["10 30", "x"]),
        ("!frage: !c:x", ["frage", "c x"]),
    ],
)
def test_without(text: str, runs: list[str]) -> None:
    only(parse(text), without=tuple(tuple(run.split()) for run in runs))


# --- fields


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("@ahn", ["speaker:ahn…"]),
        ("＠ahn ", ["speaker:ahn"]),
        ("speaker:ahn SPEAKER：Koiz", ["speaker:ahn", "speaker:koiz…"]),
        ("ｓｐｅａｋｅｒ：ahn", ["speaker:ahn…"]),
        ("@ahn @ahn to:jpn ", ["speaker:ahn", "to:jpn"]),
        ("in:admm-plus", ["in:admm plus…"]),
        ("in:'admm'", ["in:'admm"]),
        ("in:'admm", ["in:'admm"]),
        ("talk:kor-jpn ", ["talk:kor jpn"]),
        ("#missile ＃x about:y", ["about:missile", "about:x", "about:y…"]),
        ("country:japan ", ["country:japan"]),
        ('speaker:"Ahn Gyu-back"', ["speaker:ahn gyu back"]),
        ("speaker:„Ahn Gyu-back“", ["speaker:ahn gyu back"]),
        ("speaker:'Ahn Gyu-back'", ["speaker:'ahn 'gyu 'back"]),
        ("speaker:‘Ahn Gyu-back’", ["speaker:'ahn 'gyu 'back"]),
        ('@"Ahn Gyu-b', ["speaker:ahn gyu b…"]),
        ('@"Ahn Gyu ', ["speaker:ahn gyu"]),
        ("@董军", ["speaker:董军…"]),
        ("!@ahn not:@ahn not:speaker:ahn speaker:!ahn ", ["!speaker:ahn"]),
        ("!to:jpn", ["!to:jpn…"]),
        ("!#missile @!ahn", ["!about:missile", "!speaker:ahn…"]),
    ],
)
def test_conditions(text: str, conditions: list[str]) -> None:
    query = parse(text)
    assert [told(condition) for condition in query.conditions] == conditions
    only(query, conditions=query.conditions)


def test_a_single_quote_in_a_value_that_never_closes() -> None:
    query = parse("speaker:'ahn don't stop")
    assert [told(condition) for condition in query.conditions] == ["speaker:'ahn"]
    assert shown(query.words) == "don t stop…"


def test_names_are_spelled_both_ways() -> None:
    assert parse("@Mueller ").conditions == (Condition(Field.SPEAKER, (Word("mueller", others=("muller",)),)),)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("speakr:ahn", "speakr: is read as text; did you mean speaker:?"),
        ('Speakr:"ahn', "speakr: is read as text; did you mean speaker:?"),
        ("tpl:red", "tpl: is read as text; did you mean tlp:?"),
        ("frage:was", "frage: is read as text"),
        (f"{'x' * 50}:y", f"{'x' * 20}…: is read as text"),
    ],
)
def test_an_unknown_field_is_text(text: str, remark: str) -> None:
    query = parse(text)
    assert query.remarks == (remark,)
    assert [word.text for word in query.words] == text.lower().replace('"', "").split(":")


def test_unknown_fields_are_told_of_few_times() -> None:
    assert len(parse(" ".join(f"{letter * 3}:x" for letter in string.ascii_lowercase[:9])).remarks) == 4


# --- dates


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2025 ", "2025-01-01 2025-12-31"),
        ("2025-10 ", "2025-10-01 2025-10-31"),
        ("2025-2 ", "2025-02-01 2025-02-28"),
        ("2025-1 ", "2025-01-01 2025-01-31"),
        ("2025-10-31 ", "2025-10-31 2025-10-31"),
        ('"2025-10-31 14:30" ', "2025-10-31 2025-10-31"),
        ("2025-10..2025-11 ", "2025-10-01 2025-11-30"),
        ("2025-10…2025-11 ", "2025-10-01 2025-11-30"),
        ("2025-10/2025-11-02 ", "2025-10-01 2025-11-02"),
        ("2025-10.. ", "2025-10-01 9999-12-31"),
        ("2025-10/.. ", "2025-10-01 9999-12-31"),
        ("..2025-11 ", "0001-01-01 2025-11-30"),
        ("../2025 ", "0001-01-01 2025-12-31"),
        ("２０２５－10 ", "2025-10-01 2025-10-31"),
        # while it is typed
        ("2025", "2025-01-01 2025-12-31"),
        ("2025-", "2025-01-01 2025-12-31"),
        ("2025-1", "2025-01-01 2025-12-31"),
        ("2025-0", "2025-01-01 2025-12-31"),
        ("2025-2", "2025-02-01 2025-02-28"),
        ("2025-10", "2025-10-01 2025-10-31"),
        ("2025-10-", "2025-10-01 2025-10-31"),
        ("2025-10-3", "2025-10-01 2025-10-31"),
        ("2025-10-4", "2025-10-04 2025-10-04"),
        ("2025-10-31", "2025-10-31 2025-10-31"),
        ("2025-10.", "2025-10-01 2025-10-31"),
        ("2025-10..", "2025-10-01 9999-12-31"),
        ("2025-10..202", "2025-10-01 9999-12-31"),
        ("2025-10..2025-1", "2025-10-01 2025-12-31"),
        ("..2025-1", "0001-01-01 2025-12-31"),
    ],
)
def test_dates(text: str, days: str) -> None:
    query = parse(f"date:{text}")
    assert [" ".join(date.fromordinal(day).isoformat() for day in each) for each in query.days] == [days]
    only(query, days=query.days)


@pytest.mark.parametrize(
    "text", ["2", "202", "2025-", "2025-1", "2025-10-", "2025-10-0", "2025-10..", "2025-10..20", "..", "/", "0"]
)
def test_a_date_being_typed_is_not_wrong_while_more_digits_can_mend_it(text: str) -> None:
    assert not parse(f"date:{text}").remarks


@pytest.mark.parametrize(
    "text",
    [*["2025-13", "2025-10-32", "2025-10-31x", "2025-02-30", "2025-10..x", "x", "41.10.2025", "13.10.2025x", "0000"],
     "2025-13..20", "111111", "2025-10..2025-09"],
)  # fmt: skip
def test_a_date_being_typed_finds_nothing_once_nothing_mends_it(text: str) -> None:
    query = parse(f"date:{text}")
    assert query.days == (NEVER,) and any("is no date" in remark or "ends before" in remark for remark in query.remarks)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31.10.2025", "2025-10-31"),
        ("1.9.2025", "2025-09-01"),
        ("10.2025", "2025-10"),
        ("31.10.2025..5.11.2025", "2025-10-31..2025-11-05"),
        ("..5.11.2025", "..2025-11-05"),
    ],
)
def test_a_date_may_begin_with_its_day(written: str, meant: str) -> None:
    assert parse(f"date:{written} ").days == parse(f"date:{meant} ").days != ()


@pytest.mark.parametrize("end", range(1, 10))
def test_such_a_date_is_not_wrong_while_it_is_typed(end: int) -> None:
    query = parse(f"date:{'31.10.2025'[:end]}")
    assert not query.remarks and not query.days
    assert not parse(f"date:2025-10..{'31.10.2025'[:end]}").remarks


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("sprecher:ahn", "speaker:ahn"),
        ("über:frieden", "about:frieden"),
        ("ueber:frieden", "about:frieden"),
        ("Datum:10.2025", "date:2025-10"),
        ("art:gespräche art:zitat", "kind:talk,quote"),
    ],
)
def test_fields_and_kinds_have_german_names(german: str, english: str) -> None:
    assert parse(german) == parse(english)


@pytest.mark.parametrize(
    "text", ["2", "2025-13", "2025-02-30", "2025-", "0000", "x", "31.13.2025", "1.2025.1", "2025-13..2025", "١٢٣٤", "?"]
)
def test_a_finished_wrong_date_is_told(text: str) -> None:
    only(
        parse(f"date:{text} x "),
        words=(Word("x"),),
        days=(NEVER,),
        remarks=(f"date:{text} is no date; write 2025, 2025-10, 2025-10-31 or 2025-10..2025-11",),
    )


def test_a_range_the_wrong_way_round() -> None:
    only(parse("date:2025-11..2025-10 "), days=(NEVER,), remarks=("date:2025-11..2025-10 ends before it begins",))


def test_several_dates_must_all_be_met_and_none_can_be_left_out() -> None:
    assert len(parse("date:2025 date:2025-10 date:2025 ").days) == 2
    only(parse("!date:2025 "), remarks=("! before date: is not possible",))


def test_a_date_shows_no_control_letters() -> None:
    remark = parse("date:\x1b[31m\u202e\ud800\0 ").remarks[0]
    assert remark.startswith("date:[31m is no date") and remark.isprintable()


# --- kinds, uses, markings


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("kind:quote", "quote"),
        ("kind:Quotes ", "quote"),
        ("kind:qu", "quote"),
        ("kind:qoute", "quote"),
        ("kind:people", "person"),
        ("kind:t", "talk threat term"),
        ("kind:th", "threat"),
        ("kind:quote kind:line", "quote line"),
        ("kind:quote,lines, kind:quote", "quote line"),
        ('kind:"person"', "person"),
        ("!kind:quote", "line person talk threat term note"),
        ("kind:quote,line !kind:line", "quote"),
    ],
)
def test_kinds(text: str, sorts: str) -> None:
    only(parse(text), sorts=frozenset(map(Sort, sorts.split())))


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("use:on", {Use.ON_RECORD}),
        ("use:on-record", {Use.ON_RECORD}),
        ('use:"on record"', {Use.ON_RECORD}),
        ("use:b", {Use.BACKGROUND}),
        ("use:background use:deep", {Use.BACKGROUND, Use.DEEP_BACKGROUND}),
        ("use:record", {Use.ON_RECORD, Use.OFF_RECORD}),
        ("use:chatam", {Use.CHATHAM_HOUSE}),
        ("use:none", {None}),
        ("!use:background", {*Use, None} - {Use.BACKGROUND}),
    ],
)
def test_uses(text: str, uses: set[Use | None]) -> None:
    only(parse(text), uses=frozenset(uses))


@pytest.mark.parametrize(
    ("text", "tlps"),
    [
        ("tlp:amber", {Tlp.AMBER}),
        ("TLP:AMBER+STRICT", {Tlp.AMBER_STRICT}),
        ("tlp:amber-strict ", {Tlp.AMBER_STRICT}),
        ("tlp:strict", {Tlp.AMBER_STRICT}),
        ("tlp:am", {Tlp.AMBER, Tlp.AMBER_STRICT}),
        ("tlp:white", {Tlp.CLEAR}),
        ("tlp:gren,rde", {Tlp.GREEN, Tlp.RED}),
        ("tlp:none tlp:red", {None, Tlp.RED}),
        ("!tlp:red", {*Tlp, None} - {Tlp.RED}),
    ],
)
def test_markings(text: str, tlps: set[Tlp | None]) -> None:
    only(parse(text), tlps=frozenset(tlps))


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("kind:banana", "kind:banana is none of quote, line, person, talk, threat, term, note"),
        ("use:xyz", "use:xyz is none of on-record, background, deep-background, off-record, chatham-house, none"),
        ("tlp:pink", "tlp:pink is none of clear, green, amber, amber+strict, red, none"),
        ("kind:quote !kind:quote", "nothing is left of kind:"),
    ],
)
def test_values_there_are_not(text: str, remark: str) -> None:
    only(parse(text), days=(NEVER,), remarks=(remark,))


def test_to_be_without_a_value_there_is_not_asks_for_nothing() -> None:
    assert not parse("!kind:banana").days and parse("kind:quote,banana").sorts == {Sort.QUOTE}
    assert not parse("kind:quote,banana").days


# --- all together


def test_everything_at_once() -> None:
    query = parse('frieden @ahn "free and open" to:jpn !war kind:quote date:2025-10 use:on tlp:red halb')
    assert shown(query.words) == "frieden halb…"
    assert query.phrases == (("free", "and", "open"),)
    assert query.without == (("war",),)
    assert [told(condition) for condition in query.conditions] == ["speaker:ahn", "to:jpn"]
    assert (len(query.days), query.sorts, query.uses, query.tlps) == (1, {Sort.QUOTE}, {Use.ON_RECORD}, {Tlp.RED})
    assert not query.remarks


def test_a_flood_is_cut_and_told() -> None:
    few = f"only the first {WORDS} words count"
    assert parse("ab " * 50) == Query((Word("ab"),))
    assert [word.text for word in parse("a" * 100_000).words] == ["a" * LETTERS]
    assert parse("a" * 100_000).remarks == (f"only the first {LETTERS} letters count",)
    for between in (" ", "-"):
        query = parse(between.join(string.ascii_lowercase))
        assert (shown(query.words), query.remarks) == (" ".join(string.ascii_lowercase[:WORDS]), (few,))
    assert parse(f'"{" ".join(string.ascii_lowercase)}"').phrases == (tuple(string.ascii_lowercase[:WORDS]),)
    only(parse(f'!"{" ".join(string.ascii_lowercase)}"'), remarks=(few,))
    assert len(parse("@a " * 10 + " ".join(f"@{letter}" for letter in string.ascii_lowercase)).conditions) < WORDS
    assert len(parse(" ".join(f"date:19{number}" for number in range(10, 40))).days) == WORDS


def test_terms_as_typed() -> None:
    assert terms(' Frieden ＠Ahn „free and“  !speaker:"x y') == ["Frieden", "＠Ahn", "„free and“", '!speaker:"x y']


# --- whatever is typed


@given(ANY)
@example("İ:x")
@example("ﷺ" * LETTERS)
def test_never_raises(text: str) -> None:
    for end in range(min(len(text), 30) + 1):
        parse(text[:end])
    query = parse(text)
    assert all(word.text for word in query.words)
    assert all(all(run) and run for run in (*query.phrases, *query.without))
    assert all(condition.words for condition in query.conditions)
    assert all(first <= last for first, last in query.days)
    assert all(remark.isprintable() and len(remark) < 120 for remark in query.remarks)


@given(ANY)
def test_spaces_between_terms_do_not_matter(text: str) -> None:
    parts = terms(text)
    text = " ".join(parts)
    if terms(text) == parts and len(text) < LETTERS // 4:
        assert parse("\n\t ".join(parts)) == parse(f"  {text}") == parse(text)


@given(ANY)
def test_each_letter_is_part_of_one_term(text: str) -> None:
    text = text[:LETTERS]
    assert re.sub(r"\s", "", "".join(terms(text))) == re.sub(r"\s", "", text)


@given(ANY)
def test_only_the_last_word_is_unfinished(text: str) -> None:
    query = parse(text)
    words = [*query.words, *(word for condition in query.conditions for word in condition.words)]
    assert sum(word.typed for word in words) <= 1
    finished = parse(f"{text[: LETTERS - 1]} ")
    assert not any(word.typed for word in (*finished.words, *(word for each in finished.conditions for word in each.words)))


@given(RUN)
def test_every_word_as_a_phrase(run: list[str]) -> None:
    assert parse(" ".join(f'"{word}"' for word in run)).phrases == tuple(dict.fromkeys((word,) for word in run))


@given(RUN)
def test_a_phrase_asks_for_less_before_it_is_closed(run: list[str]) -> None:
    text = f'"{" ".join(run)}'
    assert parse(f'{text}"').phrases == (tuple(run),)
    for end in range(2, len(text) + 1):
        query = parse(text[:end])
        assert all(tuple(run[: len(phrase)]) == phrase for phrase in query.phrases)
        assert all(any(each.startswith(word.text) for each in run if word.typed or each == word.text) for word in query.words)


@given(RUN)
def test_marked_words_are_exact(run: list[str]) -> None:
    query = parse(" ".join(f"'{word}" for word in run))
    assert query.words == tuple(Word(word, exact=True) for word in dict.fromkeys(run))
