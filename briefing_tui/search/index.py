"""The index of all passages: searched from any thread while another one changes what it holds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from ..model.passage import Passage, Sort
from .results import Hit, Results
from .source import Source

if TYPE_CHECKING:
    from .engine import Engine
    from .segment import Segment

__all__ = ["Hit", "Index", "Results"]

LIMIT = 200


class Index:
    """Segments, searched. Those who search never wait: each query sees the segments as they were when it came."""

    def __init__(self, noticed: Callable[[], None] = lambda: None) -> None:
        """`noticed` is called, from any thread, when a hit that is looked at turns out to be damaged."""
        self._engine: Engine | None = None
        self._noticed = noticed

    def use(self, segments: "Sequence[Segment]", keys: Mapping[Source, str]) -> None:
        """Search these segments from now on; `keys` has every source that lives, with the key of the briefing it is."""
        from .engine import Engine
        from .live import Live

        known = {id(part.segment): part.lookup for part in (self._engine.parts if self._engine else ())}
        self._engine = Engine([Live(segment, keys, known.get(id(segment))) for segment in segments], self._noticed)

    def search(self, text: str, *, limit: int = LIMIT, prefer: str = "", only: Sort | None = None) -> Results:
        """The best hits for what was typed, whatever that is, at most `limit` of each sort; nothing typed finds all.

        Passages of the briefing `prefer` come before others that match as well. With `only`, hits are of that sort, but all
        are counted. Raises DamagedError if a segment is not as it was written.
        """
        from .grammar import parse

        started = perf_counter()
        query = parse(text)
        engine = self._engine
        if engine is None:
            return Results(text, remarks=query.remarks)
        answer = engine.answer(query, limit, prefer, only)
        total = sum(answer.counts.values())
        suggestions = () if total else engine.suggestions(text)
        remarks = query.remarks if total else (*query.remarks, *engine.unmet(query))
        elapsed = (perf_counter() - started) * 1000
        return Results(text, answer.hits, total, answer.counts, answer.more, answer.tlp, suggestions, remarks, elapsed)


def index_of(passages: Iterable[Passage]) -> Index:
    """An index of some passages, held in memory."""
    segment, keys = held(passages)
    index = Index()
    index.use([segment], keys)
    return index


def held(passages: Iterable[Passage]) -> "tuple[Segment, dict[Source, str]]":
    """A segment of some passages, held in memory; each briefing is a source, here with its key."""
    from .building import build
    from .segment import Segment

    briefings: dict[str, list[Passage]] = {}
    for passage in passages:
        briefings.setdefault(passage.briefing, []).append(passage)
    sources = {Source(key, ""): group for key, group in briefings.items()}
    return Segment.load(build(sources.items())), {source: source.path for source in sources}
