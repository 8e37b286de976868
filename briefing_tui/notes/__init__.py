"""What the user writes down in the meeting, in the state folder: nothing that was acknowledged is lost, whatever happens.

`files` `disk`   the file calls, and what they are put together to
`lines` `tape`   entries as lines with a checksum; the append-only file that several programs write
`entries` `fold`   what is written in a journal; what it comes to
`journal` `folder`   the notes and ticks of one briefing; the journals of all, and those that lost their briefing
`drafts`   the text that is being typed
`passages`   what search indexes of notes
"""

from .drafts import Draft, Unsaved
from .entries import About, added, deleted, edited, new_id, ticked
from .fold import State
from .folder import Kept, journal_of, journal_path, moved, noted, notes_folder
from .journal import Journal
from .passages import all_passages, passages

__all__ = [
    "About",
    "Draft",
    "Journal",
    "Kept",
    "State",
    "Unsaved",
    "added",
    "all_passages",
    "deleted",
    "edited",
    "journal_of",
    "journal_path",
    "moved",
    "new_id",
    "noted",
    "notes_folder",
    "passages",
    "ticked",
]
