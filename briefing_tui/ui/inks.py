"""The inks text is drawn in: a Rich style by name, made of the theme's variables.

One table instead of component classes in a style sheet: those would be parsed and applied before the first frame, for a
tenth of the time it takes. On the cursor row every ink but the marker's takes the cursor's colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

if TYPE_CHECKING:
    from .manner import Manner

_COLOURS = {
    "text": ("foreground", ""),
    "bold": ("foreground", "bold"),
    "tab": ("foreground", "bold underline"),
    "title": ("foreground", "bold"),
    "link": ("foreground", "underline"),
    "muted": ("muted", ""),
    "label": ("muted", "bold"),
    "accent": ("accent", ""),
    "key": ("accent", "bold"),
    "error": ("error", "bold"),
    "warning": ("warning", ""),
    "hit": ("warning", "bold underline"),
    "rule": ("rule", ""),
}
_GROUNDS = {"cursor": ("cursor-text", "cursor", ""), "banner": ("error", "panel", "bold")}
_TLP = {
    "tlp-none": "#ffffff",
    "tlp-clear": "#ffffff",
    "tlp-green": "#33ff00",
    "tlp-amber": "#ffc000",
    "tlp-amberstrict": "#ffc000",
    "tlp-red": "#ff2b2b",
}
"""On black. Source: FIRST, Traffic Light Protocol 2.0."""

_WITHOUT_COLOUR = {"muted": "dim", "rule": "dim", "cursor": "reverse", "banner": "bold reverse"}
"""What the terminal's own colours are given instead of ours."""


class Inks:
    """Rich styles by ink name, on each ground; made once a theme.

    `ansi` leaves all colours to the terminal; `colourless` takes the TLP ones away as well.
    """

    def __init__(self, variables: Mapping[str, str], *, ansi: bool, colourless: bool) -> None:
        def ink(attributes: str, name: str, ground: str = "") -> Style:
            style = Style.parse(attributes) if attributes else Style.null()
            colours = Style.from_color(_rich(variables, name), _rich(variables, ground) if ground else None)
            return colours + style

        plain = {name: ink(attributes, colour) for name, (colour, attributes) in _COLOURS.items()}
        plain |= {name: ink(attributes, colour, ground) for name, (colour, ground, attributes) in _GROUNDS.items()}
        if ansi:
            plain |= {name: plain[name] + Style.parse(attributes) for name, attributes in _WITHOUT_COLOUR.items()}
        how = "bold reverse" if colourless else "bold {} on #000000"
        plain |= {name: Style.parse(how.format(colour)) for name, colour in _TLP.items()}
        self._on = {
            plane: {name: Style(bgcolor=_rich(variables, plane)) + style for name, style in plain.items()}
            for plane in ("background", "panel")
        }
        self._on["idle"] = self._on["panel"]
        self._on["cursor"] = {name: _on(plain["cursor"], style) for name, style in plain.items()}
        if not ansi:
            self._on["cursor"]["accent"] = plain["cursor"] + Style(color=plain["accent"].color)

    def style(self, name: str, ground: str = "background") -> Style:
        """The style of an ink on a ground: `background`, the `panel` of the bars, the `cursor`, or an `idle` one."""
        return self._on[ground][name]


class Inked(Protocol):
    """An app that has inks and a manner."""

    manner: Manner

    @property
    def inks(self) -> Inks:
        """The inks of its theme."""


def _rich(variables: Mapping[str, str], name: str) -> RichColor:
    return Color.parse(variables[name]).rich_color


def _on(ground: Style, ink: Style) -> Style:
    """An ink on a cursor row: the cursor row's colours, the ink's attributes."""
    return ground + Style(bold=ink.bold or None, underline=ink.underline or None)
