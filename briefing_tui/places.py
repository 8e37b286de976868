"""Where the user's settings live, where the shipped briefings are, and what `config.toml` says."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Config:
    """What `config.toml` says; `complaints` are one line each, for the user, on what could not be used."""

    library: Path | None = None
    """The folder of the user's briefings, taken from the folder of `config.toml` if it is relative."""
    theme: str = ""
    """The name of a theme."""
    content_lang: str = ""
    """The language texts are shown in, such as `de`."""
    complaints: tuple[str, ...] = ()


def config(folder: Path | None = None) -> Config:
    """The settings of the user; a file that is missing, broken or only partly right leaves the rest at its default."""
    path = (folder or config_folder()) / "config.toml"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        return Config(complaints=(f"{path}: {error.strerror}; using the defaults",))
    import tomllib

    try:
        table = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        return Config(complaints=(f"{path}: {error}; using the defaults",))
    return _checked(table, path)


def _checked(table: Mapping[str, object], path: Path) -> Config:
    known = ("library", "theme", "content_lang")
    complaints = [f"{path}: unknown key {key!r}; it may be {', '.join(known)}" for key in table if key not in known]
    texts: dict[str, str] = {}
    for key in known:
        value = table.get(key, "")
        if isinstance(value, str) and "\0" not in value:
            texts[key] = value
        else:
            complaints.append(f'{path}: {key} is not a text; write it like {key} = "…"')
    library = path.parent / Path(texts["library"]).expanduser() if texts.get("library") else None
    return Config(library, texts.get("theme", ""), texts.get("content_lang", ""), tuple(complaints))


def home(settings: Config, environ: Mapping[str, str] = os.environ) -> tuple[Path, str]:
    """The library that opens without being named, and who named it: the variable, else `config.toml`, else nobody."""
    if named := environ.get(LIBRARY_VARIABLE):
        return Path(named).expanduser(), f"${LIBRARY_VARIABLE}"
    if settings.library:
        return settings.library, "config.toml"
    return SHIPPED, ""
