"""What leaves the program: citations, things as plain text, whole briefings as text or data; each carries its marking.

`citation`  a quote with all that makes it traceable
`copies`    any other thing as plain text
`show`      a whole briefing as plain text, `data` as what JSON can hold
`plain`     the words for fields and values, `marks` the marking of what is handed out
"""

from .citation import citation
from .copies import as_text
from .data import as_data
from .show import as_page

__all__ = ["as_data", "as_page", "as_text", "citation"]
