"""What a picker lists."""

from typing import NamedTuple

from ..model.marking import Tlp


class Item(NamedTuple):
    """Something to pick: its id, how it reads, what stands at the right, its marking, whether it cannot be read."""

    id: str
    text: str
    tag: str = ""
    tlp: Tlp | None = None
    broken: bool = False
