"""Where things live: the user's settings, what is derived, what the user leaves, and the briefings that open."""

import os
from collections.abc import Mapping
from pathlib import Path

APP = "briefing"
LIBRARY_VARIABLE = "BRIEFING_LIBRARY"
"""The environment variable that names the library; it wins over `config.toml`."""

_PACKAGE = Path(__file__).resolve().parent
_CANDIDATES = (_PACKAGE / "briefings", _PACKAGE.parent / "briefings")
SHIPPED = next((folder for folder in _CANDIDATES if folder.is_dir()), _CANDIDATES[0])
"""The folder of the shipped briefings: in the package where it is installed, beside it in a checkout."""

SHIPPED_START = "2025-11-01-admm-plus"
"""The id of the shipped briefing that is always opened first."""


def config_folder() -> Path:
    """The folder of `config.toml`."""
    import platformdirs

    return platformdirs.user_config_path(APP, appauthor=False)


def cache_folder() -> Path:
    """The folder of what is derived from briefings and can be made again."""
    import platformdirs

    return platformdirs.user_cache_path(APP, appauthor=False)


def state_folder() -> Path:
    """The folder of what the user leaves in the program: notes and ticks, which cannot be made again."""
    import platformdirs

    return platformdirs.user_state_path(APP, appauthor=False)


def home(library: Path | None, environ: Mapping[str, str] = os.environ) -> tuple[Path, str]:
    """The library that opens without being named, and who named it: the variable, else `config.toml`, else nobody.

    `library` is the one that `config.toml` names.
    """
    if named := environ.get(LIBRARY_VARIABLE):
        return Path(named).expanduser(), f"${LIBRARY_VARIABLE}"
    if library:
        return library, "config.toml"
    return SHIPPED, ""
