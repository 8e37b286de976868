"""Text can be read in every theme, also where there are only 256 colours."""

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style
from textual.app import App
from textual.theme import Theme

from briefing_tui.ui.inks import Inks
from briefing_tui.ui.themes import THEMES

GROUNDS = ("background", "panel", "idle", "cursor")
TEXTS = (
    "text", "bold", "tab", "title", "link", "muted", "label", "accent", "key", "error", "warning", "hit", "cursor", "banner",
    "tlp-clear", "tlp-green", "tlp-amber", "tlp-amberstrict", "tlp-red", "tlp-none",
)  # fmt: skip
"""Every ink but that of the rules, which are strokes."""


def luminance(color: Color) -> float:
    """Relative luminance, after WCAG 2.1."""
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style, colours: ColorSystem) -> float:
    """The contrast of a style in so many colours, as Rich writes them."""
    assert style.color and style.bgcolor
    lights = sorted(luminance(color.downgrade(colours)) for color in (style.color, style.bgcolor))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("colours", [ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR], ids=["256 colours", "all colours"])
@pytest.mark.parametrize("theme", [theme for theme in THEMES if not theme.ansi], ids=lambda theme: theme.name)
def test_text_has_contrast(theme: Theme, colours: ColorSystem) -> None:
    app: App[None] = App()
    app.register_theme(theme)
    app.theme = theme.name
    inks = Inks(app.get_css_variables(), ansi=False, colourless=False)
    assert {*inks._on["background"]} - {"rule"} == {*TEXTS}
    found = {(ink, ground): contrast(inks.style(ink, ground), colours) for ink in TEXTS for ground in GROUNDS}
    del found["accent", "cursor"]  # the marker of the row, a stroke, too
    least = 7 if theme.name == "high-contrast" else 4.5
    assert {pair: ratio for pair, ratio in found.items() if ratio < least and "tlp" not in pair[0]} == {}
    assert {pair: ratio for pair, ratio in found.items() if ratio < 4.5} == {}
