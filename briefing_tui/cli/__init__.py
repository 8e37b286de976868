"""The `briefing` command: one module a subcommand, and `read` for the reader. Standard output is data, standard error talk.

`names` `commands` `group`  which subcommands there are, each imported when it is called
`clicks`    the parser of the command line in the user's language
`exits`     what the exit codes mean
`out`       the way out: every text that is printed passes here
`target`    which briefings a command line names
"""

import gc
import sys
from errno import ENOSPC
from threading import active_count

from .exits import Exit

GENEROUS = 200_000
"""Objects made before garbage is looked for: what imports leave behind is none, and is gone through over and over at 700."""


def main(args: list[str] | None = None) -> None:
    """Run the command line and exit; what goes wrong is one line on standard error.

    What a command leaves in memory goes with the process: the interpreter's last look for garbage, a seventh of the time a
    command takes, finds nothing to go through. The reader's threads are at work to the end, and what they make must be found.
    """
    code = run(sys.argv[1:] if args is None else args)
    if f"{__name__}.read" not in sys.modules and active_count() == 1:
        gc.freeze()
    sys.exit(code)


def run(args: list[str]) -> int:
    """The exit code of a command line. A reader that has seen enough of the output is no error."""
    from ..i18n import begin
    from .out import PipeClosedError, UnwritableError, complain, flush, ready, unwritable

    begin()
    ready()
    try:
        code = _run(args)
        flush()
    except PipeClosedError:
        return Exit.PIPE_CLOSED
    except UnwritableError as error:
        complain(error.message)
        return Exit.MISUSE
    except OSError as error:
        if error.errno != ENOSPC:
            raise
        complain(unwritable(error, sys.stdout).message)
        return Exit.MISUSE
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    return code


def _run(args: list[str]) -> int:
    """The exit code of a command line; a bare path opens the reader without a parser, which takes longer to load than it."""
    from ..model.errors import BriefingError
    from .names import COMMANDS
    from .out import complain

    try:
        if not args or (len(args) == 1 and not args[0].startswith("-") and args[0] not in COMMANDS):
            gc.disable()
            from .read import open_reader

            return open_reader(*args or (None,))
        gc.set_threshold(GENEROUS)
        return _parsed(args)
    except BriefingError as error:
        complain(error.message)
        return Exit.MISUSE


def _language(args: list[str]) -> list[str]:
    """Speak what the settings wish, or a `--lang CODE` before a command or the program's own option; the rest is for these.

    Help is given in the language of any `--lang`: it is printed before options are looked at.
    """
    from ..i18n import use
    from .names import COMMANDS

    if args[-1] != "--version":
        from ..settings import load

        use(load().settings.lang)
    if (
        len(args) > 2
        and args[0] == "--lang"
        and args[2] in (*COMMANDS, "--help", "-h", "--version")
        and use(args[1], said=True)
    ):
        return args[2:]
    if not {"--help", "-h"}.isdisjoint(args):
        from itertools import pairwise

        use(dict(pairwise(args)).get("--lang", ""), said=True)
    return args


def _parsed(args: list[str]) -> int:
    """The exit code of a command line that needs a parser."""
    from .clicks import lend, spoken

    lend()
    from click import Abort, ClickException
    from click.exceptions import NoArgsIsHelpError

    from .commands import briefing
    from .out import complain, narrate

    args = _language(args)
    try:
        return int(spoken(briefing).main(args, prog_name="briefing", standalone_mode=False) or Exit.OK)
    except NoArgsIsHelpError as error:
        narrate(error.format_message())
    except ClickException as error:
        complain(error.format_message())
    except Abort:
        return Exit.INTERRUPTED
    return Exit.MISUSE
