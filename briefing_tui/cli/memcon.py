"""`briefing memcon`: the skeleton of the record of conversation of a talk, with what was noted in it."""

from typing import TYPE_CHECKING

import click

from ..i18n import _, language
from . import target
from .exits import Exit
from .out import narrate, say
from .spoken import speak
from .talks import Found, talk_at, talk_named

if TYPE_CHECKING:
    from ..handout.memcon import Taken
    from ..model.links import Links


@click.command(name="memcon")
@click.argument("name", metavar="TALK")
@click.option("--in", "path", metavar="PATH", help="Look in this briefing or folder instead of your library.")
@click.option("--lang", metavar="CODE", default="", help="The language to show texts in, such as de.")
def command(name: str, path: str | None, lang: str) -> int:
    """Print the record of a talk as Markdown, to be filled in: what was ticked, noted, agreed, asked.

    TALK is BRIEFING/TALK, where BRIEFING may be the path of a file, or the id or the parties of a talk, such as kor-chn.
    """
    from ..handout.memcon import memcon
    from ..model.links import Links

    if not speak(lang):
        return Exit.MISUSE
    settings = target.configured()
    if path is not None:
        found = talk_named(target.named(path), name)
    else:
        found = talk_at(name) or talk_named(target.home(settings), name)
    links = Links(found.briefing)
    asked = lang or settings.content_lang
    taken = _taken(links, found)
    say(memcon(links, found.talk, asked or language(), taken, unlabelled="" if asked else found.briefing.lang))
    return Exit.OK


def _taken(links: "Links", found: Found) -> "Taken":
    """What the user's notes say of a talk; notes that cannot be read are said, and cost nothing else."""
    from ..handout.memcon import Taken
    from ..model.errors import BriefingError
    from ..model.fields import Kind, Ref
    from ..model.marking import strictest
    from ..model.note import What
    from ..model.noted import lines_of, local, sort_out, ticked
    from ..notes import journal_of
    from .unsaved import tell_unsaved

    talk, ref = found.talk, Ref(Kind.TALK, found.talk.id)
    journal = journal_of(found.briefing, found.entry.path)
    try:
        state = journal.refresh()
    except BriefingError as error:
        narrate(error.message)
        return Taken()
    tell_unsaved(journal.path, state, ref)
    lists = {What.POINT: talk.points, What.RAISED: talk.if_raised, What.ASK: talk.asks}
    kept, former, rehearsed = [], [], []
    for what, records in lists.items():
        lines = lines_of(links, what, ref)
        for number, tick in sorted(ticked(state.ticks, ref, lines).items(), key=lambda found: found[0]):
            kept.append(records[number])
            former.append((records[number], tick.former(lines[number])))
            rehearsed += [records[number]] if tick.rehearsed else []
    gone = [tick for tick in sort_out(links, (), state.ticks).gone_ticks if tick.item.ref == ref]
    tlps = [tick.item.tlp for tick in state.set_ticks if tick.item.ref == ref]
    notes = local(found.briefing, (note for note in state.notes if note.item.ref == ref))
    return Taken(
        ticked=kept,
        former=former,
        rehearsed=rehearsed,
        gone=[tick.line.words for tick in gone],
        notes=[(note.time, f"{note.text} ({_('rehearsal')})" if note.rehearsed else note.text) for note in notes],
        tlp=strictest((*tlps, *(note.item.tlp for note in notes))),
    )
