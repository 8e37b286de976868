"""Writes the man page and the completions that are shipped, from the commands as they are.

    python .packaging/generate.py [--check]

With --check, nothing is written, and the exit code is 1 if one of them is not current.
"""

import sys
import tomllib
from pathlib import Path

from bash import bash
from description import described
from fish import fish
from man import man
from zsh import zsh

ROOT = Path(__file__).resolve().parents[1]


def files() -> dict[Path, str]:
    """What each file is to hold, by its path."""
    whole = described()
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    share = ROOT / ".packaging" / "share"
    return {
        share / "man" / "man1" / "briefing.1": man(whole, version),
        share / "bash-completion" / "completions" / "briefing": bash(whole),
        share / "zsh" / "site-functions" / "_briefing": zsh(whole),
        share / "fish" / "vendor_completions.d" / "briefing.fish": fish(whole),
    }


def main(check: bool) -> int:
    """Write them, or say which are not current."""
    stale = [path for path, text in files().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(path.relative_to(ROOT), "is not current" if check else "written")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files()[path], encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
