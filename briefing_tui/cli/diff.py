"""`briefing diff`: what changed between two versions of a briefing, item by item."""

from collections import Counter
from pathlib import Path

import click

from ..i18n import _, language, word
from . import target
from .exits import Exit
from .out import narrate, say, say_json
from .spoken import speak
from .versions import version


@click.command(name="diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--lang", metavar="CODE", default="", help="The language to name things in, such as de.")
def command(old: str, new: str, as_json: bool, lang: str) -> int:
    """Print what changed between two versions of a briefing, item by item.

    OLD and NEW are files, or REVISION:PATH for a file as it was in a revision that git knows, such as HEAD~1:./x.yaml.
    A path that is there wins over a revision. In texts, [-what is gone-] and {+what is new+}.

    Exits 0 if nothing changed, 1 if something did, 2 if there is trouble, as diff does.
    """
    from ..handout.difference import as_difference, difference_data
    from ..model.changes import changes

    if not speak(lang):
        return Exit.MISUSE
    settings = target.configured()
    one, other = version(old), version(new)
    before, after = one.read(_beside(one.path, other.path)), other.read(_beside(other.path, one.path))
    found = changes(before.briefing, after.briefing)
    if as_json:
        say_json(difference_data(before.briefing, after.briefing, found))
    elif found:
        say(as_difference(before.briefing, after.briefing, found, lang or settings.content_lang or language()))
    for each, reading in ((one, before), (other, after)):
        if reading.cut:
            narrate(_("{name}: shown up to line {line}: {why}", name=each.name, line=reading.cut.line, why=reading.cut.text))
    counts = Counter(change.how for change in found)
    narrate(", ".join(f"{count} {word(how)}" for how, count in counts.items()) or _("nothing changed"))
    return Exit.PROBLEMS if found else Exit.OK


def _beside(own: Path, other: Path) -> Path:
    """The file whose registry lends to a version that is no file: its own path where there is one now, else the other's."""
    return own if own.exists() or not other.exists() else other
