"""`briefing verify`: every quote compared with the copy of its source, letter for letter."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ..i18n import _, several
from ..model.errors import BriefingError
from ..model.words import InText
from . import target
from .exits import Exit
from .out import clean, coloured, flush, narrate, say, say_json

if TYPE_CHECKING:
    from ..drafting.verify import Checked, Verification
    from ..model.links import Links

_COLOURS = {InText.SAME: "", InText.REMOVED: "red", InText.ADDED: "green"}


@click.command(name="verify")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(paths: tuple[str, ...], as_json: bool) -> int:
    """Compare every quote with the copy of its source that lies beside the briefing.

    A quote is verbatim if it stands there letter for letter, in quotation marks; quotation glyphs, blanks and line breaks
    may differ, and parts around […] have to stand in their order. Else it is altered, with the nearest passage:
    [-what the source has-] and {+what the quote has+}; or missing; or reported speech, which stands there without marks.

    Exits 0 if all are verbatim or have no source to compare with, 1 if one is not or a copy is not what it should be,
    2 if a file cannot be read.
    """
    from .verified import tally

    found: list[Verification] = []
    data: list[dict[str, object]] = []
    unreadable: list[str] = []
    for name, links, each in _verifications(paths, unreadable):
        found.append(each)
        if as_json:
            data.append(_data(name, links, each))
        else:
            _print(name, links, each)
    if as_json:
        say_json({"files": data, "unreadable": unreadable})
    for reason in () if as_json else unreadable:
        say(reason)
    narrate(f"{several('{count} file', '{count} files', len(found))}: {tally(found)}")
    if unreadable:
        return Exit.MISUSE
    return Exit.OK if all(each.good for each in found) else Exit.PROBLEMS


def _verifications(paths: tuple[str, ...], unreadable: list[str]) -> "Iterator[tuple[str, Links, Verification]]":
    """Each briefing under the paths: its file, itself, what its quotes are. What cannot be read is added to `unreadable`."""
    from ..drafting.verify import verify
    from ..model.links import Links

    for word in paths:
        try:
            library = target.named(word)
        except BriefingError:
            unreadable.append(_("{word}: no such file or folder", word=clean(word, newlines=False)))
            continue
        if not library.entries:
            unreadable.append(library.lack)
        for entry in library.entries:
            try:
                reading = library.read(entry)
            except BriefingError as error:
                unreadable.append(" ".join(error.message.split()))
                continue
            if reading.cut:
                unreadable.append(str(reading.cut))
            name, briefing = clean(str(entry.path), newlines=False), reading.briefing
            yield name, Links(briefing), verify(briefing, entry.path.parent)


def _print(name: str, links: "Links", found: "Verification") -> None:
    from ..drafting.verify import Status
    from .verified import verdict_words

    for checked in found.checked:
        if checked.verdict.status is not Status.UNCOMPARED:
            flush(f"{name}:{checked.quote.lineno or 1}:1: {verdict_words(checked, _paint)} [{_marking(links, checked)}]\n")
    for trouble in found.troubles:
        say(f"{name}:{trouble.source.lineno or 1}:1: {trouble.text}")


def _paint(text: str, how: InText) -> str:
    return coloured(clean(text, newlines=False), _COLOURS[how])


def _marking(links: "Links", checked: "Checked") -> str:
    from ..handout.marks import marking

    return marking(links, checked.quote)


def _data(name: str, links: "Links", found: "Verification") -> dict[str, object]:
    troubles = [
        {"line": each.source.lineno or 1, "column": 1, "source": each.source.id, "message": each.text}
        for each in found.troubles
    ]
    return {"path": name, "quotes": [_quote(links, each) for each in found.checked], "troubles": troubles}


def _quote(links: "Links", checked: "Checked") -> dict[str, object]:
    quote, verdict = checked.quote, checked.verdict
    return {
        "line": quote.lineno or 1,
        "column": 1,
        "id": quote.id,
        "text": quote.text,
        "status": verdict.status.value,
        "remark": verdict.remark,
        "file": checked.file,
        "locator": verdict.locator,
        "spans": [list(span) for span in verdict.spans],
        "difference": [{"how": how.value, "text": text} for how, text in verdict.pieces],
        "marking": _marking(links, checked),
    }
