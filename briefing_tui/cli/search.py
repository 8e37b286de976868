"""`briefing search`: what in a library matches, each hit with speaker, date, briefing and marking."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from ..i18n import _, language, number, quoted, word
from ..model.briefing import Use
from ..model.errors import NotFoundError
from ..model.marking import label
from ..model.passage import Sort, placed
from . import target
from .exits import Exit
from .indexed import check_named, indexed
from .out import bold, clean, flush, narrate, say, say_json

if TYPE_CHECKING:
    from ..library.upkeep import Upkeep
    from ..search.results import Hit, Results

_SHOWN = 60
"""How many letters of a query are repeated when nothing is found."""
STDIN = "-"
"""The query that stands for queries on standard input, one a line."""


def _number(value: int | str) -> int:
    """A number from 1 up. Click's own type calls itself an "integer range" to the user."""
    try:
        number = int(value)
    except ValueError:
        number = 0
    if number < 1:
        raise click.BadParameter(_("{value!r} is no number from 1 up", value=str(value)))
    return number


class _Kind(click.Choice[str]):
    """A kind of hit, one or many, in English or German, as `kind:` takes it."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word that JSON has for it."""
        from ..search.fold import fold
        from ..search.values import KINDS

        sort = KINDS.get(fold(value))
        return super().convert(sort.value if sort else value, param, ctx)


@click.command(name="search")
@click.argument("query", metavar="QUERY…", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--limit", metavar="N", type=_number, default=50, show_default=True, help="At most this many hits.")
@click.option("--kind", type=_Kind([sort.value for sort in Sort]), help="Only hits of this kind.")
@click.option("--in", "path", metavar="PATH", help="Search this briefing, folder or table of quotes instead of your library.")
def command(query: tuple[str, ...], as_json: bool, limit: int, kind: str | None, path: str | None) -> int:
    """Search your library: quotes first, then lines to take, people, talks, threats, terms and notes.

    QUERY is words, "a row of words", !without, and @speaker, #topic, to:, in:, talk:, country:, date:2025-10,
    date:2025-10..2025-11, kind:quote, use:on-record or tlp:amber.

    With - for QUERY, each line of standard input is a query; with --json, each is answered with a line as it comes.
    """
    words = clean(" ".join(query), newlines=False).strip()
    if words != STDIN and not _asks(words):
        raise NotFoundError(_("nothing to search for; name a word"))
    from ..notes import all_passages

    settings = target.configured()
    lang = settings.content_lang or language()
    library = target.named(path) if path is not None else target.home(settings)
    found = False
    with indexed(library, lasting=False) as index:
        check_named(index)
        index.search_beside(all_passages(library.by_file()))
        for each in _lines() if words == STDIN else (words,):
            results = _found(index, each, limit, Sort(kind) if kind else None)
            _answer(each, results, limit, lang, as_json=as_json, line=words == STDIN)
            found = found or bool(results.hits)
    return Exit.OK if found else Exit.PROBLEMS


def _asks(words: str) -> bool:
    """Whether a query asks for anything, or wants to, but is not understood."""
    from ..search.grammar import parse

    return any(parse(f"{words} "))


def _lines() -> Iterable[str]:
    """The queries on standard input, in bytes that may be anything."""
    return (clean(line.decode(errors="replace"), newlines=False).strip() for line in sys.stdin.buffer)


def _found(index: "Upkeep", words: str, limit: int, only: Sort | None) -> "Results":
    results = index.search(words, limit=limit, only=only)
    for hit in results.hits:
        _marks = hit.marks
    if index.damaged or index.suspect:
        index.update()
        results = index.search(words, limit=limit, only=only)
    return results


def _answer(words: str, results: "Results", limit: int, lang: str, *, as_json: bool, line: bool) -> None:
    """Print what of the query was not understood, what was found, and what to try if nothing was."""
    if not line:
        for remark in _remarks(words, results):
            narrate(remark)
    if as_json:
        say_json(_data(words, results, limit), line=line)
    else:
        for hit in results.hits[:limit]:
            _print(hit, lang)
    if line:
        return
    if not results.hits:
        tries = _("; try {suggestions}", suggestions=_(" or ").join(results.suggestions)) if results.suggestions else ""
        narrate(_("nothing found for {words!r}{tries}", words=words[:_SHOWN], tries=tries))
    elif results.total > limit and not as_json:
        narrate(
            _(
                "{limit} of {total}{value} shown; --limit N shows more",
                limit=number(limit),
                total=number(results.total),
                value="+" * results.more,
            )
        )


def _remarks(words: str, results: "Results") -> list[str]:
    """What of a query, now that it is finished, is not understood or names nothing."""
    from ..search.grammar import parse

    return list(dict.fromkeys((*parse(f"{words} ").remarks, *results.remarks)))


def _print(hit: "Hit", lang: str) -> None:
    """Who, when, where and how marked in one line, the words below: a quote's and its translations, else those in `lang`."""
    from ..search.results import in_language

    passage = hit.passage
    said = passage.sort is Sort.QUOTE
    texts = hit.wordings(lang)
    own = in_language(texts, "" if said else lang)
    facts = (
        "" if said else word(passage.sort),
        f"{passage.speaker} ({passage.code})" if passage.speaker and passage.code else passage.speaker or passage.code,
        passage.date.shown(),
        placed(passage, lang),
        passage.briefing,
        f"[{label(passage.tlp)}]",
        f"[{word(passage.use)}]" if passage.use not in (None, Use.ON_RECORD) else "",
        hit.why if said or not texts[0].spans else "",
    )
    say(" · ".join(fact for fact in facts if fact))
    flush(f"  {quoted(_lit(own.text, own.spans)) if said else _lit(own.text, own.spans)}\n")
    for other in texts:
        words = _lit(other.text, other.spans)
        if said and other.lang and words:
            flush("  " + _("{lang} translation: {words}", lang=other.lang, words=words) + "\n")
        elif not said and other is not own and other.spans:
            flush(f"  {words}\n")
    say()


def _lit(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text in one line, what was found in bold."""
    parts, end = [], 0
    for start, stop in spans:
        parts += [clean(text[end:start], newlines=False), bold(clean(text[start:stop], newlines=False))]
        end = stop
    return "".join((*parts, clean(text[end:], newlines=False)))


def _data(words: str, results: "Results", limit: int) -> dict[str, object]:
    hits = [
        {
            "kind": hit.passage.sort.value,
            "text": hit.passage.text,
            "speaker": hit.passage.speaker,
            "briefing": hit.passage.briefing,
            "id": hit.passage.id,
            "score": round(float(hit.score), 4),
            "spans": [list(span) for span in hit.spans],
            "date": str(hit.passage.date),
            "tlp": hit.passage.tlp.value if hit.passage.tlp else None,
            "use": hit.passage.use.value if hit.passage.use else None,
            "why": hit.why,
        }
        for hit in results.hits[:limit]
    ]
    data = {"query": words, "ms": round(results.elapsed, 1), "total": results.total, "hits": hits}
    return data | ({"remarks": remarks} if (remarks := _remarks(words, results)) else {})
