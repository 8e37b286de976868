"""Quotation marks and blanks as printers set them, and one plain glyph for each that a comparison can go by."""

import re

CLOSERS = {
    "„": '“”"‟',
    "“": '”"',
    "”": "”",
    "»": "«",
    "«": "»",
    '"': '"”“',
    "‚": "‘’",
    "‘": "’",
    "›": "‹",
    "‹": "›",
    "「": "」",
    "『": "』",
}
"""What an opening mark is closed by. The opener decides: U+201C closes in German and opens in English."""

MARK = re.compile("[„“”‟»«\"‚‘’›‹「」『』]|(?<![\\w.])'(?=\\w)|(?<=[\\w.,!?…])'(?!\\w)")
"""A character that may be a quotation mark; a straight apostrophe only at the edge of a word."""

_SINGLE = "‚‘’‹›'"
FLAT = str.maketrans(
    {
        **dict.fromkeys("„“”‟»«「」『』", '"'),
        **dict.fromkeys("‚‘’‹›‛`´", "'"),
        **dict.fromkeys("\u00a0\u202f\u2007\u2009\u2003\u2002\t\r\n\u2028\u2029", " "),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", None),
        "–": "-",
        "—": "-",
        "‑": "-",
        "…": "...",
    }
)
"""What each glyph is compared as; None for what is no part of a text."""


def is_single(mark: str) -> bool:
    """Whether a mark is one of those that stand inside other marks, or for a word at arm's length."""
    return mark in _SINGLE


def plain(text: str) -> str:
    """`text` with plain marks, dashes and single blanks, so that only its words and punctuation are compared."""
    return " ".join(text.translate(FLAT).split())
