"""The themes: dark, light, high contrast, and the terminal's own colours.

Contrast of each text colour on its background is at least 4.5:1 (WCAG 2.1, 1.4.3), 7:1 in high contrast.
"""

from textual.theme import BUILTIN_THEMES, Theme

DEFAULT = "dark"
TERMINAL = "terminal"


def _theme(
    name: str, ground: str, text: str, muted: str, accent: str, error: str, warning: str, panel: str, cursor: str,
    cursor_text: str, rule: str, *, dark: bool = True, ansi: bool = False,
) -> Theme:  # fmt: skip
    """A theme from our ten colours; Textual's own roles follow them."""
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        primary=accent,
        secondary=accent,
        accent=accent,
        success=accent,
        warning=warning,
        error=error,
        foreground=text,
        background=ground,
        surface=ground,
        panel=panel,
        boost=panel,
        variables=(BUILTIN_THEMES["ansi-dark"].variables if ansi else {})
        | {"muted": muted, "cursor": cursor, "cursor-text": cursor_text, "rule": rule},
    )


THEMES = (
    _theme(
        "dark", "#15181d", "#d9dce1", "#8b93a1", "#e0b15a", "#ee8a80", "#d9b068", "#1f242c", "#2c4a78", "#ffffff", "#3a4250"
    ),
    _theme(
        "light", "#fbfaf7", "#1c1f24", "#5d6470", "#8a5a00", "#a3221a", "#7a5200", "#eae9e7", "#2a5db0", "#ffffff", "#c9c5bb",
        dark=False,
    ),
    _theme(
        "high-contrast", "#000000", "#ffffff", "#d0d0d0", "#ffd75f", "#ffafaf", "#ffd75f", "#262626", "#ffff87", "#000000",
        "#a8a8a8",
    ),
    _theme(
        TERMINAL, "ansi_default", "ansi_default", "ansi_default", "ansi_default", "ansi_red", "ansi_default", "ansi_default",
        "ansi_default", "ansi_default", "ansi_default", ansi=True,
    ),
)  # fmt: skip
NAMES = tuple(theme.name for theme in THEMES)
