"""Ground rules: what of a briefing may be handed out, and with which names.

The press's rules as newsrooms use them: on the record, with the name; on background, with a description of who it is; on
deep background, the words without anybody; off the record, nothing. The Chatham House Rule (2002): what was said may be
used, but neither who said it nor who took part, nor for whom.
"""

from ..i18n import _, word
from ..model.briefing import Briefing, Quote, Record, Term, Use
from ..model.errors import RefusedError
from ..model.use import rule, under_chatham_house

WORDS_ALONE = frozenset({Use.DEEP_BACKGROUND, Use.CHATHAM_HOUSE})
"""The rules under which nothing but the words is handed out."""


def refusal(briefing: Briefing, *records: Record) -> str:
    """Why records may not be handed out; empty if they may.

    Under the Chatham House Rule, the words of quotes and the meaning of terms are all that names nobody: everything else
    tells who took part, if only in its prose.
    """
    if any(isinstance(record, Quote) and rule(briefing, record) is Use.OFF_RECORD for record in records):
        return _("off the record")
    if under_chatham_house(briefing) and not all(isinstance(record, Quote | Term) for record in records):
        return _("Chatham House rule: it says who took part")
    return ""


def obey_naming(briefing: Briefing, *records: Record) -> None:
    """Raise RefusedError if records may not be handed out, or not beside the names of those who spoke."""
    obey(briefing, *records)
    for record in records:
        if isinstance(record, Quote) and rule(briefing, record) is not Use.ON_RECORD:
            raise RefusedError(_("it names who spoke: {rule}", rule=word(rule(briefing, record))))


def obey(briefing: Briefing, *records: Record) -> None:
    """Raise RefusedError if records may not be handed out."""
    reason = refusal(briefing, *records)
    if reason:
        raise RefusedError(reason)
