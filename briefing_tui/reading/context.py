"""What reading a value may need to know of its file."""

from typing import TYPE_CHECKING, Any

from ..model.briefing import Participant, Presence, Scale
from ..model.marking import Tlp
from .findings import Findings
from .ids import Ids
from .references import Names
from .registry import Registry

if TYPE_CHECKING:
    from .loan import Loan


class Context:
    """What reading a value may need to know of its file."""

    def __init__(self, findings: Findings, registry: Registry | None = None) -> None:
        self.findings = findings
        self.names = Names(findings, registry.index if registry else None)
        self.loan: Loan | None = _loan(registry, self) if registry else None
        """What is borrowed from the registry, if there is one."""
        self.lang = ""
        self.tlp: Tlp | None = None
        self.scale = Scale.ICD203
        self.has_source = False
        self.attending: dict[str, list[str]] = {}
        """Participants who attend, by the delegation they speak for."""
        self.sections: dict[str, dict[str, Any]] = {}
        """The sections keyed by id, as they are built."""
        self.quotes = Ids()
        self.entries = 0
        """How many records have been built."""

    def attend(self, person: Participant) -> None:
        """Notes a person who takes part, so that `speaker` may name the delegation alone."""
        if person.presence is Presence.ATTENDING and person.delegation:
            self.attending.setdefault(person.delegation.id, []).append(person.id)


def _loan(registry: Registry, context: Context) -> "Loan":
    from .loan import Loan

    return Loan(registry, context)
