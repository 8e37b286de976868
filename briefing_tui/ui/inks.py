"""The inks text is drawn in: a Rich style by name, made of the theme's variables.

One table instead of component classes in a style sheet: those would be parsed and applied before the first frame, for a
tenth of the time it takes. On the cursor row every ink takes the cursor's colours and keeps its attributes.
"""

from collections.abc import Mapping

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

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
_GROUNDS = {"cursor": ("cursor-text", "cursor", ""), "idle": ("foreground", "panel", ""), "banner": ("error", "panel", "bold")}
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
    """Rich styles by ink name, plain and on the two cursor grounds; made once a theme.

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
        marked = {
            name: Style.parse("bold reverse" if colourless else f"bold {colour} on #000000") for name, colour in _TLP.items()
        }
        self._plain = plain | marked
        self._on = {ground: {name: _on(plain[ground], style) for name, style in self._plain.items()} for ground in _GROUNDS}

    def style(self, name: str, ground: str = "") -> Style:
        """The style of an ink; `ground` is `cursor` on the cursor row, `idle` on that of a pane without focus."""
        return (self._on[ground] if ground else self._plain)[name]


def _rich(variables: Mapping[str, str], name: str) -> RichColor:
    return Color.parse(variables[name]).rich_color


def _on(ground: Style, ink: Style) -> Style:
    """An ink on a cursor row: the cursor row's colours, the ink's attributes."""
    return ground + Style(bold=ink.bold or None, underline=ink.underline or None)
