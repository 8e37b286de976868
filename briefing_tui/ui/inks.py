"""The inks text is drawn in: one hidden widget carries all their styles, so that the style sheet is asked once.

A widget that draws lines asks `app.inks` for a Rich style by name. On the cursor row every ink takes the cursor's colours and
keeps its attributes.
"""

from rich.style import Style
from textual.widget import Widget

INKS = (
    "text", "bold", "tab", "muted", "label", "accent", "key", "link", "error", "warning", "rule", "title",
    "hit", "cursor", "idle", "banner", "tlp-none", "tlp-clear", "tlp-green", "tlp-amber", "tlp-amberstrict", "tlp-red",
)  # fmt: skip

_SOLID = {name for name in INKS if name.startswith("tlp-")} | {"cursor", "idle", "banner"}


class Palette(Widget):
    """Never shown; its component styles are the inks."""

    COMPONENT_CLASSES = {f"ink-{name}" for name in INKS}  # noqa: RUF012 - Textual declares it so
    DEFAULT_CSS = "Palette { display: none; }"

    def inks(self) -> "Inks":
        """The inks under the current theme."""
        return Inks({name: _ink(self.get_component_rich_style(f"ink-{name}"), name) for name in INKS})


def _ink(style: Style, name: str) -> Style:
    """Only the foreground of an ink, unless it brings a ground of its own."""
    if name in _SOLID:
        return style
    return Style(color=style.color, bold=style.bold, underline=style.underline, dim=style.dim, reverse=style.reverse)


class Inks:
    """Rich styles by ink name, plain and on the two cursor grounds; made once a theme."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self._plain = styles
        self._on = {
            ground: {name: _on(styles[ground], style) for name, style in styles.items()} for ground in ("cursor", "idle")
        }

    def style(self, name: str, ground: str = "") -> Style:
        """The style of an ink; `ground` is `cursor` on the cursor row, `idle` on that of a pane without focus."""
        return (self._on[ground] if ground else self._plain)[name]


def _on(ground: Style, ink: Style) -> Style:
    """An ink on a cursor row: the cursor row's colours, the ink's attributes."""
    return ground + Style(bold=ink.bold or None, underline=ink.underline or None)
