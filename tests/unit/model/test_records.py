"""A record is a frozen dataclass, whichever of its objects is made first and however."""

import pickle
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, field, fields, replace
from threading import Barrier

import pytest

from briefing_tui.model.records import record


@record()
class Place:
    name: str
    height: int = 0
    seen: int = field(default=0, compare=False)


@record(kw_only=True)
class Base:
    note: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@record(kw_only=True)
class Person(Base):
    id: str
    role: str = "guest"

    def __hash__(self) -> int:
        return hash(self.id)


def test_fields_are_given_by_place_or_name_or_left_out() -> None:
    assert (Place("Tycho").name, Place("Tycho", 4).height, Place(height=3, name="Vega").height) == ("Tycho", 4, 3)
    assert Person(id="vega").role == "guest"


@pytest.mark.parametrize(
    "make", [Place, lambda: Place("a", 1, 2, 3), lambda: Place("a", depth=1), Person, lambda: Person("vega")]
)
def test_what_init_does_not_know_is_a_type_error(make: object) -> None:
    with pytest.raises(TypeError):
        make()  # type: ignore[operator]


def test_nothing_is_set_or_deleted_later() -> None:
    place = Place("Tycho")
    with pytest.raises(FrozenInstanceError):
        place.name = "Vega"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.name
    with pytest.raises(AttributeError):
        place.depth = 1  # type: ignore[attr-defined]
    assert place == Place("Tycho")


def test_equal_are_those_of_one_class_whose_compared_fields_are() -> None:
    assert Place("Tycho", seen=1) == Place("Tycho", seen=2) != Place("Vega")
    assert Base() != Person(id="")
    assert len({Place("Tycho", seen=1), Place("Tycho", seen=2), Place("Vega")}) == 2
    assert hash(Person(id="vega", names={"de": "Wega"})) == hash(Person(id="vega"))


def test_defaults_are_not_shared() -> None:
    assert Base().names is not Base().names


def test_the_first_object_may_be_one_of_a_class_below() -> None:
    @record(kw_only=True)
    class Below(Base):
        more: int = 1

    assert (Below(note="a").note, Base(note="b").note, Below(more=2).more) == ("a", "b", 2)


@pytest.mark.parametrize("of", [Place("Tycho", 3), Person(id="vega", names={"de": "Wega"})])
def test_it_is_replaced_pickled_and_written_as_a_dataclass(of: Place | Person) -> None:
    assert pickle.loads(pickle.dumps(of)) == of == replace(of)
    assert eval(repr(of)) == of
    assert [each.name for each in fields(Person)] == ["note", "names", "id", "role"]


def test_threads_may_make_the_first_objects_at_once() -> None:
    for _ in range(50):

        @record(kw_only=True)
        class Low(Base):
            id: str

        at_once = Barrier(4)

        def make(made: type[Low] = Low, at_once: Barrier = at_once) -> str:
            at_once.wait()
            return made(id="vega").id

        with ThreadPoolExecutor(4) as pool:
            assert [each.result() for each in [pool.submit(make) for _ in range(4)]] == ["vega"] * 4
