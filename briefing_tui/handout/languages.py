"""What languages are called, for `translated from German`."""

from ..i18n import pgettext

_NAMES = """
ar Arabic, bg Bulgarian, bn Bengali, cs Czech, da Danish, de German, el Greek, en English, es Spanish, et Estonian,
fa Persian, fi Finnish, fil Filipino, fr French, he Hebrew, hi Hindi, hr Croatian, hu Hungarian, id Indonesian,
it Italian, ja Japanese, kk Kazakh, km Khmer, ko Korean, lo Lao, lt Lithuanian, lv Latvian, mn Mongolian, ms Malay,
my Burmese, ne Nepali, nl Dutch, no Norwegian, pl Polish, ps Pashto, pt Portuguese, ro Romanian, ru Russian, si Sinhala,
sk Slovak, sl Slovenian, sq Albanian, sr Serbian, sv Swedish, sw Swahili, ta Tamil, th Thai, tl Tagalog, tr Turkish,
uk Ukrainian, ur Urdu, uz Uzbek, vi Vietnamese, yue Cantonese, zh Chinese
"""
CALLED = dict(entry.split() for entry in _NAMES.split(","))


def language(code: str) -> str:
    """The name of a language, of `zh-Hant` that of `zh`; the code itself where none is known here."""
    known = CALLED.get(code.partition("-")[0])
    return pgettext("language", known) if known else code
