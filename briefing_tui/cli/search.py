"""`briefing search`: the quotes of a library that match, each with speaker, date, briefing and marking."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..model.errors import NotFoundError
from ..model.marking import label
from . import target
from .exits import Exit
from .out import bold, clean, flush, narrate, say, say_json

if TYPE_CHECKING:
    from ..library import Library
    from ..search.results import Hit, Results


@click.command(name="search")
@click.argument("query", metavar="QUERY…", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=50, show_default=True, help="At most this many hits.")
@click.option("--in", "path", metavar="PATH", help="Search this briefing or folder instead of your library.")
def command(query: tuple[str, ...], as_json: bool, limit: int, path: str | None) -> int:
    """Search what was said. @NAME among the words limits the search to a speaker."""
    words = clean(" ".join(query), newlines=False).strip()
    if not words:
        raise NotFoundError("nothing to search for; name a word")
    settings = target.configured()
    library = target.named(path) if path is not None else target.home(settings)
    results = _found(library, words, limit, settings.content_lang or target.LANGUAGE)
    if as_json:
        say_json(_data(words, results))
    else:
        for hit in results.hits:
            _print(hit)
    if not results.hits:
        tries = f"; try {' or '.join(results.suggestions)}" if results.suggestions else ""
        narrate(f"nothing found for {words!r}{tries}")
    return Exit.OK if results.hits else Exit.PROBLEMS


def _found(library: "Library", words: str, limit: int, lang: str) -> "Results":
    from ..model.passage import passages
    from ..search.index import Index

    index = Index([passage for entry, briefing in library.briefings() for passage in passages(briefing, entry.key)])
    return index.search(words, limit=limit)


def _print(hit: "Hit") -> None:
    passage = hit.passage
    speaker = f"{passage.speaker} ({passage.code})" if passage.code else passage.speaker
    facts = (
        speaker,
        passage.date.shown(),
        passage.place.pick("").text if passage.place else "",
        passage.briefing,
        f"[{label(passage.tlp)}]",
    )
    say(" · ".join(fact for fact in facts if fact))
    flush(f"  “{_lit(passage.text, hit.spans)}”\n")
    for number, wording in enumerate(passage.translations):
        spans = hit.translation_spans[number] if number < len(hit.translation_spans) else ()
        if wording.text:
            flush(f"  {wording.lang} translation: {_lit(wording.text, spans)}\n")
    say()


def _lit(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text in one line, what was found in bold."""
    parts, end = [], 0
    for start, stop in spans:
        parts += [clean(text[end:start], newlines=False), bold(clean(text[start:stop], newlines=False))]
        end = stop
    return "".join((*parts, clean(text[end:], newlines=False)))


def _data(words: str, results: "Results") -> dict[str, object]:
    hits = [
        {
            "kind": hit.passage.ref.kind.value,
            "text": hit.passage.text,
            "speaker": hit.passage.speaker,
            "briefing": hit.passage.briefing,
            "id": hit.passage.ref.id,
            "score": round(hit.score, 4),
            "spans": [list(span) for span in hit.spans],
            "date": str(hit.passage.date),
            "tlp": hit.passage.tlp.value if hit.passage.tlp else None,
        }
        for hit in results.hits
    ]
    return {"query": words, "ms": round(results.elapsed, 1), "total": results.total, "hits": hits}
