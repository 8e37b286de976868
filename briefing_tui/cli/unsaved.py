"""What was typed as a note and never saved: it is printed nowhere, so that it has to be said."""

from pathlib import Path

from ..i18n import several
from ..model.fields import Ref
from ..notes import Draft, State
from .out import narrate


def tell_unsaved(journal: Path, state: State, ref: Ref | None = None) -> None:
    """Say how many notes, of the journal or on one thing, were left unsaved by programs that are no more."""
    left = [each for each in Draft(journal).left() if not each.is_in(state) and ref in (None, each.item.ref)]
    if left:
        narrate(
            several(
                "{count} note is not saved yet and is not printed; `6` in the reader lists it",
                "{count} notes are not saved yet and are not printed; `6` in the reader lists them",
                len(left),
            )
        )
