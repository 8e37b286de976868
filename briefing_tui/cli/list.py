"""`briefing list`: the briefings of a library, one a line; what cannot be read is listed with its reason."""

import click

from ..i18n import _, language, several
from ..library.facts import Facts
from ..model.marking import label
from . import target
from .exits import Exit
from .out import narrate, say, say_json


@click.command(name="list")
@click.argument("path", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--ids", is_flag=True, help="Print nothing but the ids, without reading a briefing; by path.")
@click.option("--talks", is_flag=True, help="Print nothing but what `memcon` knows the talks by.")
def command(path: str | None, as_json: bool, ids: bool, talks: bool) -> int:
    """List the briefings in your library, or at PATH, by date."""
    if as_json + ids + talks > 1:
        raise click.UsageError(_("--json, --ids and --talks exclude each other"))
    settings = target.configured()
    library = target.named(path) if path is not None else target.home(settings)
    if ids:
        if library.entries:
            say("\n".join(entry.key for entry in library.entries))
        return Exit.OK if library.entries else Exit.PROBLEMS
    if talks:
        from .talks import talk_names

        known = talk_names(library)
        if known:
            say("\n".join(known))
        return Exit.OK if known else Exit.PROBLEMS
    lang = settings.content_lang or language()
    listing = sorted(library.listing(), key=_order)
    if as_json:
        say_json([_data(facts, lang) for facts in listing])
    else:
        _print(listing, lang)
    if not listing:
        narrate(library.lack)
    return Exit.OK if listing else Exit.PROBLEMS


def _order(facts: Facts) -> tuple[bool, str]:
    """By date; what cannot be read comes last."""
    return facts.briefing is None, str(facts.briefing.date) if facts.briefing else facts.entry.key


def _print(listing: list[Facts], lang: str) -> None:
    """Columns as wide as what stands in them, titles last."""
    rows = [_row(facts, lang) for facts in listing]
    widths = [max(len(row[column]) for row in rows) for column in range(4)] if rows else []
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        say("  ".join((*cells, row[-1])).rstrip())


def _row(facts: Facts, lang: str) -> tuple[str, str, str, str, str]:
    briefing = facts.briefing
    if briefing is None:
        return "-", facts.entry.key, "-", _("cannot be read"), _one_line(facts.reason)
    participants, talks, threats, quotes = briefing.numbers
    counts = (
        several("{count} participant", "{count} participants", participants),
        several("{count} talk", "{count} talks", talks),
        several("{count} threat", "{count} threats", threats),
        several("{count} quote", "{count} quotes", quotes),
    )
    title = ", ".join(text.pick(lang).text for text in (briefing.title, briefing.venue) if text)
    problems = f" ({several('{count} problem', '{count} problems', facts.problems)})" if facts.problems else ""
    mark = label(briefing.tlp, briefing.classification)
    return str(briefing.date), facts.entry.key, mark, ", ".join(counts), _one_line(title) + problems


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _data(facts: Facts, lang: str) -> dict[str, object]:
    data: dict[str, object] = {"id": facts.entry.id, "key": facts.entry.key, "path": str(facts.entry.path)}
    briefing = facts.briefing
    if briefing is None:
        return data | {"error": facts.reason}
    venue = briefing.venue.pick(lang).text if briefing.venue else None
    data |= {"date": str(briefing.date), "title": briefing.title.pick(lang).text, "venue": venue}
    data |= {"tlp": briefing.tlp.value if briefing.tlp else None, "classification": briefing.classification or None}
    return data | facts.counts | {"problems": facts.problems}
