"""How what is kept of a library is: looked at and checked from end to end, not mended, with nothing that searching needs."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from ..model.errors import BriefingError, reason
from .cache import folder_of
from .catalog import Catalog, CatalogError, RuinedError
from .library import Library


class Health(NamedTuple):
    """What is kept of a library: in which folder, of how many files, how much, and what is wrong with it."""

    folder: Path | None
    """None where nothing is kept of such a library."""
    kept: bool = False
    files: int = 0
    """How many files of the library are kept as they are now."""
    size: int = 0
    """Bytes of the segments."""
    segments: int = 0
    damages: tuple[str, ...] = ()
    """What is not as it was written."""
    outdated: bool = False
    """Whether it is another version's, and will be made anew."""
    trouble: str = ""
    """Why it cannot be looked at."""


def health(library: Library) -> Health:
    """The state of the catalog and of every segment of the index; the whole index is read for that."""
    folder = folder_of(library.paths)
    if folder is None or not folder.is_dir():
        return Health(folder)
    try:
        catalog = Catalog(folder)
    except RuinedError as error:
        return Health(folder, True, outdated=True, trouble=str(error))
    except CatalogError as error:
        return Health(folder, trouble="" if not (folder / "catalog.db").exists() else str(error))
    try:
        return _looked_at(library, folder, catalog)
    except CatalogError as error:
        return Health(folder, True, trouble=str(error))
    finally:
        catalog.close()


def _looked_at(library: Library, folder: Path, catalog: Catalog) -> Health:
    stamps, look = catalog.stamps(), library.registries.now()
    fresh = sum(library.holds(stamps.get(library.place(entry.path)), entry.path, look) for entry in library.entries)
    names = sorted(catalog.segments())
    size, damages = _checked(folder / name for name in names)
    lost = len(catalog.packed()) - len(stamps)
    if lost:
        damages = (f"{folder}: {lost} entries of the catalog are damaged", *damages)
    return Health(folder, True, fresh, size, len(names), damages)


def _checked(segments: Iterable[Path]) -> tuple[int, tuple[str, ...]]:
    """The size of the segments that are sound, and what is wrong with the others."""
    from ..search.layout import verify

    size, damages = 0, []
    for path in segments:
        try:
            size += verify(path)
        except BriefingError as error:
            damages.append(error.message)
        except OSError as error:
            damages.append(f"{path}: {reason(error, within=True)}")
    return size, tuple(damages)
