"""What the small numbers in a segment stand for."""

from ..model.briefing import Use
from ..model.marking import Tlp
from ..model.passage import Role, Sort

SORTS, ROLES = tuple(Sort), tuple(Role)
TLPS: tuple[Tlp | None, ...] = (None, *Tlp)
USES: tuple[Use | None, ...] = (None, *Use)

UNSAID = (Role.COUNTRY, Role.BRIEFING)
"""Roles that only a field asks for: a plain word never means them."""
