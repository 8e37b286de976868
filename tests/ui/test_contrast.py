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


OWN_COLOURS = pytest.mark.parametrize("theme", [theme for theme in THEMES if not theme.ansi], ids=lambda theme: theme.name)


def contrasts(theme: Theme, colours: ColorSystem) -> dict[tuple[str, str], float]:
    """The contrast of every ink on every ground, but that of the marker of a row, a stroke, too."""
    app: App[None] = App()
    app.register_theme(theme)
    app.theme = theme.name
    inks = Inks(app.get_css_variables(), ansi=False, colourless=False)
    assert {*inks._on["background"]} - {"rule"} == {*TEXTS}
    found = {(ink, ground): contrast(inks.style(ink, ground), colours) for ink in TEXTS for ground in GROUNDS}
    del found["accent", "cursor"]
    return found


@pytest.mark.parametrize("colours", [ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR], ids=["256 colours", "all colours"])
@OWN_COLOURS
def test_text_has_contrast(theme: Theme, colours: ColorSystem) -> None:
    found = contrasts(theme, colours)
    least = 7 if theme.name == "high-contrast" else 4.5
    assert {pair: ratio for pair, ratio in found.items() if ratio < least and "tlp" not in pair[0]} == {}
    assert {pair: ratio for pair, ratio in found.items() if ratio < 4.5} == {}


@OWN_COLOURS
def test_text_can_be_told_from_its_ground_in_16_colours(theme: Theme) -> None:
    assert {pair: ratio for pair, ratio in contrasts(theme, ColorSystem.STANDARD).items() if ratio < 3} == {}
