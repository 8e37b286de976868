"""Documents as text: from a file or standard input, of every kind that is understood.

`read`      bytes of a file or of standard input, told apart by what they are
`plain`     text and Markdown
`web`       HTML              `portable`   PDF              `office`   DOCX
"""

from .read import Document, decoded, read, read_bytes

__all__ = ["Document", "decoded", "read", "read_bytes"]
