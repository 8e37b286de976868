"""`briefing config`: the file of settings, opened in an editor, begun if there is none."""

import os
import subprocess
from pathlib import Path

import click

from ..i18n import _, use
from ..model.errors import NotSavedError, reason
from ..settings import load
from ..settings.loading import path as settings_file
from .exits import Exit
from .out import complain, flush, say
from .settings import loaded


@click.command(name="config")
@click.option("--path", "as_path", is_flag=True, help="Print where the file is, or would be.")
@click.option("--print-default", "as_default", is_flag=True, help="Print the file as it is begun: all settings, explained.")
def command(as_path: bool, as_default: bool) -> int:
    """Open config.toml in your editor ($VISUAL or $EDITOR), and say what in it cannot be used.

    If there is none, one is begun that explains every setting and sets nothing.
    """
    if as_default:
        from ..settings.about import default_file

        use(load().settings.lang)
        flush(default_file())
        return Exit.OK
    file = settings_file()
    if as_path:
        say(str(file))
        return Exit.OK
    begin(file)
    return _edited(file)


def begin(file: Path) -> None:
    """Write the commented file, unless there is one; raises NotSavedError if that cannot be done."""
    if os.path.lexists(file):
        return
    from ..settings.about import default_file

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with open(file, "x", encoding="utf-8") as new:
            new.write(default_file())
    except OSError as error:
        raise NotSavedError(f"{file}: {reason(error)}") from None


def _edited(file: Path) -> int:
    """Let the user edit, where the first mistake is if there is one; then say what is wrong."""
    from ..editor import command as editor

    mistakes = load(file).complaints
    words = editor(file, mistakes[0].line if mistakes else 1)
    try:
        done = subprocess.run(words, check=False)
    except OSError as error:
        complain(f"{words[0]}: {reason(error)}")
        return Exit.MISUSE
    if done.returncode:
        complain(_("{editor} ended with {code}", editor=Path(words[0]).name, code=done.returncode))
    mistakes = loaded().complaints
    return Exit.PROBLEMS if mistakes or done.returncode else Exit.OK
