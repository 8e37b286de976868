"""What leaves the program: citations, things as plain text, whole briefings as text or data; each carries its marking.

`rules`     what the ground rule of a quote or file lets out, `cited` a quote after it, `names` what is not to be in it
`citation`  a quote with all that makes it traceable; `chicago`, `forms` the same in other forms
`copies`    anything that can be pointed to, `sections` many things at once
`memcon`    the skeleton of a record of conversation
`show`      a whole briefing as plain text, `data` as what JSON can hold
`difference`   what changed between two versions of a briefing
`plain`     the words for fields and values, `markdown` text that is no markup, `marks` the marking of what is handed out
"""

from .citation import citation
from .copies import as_text
from .data import as_data
from .show import as_page

__all__ = ["as_data", "as_page", "as_text", "citation"]
