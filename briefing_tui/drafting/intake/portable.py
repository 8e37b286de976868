"""PDF: the text of its pages, lines joined to paragraphs."""

import io
import re

from ...i18n import _
from ...model.errors import UnreadableError, reason
from ...reading.clean import clean
from .missing import missing


def pdf(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    """The text of a PDF and a warning. Raises UnreadableError if it has none that can be read."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise missing(name, "PDF") from None
    import logging

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise UnreadableError(
            _("{name}: cannot be read as PDF: {error}", name=name, error=clean(reason(error), newlines=False)[:120])
        ) from None
    return "\n\n".join(joined(page) for page in pages), ""


_HYPHEN = re.compile(r"(?<=[a-zäöüß])-\n(?=[a-zäöüß])")
_BREAK = re.compile(r"(?<![.!?:“”\"»«])\n(?=\S)")


def joined(page: str) -> str:
    """A page with words and sentences that a line end cuts put together."""
    return _BREAK.sub(" ", _HYPHEN.sub("", page.replace("\r\n", "\n")))
