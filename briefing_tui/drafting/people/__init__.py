"""People: their names, offices and delegations.

`person`    what is known of somebody
`names`     the capital words that make a name
`offices`   the words around an office: whose it is, and who holds it
`roster` `gather`   everybody in a document, each once, with all mentions
`homes`     whom they speak for where no country stands beside the office
"""

from .gather import roster
from .person import Person
from .roster import Roster

__all__ = ["Person", "Roster", "roster"]
