"""What a list says of a briefing without showing it."""

from dataclasses import dataclass

from ..model.briefing import Briefing
from ..model.errors import BriefingError
from .folders import Entry
from .shelf import Shelf


@dataclass(frozen=True, slots=True)
class Facts:
    """One line of a list: a briefing and the number of its problems, or the reason why it cannot be read."""

    entry: Entry
    briefing: Briefing | None = None
    problems: int = 0
    reason: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of what a briefing holds; nothing for one that cannot be read."""
        if self.briefing is None:
            return {}
        kinds = ("participants", "talks", "threats", "quotes")
        return {kind: len(getattr(self.briefing, kind)) for kind in kinds}


def facts(library: Shelf, entry: Entry) -> Facts:
    """The facts of one entry; a file that cannot be read has its reason and nothing else."""
    try:
        reading = library.read(entry)
    except BriefingError as error:
        return Facts(entry, reason=error.message)
    return Facts(entry, reading.briefing, len(reading.problems))
