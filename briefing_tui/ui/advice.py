"""What stands in search where there are no hits, and how an answer is counted."""

from collections.abc import Iterable

from ..i18n import _, number, several
from ..model.passage import Sort
from ..search.results import Results
from .runs import cut_text
from .sorts import called

_QUERY_CELLS = 40
_SUGGESTED = 6


def advice(results: Results, only: Sort | None, loading: str = "") -> tuple[str, ...]:
    """What to try when nothing is found."""
    query = cut_text(results.query.strip(), _QUERY_CELLS)
    short = called(only).short if only else ""
    reading = [loading] if loading else []
    if not query:
        nothing = _("no {things} here", things=short) if only else _("nothing here to search")
        return (nothing, *results.remarks, *reading)
    others = sum(results.counts.values()) if only else 0
    elsewhere = several("tab lists the {count} hits of other kinds", "tab lists the {count} hits of other kinds", others)
    return (
        _("no {things} match “{query}”", things=short, query=query) if only else _("nothing matches “{query}”", query=query),
        *results.remarks,
        *([elsewhere] if others else []),
        *(_("try: {words}", words=suggestion) for suggestion in results.suggestions[:_SUGGESTED]),
        _("try fewer words; @name limits to a speaker"),
        *reading,
    )


def counted(place: int, total: int, more: bool, facts: Iterable[str], cells: int) -> str:
    """`1/1,234 · 3 ms · 812 briefings` in at most `cells` cells: what has no room is left out, from the right."""
    said = f"{number(place)}/{number(total)}{'+' if more else ''}" if total else "0"
    for fact in facts:
        if len(said) + 3 + len(fact) > cells:
            break
        said += f" · {fact}"
    return said
