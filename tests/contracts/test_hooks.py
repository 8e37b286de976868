"""What other programs find in this repository: the hook for pre-commit."""

import re
from pathlib import Path

import yaml

from briefing_tui.cli.names import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_hook_checks_briefings_with_a_command_there_is() -> None:
    [hook] = HOOKS
    program, command = hook["entry"].split()
    assert (program, hook["language"]) == ("briefing", "python")
    assert command in COMMANDS
    assert re.search(hook["files"], "briefings/2031/a.yaml")
    assert not re.search(hook["files"], "notes.yaml")


def test_the_readme_names_the_hook() -> None:
    assert all(f"{{id: {hook['id']}}}" in (ROOT / "README.md").read_text(encoding="utf-8") for hook in HOOKS)
