"""What is known of a library now: of each file, and which segments hold whose documents."""

from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, NamedTuple

from ..search.source import Source
from .cache import SEGMENT
from .catalog import Catalog
from .memo import Fingerprint, fingerprint
from .rows import NOTHING, Row, Stamp
from .tiers import Piece
from .work import source

if TYPE_CHECKING:
    from ..search.segment import Segment


class Held(NamedTuple):
    """A segment, the batches whose documents it holds, and the fingerprint of its file when it was opened, if it has one."""

    segment: "Segment"
    batches: frozenset[bytes]
    print: Fingerprint | None

    @property
    def touched(self) -> bool:
        """Whether somebody wrote to the file, which nobody ever does: what was checked before may be another now."""
        now = fingerprint(self.segment.place) if self.print and self.segment.place else None
        return now is not None and self.print is not None and now[:2] != self.print[:2]


def held_by(segment: "Segment") -> Held:
    """A segment with its batches."""
    batches = frozenset(bytes.fromhex(source.batch) for source in segment.sources)
    return Held(segment, batches, fingerprint(segment.place) if segment.place else None)


class Holdings:
    """Stamps and facts by place, and segments by the names of their files.

    One thread at a time changes it, while others search: see `Ledger`.
    """

    def __init__(self) -> None:
        self.stamps: dict[str, Stamp] = {}
        self.facts: dict[str, bytes | memoryview] = {}
        self.sources: dict[str, Source] = {}
        """What the documents of each file come from, if it has any."""
        self.held: dict[str, Held] = {}
        self.lost: frozenset[bytes] = frozenset()
        """Batches that were in a segment which is no more."""
        self.missing: tuple[str, ...] = ()
        """Segments that were left out when this was loaded."""

    @classmethod
    def load(cls, catalog: Catalog, folder: Path, known: "Holdings") -> "Holdings":
        """What a catalog says; a segment that is not there, or damaged, is left out. Raises CatalogError.

        Segments that are `known` are taken from there.
        """
        from ..search.segment import DamagedError, Segment

        new = cls()
        new.facts.update(catalog.facts())
        new.restamp({place: stamp for place, stamp in catalog.stamps().items() if place in new.facts})
        for name, batches in catalog.segments().items():
            try:
                held = known.held.get(name) or held_by(Segment.open(folder / name))
            except (DamagedError, OSError):
                held = None
            if held and held.batches == batches:
                new.held[name] = held
            else:
                new.lost |= batches
                new.missing += (name,)
        return new

    def carry(self, known: "Holdings", places: Iterable[str]) -> set[str]:
        """Keep what is `known` of some files as they are, or were a moment ago, where this knows less; which ones.

        The segments that hold their documents are kept with them if they are in memory only.
        """
        carried = {}
        for place in places:
            ours, theirs, now = known.stamps.get(place), self.stamps.get(place), fingerprint(place)
            if ours and ours.print in (now, None) and not (theirs and theirs.holds(now, ours.shared)):
                carried[place] = ours
                self.facts[place] = known.facts[place]
        self.restamp(carried)
        batches = {stamp.batch for stamp in carried.values()}
        self.held.update({name: held for name, held in known.held.items() if held.print is None and held.batches & batches})
        return set(carried)

    def indexed(self) -> set[bytes]:
        """The batches all of whose documents are in segments, and the one of what has none."""
        return {NOTHING}.union(*(held.batches for held in self.held.values())) - self.lost

    def know(self, rows: Iterable[Row]) -> None:
        """Take in what is known of some files."""
        for row in rows:
            self.restamp({row.path: row.stamp})
            self.facts[row.path] = row.facts

    def restamp(self, stamps: Mapping[str, Stamp]) -> None:
        """Know some files by other stamps."""
        self.stamps.update(stamps)
        for place, stamp in stamps.items():
            if stamp.batch == NOTHING:
                self.sources.pop(place, None)
            else:
                self.sources[place] = source(place, stamp.batch)

    def hold(self, segment: "Segment", name: str = "") -> str:
        """Take in a segment that was just made; its name, a new one if it has none."""
        name = name or f"{token_hex(8)}{SEGMENT}"
        self.held[name] = held_by(segment)
        return name

    def forget(self, places: Iterable[str]) -> None:
        """Know nothing of some files."""
        for place in places:
            self.stamps.pop(place, None)
            self.facts.pop(place, None)
            self.sources.pop(place, None)

    def lose(self, names: Iterable[str]) -> None:
        """Do without some segments, whose documents have to be made again."""
        for name in names:
            held = self.held.pop(name, None)
            self.lost |= held.batches if held else frozenset()

    def keys(self, keys: Mapping[str, str]) -> dict[Source, str]:
        """Every source that lives, with the key of its briefing; `keys` are the keys of all files, by place."""
        return {source: keys[place] for place, source in self.sources.items() if place in keys}

    def pieces(self, living: Container[Source], *, written: bool = True) -> Iterator[Piece]:
        """The segments, as `tiers.plan` weighs them; those in files only if they are `written` here."""
        paths = {source.path for source in self.sources.values()}
        for name, (segment, _, print) in self.held.items():
            if print and not written:
                continue
            dead = [each for each in segment.sources if each not in living]
            share = len(dead) / max(1, len(segment.sources))
            yield Piece(name, segment.size, share, any(each.path not in paths for each in dead))
