"""A record is a frozen dataclass, whichever of its objects is made first and however."""

import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, fields, replace

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


def test_a_thread_may_have_begun_to_make_one_while_another_made_the_first() -> None:
    @record(kw_only=True)
    class Low(Base):
        id: str

    begun = Low.__init__
    Low(id="first")
    late = object.__new__(Low)
    begun(late, id="late", note="a")
    assert (late.id, late.note, late.names) == ("late", "a", {})
