"""The Traffic Light Protocol: who may see a text, from CLEAR to RED.

Source of the labels and their order: FIRST, Traffic Light Protocol 2.0. Labels are never translated and hold no space.
"""

from collections.abc import Iterable
from enum import StrEnum

from ..i18n import _, later

NO_MARKING = later("NO MARKING")


class Tlp(StrEnum):
    """A TLP label without its `TLP:` prefix, in rising strictness."""

    CLEAR = "CLEAR"
    GREEN = "GREEN"
    AMBER = "AMBER"
    AMBER_STRICT = "AMBER+STRICT"
    RED = "RED"

    @property
    def label(self) -> str:
        """The label as it is shown: `TLP:AMBER+STRICT`."""
        return f"TLP:{self.value}"


_STRICTNESS = {tlp: rank for rank, tlp in enumerate(Tlp)}


def strictest(markings: Iterable[Tlp | None]) -> Tlp | None:
    """The marking of a screen that shows all of these: an unmarked item never lowers it, None if nothing is marked."""
    return max((tlp for tlp in markings if tlp), key=_STRICTNESS.__getitem__, default=None)


def label(tlp: Tlp | None, classification: str = "") -> str:
    """What stands in the corners of a screen: the classification as written, then the TLP label or `NO MARKING`."""
    return f"{classification} {tlp.label if tlp else _(NO_MARKING)}".strip() if tlp or not classification else classification
