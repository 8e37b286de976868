"""Documents of several kinds as text, and what is said of those that are none."""

import io
import sys
import zipfile
from pathlib import Path

import pytest

from briefing_tui.drafting.intake import read, read_bytes
from briefing_tui.model.errors import UnreadableError


def text(data: bytes, name: str = "report.txt", encoding: str = "") -> str:
    """The text of a document."""
    return read_bytes(data, name, encoding).text


def why(data: bytes, name: str = "report.txt", encoding: str = "") -> str:
    """Why there is none."""
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, name, encoding)
    assert "\n" not in caught.value.message
    return caught.value.message


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Größe".encode(), ""),
        ("\ufeffGröße".encode(), ""),
        ("Größe".encode("utf-16"), ""),
        ("Größe".encode("utf-32"), ""),
        ("Größe".encode("latin-1"), "latin-1"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    assert text(data, encoding=encoding) == "Größe"


def test_a_guessed_encoding_is_reported() -> None:
    document = read_bytes("Größe".encode("cp1252"), "report.txt")
    assert (document.text, "Windows-1252" in document.warning) == ("Größe", True)


def test_markdown_loses_its_marks_and_nothing_else() -> None:
    data = b"# Head\n\n* one *two* [three](https://example.org) __four__\n> five_six 2*3*4\n"
    assert text(data, "report.md").split("\n\n") == ["Head", "one two three four\nfive_six 2*3*4\n"]


def test_html_gives_what_is_to_be_read() -> None:
    pytest.importorskip("selectolax")
    data = b"""<!doctype html><html><head><title>no</title><style>no</style></head><body><nav>no</nav>
    <article><h1>Head</h1><p>One <b>two</b>
    three.</p>tail<ul><li>four</li></ul><script>no</script></article><footer>no</footer></body></html>"""
    assert text(data, "page") == "Head\n\nOne two three.\n\ntail\n\nfour"


def test_html_names_its_encoding() -> None:
    pytest.importorskip("selectolax")
    assert text("<html><meta charset='latin-1'><body><p>Größe</p></body></html>".encode("latin-1")) == "Größe"


def test_docx() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Eins „zwei“.")
    document.add_paragraph("Drei.")
    stream = io.BytesIO()
    document.save(stream)
    assert text(stream.getvalue(), "report") == "Eins „zwei“.\n\nDrei."


def test_pdf() -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    stream = io.BytesIO()
    writer.write(stream)
    assert "holds no text" in why(stream.getvalue(), "report.pdf")


def test_lines_of_a_pdf_become_paragraphs() -> None:
    from briefing_tui.drafting.intake.portable import joined

    assert (
        joined("Ein Satz, der um-\nbricht und\nweitergeht.\nDer nächste.")
        == "Ein Satz, der umbricht und weitergeht.\nDer nächste."
    )


@pytest.mark.parametrize(
    ("data", "name", "encoding", "words"),
    [
        (b"", "a.txt", "", "holds no text"),
        (b" \n\t ", "a.txt", "", "holds no text"),
        (bytes(range(256)) * 9, "a.txt", "", "is not a text"),
        (b"\x7fELF" + b"\0" * 99, "a.txt", "", "is not a text"),
        (b"a" * 600_000, "a.txt", "", "split it"),
        (b"%PDF-1.7 broken", "a.pdf", "", "cannot be read as PDF"),
        (b"PK\x03\x04broken", "a.docx", "", "cannot be read as DOCX"),
        (b"a", "a.txt", "klingon-8", "no encoding called klingon-8"),
        (b"a", "a.txt", "rot13", "no encoding called rot13"),
        (b"\xff\xfea", "a.txt", "ascii", "is not ascii"),
    ],
)
def test_bad_documents_are_one_clear_line(data: bytes, name: str, encoding: str, words: str) -> None:
    assert words in why(data, name, encoding)


def test_an_archive_is_no_docx() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "a")
    assert "no DOCX" in why(stream.getvalue(), "a.docx")


def test_control_characters_do_not_pass() -> None:
    assert "\x1b" not in text(b"ein\x1b[31m Wort")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="not a regular file"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("data", "name", "module"),
    [(b"<html><p>a", "a.html", "selectolax.lexbor"), (b"%PDF-1.7", "a.pdf", "pypdf"), (b"PK\x03\x04", "a.docx", "docx")],
)
def test_a_library_that_is_missing_is_named_with_its_extra(
    data: bytes, name: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert "briefing-tui[documents]" in why(data, name)


def test_a_document_that_is_too_large_is_refused_also_if_it_is_so_once_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", " " * 5000)
    monkeypatch.setattr("briefing_tui.drafting.intake.office._MOST", 4000)
    assert "MB when unpacked" in why(packed.getvalue(), "a.docx")
    monkeypatch.setattr(sys.modules[read_bytes.__module__], "MOST_BYTES", 100)
    assert "split it" in why(b"a" * 101)


def test_bytes_of_no_encoding_are_no_text() -> None:
    assert "is not a text" in why(b"\xff\x01\x02\x03" * 20)
