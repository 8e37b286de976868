"""DOCX: the text of its paragraphs and tables."""

import io
import zipfile

from ...i18n import _
from ...model.errors import UnreadableError, reason
from ...reading.clean import clean
from .missing import missing

_MOST = 64 * 1024 * 1024
"""How large the parts of a file may be unpacked."""


def docx(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    """The text of a DOCX and a warning. Raises UnreadableError if it is none."""
    try:
        from docx import Document
    except ImportError:
        raise missing(name, "DOCX") from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST:
                raise UnreadableError(_("{name}: is larger than {most} MB when unpacked", name=name, most=_MOST >> 20))
            if "word/document.xml" not in archive.namelist():
                raise UnreadableError(_("{name}: is an archive and no DOCX; name a document in it", name=name))
        document = Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise UnreadableError(
            _("{name}: cannot be read as DOCX: {error}", name=name, error=clean(reason(error), newlines=False)[:120])
        ) from None
    rows = ["\t".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    return "\n\n".join([*(each.text for each in document.paragraphs), *rows]), ""
