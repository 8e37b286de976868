"""Writes the man page and the completions from the commands as they are, and the tables of keys and settings in the README.

    python .packaging/generate.py [--check]

With --check, nothing is written, and the exit code is 1 if one of them is not current.
"""

import re
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from bash import bash
from description import described
from fish import fish
from man import man
from zsh import zsh

from briefing_tui.keys.keymap import PLAIN
from briefing_tui.keys.written import markdown as keys
from briefing_tui.settings.about import markdown as settings

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
        ROOT / "README.md": readme((ROOT / "README.md").read_text(encoding="utf-8")),
    }


def readme(text: str) -> str:
    """The README with its tables anew; raises ValueError if a place for one is gone."""
    for name, lines in (("keys", keys(PLAIN)), ("settings", settings())):
        text = between(text, name, lines)
    return text


def between(text: str, name: str, lines: Iterable[str]) -> str:
    """A text with other lines between `<!-- name -->` and `<!-- /name -->`; raises ValueError unless both are there once."""
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
    pattern = f"(?<={re.escape(begin)}).*?(?={re.escape(end)})"
    new, count = re.subn(pattern, lambda _: "\n" + "\n".join(lines) + "\n\n", text, flags=re.DOTALL)
    if count != 1:
        raise ValueError(f"README.md: {begin.strip()} … {end.strip()} is there {count} times")
    return new


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
