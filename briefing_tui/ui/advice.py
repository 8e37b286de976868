"""What stands in search where there are no hits, and how an answer is counted."""

from collections.abc import Iterable

from ..model.passage import Sort
from ..search.results import Results
from .runs import cut_text
from .sorts import CALLED

_QUERY_CELLS = 40
_SUGGESTED = 6


def advice(results: Results, only: Sort | None, loading: str = "") -> tuple[str, ...]:
    """What to try when nothing is found."""
    query = cut_text(results.query.strip(), _QUERY_CELLS)
    short = CALLED[only].short if only else ""
    reading = [loading] if loading else []
    if not query:
        return (f"no {short} here" if only else "nothing here to search", *results.remarks, *reading)
    others = sum(results.counts.values()) if only else 0
    return (
        f"no {short} match “{query}”" if only else f"nothing matches “{query}”",
        *results.remarks,
        *([f"tab lists the {others:,} hits of other kinds"] if others else []),
        *(f"try: {suggestion}" for suggestion in results.suggestions[:_SUGGESTED]),
        "try fewer words; @name limits to a speaker",
        *reading,
    )


def counted(place: int, total: int, more: bool, facts: Iterable[str], cells: int) -> str:
    """`1/1,234 · 3 ms · 812 briefings` in at most `cells` cells: what has no room is left out, from the right."""
    said = f"{place:,}/{total:,}{'+' if more else ''}" if total else "0"
    for fact in facts:
        if len(said) + 3 + len(fact) > cells:
            break
        said += f" · {fact}"
    return said
