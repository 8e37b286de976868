"""Segments made one: small ones at once, large ones in a worker, while everything else goes on."""

from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from . import crew, tiers
from .cache import SEGMENT, CacheError
from .ledger import Ledger, damaged_among
from .tiers import Piece
from .work import Made, Merge

if TYPE_CHECKING:
    from ..search.source import Source

AT_ONCE = 20_000
"""How many passages are merged at once: it takes a blink."""


class Merger:
    """Keeps the segments of a ledger few, and clean of what is gone."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._job: _Job | None = None

    def tidy(self, *, strict: bool) -> None:
        """Merge what can be merged at once, and begin with what takes longer; see `tiers.plan` for `strict`."""
        self._collect()
        ledger = self._ledger
        living = ledger.holdings.keys(ledger.keys)
        pieces = list(ledger.holdings.pieces(living))
        if dead := [piece.name for piece in pieces if piece.dead == 1]:
            ledger.keep((), gone=dead)
        for group in tiers.plan((piece for piece in pieces if piece.dead < 1), strict=strict):
            if tiers.passages(group) <= AT_ONCE:
                self._merge(group, living)
            elif self._job is None and ledger.cache:
                self._begin(group, living)

    @property
    def working(self) -> bool:
        """Whether something is being merged, or has been and waits for `tidy`."""
        return self._job is not None

    def wait(self) -> None:
        """Wait until nothing is being merged."""
        if self._job:
            self._job.thread.join()

    def _merge(self, group: tuple[Piece, ...], living: "dict[Source, str]") -> None:
        from ..search.merging import merge
        from ..search.storage import DamagedError

        sink = BytesIO()
        try:
            merge([self._ledger.holdings.held[piece.name].segment for piece in group], living, sink)
        except DamagedError:
            self._lose_damaged(group)
        else:
            self._ledger.keep((), sink.getvalue(), [piece.name for piece in group])

    def _lose_damaged(self, group: tuple[Piece, ...]) -> None:
        """Do without those of some segments that are damaged."""
        self._ledger.lose(damaged_among(self._ledger, (piece.name for piece in group)))

    def _begin(self, group: tuple[Piece, ...], living: "dict[Source, str]") -> None:
        cache = self._ledger.cache
        if cache is None:
            return
        try:
            draft = cache.draft()
        except CacheError:
            self._ledger.do_without()
            return
        held = self._ledger.holdings.held
        sources = {tuple(each) for piece in group for each in held[piece.name].segment.sources if each in living}
        paths = tuple(str(cache.folder / piece.name) for piece in group)
        self._job = _Job(group, Merge(paths, tuple(sources), str(draft)), draft)  # type: ignore[arg-type]

    def _collect(self) -> None:
        """Take in what was merged, unless its segments are there no more."""
        from ..search.segment import Segment

        job = self._job
        if job is None or job.thread.is_alive():
            return
        self._job = None
        cache, held = self._ledger.cache, self._ledger.holdings.held
        if job.made is None or job.made.failed or cache is None or not all(piece.name in held for piece in job.group):
            job.draft.unlink(missing_ok=True)
            if job.made is None or job.made.failed:
                self._lose_damaged(job.group)
            return
        name = job.draft.stem + SEGMENT
        try:
            segment = Segment.open(cache.place(job.draft, name))
        except (CacheError, OSError):
            self._ledger.do_without()
            return
        self._ledger.replace([piece.name for piece in job.group], segment, name)


class _Job:
    """A merge that is going on."""

    def __init__(self, group: tuple[Piece, ...], task: Merge, draft: Path) -> None:
        self.group = group
        self.draft = draft
        self.made: Made | None = None
        self.thread = Thread(target=self._run, args=(task,), daemon=True)
        self.thread.start()

    def _run(self, task: Merge) -> None:
        try:
            self.made = next(crew.done([task], 1), None)
        except Exception:
            self.made = None
