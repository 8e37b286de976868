"""Segments made one: small ones at once, large ones in a worker, while everything else goes on."""

from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from . import crew, tiers
from .cache import SEGMENT, CacheError
from .ledger import Ledger, damaged_among
from .tiers import Piece
from .work import Fate, Made, Merge

if TYPE_CHECKING:
    from ..search.source import Source

AT_ONCE = 20_000
"""How many passages are merged at once: it takes a blink."""


class Merger:
    """Keeps the segments of a ledger few, and clean of what is gone."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._job: _Job | None = None
        self._failed: set[frozenset[str]] = set()
        """Groups whose merging failed, though none of them is damaged: it would fail again."""

    def tidy(self, *, strict: bool, lasting: bool = True) -> None:
        """Merge what can be merged at once, and begin with what takes longer; see `tiers.plan` for `strict`.

        A program that will be gone before long, so is not `lasting`, begins with nothing that it would not finish.
        """
        self._collect()
        ledger = self._ledger
        living = ledger.holdings.keys(ledger.keys)
        pieces = list(ledger.holdings.pieces(living, written=not ledger.following))
        if dead := [piece.name for piece in pieces if piece.dead == 1]:
            ledger.keep((), gone=dead)
        for group in tiers.plan((piece for piece in pieces if piece.dead < 1), strict=strict):
            if any(failed <= _names(group) for failed in self._failed):
                continue
            if tiers.passages(group) <= AT_ONCE:
                self._merge(group, living)
            elif lasting and self._job is None and ledger.cache:
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
            self._fail(group)
        else:
            self._ledger.keep((), sink.getvalue(), [piece.name for piece in group])

    def _fail(self, group: tuple[Piece, ...]) -> None:
        """Do without those of some segments that are damaged; if there are none, never merge this group again."""
        damaged = damaged_among(self._ledger, (piece.name for piece in group))
        if damaged:
            self._ledger.lose(damaged)
        else:
            self._failed.add(_names(group))

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
        from ..search.segment import DamagedError, Segment

        job = self._job
        if job is None or job.thread.is_alive():
            return
        self._job = None
        cache, held = self._ledger.cache, self._ledger.holdings.held
        fate = job.made.fate if job.made else Fate.FAILED
        if fate is not Fate.DONE or cache is None or not all(piece.name in held for piece in job.group):
            _forgotten(job.draft)
            if fate is Fate.UNWRITTEN:
                self._ledger.do_without()
            elif fate is not Fate.DONE:
                self._fail(job.group)
            return
        name = job.draft.stem + SEGMENT
        try:
            segment = Segment.open(cache.place(job.draft, name))
        except (CacheError, OSError):
            self._ledger.do_without()
        except DamagedError:
            cache.remove([name])
            self._fail(job.group)
        else:
            self._ledger.replace([piece.name for piece in job.group], segment, name)


def _names(group: tuple[Piece, ...]) -> frozenset[str]:
    return frozenset(piece.name for piece in group)


def _forgotten(draft: Path) -> None:
    """Remove a draft; if that cannot be done now, the next start does it."""
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        return


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
