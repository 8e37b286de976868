"""The gate every text from outside passes: no control, bidirectional or invisible character gets behind it.

What is control is replaced by U+FFFD and seen; what is invisible is dropped. Kept are the joiners where scripts and emoji
need them, one variation selector after a character, and eight combining marks on a letter. The categories are those of
the Unicode Character Database, the invisible characters its Default_Ignorable_Code_Point.
"""

from ..i18n import said as _


def clean(text: str, *, newlines: bool = True) -> str:
    """`text` without what could steer a terminal or hide from a reader; safe to clean twice.

    Line breaks become newlines; without `newlines`, they and tabs become spaces.
    """
    if not (text.isascii() and text.isprintable()):
        from .scrub import scrub

        text = scrub(text)
        if not newlines:
            text = text.replace("\n", " ").replace("\t", " ")
    return text


def strangers(text: str) -> str:
    """The characters that `clean` changed or dropped, as code points for a message: `U+200B, U+202E`."""
    kept = set(clean(text))
    lost = sorted({char for char in text if char not in kept})
    named = [f"U+{ord(char):04X}" for char in lost[:5]] + (["…"] if len(lost) > 5 else [])
    return ", ".join(named) or _("joiners or marks beyond what a letter carries")
