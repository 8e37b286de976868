"""`record`: a frozen dataclass that is cheap to declare.

A third of what a command takes to start would be code that `dataclasses` generates for classes of which most are never made
in that process. Here what can be shared by all records is, and `__init__` is generated when the first one is made. The rest
is a dataclass: `fields`, `replace`, `field` and `match` work as for any.
"""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Class = TypeVar("Class", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(*, kw_only: bool = False) -> Callable[[Class], Class]:
    """Make a class a frozen dataclass with slots, equal by its fields.

    `__eq__`, `__hash__` and `__repr__` that the class or a record above it defines stay.
    """

    def declared(cls: Class) -> Class:
        made: Any = dataclass(slots=True, init=False, repr=False, eq=False, kw_only=kw_only)(cls)
        made.__init__ = _generating(made)
        made.__setattr__ = made.__delattr__ = _frozen
        made.__getstate__, made.__setstate__ = _state, _set_state
        for name, method in _SHARED.items():
            if getattr(made, name) is getattr(object, name):
                setattr(made, name, method)
        return made  # type: ignore[no-any-return]

    return declared


def _generating(of: Any) -> Callable[..., None]:
    """An `__init__` that puts the real one in its place, and calls it; threads at worst generate the same one twice."""

    def first(self: Any, *args: object, **given: object) -> None:
        of.__init__ = _init(of)
        of.__init__(self, *args, **given)

    return first


def _init(of: Any) -> Callable[..., None]:
    """What dataclasses would generate, but that a field is set by its slot, past what freezes the object."""
    known: dict[str, object] = {"missing": MISSING}
    parameters, body = [], []
    for each in sorted(fields(of), key=lambda each: bool(each.kw_only)):
        name = each.name
        known[f"set_{name}"] = getattr(of, name).__set__
        value = name
        if each.default is not MISSING:
            known[f"default_{name}"] = each.default
            parameter = f"{name}=default_{name}"
        elif each.default_factory is not MISSING:
            known[f"default_{name}"] = each.default_factory
            parameter = f"{name}=missing"
            value = f"default_{name}() if {name} is missing else {name}"
        else:
            parameter = name
        parameters += ["*"] * bool(each.kw_only and "*" not in parameters) + [parameter]
        body.append(f"    set_{name}(self, {value})")
    exec("\n".join([f"def __init__({', '.join(['self', *parameters])}):", *body, "    pass"]), known)
    return known["__init__"]  # type: ignore[return-value]


def _frozen(self: object, name: str, *_value: object) -> None:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be set or deleted")


_values: dict[type, Callable[[Any], Any]] = {}


def _compared(of: Any) -> Any:
    """The values that count when records of one class are compared; of a single field its value."""
    cls = type(of)
    if cls not in _values:
        names = [each.name for each in fields(cls) if each.compare]
        _values[cls] = attrgetter(*names) if names else lambda of: ()
    return _values[cls](of)


def _equal(self: Any, other: object) -> bool:
    return type(other) is type(self) and bool(_compared(self) == _compared(other))


def _hash(self: Any) -> int:
    return hash((type(self), _compared(self)))


def _written(self: Any) -> str:
    said = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(said)})"


def _state(self: Any) -> list[object]:
    return [getattr(self, each.name) for each in fields(self)]


def _set_state(self: Any, state: list[object]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


_SHARED = {"__eq__": _equal, "__hash__": _hash, "__repr__": _written}
