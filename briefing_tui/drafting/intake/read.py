"""Reading a document: what it is, its characters, and the gate that all text passes."""

import codecs
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...i18n import _, number
from ...model.errors import UnreadableError, reason
from ...reading.clean import clean
from ...reading.files import MOST_BYTES, slurp

LONGEST = 500_000
"""The most characters of a document: some 150 pages."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as clean text; `name` is its file name, `sha256` the sum of its bytes in hex."""

    text: str
    name: str
    sha256: str
    warning: str = ""
    """What had to be guessed, in one line."""


def read(path: Path, encoding: str = "") -> Document:
    """The document in a file; raises UnreadableError with `path: why`."""
    shown = clean(str(path), newlines=False)
    try:
        if not path.exists():
            raise UnreadableError(_("{shown}: no such file", shown=shown))
        if not path.is_file():
            raise UnreadableError(_("{shown}: is not a regular file; name a document", shown=shown))
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{shown}: {clean(reason(error))}") from None
    return read_bytes(slurp(path, shown)[0], shown, encoding)


def read_bytes(data: bytes, name: str, encoding: str = "") -> Document:
    """The document that `data` holds, called `name`; raises UnreadableError with `name: why`."""
    if len(data) > MOST_BYTES:
        raise UnreadableError(_("{name}: is larger than {most_bytes} MB; split it", name=name, most_bytes=MOST_BYTES >> 20))
    kind = _kind(data, name)
    text, warning = kind(data, name, encoding)
    text = clean(text)
    if not text.strip():
        raise UnreadableError(_("{name}: holds no text", name=name))
    if len(text) > LONGEST:
        raise UnreadableError(
            _(
                "{name}: has {count} characters, more than {longest}; split it",
                name=name,
                count=number(len(text)),
                longest=number(LONGEST),
            )
        )
    return Document(text, Path(name).name, hashlib.sha256(data).hexdigest(), warning)


Reader = Callable[[bytes, str, str], tuple[str, str]]
"""Makes text and a warning of bytes, the name of the file and the encoding that was declared."""


def _kind(data: bytes, name: str) -> Reader:
    """The reader for what the bytes are; the name decides only where the bytes do not."""
    start = data[:1024].lstrip().lower()
    if data.startswith(b"%PDF-"):
        from .portable import pdf

        return pdf
    if data.startswith(b"PK\x03\x04"):
        from .office import docx

        return docx
    if start.startswith((b"<!doctype html", b"<html")) or name.lower().endswith((".html", ".htm", ".xhtml")):
        from .web import html

        return html
    from .plain import markdown, text

    return markdown if name.lower().endswith((".md", ".markdown")) else text


def decoded(data: bytes, name: str, encoding: str = "") -> tuple[str, str]:
    """The characters of plain bytes and a warning: as declared, else UTF-8, UTF-16 or UTF-32 with its mark, else Windows-1252.

    Raises UnreadableError if they are none of these.
    """
    if encoding:
        return _declared(data, name, encoding), ""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return data.decode("utf-32", errors="replace"), ""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), ""
    if b"\0" in data[:65536]:
        raise UnreadableError(_("{name}: is not a text; name a text, Markdown, HTML, PDF or DOCX", name=name))
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode(), ""
    except UnicodeDecodeError:
        strange = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in data[:65536])
        if strange * 20 > len(data[:65536]):
            raise UnreadableError(_("{name}: is not a text; name a text, Markdown, HTML, PDF or DOCX", name=name)) from None
        return data.decode("cp1252", errors="replace"), _(
            "{name}: is not UTF-8 and is read as Windows-1252; --encoding names another", name=name
        )


def _declared(data: bytes, name: str, encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding)
        if not codec._is_text_encoding:
            raise LookupError
        return data.decode(encoding)
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise UnreadableError(
                _(
                    "{name}: is not {encoding}: {reason} at byte {start}",
                    name=name,
                    encoding=encoding,
                    reason=error.reason,
                    start=error.start,
                )
            ) from None
        raise UnreadableError(
            _("{name}: there is no encoding called {encoding}", name=name, encoding=clean(encoding, newlines=False)[:60])
        ) from None
