"""What reading a value may need to know of its file."""

from typing import Any

from ..model.briefing import Scale
from .findings import Findings
from .ids import Ids
from .references import Names


class Context:
    """What reading a value may need to know of its file."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.names = Names(findings)
        self.lang = ""
        self.scale = Scale.ICD203
        self.has_source = False
        self.attending: dict[str, list[str]] = {}
        """Participants who attend, by the delegation they speak for."""
        self.sections: dict[str, dict[str, Any]] = {}
        """The sections keyed by id, as they are built."""
        self.quotes = Ids()
        self.entries = 0
        """How many records have been built."""
