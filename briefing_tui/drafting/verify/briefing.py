"""The quotes of a briefing, each compared with the copy of its source that lies beside the briefing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ...i18n import _
from ...model.briefing import Briefing, Quote, Source
from ...model.errors import UnreadableError
from ...model.fields import Kind
from ..intake import Document, read
from .source import SourceText
from .verdict import Status, Verdict, compared


@dataclass(frozen=True, slots=True)
class Checked:
    """A quote and its verdict; `file` is the copy of its source, as the briefing names it."""

    quote: Quote
    verdict: Verdict
    file: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with the copy of a source, in one line."""

    source: Source
    text: str


@dataclass(frozen=True, slots=True)
class Verification:
    """All quotes of a briefing with their verdicts, in its order, and what is wrong with the copies of its sources."""

    checked: tuple[Checked, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    texts: Mapping[str, SourceText] = field(default_factory=dict)
    """The sources that could be read, by id."""

    @property
    def good(self) -> bool:
        """Whether every quote that can be compared is verbatim and every copy is what it should be."""
        return not self.troubles and all(each.verdict.status.good for each in self.checked)


Reader = Callable[[Path], Document]
"""Reads a document; raises UnreadableError."""


def verify(briefing: Briefing, folder: Path, read: Reader = read) -> Verification:
    """Compare the quotes of a briefing that lies in `folder` with the copies of their sources there.

    A source without a copy is no mistake: its quotes are not compared. Raises nothing.
    """
    texts: dict[str, SourceText] = {}
    troubles: list[Trouble] = []
    for source in briefing.sources.values():
        if source.file:
            text, wrong = _opened(source, folder, read)
            troubles += [Trouble(source, each) for each in wrong]
            if text:
                texts[source.id] = text
    return Verification(tuple(map(partial(_checked, briefing.sources, texts), briefing.quotes)), tuple(troubles), texts)


def _opened(source: Source, folder: Path, read: Reader) -> tuple[SourceText | None, list[str]]:
    """The text of the copy of a source, and what is wrong with the copy."""
    path = (folder / source.file).resolve()
    if not path.is_relative_to(folder.resolve()):
        return None, [_("file: '{file}' lies outside the folder of this briefing", file=source.file)]
    try:
        document = read(path)
    except UnreadableError as error:
        return None, [
            _(
                "file: '{file}' cannot be compared: {why}",
                file=source.file,
                why=error.message.removeprefix(f"{path}: "),
            )
        ]
    wrong = []
    if source.sha256 and source.sha256.lower() != document.sha256:
        wrong.append(
            _(
                "sha256: '{file}' is not the file that was summed; its SHA-256 is {sha256}",
                file=source.file,
                sha256=document.sha256,
            )
        )
    return SourceText(document.text, source.file), wrong


def _checked(sources: Mapping[str, Source], texts: Mapping[str, SourceText], quote: Quote) -> Checked:
    id = quote.source.id if quote.source and quote.source.kind is Kind.SOURCE else ""
    source = sources.get(id)
    if id in texts:
        return Checked(quote, compared(texts[id], quote.text), texts[id].name)
    remark = _("its source cannot be read") if source and source.file else _("no source to compare with")
    return Checked(quote, Verdict(Status.UNCOMPARED, remark=remark), source.file if source else "")
