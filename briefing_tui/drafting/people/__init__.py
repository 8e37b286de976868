"""People: their names, offices and delegations.

`person`    what is known of somebody
`names`     the capital words that make a name
`offices`   the words around an office: whose it is, and who holds it
`roster`    everybody in a document, each once, with all mentions
"""

from .person import Person
from .roster import Roster, roster

__all__ = ["Person", "Roster", "roster"]
