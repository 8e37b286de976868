"""`briefing doctor`: whether all that the program stands on is as it should be, and how to mend what is not."""

from collections.abc import Callable, Iterator

import click

from ..i18n import pgettext, several, word
from .exits import Exit
from .health.finding import Finding, State
from .out import narrate, say, say_json


@click.command(name="doctor")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(as_json: bool) -> int:
    """Look after the terminal, the clipboard, folders, the library and its index, notes, and what is installed.

    Each line begins with ok, advice or problem. Nothing is changed. Exits 0 if there is no problem, else 1.
    """
    findings = []
    for look in _parts():
        for finding in look():
            findings.append(finding)
            if not as_json:
                say(_line(finding))
    if as_json:
        say_json([finding._asdict() for finding in findings])
    problems = sum(finding.state is State.PROBLEM for finding in findings)
    pieces = sum(finding.state is State.ADVICE for finding in findings)
    told = several("{count} problem", "{count} problems", problems)
    narrate(f"{told}, {several('{count} piece of advice', '{count} pieces of advice', pieces)}")
    return Exit.PROBLEMS if problems else Exit.OK


def _parts() -> Iterator[Callable[[], Iterator[Finding]]]:
    """What is looked at, in the order in which it is told."""
    from .health import clipboard, folders, packages, terminal, widths

    yield from (terminal.terminal, widths.widths, clipboard.clipboard, folders.folders)
    from .health import kept

    yield from (kept.library, kept.notes, packages.packages)


def _line(finding: Finding) -> str:
    """`advice   size      30×20; from 40 columns on, nothing has to be left out`."""
    told = f"{finding.what}; {finding.mend}" if finding.mend else finding.what
    return f"{word(finding.state):<7}  {pgettext('doctor', finding.about):<15}  {' '.join(told.split())}"
