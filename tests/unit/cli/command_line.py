"""Running the command as a user does: a process, its output and its exit code."""

import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from forks import Forks

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = (sys.executable, "-c", "from briefing_tui.cli import main; main()")
FROM_THE_START = ("PYTHON", "LC_")
"""What a process only looks at when it starts."""
SECONDS = 60


def briefing(
    *args: str | bytes | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """The finished process, without a terminal; `env` is added to an environment that names no library."""
    if any(name.startswith(FROM_THE_START) for name in env or ()):
        return started(*args, env=env, cwd=cwd)
    line = [os.fsencode(arg) for arg in args]
    code, out, err = _forks().run(line, environment(env), cwd or ROOT, SECONDS)
    return subprocess.CompletedProcess(args, code, out.decode(), err.decode())


def started(
    *args: str | bytes | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """The same, begun with a new interpreter."""
    return subprocess.run(
        [*PROGRAM, *args],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(env),
        cwd=cwd or ROOT,
        timeout=SECONDS,
        check=False,
    )


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without the user's own settings."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("BRIEFING_", "XDG_", "LC_", "LANG"))}
    own = {name: os.environ[name] for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME") if name in os.environ}
    kept |= {"PYTHONPATH": str(ROOT), "HOME": "/nonexistent", "LANG": "C.UTF-8", "TERM": "xterm"}
    return {**kept, **own, **(more or {})}


@cache
def _forks() -> Forks:
    return Forks(environment(), ROOT)
