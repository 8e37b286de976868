"""What is kept of a reading is the reading."""

import pickle
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import time
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.library.stored import SECTIONS, SpoiledError, dump, load, seal, unseal
from briefing_tui.model.briefing import Briefing
from briefing_tui.reading import Message, Reading, Weight, read_bytes

SMALL = {"max_size": 1}


def of(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type of the model."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return of(args[0])
    if origin in (Union, UnionType):
        return st.one_of([of(each) for each in args])
    if origin is tuple and args[-1] is not Ellipsis:
        return st.tuples(*map(of, args))
    if origin is tuple:
        return st.lists(of(args[0]), **SMALL).map(tuple)
    if origin is Mapping:
        return st.dictionaries(st.text(max_size=5), of(args[1]), **SMALL)
    if origin is not None:
        raise TypeError(kind)
    return plain(kind)


def plain(kind: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind, include_extras=True) if is_dataclass(kind) or hasattr(kind, "_fields") else {}
    if is_dataclass(kind):
        return st.builds(kind, **{each.name: st.deferred(lambda name=each.name: of(hints[name])) for each in fields(kind)})
    if hints:
        return st.tuples(*map(of, hints.values())).map(lambda values: kind(*values))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    known = {str: st.text(max_size=8), int: st.integers(0, 9999), bool: st.booleans(), time: st.times(), type(None): st.none()}
    return known[kind]


BRIEFINGS = plain(Briefing)


@settings(max_examples=40)
@given(BRIEFINGS, st.lists(st.tuples(st.integers(1, 99), st.integers(1, 99), st.sampled_from(Weight), st.text())))
def test_a_reading_comes_back_as_it_was(briefing: Briefing, said: list[tuple[int, int, Weight, str]]) -> None:
    messages = tuple(Message("x.yaml", *each) for each in said)
    reading = Reading(briefing, messages, messages[0] if messages else None)
    whole, lent = dump(reading)
    back = load(whole, "x.yaml", lent)
    assert back == reading and reading == back
    assert hash(back.briefing) == hash(briefing)
    assert lines(back.briefing) == lines(briefing)
    assert pickle.loads(pickle.dumps(back)) == reading


def lines(thing: object) -> list[int]:
    """The line of each record, which does not count when records are compared."""
    if isinstance(thing, Mapping | tuple):
        return [line for each in (thing.values() if isinstance(thing, Mapping) else thing) for line in lines(each)]
    if not is_dataclass(thing):
        return []
    own = [thing.lineno] if hasattr(thing, "lineno") else []
    return own + [line for each in fields(thing) for line in lines(getattr(thing, each.name))]


def test_a_section_nobody_looks_at_stays_undecoded() -> None:
    reading = read_bytes(b"title: A\ndate: 2031-05-04\nquotes: [{speaker: DEU, text: Yes}]\n", "a.yaml", "a")
    data = bytearray(dump(reading)[0])
    assert b"Yes" in data
    data[data.index(b"Yes") : data.index(b"Yes") + 3] = b"\xff\xff\xff"
    back = load(bytes(data), "a.yaml").briefing
    assert str(back.title) == "A"
    with pytest.raises(ValueError, match=r"decode|UTF-8"):
        _ = back.quotes


def test_messages_name_the_file_as_it_is_called_now() -> None:
    reading = read_bytes(b"title: A\ndate: 2031-05-04\nkolour: red\n", "old.yaml", "a")
    assert [message.path for message in load(dump(reading)[0], "new.yaml").messages] == ["new.yaml"]


@given(st.binary(min_size=1), st.data())
def test_a_seal_breaks_with_any_bit_and_with_another_key(data: bytes, more: st.DataObject) -> None:
    sealed = bytearray(seal(data, b"key"))
    assert bytes(unseal(bytes(sealed), b"key")) == data
    with pytest.raises(SpoiledError):
        unseal(bytes(sealed), b"another")
    at = more.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[at // 8] ^= 1 << at % 8
    with pytest.raises(SpoiledError):
        unseal(bytes(sealed), b"key")


def test_all_sections_of_a_briefing_are_known() -> None:
    hints = get_type_hints(Briefing)
    holding = {name for name, kind in hints.items() if get_origin(kind) in (Mapping, tuple)} - {"tags", "other"}
    assert holding == set(SECTIONS)
