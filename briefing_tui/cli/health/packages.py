"""What is installed: Python, the packages the program needs, libyaml. Read from the folders of packages, loading none."""

import platform
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from ...i18n import _
from ..installed import OWN, installed, normal
from .finding import Finding, advice, ok, problem

_NEED = re.compile(r"Requires-Dist: (?P<name>[\w.-]+)[^;]*(?:; extra == ['\"](?P<extra>\w+)['\"])?")
_OPTIONAL = "documents"


def packages() -> Iterator[Finding]:
    """Python, the program, what it needs and what it can do without."""
    yield ok(
        "python",
        _("{version} ({path}) on {system}", version=platform.python_version(), path=sys.executable, system=sys.platform),
    )
    there = installed()
    own = there.get(OWN)
    if not own:
        yield advice(
            "briefing",
            _("is not installed, but run from its files"),
            _("pip install . shows its version, and links its man page"),
        )
    else:
        yield ok("briefing", own[0])
        needs = needed(own[1])
        yield _needed(needs[""], there)
        yield from _optional(needs[_OPTIONAL], there)
    yield _libyaml()


def needed(facts: Path) -> dict[str, list[str]]:
    """The packages that a package needs, under the name of the extra that needs them, or of none."""
    names: dict[str, list[str]] = {"": [], _OPTIONAL: []}
    try:
        lines = (facts / "METADATA").read_text(encoding="utf-8").splitlines()
    except OSError:
        return names
    for line in lines:
        if match := _NEED.fullmatch(line):
            names.setdefault(match["extra"] or "", []).append(normal(match["name"]))
    return names


def _needed(names: list[str], there: dict[str, tuple[str, Path]]) -> Finding:
    missing = [name for name in names if name not in there]
    if missing:
        return problem("packages", _("not there: {missing}", missing=", ".join(missing)), _("install {own} again", own=OWN))
    return ok("packages", ", ".join(f"{name} {there[name][0]}" for name in names))


def _optional(names: list[str], there: dict[str, tuple[str, Path]]) -> Iterator[Finding]:
    missing = [name for name in names if name not in there]
    if missing:
        yield ok(
            "documents",
            _("drafts from text alone; pip install '{own}[{optional}]' adds HTML, PDF and DOCX", own=OWN, optional=_OPTIONAL),
        )
    elif names:
        yield ok("documents", ", ".join(f"{name} {there[name][0]}" for name in names))


def _libyaml() -> Finding:
    try:
        from yaml._yaml import get_version_string
    except ImportError as error:
        mend = _("install a PyYAML that was built with libyaml, as the wheels on PyPI are")
        return advice("libyaml", _("is not there, so reading takes many times as long: {error}", error=error), mend)
    return ok("libyaml", get_version_string())
